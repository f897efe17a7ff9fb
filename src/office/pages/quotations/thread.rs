//! What both sides say to each other beside the offers.

use std::sync::Arc;

use browser::api::FileOf;
use browser::{field, format};
use leptos::prelude::*;
use markup::view;
use workflow::office::glossary::terms_in;
use workflow::office::quotation::Message;

use super::desk::Desk;
use crate::components::{changed, clicked, live, memo};
use crate::locales::words;
use crate::pages::deal::files::{self, Tray};
use crate::pages::deal::send::Said;

pub(super) fn thread(desk: Desk) -> AnyView {
    let all = words(desk.language);
    let words = &all.quotation;
    let messages = memo(move || desk.messages());
    let list = move || {
        let messages = messages.get();
        if messages.is_empty() {
            return view! { <p class="note">{words.no_message}</p> };
        }
        let rows = messages.iter().map(|one| message(desk, one));
        let rows: Vec<AnyView> = rows.collect();
        view! { <ol class="deal-thread">{rows}</ol> }
    };
    let typed = RwSignal::new(String::new());
    let attached = RwSignal::new(Vec::new());
    let write = move |event: leptos::ev::Event| typed.set(field::of(&event).value);
    let send = move || {
        let said = Said {
            words: typed.get_untracked().trim().to_owned(),
            attachments: attached.get_untracked(),
        };
        if said != Said::default() {
            desk.say(&said);
            typed.set(String::new());
            attached.set(Vec::new());
        }
    };
    let form = desk.may_write.then(|| {
        let tray = Tray {
            language: desk.language,
            company: desk.company,
            id: "deal-message-files".to_owned(),
            spoken: Signal::stored(all.files.attach.to_owned()),
            files: memo(move || attached.get()),
            set: Arc::new(move |files| drop(attached.try_set(files))),
        };
        view! {
            <div class="field">
                <label for="deal-message">{words.message}</label>
                <div class="control"><textarea id="deal-message" rows="3" maxlength="2000" prop:value=live(move || typed.get()) on:input=changed(write)></textarea></div>
            </div>
            {tray.view()}
            <p class="note">{all.files.hint}</p>
            <p class="actions"><button class="button" type="button" on:click=clicked(send)>{words.send_message}</button></p>
        }
    });
    view! {
        <section class="panel stack" aria-labelledby="deal-thread">
            <h2 id="deal-thread">{words.thread}</h2>
            <p class="note">{words.thread_hint}</p>
            <div role="log">{live(list)}</div>
            {form}
        </section>
    }
}

fn message(desk: Desk, message: &Message) -> AnyView {
    let language = desk.language;
    let words = &words(language).quotation;
    let is_own = message.by == desk.side;
    let files = match is_own {
        true => FileOf::Company,
        false => FileOf::Quotation(desk.quotation),
    };
    let files = files::shown(language, (desk.company, files), &message.attachments);
    let when = match message.at {
        Some(at) => format::moment(language, at),
        None => words.unsent.to_owned(),
    };
    let who = match is_own {
        true => words.you,
        false => words.them,
    };
    let read = (is_own && message.is_read).then(|| view! { <small>" · "{words.read}</small> });
    let terms = terms_in(&message.words).into_iter();
    let terms = terms.map(|(term, other)| format!("{term} = {other}"));
    let terms: Vec<String> = terms.collect();
    let help = (!is_own && !terms.is_empty()).then(|| {
        let line = format!("{} {}", words.in_other, terms.join(" · "));
        view! { <p class="note">{line}</p> }
    });
    let said = (!message.words.is_empty())
        .then(|| view! { <p class="deal-words"><bdi>{message.words.clone()}</bdi></p> });
    let own = is_own.then_some("own");
    view! {
        <li data-by=own>
            <p><b>{who}</b>" "<small>{when}</small>{read}</p>
            {said}
            {files}
            {help}
        </li>
    }
}
