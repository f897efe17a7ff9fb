//! News from the boot script, which outlives the app: a new version waits; and to it: the app has died.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use crate::document::window;

/// Calls `waiting` when a new version of the app is ready to take over, also if it was before the app came.
pub fn on_waiting(waiting: impl Fn() + 'static) {
    let root = crate::document::document().document_element();
    if root.is_some_and(|root| root.has_attribute("data-update")) {
        waiting();
    }
    let listener = Closure::<dyn Fn()>::new(waiting);
    let _ =
        window().add_event_listener_with_callback("hub:update", listener.as_ref().unchecked_ref());
    listener.forget();
}

/// Lets the new version take over; the boot script reloads the page when it has.
pub fn accept() {
    announce("hub:accept-update", "");
}

/// Tells the boot script that the app has died of `reason`, so that it can say so in the reader's language.
pub fn died(reason: &str) {
    announce("hub:panic", reason);
}

fn announce(name: &str, detail: &str) {
    let options = web_sys::CustomEventInit::new();
    options.set_detail(&detail.into());
    if let Ok(event) = web_sys::CustomEvent::new_with_event_init_dict(name, &options) {
        let _ = window().dispatch_event(&event);
    }
}
