use browser::format;
use leptos::prelude::*;
use markup::view;

use super::compare::Shown;
use super::compare_table::{landed, price, slowest, sum};
use crate::locales::words;

/// One quotation a card; the next is a swipe away.
pub(super) fn cards(shown: &Shown) -> AnyView {
    let words = &words(shown.language).compare;
    let number = u32::try_from(shown.sides.len()).unwrap_or(u32::MAX);
    let hint = (1 < number).then(|| {
        let hint = (words.swipe)(number, &format::count(shown.language, number));
        view! { <p class="note">{hint}</p> }
    });
    let lines = shown.lines();
    let cards = shown.sides.iter().enumerate().map(|(at, seller)| {
        let rows = shown.table.rows.iter().zip(&lines).map(|(row, (name, quantity))| {
            let value = match row.cells[at] {
                Some(cell) => price(shown, seller, row.line, cell),
                None => view! { <span class="note">{words.not_quoted}</span> },
            };
            view! { <div><dt><bdi>{name.clone()}</bdi><small>{quantity.clone()}</small></dt><dd>{value}</dd></div> }
        });
        let rows: Vec<AnyView> = rows.collect();
        let total = &shown.table.totals[at];
        let landed = shown.landed.iter().any(Option::is_some).then(|| {
            view! { <div><dt>{words.landed}</dt><dd>{landed(shown, at)}</dd></div> }
        });
        let facts = shown.facts(seller).into_iter();
        let facts = facts.filter(|(_, value)| !value.is_empty());
        let facts = facts
            .map(|(name, value)| view! { <div><dt>{name}</dt><dd><bdi>{value}</bdi></dd></div> });
        let facts: Vec<AnyView> = facts.collect();
        let name = seller.name.clone();
        let label = (words.open_of)(&name);
        view! {
            <li>
                <h3><bdi>{name}</bdi></h3>
                <dl>
                    {rows}
                    <div class="deal-sum"><dt>{words.total}</dt><dd>{sum(shown, seller, total)}</dd></div>
                    {landed}
                    <div><dt>{words.delivery}</dt><dd>{slowest(shown, total)}</dd></div>
                    {facts}
                    <div><dt>{words.suit}</dt><dd>{shown.suit(seller)}</dd></div>
                </dl>
                <a class="button primary" href=shown.address(seller) aria-label=label>{words.open}</a>
            </li>
        }
    });
    let cards: Vec<AnyView> = cards.collect();
    view! { {hint}<ol class="deal-swipe" tabindex="0" aria-labelledby="deal-compare">{cards}</ol> }
}
