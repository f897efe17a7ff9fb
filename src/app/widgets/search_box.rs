use api_types::address::{Language, Place};
use leptos::html;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use workflow::browse::Filter;

use crate::components::icon;
use crate::locales::words;
use crate::state::use_query;

/// Finds products by name or part number. What was typed before the app was there is put in by the boot script.
pub fn search_box(language: Language) -> AnyView {
    let words = &words(language).site;
    let input = NodeRef::<html::Input>::new();
    let navigate = use_navigate();
    let query = use_query();
    let asked = query
        .with_untracked(|query| query.get("q"))
        .unwrap_or_default();
    let address = Place::Products.address(language);
    let submit = {
        let address = address.clone();
        move |event: leptos::ev::SubmitEvent| {
            event.prevent_default();
            let text = input
                .get_untracked()
                .map(|input| input.value())
                .unwrap_or_default();
            let filter = Filter {
                text: text.trim().to_owned(),
                ..Filter::default()
            };
            let to = crate::listing::address_with(&address, &filter);
            navigate(
                &to,
                NavigateOptions {
                    resolve: false,
                    ..Default::default()
                },
            );
        }
    };
    view! {
        <form class="search" role="search" action=address on:submit=submit>
            <input
                id="search"
                name="q"
                type="search"
                node_ref=input
                value=asked
                placeholder=words.search_placeholder
                aria-label=words.search
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                enterkeyhint="search"
            />
            <button type="submit" aria-label=words.search>{icon("search")}</button>
        </form>
    }
    .into_any()
}
