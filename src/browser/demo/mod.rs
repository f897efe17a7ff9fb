//! The static demonstration's own hub: the room `stage` in a thread, its records in IndexedDB.
//!
//! A page of the demonstration names that thread in `<meta name="hub:stage">`, which no server's page has. [`host`] is what
//! runs in it (`understudy`); the rest is for whoever asks: the office, and the outbox's thread.
//! Every tab has a thread of its own; they meet in the database, where one transaction does one request.

mod client;
mod database;
pub(crate) mod errand;
mod host;
mod player;

pub(crate) use client::{call, named};
pub use client::{is_here, people, play, start_again, was_damaged};
pub use host::hear;
pub use player::{on_change, player};
pub use stage::people::Place;
pub use stage::{Answer, Call, Person};
