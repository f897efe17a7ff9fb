use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{
    Agreed, Arrival, Claim, ClaimState, Dispatch, Review, Shipment, ShippedLine, Step, StepKind,
};
use crate::{Date, Id, Side};

/// Shipments and claims of one order.
const MOST: usize = 100;

/// How far an order has come.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderLife {
    pub state: OrderState,
    pub shipments: Vec<Shipment>,
    pub claims: Vec<Claim>,
    /// What one side asks of the other.
    pub cancellation: Option<Cancellation>,
    /// Both have agreed that what was not shipped will not be.
    pub is_short: bool,
    pub review: Option<Review>,
}

/// Where an order stands: never back, and from the last two nowhere.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum OrderState {
    /// It binds the buyer.
    #[default]
    Placed,
    /// It binds both.
    Confirmed,
    InProduction,
    /// Something has left the supplier.
    Shipping,
    /// All has come.
    Received,
    Completed,
    Cancelled {
        by: Side,
        reason: String,
    },
}

/// A side that has confirmed cannot leave alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cancellation {
    pub by: Side,
    pub reason: String,
}

/// Why a step is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum StepError {
    #[error("as it stands, this cannot be done")]
    NotNow,
    /// There is no shipment or claim of this number.
    #[error("nothing has this number")]
    NoSuch,
    #[error("as many as are allowed are there already")]
    TooMany,
    /// A list of goods names none.
    #[error("nothing is named")]
    Nothing,
    /// The line at this place of the list is not the order's, is named twice, or there is not so much of it.
    #[error("not so much of the line at place {0}")]
    Line(usize),
}

impl OrderLife {
    /// Where it stands after a step of this side, on this day.
    ///
    /// # Errors
    /// As it stands, this side cannot do this, or not with this.
    pub fn after(
        &self,
        side: Side,
        step: Step,
        agreed: &Agreed,
        today: Date,
    ) -> Result<Self, StepError> {
        if !self.may(side, step.kind(), agreed) {
            return Err(StepError::NotNow);
        }
        let mut next = self.clone();
        match step {
            Step::Confirm => next.state = OrderState::Confirmed,
            Step::Produce => next.state = OrderState::InProduction,
            Step::Ship(sent) => next.ship(sent, agreed)?,
            Step::Receive { shipment, note } => next.receive(shipment, note, agreed, today)?,
            Step::Complete => next.state = OrderState::Completed,
            Step::Cancel { reason } => next.cancel(side, reason),
            Step::AgreeToCancel => next.agree_to_cancel(agreed),
            Step::KeepOrder => next.cancellation = None,
            Step::Claim(form) => {
                check_lines(&form.lines, |line| {
                    let sent = self.shipped(line);
                    (sent > 0).then_some(sent)
                })?;
                if next.claims.len() >= MOST {
                    return Err(StepError::TooMany);
                }
                let state = ClaimState::Open;
                next.claims.push(Claim { form, state });
            }
            Step::AnswerClaim { claim, answer } => {
                next.open_claim(claim)?.state = ClaimState::Answered(answer);
            }
            Step::SettleClaim { claim } => {
                let claim = next.open_claim(claim)?;
                let ClaimState::Answered(answer) = &claim.state else {
                    return Err(StepError::NotNow);
                };
                claim.state = ClaimState::Settled(answer.clone());
            }
            Step::WithdrawClaim { claim } => {
                next.open_claim(claim)?.state = ClaimState::Withdrawn;
            }
            // The account is kept beside the order's life.
            Step::RenewPayee => (),
            Step::Review(review) => next.review = Some(review),
        }
        Ok(next)
    }

    /// Whether this side may do something of the kind: what its buttons are made of.
    #[must_use]
    pub fn may(&self, side: Side, kind: StepKind, agreed: &Agreed) -> bool {
        use OrderState::{
            Cancelled, Completed, Confirmed, InProduction, Placed, Received, Shipping,
        };

        let (buyer, supplier) = (side == Side::Buyer, side == Side::Supplier);
        let asked = self.cancellation.as_ref().map(|asked| asked.by);
        let goes_on = asked.is_none();
        let has_rest = !self.is_short && self.has_rest(agreed);
        let claims = |test: fn(&ClaimState) -> bool| self.claims.iter().any(|one| test(&one.state));
        match kind {
            StepKind::Confirm => supplier && self.state == Placed,
            StepKind::Produce => supplier && self.state == Confirmed && goes_on,
            StepKind::Ship => {
                let is_ready = matches!(self.state, Confirmed | InProduction | Shipping);
                supplier && is_ready && has_rest && goes_on
            }
            StepKind::Receive => buyer && self.shipments.iter().any(|one| one.arrival.is_none()),
            StepKind::Complete => {
                buyer && self.state == Received && !self.claims.iter().any(Claim::is_open)
            }
            StepKind::Cancel => match self.state {
                Placed => true,
                Confirmed | InProduction => goes_on,
                Shipping => goes_on && has_rest,
                Received | Completed | Cancelled { .. } => false,
            },
            StepKind::AgreeToCancel => asked.is_some_and(|by| by != side),
            StepKind::KeepOrder => asked.is_some(),
            StepKind::Claim => buyer && matches!(self.state, Shipping | Received | Completed),
            StepKind::AnswerClaim => supplier && self.claims.iter().any(Claim::is_open),
            StepKind::SettleClaim => {
                buyer && claims(|state| matches!(state, ClaimState::Answered(_)))
            }
            StepKind::WithdrawClaim => buyer && self.claims.iter().any(Claim::is_open),
            StepKind::RenewPayee => supplier && !self.is_over(),
            StepKind::Review => buyer && self.state == Completed && self.review.is_none(),
        }
    }

    /// Whether no goods will move any more.
    #[must_use]
    pub fn is_over(&self) -> bool {
        matches!(
            self.state,
            OrderState::Completed | OrderState::Cancelled { .. }
        )
    }

    /// Ten-thousandths of a line's unit that have left the supplier.
    #[must_use]
    pub fn shipped(&self, line: Id) -> i64 {
        let lines = self.shipments.iter().flat_map(|one| &one.sent.lines);
        let own = lines.filter(|one| one.line == line);
        own.map(|one| one.quantity.ten_thousandths()).sum()
    }

    /// Ten-thousandths of a line's unit that the supplier still has to ship; nothing of what is not in the order.
    #[must_use]
    pub fn left(&self, line: Id, agreed: &Agreed) -> i64 {
        let ordered = agreed.quantity(line).map(|all| all.ten_thousandths());
        (ordered.unwrap_or_default() - self.shipped(line)).max(0)
    }

    /// The day on which the last of it left, once all has.
    #[must_use]
    pub fn shipped_on(&self, agreed: &Agreed) -> Option<Date> {
        let days = self.shipments.iter().map(|one| one.sent.on);
        days.max().filter(|_| !self.has_rest(agreed))
    }

    fn has_rest(&self, agreed: &Agreed) -> bool {
        let mut lines = agreed.lines.iter();
        lines.any(|line| self.left(line.line, agreed) > 0)
    }

    fn ship(&mut self, sent: Dispatch, agreed: &Agreed) -> Result<(), StepError> {
        if sent.lines.is_empty() {
            return Err(StepError::Nothing);
        }
        if self.shipments.len() >= MOST {
            return Err(StepError::TooMany);
        }
        check_lines(&sent.lines, |line| {
            let left = self.left(line, agreed);
            (left > 0).then_some(left)
        })?;
        self.shipments.push(Shipment {
            sent,
            arrival: None,
        });
        self.state = OrderState::Shipping;
        Ok(())
    }

    fn receive(
        &mut self,
        number: u32,
        note: String,
        agreed: &Agreed,
        on: Date,
    ) -> Result<(), StepError> {
        let shipment = nth(&mut self.shipments, number)?;
        if shipment.arrival.is_some() {
            return Err(StepError::NotNow);
        }
        shipment.arrival = Some(Arrival { on, note });
        self.settle(agreed);
        Ok(())
    }

    fn cancel(&mut self, by: Side, reason: String) {
        if self.state == OrderState::Placed {
            self.state = OrderState::Cancelled { by, reason };
        } else {
            self.cancellation = Some(Cancellation { by, reason });
        }
    }

    /// What has left the supplier stays bought.
    fn agree_to_cancel(&mut self, agreed: &Agreed) {
        let Some(Cancellation { by, reason }) = self.cancellation.take() else {
            return;
        };
        if self.shipments.is_empty() {
            self.state = OrderState::Cancelled { by, reason };
        } else {
            self.is_short = true;
            self.settle(agreed);
        }
    }

    /// All has come that will.
    fn settle(&mut self, agreed: &Agreed) {
        let has_come = self.shipments.iter().all(|one| one.arrival.is_some());
        let is_all = self.is_short || !self.has_rest(agreed);
        if self.state == OrderState::Shipping && has_come && is_all {
            self.state = OrderState::Received;
            self.cancellation = None;
        }
    }

    fn open_claim(&mut self, number: u32) -> Result<&mut Claim, StepError> {
        let claim = nth(&mut self.claims, number)?;
        if claim.is_open() {
            Ok(claim)
        } else {
            Err(StepError::NotNow)
        }
    }
}

/// By its number from 1.
fn nth<T>(all: &mut [T], number: u32) -> Result<&mut T, StepError> {
    let at = usize::try_from(number)
        .ok()
        .and_then(|number| number.checked_sub(1));
    at.and_then(|at| all.get_mut(at)).ok_or(StepError::NoSuch)
}

/// Each line once, and no more of it than there is.
fn check_lines(
    lines: &[ShippedLine],
    there_is: impl Fn(Id) -> Option<i64>,
) -> Result<(), StepError> {
    for (at, one) in lines.iter().enumerate() {
        let is_twice = lines[..at].iter().any(|before| before.line == one.line);
        let is_there =
            there_is(one.line).is_some_and(|most| one.quantity.ten_thousandths() <= most);
        if is_twice || !is_there {
            return Err(StepError::Line(at));
        }
    }
    Ok(())
}
