use domain::{Id, RequestState, RequestTerms, Text};

use crate::{Moment, Version};

/// Lines of a request.
pub const MAX_LINES: usize = 500;
/// Suppliers that a request may be sent to.
pub const MAX_ASKED: usize = 50;
/// A request or an offer is open for so many days at most.
pub const LONGEST_VALID: i32 = 366;

/// A sourcing request that was sent.
///
/// The buyer's company has it with all who were asked. Each asked supplier has a copy of its own as it was sent, with
/// nobody in it but the buyer; what became of it the supplier learns by its quotation alone.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Request {
    pub buyer: Id,
    /// As the buyer's company was called when it was sent.
    pub buyer_name: Text,
    pub terms: RequestTerms,
    pub state: RequestState,
    /// In the order of sending; empty in a supplier's copy.
    pub asked: Vec<Asked>,
    pub sent_at: Moment,
    pub version: Version,
}

/// A supplier who was asked.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Asked {
    pub quotation: Id,
    /// In the catalogue.
    pub code: String,
    /// The supplier's company; none as long as nobody of it has joined the hub.
    pub supplier: Option<Id>,
}

/// Whom to ask, by the code in the catalogue, and under which id the answer is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    pub quotation: Id,
    pub code: String,
}
