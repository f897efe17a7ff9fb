use domain::{Bid, Date, Id, QuotationState, Side, Text};

use crate::{Moment, Version};

/// Offers of both sides in one quotation.
pub const MAX_OFFERS: usize = 100;
/// The longest that a supplier may take for goods, in days.
pub const SLOWEST: u16 = 730;

/// What a buyer and one supplier offer each other. Both companies have the same; nobody else has any of it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Quotation {
    pub request: Id,
    pub buyer: Id,
    /// As the companies were called when it was asked for.
    pub buyer_name: Text,
    /// None as long as nobody of the supplier's has joined the hub.
    pub supplier: Option<Id>,
    pub supplier_name: Text,
    /// The supplier's, in the catalogue.
    pub code: String,
    pub state: QuotationState,
    /// The last day on which the supplier may answer.
    pub answer_by: Date,
    /// Numbered from 1; never edited.
    pub offers: Vec<Proposal>,
    pub asked_at: Moment,
    /// Of the newest change.
    pub at: Moment,
    pub version: Version,
}

/// What one side has offered.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Proposal {
    pub by: Side,
    pub at: Moment,
    pub bid: Bid,
}

impl Quotation {
    /// On which side of it a company is.
    #[must_use]
    pub fn side(&self, company: Id) -> Side {
        if self.buyer == company {
            Side::Buyer
        } else {
            Side::Supplier
        }
    }

    /// The companies that have it.
    pub fn parties(&self) -> impl Iterator<Item = Id> + use<> {
        [Some(self.buyer), self.supplier].into_iter().flatten()
    }

    /// Whether nobody answered in time, or the last offer does not hold any more.
    #[must_use]
    pub fn has_expired(&self, today: Date) -> bool {
        match (&self.state, self.offers.last()) {
            (QuotationState::Asked, _) => self.answer_by < today,
            (QuotationState::Quoted | QuotationState::Countered, Some(last)) => {
                last.bid.has_expired(today)
            }
            _ => false,
        }
    }
}
