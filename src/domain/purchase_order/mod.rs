//! A purchase order: what was agreed, and how far it has come.

mod agreed;
mod claim;
mod due;
mod life;
mod shipment;
mod step;

#[cfg(test)]
mod tests;

pub use agreed::{Agreed, AgreedLine};
pub use claim::{Claim, ClaimAnswer, ClaimForm, ClaimReason, ClaimState, Remedy};
pub use due::Due;
pub use life::{Cancellation, OrderLife, OrderState, StepError};
pub use shipment::{Arrival, Dispatch, Shipment, ShippedLine};
pub use step::{Review, Stars, Step, StepKind};
