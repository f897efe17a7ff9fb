use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Mul};
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::decimal::fixed;
use crate::newtype::written_as_text;

/// What prices are quoted in. ISO 4217; all of these have two decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Currency {
    Sgd,
    Cny,
    Usd,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not SGD, CNY or USD")]
pub struct ParseCurrencyError;

/// What one unit costs, in ten-thousandths of the currency unit: a washer may cost SGD 0.0085.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Price(i64);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ParsePriceError {
    #[error("not a plain decimal with at most four decimals")]
    Form,
    #[error("more than ten million")]
    TooHigh,
}

/// A sum of money in minor units: cents, or fen.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Amount(i64);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not a plain sum with at most two decimals")]
pub struct ParseAmountError;

impl Currency {
    pub const ALL: [Self; 3] = [Self::Sgd, Self::Cny, Self::Usd];

    /// ISO 4217, three letters.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Sgd => "SGD",
            Self::Cny => "CNY",
            Self::Usd => "USD",
        }
    }
}

impl Price {
    /// The highest price that is parsed, so that no quantity can make an amount overflow: ten million.
    pub const HIGHEST: Self = Self(100_000_000_000);

    #[must_use]
    pub const fn from_ten_thousandths(value: i64) -> Self {
        Self(value)
    }

    #[must_use]
    pub const fn ten_thousandths(self) -> i64 {
        self.0
    }
}

impl Amount {
    #[must_use]
    pub const fn from_minor_units(value: i64) -> Self {
        Self(value)
    }

    /// The highest that is read: a hair below a trillion.
    pub const HIGHEST: Self = Self(99_999_999_999_999);

    #[must_use]
    pub const fn minor_units(self) -> i64 {
        self.0
    }
}

/// The quotient rounded to the nearest whole number, a half away from zero, as invoices are rounded; at the ends of
/// `i64` if it does not fit.
pub(crate) fn divide_half_up(numerator: i128, denominator: i128) -> i64 {
    let half = denominator / 2;
    let rounded = if numerator < 0 {
        (numerator - half) / denominator
    } else {
        (numerator + half) / denominator
    };
    i64::try_from(rounded).unwrap_or(if rounded < 0 { i64::MIN } else { i64::MAX })
}

/// The whole line is rounded once, half up: three at 0.3350 cost 1.01, not three times 0.34.
///
/// ```
/// use domain::{Amount, Price};
/// let price: Price = "0.3350".parse()?;
/// assert_eq!(price * 3, Amount::from_minor_units(101));
/// # Ok::<(), domain::ParsePriceError>(())
/// ```
impl Mul<u32> for Price {
    type Output = Amount;

    fn mul(self, quantity: u32) -> Amount {
        Amount(divide_half_up(
            i128::from(self.0) * i128::from(quantity),
            100,
        ))
    }
}

impl Add for Amount {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sum for Amount {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::default(), Add::add)
    }
}

impl FromStr for Currency {
    type Err = ParseCurrencyError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|currency| currency.code() == text)
            .ok_or(ParseCurrencyError)
    }
}

impl FromStr for Price {
    type Err = ParsePriceError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let value = fixed(text, 4).ok_or(ParsePriceError::Form)?;
        let price = Self(i64::try_from(value).map_err(|_| ParsePriceError::TooHigh)?);
        if Self::HIGHEST < price {
            return Err(ParsePriceError::TooHigh);
        }
        Ok(price)
    }
}

/// Two decimals at most, and no sign: sums that people type.
impl FromStr for Amount {
    type Err = ParseAmountError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let value = fixed(text, 2).ok_or(ParseAmountError)?;
        let value = i64::try_from(value).map_err(|_| ParseAmountError)?;
        let is_one = value <= Self::HIGHEST.0;
        is_one.then_some(Self(value)).ok_or(ParseAmountError)
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(self.code())
    }
}

/// Two decimals, or as many as there are: `0.42`, `0.425`, `12.00`.
impl fmt::Display for Price {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let value = self.0.unsigned_abs();
        let fraction = format!("{:04}", value % 10_000);
        let (cents, rest) = fraction.split_at(2);
        write!(
            out,
            "{sign}{}.{cents}{}",
            value / 10_000,
            rest.trim_end_matches('0')
        )
    }
}

/// Two decimals.
impl fmt::Display for Amount {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let value = self.0.unsigned_abs();
        write!(out, "{sign}{}.{:02}", value / 100, value % 100)
    }
}

written_as_text!(Currency, ParseCurrencyError);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn sums_are_read_strictly() {
        let read = |text: &str| text.parse::<Amount>().map(Amount::minor_units);
        assert_eq!(read("12"), Ok(1_200));
        assert_eq!(read("0.5"), Ok(50));
        assert_eq!(read("999999999999.99"), Ok(99_999_999_999_999));
        for text in ["", "-1", "1.234", "1e3", "1,000", "1000000000000"] {
            assert_eq!(read(text), Err(ParseAmountError), "{text}");
        }
    }

    #[test]
    fn prices_are_read_strictly() {
        let check = |text: &str, expected: Result<i64, ParsePriceError>| {
            assert_eq!(
                text.parse::<Price>().map(Price::ten_thousandths),
                expected,
                "{text:?}"
            );
        };
        check("0.4250", Ok(4_250));
        check("0.42", Ok(4_200));
        check("10000000", Ok(100_000_000_000));
        check("10000000.0001", Err(ParsePriceError::TooHigh));
        check("1844674407370955.1615", Err(ParsePriceError::TooHigh));
        for wrong in [
            "", "0.42501", "-1", "$1", "1,000.00", ".5", "5.", "1e2", "０.５",
        ] {
            check(wrong, Err(ParsePriceError::Form));
        }
    }

    #[test]
    fn a_line_is_rounded_once_half_up() {
        let check = |price: i64, quantity: u32, cents: i64| {
            assert_eq!(
                (Price(price) * quantity).minor_units(),
                cents,
                "{price} x {quantity}"
            );
        };
        check(4_250, 100, 4_250);
        check(3_350, 3, 101);
        check(50, 1, 1);
        check(49, 1, 0);
        check(85, 500, 425);
        check(-50, 1, -1);
        check(Price::HIGHEST.0, u32::MAX, 4_294_967_295_000_000_000);
        check(i64::MAX, u32::MAX, i64::MAX);
        check(i64::MIN, u32::MAX, i64::MIN);
    }

    #[test]
    fn money_is_shown_with_two_decimals_or_more() {
        let check = |price: i64, shown: &str| assert_eq!(Price(price).to_string(), shown);
        check(4_200, "0.42");
        check(4_250, "0.425");
        check(120_000, "12.00");
        check(85, "0.0085");
        check(-4_200, "-0.42");
        assert_eq!(Amount(105).to_string(), "1.05");
        assert_eq!(Amount(-5).to_string(), "-0.05");
        assert_eq!(
            [Amount(1), Amount(2)].into_iter().sum::<Amount>(),
            Amount(3)
        );
    }

    #[test]
    fn only_three_currencies_are_known() {
        for currency in Currency::ALL {
            assert_eq!(currency.code().parse(), Ok(currency));
        }
        assert_eq!("sgd".parse::<Currency>(), Err(ParseCurrencyError));
        assert_eq!("EUR".parse::<Currency>(), Err(ParseCurrencyError));
    }

    proptest! {
        #[test]
        fn a_price_is_read_as_it_is_shown(value in 0..=Price::HIGHEST.0) {
            prop_assert_eq!(Price(value).to_string().parse(), Ok(Price(value)));
        }

        #[test]
        fn rounding_is_off_by_at_most_half_a_cent(price in 0..=Price::HIGHEST.0, quantity: u32) {
            let exact = i128::from(price) * i128::from(quantity);
            let rounded = i128::from((Price(price) * quantity).0) * 100;
            prop_assert!((exact - rounded).abs() <= 50);
        }
    }
}
