use api_types::address::{Language, Place};
use leptos::prelude::*;
use markup::view;
use workflow::browse::Scope;

use crate::components::live;
use crate::listing::listing;
use crate::locales::words;
use crate::state::{describe, use_picks};

/// Favourites, and what was seen lately.
pub fn favourites(language: Language) -> AnyView {
    let all = words(language);
    let words = &all.saved;
    describe(language, words.title, words.kept_here);
    let picks = use_picks();
    let favourites = move || {
        let ids = picks.favourites().ids().to_vec();
        if ids.is_empty() {
            return view! {
                <p>{words.empty}</p>
                <p><a class="button primary" href=Place::Products.address(language)>{all.list.all}</a></p>
            }
            .into_any();
        }
        listing(language, Scope::Chosen(ids))
    };
    let recent = picks.recent().ids().to_vec();
    let recent = (!recent.is_empty()).then(|| {
        view! { <h2>{words.recent}</h2> {listing(language, Scope::Chosen(recent))} }
    });
    view! {
        <div class="page wide plain-lists">
            <h1 tabindex="-1">{words.title}</h1>
            <p class="note">{words.kept_here}</p>
            {live(favourites)}
            {recent}
        </div>
    }
    .into_any()
}
