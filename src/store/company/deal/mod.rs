//! Requests, quotations, threads and notices: what orders find of them, what they write, and what is read.

mod courier;
mod load;
mod order;
mod read;
mod write;

pub use courier::{Carried, Courier};

pub(super) use load::{asked, mailbox, parties, quotation, request, thread, waiting};
pub(super) use order::{acceptance, order, settings};
pub(super) use write::write;

use crate::StoreError;

/// A body, as the market reads it.
fn body<T>(
    text: &str,
    read: impl Fn(&str) -> Option<T>,
    what: &'static str,
) -> Result<T, StoreError> {
    read(text).ok_or(StoreError::Damaged { what })
}
