//! A seed in, a photograph of a document out, with the truth about it.
//!
//! In: a seed, a level of difficulty, and a [`Sheet`]: a page drawn flat, of nobody who exists.
//! Out: the page as a camera would see it on a desk, where its corners really lie, and what is wrong with the picture.
//! Start with [`sheet`], then [`scene`].
//!
//! This room is for measuring and for the demonstration: nothing of it goes to a browser, and the same seed gives the same
//! picture on every machine.

mod chance;
mod sheet;

pub use chance::Chance;
pub use sheet::{Area, Field, Paper, Sheet};
