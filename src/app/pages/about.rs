use api_types::address::Language;
use leptos::prelude::*;
use markup::view;

use crate::locales::words;
use crate::state::describe;

/// What the hub checks, and what its marks mean.
pub fn about(language: Language) -> AnyView {
    let words = &words(language).about;
    describe(language, words.title, words.lead);
    let sections = words
        .sections
        .iter()
        .map(|&(title, text)| view! { <section><h2>{title}</h2><p>{text}</p></section> })
        .collect_view();
    view! {
        <article class="page prose">
            <h1 tabindex="-1">{words.title}</h1>
            <p class="lead">{words.lead}</p>
            {sections}
        </article>
    }
    .into_any()
}
