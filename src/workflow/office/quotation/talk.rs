//! A negotiation with all that belongs to it: what was asked, what is offered, what was said.

use api_types::attachment::Attachment;

use super::deal::{Deal, Side};
use crate::office::request::Sheet;

/// What somebody wrote in the thread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// From 1; 0 while it is on this device only.
    pub number: u32,
    pub by: Side,
    /// May be empty where something is attached.
    pub words: String,
    pub attachments: Vec<Attachment>,
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
    /// The newest message that somebody of one's own company has seen.
    pub read: u32,
}
