//! The offers file: prices, terms and records of all products in columns, read where they lie.

mod layout;
mod reader;
mod writer;

#[cfg(test)]
mod tests;

pub use reader::{Offers, OffersError, Product, Record};
pub use writer::{Offer, SupplierRecord, Writer};
