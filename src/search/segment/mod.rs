//! The immutable index: documents in, bytes out; bytes in, postings out.
//!
//! `FORMAT.md` beside this file describes every byte.
//! [`Writer`] makes one segment of many documents; [`Segment::open`] checks a header and a hash and reads nothing else;
//! [`Index`] searches several segments as one, and is what ranking asks.
//! Only opening can fail: whatever is wrong behind a hash that fits reads as empty.

mod arrange;
pub(crate) mod bytes;
mod counts;
mod deletions;
mod dictionary;
mod encode;
mod error;
pub(crate) mod hash;
mod head;
mod index;
mod intern;
mod layout;
mod length;
mod light;
mod lists;
mod log2;
mod names;
mod near;
mod order;
mod postings;
mod reader;
mod writer;

#[cfg(test)]
pub(crate) mod tests;

pub use counts::Counts;
pub use deletions::deletions;
pub use error::SegmentError;
pub use index::{Index, Term};
pub use log2::log2;
pub use postings::Postings;
pub use reader::Segment;
pub(crate) use writer::Gathered;
pub use writer::Writer;
