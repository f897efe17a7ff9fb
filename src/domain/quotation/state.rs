use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Who of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Side {
    Buyer,
    Supplier,
}

/// Where a quotation stands. That it has expired is a matter of the clock, by the last offer or, before there is one, by
/// the request.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum QuotationState {
    /// The supplier has not answered.
    #[default]
    Asked,
    /// The supplier's offer is the last word.
    Quoted,
    /// The buyer's is.
    Countered,
    /// The supplier does not offer anything.
    Declined { reason: String },
    /// The supplier takes the offer back.
    Withdrawn { reason: String },
    /// The buyer has taken the offer of this number.
    Accepted { offer: u32 },
    /// The buyer has taken another supplier's, or wants nothing any more.
    Lost,
}

/// What may happen to a quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    Offer,
    Decline {
        reason: String,
    },
    Withdraw {
        reason: String,
    },
    /// Of the supplier's last offer, by its number.
    Accept {
        offer: u32,
    },
    /// By what the buyer decides elsewhere.
    Lose,
}

/// As it stands, this side cannot do this.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("as it stands, this cannot be done")]
pub struct NotNow;

impl QuotationState {
    /// Where it stands after a deed of this side.
    ///
    /// Only the buyer accepts: a supplier who agrees to a counter-offer offers the same, so that of several suppliers who
    /// agree at once one is chosen.
    ///
    /// # Errors
    /// As it stands, this side cannot do this.
    pub fn after(&self, side: Side, deed: Deed) -> Result<Self, NotNow> {
        use Side::{Buyer, Supplier};

        match (self, side, deed) {
            (Self::Asked | Self::Quoted | Self::Countered, Supplier, Deed::Offer) => {
                Ok(Self::Quoted)
            }
            (Self::Quoted | Self::Countered, Buyer, Deed::Offer) => Ok(Self::Countered),
            (Self::Asked, Supplier, Deed::Decline { reason }) => Ok(Self::Declined { reason }),
            (Self::Quoted | Self::Countered, Supplier, Deed::Withdraw { reason }) => {
                Ok(Self::Withdrawn { reason })
            }
            (Self::Quoted, Buyer, Deed::Accept { offer }) => Ok(Self::Accepted { offer }),
            (Self::Asked | Self::Quoted | Self::Countered, Buyer, Deed::Lose) => Ok(Self::Lost),
            _ => Err(NotNow),
        }
    }

    /// Whether nothing will ever happen to it again.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        !matches!(self, Self::Asked | Self::Quoted | Self::Countered)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use QuotationState::*;

    fn states() -> [QuotationState; 7] {
        let reason = String::new;
        [
            Asked,
            Quoted,
            Countered,
            Declined { reason: reason() },
            Withdrawn { reason: reason() },
            Accepted { offer: 1 },
            Lost,
        ]
    }

    fn deeds() -> [Deed; 5] {
        let reason = String::new;
        [
            Deed::Offer,
            Deed::Decline { reason: reason() },
            Deed::Withdraw { reason: reason() },
            Deed::Accept { offer: 1 },
            Deed::Lose,
        ]
    }

    /// Every state, side and deed: the first letter of where it leads, or a dot.
    #[test]
    fn every_pair_of_state_and_deed() {
        let letter = |after: Result<QuotationState, NotNow>| match after {
            Ok(Asked) => 'a',
            Ok(Quoted) => 'q',
            Ok(Countered) => 'c',
            Ok(Declined { .. }) => 'd',
            Ok(Withdrawn { .. }) => 'w',
            Ok(Accepted { .. }) => 'A',
            Ok(Lost) => 'l',
            Err(NotNow) => '.',
        };
        // Offer, decline, withdraw, accept, lose.
        let expected = [
            ("....l", "qd..."), // asked: buyer, supplier
            ("c..Al", "q.w.."), // quoted
            ("c...l", "q.w.."), // countered
            (".....", "....."), // declined
            (".....", "....."), // withdrawn
            (".....", "....."), // accepted
            (".....", "....."), // lost
        ];
        for (state, (buyer, supplier)) in states().iter().zip(expected) {
            for (side, expected) in [(Side::Buyer, buyer), (Side::Supplier, supplier)] {
                let all = deeds().map(|deed| letter(state.after(side, deed)));
                assert_eq!(String::from_iter(all), expected, "{state:?} {side:?}");
            }
            let is_settled = buyer == "....." && supplier == ".....";
            assert_eq!(state.is_settled(), is_settled, "{state:?}");
        }
    }
}
