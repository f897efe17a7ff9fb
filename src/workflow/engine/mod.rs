//! What a page does about the engine, as values: which part it needs next, and which question is asked now.
//!
//! The engine itself runs elsewhere and is empty at first; [`Supply`] says what to bring it and in which order, [`Desk`]
//! what to ask it, so that a late answer is never taken for the answer to what stands in the box now.

mod desk;
mod supply;

pub use desk::{Desk, Topic, words};
pub use supply::{Progress, Stage, Supply, Wish};
