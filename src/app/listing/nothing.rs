//! A list without products: why, and what to do next.

use api_types::address::Place;
use leptos::prelude::*;
use workflow::engine::Stage;

use super::status::need_link;
use super::{Context, Facet, choice};
use crate::components::{element, live, notice, skeleton_rows};
use crate::locales::words;
use crate::state::use_engine;

pub(super) fn nothing(context: &Context) -> AnyView {
    let all = words(context.language);
    let (language, filter) = (context.language, context.filter);
    let context = context.clone();
    let engine = use_engine();
    let content = move || {
        let filter = filter.get();
        let products = Place::Products.address(language);
        let products = move |class| {
            element("a", class)
                .with("href", &products)
                .text(all.list.all)
                .view()
        };
        // With other conditions it may be they that nothing meets.
        if !filter.searches() || 1 < filter.conditions() {
            return notice(
                all.list.nothing,
                all.list.nothing_help,
                products("button primary"),
            );
        }
        let reply = context.found();
        let waits = matches!(engine.progress().stage, Stage::Asleep | Stage::Filling);
        if waits && reply.as_ref().is_none_or(|reply| !reply.whole) {
            return skeleton_rows();
        }
        let near = reply.map(|reply| reply.answer.categories.clone());
        let near = near.unwrap_or_default();
        let category = |slug: &String| {
            let name = choice(language, &context.front, Facet::Category, slug);
            element("a", "chip")
                .with("href", &Place::Category(slug).address(language))
                .text(&name)
                .view()
        };
        let mut parts = vec![
            element("h2", "")
                .text(&(all.search.nothing)(filter.text.trim()))
                .view(),
            element("p", "").text(all.search.nothing_help).view(),
            element("p", "actions")
                .child(need_link(language, &filter.text, "button primary"))
                .child(products("button"))
                .view(),
        ];
        if !near.is_empty() {
            parts.push(element("h3", "").text(all.search.nearest).view());
            let chips = near.iter().map(category).collect();
            parts.push(element("p", "chips").holds(chips).view());
        }
        element("section", "notice-box").holds(parts).view()
    };
    live(content).into_any()
}
