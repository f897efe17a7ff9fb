use api_types::address::Place;
use api_types::catalogue::Front;
use browser::{field, format};
use leptos::prelude::*;
use market::MAX_ASKED;
use markup::view;
use workflow::office::request::{Spot, Suitor};

use super::super::suits;
use super::Desk;
use crate::components::{changed, clicked, live, memo};
use crate::locales::words;
use crate::matcher::Readiness;
use crate::pages::deal::say;

/// As many as a buyer looks through at first, and with each press.
const SHOWN: usize = 6;
/// As many as are compared with ease.
const BEST: usize = 3;
/// Reasons of each.
const REASONS: usize = 4;

pub(super) fn who(desk: Desk) -> AnyView {
    let words = &words(desk.language).compose;
    let needs = memo(move || desk.sheet.with(|sheet| suits::needs(desk.matcher, sheet)));
    let found = suits::follow(desk.matcher, needs);
    let is_blank = memo(move || desk.sheet.with(|sheet| sheet.filled().next().is_none()));
    let shown = RwSignal::new(SHOWN);
    let readiness = memo(move || desk.matcher.readiness());
    let status = move || {
        let line = match (is_blank.get(), readiness.get(), found.with(Vec::is_empty)) {
            (true, ..) => words.who_none,
            (_, Readiness::Failed, true) => words.who_failed,
            (_, Readiness::Preparing, true) => words.who_waiting,
            (_, Readiness::Ready, true) => words.who_nobody,
            (_, _, false) => return ().into_any(),
        };
        view! { <p class="note">{line}</p> }
    };
    let list = move || {
        let front = desk.matcher.front();
        let lines = desk.sheet.with(|sheet| sheet.filled().count());
        let found = found.get();
        let named = front
            .iter()
            .flat_map(|front| found.iter().filter_map(|one| code(front, one)));
        let named: Vec<String> = named.map(str::to_owned).collect();
        // Who is asked already and is not found: from a product page, or by other words.
        let asked = untrack(|| desk.sheet.with(|sheet| sheet.asked.clone()));
        let others = asked.into_iter().filter(|code| !named.contains(code));
        let others = others.map(|code| row(desk, &code, None, lines));
        let rows = found.iter().take(shown.get()).filter_map(|one| {
            let code = code(front.as_deref()?, one)?.to_owned();
            Some(row(desk, &code, Some(one), lines))
        });
        let rows: Vec<AnyView> = others.chain(rows).collect();
        (!rows.is_empty()).then(|| view! { <ul class="deal-who">{rows}</ul> })
    };
    let more = move || {
        let has_more = shown.get() < found.with(Vec::len);
        has_more.then(|| {
            let more = move || shown.update(|shown| *shown += SHOWN);
            view! { <button class="button" type="button" on:click=clicked(more)>{words.more}</button> }
        })
    };
    let choose = move |most: usize| {
        let Some(front) = desk.matcher.front() else {
            return;
        };
        let found = found.get_untracked();
        let codes = found.iter().take(most).filter_map(|one| code(&front, one));
        let codes: Vec<&str> = codes.collect();
        desk.change(Some(Spot::Asked), |sheet| {
            for code in codes {
                sheet.ask(code, true);
            }
        });
        desk.save();
    };
    let best = move || {
        let number = found.with(Vec::len).min(MAX_ASKED);
        let can = desk.may_write && 0 < number;
        can.then(|| {
            let shown = u32::try_from(number).unwrap_or(u32::MAX);
            let all = (words.all)(&format::count(desk.language, shown));
            let all = (BEST < number).then(|| {
                view! { <button class="button" type="button" on:click=clicked(move || choose(MAX_ASKED))>{all}</button> }
            });
            view! { <button class="button" type="button" on:click=clicked(move || choose(BEST))>{words.best}</button>{all} }
        })
    };
    let chosen = move || {
        let number = desk.sheet.with(|sheet| sheet.asked.len());
        let number = u32::try_from(number).unwrap_or(u32::MAX);
        (words.chosen)(number, &format::count(desk.language, number))
    };
    let fault = desk.fault(Spot::Asked);
    let wrong = move || {
        fault.get().map(|fault| {
            view! { <p class="bad" id="deal-asked-note">{say::fault(desk.language, fault)}</p> }
        })
    };
    view! {
        <section class="panel stack" aria-labelledby="deal-who">
            <h2 id="deal-who" tabindex="-1">{words.who}</h2>
            <p class="note">{words.who_hint}</p>
            {live(wrong)}
            <div role="status">{live(status)}</div>
            {live(list)}
            <p class="actions">{live(best)}{live(more)}</p>
            <p role="status"><b>{live(chosen)}</b></p>
        </section>
    }
}

fn code<'a>(front: &'a Front, one: &Suitor) -> Option<&'a str> {
    let card = front.suppliers.get(usize::from(one.supplier))?;
    Some(&card.code)
}

fn row(desk: Desk, code: &str, found: Option<&Suitor>, lines: usize) -> AnyView {
    let all = words(desk.language);
    let words = &all.compose;
    let own = code.to_owned();
    let is_asked = memo(move || desk.sheet.with(|sheet| sheet.asked.contains(&own)));
    let choose = {
        let code = code.to_owned();
        move |event: leptos::ev::Event| {
            let is_asked = !field::of(&event).value.is_empty();
            desk.change(Some(Spot::Asked), |sheet| sheet.ask(&code, is_asked));
            desk.save();
        }
    };
    let name = {
        let code = code.to_owned();
        move || say::supplier(desk.language, desk.matcher.front().as_deref(), &code)
    };
    let covers = found.filter(|_| 1 < lines).map(|one| {
        let count =
            |number: usize| format::count(desk.language, u32::try_from(number).unwrap_or(u32::MAX));
        (words.suits)(&count(one.lines.len()), &count(lines))
    });
    let has_target = untrack(|| {
        desk.sheet
            .with(|sheet| sheet.filled().any(|(_, line)| !line.target.is_empty()))
    });
    let reasons = found.map_or_else(Vec::new, Suitor::reasons);
    let reasons = reasons
        .into_iter()
        .filter_map(|about| say::reason(desk.language, about, has_target));
    let reasons = covers.into_iter().chain(reasons).take(REASONS);
    let reasons: Vec<AnyView> = reasons.map(|line| view! { <li>{line}</li> }).collect();
    let locked = (!desk.may_write).then_some("");
    let page = Place::Supplier(code).address(desk.language);
    let page_name = {
        let name = name.clone();
        move || format!("{}: {}", words.in_catalogue, name())
    };
    view! {
        <li>
            <label class="deal-one"><input type="checkbox" value="on" disabled=locked prop:checked=live(move || is_asked.get()) on:change=changed(choose)/><b><bdi>{live(name)}</bdi></b></label>
            <ul class="deal-why">{reasons}</ul>
            <a href=page rel="external" target="_blank" aria-label=live(page_name)>{words.in_catalogue}</a>
        </li>
    }
}
