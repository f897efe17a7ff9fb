//! Pages that have nothing else to show: what is the matter, and what to do next.

use api_types::address::{Language, Place};
use app::components::skeleton_rows;
use app::state::describe;
use browser::api::Refused;
use leptos::prelude::*;
use markup::view;
use workflow::office::OfficePlace;

use crate::components::clicked;
use crate::locales::words;
use crate::sentence::refused_sentence;
use crate::session::use_session;

/// While the hub says who is signed in.
pub fn waiting(language: Language) -> AnyView {
    describe(language, words(language).frame.name, "");
    skeleton_rows()
}

pub fn not_found(language: Language) -> AnyView {
    let words = &words(language).frame;
    let action = view! { <a class="button primary" href=OfficePlace::Home.address(language)>{words.to_home}</a> };
    page(
        language,
        words.not_found,
        words.not_found_help.to_owned(),
        action,
    )
}

/// Who is signed in is not known.
pub fn trouble(language: Language, refused: &Refused) -> AnyView {
    let words = &words(language).frame;
    if *refused == Refused::NoHub {
        // What needs no server works here too.
        let action = view! {
            <a class="button primary" href=OfficePlace::Intake.address(language)>{words.check}</a>
            <a class="button" rel="external" href=Place::Products.address(language)>{words.catalogue}</a>
        };
        return page(language, words.no_hub, words.no_hub_help.to_owned(), action);
    }
    let session = use_session();
    let action = view! { <button class="button primary" type="button" on:click=clicked(move || session.refresh())>{words.again}</button> };
    page(
        language,
        words.trouble,
        refused_sentence(language, refused),
        action,
    )
}

fn page(language: Language, title: &'static str, help: String, action: AnyView) -> AnyView {
    describe(language, title, &help);
    view! {
        <section class="page">
            <h1 tabindex="-1">{title}</h1>
            <p>{help}</p>
            <p class="actions">{action}</p>
        </section>
    }
}
