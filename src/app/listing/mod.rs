//! A list of products that narrows, sorts and pages, all of it in the address.

mod chips;
mod facet_words;
mod facets;
mod nothing;
mod pages;
mod reasons;
mod status;
mod table;
mod toolbar;

use std::sync::Arc;

use api_types::address::Language;
use api_types::catalogue::Front;
use browser::clock;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};
use leptos_router::params::ParamsMap;
use markup::view;
use search::ask::Found;
use workflow::browse::{Filter, Listing, Scope, Shelf};

use crate::components::{Sheet, effect, live, memo, skeleton_rows, trouble};
use crate::locales::words;
use crate::state::{Engine, Load, Reply, use_catalogue, use_engine, use_query};
use crate::widgets::Opened;

pub use facet_words::{Facet, choice};

/// What the parts of a list share.
#[derive(Clone)]
struct Context {
    language: Language,
    front: Arc<Front>,
    shelf: Arc<Shelf>,
    filter: Memo<Filter>,
    listing: Memo<Listing>,
    engine: Engine,
    opened: Opened,
    /// Opens the list with another filter.
    go: Callback<Filter>,
    sheet: Sheet,
}

impl Context {
    /// What the engine found for the filter's text; nothing before it has answered.
    fn found(&self) -> Option<Arc<Reply<Found>>> {
        found(self.engine, self.filter)
    }
}

fn found(engine: Engine, filter: Memo<Filter>) -> Option<Arc<Reply<Found>>> {
    let found = engine.found()?;
    let asked = filter.with(|filter| filter.text.trim() == found.text);
    asked.then_some(found)
}

/// The list of a scope, with everything around it.
pub fn listing(language: Language, scope: Scope) -> AnyView {
    let catalogue = use_catalogue();
    let query = use_query();
    let filter = memo(move || query.with(|query| Filter::from_query(|key| query.get(key))));
    let go = go_to();
    let engine = use_engine();
    search(engine, filter);
    let opened = Opened::new(Vec::new());
    live(move || match catalogue.shelf() {
        Load::Waiting => skeleton_rows(),
        Load::Failed(error) => trouble(language, error),
        Load::Ready((front, shelf)) => {
            let (scope, asked) = (scope.clone(), shelf.clone());
            let listing = memo(move || {
                let found = found(engine, filter);
                let found = found.as_ref().map(|reply| &reply.answer);
                filter.with(|filter| asked.browse(&scope, filter, found, clock::today()))
            });
            show(&Context {
                language,
                front,
                shelf,
                filter,
                listing,
                engine,
                opened,
                go,
                sheet: Sheet::new(),
            })
        }
    })
    .into_any()
}

/// Asks the engine for the text of the address.
fn search(engine: Engine, filter: Memo<Filter>) {
    let text = memo(move || filter.with(|filter| filter.text.trim().to_owned()));
    effect(move || {
        let text = text.get();
        if !text.is_empty() {
            engine.search(&text);
        }
    });
}

fn show(context: &Context) -> AnyView {
    let words = &words(context.language).list;
    let (in_panel, in_sheet) = (context.clone(), context.clone());
    let panel = move || facets::facets(&in_panel, "panel");
    let sheet = facets::sheet(&in_sheet);
    let listing = context.listing;
    let empty = memo(move || listing.with(|listing| listing.total == 0));
    let context = context.clone();
    let results = move || {
        if empty.get() {
            return nothing::nothing(&context);
        }
        view! { {table::table(&context)} {pages::pages(&context)} }.into_any()
    };
    let bars = view! { {toolbar::toolbar(&in_sheet)} {chips::chips(&in_sheet)} {status::status(&in_sheet)} };
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
