//! What stands around every page of the office: the head with its menu, the bar of tabs on a phone, messages.

use api_types::address::{Language, Place};
use api_types::company::CompanyKind;
use app::frame::{focus_on_arrival, language_switch, message, theme_switch, update_prompt};
use app::locales::site;
use app::state::use_language;
use browser::document;
use domain::Id;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};
use markup::view;
use workflow::office::OfficePlace;

use crate::components::{changed, clicked, effect, icon, live};
use crate::demonstration::bar;
use crate::locales::words;
use crate::notices::use_unread;
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
    let bell = move || Own::of(session).map(|own| own.bell(language));
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
            <div class="head-tools">{state} {live(bell)} {live(move || sign_out(language, session, "tool leave"))} {theme_switch(language)} {language_switch(language)}</div>
        </header>
        {unsent}
    }
    .into_any()
}

/// On a phone there is room for five tabs: the other pages of a member are named on the account's page.
fn tabs(language: Language) -> AnyView {
    let words = &words(language).frame;
    let session = use_session();
    let entries = move || match Own::of(session) {
        Some(own) => own.tabs(language),
        None => {
            let catalogue = Place::Products.address(language);
            view! {
                {entries_of_nobody(language, session)}
                <a href=catalogue rel="external">{icon("layout-grid")}<span>{words.catalogue}</span></a>
            }
        }
    };
    view! { <nav class="tabs" aria-label=words.menu>{live(entries)}</nav> }.into_any()
}

/// The pages of whoever is signed in; for others, the way in.
fn menu(language: Language, session: Session) -> AnyView {
    let words = &words(language).frame;
    let Some(own) = Own::of(session) else {
        return entries_of_nobody(language, session);
    };
    let check = tab(OfficePlace::Intake, language, "package", words.check);
    view! {
        {tab(OfficePlace::Home, language, "house", words.home)}
        {own.requests(language)}
        {own.orders(language)}
        {own.company(language)}
        {own.goods(language)}
        <span class="wide-tab">{check}</span>
        {tab(OfficePlace::Account, language, "shield", words.account)}
    }
}

/// Of somebody who is not signed in, or who belongs to no company yet.
fn entries_of_nobody(language: Language, session: Session) -> AnyView {
    let words = &words(language).frame;
    let check = tab(OfficePlace::Intake, language, "package", words.check);
    if session.me().is_none() {
        return view! {
            {tab(OfficePlace::SignIn, language, "badge-check", words.sign_in)}
            {check}
        };
    }
    view! {
        {tab(OfficePlace::Home, language, "house", words.home)}
        {tab(OfficePlace::Found, language, "factory", words.company)}
        {check}
        {tab(OfficePlace::Account, language, "shield", words.account)}
    }
}

/// The company whose pages the menu names: the first that the reader belongs to.
#[derive(Clone, Copy)]
struct Own(Id, CompanyKind);

impl Own {
    fn of(session: Session) -> Option<Self> {
        let me = session.me()?;
        let first = me.memberships.first()?;
        Some(Self(first.company, first.kind))
    }

    fn tabs(self, language: Language) -> AnyView {
        let words = words(language);
        let notices = OfficePlace::Notices(self.0);
        let bell = tab(notices, language, "bell", words.notices.title);
        view! {
            {tab(OfficePlace::Home, language, "house", words.frame.home)}
            {self.requests(language)}
            {self.orders(language)}
            <span class="bell">{bell}{unread()}</span>
            {tab(OfficePlace::Account, language, "shield", words.frame.account)}
        }
    }

    fn requests(self, language: Language) -> AnyView {
        let name = words(language).requests.menu;
        tab(OfficePlace::Requests(self.0), language, "scale", name)
    }

    fn orders(self, language: Language) -> AnyView {
        let name = words(language).order.menu;
        tab(OfficePlace::Orders(self.0), language, "package", name)
    }

    fn company(self, language: Language) -> AnyView {
        let name = words(language).frame.company;
        tab(OfficePlace::Company(self.0), language, "factory", name)
    }

    /// A buyer has none.
    fn goods(self, language: Language) -> Option<AnyView> {
        let name = words(language).catalogue.menu;
        let place = OfficePlace::Catalogue(self.0);
        (self.1 == CompanyKind::Supplier).then(|| tab(place, language, "layout-grid", name))
    }

    /// The way to the notices in the head of the page, with how many are new.
    fn bell(self, language: Language) -> AnyView {
        let words = &words(language).notices;
        let address = OfficePlace::Notices(self.0).address(language);
        let counted = use_unread();
        let label = move || match counted.count() {
            0 => words.title.to_owned(),
            count => (words.unread)(u32::try_from(count).unwrap_or(u32::MAX)),
        };
        view! {
            <a class="tool bell" href=address title=words.title aria-label=live(label)>{icon("bell")}{unread()}</a>
        }
    }
}

/// How many notices are new; nothing where none is.
fn unread() -> AnyView {
    let unread = use_unread();
    let shown = move || match unread.count() {
        0 => None,
        count => {
            let count = count.min(99).to_string();
            Some(view! { <span class="number">{count}</span> })
        }
    };
    live(shown).into_any()
}

/// The pages that a phone's bar of tabs has no room for.
pub fn more(language: Language, session: Session) -> AnyView {
    let words = &words(language).frame;
    let own = Own::of(session).map(|own| {
        let settings = crate::locales::words(language).settings.title;
        let settings = tab(OfficePlace::Settings(own.0), language, "shield", settings);
        view! {
            <li>{own.company(language)}</li>
            {own.goods(language).map(|goods| view! { <li>{goods}</li> })}
            <li>{settings}</li>
        }
    });
    view! {
        <section class="panel stack more">
            <h2>{words.more}</h2>
            <ul class="links">
                {own}
                <li>{tab(OfficePlace::Intake, language, "package", words.check)}</li>
                <li><a href=Place::Products.address(language) rel="external">{icon("layout-grid")}<span>{words.catalogue}</span></a></li>
            </ul>
        </section>
    }
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
