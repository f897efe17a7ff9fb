use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::Id;

/// Where a request stands. That it has expired is a matter of the clock: see
/// [`RequestTerms::has_expired`](super::RequestTerms::has_expired).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum RequestState {
    #[default]
    Sent,
    /// The buyer does not want it any more.
    Closed { reason: String },
    /// A quotation was accepted.
    Awarded { quotation: Id },
}

/// It is closed or awarded, and stays so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("it is closed or awarded already")]
pub struct Settled;

impl RequestState {
    /// # Errors
    /// It is settled already.
    pub fn close(&self, reason: String) -> Result<Self, Settled> {
        self.open(Self::Closed { reason })
    }

    /// # Errors
    /// It is settled already.
    pub fn award(&self, quotation: Id) -> Result<Self, Settled> {
        self.open(Self::Awarded { quotation })
    }

    fn open(&self, next: Self) -> Result<Self, Settled> {
        match self {
            Self::Sent => Ok(next),
            Self::Closed { .. } | Self::Awarded { .. } => Err(Settled),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_settled_stays_so() {
        let quotation = Id::from_bytes([1; 16]);
        let closed = RequestState::Sent.close("bought".into()).unwrap();
        let awarded = RequestState::Sent.award(quotation).unwrap();
        assert_eq!(awarded, RequestState::Awarded { quotation });
        for settled in [closed, awarded] {
            assert_eq!(settled.close(String::new()), Err(Settled));
            assert_eq!(settled.award(quotation), Err(Settled));
        }
    }
}
