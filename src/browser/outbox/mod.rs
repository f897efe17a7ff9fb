//! What a person sends, kept and sent by a worker: the effects of [`workflow::outbox`].
//!
//! Everything below runs in the worker (`keeper`); the page only says what happened and is told how things stand, in the
//! messages of [`message`]. Start with [`hear`].

mod database;
mod files;
mod keeper;
mod message;
mod network;
mod scope;
mod stream;

pub use keeper::hear;
