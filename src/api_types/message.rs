//! What the two sides of a quotation say to each other, and what a company is told of what others did.

use domain::Id;
use serde::{Deserialize, Serialize};

use crate::{attachment::Attachment, change::Noun, quotation::Side, whole};

/// `POST /v1/companies/{company}/quotations/{quotation}/messages`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct MessageForm {
    /// May be empty where something is attached.
    #[cfg_attr(feature = "openapi", schema(max_length = 2000))]
    pub words: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "openapi", schema(max_items = 5))]
    pub attachments: Vec<Attachment>,
}

/// `PUT …/quotations/{quotation}/messages` and `PUT …/notices`: read up to this number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ReadForm {
    #[serde(deserialize_with = "whole::read")]
    #[cfg_attr(feature = "openapi", schema(minimum = 0, maximum = 4294967295_u64))]
    pub read: u64,
}

/// `GET /v1/companies/{company}/quotations/{quotation}/messages`: the whole thread.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Messages {
    /// The oldest first.
    pub items: Vec<Message>,
    /// The newest that somebody of one's own company has seen; 0 for none.
    pub read: u32,
    /// The newest that somebody of the other company has seen.
    pub read_by_other: u32,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Message {
    /// From 1.
    pub number: u32,
    pub by: Side,
    /// The account, where it is of one's own company.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<crate::id::Id>))]
    pub author: Option<Id>,
    /// As they were written.
    pub words: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<Attachment>,
    /// Milliseconds since 1970.
    pub at: u64,
}

/// What has happened. Kinds are added, never renamed or removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum NoticeKind {
    /// A buyer asks for a quotation.
    Asked,
    Quoted,
    Countered,
    Declined,
    Withdrawn,
    Accepted,
    Lost,
    Message,
    /// Somebody of one's own company wants to accept an offer.
    ToApprove,
    /// It was not approved.
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
    /// The supplier is paid elsewhere from now on.
    PayeeChanged,
    Reviewed,
    /// Somebody of one's own company wants it to be paid elsewhere.
    PayeeProposed,
    PayeeConfirmed,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Notice {
    /// From 1, without a gap.
    pub number: u64,
    pub kind: NoticeKind,
    /// What it is about.
    pub noun: Noun,
    #[cfg_attr(feature = "openapi", schema(value_type = crate::id::Id))]
    pub id: Id,
    /// Milliseconds since 1970.
    pub at: u64,
}

/// `GET /v1/companies/{company}/notices`: the newest 100, the newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Notices {
    pub items: Vec<Notice>,
    /// How many there are that nobody of the company has read.
    pub unread: u64,
}
