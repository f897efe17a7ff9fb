//! What a person sees: signals in, HTML out, every word in both languages.
//!
//! Start with [`start`], then `routes.rs` (which address shows which page), then `pages/`.
//! Components are blind to the trade; widgets know it. State that several pages share is in `state/`.
//!
//! What other pages of ours need too, the office's, is public: components, parts of the frame, state that knows no trade.
//!
//! This room never fetches, never stores and never asks the browser anything itself: `browser` does.

#![recursion_limit = "256"]

pub mod components;
pub mod frame;
mod listing;
pub mod locales;
mod pages;
mod routes;
pub mod state;
mod widgets;

use std::time::Duration;

use browser::{document, scroll, updates};
use leptos::prelude::*;

/// Puts the app in the place of the static page.
pub fn start() {
    std::panic::set_hook(Box::new(|panic| updates::died(&panic.to_string())));
    document::name_the_language();
    scroll::keep();
    // In a task of its own: the browser has just spent one on starting the module, and answers the reader in between.
    set_timeout(
        || {
            mount_to_body(routes::App);
            document::remove_shell();
        },
        Duration::ZERO,
    );
}
