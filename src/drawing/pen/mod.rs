//! The pen: paths in any unit in, fitted and compact SVG out.

mod affine;
mod dimension;
mod hatch;
mod path;
mod read;
mod sketch;
mod write;

pub use affine::{Affine, Point, at};
pub use dimension::escaped;
#[cfg(test)]
pub use read::read;
pub use sketch::{Ink, Sketch};
