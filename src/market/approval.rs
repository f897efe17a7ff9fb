use domain::{Amount, Currency, Id, Rate, Text};

use crate::{Moment, Version};

/// An offer that somebody of a buyer's wants to accept and may not alone, under its quotation's id. The supplier has
/// nothing of it: until it is approved nothing has happened.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Approval {
    pub request: Id,
    pub supplier_name: Text,
    /// The number of the offer.
    pub offer: u32,
    pub currency: Currency,
    pub total: Amount,
    pub rate: Option<Rate>,
    pub state: ApprovalState,
    /// The account.
    pub asked_by: Id,
    pub asked_at: Moment,
    /// Of the newest change.
    pub at: Moment,
    pub version: Version,
}

#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum ApprovalState {
    Waiting,
    Approved { by: Id },
    Refused { by: Id, reason: String },
}
