//! A list of products that narrows, sorts and pages, all of it in the address.

mod chips;
mod facet_words;
mod facets;
mod pages;
mod table;
mod toolbar;

use std::sync::Arc;

use api_types::address::{Language, Place};
use api_types::catalogue::Front;
use browser::clock;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};
use leptos_router::params::ParamsMap;
use workflow::browse::{Filter, Listing, Scope, Shelf};

use crate::components::{Sheet, live, notice, skeleton_rows, trouble};
use crate::locales::words;
use crate::state::{Load, use_catalogue, use_query};

/// What the parts of a list share.
#[derive(Clone)]
struct Context {
    language: Language,
    front: Arc<Front>,
    shelf: Arc<Shelf>,
    filter: Memo<Filter>,
    listing: Memo<Listing>,
    /// Opens the list with another filter.
    go: Callback<Filter>,
    sheet: Sheet,
}

/// The list of a scope, with everything around it.
pub fn listing(language: Language, scope: Scope) -> AnyView {
    let catalogue = use_catalogue();
    let query = use_query();
    let filter = Memo::new(move |_| query.with(|query| Filter::from_query(|key| query.get(key))));
    let go = go_to();
    live(move || match catalogue.shelf() {
        Load::Waiting => skeleton_rows(),
        Load::Failed(error) => trouble(language, error),
        Load::Ready((front, shelf)) => {
            let (scope, asked) = (scope.clone(), shelf.clone());
            let listing = Memo::new(move |_| {
                filter.with(|filter| asked.browse(&scope, filter, clock::today()))
            });
            show(&Context {
                language,
                front,
                shelf,
                filter,
                listing,
                go,
                sheet: Sheet::new(),
            })
        }
    })
    .into_any()
}

fn show(context: &Context) -> AnyView {
    let words = &words(context.language).list;
    let (in_panel, in_sheet) = (context.clone(), context.clone());
    let panel = move || facets::facets(&in_panel, "panel");
    let sheet = facets::sheet(&in_sheet);
    let (language, listing) = (context.language, context.listing);
    let empty = Memo::new(move |_| listing.with(|listing| listing.total == 0));
    let context = context.clone();
    let results = move || {
        if empty.get() {
            let all = view! { <a class="button primary" href=Place::Products.address(language)>{words.all}</a> };
            return notice(words.nothing, words.nothing_help, all.into_any());
        }
        view! { {table::table(&context)} {pages::pages(&context)} }.into_any()
    };
    let bars = view! { {toolbar::toolbar(&in_sheet)} {chips::chips(&in_sheet)} };
    view! {
        <div class="listing">
            <aside class="facet-panel" aria-label=words.filters>{live(panel)}</aside>
            <section class="results">{bars} {live(results)}</section>
        </div>
        {sheet}
    }
    .into_any()
}

/// Opens this address with another filter. The place on the page stays, unless another page of the list is opened.
fn go_to() -> Callback<Filter> {
    let navigate = use_navigate();
    let path = use_location().pathname;
    Callback::new(move |filter: Filter| {
        let address = path.with_untracked(|path| address_with(path, &filter));
        navigate(
            &address,
            NavigateOptions {
                resolve: false,
                scroll: false,
                ..Default::default()
            },
        );
    })
}

/// An address with a filter in its query.
pub fn address_with(path: &str, filter: &Filter) -> String {
    let query: ParamsMap = filter.to_query().into_iter().collect();
    format!("{path}{}", query.to_query_string())
}
