use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::newtype::written_as_text;

/// Global Trade Item Number (GTIN): the number under a bar code, 8, 12, 13 or 14 digits with the check digit right.
///
/// GS1 General Specifications, section 7.9.1, "Standard check digit calculations".
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Gtin(String);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ParseGtinError {
    #[error("not 8, 12, 13 or 14 digits")]
    Form,
    #[error("the check digit is wrong")]
    CheckDigit,
}

impl Gtin {
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the number is for use inside one company only: GS1 prefixes 200 to 299 of a GTIN-13. Another company may
    /// use the same number for something else.
    #[must_use]
    pub fn is_restricted(&self) -> bool {
        self.0.len() == 13 && self.0.starts_with('2')
    }
}

/// Weights 3 and 1 in turn, from the right.
fn check_digit(body: &[u8]) -> u32 {
    let weights = [3, 1].into_iter().cycle();
    let sum: u32 = body
        .iter()
        .rev()
        .zip(weights)
        .map(|(digit, weight)| u32::from(digit - b'0') * weight)
        .sum();
    (10 - sum % 10) % 10
}

impl FromStr for Gtin {
    type Err = ParseGtinError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let bytes = text.as_bytes();
        match bytes.split_last() {
            Some((last, body))
                if matches!(bytes.len(), 8 | 12 | 13 | 14)
                    && bytes.iter().all(u8::is_ascii_digit) =>
            {
                if u32::from(last - b'0') != check_digit(body) {
                    return Err(ParseGtinError::CheckDigit);
                }
                Ok(Self(text.to_owned()))
            }
            _ => Err(ParseGtinError::Form),
        }
    }
}

impl fmt::Display for Gtin {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

written_as_text!(Gtin, ParseGtinError);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn check_digits_are_computed_for_all_lengths() {
        let check = |text: &str, expected: Result<bool, ParseGtinError>| {
            assert_eq!(
                text.parse::<Gtin>().map(|gtin| gtin.is_restricted()),
                expected,
                "{text:?}"
            );
        };
        check("6291041500213", Ok(false)); // the worked example of GS1
        check("96385074", Ok(false));
        check("036000291452", Ok(false));
        check("10614141000415", Ok(false));
        check("2000000000008", Ok(true));
        check("6291041500214", Err(ParseGtinError::CheckDigit));
        for wrong in [
            "",
            "629104150021",
            "62910415002",
            "629104150021X",
            "629104150021 ",
            "６２９１０４１５",
        ] {
            assert!(wrong.parse::<Gtin>().is_err(), "{wrong:?}");
        }
        check("629104150021X", Err(ParseGtinError::Form));
    }

    proptest! {
        #[test]
        fn one_wrong_digit_is_always_found(body in "[0-9]{13}|[0-9]{12}|[0-9]{11}|[0-9]{7}", at in 0usize..7, by in 1u8..10) {
            let right = format!("{body}{}", check_digit(body.as_bytes()));
            prop_assert!(right.parse::<Gtin>().is_ok());
            let mut bytes = right.into_bytes();
            bytes[at] = b'0' + (bytes[at] - b'0' + by) % 10;
            let wrong = String::from_utf8(bytes).unwrap();
            prop_assert_eq!(wrong.parse::<Gtin>(), Err(ParseGtinError::CheckDigit));
        }
    }
}
