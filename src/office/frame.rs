//! What stands around every page of the office: the head with its menu, the bar of tabs on a phone, messages.

use api_types::address::{Language, Place};
use app::frame::{focus_on_arrival, language_switch, message, theme_switch, update_prompt};
use app::locales::site;
use app::state::use_language;
use browser::document;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};
use markup::view;
use workflow::office::OfficePlace;

use crate::components::{changed, clicked, effect, icon, live};
use crate::demonstration::bar;
use crate::locales::words;
use crate::outbox::use_outbox;
use crate::session::{Session, use_session};
use crate::sync::{leaving, sync_state};

#[component]
pub fn Frame(children: Children) -> impl IntoView {
    let language = use_language();
    focus_on_arrival();
    view! {
        {live(move || head(language.get()))}
        {live(move || go_when_left(language.get()))}
        {live(move || leaving(language.get()))}
        {live(move || bar(language.get()))}
        <main id="main" class="office">{children()}</main>
        {live(move || tabs(language.get()))}
        {message()}
        {live(move || update_prompt(language.get()))}
    }
}

/// Takes the reader to a page of the office.
pub fn use_go(language: Language) -> impl Fn(OfficePlace) + Clone + 'static {
    use_move(language, NavigateOptions::default())
}

/// Puts a page of the office in the place of this one: Back does not lead here.
pub fn use_go_instead(language: Language) -> impl Fn(OfficePlace) + Clone + 'static {
    let options = NavigateOptions {
        replace: true,
        ..Default::default()
    };
    use_move(language, options)
}

fn use_move(
    language: Language,
    options: NavigateOptions,
) -> impl Fn(OfficePlace) + Clone + 'static {
    let navigate = use_navigate();
    let base = document::base();
    let options = NavigateOptions {
        resolve: false,
        ..options
    };
    move |place: OfficePlace| {
        navigate(
            &format!("{base}{}", place.address(language)),
            options.clone(),
        );
    }
}

fn head(language: Language) -> AnyView {
    let (site, words) = (site(language), &words(language).frame);
    let skip = |event: leptos::ev::Event| {
        event.prevent_default();
        document::focus("main h1");
    };
    let session = use_session();
    let (state, unsent) = sync_state(language);
    // What lies in the catalogue is another application, and gets a page of its own.
    view! {
        <header class="head office-head">
            <a class="skip" href="#main" on:click=changed(skip)>{site.skip}</a>
            <a class="brand" href=Place::Home.address(language) rel="external">
                <svg class="mark" viewBox="0 0 64 64" aria-hidden="true"><use href="icons.svg#mark"></use></svg>
                <span>{site.name}</span>
            </a>
            <nav class="head-nav" aria-label=words.menu>
                {live(move || menu(language, session))}
                <a href=Place::Products.address(language) rel="external"><span>{words.catalogue}</span></a>
            </nav>
            <div class="head-tools">{state} {live(move || sign_out(language, session, "tool leave"))} {theme_switch(language)} {language_switch(language)}</div>
        </header>
        {unsent}
    }
    .into_any()
}

fn tabs(language: Language) -> AnyView {
    let words = &words(language).frame;
    let session = use_session();
    view! {
        <nav class="tabs" aria-label=words.menu>
            {live(move || menu(language, session))}
            <a href=Place::Products.address(language) rel="external">{icon("layout-grid")}<span>{words.catalogue}</span></a>
        </nav>
    }
    .into_any()
}

/// The pages of whoever is signed in; for others, the way in.
fn menu(language: Language, session: Session) -> AnyView {
    let words = &words(language).frame;
    let check = tab(OfficePlace::Intake, language, "package", words.check);
    let Some(me) = session.me() else {
        return view! {
            {tab(OfficePlace::SignIn, language, "badge-check", words.sign_in)}
            {check}
        };
    };
    let company = match me.memberships.as_slice() {
        [] => OfficePlace::Found,
        [first, ..] => OfficePlace::Company(first.company),
    };
    let goods = me.memberships.first().map(|first| {
        let place = OfficePlace::Catalogue(first.company);
        let goods = tab(place, language, "layout-grid", words_of_goods(language));
        view! { <span class="goods-tab">{goods}</span> }
    });
    let requests = me.memberships.first().map(|first| {
        let place = OfficePlace::Requests(first.company);
        tab(place, language, "package", words_of_requests(language))
    });
    let orders = me.memberships.first().map(|first| {
        let place = OfficePlace::Orders(first.company);
        tab(place, language, "badge-check", words_of_orders(language))
    });
    // On a phone there is room for five; its companies are named on the home page.
    let company = tab(company, language, "factory", words.company);
    let company = match requests {
        Some(_) => view! { <span class="goods-tab">{company}</span> },
        None => company,
    };
    let check = match requests {
        Some(_) => view! { <span class="goods-tab wide-tab">{check}</span> },
        None => check,
    };
    view! {
        {tab(OfficePlace::Home, language, "house", words.home)}
        {requests}
        {orders}
        {company}
        {goods}
        {check}
        {tab(OfficePlace::Account, language, "shield", words.account)}
    }
}

fn words_of_goods(language: Language) -> &'static str {
    words(language).catalogue.menu
}

fn words_of_orders(language: Language) -> &'static str {
    words(language).order.menu
}

fn words_of_requests(language: Language) -> &'static str {
    words(language).requests.menu
}

fn tab(
    place: OfficePlace,
    language: Language,
    symbol: &'static str,
    name: &'static str,
) -> AnyView {
    let address = place.address(language);
    let path = use_location().pathname;
    let current = {
        let address = address.clone();
        move || {
            path.with(|path| document::below_base(path).trim_matches('/') == address)
                .then_some("page")
        }
    };
    view! { <a href=address aria-current=live(current)>{icon(symbol)}<span>{name}</span></a> }
}

/// Who has signed out stands before the door, not before a page of theirs.
fn go_when_left(language: Language) -> AnyView {
    let (outbox, go) = (use_outbox(), use_go(language));
    effect(move || {
        if outbox.has_left() {
            go(OfficePlace::SignIn);
        }
    });
    ().into_any()
}

/// Nothing where nobody is signed in.
pub fn sign_out(language: Language, session: Session, class: &'static str) -> AnyView {
    let outbox = use_outbox();
    let leave = move || outbox.sign_out();
    if session.me().is_none() {
        return ().into_any();
    }
    view! { <button class=class type="button" on:click=clicked(leave)>{words(language).frame.sign_out}</button> }
}
