use std::sync::Arc;

use browser::{document, field};
use leptos::prelude::*;
use markup::view;
use workflow::office::request::terms::{CERTIFICATES, INCOTERMS, PORTS};
use workflow::office::request::{Sheet, Spot};

use super::Desk;
use crate::components::{changed, clicked, icon, live, memo};
use crate::locales::words;
use crate::pages::cell::{Cell, Shape};
use crate::pages::deal::say;

/// What the list of ports ends with, for all others.
const ELSEWHERE: &str = "-";

pub(super) fn terms(desk: Desk) -> AnyView {
    let words = &words(desk.language).compose;
    let language = desk.language;
    let incoterms = INCOTERMS.map(|code| (code.to_owned(), say::incoterm(language, code)));
    let incoterms = Shape::Choice(blank_first(words.choose, incoterms.to_vec()));
    let currencies = ["CNY", "SGD", "USD"].map(|code| {
        let name = say_currency(desk, code);
        (code.to_owned(), format!("{code} · {name}"))
    });
    view! {
        <section class="panel stack" aria-labelledby="deal-terms">
            <h2 id="deal-terms">{words.terms}</h2>
            <div class="deal-terms">
                {destination(desk)}
                {one(desk, "incoterm", words.incoterm, incoterms, None, |sheet| &mut sheet.incoterm)}
                {one(desk, "needed-by", words.needed_by, Shape::Date, Some(Spot::NeededBy), |sheet| &mut sheet.needed_by)}
                {one(desk, "valid-until", words.valid_until, Shape::Date, Some(Spot::ValidUntil), |sheet| &mut sheet.valid_until)}
                {one(desk, "currency", words.currency, Shape::Choice(currencies.to_vec()), None, |sheet| &mut sheet.currency)}
                {certificates(desk)}
            </div>
            {one(desk, "note", words.note, Shape::Long(3), None, |sheet| &mut sheet.note)}
        </section>
    }
}

fn say_currency(desk: Desk, code: &str) -> &'static str {
    let choices = words(desk.language).catalogue.choices;
    let currencies = choices.iter().find(|(column, _)| *column == "currency");
    let mut currencies = currencies.into_iter().flat_map(|(_, list)| list.iter());
    currencies
        .find(|(have, _)| *have == code)
        .map_or("", |(_, name)| *name)
}

fn blank_first(label: &str, mut choices: Vec<(String, String)>) -> Vec<(String, String)> {
    choices.insert(0, (String::new(), label.to_owned()));
    choices
}

fn one(
    desk: Desk,
    id: &str,
    label: &str,
    shape: Shape,
    spot: Option<Spot>,
    of: fn(&mut Sheet) -> &mut String,
) -> AnyView {
    let value = memo(move || of(&mut desk.sheet.get()).clone());
    let fault = memo(move || {
        let fault = desk.faults.with(|faults| faults.get(&spot?).copied())?;
        Some(say::fault(desk.language, fault).to_owned())
    });
    let hint = words(desk.language).compose.note_hint;
    let set = move |text: String, is_done: bool| {
        desk.change(spot, |sheet| *of(sheet) = text);
        if is_done {
            desk.save();
        }
    };
    Cell {
        id: format!("deal-{id}"),
        label: label.to_owned(),
        spoken: None,
        placeholder: if id == "note" { hint } else { "" },
        shape,
        value,
        set: Arc::new(set),
        fault,
        is_locked: !desk.may_write,
    }
    .view()
}

/// A list of ports, or the code of any other place.
fn destination(desk: Desk) -> AnyView {
    let words = &words(desk.language).compose;
    let present = untrack(|| desk.sheet.with(|sheet| sheet.destination.clone()));
    let is_elsewhere = !present.is_empty() && !PORTS.contains(&present.as_str());
    let is_elsewhere = RwSignal::new(is_elsewhere);
    let value = memo(move || {
        let code = desk.sheet.with(|sheet| sheet.destination.clone());
        match is_elsewhere.get() {
            true => ELSEWHERE.to_owned(),
            false => code,
        }
    });
    let set = move |code: String, is_done: bool| {
        is_elsewhere.set(code == ELSEWHERE);
        let code = if code == ELSEWHERE {
            String::new()
        } else {
            code
        };
        desk.change(Some(Spot::Destination), |sheet| sheet.destination = code);
        if is_elsewhere.get_untracked() {
            request_animation_frame(|| document::focus("#deal-elsewhere"));
        } else if is_done {
            desk.save();
        }
    };
    let mut ports: Vec<(String, String)> = PORTS
        .iter()
        .map(|code| {
            let name = say::port(desk.language, code);
            ((*code).to_owned(), format!("{name} · {code}"))
        })
        .collect();
    ports.push((ELSEWHERE.to_owned(), words.elsewhere.to_owned()));
    let list = Cell {
        id: "deal-destination".to_owned(),
        label: words.destination.to_owned(),
        spoken: None,
        placeholder: "",
        shape: Shape::Choice(blank_first(words.choose, ports)),
        value,
        set: Arc::new(set),
        fault: memo(|| None),
        is_locked: !desk.may_write,
    }
    .view();
    let code = move || {
        is_elsewhere.get().then(|| {
            let upper = |sheet: &mut Sheet| {
                sheet.destination = sheet.destination.trim().to_ascii_uppercase();
            };
            let field = one(
                desk,
                "elsewhere",
                words.elsewhere_code,
                Shape::Text,
                Some(Spot::Destination),
                |sheet| &mut sheet.destination,
            );
            let tidy = move |_| desk.change(None, upper);
            view! { <div on:focusout=changed(tidy)>{field}</div> }
        })
    };
    view! { <div>{list}{live(code)}</div> }
}

/// Chips, and a field that adds one.
fn certificates(desk: Desk) -> AnyView {
    let words = &words(desk.language).compose;
    let chosen = memo(move || desk.sheet.with(|sheet| sheet.certificates.clone()));
    let typed = RwSignal::new(String::new());
    let add = move || {
        let kind = typed.get_untracked().trim().to_owned();
        if !kind.is_empty() {
            desk.change(None, |sheet| {
                if !sheet.certificates.contains(&kind) {
                    sheet.certificates.push(kind);
                }
            });
            desk.save();
            typed.set(String::new());
        }
    };
    let chips = move || {
        let chips = chosen.get().into_iter().map(|kind| {
            let label = (words.drop_certificate)(&kind);
            let name = kind.clone();
            let drop = move || {
                desk.change(None, |sheet| sheet.certificates.retain(|have| *have != kind));
                desk.save();
                document::focus("#deal-certificate");
            };
            view! { <li><button class="chip" type="button" aria-label=label on:click=clicked(drop)>{name}" "{icon("x")}</button></li> }
        });
        let chips: Vec<AnyView> = chips.collect();
        (!chips.is_empty()).then(|| view! { <ul class="chips">{chips}</ul> })
    };
    let options: Vec<AnyView> = CERTIFICATES
        .iter()
        .map(|kind| view! { <option value=*kind></option> })
        .collect();
    let write = move |event: leptos::ev::Event| typed.set(field::of(&event).value);
    let pressed = move |event: leptos::ev::Event| {
        if !field::is_composing(&event) && field::key(&event) == "Enter" {
            event.prevent_default();
            add();
        }
    };
    let locked = (!desk.may_write).then_some("");
    view! {
        <div class="field">
            <label for="deal-certificate">{words.certificates}</label>
            <div class="control">
                <input id="deal-certificate" type="text" list="deal-kinds" autocomplete="off" readonly=locked prop:value=live(move || typed.get())
                    on:input=changed(write) on:keydown=changed(pressed)/>
                <button class="button" type="button" disabled=locked on:click=clicked(add)>{words.add_certificate}</button>
            </div>
            <datalist id="deal-kinds">{options}</datalist>
            {live(chips)}
        </div>
    }
}
