//! A catalogue too large for a phone, as static files of which a query fetches only what it needs.
//!
//! `FORMAT.md` beside this file describes the five files. [`Shards`] makes them; any static host that answers HTTP range
//! requests serves them. [`Root::open`] reads the small one that everybody needs first; a [`Search`] then says which
//! [`Range`]s it needs, is fed their bytes by whoever may fetch, and ends with the best documents: it passes over a block
//! of postings only when its bound proves that nothing in it is better by more than a hair (`top::GRAIN`).
//!
//! A damaged block is told from a good one by its hash and ends the search with an error.

mod ask;
mod bits;
mod build;
mod error;
mod level;
mod list;
mod order;
mod page;
mod root;
mod search;
mod titles;
mod top;

#[cfg(test)]
mod tests;

pub use ask::terms;
pub use build::{Files, Shards};
pub use error::ShardError;
pub use root::Root;
pub use search::{Hit, Search, Step};

/// The root's name as it is published.
pub const ROOT: &str = "root";

/// One of the files beside the root.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum File {
    /// Terms with their frequencies and where their postings lie.
    Dictionary,
    Postings,
    /// Where each page of documents begins.
    Pages,
    /// What is shown of a document.
    Documents,
}

/// Bytes to be fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Range {
    pub file: File,
    pub from: u32,
    pub len: u32,
}
