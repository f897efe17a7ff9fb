use api_types::address::{Language, split};
use browser::document::{self, Page};
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::components::when_painted;
use crate::locales::site;

/// Gives the page its title and description, and says where it is in the other language.
pub fn describe(language: Language, title: &str, description: &str) {
    document::speak(language);
    let site = site(language).name;
    let title = if title.is_empty() {
        site.to_owned()
    } else {
        format!("{title} · {site}")
    };
    let path = use_location().pathname.get_untracked();
    let description = description.to_owned();
    // Nobody reads these in the frame that answers a tap.
    when_painted(move || {
        let (_, rest) = split(document::below_base(&path));
        document::describe(&Page {
            title: &title,
            description: &description,
            path: rest,
        });
    });
}
