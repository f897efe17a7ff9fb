//! The demonstration's hub in a thread of its own: where there is no server, the market is hosted here.
//!
//! `public/standin.js` starts this module and hands it the page's questions; `browser/demo` has the work, the room `stage` the
//! market. A module of its own, fetched in the static demonstration only, so that nobody else carries it.
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
    // The trap that follows a panic says nothing; the page is told by standin.js that this thread is gone.
    std::panic::set_hook(Box::new(|panic| log(&panic.to_string())));
}

/// Takes a question of the page.
#[wasm_bindgen]
pub fn hear(message: JsValue) {
    browser::demo::hear(&message);
}
