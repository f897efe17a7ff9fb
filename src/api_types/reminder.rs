//! What a company should see to.

use domain::Id;
use serde::{Deserialize, Serialize};

/// `GET /v1/companies/{company}/reminders`: certificates of what is published that end within 60 days or have ended,
/// the most urgent first, 200 at most.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Reminders {
    pub items: Vec<Reminder>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Reminder {
    /// The listing that the certificate is of; the company's own id for the company's certificates.
    #[cfg_attr(feature = "openapi", schema(value_type = crate::id::Id))]
    pub listing: Id,
    pub kind: String,
    pub number: String,
    pub issuer: String,
    /// ISO 8601, the last day on which it counts.
    pub valid_until: String,
    /// Days that it counts after today, by the hub's clock in UTC; below zero since it ended.
    pub days: i32,
}
