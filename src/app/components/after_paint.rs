use std::time::Duration;

use leptos::prelude::*;

use super::live;

/// A part below the first screen: it comes right after the first paint, which need not wait for it.
pub fn after_paint(part: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let painted = RwSignal::new(false);
    let mark = move || {
        // The reader may have left the page meanwhile, and the signal with it.
        let _ = painted.try_set(true);
    };
    request_animation_frame(move || set_timeout(mark, Duration::ZERO));
    live(move || if painted.get() { part() } else { ().into_any() }).into_any()
}
