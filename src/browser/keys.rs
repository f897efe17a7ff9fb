//! Keyboard shortcuts of the whole page.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use crate::document::document;

/// Calls `pressed` with each key (`KeyboardEvent.key`) pressed outside of fields and without modifiers. For the life of the
/// page. `pressed` says whether it took the key.
pub fn listen(pressed: impl Fn(&str) -> bool + 'static) {
    let listener =
        Closure::<dyn Fn(web_sys::KeyboardEvent)>::new(move |event: web_sys::KeyboardEvent| {
            let modified =
                event.ctrl_key() || event.meta_key() || event.alt_key() || event.is_composing();
            if !modified && !in_a_field(&event) && pressed(&event.key()) {
                event.prevent_default();
            }
        });
    let _ =
        document().add_event_listener_with_callback("keydown", listener.as_ref().unchecked_ref());
    listener.forget();
}

fn in_a_field(event: &web_sys::KeyboardEvent) -> bool {
    event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
        .is_some_and(|element| {
            element
                .matches("input:not([type=checkbox]),select,textarea,dialog *")
                .unwrap_or(false)
        })
}
