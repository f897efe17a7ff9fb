//! Closures of one type.
//!
//! Leptos makes its machinery anew for the type of every closure. Boxed, all closures of the app share one: measured,
//! that is a seventh of its code.

use leptos::ev::{Event, MouseEvent};

/// A part of a view, or the value of an attribute, that follows its signals.
pub fn live<T>(part: impl Fn() -> T + Send + 'static) -> Box<dyn Fn() -> T + Send> {
    Box::new(part)
}

/// What a click does.
pub fn clicked(mut act: impl FnMut() + 'static) -> Box<dyn FnMut(MouseEvent)> {
    Box::new(move |_| act())
}

/// What a field does when it changes.
pub fn changed(act: impl FnMut(Event) + 'static) -> Box<dyn FnMut(Event)> {
    Box::new(act)
}
