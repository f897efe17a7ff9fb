//! The choices beside a list; on a phone in a sheet.

use browser::format;
use leptos::prelude::*;
use markup::view;
use workflow::browse::{Count, Filter, cents, decimal};

use super::Context;
use super::facet_words::{Facet, choice};
use crate::components::{changed, clicked, live, memo};
use crate::locales::words;

/// So many choices are shown at once; the others after a click.
const SHOWN: usize = 7;

type Choices = fn(&mut Filter) -> &mut Vec<String>;

/// `place`: where they stand, since the same ones are in the panel and in the sheet.
pub(super) fn facets(context: &Context, place: &'static str) -> AnyView {
    let words = &words(context.language).list;
    let group =
        |facet, title, choices, counts| group(context, place, facet, title, choices, counts);
    let listing = context.listing;
    let counted = move |pick: fn(&workflow::browse::Facets) -> u32| {
        Signal::derive(move || listing.with(|l| pick(&l.facets)))
    };
    view! {
        <form class="facets" on:submit=changed(|event| event.prevent_default())>
            {group(Facet::Department, words.department, |f| &mut f.departments, |l| &l.departments)}
            {group(Facet::Category, words.category, |f| &mut f.categories, |l| &l.categories)}
            <fieldset>
                {flag(context, words.in_stock, |f| &mut f.in_stock, counted(|f| f.in_stock))}
                {flag(context, words.sample, |f| &mut f.sample, counted(|f| f.sample))}
            </fieldset>
            <fieldset class="limits">
                {limit(context, place, "price", words.price_at_most, |f| f.price_at_most.map(decimal), |f, text| f.price_at_most = cents(text))}
                {limit(context, place, "moq", words.moq_at_most, |f| f.moq_at_most.map(|n| n.to_string()), |f, text| f.moq_at_most = text.trim().parse().ok())}
                {limit(context, place, "lead", words.lead_time_at_most, |f| f.lead_time_at_most.map(|n| n.to_string()), |f, text| f.lead_time_at_most = text.trim().parse().ok())}
            </fieldset>
            {group(Facet::Supplier, words.supplier, |f| &mut f.suppliers, |l| &l.suppliers)}
            {group(Facet::Certificate, words.certificate, |f| &mut f.certificates, |l| &l.certificates)}
            {group(Facet::Origin, words.origin, |f| &mut f.origins, |l| &l.origins)}
        </form>
    }
    .into_any()
}

/// The same in a sheet, for phones, with the number of products that it leads to.
pub(super) fn sheet(context: &Context) -> AnyView {
    let all = words(context.language);
    let sheet = context.sheet;
    let context = context.clone();
    let content = move || {
        let (listing, language) = (context.listing, context.language);
        let show = move || {
            let total = u32::try_from(listing.with(|listing| listing.total)).unwrap_or(u32::MAX);
            (all.list.show)(total, &format::count(language, total))
        };
        view! {
            {facets(&context, "sheet")}
            <footer>
                <button class="button primary" type="button" on:click=clicked(move || sheet.close())>{live(show)}</button>
            </footer>
        }
        .into_any()
    };
    sheet.view("filter-sheet", all.list.filters, all.site.close, content)
}

fn group(
    context: &Context,
    place: &'static str,
    facet: Facet,
    title: &'static str,
    choices: Choices,
    counts: fn(&workflow::browse::Facets) -> &Vec<Count>,
) -> AnyView {
    let context = context.clone();
    let counts = memo(move || {
        context
            .listing
            .with(|listing| counts(&listing.facets).clone())
    });
    let open = RwSignal::new(false);
    let list = &words(context.language).list;
    let language = context.language;
    live(move || {
        let mut counts = counts.get();
        // A choice of one that is not chosen changes nothing: it is left out, with its heading.
        if counts.len() < 2 && !counts.iter().any(|count| count.chosen) {
            return ().into_any();
        }
        let all = counts.len();
        if !open.get() {
            // What was chosen stays in sight, wherever it stands.
            let mut place = 0;
            counts.retain(|count| {
                place += 1;
                place <= SHOWN || count.chosen
            });
        }
        let boxes = counts.into_iter().map(|count| choice_box(&context, place, facet, choices, count)).collect_view();
        let more = (all > SHOWN).then(|| {
            let shown = format::count(language, u32::try_from(all).unwrap_or(u32::MAX));
            let word = move || if open.get() { list.hide.to_owned() } else { (list.show_all)(0, &shown) };
            view! { <button class="link" type="button" aria-expanded=live(move || open.get().to_string()) on:click=clicked(move || open.update(|open| *open = !*open))>{live(word)}</button> }
        });
        let note = (facet == Facet::Certificate).then(|| view! { " " <small>{list.certificate_note}</small> });
        view! {
            <fieldset>
                <legend>{title} {note}</legend>
                {boxes}
                {more}
            </fieldset>
        }
        .into_any()
    })
    .into_any()
}

fn choice_box(
    context: &Context,
    place: &'static str,
    facet: Facet,
    choices: Choices,
    count: Count,
) -> AnyView {
    let name = choice(context.language, &context.front, facet, &count.key);
    let (filter, go, key) = (context.filter, context.go, count.key.clone());
    let change = move |_| {
        let mut filter = filter.get_untracked().from_the_start();
        let chosen = choices(&mut filter);
        match chosen.iter().position(|have| *have == key) {
            Some(at) => drop(chosen.remove(at)),
            None => chosen.push(key.clone()),
        }
        go.run(filter);
    };
    check_box(
        format!("{place}-{}", count.key),
        name,
        count.chosen,
        count.products,
        context,
        change,
    )
}

fn flag(
    context: &Context,
    title: &'static str,
    field: fn(&mut Filter) -> &mut bool,
    products: Signal<u32>,
) -> AnyView {
    let context = context.clone();
    live(move || {
        let (filter, go) = (context.filter, context.go);
        let on = *field(&mut filter.get());
        let change = move |_| {
            let mut filter = filter.get_untracked().from_the_start();
            let field = field(&mut filter);
            *field = !*field;
            go.run(filter);
        };
        check_box(
            String::new(),
            title.to_owned(),
            on,
            products.get(),
            &context,
            change,
        )
    })
    .into_any()
}

fn check_box(
    value: String,
    name: String,
    checked: bool,
    products: u32,
    context: &Context,
    change: impl FnMut(leptos::ev::Event) + 'static,
) -> AnyView {
    view! {
        <label class="check">
            <input type="checkbox" value=value prop:checked=checked on:change=changed(change)/>
            <span>{name}</span>
            <small>{format::count(context.language, products)}</small>
        </label>
    }
    .into_any()
}

/// A number the products may not exceed. Taken when the reader leaves the field or presses Enter.
fn limit(
    context: &Context,
    place: &'static str,
    name: &'static str,
    title: &'static str,
    read: fn(&Filter) -> Option<String>,
    write: fn(&mut Filter, &str),
) -> AnyView {
    let (filter, go) = (context.filter, context.go);
    let id = format!("{place}-{name}");
    let value = move || filter.with(|filter| read(filter).unwrap_or_default());
    let change = move |event| {
        let mut filter = filter.get_untracked().from_the_start();
        write(&mut filter, &event_target_value(&event));
        go.run(filter);
    };
    view! {
        <label for=id.clone()>{title}</label>
        <input id=id inputmode="decimal" autocomplete="off" prop:value=live(value) on:change=changed(change)/>
    }
    .into_any()
}
