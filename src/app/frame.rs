//! What stands around every page: head, foot, the bar of tabs on a phone, messages, and the keys that work everywhere.

use api_types::address::{Language, Place, split};
use browser::{document, keys, pointer, storage, updates};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};
use markup::view;

use crate::components::{Sheet, changed, clicked, effect, icon, live};
use crate::locales::{site, words};
use crate::state::{use_catalogue, use_language, use_picks, use_toast};
use crate::widgets::search_box;

#[component]
pub fn Frame(children: Children) -> impl IntoView {
    let language = use_language();
    let shortcuts = Sheet::new();
    listen(shortcuts);
    focus_on_arrival();
    view! {
        {live(move || head(language.get()))}
        <main id="main">{children()}</main>
        {live(move || foot(language.get(), shortcuts))}
        {live(move || tabs(language.get()))}
        {message()}
        {live(move || update_prompt(language.get()))}
    }
}

fn head(language: Language) -> AnyView {
    let words = &words(language).site;
    let skip = |event: leptos::ev::Event| {
        event.prevent_default();
        document::focus("main h1");
    };
    view! {
        <header class="head">
            <a class="skip" href="#main" on:click=changed(skip)>{words.skip}</a>
            <a class="brand" href=Place::Home.address(language)>
                <svg class="mark" viewBox="0 0 64 64" aria-hidden="true"><use href="icons.svg#mark"></use></svg>
                <span>{words.name}</span>
            </a>
            {search_box(language)}
            <nav class="head-nav" aria-label=words.main_menu>
                {tab(Place::Products, language, None, words.products)}
                {tab(Place::Suppliers, language, None, words.suppliers)}
                {tab(Place::Compare, language, None, words.compare)}
                {tab(Place::Favourites, language, None, words.favourites)}
            </nav>
            <div class="head-tools">{theme_switch(language)} {language_switch(language)}</div>
        </header>
    }
    .into_any()
}

/// The same page in the other language: path, filters and place stay.
pub fn language_switch(language: Language) -> AnyView {
    let location = use_location();
    let other = language.other();
    let address = move || {
        let path = location.pathname.get();
        let (_, rest) = split(document::below_base(&path));
        let query = location.search.get();
        let mark = if query.is_empty() { "" } else { "?" };
        format!("{}/{rest}{mark}{query}", other.code())
    };
    view! {
        <a
            class="tool language"
            href=live(address)
            hreflang=other.tag()
            lang=other.tag()
            data-noscroll
            on:click=clicked(move || storage::set("hub.language", other.code()))
        >
            {site(language).other_language}
        </a>
    }
    .into_any()
}

/// Light or dark.
pub fn theme_switch(language: Language) -> AnyView {
    let words = site(language);
    let dark = RwSignal::new(document::is_dark());
    let label = move || {
        if dark.get() {
            words.to_light
        } else {
            words.to_dark
        }
    };
    let switch = move || {
        dark.update(|dark| *dark = !*dark);
        document::set_dark(dark.get_untracked());
    };
    view! {
        <button class="tool icon-button" type="button" aria-label=live(label) title=live(label) on:click=clicked(switch)>
            {live(move || icon(if dark.get() { "sun" } else { "moon" }).into_any())}
        </button>
    }
    .into_any()
}

fn tabs(language: Language) -> AnyView {
    let words = &words(language).site;
    view! {
        <nav class="tabs" aria-label=words.main_menu>
            {tab(Place::Home, language, Some("house"), words.home)}
            {tab(Place::Products, language, Some("layout-grid"), words.products)}
            {tab(Place::Suppliers, language, Some("factory"), words.suppliers)}
            {tab(Place::Compare, language, Some("scale"), words.compare)}
            {tab(Place::Favourites, language, Some("star"), words.favourites)}
        </nav>
    }
    .into_any()
}

fn tab(
    place: Place<'static>,
    language: Language,
    symbol: Option<&'static str>,
    name: &'static str,
) -> AnyView {
    let address = place.address(language);
    let path = use_location().pathname;
    let picks = use_picks();
    let current = {
        let address = address.clone();
        move || {
            path.with(|path| {
                document::below_base(path).trim_matches('/') == address.trim_matches('/')
            })
            .then_some("page")
        }
    };
    let number = move || match place {
        Place::Compare => picks.compared().ids().len(),
        Place::Favourites => picks.favourites().ids().len(),
        _ => 0,
    };
    view! {
        <a href=address aria-current=live(current)>
            {symbol.map(icon)}
            <span>{name}</span>
            {live(move || Some(number()).filter(|&number| number > 0).map(|number| view! { <b class="number">{number.to_string()}</b> }).into_any())}
        </a>
    }
    .into_any()
}

fn foot(language: Language, shortcuts: Sheet) -> AnyView {
    let words = &words(language).site;
    let keys = move || {
        words
            .shortcut_list
            .iter()
            .map(|&(key, does)| view! { <div><dt><kbd>{key}</kbd></dt><dd>{does}</dd></div> })
            .collect_view()
    };
    let list = move || view! { <dl class="shortcut-list">{keys()}</dl> }.into_any();
    view! {
        <footer class="foot">
            <p><strong>{words.name}</strong> " — " {words.tagline}</p>
            <p class="note">{words.demonstration_note}</p>
            <p class="foot-links">
                <a href=Place::About.address(language)>{words.about}</a>
                <a href=format!("{}/office", language.code()) rel="external">{words.office}</a>
                <button class="link shortcut-button" type="button" on:click=clicked(move || shortcuts.open())>{words.shortcuts}</button>
            </p>
        </footer>
        {shortcuts.view("shortcuts", words.shortcuts, words.close, list)}
    }
    .into_any()
}

/// The message that a page wants to be read.
pub fn message() -> AnyView {
    let toast = use_toast();
    view! { <div class="toast" role="status" data-shown=live(move || (!toast.get().is_empty()).then_some(""))>{live(move || toast.get())}</div> }
        .into_any()
}

/// Offers a newer build that waits.
pub fn update_prompt(language: Language) -> AnyView {
    let words = site(language);
    let waiting = RwSignal::new(false);
    updates::on_waiting(move || waiting.set(true));
    let prompt = move || {
        waiting.get().then(|| {
            view! {
                <div class="update" role="status">
                    <span>{words.new_version}</span>
                    <button class="button primary" type="button" on:click=clicked(updates::accept)>{words.reload}</button>
                    <button class="button" type="button" on:click=clicked(move || waiting.set(false))>{words.later}</button>
                </div>
            }
        })
    };
    live(prompt).into_any()
}

/// Keys that work everywhere, and the hint of which product comes next.
fn listen(shortcuts: Sheet) {
    let language = use_language();
    let catalogue = use_catalogue();
    let navigate = use_navigate();
    let base = document::base();
    keys::listen(move |key| {
        let here = language.get_untracked();
        let place = match key {
            "/" => {
                document::focus("#search");
                return true;
            }
            "?" => {
                shortcuts.open();
                return true;
            }
            "t" => {
                document::click(".head .tool.icon-button");
                return true;
            }
            "l" => {
                document::click(".head .tool.language");
                return true;
            }
            "h" => Place::Home,
            "p" => Place::Products,
            "s" => Place::Suppliers,
            "f" => Place::Favourites,
            "c" => Place::Compare,
            _ => return false,
        };
        let address = format!("{base}{}", place.address(here));
        navigate(
            &address,
            NavigateOptions {
                resolve: false,
                ..Default::default()
            },
        );
        true
    });
    pointer::on_link(move |path| {
        if let Some((_, id)) = path.split_once("/products/") {
            catalogue.expect_product(id);
        }
    });
}

/// After a link was followed, the keyboard and the screen reader start at the new page's heading.
pub fn focus_on_arrival() {
    let path = use_location().pathname;
    let mut before: Option<String> = None;
    effect(move || {
        let path = path.get();
        let (_, rest) = split(document::below_base(&path));
        let arrived = before.as_deref().is_some_and(|before| before != rest);
        if arrived {
            request_animation_frame(|| document::focus("main h1"));
        }
        before = Some(rest.to_owned());
    });
}
