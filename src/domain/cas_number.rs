use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::newtype::written_as_text;

/// CAS Registry Number: how chemists name a substance, such as `67-63-0` for isopropyl alcohol.
///
/// Chemical Abstracts Service, "Check Digit Verification of CAS Registry Numbers": two to seven digits, two digits, and
/// a check digit, with hyphens between.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CasNumber(u64);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ParseCasNumberError {
    #[error("not of the form 67-63-0")]
    Form,
    #[error("the check digit is wrong")]
    CheckDigit,
}

/// Each digit times its place, counted from the right.
fn check_digit(mut body: u64) -> u64 {
    let mut sum = 0;
    let mut place = 1;
    while body != 0 {
        sum += body % 10 * place;
        body /= 10;
        place += 1;
    }
    sum % 10
}

impl FromStr for CasNumber {
    type Err = ParseCasNumberError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (rest, check) = text.rsplit_once('-').ok_or(ParseCasNumberError::Form)?;
        let (head, middle) = rest.split_once('-').ok_or(ParseCasNumberError::Form)?;
        let number = |part: &str| {
            part.bytes().try_fold(0, |value, byte| {
                byte.is_ascii_digit()
                    .then(|| value * 10 + u64::from(byte - b'0'))
            })
        };
        let is_form = (2..=7).contains(&head.len())
            && !head.starts_with('0')
            && middle.len() == 2
            && check.len() == 1;
        if !is_form {
            return Err(ParseCasNumberError::Form);
        }
        match (number(head), number(middle), number(check)) {
            (Some(head), Some(middle), Some(check)) => {
                let body = head * 100 + middle;
                if check != check_digit(body) {
                    return Err(ParseCasNumberError::CheckDigit);
                }
                Ok(Self(body * 10 + check))
            }
            _ => Err(ParseCasNumberError::Form),
        }
    }
}

impl fmt::Display for CasNumber {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            out,
            "{}-{:02}-{}",
            self.0 / 1000,
            self.0 / 10 % 100,
            self.0 % 10
        )
    }
}

written_as_text!(CasNumber, ParseCasNumberError);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn check_digits_are_computed() {
        let check = |text: &str, expected: Result<&str, ParseCasNumberError>| {
            let shown = text.parse::<CasNumber>().map(|number| number.to_string());
            assert_eq!(
                shown.as_deref().map_err(|error| *error),
                expected,
                "{text:?}"
            );
        };
        for right in [
            "67-63-0",
            "7732-18-5",
            "64-17-5",
            "67-64-1",
            "1310-73-2",
            "7664-93-9",
            "50-00-0",
        ] {
            check(right, Ok(right));
        }
        check("67-63-1", Err(ParseCasNumberError::CheckDigit));
        check("76-63-0", Err(ParseCasNumberError::CheckDigit));
        for wrong in [
            "",
            "67630",
            "6-63-0",
            "67-6-30",
            "67-63-00",
            "067-63-0",
            "12345678-12-1",
            "6７-63-0",
            "67--0",
            "-67-63-0",
        ] {
            check(wrong, Err(ParseCasNumberError::Form));
        }
    }

    proptest! {
        #[test]
        fn a_number_is_read_as_it_is_shown(body in 1_000u64..1_000_000_000) {
            let number = CasNumber(body * 10 + check_digit(body));
            prop_assert_eq!(number.to_string().parse(), Ok(number));
        }

        #[test]
        fn any_text_is_read_or_refused(text in "[0-9\\-]{0,14}") {
            let _ = text.parse::<CasNumber>();
        }
    }
}
