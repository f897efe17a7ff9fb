use api_types::address::{Language, Place};
use browser::ApiError;
use leptos::prelude::*;
use markup::view;

use crate::components::clicked;
use crate::locales::words;
use crate::state::use_catalogue;

/// A page or a part of one that has nothing else to show: what is the matter, and what to do next.
pub fn notice(title: &'static str, help: &'static str, actions: AnyView) -> AnyView {
    view! {
        <section class="notice-box">
            <h2>{title}</h2>
            <p>{help}</p>
            <p class="actions">{actions}</p>
        </section>
    }
    .into_any()
}

/// Something could not be fetched.
pub fn trouble(language: Language, error: ApiError) -> AnyView {
    let words = &words(language).trouble;
    let (title, help) = match error {
        ApiError::Offline => (words.offline, words.offline_help),
        ApiError::Missing => (words.product_gone, words.product_gone_help),
        ApiError::Broken => (words.broken, words.broken_help),
    };
    let catalogue = use_catalogue();
    let action = match error {
        ApiError::Missing => view! {
            <a class="button primary" href=Place::Products.address(language)>{words.see_all}</a>
        }
        .into_any(),
        ApiError::Offline | ApiError::Broken => view! {
            <button class="button primary" type="button" on:click=clicked(move || catalogue.retry())>{words.again}</button>
        }
        .into_any(),
    };
    notice(title, help, action)
}
