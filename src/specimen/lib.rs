//! A seed in, a photograph of a document out, with the truth about it.
//!
//! In: a seed, a level of difficulty, and a [`Sheet`]: a page drawn flat, of nobody who exists.
//! Out: the page as a camera would see it on a desk, where its corners really lie, and what is wrong with the picture.
//! Start with [`sheet`], then [`page`] and [`scene`]; [`training`] teaches the recognizer.
//!
//! This room is for measuring and for the demonstration: nothing of it goes to a browser, and the same seed gives the
//! same picture on every machine.

#[cfg(test)]
mod analysed;
mod camera;
mod canvas;
mod chance;
mod clip;
mod desk;
mod draft;
mod flat;
mod font;
#[cfg(test)]
mod judged;
mod lens;
mod overlap;
pub mod page;
mod scene;
mod sheet;
mod soften;
pub mod training;
mod trouble;
mod view;
mod wish;

pub use camera::{Camera, Pose};
pub use chance::Chance;
pub use clip::clip;
pub use desk::Desk;
pub use draft::draft;
pub use font::{Font, Ink};
pub use overlap::{farthest, overlap};
pub use scene::Scene;
pub use sheet::{Area, Field, Paper, Sheet};
pub use trouble::Flaw;
pub use view::View;
pub use wish::{Level, Truth, Wish};
