//! The orders that run, with what each waits for.

use api_types::address::Language;
use api_types::order::{Order, OrderState};
use api_types::quotation::Side;
use domain::Id;
use leptos::prelude::*;
use markup::view;
use workflow::office::OfficePlace;
use workflow::office::needs::is_due;

use super::Overview;
use crate::locales::words;
use crate::pages::name_in;
use crate::pages::orders::say;

/// More than these are on the page of orders.
const SHOWN: usize = 5;

/// The newest first; nothing where none runs.
pub fn list(language: Language, overviews: &[Overview]) -> Option<AnyView> {
    let words = words(language);
    let all = overviews.iter().flat_map(|one| {
        let company = one.belonging.company.id;
        one.orders.iter().map(move |order| (company, order))
    });
    let is_over = |state| matches!(state, OrderState::Completed | OrderState::Cancelled);
    let mut running: Vec<(Id, &Order)> = all.filter(|(_, order)| !is_over(order.state)).collect();
    running.sort_by_key(|(_, order)| std::cmp::Reverse(order.at));
    let &(first, _) = running.first()?;
    let more = SHOWN < running.len();
    let rows = running.into_iter().take(SHOWN);
    let rows: Vec<AnyView> = rows
        .map(|(company, order)| row(language, company, order))
        .collect();
    let more = more.then(|| {
        let address = OfficePlace::Orders(first).address(language);
        view! { <p><a href=address>{words.home.all_orders}</a></p> }
    });
    let list = view! {
        <section class="panel stack running">
            <h2>{words.home.running}</h2>
            <ul class="links">{rows}</ul>
            {more}
        </section>
    };
    Some(list)
}

fn row(language: Language, company: Id, order: &Order) -> AnyView {
    let words = &words(language).order;
    let other = match order.side {
        Side::Buyer => &order.supplier,
        Side::Supplier => &order.buyer,
    };
    let other = name_in(language, &other.name).to_owned();
    let place = OfficePlace::Order {
        company,
        order: order.id,
    };
    let next = order.due.as_ref().map(|due| match due.from == order.side {
        true => say::your_turn(language, due.step).to_owned(),
        false => (words.their_turn)(&other, say::act(language, due.step)),
    });
    view! {
        <li>
            <a href=place.address(language)><b>{order.number.clone()}</b>" · "<bdi>{other}</bdi></a>
            {say::state(language, order.state, is_due(order))}
            <small>{next}</small>
        </li>
    }
}
