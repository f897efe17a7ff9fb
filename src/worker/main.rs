//! The engine in a thread of its own: a message's bytes in, an answer's bytes out.
//!
//! `public/engine.js` starts this module, hands it the messages of the page one by one, and posts what it answers.
//! What a message means is `search`'s matter (`search::ask`), when one is sent is the page's (`browser/engine.rs`).
//!
//! This room never asks the network and never knows the page: whatever it reads came in a message.

mod reply;

use std::cell::RefCell;

use search::engine::Engine;
use wasm_bindgen::prelude::wasm_bindgen;

thread_local! {
    /// A worker has one thread and one engine.
    static ENGINE: RefCell<Engine> = RefCell::new(Engine::default());
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = console, js_name = error)]
    fn log(text: &str);
}

fn main() {
    // The trap that follows a panic says nothing; the page is told by engine.js that this worker is gone.
    std::panic::set_hook(Box::new(|panic| log(&panic.to_string())));
}

/// Answers a message: `head` is a postcard `search::ask::Ask`, `body` the bytes of a part that it adds.
/// The answer is a postcard `search::ask::Answer`.
#[wasm_bindgen]
pub fn answer(head: &[u8], body: Option<Vec<u8>>) -> Vec<u8> {
    ENGINE.with_borrow_mut(|engine| reply::reply(engine, head, body.unwrap_or_default()))
}
