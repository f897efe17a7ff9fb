//! A hint of what the reader opens next: where the pointer or finger is.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use crate::document::document;

/// Calls `near` with the path of each link as the pointer comes over it, or a finger down on it. For the life of the page.
pub fn on_link(near: impl Fn(&str) + 'static) {
    let listener = Closure::<dyn Fn(web_sys::Event)>::new(move |event: web_sys::Event| {
        let link = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
            .and_then(|element| element.closest("a[href]").ok().flatten())
            .and_then(|link| link.get_attribute("href"));
        if let Some(path) = link {
            near(&path);
        }
    });
    for event in ["pointerover", "pointerdown", "focusin"] {
        let _ =
            document().add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
    }
    listener.forget();
}
