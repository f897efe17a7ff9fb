use serde::{Deserialize, Serialize};

use super::{ClaimAnswer, ClaimForm, Dispatch};

/// What one side does with an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Step {
    /// The supplier takes it on, with a proforma invoice.
    Confirm,
    Produce,
    Ship(Dispatch),
    /// A shipment has come, by its number from 1.
    Receive {
        shipment: u32,
        note: String,
    },
    /// The buyer has all, and nothing is open.
    Complete,
    /// Before it is confirmed at once; after that it is asked of the other side.
    Cancel {
        reason: String,
    },
    AgreeToCancel,
    /// Takes back what was asked, or does not agree to it.
    KeepOrder,
    Claim(ClaimForm),
    /// By the claim's number from 1.
    AnswerClaim {
        claim: u32,
        answer: ClaimAnswer,
    },
    SettleClaim {
        claim: u32,
    },
    WithdrawClaim {
        claim: u32,
    },
    /// The supplier's new account becomes that of this order too.
    RenewPayee,
    Review(Review),
}

/// Kinds of steps, in the order in which an order takes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum StepKind {
    Confirm,
    Produce,
    Ship,
    Receive,
    Complete,
    Cancel,
    AgreeToCancel,
    KeepOrder,
    Claim,
    AnswerClaim,
    SettleClaim,
    WithdrawClaim,
    RenewPayee,
    Review,
}

/// How a buyer found a completed order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// Whether the goods were as agreed.
    pub goods: Stars,
    /// Whether they were ready in time and well packed.
    pub delivery: Stars,
    /// How it was to deal with the supplier.
    pub service: Stars,
    pub words: String,
}

/// One to five.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Stars(u8);

impl TryFrom<u8> for Stars {
    type Error = &'static str;

    fn try_from(count: u8) -> Result<Self, Self::Error> {
        let is_one = (1..=5).contains(&count);
        is_one.then_some(Self(count)).ok_or("not one to five stars")
    }
}

impl From<Stars> for u8 {
    fn from(stars: Stars) -> Self {
        stars.0
    }
}

impl StepKind {
    pub const ALL: [Self; 14] = [
        Self::Confirm,
        Self::Produce,
        Self::Ship,
        Self::Receive,
        Self::Complete,
        Self::Cancel,
        Self::AgreeToCancel,
        Self::KeepOrder,
        Self::Claim,
        Self::AnswerClaim,
        Self::SettleClaim,
        Self::WithdrawClaim,
        Self::RenewPayee,
        Self::Review,
    ];
}

impl Step {
    #[must_use]
    pub fn kind(&self) -> StepKind {
        match self {
            Self::Confirm => StepKind::Confirm,
            Self::Produce => StepKind::Produce,
            Self::Ship(_) => StepKind::Ship,
            Self::Receive { .. } => StepKind::Receive,
            Self::Complete => StepKind::Complete,
            Self::Cancel { .. } => StepKind::Cancel,
            Self::AgreeToCancel => StepKind::AgreeToCancel,
            Self::KeepOrder => StepKind::KeepOrder,
            Self::Claim(_) => StepKind::Claim,
            Self::AnswerClaim { .. } => StepKind::AnswerClaim,
            Self::SettleClaim { .. } => StepKind::SettleClaim,
            Self::WithdrawClaim { .. } => StepKind::WithdrawClaim,
            Self::RenewPayee => StepKind::RenewPayee,
            Self::Review(_) => StepKind::Review,
        }
    }
}
