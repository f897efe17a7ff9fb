//! What a person sends, kept and sent by a worker: the effects of [`workflow::outbox`].
//!
//! All but [`Handle`] runs in the worker (`keeper`); the page only says what happened and is told how things stand, in the
//! messages of [`message`]. Start with [`hear`], or on the page's side with [`Handle`].

mod database;
mod files;
mod handle;
mod keeper;
mod message;
mod network;
pub(crate) mod scope;
mod stream;
mod told;

pub use handle::Handle;
pub use keeper::hear;
