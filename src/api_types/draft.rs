//! What somebody is writing.

use domain::Id;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::whole;

/// What it is to become.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum DraftKind {
    /// What a buyer asks suppliers to price.
    SourcingRequest,
    /// A row of a supplier's catalogue, not published.
    Product,
    /// A supplier's page.
    Profile,
}

/// `PUT /v1/companies/{company}/drafts/{draft}`: without `If-Match` it is created, with it the version named is
/// replaced.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct DraftForm {
    pub kind: DraftKind,
    /// As the client writes it, 192 KiB at most; checked when it is sent or published.
    #[cfg_attr(feature = "openapi", schema(value_type = Object))]
    pub content: Map<String, Value>,
}

/// `POST /v1/companies/{company}/drafts`: saves products, all of them or none. The answer is about the first; each is at
/// the version after the one that was known, or at 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ProductsForm {
    /// 200 at most, and 256 KiB with all that is around them.
    #[cfg_attr(feature = "openapi", schema(min_items = 1, max_items = 200))]
    pub products: Vec<ProductRow>,
}

/// A product's draft among others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ProductRow {
    #[cfg_attr(feature = "openapi", schema(value_type = crate::id::Id))]
    pub id: Id,
    /// The version that is replaced; missing to create it.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "whole::read_some"
    )]
    #[cfg_attr(
        feature = "openapi",
        schema(minimum = 1, maximum = 9223372036854775807_u64, nullable = false)
    )]
    pub known: Option<u64>,
    /// As in a [`DraftForm`].
    #[cfg_attr(feature = "openapi", schema(value_type = Object))]
    pub content: Map<String, Value>,
}

/// `GET /v1/companies/{company}/drafts/{draft}`; its version is the entity tag.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Draft {
    #[cfg_attr(feature = "openapi", schema(value_type = crate::id::Id))]
    pub id: Id,
    pub kind: DraftKind,
    #[cfg_attr(feature = "openapi", schema(value_type = Object))]
    pub content: Map<String, Value>,
    pub version: u64,
    /// Milliseconds since 1970.
    pub updated_at: u64,
}

/// `GET /v1/companies/{company}/drafts`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Drafts {
    pub items: Vec<Draft>,
    /// What to give as `after` to go on; missing on the last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}
