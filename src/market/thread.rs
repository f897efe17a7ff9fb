use domain::{Attachment, Id, Side};

use crate::{Moment, Version};

/// Messages of one thread.
pub const MAX_MESSAGES: usize = 1000;

/// What the two sides of a quotation say to each other, in the writer's own words; both companies have the same.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Thread {
    /// Numbered from 1; never edited.
    pub messages: Vec<Message>,
    /// The number of the newest message that the buyer's people have seen; 0 for none.
    pub read_by_buyer: u32,
    pub read_by_supplier: u32,
    /// Grows with every message and every mark; 0 before there is any.
    pub version: Version,
}

#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Message {
    pub by: Side,
    /// The account.
    pub author: Id,
    /// May be empty where something is attached.
    pub words: String,
    /// What was said before there were any has none.
    #[serde(default)]
    pub attachments: Vec<Attachment>,
    pub at: Moment,
}

impl Thread {
    /// How far a side has read.
    #[must_use]
    pub fn read(&self, side: Side) -> u32 {
        match side {
            Side::Buyer => self.read_by_buyer,
            Side::Supplier => self.read_by_supplier,
        }
    }

    pub(crate) fn mark(&mut self, side: Side, number: u32) {
        let read = match side {
            Side::Buyer => &mut self.read_by_buyer,
            Side::Supplier => &mut self.read_by_supplier,
        };
        *read = number.max(*read);
    }

    /// How many messages there are.
    #[must_use]
    pub fn count(&self) -> u32 {
        u32::try_from(self.messages.len()).expect("there are few messages")
    }
}
