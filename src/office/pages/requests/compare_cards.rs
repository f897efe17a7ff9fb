use std::ops::Range;
use std::sync::Arc;

use browser::{format, scroll};
use leptos::prelude::*;
use markup::view;

use super::compare::Shown;
use super::compare_table::{landed, price, slowest, sum};
use crate::components::{changed, live};
use crate::locales::words;
use crate::pages::drawn::{Drawn, Rows, in_pieces};

/// Lines of a card that are drawn in one frame: as many as a phone shows of it.
const PIECE: usize = 10;

/// Cards that are drawn behind the one that is seen.
const AHEAD: usize = 2;

/// One quotation a card; the next is a swipe away.
pub(super) fn cards(shown: &Arc<Shown>, drawn: Drawn) -> AnyView {
    let words = &words(shown.language).compare;
    let all = shown.sides.len();
    let number = u32::try_from(all).unwrap_or(u32::MAX);
    let hint = (1 < number).then(|| {
        let hint = (words.swipe)(number, &format::count(shown.language, number));
        view! { <p class="note">{hint}</p> }
    });
    let cards = (0..all).map(|at| {
        let name = shown.sides[at].name.clone();
        let inside = {
            let shown = shown.clone();
            drawn.piece(at, move || inside(&shown, at, drawn))
        };
        view! { <li><h3><bdi>{name}</bdi></h3>{inside}</li> }
    });
    let cards: Vec<AnyView> = cards.collect();
    // The first frame has the first; the next are there before anybody swipes.
    app::components::when_painted(move || drawn.reach(AHEAD));
    let swiped = move |event: leptos::ev::Event| {
        let passed = scroll::passed(&event, all);
        drawn.reach(passed + 1 + AHEAD);
    };
    view! { {hint}<ol class="deal-swipe" tabindex="0" aria-labelledby="deal-compare" on:scroll=changed(swiped)>{cards}</ol> }
}

fn inside(shown: &Arc<Shown>, at: usize, drawn: Drawn) -> AnyView {
    let words = &words(shown.language).compare;
    let seller = &shown.sides[at];
    let all = shown.table.rows.len();
    let rows = if drawn.is_hurried() {
        rows(shown, at, 0..all)
    } else {
        let shown = shown.clone();
        let rows: Rows = Arc::new(move |range| rows(&shown, at, range));
        in_pieces(all, PIECE, &rows)
    };
    let total = &shown.table.totals[at];
    let landed = {
        let shown = shown.clone();
        live(move || {
            let own = shown.landed().and_then(|all| all.get(at).copied());
            own.map(
                |own| view! { <div><dt>{words.landed}</dt><dd>{landed(&shown, own)}</dd></div> },
            )
        })
    };
    let facts = shown.facts(seller).into_iter();
    let facts = facts.filter(|(_, value)| !value.is_empty());
    let facts =
        facts.map(|(name, value)| view! { <div><dt>{name}</dt><dd><bdi>{value}</bdi></dd></div> });
    let facts: Vec<AnyView> = facts.collect();
    let label = (words.open_of)(&seller.name);
    view! {
        <dl>
            {rows}
            <div class="deal-sum"><dt>{words.total}</dt><dd>{sum(shown, seller, total)}</dd></div>
            {landed}
            <div><dt>{words.delivery}</dt><dd>{slowest(shown, total)}</dd></div>
            {facts}
            <div><dt>{words.suit}</dt><dd>{shown.suit(seller)}</dd></div>
        </dl>
        <a class="button primary" href=shown.address(seller) aria-label=label>{words.open}</a>
    }
}

fn rows(shown: &Shown, at: usize, range: Range<usize>) -> Vec<AnyView> {
    let words = &words(shown.language).compare;
    let seller = &shown.sides[at];
    let rows = shown.table.rows.iter().zip(shown.lines());
    let rows = rows.skip(range.start).take(range.len());
    let rows = rows.map(|(row, (name, quantity))| {
        let value = match row.cells[at] {
            Some(cell) => price(shown, seller, row.line, cell),
            None => view! { <span class="note">{words.not_quoted}</span> },
        };
        view! { <div><dt><bdi>{name}</bdi><small>{quantity}</small></dt><dd>{value}</dd></div> }
    });
    rows.collect()
}
