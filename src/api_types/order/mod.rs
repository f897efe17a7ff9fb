//! Purchase orders: what was agreed, how far it has come, and the steps of either side.

mod step;

pub use step::{
    CancelForm, ClaimAnswer, ClaimForm, ClaimNumber, ClaimReason, Dispatch, PartLine, ReceiveForm,
    Remedy, Review, Step, StepForm, StepKind,
};

use domain::Id;
use serde::{Deserialize, Serialize};

use crate::{
    company::{Name, Registration, Words},
    quotation::Side,
    settings::Payee,
    whole,
};

/// Where an order stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum OrderState {
    Placed,
    Confirmed,
    InProduction,
    Shipping,
    Received,
    Completed,
    Cancelled,
}

/// `GET /v1/companies/{company}/orders/{order}`. An order has the id of its quotation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Order {
    #[cfg_attr(feature = "openapi", schema(value_type = crate::id::Id))]
    pub id: Id,
    pub version: u64,
    #[cfg_attr(feature = "openapi", schema(value_type = crate::id::Id))]
    pub request: Id,
    /// On which side the company is.
    pub side: Side,
    /// The buyer's number: `PO-2026-0042`.
    pub number: String,
    /// The supplier's, since it was confirmed: `PI-2026-0007`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proforma: Option<String>,
    pub buyer: Party,
    pub supplier: Party,
    /// Of the supplier in the catalogue.
    pub code: String,
    /// The number of the offer that was accepted.
    pub offer: u32,
    pub agreed: Agreed,
    /// Where to pay to: the oldest first, the last one counts. Empty as long as the supplier has given none.
    pub payees: Vec<PayeeSince>,
    pub state: OrderState,
    /// What one side asks of the other, or what has ended it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cancellation: Option<Cancellation>,
    /// Whether both have agreed that what was not shipped will not be.
    pub is_short: bool,
    pub shipments: Vec<Shipment>,
    pub claims: Vec<Claim>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review: Option<Review>,
    /// What comes next, and from whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Due>,
    /// What one's own side may do now.
    pub may: Vec<StepKind>,
    /// The oldest first.
    pub timeline: Vec<Taken>,
    /// Milliseconds since 1970.
    pub placed_at: u64,
    /// Of the newest change, milliseconds since 1970.
    pub at: u64,
}

/// A company as it stood when the order was placed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Party {
    pub name: Name,
    pub registration: Registration,
}

/// What both sides have agreed on. It never changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Agreed {
    pub lines: Vec<AgreedLine>,
    /// ISO 4217.
    pub currency: String,
    /// What its lines come to, each rounded by itself, with two decimals.
    pub total: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub incoterm: Option<String>,
    pub place: String,
    /// UN/LOCODE.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub destination: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub needed_by: Option<String>,
    pub payment: String,
    pub certificates: Vec<String>,
    /// The buyer's words, of the request.
    pub asked: String,
    /// The supplier's, of the offer.
    pub note: String,
    /// The rate that the buyer was shown when the offer was taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rate: Option<Rate>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AgreedLine {
    #[cfg_attr(feature = "openapi", schema(value_type = crate::id::Id))]
    pub line: Id,
    /// In the catalogue; may be empty.
    pub product: String,
    pub words: Words,
    /// What is bought instead of what was asked for; may be empty.
    pub alternative: String,
    pub note: String,
    pub quantity: String,
    pub unit: String,
    pub price: String,
    /// With two decimals.
    pub amount: String,
    pub lead_time_days: u64,
    /// How much the supplier has not shipped; `0` where all has gone.
    pub left: String,
}

/// A dated rate of exchange.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Rate {
    /// ISO 8601.
    #[cfg_attr(feature = "openapi", schema(pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))]
    pub date: String,
    /// `5310000` if one SGD is 5.31 CNY.
    #[serde(deserialize_with = "whole::read")]
    #[cfg_attr(feature = "openapi", schema(minimum = 1, maximum = 1000000000))]
    pub cny_per_sgd_millionths: u64,
    #[serde(deserialize_with = "whole::read")]
    #[cfg_attr(feature = "openapi", schema(minimum = 1, maximum = 1000000000))]
    pub sgd_per_usd_millionths: u64,
}

/// An account to pay to, and since when it is this order's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PayeeSince {
    pub payee: Payee,
    /// Milliseconds since 1970.
    pub since: u64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Cancellation {
    pub by: Side,
    pub reason: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Shipment {
    /// From 1.
    pub number: u32,
    pub sent: Dispatch,
    /// Missing as long as the buyer has not said that it came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arrival: Option<Arrival>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Arrival {
    /// ISO 8601.
    pub on: String,
    pub note: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Claim {
    /// From 1.
    pub number: u32,
    pub form: ClaimForm,
    pub state: ClaimState,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<ClaimAnswer>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ClaimState {
    Open,
    Answered,
    Settled,
    Withdrawn,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Due {
    pub from: Side,
    pub step: StepKind,
    /// ISO 8601, where a day was agreed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
}

/// A step that was taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Taken {
    pub by: Side,
    /// The account, where it is of one's own company.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<crate::id::Id>))]
    pub author: Option<Id>,
    /// Milliseconds since 1970.
    pub at: u64,
    pub step: Step,
}

/// `GET /v1/companies/{company}/orders`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Orders {
    pub items: Vec<Order>,
    /// What to give as `after` to go on; missing on the last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}
