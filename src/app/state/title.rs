use api_types::address::{Language, split};
use browser::document::{self, Page};
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::locales::words;

/// Gives the page its title and description, and says where it is in the other language.
pub fn describe(language: Language, title: &str, description: &str) {
    let site = words(language).site.name;
    let title = if title.is_empty() {
        site.to_owned()
    } else {
        format!("{title} · {site}")
    };
    let path = use_location().pathname.get_untracked();
    let (_, rest) = split(document::below_base(&path));
    document::describe(&Page {
        language,
        title: &title,
        description,
        path: rest,
    });
}
