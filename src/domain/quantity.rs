use std::fmt;
use std::ops::Mul;
use std::str::FromStr;

use rust_decimal::{Decimal, RoundingStrategy, prelude::ToPrimitive};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::decimal::fixed;
use crate::{Amount, Price};

/// How much of something: above zero, at most a hundred million, in ten-thousandths of its unit, as 2.5 kg.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub struct Quantity(i64);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ParseQuantityError {
    #[error("not a plain decimal with at most four decimals")]
    Form,
    #[error("not above zero, or more than a hundred million")]
    Range,
}

impl Quantity {
    /// The largest that is taken.
    pub const MOST: Self = Self(1_000_000_000_000);

    #[must_use]
    pub const fn ten_thousandths(self) -> i64 {
        self.0
    }
}

impl TryFrom<i64> for Quantity {
    type Error = ParseQuantityError;

    fn try_from(ten_thousandths: i64) -> Result<Self, Self::Error> {
        let is_one = (1..=Self::MOST.0).contains(&ten_thousandths);
        is_one
            .then_some(Self(ten_thousandths))
            .ok_or(ParseQuantityError::Range)
    }
}

impl From<Quantity> for i64 {
    fn from(quantity: Quantity) -> Self {
        quantity.0
    }
}

impl FromStr for Quantity {
    type Err = ParseQuantityError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let value = fixed(text, 4).ok_or(ParseQuantityError::Form)?;
        let value = i64::try_from(value).map_err(|_| ParseQuantityError::Range)?;
        Self::try_from(value)
    }
}

/// No more decimals than there are: `5000`, `2.5`.
impl fmt::Display for Quantity {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", Decimal::new(self.0, 4).normalize())
    }
}

/// The whole line is rounded once, half up, as invoices are.
///
/// ```
/// use domain::{Amount, Price, Quantity};
/// let (price, quantity): (Price, Quantity) = ("0.3350".parse()?, "2.5".parse()?);
/// assert_eq!(price * quantity, Amount::from_minor_units(84));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
impl Mul<Quantity> for Price {
    type Output = Amount;

    fn mul(self, quantity: Quantity) -> Amount {
        // At most 10^19 * 10^12, which 96 bits do not hold for a price that was never parsed.
        let exact =
            Decimal::new(self.ten_thousandths(), 4).checked_mul(Decimal::new(quantity.0, 4));
        let cents = exact.and_then(|exact| {
            let rounded = exact.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
            rounded.checked_mul(Decimal::ONE_HUNDRED)?.to_i64()
        });
        let end = if self.ten_thousandths() < 0 {
            i64::MIN
        } else {
            i64::MAX
        };
        Amount::from_minor_units(cents.unwrap_or(end))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn quantities_are_read_strictly_and_shown_shortly() {
        let check = |text: &str, expected: Result<&str, ParseQuantityError>| {
            let shown = text.parse::<Quantity>().map(|one| one.to_string());
            assert_eq!(shown, expected.map(str::to_owned), "{text:?}");
        };
        check("5000", Ok("5000"));
        check("2.50", Ok("2.5"));
        check("0.0001", Ok("0.0001"));
        check("100000000", Ok("100000000"));
        check("100000000.0001", Err(ParseQuantityError::Range));
        check("0", Err(ParseQuantityError::Range));
        check("18446744073709551615", Err(ParseQuantityError::Form));
        for wrong in ["", "-1", "1e3", "0.00001", "1,000", "many"] {
            check(wrong, Err(ParseQuantityError::Form));
        }
    }

    #[test]
    fn what_does_not_fit_is_at_the_end() {
        let most = Price::from_ten_thousandths(i64::MAX) * Quantity::MOST;
        assert_eq!(most.minor_units(), i64::MAX);
        let least = Price::from_ten_thousandths(i64::MIN) * Quantity::MOST;
        assert_eq!(least.minor_units(), i64::MIN);
        let highest = Price::HIGHEST * Quantity::MOST;
        assert_eq!(highest.minor_units(), 100_000_000_000_000_000);
    }

    proptest! {
        #[test]
        fn a_line_is_off_by_at_most_half_a_cent(price in 0..=Price::HIGHEST.ten_thousandths(), quantity in 1..=Quantity::MOST.0) {
            let amount = Price::from_ten_thousandths(price) * Quantity(quantity);
            let exact = i128::from(price) * i128::from(quantity);
            prop_assert!((exact - i128::from(amount.minor_units()) * 1_000_000).abs() <= 500_000);
        }

        #[test]
        fn whole_quantities_cost_what_they_always_did(price in 0..=Price::HIGHEST.ten_thousandths(), quantity in 1..=100_000_000u32) {
            let price = Price::from_ten_thousandths(price);
            let same = Quantity(i64::from(quantity) * 10_000);
            prop_assert_eq!(price * same, price * quantity);
            prop_assert_eq!(same.to_string().parse(), Ok(same));
        }
    }
}
