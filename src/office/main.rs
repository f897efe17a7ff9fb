//! The office: what stands behind the sign-in, as an application and a WASM module of its own.
//!
//! `public/boot.js` starts it at addresses below `en/office` and `zh/office` (`workflow/office/place.rs`); the catalogue's
//! readers never fetch it. Start with `routes.rs`, then `pages/`. Who is signed in is in `session.rs`; `form.rs` holds what
//! all forms do: nothing typed is lost, and what is wrong stands at its field. What may wait for the network goes through
//! `outbox.rs`, a company's drafts through `drafts.rs`; `sync.rs` shows in every page's head how it stands with them.
//!
//! This room never fetches, never stores and never asks the browser anything itself: `browser` does.

#![recursion_limit = "256"]

mod deed;
mod demonstration;
mod drafts;
mod entry;
mod form;
mod frame;
mod locales;
mod matcher;
mod notices;
mod outbox;
mod pages;
mod passkey;
mod qr;
mod routes;
mod sentence;
mod session;
mod sync;

/// What `markup::view!` writes its elements with.
mod components {
    pub use app::components::{changed, clicked, effect, element, group, icon, live, memo, spawn};
}

use browser::{document, updates};
use leptos::prelude::*;

fn main() {
    std::panic::set_hook(Box::new(|panic| updates::died(&panic.to_string())));
    mount_to_body(routes::Office);
    document::remove_shell();
}
