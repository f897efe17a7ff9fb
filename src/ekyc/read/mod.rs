//! A picture in, what is printed on it for machines and clerks out.
//!
//! [`find_zone`] reads the machine readable zone of a page, [`find_numbers`] the numbers of persons and companies.
//! Start with `blobs`, then `lines`: what follows knows letters.

mod blobs;
mod lines;
mod net;
mod number;
mod patch;
mod row;
mod track;
mod zone;

pub use net::{CLASSES, DENSE, FIRST, LAYERS, Net, SECOND, Scores};
pub use number::{Number, find_numbers};
pub use patch::{COLUMNS, Cell, Patch, ROWS, Sampled, sample};
pub use zone::{Zone, find_zone};
