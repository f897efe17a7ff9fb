use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::decimal::count;
use crate::newtype::written_as_text;
use crate::{Amount, ParsePriceError, Price};

/// From this quantity on, this is the price of each unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PriceBreak {
    /// At least 1.
    pub from: u32,
    pub price: Price,
}

/// What one unit costs by quantity: one to eight price breaks, quantities rising, prices above zero and never rising.
///
/// ```
/// let ladder: domain::PriceLadder = "100:0.42;500:0.36;1000:0.31".parse()?;
/// assert_eq!(ladder.at(600).map(|price| price.to_string()).as_deref(), Some("0.36"));
/// assert_eq!(ladder.at(99), None);
/// # Ok::<(), domain::PriceLadderError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PriceLadder(Vec<PriceBreak>);

/// What is wrong, and in which price break, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PriceLadderError {
    #[error("no price break")]
    Empty,
    #[error("more than eight price breaks")]
    TooMany,
    #[error("price break {0} is not of the form quantity:price")]
    Form(usize),
    #[error("the quantity of price break {0} is not a whole number from 1")]
    Quantity(usize),
    #[error("the price of price break {0}: {1}")]
    Price(usize, ParsePriceError),
    #[error("the price of price break {0} is not above zero")]
    NoPrice(usize),
    #[error("the quantity of price break {0} is not above the one before")]
    QuantityNotRising(usize),
    #[error("the price of price break {0} is above the one before")]
    PriceRising(usize),
}

impl PriceLadder {
    pub const MOST_BREAKS: usize = 8;

    pub fn new(breaks: Vec<PriceBreak>) -> Result<Self, PriceLadderError> {
        if breaks.is_empty() {
            return Err(PriceLadderError::Empty);
        }
        if Self::MOST_BREAKS < breaks.len() {
            return Err(PriceLadderError::TooMany);
        }
        let mut before: Option<PriceBreak> = None;
        for (at, this) in (1..).zip(&breaks) {
            if this.from == 0 {
                return Err(PriceLadderError::Quantity(at));
            }
            if this.price <= Price::default() {
                return Err(PriceLadderError::NoPrice(at));
            }
            if before.is_some_and(|before| this.from <= before.from) {
                return Err(PriceLadderError::QuantityNotRising(at));
            }
            if before.is_some_and(|before| before.price < this.price) {
                return Err(PriceLadderError::PriceRising(at));
            }
            before = Some(*this);
        }
        Ok(Self(breaks))
    }

    /// In ascending order of quantity; never empty.
    #[must_use]
    pub fn breaks(&self) -> &[PriceBreak] {
        &self.0
    }

    /// The break with the smallest quantity and the highest price.
    #[must_use]
    pub fn first(&self) -> PriceBreak {
        self.0[0]
    }

    /// The break with the largest quantity and the lowest price.
    #[must_use]
    pub fn last(&self) -> PriceBreak {
        self.0[self.0.len() - 1]
    }

    /// The price of one unit, or nothing below the first break.
    #[must_use]
    pub fn at(&self, quantity: u32) -> Option<Price> {
        self.reached(quantity)
            .checked_sub(1)
            .map(|at| self.0[at].price)
    }

    /// The price of all units, or nothing below the first break.
    #[must_use]
    pub fn total(&self, quantity: u32) -> Option<Amount> {
        self.at(quantity).map(|price| price * quantity)
    }

    /// The break that a larger quantity would reach next, if there is one.
    #[must_use]
    pub fn next_break(&self, quantity: u32) -> Option<PriceBreak> {
        self.0.get(self.reached(quantity)).copied()
    }

    /// How many breaks the quantity has reached.
    fn reached(&self, quantity: u32) -> usize {
        self.0.partition_point(|this| this.from <= quantity)
    }
}

/// `quantity:price`, joined with `;`; the full-width forms that a Chinese keyboard types are read alike.
impl FromStr for PriceLadder {
    type Err = PriceLadderError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text.trim().is_empty() {
            return Err(PriceLadderError::Empty);
        }
        let parts: Vec<&str> = text
            .split([';', '；'])
            .take(Self::MOST_BREAKS + 1)
            .collect();
        let mut breaks = Vec::with_capacity(parts.len());
        for (at, part) in (1..).zip(parts) {
            let (from, price) = part
                .split_once([':', '：'])
                .ok_or(PriceLadderError::Form(at))?;
            let from = count(from.trim()).ok_or(PriceLadderError::Quantity(at))?;
            let price = price
                .trim()
                .parse()
                .map_err(|error| PriceLadderError::Price(at, error))?;
            breaks.push(PriceBreak { from, price });
        }
        Self::new(breaks)
    }
}

impl fmt::Display for PriceLadder {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, this) in self.0.iter().enumerate() {
            let separator = if at == 0 { "" } else { ";" };
            write!(out, "{separator}{}:{}", this.from, this.price)?;
        }
        Ok(())
    }
}

written_as_text!(PriceLadder, PriceLadderError);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn ladders_rise_in_quantity_and_fall_in_price() {
        let check = |text: &str, expected: Result<usize, PriceLadderError>| {
            let breaks = text
                .parse::<PriceLadder>()
                .map(|ladder| ladder.breaks().len());
            assert_eq!(breaks, expected, "{text:?}");
        };
        check("100:0.42;500:0.36;1000:0.31", Ok(3));
        check("1:9.9", Ok(1));
        check("1: 9.9; 2: 9.9", Ok(2));
        check("1：9.9；2：9.9", Ok(2));
        check("1:8;2:7;3:6;4:5;5:4;6:3;7:2;8:1", Ok(8));
        check(
            "1:8;2:7;3:6;4:5;5:4;6:3;7:2;8:1;9:1",
            Err(PriceLadderError::TooMany),
        );
        check("", Err(PriceLadderError::Empty));
        check("100", Err(PriceLadderError::Form(1)));
        check("100:1;", Err(PriceLadderError::Form(2)));
        check("0:1", Err(PriceLadderError::Quantity(1)));
        check("1.5:1", Err(PriceLadderError::Quantity(1)));
        check(
            "1:1.00001",
            Err(PriceLadderError::Price(1, ParsePriceError::Form)),
        );
        check("1:0", Err(PriceLadderError::NoPrice(1)));
        check("5:1;5:0.9", Err(PriceLadderError::QuantityNotRising(2)));
        check("5:1;9:1.01", Err(PriceLadderError::PriceRising(2)));
    }

    #[test]
    fn the_price_follows_the_quantity() {
        let ladder: PriceLadder = "100:0.42;500:0.36".parse().unwrap();
        let check = |quantity: u32, price: Option<i64>, next: Option<u32>| {
            assert_eq!(
                ladder.at(quantity).map(Price::ten_thousandths),
                price,
                "{quantity}"
            );
            assert_eq!(
                ladder.next_break(quantity).map(|next| next.from),
                next,
                "{quantity}"
            );
        };
        check(0, None, Some(100));
        check(99, None, Some(100));
        check(100, Some(4_200), Some(500));
        check(499, Some(4_200), Some(500));
        check(500, Some(3_600), None);
        check(u32::MAX, Some(3_600), None);
        assert_eq!(ladder.total(500), Some(Amount::from_minor_units(18_000)));
        assert_eq!(ladder.total(5), None);
        assert_eq!((ladder.first().from, ladder.last().from), (100, 500));
    }

    proptest! {
        #[test]
        fn a_ladder_is_read_as_it_is_written(
            quantities in proptest::collection::btree_set(1u32.., 1..=8),
            mut prices in proptest::collection::vec(1..=Price::HIGHEST.ten_thousandths(), 8),
        ) {
            prices.sort_unstable_by(|left, right| right.cmp(left));
            let breaks = quantities.into_iter().zip(prices).map(|(from, price)| PriceBreak {
                from,
                price: Price::from_ten_thousandths(price),
            });
            let ladder = PriceLadder::new(breaks.collect()).unwrap();
            prop_assert_eq!(ladder.to_string().parse(), Ok(ladder));
        }

        #[test]
        fn any_text_is_read_or_refused(text in "[0-9:;. x]{0,40}") {
            let _ = text.parse::<PriceLadder>();
        }
    }
}
