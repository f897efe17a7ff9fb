//! The line above the results of a search: how far the engine is, what may have been meant, and the way to say more.

use api_types::address::{Language, Place};
use leptos::prelude::*;
use leptos_router::params::ParamsMap;
use markup::view;
use workflow::browse::Filter;
use workflow::engine::Stage;
use workflow::need::Asked;

use super::{Context, address_with};
use crate::components::{clicked, element, live, memo};
use crate::locales::words;
use crate::state::use_engine;

/// As high whatever it says, so that the results below it stay where they are.
pub(super) fn status(context: &Context) -> AnyView {
    let (filter, language) = (context.filter, context.language);
    let searches = memo(move || filter.with(Filter::searches));
    let context = context.clone();
    let line = move || {
        if !searches.get() {
            return ().into_any();
        }
        let context = context.clone();
        let said = element("div", "").with("role", "status");
        let link = move || filter.with(|filter| need_link(language, &filter.text, "link"));
        element("div", "search-line")
            .child(said.child(live(move || say(&context)).into_any()).view())
            .child(live(link).into_any())
            .view()
    };
    live(line).into_any()
}

fn say(context: &Context) -> AnyView {
    let all = words(context.language);
    let words = &all.search;
    let engine = use_engine();
    let progress = engine.progress();
    let found = context.found();
    match progress.stage {
        Stage::Asleep | Stage::Filling => {
            let bar = element("progress", "")
                .with("aria-label", words.arriving)
                .with("max", &progress.of.max(1).to_string())
                .with("value", &progress.have.to_string());
            return element("p", "")
                .text(words.arriving)
                .child(bar.view())
                .view();
        }
        Stage::Whole | Stage::Partial | Stage::Stopped => {}
    }
    let meant = found
        .as_ref()
        .and_then(|reply| reply.answer.did_you_mean.as_ref());
    if let Some(meant) = meant {
        let filter = Filter {
            text: meant.clone(),
            ..Filter::default()
        };
        let address = Place::Products.address(context.language);
        let link = element("a", "")
            .with("href", &address_with(&address, &filter))
            .text(meant);
        let line = element("p", "").text(words.did_you_mean).text(" ");
        return line.child(link.view()).text("?").view();
    }
    if progress.stage == Stage::Whole {
        return ().into_any();
    }
    let again = view! { <button class="link" type="button" on:click=clicked(move || engine.retry())>{all.trouble.again}</button> };
    let line = element("p", "").text(words.partial).text(" ");
    line.child(again.into_any()).view()
}

/// The way to a need that begins with the words searched for.
pub(super) fn need_link(language: Language, text: &str, class: &'static str) -> AnyView {
    let mut asked = Asked::default();
    text.clone_into(&mut asked.need.text);
    let query: ParamsMap = asked.to_query().into_iter().collect();
    let address = Place::Need.address(language);
    element("a", class)
        .with("href", format!("{address}{}", query.to_query_string()))
        .text(words(language).need.title)
        .view()
}
