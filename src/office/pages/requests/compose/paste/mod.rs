//! A list that is pasted, or read out of a file: looked up by the engine, shown line by line, added to the request by one
//! press. It is kept with the draft until then.

mod look;
mod rows;

use std::collections::BTreeSet;

use browser::file::{self, Given};
use browser::{chance, document, field, format, intake};
use leptos::prelude::*;
use markup::view;
use workflow::office::request::{MOST_LINES, Spot, pasted};

use super::Desk;
use crate::components::{changed, clicked, live, spawn};
use crate::locales::words;
use crate::pages::deal::say;
use look::Look;

/// Bytes of a workbook: pictures in it may be most of it.
const LARGEST: f64 = 20e6;

pub(super) fn paste(desk: Desk) -> AnyView {
    if !desk.may_write {
        return ().into_any();
    }
    let title = words(desk.language).paste.title;
    // What was done is said beside the panel, which is gone by then.
    let said = RwSignal::new(String::new());
    let body = move || {
        desk.is_pasting.get().then(|| {
            view! {
                <section class="panel stack" aria-labelledby="deal-paste">
                    <h2 id="deal-paste">{title}</h2>
                    {panel(desk, said)}
                </section>
            }
        })
    };
    view! { <p class="said-line" role="status">{live(move || said.get())}</p>{live(body)} }
}

fn panel(desk: Desk, said: RwSignal<String>) -> AnyView {
    let words = &words(desk.language).paste;
    let look = Look::open(desk);
    let trouble: RwSignal<Option<&'static str>> = RwSignal::new(None);
    let take = move |text: String| {
        let is_short = text.len() <= pasted::LONGEST;
        trouble.set((!is_short).then_some(words.too_long));
        if is_short {
            desk.change(Some(Spot::Pasted), |sheet| sheet.pasted = text);
        }
    };
    let typed = move |event: leptos::ev::Event| take(field::of(&event).value);
    let chosen = move |event: leptos::ev::Event| {
        let Some(given) = file::chosen(&event) else {
            return;
        };
        spawn(async move {
            let text = read(&given).await;
            // The page may be gone by now.
            if trouble.try_with_untracked(|_| ()).is_none() {
                return;
            }
            match text {
                Ok(text) => {
                    take(text);
                    desk.save();
                }
                Err(Unread::Spreadsheet) => trouble.set(Some(words.spreadsheet)),
                Err(Unread::TooLong) => trouble.set(Some(words.too_long)),
                Err(Unread::NotText) => trouble.set(Some(words.not_text)),
            }
        });
    };
    let close = move || {
        desk.is_pasting.set(false);
        document::focus("#deal-what");
    };
    let discard = move || {
        desk.change(Some(Spot::Pasted), |sheet| sheet.pasted.clear());
        desk.save();
        close();
    };
    let add = move || {
        let count = u32::try_from(add(desk, look)).unwrap_or(u32::MAX);
        said.set((words.added)(count, &format::count(desk.language, count)));
        if desk.sheet.with_untracked(|sheet| sheet.pasted.is_empty()) {
            close();
        }
    };
    let fault = desk.fault(Spot::Pasted);
    let is_wrong = move || (fault.get().is_some() || trouble.get().is_some()).then_some("true");
    let wrong = move || {
        let line = fault.get().map(|fault| say::fault(desk.language, fault));
        let line = trouble.get().or(line);
        line.map(|line| view! { <span class="bad">{line}</span> })
    };
    let found = move || trouble.get().is_none().then(|| rows::rows(look));
    let button = move || {
        let count = u32::try_from(look.fitting()).unwrap_or(u32::MAX);
        let can = 0 < count && look.is_ready() && trouble.get().is_none();
        can.then(|| {
            let label = (words.add)(count, &format::count(desk.language, count));
            view! { <button class="button primary" type="button" on:click=clicked(add)>{label}</button> }
        })
    };
    view! {
        <p class="note">{words.hint}</p>
        <div class="field">
            <label for="deal-pasted">{words.list}</label>
            <div class="control">
                <textarea id="deal-pasted" rows="8" wrap="off" spellcheck="false" placeholder=words.example aria-describedby="deal-pasted-note"
                    aria-invalid=live(is_wrong) prop:value=live(move || look.text()) on:input=changed(typed)
                    on:change=changed(move |_| desk.save())></textarea>
            </div>
            <p class="note" id="deal-pasted-note" role="alert">{live(wrong)}</p>
        </div>
        <p class="actions">
            <label class="button" for="deal-list-file">{words.file}</label>
            <input class="visually-hidden" id="deal-list-file" type="file" accept=".xlsx,.xlsm,.csv,.txt,.tsv,text/csv,text/plain" on:change=changed(chosen)/>
        </p>
        {live(found)}
        <p class="actions">{live(button)}<button class="button" type="button" on:click=clicked(discard)>{words.discard}</button></p>
    }
}

/// Why a file is not a list.
enum Unread {
    Spreadsheet,
    TooLong,
    NotText,
}

async fn read(given: &Given) -> Result<String, Unread> {
    let name = given.name().to_lowercase();
    let is_of = |ends: &[&str]| ends.iter().any(|end| name.ends_with(end));
    if is_of(&[".xls", ".ods", ".numbers", ".et"]) {
        return Err(Unread::Spreadsheet);
    }
    if is_of(&[".xlsx", ".xlsm"]) {
        return workbook(given).await;
    }
    if f64::from(u32::try_from(pasted::LONGEST).unwrap_or(u32::MAX)) < given.size() {
        return Err(Unread::TooLong);
    }
    let text = given.text().await.map_err(|_| Unread::NotText)?;
    // Nothing that people write has this; pictures and programs do.
    if text.contains('\0') {
        return Err(Unread::NotText);
    }
    Ok(match name.ends_with(".csv") {
        true => pasted::from_file(&text),
        false => text,
    })
}

async fn workbook(given: &Given) -> Result<String, Unread> {
    if LARGEST < given.size() {
        return Err(Unread::TooLong);
    }
    let bytes = given.bytes().await.map_err(|_| Unread::NotText)?;
    let most = u32::try_from(pasted::LONGEST).unwrap_or(u32::MAX);
    let text = intake::list(bytes, most).await.ok_or(Unread::NotText)?;
    if pasted::LONGEST < text.len() {
        return Err(Unread::TooLong);
    }
    Ok(text)
}

/// Puts as many lines of the list into the request as there is room for; returns how many.
fn add(desk: Desk, look: Look) -> usize {
    let list = look.list.get_untracked();
    let count = untrack(|| look.fitting());
    let taken = list.rows.iter().zip(0..).take(count);
    let lines = taken.map(|(row, at)| pasted::line(chance::id(), row, look.product(at)));
    let lines: Vec<_> = lines.collect();
    let numbers: BTreeSet<u32> = list.rows.iter().take(count).map(|row| row.number).collect();
    desk.change(Some(Spot::Lines), |sheet| {
        sheet.lines.retain(|line| !line.is_empty());
        sheet.lines.extend(lines);
        sheet.lines.truncate(MOST_LINES);
    });
    desk.change(Some(Spot::Pasted), |sheet| {
        sheet.pasted = pasted::without(&sheet.pasted, &list, &numbers);
    });
    desk.save();
    count
}
