//! Fields of forms, as events tell of them.

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};

use crate::document::{document, window};

/// A field and what it holds now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Field {
    pub name: String,
    /// Of a box that is not ticked, nothing.
    pub value: String,
}

/// The field that an event is about.
#[must_use]
pub fn of(event: &web_sys::Event) -> Field {
    let Some(target) = event.target() else {
        return Field::default();
    };
    let get = |key: &str| Reflect::get(&target, &key.into()).unwrap_or(JsValue::UNDEFINED);
    let text = |key: &str| get(key).as_string().unwrap_or_default();
    let unticked = text("type") == "checkbox" && !get("checked").is_truthy();
    Field {
        name: text("name"),
        value: if unticked {
            String::new()
        } else {
            text("value")
        },
    }
}

/// Whether the `<details>` that an event is about is open now.
#[must_use]
pub fn is_open(event: &web_sys::Event) -> bool {
    let target = event.target();
    let open = target.and_then(|target| Reflect::get(&target, &"open".into()).ok());
    open.is_some_and(|open| open.is_truthy())
}

/// Whether an input-method editor is putting characters together. Keyboards of Android compose every word, Latin ones too,
/// and show what is not meant yet outside of the page: there it is never so.
#[must_use]
pub fn is_composing(event: &web_sys::Event) -> bool {
    // The key that Safari tells after the end of a composition has this code.
    const EDITORS_OWN: u32 = 229;
    let key: &web_sys::KeyboardEvent = event.unchecked_ref();
    let of_editor = match event.type_().as_str() {
        "compositionstart" => true,
        "keydown" => key.is_composing() || key.key_code() == EDITORS_OWN,
        "input" => key.is_composing(),
        _ => false,
    };
    let agent = window().navigator().user_agent().unwrap_or_default();
    of_editor && !agent.contains("Android")
}

/// The key of a keyboard event (`KeyboardEvent.key`).
#[must_use]
pub fn key(event: &web_sys::Event) -> String {
    let key: &web_sys::KeyboardEvent = event.unchecked_ref();
    key.key()
}

/// Puts a text into the first field that matches, unless it is there already.
pub fn write(selector: &str, text: &str) {
    if let Some(field) = document().query_selector(selector).ok().flatten() {
        let (value, text) = (JsValue::from_str("value"), JsValue::from_str(text));
        if Reflect::get(&field, &value).is_ok_and(|have| have != text) {
            let _ = Reflect::set(&field, &value, &text);
        }
    }
}

/// Scrolls the first element that matches into sight, as little as needed.
pub fn reveal(selector: &str) {
    if let Some(element) = document().query_selector(selector).ok().flatten() {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}
