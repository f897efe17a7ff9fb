use api_types::address::{Language, split};
use browser::document;
use leptos::prelude::*;

use crate::components::memo;
use leptos_router::hooks::use_location;

#[derive(Clone, Copy)]
struct Reading(Memo<Language>);

/// The language is the first part of the address; where it is missing, the reader's own.
pub fn provide_language() {
    let path = use_location().pathname;
    provide_context(Reading(memo(move || {
        let named = path.with(|path| split(document::below_base(path)).0);
        named.unwrap_or_else(document::preferred_language)
    })));
}

pub fn use_language() -> Memo<Language> {
    expect_context::<Reading>().0
}
