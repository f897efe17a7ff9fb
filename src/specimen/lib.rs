//! A seed in, a photograph of a document out, with the truth about it.
//!
//! In: a seed, a level of difficulty, and a [`Sheet`]: a page drawn flat, of nobody who exists.
//! Out: the page as a camera would see it on a desk, where its corners really lie, and what is wrong with the picture.
//! Start with [`sheet`], then [`page`]; [`training`] teaches the recognizer.
//!
//! This room is for measuring and for the demonstration: nothing of it goes to a browser, and the same seed gives the
//! same picture on every machine.

mod chance;
mod font;
pub mod page;
mod sheet;
mod soften;
pub mod training;
mod view;

pub use chance::Chance;
pub use font::{Font, Ink};
pub use sheet::{Area, Field, Paper, Sheet};
pub use view::View;
