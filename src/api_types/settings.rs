//! What a company has laid down for its own orders: up to what its traders may bind it, and where it is paid to.

use domain::Id;
use serde::{Deserialize, Serialize};

/// `GET /v1/companies/{company}/settings`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Settings {
    /// 1 before anything was laid down.
    pub version: u64,
    pub limits: Limits,
    /// Where the company is paid to today.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payee: Option<Payee>,
    /// What is to take its place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposed: Option<ProposedPayee>,
}

/// `PUT /v1/companies/{company}/limits`, by an administrator: what a trader may order without anybody's approval, in each
/// currency; a trader may order anything in a currency that is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Limits {
    /// With two decimals at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "openapi",
        schema(nullable = false, pattern = "^(0|[1-9][0-9]{0,11})(\\.[0-9]{1,2})?$")
    )]
    pub sgd: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "openapi",
        schema(nullable = false, pattern = "^(0|[1-9][0-9]{0,11})(\\.[0-9]{1,2})?$")
    )]
    pub cny: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "openapi",
        schema(nullable = false, pattern = "^(0|[1-9][0-9]{0,11})(\\.[0-9]{1,2})?$")
    )]
    pub usd: Option<String>,
}

/// `PUT /v1/companies/{company}/payee` proposes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Payee {
    /// In whose name the account is.
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 120))]
    pub holder: String,
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 120))]
    pub bank: String,
    /// ISO 9362.
    #[cfg_attr(
        feature = "openapi",
        schema(pattern = "^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$")
    )]
    pub bic: String,
    #[cfg_attr(feature = "openapi", schema(pattern = "^[A-Z0-9]{4,34}$"))]
    pub account: String,
}

/// An account that a second person is still to confirm, or whose waiting period is not over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ProposedPayee {
    pub payee: Payee,
    #[cfg_attr(feature = "openapi", schema(value_type = crate::id::Id))]
    pub proposed_by: Id,
    /// Milliseconds since 1970.
    pub proposed_at: u64,
    /// `POST /v1/companies/{company}/payee/confirmation`: by an administrator who is somebody else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<crate::id::Id>))]
    pub confirmed_by: Option<Id>,
    /// From when on it counts, milliseconds since 1970.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<u64>,
}
