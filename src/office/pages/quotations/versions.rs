//! The versions of a quotation: each with what it changes of the one before, and one of them in full.

use std::sync::Arc;

use api_types::address::Language;
use browser::format;
use domain::Price;
use leptos::prelude::*;
use markup::view;
use workflow::office::quotation::{Bid, Change, Deal, Side, Version, amount_of, diff, total_of};
use workflow::office::request::{Line, Sheet};

use crate::components::{clicked, live, memo};
use crate::locales::words;
use crate::pages::deal::{name_of, say};
use crate::pages::drawn::{Rows, in_pieces};

/// Lines that are drawn in one frame.
const PIECE: usize = 4;

/// All versions, the newest first, and the one that is shown.
pub(super) fn versions(language: Language, deal: Memo<Deal>, sheet: &Sheet, side: Side) -> AnyView {
    let words = &words(language).quotation;
    let newest = memo(move || deal.with(|deal| deal.last().map_or(0, |last| last.number)));
    // Nothing: the newest, whichever that is.
    let chosen: RwSignal<Option<u32>> = RwSignal::new(None);
    let sheet = StoredValue::new(sheet.clone());
    let list = move || {
        let deal = deal.get();
        let shown = chosen.get().unwrap_or(newest.get());
        let rows = deal.versions.iter().enumerate().rev().map(|(at, version)| {
            let before = at.checked_sub(1).and_then(|at| deal.versions.get(at));
            let number = version.number;
            let who = match version.by == side {
                true => words.by_you,
                false => words.by_them,
            };
            let when = match version.at {
                Some(at) => format::moment(language, at),
                None => words.unsent.to_owned(),
            };
            let show = move || chosen.set(Some(number));
            let act = match number == shown {
                true => view! { <span class="note">{words.shown}</span> },
                false => {
                    let label = (words.show)(&number.to_string());
                    view! { <button class="button small" type="button" on:click=clicked(show)>{label}</button> }
                }
            };
            let changes = sheet.with_value(|sheet| told(language, sheet, before, version));
            view! {
                <li>
                    <p class="deal-version"><b>{(words.version)(number, who)}</b>" "<small>{when}</small>{act}</p>
                    {changes}
                </li>
            }
        });
        rows.collect::<Vec<AnyView>>()
    };
    let full = move || {
        let deal = deal.get();
        let shown = chosen.get().unwrap_or(newest.get());
        let version = deal.versions.iter().find(|one| one.number == shown)?;
        Some(sheet.with_value(|sheet| offer(language, sheet, &version.bid)))
    };
    view! {
        {live(full)}
        <h2>{words.versions}</h2>
        <ol class="deal-versions">{live(list)}</ol>
    }
}

fn told(language: Language, sheet: &Sheet, before: Option<&Version>, version: &Version) -> AnyView {
    let all = words(language);
    let note = (!version.bid.note.is_empty())
        .then(|| view! { <blockquote><bdi>{version.bid.note.clone()}</bdi></blockquote> });
    let Some(before) = before else {
        return view! { <p class="note">{all.quotation.first}</p>{note} };
    };
    let changes = diff(&before.bid, &version.bid);
    let lines = changes
        .iter()
        .map(|change| sentence(language, sheet, &version.bid, change));
    let lines: Vec<AnyView> = lines.map(|line| view! { <li>{line}</li> }).collect();
    if lines.is_empty() {
        return view! { <p class="note">{all.quotation.no_change}</p>{note} };
    }
    view! { <ul class="deal-changes">{lines}</ul>{note} }
}

/// One change, in plain words.
fn sentence(language: Language, sheet: &Sheet, bid: &Bid, change: &Change) -> String {
    let words = &words(language).changes;
    let name = |id| {
        let mut lines = sheet.lines.iter();
        let line = lines.find(|line| line.id == Some(id));
        line.map_or_else(String::new, |line| name_of(language, line))
    };
    let price = |text: &str| match text.parse::<Price>() {
        Ok(price) => format::price(language, price.ten_thousandths(), &bid.currency),
        Err(_) => text.to_owned(),
    };
    let day = |text: &str| format::date(language, text);
    let or_none = |text: &str| match text {
        "" => words.nothing.to_owned(),
        text => text.to_owned(),
    };
    match change {
        Change::Offered(line) => (words.offered)(&name(*line)),
        Change::Dropped(line) => (words.dropped)(&name(*line)),
        Change::Price {
            line,
            from,
            to,
            tenths_of_percent: Some(tenths),
        } => {
            let sign = if *tenths < 0 { "−" } else { "+" };
            let share = f64::from(i32::try_from(tenths.abs()).unwrap_or(i32::MAX)) / 10.0;
            let share = format!("{sign}{} %", format::number(language, share));
            (words.price_by)(&name(*line), &price(from), &price(to), &share)
        }
        // In two currencies: as they are written.
        Change::Price { line, from, to, .. } => (words.price)(&name(*line), from, &price(to)),
        Change::Quantity { line, from, to } => (words.quantity)(&name(*line), from, to),
        Change::Days { line, from, to } => (words.days)(&name(*line), &or_none(from), &or_none(to)),
        Change::Alternative { line, to } if to.is_empty() => (words.no_alternative)(&name(*line)),
        Change::Alternative { line, to } => (words.alternative)(&name(*line), to),
        Change::Note(line) => (words.note)(&name(*line)),
        Change::Currency { from, to } => (words.currency)(from, to),
        Change::Incoterm { from, to } => (words.incoterm)(&or_none(from), &or_none(to)),
        Change::Payment { from, to } => (words.payment)(&or_none(from), &or_none(to)),
        Change::ValidUntil { from, to } => (words.valid_until)(&day(from), &day(to)),
    }
}

/// A version in full: what each line costs, and the terms.
fn offer(language: Language, sheet: &Sheet, bid: &Bid) -> AnyView {
    let all = words(language);
    let words = &all.quotation;
    let lines = sheet.filled().map(|(_, line)| line.clone());
    let lines: Vec<Line> = lines.collect();
    let count = lines.len();
    let whole = bid.clone();
    let one = move |line: &Line| {
        let bid = &whole;
        let name = name_of(language, line);
        let own = line
            .id
            .and_then(|id| bid.line(id))
            .filter(|own| own.is_offered);
        let Some(own) = own else {
            return view! {
                <tr><th scope="row"><bdi>{name}</bdi></th><td class="note" colspan="4">{words.not_offered}</td></tr>
            };
        };
        let price = match own.price.parse::<Price>() {
            Ok(price) => format::price(language, price.ten_thousandths(), &bid.currency),
            Err(_) => own.price.clone(),
        };
        let amount = amount_of(own).map_or_else(String::new, |amount| {
            format::amount(language, amount.minor_units(), &bid.currency)
        });
        let days = own.days.parse::<u32>().map_or_else(
            |_| own.days.clone(),
            |days| (words.days)(days, &format::count(language, days)),
        );
        let other = (!own.alternative.is_empty()).then(|| {
            let label = all.compare.alternative;
            view! { <small class="warn">{label}" · "<bdi>{own.alternative.clone()}</bdi></small> }
        });
        let note =
            (!own.note.is_empty()).then(|| view! { <small><bdi>{own.note.clone()}</bdi></small> });
        let quantity = say::counted(language, &own.quantity, &line.unit);
        view! {
            <tr>
                <th scope="row"><bdi>{name}</bdi>{other}{note}</th>
                <td data-of=words.quantity>{quantity}</td>
                <td data-of=all.compare.unit_price>{price}</td>
                <td data-of=all.compare.amount><b>{amount}</b></td>
                <td data-of=words.lead_time>{days}</td>
            </tr>
        }
    };
    let rows: Rows = Arc::new(move |range| lines[range].iter().map(&one).collect());
    let rows = in_pieces(count, PIECE, &rows);
    let total = total_of(bid);
    let total = format::amount(language, total.minor_units(), &bid.currency);
    let heads = [
        all.compare.line,
        words.quantity,
        all.compare.unit_price,
        all.compare.amount,
        words.lead_time,
    ];
    let heads = heads.map(|head| view! { <th scope="col">{head}</th> });
    view! {
        <table class="deal-offer">
            <thead><tr>{heads.into_iter().collect::<Vec<AnyView>>()}</tr></thead>
            <tbody>{rows}</tbody>
            <tfoot><tr><th scope="row" colspan="3">{words.total}</th><td><b>{total}</b></td><td></td></tr></tfoot>
        </table>
        {terms(language, bid)}
    }
}

fn terms(language: Language, bid: &Bid) -> AnyView {
    let words = &words(language).quotation;
    let incoterm = match bid.incoterm.as_str() {
        "" => bid.place.clone(),
        code => format!("{code} {}", bid.place),
    };
    let until = match bid.valid_until.as_str() {
        "" => String::new(),
        day => format::date(language, day),
    };
    let rows = [
        (words.incoterm, incoterm),
        (words.payment, bid.payment.clone()),
        (words.valid_until, until),
        (words.note, bid.note.clone()),
    ];
    let rows = rows.into_iter().filter(|(_, value)| !value.is_empty());
    let rows =
        rows.map(|(name, value)| view! { <div><dt>{name}</dt><dd><bdi>{value}</bdi></dd></div> });
    let rows: Vec<AnyView> = rows.collect();
    view! { <dl class="facts deal-facts">{rows}</dl> }
}
