//! A supplier's file in a thread of its own: a message's bytes in, an answer's bytes out.
//!
//! In: the bytes of a CSV or XLSX file, and which of its columns is which. Out: what is wrong with which cell, the good
//! rows as products, and a search among them in the segment that `cargo hub` would make of them.
//! `public/intake.js` starts this module, hands it the messages of the page one by one, and posts what it answers; what a
//! message means is said in `workflow/intake/ask.rs`. Start with `desk.rs`, which answers each of them.
//!
//! This room never asks the network and never knows the page: whatever it reads came in a message.

mod check;
mod desk;
mod file;
mod list;
mod open;
mod reply;
mod shown;

#[cfg(test)]
mod properties;
#[cfg(test)]
mod same_bytes;
#[cfg(test)]
mod sample;

use std::cell::RefCell;

use wasm_bindgen::prelude::wasm_bindgen;
use workflow::intake::ask::Answer;

use desk::Desk;

thread_local! {
    /// A worker has one thread and one desk.
    static DESK: RefCell<Desk> = RefCell::new(Desk::default());
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = console, js_name = error)]
    fn log(text: &str);

    /// To the page, before the answer: how far it is.
    #[wasm_bindgen(js_name = postMessage)]
    fn post(answer: Vec<u8>);
}

fn main() {
    // The trap that follows a panic says nothing; the page is told by intake.js that this worker is gone.
    std::panic::set_hook(Box::new(|panic| log(&panic.to_string())));
}

/// Answers a message: `head` is a postcard `workflow::intake::ask::Ask`, `body` the bytes that come with it.
/// The answer is a postcard `workflow::intake::ask::Answer`.
#[wasm_bindgen]
pub fn answer(head: &[u8], body: Option<Vec<u8>>) -> Vec<u8> {
    let mut tell = |answer: Answer| post(reply::bytes(&answer));
    DESK.with_borrow_mut(|desk| reply::reply(desk, head, body.unwrap_or_default(), &mut tell))
}
