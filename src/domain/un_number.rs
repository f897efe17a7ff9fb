use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::newtype::written_as_text;

/// UN number: what carriers call a dangerous good, such as UN 1219 for isopropanol.
///
/// United Nations Recommendations on the Transport of Dangerous Goods, Model Regulations, chapter 3.2: four digits.
/// Written `1219`, `UN1219` or `UN 1219`, shown as the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct UnNumber(u16);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not four digits from 0004 to 3999")]
pub struct ParseUnNumberError;

impl FromStr for UnNumber {
    type Err = ParseUnNumberError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let digits = text.strip_prefix("UN").unwrap_or(text);
        let digits = digits.strip_prefix(' ').unwrap_or(digits);
        if digits.len() != 4 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(ParseUnNumberError);
        }
        // The list begins with ammonium picrate, UN 0004; numbers from 4000 on have not been assigned.
        match digits.parse() {
            Ok(number @ 4..4000) => Ok(Self(number)),
            _ => Err(ParseUnNumberError),
        }
    }
}

impl fmt::Display for UnNumber {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "UN {:04}", self.0)
    }
}

written_as_text!(UnNumber, ParseUnNumberError);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_digits_with_or_without_un() {
        let check = |text: &str, expected: Result<&str, ParseUnNumberError>| {
            let shown = text.parse::<UnNumber>().map(|number| number.to_string());
            assert_eq!(
                shown.as_deref().map_err(|error| *error),
                expected,
                "{text:?}"
            );
        };
        check("1219", Ok("UN 1219"));
        check("UN1219", Ok("UN 1219"));
        check("UN 1219", Ok("UN 1219"));
        check("0004", Ok("UN 0004"));
        for wrong in [
            "",
            "UN",
            "0003",
            "4000",
            "121",
            "12190",
            "UN  1219",
            "un1219",
            "１２１９",
        ] {
            check(wrong, Err(ParseUnNumberError));
        }
    }

    #[test]
    fn all_numbers_are_read_as_they_are_shown() {
        for number in 4..4000 {
            assert_eq!(UnNumber(number).to_string().parse(), Ok(UnNumber(number)));
        }
    }
}
