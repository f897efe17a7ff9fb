//! The outbox in a thread of its own: what a person sends is kept here and sent from here, whatever becomes of the page.
//!
//! `public/keeper.js` starts this module and hands it the messages of the page; `browser/outbox` says what they are and does
//! the work. A module of its own, so that the first load does not carry it, and a panic of the page does not stop it.
//!
//! This room decides nothing.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = console, js_name = error)]
    fn log(text: &str);
}

fn main() {
    // The trap that follows a panic says nothing; the page is told by keeper.js that this thread is gone.
    std::panic::set_hook(Box::new(|panic| log(&panic.to_string())));
}

/// Takes a message of the page.
#[wasm_bindgen]
pub fn hear(message: JsValue) {
    browser::outbox::hear(&message);
}
