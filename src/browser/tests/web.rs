//! What only a browser can show: its formats, its storage, its history, its keys.

#![cfg(target_arch = "wasm32")]

mod engine;

use std::cell::RefCell;
use std::rc::Rc;

use api_types::address::Language::{Chinese, English};
use browser::document::{self, Page};
use browser::share::{Shared, share};
use browser::{clock, format, keys, scroll, storage, updates};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn js(script: &str) -> JsValue {
    js_sys::eval(script).expect("the script of a test is right")
}

fn text(script: &str) -> String {
    js(script).as_string().unwrap_or_default()
}

/// Waits until a condition of the page holds, for two seconds of frames at most.
async fn holds(condition: &str) -> bool {
    let wait = format!(
        "new Promise((done) => {{ let left = 120; const look = () => ({condition}) ? done(true) : left-- ? requestAnimationFrame(look) : done(false); look(); }})"
    );
    let promise: js_sys::Promise = js(&wait).into();
    let held = JsFuture::from(promise).await;
    held.is_ok_and(|held| held.is_truthy())
}

#[wasm_bindgen_test]
fn money_carries_the_signs_of_the_trade() {
    assert_eq!(format::price(English, 425, "SGD"), "S$0.0425");
    assert_eq!(format::price(Chinese, 425, "SGD"), "S$0.0425");
    assert_eq!(format::price(English, 12_300, "USD"), "US$1.23");
    assert_eq!(format::price(English, 2_000, "SGD"), "S$0.20");
    assert_eq!(
        format::amount(English, 123_456_789, "CNY"),
        "CN¥1,234,567.89"
    );
    assert_eq!(format::amount(Chinese, 4_250, "CNY"), "¥42.50");
}

#[wasm_bindgen_test]
fn numbers_are_grouped_and_shares_marked() {
    for language in [English, Chinese] {
        assert_eq!(format::count(language, 12_000), "12,000");
        assert_eq!(format::number(language, 0.25), "0.25");
        assert_eq!(format::number(language, 1.0), "1");
        assert_eq!(format::percent(language, 96), "96%");
    }
}

#[wasm_bindgen_test]
fn dates_are_written_as_the_language_does_whatever_the_time_zone() {
    assert_eq!(format::date(English, "2027-05-31"), "31 May 2027");
    assert_eq!(format::date(Chinese, "2027-05-31"), "2027年5月31日");
    assert_eq!(format::date(English, "soon"), "soon");
}

#[wasm_bindgen_test]
fn countries_have_names_in_both_languages() {
    assert_eq!(format::country(English, "SG"), "Singapore");
    assert_eq!(format::country(Chinese, "SG"), "新加坡");
    assert_eq!(format::country(Chinese, "MY"), "马来西亚");
    assert_eq!(format::country(English, "nowhere"), "nowhere");
}

#[wasm_bindgen_test]
fn what_is_kept_comes_back_until_it_is_forgotten() {
    storage::set("test.kept", "a,b");
    assert_eq!(storage::get("test.kept").as_deref(), Some("a,b"));
    storage::set("test.kept", "");
    assert_eq!(storage::get("test.kept"), None);
}

#[wasm_bindgen_test]
fn a_browser_that_keeps_nothing_still_works() {
    js(
        "Object.defineProperty(window, 'localStorage', { configurable: true, get() { throw new Error('forbidden'); } })",
    );
    storage::set("test.kept", "a");
    let kept = storage::get("test.kept");
    js("delete window.localStorage");
    assert_eq!(kept, None);
}

#[wasm_bindgen_test]
fn today_is_the_readers_own_day() {
    let day = js(
        "const now = new Date(); Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86400000",
    );
    assert_eq!(Some(f64::from(clock::today())), day.as_f64());
}

#[wasm_bindgen_test]
fn addresses_are_read_below_the_base_of_the_page() {
    assert_eq!(document::below_base("/en/products"), "/en/products");
    js("document.head.insertAdjacentHTML('afterbegin', '<base id=test-base href=\"/deep/er/\">')");
    let (base, below) = (
        document::base(),
        document::below_base("/deep/er/en/products"),
    );
    js("document.getElementById('test-base').remove()");
    assert_eq!((base.as_str(), below), ("/deep/er/", "/en/products"));
}

#[wasm_bindgen_test]
fn a_page_says_what_it_is_and_where_its_other_language_is() {
    js(
        "document.head.insertAdjacentHTML('beforeend', '<base id=test-base href=\"/deep/er/\"><meta name=description><link rel=alternate hreflang=en><link rel=alternate hreflang=zh-Hans><link rel=alternate hreflang=x-default>')",
    );
    document::speak(Chinese);
    document::describe(&Page {
        title: "六角螺栓",
        description: "起订量 50",
        path: "categories/hex-bolts",
    });
    assert_eq!(text("document.title"), "六角螺栓");
    assert_eq!(text("document.documentElement.lang"), "zh-Hans-CN");
    assert_eq!(
        text("document.querySelector('meta[name=description]').content"),
        "起订量 50"
    );
    let href = |tag: &str| {
        text(&format!(
            "document.querySelector('link[hreflang={tag}]').getAttribute('href').replace(location.origin, '')"
        ))
    };
    assert_eq!(href("en"), "/deep/er/en/categories/hex-bolts");
    assert_eq!(href("zh-Hans"), "/deep/er/zh/categories/hex-bolts");
    assert_eq!(href("x-default"), "/deep/er/en/categories/hex-bolts");
    js("document.getElementById('test-base').remove()");
}

#[wasm_bindgen_test]
fn the_theme_is_shown_and_remembered() {
    document::set_dark(true);
    assert!(document::is_dark());
    assert_eq!(storage::get("hub.theme").as_deref(), Some("dark"));
    document::set_dark(false);
    assert!(!document::is_dark());
    storage::set("hub.theme", "");
}

#[wasm_bindgen_test]
fn the_chosen_language_goes_before_the_browsers() {
    storage::set("hub.language", "zh");
    assert_eq!(document::preferred_language(), Chinese);
    storage::set("hub.language", "xx");
    js(
        "Object.defineProperty(navigator, 'languages', { configurable: true, value: ['fr-FR', 'zh-SG', 'en'] })",
    );
    assert_eq!(document::preferred_language(), Chinese);
    js("Object.defineProperty(navigator, 'languages', { configurable: true, value: ['fr-FR'] })");
    assert_eq!(document::preferred_language(), English);
    js("delete navigator.languages");
    storage::set("hub.language", "");
}

#[wasm_bindgen_test]
async fn back_and_forward_return_to_where_the_reader_was() {
    scroll::keep();
    assert_eq!(text("history.scrollRestoration"), "manual");
    js(
        "document.body.insertAdjacentHTML('beforeend', '<div id=test-tall style=\"height: 5000px\"></div>')",
    );
    js("history.pushState(null, '', '?first'); window.scrollTo(0, 700)");
    assert!(holds("scrollY === 700").await);
    // The place is noted with the scroll event, which comes with the next frame.
    assert!(holds("(window.testFrames = (window.testFrames ?? 0) + 1) > 3").await);
    js("history.pushState(null, '', '?second'); window.scrollTo(0, 50)");
    assert!(holds("scrollY === 50").await);
    assert!(holds("(window.testFrames += 1) > 6").await);
    js("history.back()");
    assert!(holds("location.search === '?first' && scrollY === 700").await);
    js("history.forward()");
    assert!(holds("location.search === '?second' && scrollY === 50").await);
    js("document.getElementById('test-tall').remove()");
}

#[wasm_bindgen_test]
fn keys_count_outside_of_fields_and_without_modifiers() {
    let pressed = Rc::new(RefCell::new(Vec::new()));
    let noted = pressed.clone();
    keys::listen(move |key| {
        noted.borrow_mut().push(key.to_owned());
        key == "/"
    });
    js(
        "document.body.insertAdjacentHTML('beforeend', '<p id=test-fields><input><select></select><textarea></textarea><input type=checkbox></p>')",
    );
    let press = |target: &str, options: &str| {
        let event = format!(
            "new KeyboardEvent('keydown', {{ bubbles: true, cancelable: true, {options} }})"
        );
        js(&format!("{target}.dispatchEvent({event})")).is_truthy()
    };
    let field = |at: u32| format!("document.getElementById('test-fields').children[{at}]");
    assert!(
        !press("document.body", "key: '/'"),
        "a key that is taken does nothing else"
    );
    assert!(
        press("document.body", "key: 'x'"),
        "any other is the browser's"
    );
    for at in 0..3 {
        press(&field(at), "key: 'typed'");
    }
    press(&field(3), "key: 'on a box'");
    for modifier in ["ctrlKey", "metaKey", "altKey"] {
        press(
            "document.body",
            &format!("key: 'modified', {modifier}: true"),
        );
    }
    press("document.body", "key: 'pinyin', isComposing: true");
    js("document.getElementById('test-fields').remove()");
    assert_eq!(*pressed.borrow(), ["/", "x", "on a box"]);
}

#[wasm_bindgen_test]
async fn a_link_is_shared_or_copied_or_refused() {
    let set = |name: &str, value: &str| {
        js(&format!(
            "Object.defineProperty(navigator, '{name}', {{ configurable: true, value: {value} }})"
        ));
    };
    set("share", "undefined");
    set(
        "clipboard",
        "{ writeText: async (text) => { window.testCopied = text; } }",
    );
    assert_eq!(share("bolt", "http://hub/en/").await, Shared::Copied);
    assert_eq!(text("window.testCopied"), "http://hub/en/");
    set(
        "clipboard",
        "{ writeText: async () => { throw new Error('no'); } }",
    );
    assert_eq!(share("bolt", "http://hub/en/").await, Shared::Refused);
    set("clipboard", "undefined");
    assert_eq!(share("bolt", "http://hub/en/").await, Shared::Refused);
    set(
        "share",
        "async (data) => { window.testShared = data.title + ' ' + data.url; throw new Error('closed'); }",
    );
    assert_eq!(share("bolt", "http://hub/en/").await, Shared::Sheet);
    assert_eq!(text("window.testShared"), "bolt http://hub/en/");
    js("delete navigator.share; delete navigator.clipboard");
}

#[wasm_bindgen_test]
fn a_new_version_is_heard_of_now_or_from_before() {
    let heard = Rc::new(RefCell::new(0));
    let count = heard.clone();
    updates::on_waiting(move || *count.borrow_mut() += 1);
    js("window.dispatchEvent(new CustomEvent('hub:update', { detail: 'ready' }))");
    assert_eq!(*heard.borrow(), 1);
    js("document.documentElement.dataset.update = 'ready'");
    let late = Rc::new(RefCell::new(0));
    let count = late.clone();
    updates::on_waiting(move || *count.borrow_mut() += 1);
    js("delete document.documentElement.dataset.update");
    assert_eq!(*late.borrow(), 1, "it came before the app was there");
}

#[wasm_bindgen_test]
fn what_the_app_died_of_reaches_the_page() {
    js(
        "window.addEventListener('hub:panic', (event) => { window.testDied = event.detail; }, { once: true })",
    );
    updates::died("index out of bounds");
    assert_eq!(text("window.testDied"), "index out of bounds");
}
