//! What a buyer and one supplier offer each other.

use domain::Id;
use serde::{Deserialize, Serialize};

use crate::{company::Name, order::Rate, whole};

/// One offer: `POST /v1/companies/{company}/quotations/{quotation}/offers`. It is never edited; a new one comes after it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Bid {
    /// Of some lines of the request, or all.
    #[cfg_attr(feature = "openapi", schema(min_items = 1, max_items = 500))]
    pub lines: Vec<BidLine>,
    /// ISO 4217: SGD, CNY or USD.
    #[cfg_attr(feature = "openapi", schema(pattern = "^(SGD|CNY|USD)$"))]
    pub currency: String,
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
    /// Where the Incoterm's duties end.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(max_length = 2000))]
    pub place: String,
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(max_length = 2000))]
    pub payment: String,
    /// The last day on which it may be accepted, ISO 8601: today or within a year.
    #[cfg_attr(feature = "openapi", schema(pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))]
    pub valid_until: String,
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(max_length = 2000))]
    pub note: String,
}

/// What is offered for a line of the request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct BidLine {
    #[cfg_attr(feature = "openapi", schema(value_type = crate::id::Id))]
    pub line: Id,
    /// For one unit, above zero, with four decimals at most.
    #[cfg_attr(
        feature = "openapi",
        schema(pattern = "^(0|[1-9][0-9]{0,7})(\\.[0-9]{1,4})?$")
    )]
    pub price: String,
    /// Above zero, with four decimals at most.
    #[cfg_attr(
        feature = "openapi",
        schema(pattern = "^(0|[1-9][0-9]{0,8})(\\.[0-9]{1,4})?$")
    )]
    pub quantity: String,
    /// From order to readiness for shipment.
    #[serde(deserialize_with = "whole::read")]
    #[cfg_attr(feature = "openapi", schema(minimum = 0, maximum = 730))]
    pub lead_time_days: u64,
    /// A product of the supplier's that is offered instead, by its id in the catalogue; may be empty.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(max_length = 100))]
    pub product: String,
    /// What is offered instead, in words; empty where it is what was asked for.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(max_length = 2000))]
    pub alternative: String,
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(max_length = 2000))]
    pub note: String,
}

/// `POST …/quotations/{quotation}/acceptance`: by the buyer, of the supplier's last offer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct AcceptanceForm {
    /// Its number.
    #[serde(deserialize_with = "whole::read")]
    #[cfg_attr(feature = "openapi", schema(minimum = 1, maximum = 100))]
    pub offer: u64,
    /// The rate that the buyer was shown: it is kept with the order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(nullable = false))]
    pub rate: Option<Rate>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Side {
    Buyer,
    Supplier,
}

/// Where it stands. That it has expired is a matter of the clock: by the last offer's `valid_until` or, before there is
/// one, by `answer_by`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum QuotationState {
    Asked,
    Quoted,
    Countered,
    Declined,
    Withdrawn,
    Accepted,
    Lost,
}

/// `GET /v1/companies/{company}/quotations/{quotation}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Quotation {
    #[cfg_attr(feature = "openapi", schema(value_type = crate::id::Id))]
    pub id: Id,
    pub version: u64,
    #[cfg_attr(feature = "openapi", schema(value_type = crate::id::Id))]
    pub request: Id,
    /// On which side the company is.
    pub side: Side,
    pub buyer: Name,
    /// Empty where nobody of the supplier's has joined the hub.
    pub supplier: Name,
    /// Of the supplier in the catalogue.
    pub code: String,
    /// Whether somebody of the supplier's has joined the hub.
    pub is_reached: bool,
    pub state: QuotationState,
    /// Why it was declined or withdrawn.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// The number of the offer that was accepted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accepted: Option<u32>,
    /// The last day on which the supplier may answer, ISO 8601.
    pub answer_by: String,
    /// The oldest first.
    pub offers: Vec<Offer>,
    /// Milliseconds since 1970.
    pub asked_at: u64,
    /// Of the newest change, milliseconds since 1970.
    pub at: u64,
}

/// One offer of a quotation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Offer {
    /// From 1.
    pub number: u32,
    pub by: Side,
    /// Milliseconds since 1970.
    pub at: u64,
    pub bid: Bid,
    /// What its lines come to, each rounded by itself, with two decimals.
    pub total: String,
}

/// `GET /v1/companies/{company}/quotations`, and of one request `…/requests/{request}/quotations`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Quotations {
    pub items: Vec<Quotation>,
    /// What to give as `after` to go on; missing on the last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}
