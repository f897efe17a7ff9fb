//! The lines of a pasted list, those first that somebody has to look at.

use api_types::catalogue::Card;
use browser::{field, format};
use leptos::prelude::*;
use markup::view;
use search::lines::Row;
use workflow::office::request::pasted;

use super::look::{Look, Told};
use crate::components::{changed, clicked, live};
use crate::locales::words;
use crate::matcher::Readiness;
use crate::pages::deal::say;

/// As many as are built at once: a list of hundreds stays quick under the fingers.
const SHOWN: usize = 40;

pub(super) fn rows(look: Look) -> AnyView {
    let shown = RwSignal::new(SHOWN);
    let list = move || {
        let (list, told) = (look.list.get(), look.told()?);
        let mut order: Vec<usize> = (0..list.rows.len()).collect();
        order.sort_by_key(|at| told.get(*at).map_or(0, urgency));
        let rows = order
            .iter()
            .take(shown.get())
            .filter_map(|at| Some(row(look, *at, list.rows.get(*at)?, told.get(*at)?)));
        let rows: Vec<AnyView> = rows.collect();
        (!rows.is_empty()).then(|| view! { <ol class="deal-pasted">{rows}</ol> })
    };
    let more = move || {
        let all = look.list.with(|list| list.rows.len());
        let rest = all.saturating_sub(shown.get());
        (0 < rest && look.told().is_some()).then(|| {
            let label = counted(look, words(look.desk.language).paste.more, rest);
            let more = move || shown.update(|shown| *shown += 2 * SHOWN);
            view! { <p class="actions"><button class="button" type="button" on:click=clicked(more)>{label}</button></p> }
        })
    };
    view! {
        <div role="status" class="stack">{live(move || summary(look))}</div>
        {live(list)}
        {live(more)}
        {live(move || unread(look))}
    }
}

/// What may mean several things before what means nothing, and that before what is sure.
fn urgency(told: &Told) -> u8 {
    match (told.sure, told.choices.is_empty()) {
        (None, false) => 0,
        (None, true) => 1,
        (Some(_), _) => 2,
    }
}

fn counted(look: Look, say: fn(u32, &str) -> String, number: usize) -> String {
    let number = u32::try_from(number).unwrap_or(u32::MAX);
    say(number, &format::count(look.desk.language, number))
}

/// How many lines are what.
fn summary(look: Look) -> Vec<AnyView> {
    let words = &words(look.desk.language).paste;
    let all = look.list.with(|list| list.rows.len());
    if all == 0 {
        return Vec::new();
    }
    let Some(told) = look.told() else {
        return vec![view! { <p class="note">{words.waiting}</p> }];
    };
    let sure = (0..all).filter(|at| look.taken(*at).is_some()).count();
    let open = (0..all).filter(|at| look.is_open(*at)).count();
    let unlike = told.iter().filter(|told| told.choices.is_empty()).count();
    let left = all - look.fitting() + look.list.with(|list| list.left_out);
    let is_failed = look.desk.matcher.readiness() == Readiness::Failed && unlike == all;
    let lines = [
        ("", words.sure, sure),
        ("warn", words.doubtful, open),
        ("", words.unknown, if is_failed { 0 } else { unlike }),
        ("warn", words.no_room, left),
    ];
    let failed = is_failed.then(|| view! { <p class="warn">{words.failed}</p> });
    let lines = lines.into_iter().filter(|(.., count)| 0 < *count);
    let lines = lines.map(|(tone, say, count)| {
        let line = counted(look, say, count);
        view! { <p class=tone>{line}</p> }
    });
    failed.into_iter().chain(lines).collect()
}

fn row(look: Look, at: usize, row: &Row, told: &Told) -> AnyView {
    let words = &words(look.desk.language).paste;
    let language = look.desk.language;
    let number = row.number;
    let quantity = row.quantity.map(|count| {
        let unit = pasted::unit(row).unwrap_or("C62");
        let shown = say::counted(language, &count.to_string(), unit);
        view! { <b>{shown}</b> }
    });
    let meaning = if told.choices.is_empty() {
        view! { <p class="note">{words.nothing_like_it}</p> }
    } else {
        let own = row.text.clone();
        let choose = move |event: leptos::ev::Event| {
            look.pick(&own, field::of(&event).value.parse().ok());
        };
        let option = |product: Option<u32>, name: String| {
            let value = product.map_or_else(String::new, |product| product.to_string());
            let is_chosen = live(move || look.taken(at) == product);
            view! { <option value=value prop:selected=is_chosen>{name}</option> }
        };
        let products = told.choices.iter().filter_map(|product| {
            let card = untrack(|| look.card(*product))?;
            Some(option(Some(*product), name(look, &card)))
        });
        let mut options: Vec<AnyView> = products.collect();
        options.push(option(None, words.as_written.to_owned()));
        let label = (words.means)(number);
        view! { <select aria-label=label on:change=changed(choose)>{options}</select> }
    };
    let is_open = live(move || look.is_open(at).then_some("true"));
    view! {
        <li data-open=is_open>
            <p><small>{number.to_string()}</small>" "<bdi>{row.text.clone()}</bdi>{quantity}</p>
            {meaning}
        </li>
    }
}

/// A product and who sells it.
fn name(look: Look, card: &Card) -> String {
    let language = look.desk.language;
    let name = crate::pages::say(language, &card.name);
    let front = untrack(|| look.desk.matcher.front());
    let code = card.id.split_once('.').map_or("", |(code, _)| code);
    format!(
        "{name} · {}",
        say::supplier(language, front.as_deref(), code)
    )
}

/// What names no goods, by line.
fn unread(look: Look) -> Option<AnyView> {
    let words = &words(look.desk.language).paste;
    let list = look.list.get();
    let count = list.unread.len();
    (0 < count).then(|| {
        let lines = list.unread.iter().take(SHOWN).map(|row| {
            let line = (words.unread_line)(&row.number.to_string(), &row.text);
            view! { <li><bdi>{line}</bdi></li> }
        });
        let lines: Vec<AnyView> = lines.collect();
        let said = counted(look, words.unread, count);
        view! { <div class="bad"><p>{said}</p><ul class="deal-lacks">{lines}</ul></div> }
    })
}
