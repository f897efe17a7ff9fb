//! What is usually written in a cell that has a code, with what the code means.

use leptos::prelude::*;
use markup::view;

use super::desk::Desk;
use crate::components::live;
use crate::locales::words;
use crate::pages::shown;

const CATEGORY: &str = "category";

/// The id of a column's list, if it has one.
pub(super) fn of(column: &'static str) -> Option<String> {
    let has_one = column == CATEGORY
        || words(api_types::address::Language::English)
            .catalogue
            .choices
            .iter()
            .any(|(name, _)| *name == column);
    has_one.then(|| format!("choices-{column}"))
}

/// The lists of all columns that have one.
pub(super) fn choices(desk: Desk) -> AnyView {
    let words = &words(desk.language).catalogue;
    let lists = words.choices.iter().map(|(column, choices)| {
        let options: Vec<AnyView> = choices
            .iter()
            .map(|(code, means)| option((*code).to_owned(), (*means).to_owned()))
            .collect();
        view! { <datalist id=of(column)>{options}</datalist> }
    });
    let lists: Vec<AnyView> = lists.collect();
    let categories = move || {
        let categories = desk.categories.get().into_iter();
        let options = categories.map(|(slug, name)| option(slug, shown::say(desk.language, &name)));
        options.collect::<Vec<AnyView>>()
    };
    view! { {lists}<datalist id=of(CATEGORY)>{live(categories)}</datalist> }
}

fn option(code: String, means: String) -> AnyView {
    view! { <option value=code>{means}</option> }
}
