use super::{Agreed, ClaimState, OrderLife, OrderState, StepKind};
use crate::{Date, Side};

/// What an order waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    pub from: Side,
    pub step: StepKind,
    /// The day on which it should be done, where one was agreed.
    pub by: Option<Date>,
}

impl OrderLife {
    /// What comes next, and from whom; nothing where all is done.
    #[must_use]
    pub fn due(&self, agreed: &Agreed, placed_on: Date) -> Option<Due> {
        let due = |from, step| {
            Some(Due {
                from,
                step,
                by: None,
            })
        };
        if let Some(asked) = &self.cancellation {
            let other = match asked.by {
                Side::Buyer => Side::Supplier,
                Side::Supplier => Side::Buyer,
            };
            return due(other, StepKind::AgreeToCancel);
        }
        for claim in &self.claims {
            match claim.state {
                ClaimState::Open => return due(Side::Supplier, StepKind::AnswerClaim),
                ClaimState::Answered(_) => return due(Side::Buyer, StepKind::SettleClaim),
                ClaimState::Settled(_) | ClaimState::Withdrawn => (),
            }
        }
        match self.state {
            OrderState::Placed => due(Side::Supplier, StepKind::Confirm),
            OrderState::Confirmed | OrderState::InProduction => Some(Due {
                from: Side::Supplier,
                step: StepKind::Ship,
                by: agreed.ready_on(placed_on),
            }),
            OrderState::Shipping => {
                if self.may(Side::Supplier, StepKind::Ship, agreed) {
                    let by = agreed.ready_on(placed_on);
                    let (from, step) = (Side::Supplier, StepKind::Ship);
                    Some(Due { from, step, by })
                } else {
                    due(Side::Buyer, StepKind::Receive)
                }
            }
            OrderState::Received => due(Side::Buyer, StepKind::Complete),
            OrderState::Completed if self.review.is_none() => due(Side::Buyer, StepKind::Review),
            OrderState::Completed | OrderState::Cancelled { .. } => None,
        }
    }
}

impl Agreed {
    /// The day on which the slowest line should be ready for shipment, of an order of this day.
    #[must_use]
    pub fn ready_on(&self, placed_on: Date) -> Option<Date> {
        let days = i32::from(self.lead_time_days());
        Date::from_days_since_epoch(placed_on.days_since_epoch() + days)
    }
}
