//! What a buyer and a supplier offer each other, as a page shows it: who is next, and what either may do.

use api_types::company::Name;
use domain::{Date, Id};

use super::bid::Bid;

/// From where somebody looks at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Buyer,
    Supplier,
}

/// Where it stands. That it has expired is a matter of the clock: see [`Deal::standing`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The supplier has not answered yet.
    Asked,
    /// The supplier's offer is the last word.
    Quoted,
    /// The buyer's is.
    Countered,
    Declined,
    Withdrawn,
    Accepted,
    /// The buyer took another one's, or closed the request.
    Lost,
    /// Nobody answered in time, or the offer is not valid any more.
    Expired,
}

/// One offer. It is never edited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// From 1.
    pub number: u32,
    pub by: Side,
    /// Milliseconds since 1970; none while it is on this device only.
    pub at: Option<u64>,
    pub bid: Bid,
}

/// A negotiation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deal {
    pub id: Id,
    /// As the hub has it.
    pub version: u64,
    pub request: Id,
    /// Of the company that looks at it.
    pub side: Side,
    /// The supplier's code in the catalogue.
    pub code: String,
    /// Whether somebody of the supplier's has joined the hub; else it is kept for them.
    pub is_reached: bool,
    /// Empty while nobody of theirs has joined.
    pub supplier: Name,
    pub buyer: Name,
    /// As the hub has it.
    pub stored: Standing,
    /// The last day of the request, on which a supplier may answer.
    pub request_until: Option<Date>,
    /// Why it was declined or withdrawn: a code or words.
    pub reason: String,
    /// The oldest first.
    pub versions: Vec<Version>,
}

/// What one side may do now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Acts {
    /// Answer for the first time.
    pub quote: bool,
    /// Change one's own last offer, or answer a counter-offer.
    pub revise: bool,
    pub counter: bool,
    pub decline: bool,
    pub withdraw: bool,
    pub accept: bool,
}

impl Deal {
    #[must_use]
    pub fn last(&self) -> Option<&Version> {
        self.versions.last()
    }

    /// The supplier's last offer: what the buyer compares.
    #[must_use]
    pub fn offer(&self) -> Option<&Version> {
        let mut versions = self.versions.iter().rev();
        versions.find(|version| version.by == Side::Supplier)
    }

    /// Where it stands on a day.
    #[must_use]
    pub fn standing(&self, today: Date) -> Standing {
        let is_over = |until: Option<Date>| until.is_some_and(|day| day < today);
        let valid_until = self
            .last()
            .and_then(|version| version.bid.valid_until.parse().ok());
        match self.stored {
            Standing::Asked if is_over(self.request_until) => Standing::Expired,
            Standing::Quoted | Standing::Countered if is_over(valid_until) => Standing::Expired,
            other => other,
        }
    }

    #[must_use]
    pub fn acts(&self, side: Side, today: Date) -> Acts {
        let none = Acts::default();
        match (self.standing(today), side) {
            (Standing::Asked, Side::Supplier) => Acts {
                quote: true,
                decline: true,
                ..none
            },
            // A supplier who agrees to a counter-offer offers the same: the buyer alone accepts.
            (Standing::Quoted | Standing::Countered, Side::Supplier) => Acts {
                revise: true,
                withdraw: true,
                ..none
            },
            (Standing::Quoted, Side::Buyer) => Acts {
                counter: true,
                accept: true,
                ..none
            },
            (Standing::Countered, Side::Buyer) => Acts {
                counter: true,
                ..none
            },
            _ => none,
        }
    }

    /// Whose turn it is.
    #[must_use]
    pub fn turn(&self, today: Date) -> Option<Side> {
        match self.standing(today) {
            Standing::Asked | Standing::Countered => Some(Side::Supplier),
            Standing::Quoted => Some(Side::Buyer),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::bid::tests::{bid, id};
    use super::*;

    fn deal(stored: Standing) -> Deal {
        Deal {
            id: id(1),
            version: 1,
            request: id(2),
            side: Side::Buyer,
            code: String::new(),
            is_reached: true,
            supplier: Name::default(),
            buyer: Name::default(),
            stored,
            request_until: "2026-12-01".parse().ok(),
            reason: String::new(),
            versions: vec![
                Version {
                    number: 1,
                    by: Side::Supplier,
                    at: Some(1),
                    bid: bid(),
                },
                Version {
                    number: 2,
                    by: Side::Buyer,
                    at: Some(2),
                    bid: bid(),
                },
            ],
        }
    }

    #[test]
    fn what_is_over_cannot_be_answered() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        let (good, late) = (day("2026-12-01"), day("2026-12-08"));
        for stored in [Standing::Asked, Standing::Quoted, Standing::Countered] {
            let deal = deal(stored);
            assert_eq!(deal.standing(good), stored);
            assert_eq!(deal.standing(late), Standing::Expired);
            for side in [Side::Buyer, Side::Supplier] {
                assert_eq!(deal.acts(side, late), Acts::default());
            }
            assert!(deal.turn(good).is_some() && deal.turn(late).is_none());
        }
        for stored in [
            Standing::Declined,
            Standing::Withdrawn,
            Standing::Lost,
            Standing::Accepted,
        ] {
            assert_eq!(deal(stored).standing(late), stored);
            assert_eq!(deal(stored).acts(Side::Supplier, good), Acts::default());
        }
    }

    #[test]
    fn the_last_offer_of_the_supplier_is_compared() {
        let deal = deal(Standing::Countered);
        assert_eq!(deal.offer().map(|version| version.number), Some(1));
        assert_eq!(deal.last().map(|version| version.number), Some(2));
    }
}
