//! Who belongs to a company, and who is asked to.

use domain::Id;
use serde::{Deserialize, Serialize};

/// Each may all that the ones before it may.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Sees all of the company.
    Viewer,
    /// Writes, sends, orders.
    Trader,
    /// Decides who belongs to the company.
    Administrator,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Member {
    #[cfg_attr(feature = "openapi", schema(value_type = crate::id::Id))]
    pub account: Id,
    /// What the person is called.
    pub name: String,
    pub email: String,
    pub role: Role,
    pub version: u64,
    /// Milliseconds since 1970.
    pub since: u64,
}

/// `GET /v1/companies/{company}/members`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Members {
    pub items: Vec<Member>,
    /// What to give as `after` to go on; missing on the last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// `PUT /v1/companies/{company}/members/{account}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RoleForm {
    pub role: Role,
}

/// `PUT /v1/companies/{company}/invitations/{invitation}`.
///
/// The inviting client makes the secret and hands it to the guest itself: the hub keeps its hash only, so that no
/// answer and no backup can show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct InvitationForm {
    /// Whom it is meant for.
    #[cfg_attr(
        feature = "openapi",
        schema(
            max_length = 254,
            pattern = "^[A-Za-z0-9._%+-]{1,64}@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?[.])+[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$",
            example = "wei@bolt.example"
        )
    )]
    pub email: String,
    pub role: Role,
    /// SHA-256 of the secret, in hexadecimal.
    #[cfg_attr(feature = "openapi", schema(pattern = "^[0-9a-f]{64}$"))]
    pub secret_hash: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Invitation {
    #[cfg_attr(feature = "openapi", schema(value_type = crate::id::Id))]
    pub id: Id,
    pub email: String,
    pub role: Role,
    /// Milliseconds since 1970.
    pub expires_at: u64,
}

/// `GET /v1/companies/{company}/invitations`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Invitations {
    pub items: Vec<Invitation>,
    /// What to give as `after` to go on; missing on the last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// `POST /v1/companies/{company}/invitations/{invitation}/acceptance`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Acceptance {
    #[cfg_attr(feature = "openapi", schema(min_length = 16, max_length = 128))]
    pub secret: String,
}
