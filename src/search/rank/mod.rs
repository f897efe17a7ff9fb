//! From the ways of a query to an order of documents, with the arithmetic of every place.
//!
//! [`Ranker::rank`] adds up the words of every document ([`gather`]), looks closer at the best of them ([`features`])
//! and weighs what it sees by a table of trained weights ([`weights`]). All points are whole thousandths, so that the
//! parts of a score add up exactly and every machine gives the same.

mod bm25;
mod features;
mod gather;
mod look;
mod weights;

pub use features::{FEATURES, Feature, Features};
pub use gather::Ranker;
pub use weights::{Weights, whole};

use crate::ask::Points;

/// A document with its score.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ranked {
    /// Number of the document in the index.
    pub doc: u32,
    pub row: u32,
    /// Thousandths.
    pub score: i32,
    /// Whether every word of the query is there in one of its forms.
    pub is_whole: bool,
    /// Add up to the score; empty beyond the depth to which documents are looked at closer.
    pub parts: Vec<Points>,
}
