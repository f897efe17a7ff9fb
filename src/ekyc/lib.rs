//! A picture of a document in, checked fields out.
//!
//! In: pictures as [`Gray`], and numbers as somebody typed them. Start with [`analyse()`], which is all of it in a row; a camera's
//! frames go to [`Finder`] and [`quality::judge`].
//! Out: where the document lies, whether the picture is good enough and what to do if not, the straightened page, what is
//! printed on it with the confidence of each field, and which checks each field passed.
//!
//! This room knows no camera, no network and no storage, reads no clock (the day comes in as an argument) and words
//! nothing for people.

pub mod check;
pub mod mrz;
pub mod numbers;
pub mod quality;
pub mod read;

mod analyse;
mod outline;
mod page;
mod picture;
mod plane;
mod repair;
mod secret;

pub use analyse::{Analysis, ReadZone, Reading, analyse, read as read_page};
pub use outline::{Expected, Finder, HIDDEN, Look, Outline, SIGHTS, Sighting, WEIGHTS, Weights};
pub use page::Page;
pub use picture::{Gray, PictureError};
pub use plane::{Lie, Point, Quad, seen};
pub use repair::{Candidate, Limits, Repaired, Unrepaired};
pub use secret::Secret;
