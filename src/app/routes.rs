//! Which address shows which page.

use api_types::address::{Language, Place, split};
use browser::document;
use leptos::prelude::*;
use leptos_router::components::Router;
use leptos_router::hooks::use_location;
use leptos_router::location::{BrowserUrl, LocationProvider};

use crate::components::{effect, live, memo};
use crate::frame::Frame;
use crate::pages;
use crate::state::{
    provide_catalogue, provide_engine, provide_language, provide_picks, provide_toast, use_language,
};

/// The whole app.
#[component]
pub fn App() -> impl IntoView {
    let base = document::base().trim_end_matches('/').to_owned();
    view! {
        <Router base=base>
            <Rooms/>
        </Router>
    }
}

/// What all pages share, inside of the router, which knows the language.
#[component]
fn Rooms() -> impl IntoView {
    provide_language();
    provide_toast();
    provide_picks();
    provide_catalogue();
    provide_engine();
    arrive();
    view! {
        <Frame>{page()}</Frame>
    }
}

/// The router changes the browser's address when it is told that the new page is there. Its own `Routes` would do so, but
/// `Place` reads the addresses, in a room where that is tested, and a tree of routes would put 10 KB of matching into the
/// first load.
fn arrive() {
    let path = use_location().pathname;
    let address_bar = use_context::<BrowserUrl>();
    effect(move || {
        path.track();
        if let Some(address_bar) = &address_bar {
            address_bar.ready_to_complete();
        }
    });
}

/// The page of the address. It is built anew when the language or the place changes, not when the query does: whatever a
/// page must keep is in the address or in `state`.
fn page() -> AnyView {
    let language = use_language();
    let path = use_location().pathname;
    let place = memo(move || path.with(|path| split(document::below_base(path)).1.to_owned()));
    live(move || {
        // Taking away what has the focus would make the browser lay out both pages at once.
        document::let_go();
        place.with(|place| show(language.get(), place))
    })
    .into_any()
}

fn show(language: Language, path: &str) -> AnyView {
    match Place::parse(path) {
        None => pages::not_found(language),
        Some(Place::Home) => pages::home(language),
        Some(Place::Products) => pages::products(language),
        Some(Place::Product(id)) => pages::product(language, id.to_owned()),
        Some(Place::Department(slug)) => pages::department(language, slug.to_owned()),
        Some(Place::Category(slug)) => pages::category(language, slug.to_owned()),
        Some(Place::Suppliers) => pages::suppliers(language),
        Some(Place::Supplier(code)) => pages::supplier(language, code.to_owned()),
        Some(Place::Compare) => pages::compare(language),
        Some(Place::Favourites) => pages::favourites(language),
        Some(Place::Need) => pages::need(language),
        Some(Place::About) => pages::about(language),
    }
}
