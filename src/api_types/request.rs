//! What a buyer asks suppliers to price.

use domain::Id;
use serde::{Deserialize, Serialize};

use crate::attachment::Attachment;
use crate::company::{Name, Words};

/// What is asked for. It never changes once it is sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RequestTerms {
    #[cfg_attr(feature = "openapi", schema(min_items = 1, max_items = 500))]
    pub lines: Vec<RequestLine>,
    /// ISO 4217: SGD, CNY or USD.
    #[cfg_attr(feature = "openapi", schema(pattern = "^(SGD|CNY|USD)$"))]
    pub currency: String,
    /// UN/LOCODE.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "openapi",
        schema(nullable = false, pattern = "^[A-Z]{2}[A-Z2-9]{3}$")
    )]
    pub destination: Option<String>,
    /// Incoterms 2020, three letters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "openapi",
        schema(
            nullable = false,
            pattern = "^(EXW|FCA|FAS|FOB|CFR|CIF|CPT|CIP|DAP|DPU|DDP)$"
        )
    )]
    pub incoterm: Option<String>,
    /// ISO 8601.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "openapi",
        schema(nullable = false, pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
    )]
    pub needed_by: Option<String>,
    /// As buyers write them: `CE`, `EN 10204 3.1`. 20 at most.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(max_items = 20))]
    pub certificates: Vec<String>,
    /// The last day on which suppliers may answer, ISO 8601: today or within a year.
    #[cfg_attr(feature = "openapi", schema(pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))]
    pub valid_until: String,
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(max_length = 2000))]
    pub note: String,
}

/// One kind of goods: a product of the catalogue, or words, or both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RequestLine {
    /// By which quotations name it.
    #[cfg_attr(feature = "openapi", schema(value_type = crate::id::Id))]
    pub id: Id,
    /// The id of a product of the catalogue; may be empty.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(max_length = 100))]
    pub product: String,
    /// As the buyer wrote it.
    #[serde(default)]
    pub words: Words,
    /// Above zero, with four decimals at most: `5000`, `2.5`.
    #[cfg_attr(
        feature = "openapi",
        schema(pattern = "^(0|[1-9][0-9]{0,8})(\\.[0-9]{1,4})?$")
    )]
    pub quantity: String,
    /// UN/ECE Recommendation 20 or 21.
    #[cfg_attr(feature = "openapi", schema(pattern = "^[A-Z0-9]{1,3}$"))]
    pub unit: String,
    /// What one unit may cost, with four decimals at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "openapi",
        schema(nullable = false, pattern = "^(0|[1-9][0-9]{0,7})(\\.[0-9]{1,4})?$")
    )]
    pub target: Option<String>,
    /// Pictures and drawings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "openapi", schema(max_items = 5))]
    pub attachments: Vec<Attachment>,
}

/// `PUT /v1/companies/{company}/requests/{request}`: sends it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RequestForm {
    pub terms: RequestTerms,
    #[cfg_attr(feature = "openapi", schema(min_items = 1, max_items = 50))]
    pub asked: Vec<Ask>,
}

/// A supplier who is asked, and the id under which the answer is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Ask {
    #[cfg_attr(feature = "openapi", schema(value_type = crate::id::Id))]
    pub quotation: Id,
    /// In the catalogue.
    #[cfg_attr(
        feature = "openapi",
        schema(pattern = "^[a-z0-9][a-z0-9-]{0,22}[a-z0-9]$")
    )]
    pub code: String,
}

/// `POST …/requests/{request}/closure`, and of quotations `…/decline` and `…/withdrawal`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ReasonForm {
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(max_length = 2000))]
    pub reason: String,
}

/// Where it stands. That it has expired is a matter of the clock, by `valid_until`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum RequestState {
    Sent,
    Closed,
    Awarded,
}

/// `GET /v1/companies/{company}/requests/{request}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Request {
    #[cfg_attr(feature = "openapi", schema(value_type = crate::id::Id))]
    pub id: Id,
    pub version: u64,
    /// Whether the company has sent it; else it was asked, and knows what became of it by its quotation alone.
    pub is_own: bool,
    /// Who asks.
    pub buyer: Name,
    pub terms: RequestTerms,
    pub state: RequestState,
    /// Why it was closed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// The quotation that was accepted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<crate::id::Id>))]
    pub awarded: Option<Id>,
    /// Empty unless it is one's own.
    pub asked: Vec<Asked>,
    /// Milliseconds since 1970.
    pub sent_at: u64,
}

/// A supplier who was asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Asked {
    #[cfg_attr(feature = "openapi", schema(value_type = crate::id::Id))]
    pub quotation: Id,
    pub code: String,
    /// Whether the request has reached anybody: where nobody of a supplier's has joined the hub, it is kept for them.
    pub is_reached: bool,
}

/// `GET /v1/companies/{company}/requests`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Requests {
    pub items: Vec<Request>,
    /// What to give as `after` to go on; missing on the last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}
