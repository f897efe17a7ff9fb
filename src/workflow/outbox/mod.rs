//! What a person sends is kept on the device until the server has it, and arrives once.
//!
//! [`Outbox`] is one tab's: [`Event`]s in, [`Effect`]s out. The tabs of a device share two places that keep rows
//! ([`journal`]), and tell each other what they do; one of them leads and does the sending. Neither the telling nor the
//! leading is relied on: it is the server that takes each key once.
//!
//! What holds, whatever fails (`model/` tries):
//! - A key is made when the person presses Send, and kept before anything is asked of the network.
//! - An item leaves only on a definite answer. Silence, 5xx, 429, a 409 that says "being worked on": the same bytes under the
//!   same key again, later. A refusal waits for the person, and blocks what follows it in its conversation and nothing else.
//! - What was written first in a conversation takes effect first.
//! - Nothing is sent in the name of anybody but its writer. A 401 pauses until somebody signs in.
//! - No clock is trusted: not for order, and not to ever come round.

pub mod answer;
mod event;
mod export;
mod faults;
mod item;
pub mod journal;
mod machine;
#[cfg(test)]
mod model;
mod pace;
pub mod page;
mod person;
mod sending;
mod shelf;
mod status;
mod written;

pub use event::{Effect, Event, Kept, News, Unsent};
pub use item::{Draft, Entry, Form, Id, Item, Key, Method, Request, Row, Stand, draft_id};
pub use machine::Outbox;
pub use pace::Millis;
pub use status::{Attention, Status};
pub use written::{Standing, Written, file};
