//! Which products and suppliers suit a sourcing request, in order, with the arithmetic of each place.
//!
//! The text search brings the rows that have the words; [`offers`] has prices, terms and records of every row. From them
//! [`rank`] makes the order: each part of the points rests on facts of its own ([`points`]) and is told with them
//! ([`explain`]), and nothing but the points decides. [`requests`] asks the other way round.

mod certificates;
mod distance;
mod explain;
mod field;
pub mod market;
mod octaves;
pub mod offers;
mod points;
#[cfg(test)]
mod properties;
mod rank;
mod reliability;
mod requests;
mod spread;
mod suppliers;
mod terms;
#[cfg(test)]
mod testing;
mod tuning;
mod understand;
mod wanted;

pub use rank::{rank, rank_by};
pub use requests::{Open, requests};
pub use spread::{KEPT, PAGE, SUITS};
pub use tuning::{Curve, Most, Tuning};
pub use understand::{Counted, Known, count, is_unit, understand};
