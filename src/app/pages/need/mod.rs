//! A need in plain words, and who suits it: live, and all of it in the address.

mod facts;
mod form;
mod results;

use std::time::Duration;

use api_types::address::{Language, Place};
use browser::clock;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use leptos_router::params::ParamsMap;
use search::ask::Need;
use search::understood::Rates;
use workflow::need::{Asked, Clue, complete};

use super::browse::home;
use crate::components::{breadcrumbs, effect, element, live, memo};
use crate::locales::words;
use crate::state::{Engine, describe, use_catalogue, use_engine, use_query};
use crate::widgets::Opened;

/// Browsers refuse a page that writes its address too often.
const BEFORE_WRITING: Duration = Duration::from_millis(300);

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Page {
    language: Language,
    asked: RwSignal<Asked>,
    engine: Engine,
    opened: Opened,
}

impl Page {
    /// With what was read out of the words; nothing before they were read.
    fn whole(self) -> Option<(Need, Vec<Clue>)> {
        let read = self.engine.understood()?;
        self.asked.with(|asked| {
            let is_of_these = read.text == asked.need.text;
            is_of_these.then(|| complete(asked, &read.answer))
        })
    }
}

pub fn need(language: Language) -> AnyView {
    let all = words(language);
    let words = &all.need;
    describe(language, words.title, words.lead);
    let query = use_query();
    let asked = Asked::from_query(|key| query.with_untracked(|query| query.get(key)));
    let asked = RwSignal::new(asked);
    let page = Page {
        language,
        asked,
        engine: use_engine(),
        opened: Opened::new(Vec::new()),
    };
    understand(page);
    keep_in_address(page);
    let above = vec![home(language)];
    element("div", "page wide need")
        .child(breadcrumbs(
            all.site.you_are_here,
            above,
            words.title.to_owned(),
        ))
        .child(
            element("h1", "")
                .with("tabindex", "-1")
                .text(words.title)
                .view(),
        )
        .child(element("p", "lead").text(words.lead).view())
        .child(
            element("div", "need-columns")
                .child(form::form(page))
                .child(live(move || results::results(page)).into_any())
                .view(),
        )
        .view()
}

/// Has the words read, and what suits them looked for.
fn understand(page: Page) {
    let (asked, engine) = (page.asked, page.engine);
    let catalogue = use_catalogue();
    engine.wake();
    let text = memo(move || asked.with(|asked| asked.need.text.clone()));
    effect(move || {
        if let Some(front) = catalogue.front().ready() {
            let rates = Rates {
                cny_per_sgd_millionths: front.rate.cny_per_sgd_millionths,
                sgd_per_usd_millionths: front.rate.sgd_per_usd_millionths,
            };
            engine.understand(&text.get(), clock::today(), rates);
        }
    });
    effect(move || {
        if let Some((need, _)) = page.whole() {
            engine.match_need(need, clock::today());
        }
    });
}

/// The address follows what is asked, a moment later. It takes the place of the one before: Back leaves the page.
fn keep_in_address(page: Page) {
    let navigate = use_navigate();
    let changes = StoredValue::new(0_u32);
    let mut opened = false;
    effect(move || {
        let query = page.asked.with(Asked::to_query);
        // As it is opened, the address has it all.
        if !std::mem::replace(&mut opened, true) {
            return;
        }
        changes.update_value(|changes| *changes += 1);
        let change = changes.get_value();
        let navigate = navigate.clone();
        let write = move || {
            // The reader may have left the page meanwhile.
            if changes.try_get_value() == Some(change) {
                let query: ParamsMap = query.into_iter().collect();
                let path = Place::Need.address(page.language);
                let options = NavigateOptions {
                    resolve: false,
                    replace: true,
                    scroll: false,
                    ..Default::default()
                };
                navigate(&format!("{path}{}", query.to_query_string()), options);
            }
        };
        set_timeout(write, BEFORE_WRITING);
    });
}
