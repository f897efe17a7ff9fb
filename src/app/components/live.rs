//! Closures of one type.
//!
//! Leptos makes its machinery anew for the type of every closure. Boxed, all closures of the app share one: measured,
//! that is a seventh of its code.

use std::pin::Pin;

use leptos::ev::Event;
use leptos::prelude::{Effect, Memo};
use leptos::task::spawn_local;

/// A part of a view, or the value of an attribute, that follows its signals.
pub fn live<T>(part: impl Fn() -> T + Send + 'static) -> Box<dyn Fn() -> T + Send> {
    Box::new(part)
}

/// What a click does.
pub fn clicked(mut act: impl FnMut() + 'static) -> Box<dyn FnMut(Event)> {
    Box::new(move |_| act())
}

/// What a field does when it changes.
pub fn changed(act: impl FnMut(Event) + 'static) -> Box<dyn FnMut(Event)> {
    Box::new(act)
}

/// Does something again whenever a signal that it read has changed.
pub fn effect(act: impl FnMut() + 'static) {
    run(Box::new(act));
}

/// A value that is told only when it is another one.
pub fn memo<T>(value: impl Fn() -> T + Send + Sync + 'static) -> Memo<T>
where
    T: PartialEq + Send + Sync + 'static,
{
    remember(Box::new(value))
}

/// Lets a task go on beside the page.
pub fn spawn(task: impl Future<Output = ()> + 'static) {
    let task: Pin<Box<dyn Future<Output = ()>>> = Box::pin(task);
    spawn_local(task);
}

fn run(mut act: Box<dyn FnMut()>) {
    Effect::new(move |_: Option<()>| act());
}

fn remember<T>(value: Box<dyn Fn() -> T + Send + Sync>) -> Memo<T>
where
    T: PartialEq + Send + Sync + 'static,
{
    Memo::new(move |_| value())
}
