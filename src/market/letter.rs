use domain::Id;

use crate::{Moment, Noun};

/// Something that the people of a company should know, because somebody else has done it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Letter {
    pub kind: LetterKind,
    pub noun: Noun,
    pub id: Id,
    pub at: Moment,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum LetterKind {
    /// A buyer asks for a quotation.
    Asked,
    Quoted,
    Countered,
    Declined,
    Withdrawn,
    Accepted,
    Lost,
    Message,
    /// Somebody of one's own wants to accept an offer.
    ToApprove,
    ApprovalRefused,
    /// A buyer has ordered.
    Ordered,
    Confirmed,
    InProduction,
    Shipped,
    Received,
    Completed,
    CancellationAsked,
    Cancelled,
    /// What was asked is not done: the order goes on.
    Kept,
    Claimed,
    ClaimAnswered,
    ClaimSettled,
    ClaimWithdrawn,
    PayeeChanged,
    Reviewed,
    /// Somebody of one's own wants the company to be paid elsewhere.
    PayeeProposed,
    PayeeConfirmed,
}

impl LetterKind {
    pub const ALL: [Self; 27] = [
        Self::Asked,
        Self::Quoted,
        Self::Countered,
        Self::Declined,
        Self::Withdrawn,
        Self::Accepted,
        Self::Lost,
        Self::Message,
        Self::ToApprove,
        Self::ApprovalRefused,
        Self::Ordered,
        Self::Confirmed,
        Self::InProduction,
        Self::Shipped,
        Self::Received,
        Self::Completed,
        Self::CancellationAsked,
        Self::Cancelled,
        Self::Kept,
        Self::Claimed,
        Self::ClaimAnswered,
        Self::ClaimSettled,
        Self::ClaimWithdrawn,
        Self::PayeeChanged,
        Self::Reviewed,
        Self::PayeeProposed,
        Self::PayeeConfirmed,
    ];

    /// As it is stored and sent.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Quoted => "quoted",
            Self::Countered => "countered",
            Self::Declined => "declined",
            Self::Withdrawn => "withdrawn",
            Self::Accepted => "accepted",
            Self::Lost => "lost",
            Self::Message => "message",
            Self::ToApprove => "to_approve",
            Self::ApprovalRefused => "approval_refused",
            Self::Ordered => "ordered",
            Self::Confirmed => "confirmed",
            Self::InProduction => "in_production",
            Self::Shipped => "shipped",
            Self::Received => "received",
            Self::Completed => "completed",
            Self::CancellationAsked => "cancellation_asked",
            Self::Cancelled => "cancelled",
            Self::Kept => "kept",
            Self::Claimed => "claimed",
            Self::ClaimAnswered => "claim_answered",
            Self::ClaimSettled => "claim_settled",
            Self::ClaimWithdrawn => "claim_withdrawn",
            Self::PayeeChanged => "payee_changed",
            Self::Reviewed => "reviewed",
            Self::PayeeProposed => "payee_proposed",
            Self::PayeeConfirmed => "payee_confirmed",
        }
    }

    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// How many letters a company has got, and the number of the newest that was read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Mailbox {
    pub letters: u64,
    pub read: u64,
}

impl Mailbox {
    #[must_use]
    pub fn unread(self) -> u64 {
        self.letters.saturating_sub(self.read)
    }
}
