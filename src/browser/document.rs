//! What the browser shows around the page: title, language, description, and where the other language is.

use api_types::address::{Language, split};
use wasm_bindgen::JsCast;

/// The folder of the app on its host, such as `/` or `/hub/`: the path of the document's base.
#[must_use]
pub fn base() -> String {
    let base = document().base_uri().ok().flatten().unwrap_or_default();
    let path = web_sys::Url::new(&base)
        .map(|url| url.pathname())
        .unwrap_or_default();
    // A page's base is a folder; what follows its last slash is a file name.
    path.rfind('/')
        .map_or_else(|| "/".to_owned(), |at| path[..=at].to_owned())
}

/// The part of a location's path below [`base`].
#[must_use]
pub fn below_base(path: &str) -> &str {
    let base = base();
    path.strip_prefix(base.trim_end_matches('/'))
        .unwrap_or(path)
}

/// What a page says of itself.
pub struct Page<'a> {
    pub title: &'a str,
    pub description: &'a str,
    /// Below the language: `products/abc`.
    pub path: &'a str,
}

/// Sets the language in which the page is hyphenated, drawn and read out.
pub fn speak(language: Language) {
    // Only where it changes: setting it makes the browser style the whole page anew.
    let tag = language.tag();
    if let Some(root) = document().document_element()
        && root.get_attribute("lang").as_deref() != Some(tag)
    {
        let _ = root.set_attribute("lang", tag);
    }
}

/// Sets title, description and the `hreflang` links.
pub fn describe(page: &Page) {
    let document = document();
    document.set_title(page.title);
    set(
        &document,
        "meta[name=description]",
        "content",
        page.description,
    );
    // Whole addresses: crawlers do not resolve them.
    let root = document.base_uri().ok().flatten().unwrap_or_default();
    let rest = page.path;
    for language in [Language::English, Language::Chinese] {
        let selector = format!(
            "link[hreflang={}]",
            if language == Language::English {
                "en"
            } else {
                "zh-Hans"
            }
        );
        set(
            &document,
            &selector,
            "href",
            &format!("{root}{}/{rest}", language.code()),
        );
    }
    set(
        &document,
        "link[hreflang=x-default]",
        "href",
        &format!("{root}en/{rest}"),
    );
}

/// The path that is open now.
#[must_use]
pub fn location_path() -> String {
    window().location().pathname().unwrap_or_default()
}

/// The whole address that is open now, for sharing.
#[must_use]
pub fn location() -> String {
    window().location().href().unwrap_or_default()
}

/// Takes the static page away, once the app stands in its place.
pub fn remove_shell() {
    if let Some(shell) = document().get_element_by_id("shell") {
        shell.remove();
    }
}

/// An address without a language gets the reader's own, without another page load.
pub fn name_the_language() {
    let path = location_path();
    if split(below_base(&path)).0.is_none() && below_base(&path).trim_matches('/').is_empty() {
        let home = format!("{}{}/", base(), preferred_language().code());
        if let Ok(history) = window().history() {
            let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&home));
        }
    }
}

/// The reader's first language that the hub speaks; English where none is.
#[must_use]
pub fn preferred_language() -> Language {
    if let Some(chosen) =
        crate::storage::get("hub.language").and_then(|code| Language::from_code(&code))
    {
        return chosen;
    }
    let languages = window().navigator().languages();
    let spoken = languages.iter().filter_map(|tag| tag.as_string());
    spoken
        .into_iter()
        .find_map(|tag| Language::from_code(tag.get(..2)?))
        .unwrap_or_default()
}

/// Shows the page in the light or dark theme, and remembers it. Before that, it follows the system.
pub fn set_dark(dark: bool) {
    let theme = if dark { "dark" } else { "light" };
    crate::storage::set("hub.theme", theme);
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-theme", theme);
    }
}

/// Whether the page is dark now. The boot script keeps `data-theme` at the reader's choice or the system's.
#[must_use]
pub fn is_dark() -> bool {
    let root = document().document_element();
    root.and_then(|root| root.get_attribute("data-theme"))
        .is_some_and(|theme| theme == "dark")
}

/// Whether there is room for more than one column.
#[must_use]
pub fn is_wide() -> bool {
    let query = window().match_media("(min-width: 56rem)").ok().flatten();
    query.is_some_and(|query| query.matches())
}

/// Moves the keyboard to the first element that matches.
pub fn focus(selector: &str) {
    if let Some(element) = document().query_selector(selector).ok().flatten()
        && let Ok(element) = element.dyn_into::<web_sys::HtmlElement>()
    {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

/// Moves the keyboard to what matches the first selector that anything matches; false where nothing matches any.
pub fn focus_first(selectors: &[&str]) -> bool {
    let has = |selector: &&&str| document().query_selector(selector).ok().flatten().is_some();
    let found = selectors.iter().find(has);
    found.inspect(|selector| focus(selector)).is_some()
}

/// What stands behind the `#` of the address: no server is told of it.
#[must_use]
pub fn fragment() -> String {
    let hash = window().location().hash().unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}

/// The whole address of a path below [`base`].
#[must_use]
pub fn whole(path: &str) -> String {
    let base = document().base_uri().ok().flatten().unwrap_or_default();
    web_sys::Url::new_with_base(path, &base).map_or_else(|_| path.to_owned(), |url| url.href())
}

/// Takes the keyboard away from whatever in the page's main part has it.
pub fn let_go() {
    let Some(element) = document().active_element() else {
        return;
    };
    if element.closest("main").ok().flatten().is_some()
        && let Ok(element) = element.dyn_into::<web_sys::HtmlElement>()
    {
        let _ = element.blur();
    }
}

/// Does what a click on the first element that matches does.
pub fn click(selector: &str) {
    if let Some(element) = document().query_selector(selector).ok().flatten()
        && let Ok(element) = element.dyn_into::<web_sys::HtmlElement>()
    {
        element.click();
    }
}

pub fn print() {
    let _ = window().print();
}

fn set(document: &web_sys::Document, selector: &str, attribute: &str, value: &str) {
    if let Some(element) = document.query_selector(selector).ok().flatten() {
        let _ = element.set_attribute(attribute, value);
    }
}

pub(crate) fn window() -> web_sys::Window {
    web_sys::window().expect("the app runs in a page")
}

pub(crate) fn document() -> web_sys::Document {
    window().document().expect("a page has a document")
}
