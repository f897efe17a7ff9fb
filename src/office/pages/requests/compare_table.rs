use std::ops::Range;
use std::sync::Arc;

use app::components::after_paint;
use browser::format;
use domain::Amount;
use leptos::prelude::*;
use markup::view;
use workflow::office::compare::{Cell, Landed, Total};

use super::compare::{Seller, Shown};
use crate::components::{live, memo};
use crate::locales::words;
use crate::pages::drawn::{Rows, in_pieces};

/// Lines that are drawn in one frame.
const PIECE: usize = 4;

/// Lines down, suppliers across.
pub(super) fn table(shown: &Arc<Shown>) -> AnyView {
    let words = &words(shown.language).compare;
    let heads = shown.sides.iter().map(|seller| {
        let name = seller.name.clone();
        let label = (words.open_of)(&name);
        view! { <th scope="col"><a href=shown.address(seller) aria-label=label><bdi>{name}</bdi></a></th> }
    });
    let heads: Vec<AnyView> = heads.collect();
    let rows: Rows = {
        let shown = shown.clone();
        Arc::new(move |range| rows(&shown, range))
    };
    let rows = in_pieces(shown.table.rows.len(), PIECE, &rows);
    // Below the rows, and drawn after the first of them.
    let sums = {
        let shown = shown.clone();
        after_paint(move || sums(&shown))
    };
    view! {
        <div class="deal-scroll" tabindex="0" role="group" aria-label=words.lead>
            <table>
                <thead><tr><th scope="col">{words.line}</th>{heads}</tr></thead>
                <tbody>{rows}</tbody>
                <tbody class="deal-sums">{sums}</tbody>
            </table>
        </div>
    }
}

fn rows(shown: &Shown, range: Range<usize>) -> Vec<AnyView> {
    let lines = shown.lines();
    let rows = shown.table.rows.iter().zip(lines);
    let rows = rows.skip(range.start).take(range.len());
    let rows = rows.map(|(row, (name, quantity))| {
        let cells = row.cells.iter().zip(&shown.sides);
        let cells = cells.map(|(cell, seller)| self::cell(shown, seller, row.line, *cell));
        let cells: Vec<AnyView> = cells.collect();
        view! { <tr><th scope="row"><bdi>{name}</bdi><small>{quantity}</small></th>{cells}</tr> }
    });
    rows.collect()
}

/// What is said of each quotation as a whole.
fn sums(shown: &Arc<Shown>) -> AnyView {
    let words = &words(shown.language).compare;
    let row = |name: &'static str, cells: Vec<AnyView>| {
        let cells: Vec<AnyView> = cells
            .into_iter()
            .map(|cell| view! { <td>{cell}</td> })
            .collect();
        view! { <tr><th scope="row">{name}</th>{cells}</tr> }
    };
    let totals = || shown.table.totals.iter().zip(&shown.sides);
    let sums = totals().map(|(total, seller)| sum(shown, seller, total));
    let landed = {
        let all = {
            let shown = shown.clone();
            memo(move || shown.landed())
        };
        let shown = shown.clone();
        live(move || {
            all.get().map(|all| {
                let cells = all.into_iter().map(|one| landed(&shown, one));
                let cells = cells.map(|cell| view! { <td>{cell}</td> });
                let cells: Vec<AnyView> = cells.collect();
                let name = words.landed;
                view! { <tr><th scope="row">{name}</th>{cells}</tr> }
            })
        })
    };
    let days = totals().map(|(total, _)| slowest(shown, total));
    let facts = shown.sides.iter().map(|seller| shown.facts(seller));
    let facts: Vec<_> = facts.collect();
    let names = facts.first().map_or(&[][..], Vec::as_slice);
    let told = names.iter().enumerate().map(|(at, (name, _))| {
        let cells = facts.iter().map(|facts| {
            let value = facts[at].1.clone();
            view! { <bdi>{value}</bdi> }
        });
        row(name, cells.collect())
    });
    let told: Vec<AnyView> = told.collect();
    let suits = shown.sides.iter().map(|seller| shown.suit(seller));
    view! {
        {row(words.total, sums.collect())}
        {landed}
        {row(words.delivery, days.collect())}
        {told}
        {row(words.suit, suits.collect())}
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
pub(super) fn landed(shown: &Shown, landed: Option<Landed>) -> AnyView {
    let words = &words(shown.language).compare;
    let Some(landed) = landed else {
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
