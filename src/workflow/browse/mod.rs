//! What a product list shows: a [`Filter`] from the address, run over the columns of the catalogue.
//!
//! [`Shelf::new`] prepares the list once, [`Shelf::browse`] answers each question, in one pass over the products.

mod facet;
mod filter;
#[cfg(test)]
mod ranked_tests;
mod shelf;
mod sort;
#[cfg(test)]
mod tests;

pub use facet::{Count, Facets};
pub use filter::{Filter, Scope, Sort, cents, decimal};
pub use shelf::{Listing, Shelf};

/// Products on one page of a list: enough to compare, few enough that a cheap phone takes them away and paints the next
/// page within a tenth of a second.
pub const PAGE_SIZE: usize = 24;
