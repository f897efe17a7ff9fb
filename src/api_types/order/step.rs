use domain::Id;
use serde::{Deserialize, Serialize};

use crate::whole;

/// `POST /v1/companies/{company}/orders/{order}/steps`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct StepForm {
    pub step: Step,
}

/// What one side does with an order; [`super::Order::may`] says what it may do now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// The supplier takes it on, with a proforma invoice.
    Confirm,
    Produce,
    Ship(Dispatch),
    Receive(ReceiveForm),
    /// The buyer has all, and nothing is open.
    Complete,
    /// Before it is confirmed at once; after that it is asked of the other side.
    Cancel(CancelForm),
    AgreeToCancel,
    /// Takes back what was asked, or does not agree to it.
    KeepOrder,
    Claim(ClaimForm),
    AnswerClaim(ClaimAnswer),
    SettleClaim(ClaimNumber),
    WithdrawClaim(ClaimNumber),
    /// The supplier's account of today becomes that of this order too.
    RenewPayee,
    Review(Review),
}

/// Kinds of steps. Kinds are added, never renamed or removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum StepKind {
    Confirm,
    Produce,
    Ship,
    Receive,
    Complete,
    Cancel,
    AgreeToCancel,
    KeepOrder,
    Claim,
    AnswerClaim,
    SettleClaim,
    WithdrawClaim,
    RenewPayee,
    Review,
}

/// Goods that leave the supplier together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Dispatch {
    #[cfg_attr(feature = "openapi", schema(min_items = 1, max_items = 500))]
    pub lines: Vec<PartLine>,
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(max_length = 120))]
    pub carrier: String,
    /// Of a bill of lading, an air waybill, a parcel.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(max_length = 120))]
    pub tracking: String,
    /// ISO 8601: not after tomorrow.
    #[cfg_attr(feature = "openapi", schema(pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))]
    pub on: String,
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(max_length = 2000))]
    pub note: String,
}

/// How much of a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PartLine {
    #[cfg_attr(feature = "openapi", schema(value_type = crate::id::Id))]
    pub line: Id,
    /// Above zero, with four decimals at most.
    #[cfg_attr(
        feature = "openapi",
        schema(pattern = "^(0|[1-9][0-9]{0,8})(\\.[0-9]{1,4})?$")
    )]
    pub quantity: String,
}

/// A shipment has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ReceiveForm {
    /// From 1.
    #[serde(deserialize_with = "whole::read")]
    #[cfg_attr(feature = "openapi", schema(minimum = 1, maximum = 100))]
    pub shipment: u64,
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(max_length = 2000))]
    pub note: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CancelForm {
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(max_length = 2000))]
    pub reason: String,
}

/// What a buyer finds wrong with goods that were sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ClaimForm {
    pub reason: ClaimReason,
    /// How much of which goods; none where it is about all of them.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(max_items = 500))]
    pub lines: Vec<PartLine>,
    pub wanted: Remedy,
    /// In the order's currency, with two decimals at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "openapi",
        schema(nullable = false, pattern = "^(0|[1-9][0-9]{0,11})(\\.[0-9]{1,2})?$")
    )]
    pub amount: Option<String>,
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 2000))]
    pub words: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ClaimReason {
    Short,
    Damaged,
    Defective,
    Wrong,
    Late,
    Documents,
    Other,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Remedy {
    Replace,
    Repair,
    Refund,
    PriceReduction,
    Other,
}

/// What the supplier offers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ClaimAnswer {
    /// The claim's number from 1.
    #[serde(deserialize_with = "whole::read")]
    #[cfg_attr(feature = "openapi", schema(minimum = 1, maximum = 100))]
    pub claim: u64,
    /// Left out where the claim is not accepted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(nullable = false))]
    pub remedy: Option<Remedy>,
    /// In the order's currency, with two decimals at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "openapi",
        schema(nullable = false, pattern = "^(0|[1-9][0-9]{0,11})(\\.[0-9]{1,2})?$")
    )]
    pub amount: Option<String>,
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(max_length = 2000))]
    pub words: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ClaimNumber {
    /// From 1.
    #[serde(deserialize_with = "whole::read")]
    #[cfg_attr(feature = "openapi", schema(minimum = 1, maximum = 100))]
    pub claim: u64,
}

/// How a buyer found a completed order: one to five stars each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Review {
    #[serde(deserialize_with = "whole::read")]
    #[cfg_attr(feature = "openapi", schema(minimum = 1, maximum = 5))]
    pub goods: u64,
    #[serde(deserialize_with = "whole::read")]
    #[cfg_attr(feature = "openapi", schema(minimum = 1, maximum = 5))]
    pub delivery: u64,
    #[serde(deserialize_with = "whole::read")]
    #[cfg_attr(feature = "openapi", schema(minimum = 1, maximum = 5))]
    pub service: u64,
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(max_length = 2000))]
    pub words: String,
}
