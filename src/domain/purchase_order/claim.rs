use serde::{Deserialize, Serialize};

use crate::Amount;

use super::ShippedLine;

/// What a buyer finds wrong with goods that were sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    pub form: ClaimForm,
    pub state: ClaimState,
}

/// What the buyer says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClaimForm {
    pub reason: ClaimReason,
    /// How much of which goods; none where it is about all of them.
    pub lines: Vec<ShippedLine>,
    pub wanted: Remedy,
    /// In the order's currency, where money is wanted.
    pub amount: Option<Amount>,
    pub words: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClaimReason {
    /// Less came than was sent.
    Short,
    Damaged,
    Defective,
    /// Something else came.
    Wrong,
    Late,
    Documents,
    Other,
}

/// What is to be done about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Remedy {
    Replace,
    Repair,
    Refund,
    PriceReduction,
    Other,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ClaimState {
    Open,
    /// The supplier has offered something.
    Answered(ClaimAnswer),
    /// The buyer has taken the answer.
    Settled(ClaimAnswer),
    /// The buyer does not claim it any more.
    Withdrawn,
}

/// What the supplier offers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClaimAnswer {
    /// Nothing, where the claim is not accepted.
    pub remedy: Option<Remedy>,
    pub amount: Option<Amount>,
    pub words: String,
}

impl Claim {
    /// Whether something is still to be done about it.
    #[must_use]
    pub fn is_open(&self) -> bool {
        matches!(self.state, ClaimState::Open | ClaimState::Answered(_))
    }
}
