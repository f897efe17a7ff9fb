use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::decimal::fixed;
use crate::newtype::written_as_text;

/// A gross weight above zero, to the milligram: a small washer weighs 0.3 g.
///
/// Written in kilograms with at most six decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Weight(u64);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ParseWeightError {
    #[error("not a plain decimal of kilograms with at most six decimals")]
    Form,
    #[error("not above zero")]
    Zero,
    #[error("more than a hundred tonnes")]
    TooHeavy,
}

/// 100 t. Keeps the weight of any quantity inside 64 bits.
const HEAVIEST: u64 = 100_000_000_000;

impl Weight {
    /// Nothing unless above zero and at most a hundred tonnes.
    #[must_use]
    pub fn from_milligrams(value: u64) -> Option<Self> {
        (1..=HEAVIEST).contains(&value).then_some(Self(value))
    }

    #[must_use]
    pub fn milligrams(self) -> u64 {
        self.0
    }

    #[must_use]
    #[expect(
        clippy::cast_precision_loss,
        reason = "a hundred tonnes in milligrams fit in 53 bits"
    )]
    pub fn grams(self) -> f64 {
        self.0 as f64 / 1000.0
    }
}

impl FromStr for Weight {
    type Err = ParseWeightError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match fixed(text, 6).ok_or(ParseWeightError::Form)? {
            0 => Err(ParseWeightError::Zero),
            value => Self::from_milligrams(value).ok_or(ParseWeightError::TooHeavy),
        }
    }
}

/// In kilograms.
impl fmt::Display for Weight {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = format!("{}.{:06}", self.0 / 1_000_000, self.0 % 1_000_000);
        out.write_str(text.trim_end_matches('0').trim_end_matches('.'))
    }
}

written_as_text!(Weight, ParseWeightError);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn weights_are_kilograms_above_zero() {
        let check = |text: &str, expected: Result<u64, ParseWeightError>| {
            assert_eq!(
                text.parse::<Weight>().map(Weight::milligrams),
                expected,
                "{text:?}"
            );
        };
        check("0.0003", Ok(300));
        check("12.5", Ok(12_500_000));
        check("0", Err(ParseWeightError::Zero));
        check("0.0000001", Err(ParseWeightError::Form));
        check("5 kg", Err(ParseWeightError::Form));
        check("100000", Ok(HEAVIEST));
        check("100000.000001", Err(ParseWeightError::TooHeavy));
        assert_eq!("0.0003".parse::<Weight>().unwrap().grams(), 0.3);
    }

    proptest! {
        #[test]
        fn a_weight_is_read_as_it_is_shown(milligrams in 1..=HEAVIEST) {
            prop_assert_eq!(Weight(milligrams).to_string().parse(), Ok(Weight(milligrams)));
        }
    }
}
