//! A negotiation with all that belongs to it: what was asked, what is offered, what was said.

use domain::Id;

use super::deal::{Deal, Side};
use crate::office::request::Sheet;

/// What somebody wrote in the thread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    pub id: Id,
    pub by: Side,
    /// Who wrote it; empty where it is not known.
    pub author: String,
    pub words: String,
    /// Milliseconds since 1970; none while it is on this device only.
    pub at: Option<u64>,
    /// The other side has seen it.
    pub is_read: bool,
}

/// A request in a supplier's inbox.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    pub deal: Deal,
    pub sheet: Sheet,
    /// Milliseconds since 1970, of whatever happened last.
    pub at: u64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Talk {
    pub deal: Deal,
    pub sheet: Sheet,
    /// The oldest first.
    pub messages: Vec<Message>,
}
