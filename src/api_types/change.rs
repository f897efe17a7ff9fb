//! What happened, for whoever was away.

use domain::Id;
use serde::{Deserialize, Serialize};

/// The answer to every change that was carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Receipt {
    /// What it was about.
    #[cfg_attr(feature = "openapi", schema(value_type = crate::id::Id))]
    pub id: Id,
    /// The version that it has since: what `If-Match` names next.
    pub version: u64,
}

/// An entry of a company's feed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Change {
    /// From 1, without a gap.
    pub number: u64,
    pub noun: Noun,
    #[cfg_attr(feature = "openapi", schema(value_type = crate::id::Id))]
    pub id: Id,
    pub version: u64,
    /// Whether it is gone since.
    pub is_gone: bool,
    /// Milliseconds since 1970.
    pub at: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Noun {
    Account,
    Company,
    Member,
    Invitation,
    Draft,
    Listing,
    Publication,
    Blob,
    Request,
    Quotation,
    /// The messages of a quotation, by its id.
    Message,
    /// What a company was told, by the company's id.
    Notice,
    /// By its quotation's id.
    Order,
    /// By its quotation's id.
    Approval,
    /// By the company's id.
    Settings,
}

/// `GET /v1/changes`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Changes {
    pub items: Vec<Change>,
    /// What to give as `after` next time: the number of the newest change seen.
    pub next: u64,
    /// Whether there is more already.
    pub has_more: bool,
}
