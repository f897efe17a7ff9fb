use browser::format;
use domain::Amount;
use leptos::prelude::*;
use markup::view;
use workflow::office::compare::{Cell, Total};

use super::compare::{Seller, Shown};
use crate::locales::words;

/// Lines down, suppliers across.
pub(super) fn table(shown: &Shown) -> AnyView {
    let words = &words(shown.language).compare;
    let heads = shown.sides.iter().map(|seller| {
        let name = seller.name.clone();
        let label = (words.open_of)(&name);
        view! { <th scope="col"><a href=shown.address(seller) aria-label=label><bdi>{name}</bdi></a></th> }
    });
    let heads: Vec<AnyView> = heads.collect();
    let lines = shown.lines();
    let rows = shown.table.rows.iter().zip(lines).map(|(row, (name, quantity))| {
        let cells = row.cells.iter().zip(&shown.sides);
        let cells = cells.map(|(cell, seller)| self::cell(shown, seller, row.line, *cell));
        let cells: Vec<AnyView> = cells.collect();
        view! { <tr><th scope="row"><bdi>{name}</bdi><small>{quantity}</small></th>{cells}</tr> }
    });
    let rows: Vec<AnyView> = rows.collect();
    let totals = shown.table.totals.iter().zip(&shown.sides);
    let totals = totals.map(|(total, seller)| view! { <td>{sum(shown, seller, total)}</td> });
    let totals: Vec<AnyView> = totals.collect();
    let has_landed = shown.landed.iter().any(Option::is_some);
    let landed = has_landed.then(|| {
        let cells = (0..shown.sides.len()).map(|at| view! { <td>{landed(shown, at)}</td> });
        let cells: Vec<AnyView> = cells.collect();
        view! { <tr><th scope="row">{words.landed}</th>{cells}</tr> }
    });
    let suits = shown.sides.iter();
    let suits = suits.map(|seller| view! { <td>{shown.suit(seller)}</td> });
    let suits: Vec<AnyView> = suits.collect();
    let days = shown
        .table
        .totals
        .iter()
        .map(|total| view! { <td>{slowest(shown, total)}</td> });
    let days: Vec<AnyView> = days.collect();
    let facts: Vec<_> = shown
        .sides
        .iter()
        .map(|seller| shown.facts(seller))
        .collect();
    let names = facts
        .first()
        .map(|facts| facts.iter().map(|(name, _)| *name).collect());
    let names: Vec<&str> = names.unwrap_or_default();
    let facts = names.into_iter().enumerate().map(|(at, name)| {
        let cells = facts.iter().map(|facts| {
            let value = facts[at].1.clone();
            view! { <td><bdi>{value}</bdi></td> }
        });
        let cells: Vec<AnyView> = cells.collect();
        view! { <tr><th scope="row">{name}</th>{cells}</tr> }
    });
    let facts: Vec<AnyView> = facts.collect();
    view! {
        <div class="deal-scroll" tabindex="0" role="group" aria-label=words.lead>
            <table>
                <thead><tr><th scope="col">{words.line}</th>{heads}</tr></thead>
                <tbody>{rows}</tbody>
                <tbody class="deal-sums">
                    <tr><th scope="row">{words.total}</th>{totals}</tr>
                    {landed}
                    <tr><th scope="row">{words.delivery}</th>{days}</tr>
                    {facts}
                    <tr><th scope="row">{words.suit}</th>{suits}</tr>
                </tbody>
            </table>
        </div>
    }
}

fn cell(shown: &Shown, seller: &Seller, line: domain::Id, cell: Option<Cell>) -> AnyView {
    let words = &words(shown.language).compare;
    match cell {
        None => view! { <td class="note">{words.not_quoted}</td> },
        Some(cell) => view! { <td>{price(shown, seller, line, cell)}</td> },
    }
}

/// The price of a unit, what the line comes to, and what is to be known of it.
pub(super) fn price(shown: &Shown, seller: &Seller, line: domain::Id, cell: Cell) -> AnyView {
    let words = &words(shown.language).compare;
    let (language, code) = (shown.language, shown.table.currency.code());
    let unit = format::price(language, cell.price.ten_thousandths(), code);
    let amount = format::amount(language, cell.amount.minor_units(), code);
    let best = cell
        .is_cheapest
        .then(|| view! { <span class="deal-best">{words.cheapest}</span> });
    let own = seller.offer.lines.get(&line);
    let is_other = own.is_some_and(|own| own.is_alternative);
    let other = is_other.then(|| view! { <small class="warn">{words.alternative}</small> });
    view! { <b>{unit}</b>{best}<small>{amount}</small>{other} }
}

pub(super) fn sum(shown: &Shown, seller: &Seller, total: &Total) -> AnyView {
    let words = &words(shown.language).compare;
    let (language, code) = (shown.language, shown.table.currency.code());
    let common = format::amount(language, total.common.minor_units(), code);
    let best = total
        .is_cheapest
        .then(|| view! { <span class="deal-best">{words.cheapest}</span> });
    let own = (seller.offer.currency != shown.table.currency).then(|| {
        let own = seller.offer.currency.code();
        let own = format::amount(language, total.own.minor_units(), own);
        view! { <small>{(words.own_currency)(&own)}</small> }
    });
    let part = (total.lines < shown.table.rows.len()).then(|| {
        let count =
            |number: usize| format::count(language, u32::try_from(number).unwrap_or(u32::MAX));
        let part = (words.partial)(&count(total.lines), &count(shown.table.rows.len()));
        view! { <small class="warn">{part}</small> }
    });
    view! { <b>{common}</b>{best}{own}{part} }
}

/// With freight, insurance and duty; where one of them is not known, no sum is made.
pub(super) fn landed(shown: &Shown, at: usize) -> AnyView {
    let words = &words(shown.language).compare;
    let Some(landed) = shown.landed[at] else {
        return view! { <small>{words.landed_unknown}</small> };
    };
    let (language, code) = (shown.language, shown.table.currency.code());
    let amount = |amount: Amount| format::amount(language, amount.minor_units(), code);
    let best = landed
        .is_cheapest
        .then(|| view! { <span class="deal-best">{words.cheapest}</span> });
    let parts = [landed.freight, landed.insurance, landed.duty];
    let parts = parts.into_iter().zip(words.landed_parts);
    let parts = parts.filter(|(part, _)| *part != Amount::default());
    let parts = parts.map(|(part, name)| view! { <small>"+ "{amount(part)}" "{name}</small> });
    let parts: Vec<AnyView> = parts.collect();
    view! { <b>{amount(landed.total)}</b>{best}{parts} }
}

pub(super) fn slowest(shown: &Shown, total: &Total) -> AnyView {
    let all = words(shown.language);
    let days = total
        .days
        .map(u32::from)
        .map(|days| (all.quotation.days)(days, &format::count(shown.language, days)));
    let best = total
        .is_fastest
        .then(|| view! { <span class="deal-best">{all.compare.fastest}</span> });
    view! { {days}{best} }
}
