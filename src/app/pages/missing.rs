use api_types::address::{Language, Place};
use leptos::prelude::*;
use markup::view;

use crate::locales::words;
use crate::state::describe;

/// An address that leads nowhere, and two ways on.
pub fn not_found(language: Language) -> AnyView {
    let words = &words(language).trouble;
    describe(language, words.not_found, words.not_found_help);
    view! {
        <section class="page">
            <h1 tabindex="-1">{words.not_found}</h1>
            <p>{words.not_found_help}</p>
            <p class="actions">
                <a class="button primary" href=Place::Products.address(language)>{words.see_all}</a>
                <a class="button" href=Place::Home.address(language)>{words.go_home}</a>
            </p>
        </section>
    }
    .into_any()
}
