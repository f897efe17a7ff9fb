//! Back and forward return to where the reader was, also when the page is built by script.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use crate::document::window;

thread_local! {
    /// Where each address of this tab was left.
    static PLACES: RefCell<Vec<(String, f64)>> = const { RefCell::new(Vec::new()) };
}

/// Takes over from the browser, which would restore before the page has its height. For the life of the page.
pub fn keep() {
    let window = window();
    if let Ok(history) = window.history() {
        let _ = history.set_scroll_restoration(web_sys::ScrollRestoration::Manual);
    }
    let note = Closure::<dyn Fn()>::new(|| {
        let window = crate::document::window();
        let at = window.scroll_y().unwrap_or(0.0);
        note_place(address(), at);
    });
    let restore = Closure::<dyn Fn()>::new(|| {
        if let Some(at) = place_of(&address()) {
            scroll_when_tall_enough(at, 30);
        }
    });
    let _ = window.add_event_listener_with_callback("scroll", note.as_ref().unchecked_ref());
    let _ = window.add_event_listener_with_callback("popstate", restore.as_ref().unchecked_ref());
    note.forget();
    restore.forget();
}

/// How far the frame that an event is about is scrolled, and how high it is, CSS pixels.
#[must_use]
pub fn within(event: &web_sys::Event) -> (u32, u32) {
    let frame = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let Some(frame) = frame else { return (0, 0) };
    // Safari pulls frames beyond their beginning.
    let whole = |length: i32| u32::try_from(length).unwrap_or_default();
    (whole(frame.scroll_top()), whole(frame.client_height()))
}

/// How many of equal pieces beside each other a frame is scrolled past, to the nearest.
#[must_use]
pub fn passed(event: &web_sys::Event, pieces: usize) -> usize {
    let frame = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let Some(frame) = frame else { return 0 };
    let whole = |length: i32| usize::try_from(length).unwrap_or_default();
    let piece = whole(frame.scroll_width()) / pieces.max(1);
    (whole(frame.scroll_left()) + piece / 2)
        .checked_div(piece)
        .unwrap_or(0)
}

fn note_place(address: String, at: f64) {
    PLACES.with_borrow_mut(
        |places| match places.iter_mut().find(|(have, _)| *have == address) {
            Some((_, place)) => *place = at,
            None => places.push((address, at)),
        },
    );
}

fn place_of(address: &str) -> Option<f64> {
    PLACES.with_borrow(|places| {
        places
            .iter()
            .find(|(have, _)| have == address)
            .map(|&(_, at)| at)
    })
}

/// Data may arrive a few frames later; after `frames` the reader is left where they are.
fn scroll_when_tall_enough(at: f64, frames: u32) {
    let step = Closure::once_into_js(move || {
        let window = window();
        window.scroll_to_with_x_and_y(0.0, at);
        let short = (window.scroll_y().unwrap_or(at) - at).abs() > 1.0;
        if short && frames > 0 {
            scroll_when_tall_enough(at, frames - 1);
        }
    });
    let _ = window().request_animation_frame(step.unchecked_ref());
}

fn address() -> String {
    window().location().href().unwrap_or_default()
}
