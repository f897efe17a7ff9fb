//! Companies and what they say of themselves.

use domain::Id;
use serde::{Deserialize, Serialize};

/// Which side of the trade a company stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum CompanyKind {
    Buyer,
    Supplier,
}

/// By what a state knows a company.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Registration {
    pub scheme: Scheme,
    /// With its check letter or digit right.
    #[cfg_attr(
        feature = "openapi",
        schema(
            max_length = 18,
            min_length = 9,
            pattern = "^[0-9A-Za-z]{9,18}$",
            example = "202630832C"
        )
    )]
    pub number: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Scheme {
    /// Unique Entity Number, Singapore.
    Uen,
    /// Unified Social Credit Code, mainland China.
    Uscc,
}

/// A name in both languages; one of them may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Name {
    #[cfg_attr(feature = "openapi", schema(max_length = 120, example = "Tuas Bolt"))]
    pub en: String,
    #[cfg_attr(feature = "openapi", schema(max_length = 120, example = "大士螺栓"))]
    pub zh: String,
}

/// The same in both languages; either may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Words {
    #[cfg_attr(feature = "openapi", schema(max_length = 2000))]
    pub en: String,
    #[cfg_attr(feature = "openapi", schema(max_length = 2000))]
    pub zh: String,
}

/// `PUT` and `PATCH /v1/companies/{company}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CompanyForm {
    pub kind: CompanyKind,
    pub registration: Registration,
    pub name: Name,
    pub about: Words,
}

/// `GET /v1/companies/{company}`; its version is the entity tag.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Company {
    #[cfg_attr(feature = "openapi", schema(value_type = crate::id::Id))]
    pub id: Id,
    pub kind: CompanyKind,
    pub registration: Registration,
    pub name: Name,
    pub about: Words,
    pub version: u64,
    /// Milliseconds since 1970.
    pub created_at: u64,
    /// Milliseconds since 1970.
    pub updated_at: u64,
}

/// `GET /v1/companies`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Companies {
    pub items: Vec<Company>,
    /// What to give as `after` to go on; missing on the last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}
