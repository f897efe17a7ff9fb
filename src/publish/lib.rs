//! Checked products in; content-addressed parts of the published catalogue out, and the page of each address.
//!
//! Start at [`publish`]: it takes [`Goods`] and gives [`Parts`], the files that `api_types::catalogue` describes, in
//! memory. [`Shelf`] and [`preview`] are the same for a supplier who wants to see a catalogue that is not published yet.
//! [`page`] fills the built `index.html` for one address, so that its text is there before the app is.
//!
//! This room reads no file, no clock and no randomness: the same goods give the same bytes on every machine, and so the
//! same names, which is what lets browsers keep the parts for ever.

mod goods;

mod card;
mod detail;
mod list;
mod newest;
mod similar;
mod supplier;

mod drawings;
mod shards;

mod documents;
mod engine;
mod shelf;

mod hash;
mod memo;
mod parts;
mod preview;
mod read;

pub mod page;

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod tests;

pub use goods::Goods;
pub use hash::{name_hash, sha256_base64};
pub use memo::Memo;
pub use parts::{File, Parts, PublishError, publish, publish_again};
pub use preview::{Preview, is_picture, preview};
pub use read::ReadError;
pub use shelf::Shelf;
