use serde::{Deserialize, Serialize};

use crate::{Amount, Currency, Date, Id, Incoterm, Price, Quantity};

/// One offer, by either side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bid {
    /// Of some lines of the request, or all.
    pub lines: Vec<BidLine>,
    pub currency: Currency,
    pub incoterm: Option<Incoterm>,
    /// Where the Incoterm's duties end: `Yantian`.
    pub place: String,
    /// In words: `30% deposit, balance against copy of bill of lading`.
    pub payment: String,
    /// The last day on which it may be accepted.
    pub valid_until: Date,
    pub note: String,
}

/// What is offered for a line of the request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BidLine {
    /// The line of the request.
    pub line: Id,
    /// For one unit.
    pub price: Price,
    pub quantity: Quantity,
    /// From order to readiness for shipment.
    pub lead_time_days: u16,
    /// A product of the supplier's that is offered instead, as the catalogue has its id; may be empty.
    pub product: String,
    /// What is offered instead, in words; empty where it is what was asked for.
    pub alternative: String,
    pub note: String,
}

impl BidLine {
    /// Rounded once, half up.
    #[must_use]
    pub fn amount(&self) -> Amount {
        self.price * self.quantity
    }
}

impl Bid {
    /// The sum of its lines, each rounded by itself, as an invoice has them.
    #[must_use]
    pub fn total(&self) -> Amount {
        self.lines.iter().map(BidLine::amount).sum()
    }

    /// Whether it may not be accepted any more.
    #[must_use]
    pub fn has_expired(&self, today: Date) -> bool {
        self.valid_until < today
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn bid(lines: Vec<(i64, i64)>, currency: Currency) -> Bid {
        let line = |(price, quantity): (i64, i64)| BidLine {
            line: Id::from_bytes([1; 16]),
            price: Price::from_ten_thousandths(price),
            quantity: quantity.try_into().unwrap(),
            lead_time_days: 14,
            product: String::new(),
            alternative: String::new(),
            note: String::new(),
        };
        Bid {
            lines: lines.into_iter().map(line).collect(),
            currency,
            incoterm: None,
            place: String::new(),
            payment: String::new(),
            valid_until: "2026-12-31".parse().unwrap(),
            note: String::new(),
        }
    }

    /// By whole numbers alone: ten-thousandths times ten-thousandths, in cents.
    fn cents((price, quantity): (i64, i64)) -> i128 {
        (i128::from(price) * i128::from(quantity) + 500_000) / 1_000_000
    }

    #[test]
    fn ten_thousand_lines_do_not_drift() {
        for currency in Currency::ALL {
            // Each is 0.335, which a float would sometimes take for less.
            let bid = bid(vec![(3_350, 10_000); 10_000], currency);
            assert_eq!(bid.total(), Amount::from_minor_units(340_000));
            assert_eq!(bid.total().to_string(), "3400.00");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

        #[test]
        fn a_total_is_the_sum_of_its_lines_at_every_scale(
            lines in prop::collection::vec((0u32..12, any::<u32>(), 0u32..13, any::<u32>()), 0..200), which in 0usize..3,
        ) {
            // Every order of magnitude as often as every other.
            let scaled = |scale: u32, number: u32, most: i64| {
                let top = 10i64.pow(scale).min(most);
                (i64::from(number) % top) + 1
            };
            let lines: Vec<_> = lines
                .into_iter()
                .map(|(a, price, b, quantity)| (scaled(a, price, Price::HIGHEST.ten_thousandths() - 1), scaled(b, quantity, Quantity::MOST.ten_thousandths() - 1)))
                .collect();
            let expected: i128 = lines.iter().copied().map(cents).sum();
            let bid = bid(lines.clone(), Currency::ALL[which]);
            prop_assert_eq!(i128::from(bid.total().minor_units()), expected);
            // In any order, and in any parts.
            let mut turned = bid.clone();
            turned.lines.reverse();
            prop_assert_eq!(turned.total(), bid.total());
            let (head, tail) = bid.lines.split_at(bid.lines.len() / 2);
            let sum = |part: &[BidLine]| part.iter().map(BidLine::amount).sum::<Amount>();
            prop_assert_eq!(sum(head) + sum(tail), bid.total());
        }
    }
}
