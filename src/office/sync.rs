//! How it stands with what was written: a quiet word in the head of every page, and behind it what waits for the person.

mod item;
mod leaving;

use api_types::address::Language;
use app::components::Sheet;
use browser::document;
use leptos::prelude::*;
use markup::view;
use workflow::outbox::journal::Finding;
use workflow::outbox::page::{Mood, Sync};

use crate::components::{clicked, icon, live, memo};
use crate::locales::words;
use crate::outbox::{Outbox, use_outbox};

pub use item::reason;
pub use leaving::leaving;

/// The word for the head of the page, and what opens behind it, which stands outside of the head.
pub fn sync_state(language: Language) -> (AnyView, AnyView) {
    let outbox = use_outbox();
    let words = &words(language).outbox;
    let mood = memo(move || outbox.mood());
    let sheet = Sheet::new();
    // Where a page of the catalogue sends its readers.
    if document::fragment() == "unsent" {
        request_animation_frame(move || sheet.open());
    }
    let symbol = move || icon(said(language, mood.get()).0);
    let text = move || said(language, mood.get()).1;
    let tone = move || match mood.get() {
        Mood::Quiet | Mood::Sent => "quiet",
        Mood::SavedHere(_) => "waiting",
        Mood::NeedsAttention(_) | Mood::NeedsSignIn(_) | Mood::SavedOnce(_) => "attention",
        Mood::NotSaved(_) | Mood::Broken => "bad",
    };
    let hidden = move || outbox.has_nothing_to_say().then_some("");
    let button = view! {
        <button class="tool sync" type="button" hidden=live(hidden) data-tone=live(tone) title=words.title aria-haspopup="dialog" on:click=clicked(move || sheet.open())>
            {live(symbol)}<span role="status">{live(text)}</span>
        </button>
    };
    let unsent = sheet.view("unsent", words.title, words.close, move || {
        panel(language, outbox, sheet)
    });
    (button.into_any(), unsent.into_any())
}

fn said(language: Language, mood: Mood) -> (&'static str, String) {
    let words = &words(language).outbox;
    match mood {
        Mood::Quiet => ("badge-check", words.quiet.to_owned()),
        Mood::Sent => ("badge-check", words.sent.to_owned()),
        Mood::SavedHere(number) => ("clock", (words.saved_here)(number)),
        Mood::SavedOnce(number) => ("circle-alert", (words.saved_once)(number)),
        Mood::NeedsAttention(number) => ("circle-alert", (words.needs_attention)(number)),
        Mood::NeedsSignIn(number) => ("circle-alert", (words.needs_sign_in)(number)),
        Mood::NotSaved(number) => ("circle-alert", (words.not_saved)(number)),
        Mood::Broken => ("circle-alert", words.broken.to_owned()),
    }
}

fn panel(language: Language, outbox: Outbox, sheet: Sheet) -> AnyView {
    let words = &words(language).outbox;
    let helps = move || {
        let helps = helps(language, outbox.mood(), &outbox.sync());
        let helps: Vec<AnyView> = helps
            .into_iter()
            .map(|help| view! { <p>{help}</p> })
            .collect();
        helps
    };
    let acts = move || {
        let sync = outbox.sync();
        let sign_in = sync.status.needs_sign_in.then(|| {
            // The form to sign in comes in the page below.
            let act = move || {
                sheet.close();
                outbox.sign_in();
            };
            view! { <button class="button primary" type="button" on:click=clicked(act)>{words.sign_in}</button> }
        });
        let export = (!sync.written().is_empty()).then(|| {
            view! { <button class="button" type="button" on:click=clicked(move || outbox.export(words.export_file))>{words.export}</button> }
        });
        view! { {sign_in}{export} }
    };
    view! {
        <div class="stack">
            {live(helps)}
            {live(move || item::list(language, outbox))}
            <p class="actions">{live(acts)}</p>
        </div>
    }
}

fn helps(language: Language, mood: Mood, sync: &Sync) -> Vec<String> {
    let words = &words(language).outbox;
    let help = match mood {
        Mood::Broken => words.broken_help,
        Mood::NotSaved(_) => words.not_saved_help,
        Mood::SavedOnce(_) => words.saved_once_help,
        Mood::NeedsSignIn(_) => words.sign_in_help,
        Mood::Quiet | Mood::Sent if sync.written().is_empty() => words.nothing,
        _ => words.about,
    };
    let mut helps = vec![help.to_owned()];
    helps.extend(match sync.finding {
        Some(Finding::DatabaseLost | Finding::JournalLost) => Some(words.restored.to_owned()),
        Some(Finding::BothLost) => Some(words.lost.to_owned()),
        _ => None,
    });
    let of_others = sync.status.of_others;
    let is_somebody = !matches!(mood, Mood::NeedsSignIn(_));
    helps.extend((0 < of_others && is_somebody).then(|| (words.of_others)(of_others)));
    helps
}
