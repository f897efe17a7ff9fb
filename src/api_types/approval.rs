//! Offers that wait for somebody of the buyer's own who may bind the company to so much. No supplier hears of them.

use domain::Id;
use serde::{Deserialize, Serialize};

use crate::company::Name;

/// `POST /v1/companies/{company}/approvals/{approval}/decision`: by an administrator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct DecisionForm {
    /// The order is placed by it, if the offer still stands.
    pub is_approved: bool,
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(max_length = 2000))]
    pub reason: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ApprovalState {
    Waiting,
    Approved,
    Refused,
}

/// An offer that somebody wants to accept. It has the id of its quotation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Approval {
    #[cfg_attr(feature = "openapi", schema(value_type = crate::id::Id))]
    pub id: Id,
    pub version: u64,
    #[cfg_attr(feature = "openapi", schema(value_type = crate::id::Id))]
    pub request: Id,
    pub supplier: Name,
    /// The number of the offer.
    pub offer: u32,
    /// ISO 4217.
    pub currency: String,
    /// With two decimals.
    pub total: String,
    pub state: ApprovalState,
    /// Who wants to accept it.
    #[cfg_attr(feature = "openapi", schema(value_type = crate::id::Id))]
    pub asked_by: Id,
    /// Milliseconds since 1970.
    pub asked_at: u64,
    /// Who has decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<crate::id::Id>))]
    pub decided_by: Option<Id>,
    /// Why it was refused.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// Of the newest change, milliseconds since 1970.
    pub at: u64,
}

/// `GET /v1/companies/{company}/approvals`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Approvals {
    pub items: Vec<Approval>,
    /// What to give as `after` to go on; missing on the last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}
