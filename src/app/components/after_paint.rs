use std::time::Duration;

use leptos::prelude::*;

use super::live;

/// Room for what else waits for the frame: a tap that came meanwhile, or whoever measures. At once would be before them.
const ROOM: Duration = Duration::from_millis(4);

/// A part below the first screen: it comes right after the first paint, which need not wait for it.
pub fn after_paint(part: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let painted = RwSignal::new(false);
    let mark = move || {
        // The reader may have left the page meanwhile, and the signal with it.
        let _ = painted.try_set(true);
    };
    when_painted(mark);
    live(move || if painted.get() { part() } else { ().into_any() }).into_any()
}

/// Work that would stand between a tap and its frame.
pub fn when_painted(work: impl FnOnce() + 'static) {
    request_animation_frame(move || set_timeout(work, ROOM));
}
