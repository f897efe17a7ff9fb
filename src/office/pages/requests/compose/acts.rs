//! What is missing yet, and the button that sends it.

use std::collections::BTreeMap;

use app::state::use_toast;
use browser::{clock, document, format};
use domain::Date;
use leptos::prelude::*;
use markup::view;
use workflow::office::OfficePlace;

use super::Desk;
use crate::components::{clicked, icon, live, memo};
use crate::frame::use_go;
use crate::locales::words;
use crate::outbox::use_outbox;
use crate::pages::deal::say;
use crate::pages::deal::send;

/// What suppliers always ask, as far as it is not said.
pub(super) fn check(desk: Desk) -> AnyView {
    let words = &words(desk.language).compose;
    let missing = memo(move || desk.sheet.with(|sheet| sheet.missing()));
    let body = move || {
        let missing = missing.get();
        if missing.is_empty() {
            return view! { <p class="calm">{icon("badge-check")}<span>{words.complete}</span></p> };
        }
        let lines = missing.into_iter().map(|what| {
            let line = say::missing(desk.language, what);
            view! { <li>{line}</li> }
        });
        let lines: Vec<AnyView> = lines.collect();
        view! { <p class="note">{words.check_hint}</p><ul class="deal-lacks">{lines}</ul> }
    };
    view! {
        <section class="panel stack" aria-labelledby="deal-check">
            <h2 id="deal-check">{words.check}</h2>
            {live(body)}
        </section>
    }
}

/// Send, delete, and how it stands with what is typed.
pub(super) fn bar(desk: Desk) -> AnyView {
    if !desk.may_write {
        return ().into_any();
    }
    let words = &words(desk.language).compose;
    let number = memo(move || {
        let number = desk.sheet.with(|sheet| sheet.asked.len());
        u32::try_from(number).unwrap_or(u32::MAX)
    });
    let label = move || (words.send)(number.get(), &format::count(desk.language, number.get()));
    let (go, toast, outbox) = (use_go(desk.language), use_toast(), use_outbox());
    let send_it = move || {
        let Some(today) = Date::from_days_since_epoch(clock::today()) else {
            return;
        };
        let sheet = desk.sheet.get_untracked();
        let faults = sheet.faults(today);
        let is_good = faults.is_empty();
        desk.faults.set(faults);
        if is_good {
            let whose = (desk.company, desk.request);
            send::request(outbox, whose, &sheet);
            // What is typed is what is sent.
            desk.drafts.forget(desk.company, desk.request);
            toast.show(words.sent);
        } else {
            request_animation_frame(|| {
                document::focus_first(&["main [aria-invalid=true]", "main .said"]);
            });
        }
    };
    let is_sure = RwSignal::new(false);
    let drop_it = move || {
        if !is_sure.get_untracked() {
            is_sure.set(true);
            return;
        }
        send::drop_draft(outbox, desk.drafts, (desk.company, desk.request));
        go(OfficePlace::Requests(desk.company));
    };
    let drop_label = move || match is_sure.get() {
        true => words.drop_sure,
        false => words.drop,
    };
    let clear = move || desk.faults.with(BTreeMap::is_empty);
    let wrong = live(move || (!clear()).then_some("true"));
    view! {
        <div class="deal-bar" data-wrong=wrong>
            <button class="button primary" type="button" on:click=clicked(send_it)>{live(label)}</button>
            <button class="button" type="button" on:click=clicked(drop_it)>{live(drop_label)}</button>
            <p class="note">{words.saved}</p>
        </div>
    }
}
