//! How the catalogue says a name in the other language.

use std::sync::Arc;

use api_types::address::Language;
use browser::catalogue;
use domain::Id;
use leptos::prelude::*;
use markup::view;
use workflow::office::catalogue::{Parallel, Suggestion};

use super::desk::Desk;
use crate::components::{clicked, live, memo, spawn};
use crate::locales::words;

/// Fetches the catalogue's names, once.
pub(super) fn learn(desk: Desk) {
    if desk.parallel.with_untracked(Option::is_some) {
        return;
    }
    // Until they have come nothing is suggested, and without them nothing is missed.
    desk.parallel.set(Some(Arc::default()));
    spawn(async move {
        let Ok(front) = catalogue::front().await else {
            return;
        };
        let categories = front.departments.iter().flat_map(|one| &one.categories);
        let categories = categories.map(|one| (one.slug.clone(), one.name.clone()));
        desk.categories.try_set(categories.collect());
        let Ok(list) = catalogue::list(&front).await else {
            return;
        };
        let names = list.name_en.iter().zip(&list.name_zh);
        let parallel = Parallel::new(names.map(|(en, zh)| (en.as_str(), zh.as_str())));
        desk.parallel.try_set(Some(Arc::new(parallel)));
    });
}

/// While the name of one language is blank, how the other one's may be said in it.
pub(super) fn suggestions(desk: Desk, id: Id, column: &'static str) -> AnyView {
    let (other, from) = match column {
        "name_en" => ("name_zh", Language::Chinese),
        "name_zh" => ("name_en", Language::English),
        _ => return ().into_any(),
    };
    if id == desk.company || !desk.may_write {
        return ().into_any();
    }
    let is_blank = memo(move || desk.cell(id, column).is_empty());
    let said = memo(move || desk.cell(id, other));
    let found = memo(move || {
        let parallel = desk.parallel.get().filter(|_| is_blank.get());
        parallel.map_or_else(Vec::new, |parallel| parallel.suggest(&said.get(), from))
    });
    let words = &words(desk.language).catalogue;
    let list = move || {
        let rows = found
            .get()
            .into_iter()
            .map(|suggestion| row(desk, id, column, suggestion));
        let rows: Vec<AnyView> = rows.collect();
        (!rows.is_empty()).then(|| {
            view! { <div class="goods-suggestions"><p class="note">{words.suggestions}</p><ul>{rows}</ul></div> }
        })
    };
    live(list).into_any()
}

fn row(desk: Desk, id: Id, column: &'static str, suggestion: Suggestion) -> AnyView {
    let label = (words(desk.language).catalogue.suggestion)(&suggestion.text, &suggestion.of);
    let text = suggestion.text.clone();
    let take = move || desk.save(id, column, &text);
    view! { <li><button class="link" type="button" aria-label=label title=suggestion.of on:click=clicked(take)><bdi>{suggestion.text}</bdi></button></li> }
}
