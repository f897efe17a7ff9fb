//! How many products there are, in which order, and on a phone the way to the filters.

use browser::format;
use leptos::prelude::*;
use markup::view;
use workflow::browse::{Filter, Sort};

use super::Context;
use crate::components::{changed, clicked, icon, live, memo};
use crate::locales::{Words, words};

pub(super) fn toolbar(context: &Context) -> AnyView {
    let all = words(context.language);
    let words = &all.list;
    let (language, listing, filter, go, sheet) = (
        context.language,
        context.listing,
        context.filter,
        context.go,
        context.sheet,
    );
    let total = move || {
        let total = u32::try_from(listing.with(|listing| listing.total)).unwrap_or(u32::MAX);
        (words.count)(total, &format::count(language, total))
    };
    let searches = memo(move || filter.with(Filter::searches));
    let orders = move || {
        // Nothing is more relevant than the rest where nothing was searched for.
        let first = usize::from(!searches.get());
        let order = |sort: Sort| {
            let chosen = move || filter.with(|filter| filter.order() == sort);
            view! { <option value=sort.key() selected=live(chosen)>{name(all, sort)}</option> }
        };
        Sort::ALL
            .into_iter()
            .skip(first)
            .map(order)
            .collect_view()
            .into_any()
    };
    let change = move |event| {
        let mut filter = filter.get_untracked().from_the_start();
        filter.sort = Sort::from_key(&event_target_value(&event));
        go.run(filter);
    };
    let conditions = move || {
        let conditions = filter.with(workflow::browse::Filter::conditions);
        (conditions > 0)
            .then(|| view! { <b class="number">{conditions.to_string()}</b> })
            .into_any()
    };
    view! {
        <div class="toolbar">
            <p class="total" role="status">{live(total)}</p>
            <button class="button filter-button" type="button" on:click=clicked(move || sheet.open())>
                {icon("sliders-horizontal")} <span>{words.filters}</span> {live(conditions)}
            </button>
            <label class="sort"><span>{words.sort}</span> <select on:change=changed(change)>{live(orders)}</select></label>
        </div>
    }
    .into_any()
}

fn name(words: &'static Words, sort: Sort) -> &'static str {
    let (search, words) = (&words.search, &words.list);
    match sort {
        Sort::Relevance => search.relevance,
        Sort::Name => words.sort_name,
        Sort::Price => words.sort_price,
        Sort::PriceDown => words.sort_price_down,
        Sort::LeadTime => words.sort_lead_time,
        Sort::Moq => words.sort_moq,
        Sort::Newest => words.sort_newest,
    }
}
