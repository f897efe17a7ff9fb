//! Companies and what is theirs: orders are carried out here, and what is kept is read here.

mod apply;
mod blob;
mod deal;
mod listing;
mod order;
mod present;
mod read;
mod values;

use domain::Id;
use market::{Noun, Order, Refusal, Version};

use crate::{Store, StoreError};

pub(crate) use values::{company_kind, draft_kind, id, moment, role};

pub use deal::{Carried, Courier};
pub use listing::Listing;
pub use read::{Change, Company, Draft, Page};

/// What an order came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// What it was about.
    pub id: Id,
    /// The version that it has since.
    pub version: Version,
    /// The same key had been answered before; nothing was done now.
    pub is_replayed: bool,
}

/// The companies' repository.
#[derive(Clone, Copy, Debug)]
pub struct Companies<'a> {
    store: &'a Store,
}

impl<'a> Companies<'a> {
    pub(crate) fn new(store: &'a Store) -> Self {
        Self { store }
    }

    /// Has the order decided upon what is there, and keeps what follows from it, with feed, audit entry and the answer
    /// under its key, in one transaction. Answers when all of it is on the disk.
    ///
    /// # Errors
    /// The database is busy or failed: nothing is known to be written, and the same order may be given again.
    pub async fn carry_out(&self, order: Order) -> Result<Result<Receipt, Refusal>, StoreError> {
        self.store.queue.write(order::CarryOut(order)).await
    }
}

/// A word that only this program writes.
fn noun(name: &str) -> Result<Noun, StoreError> {
    Noun::parse(name).ok_or(StoreError::Damaged { what: "a noun" })
}
