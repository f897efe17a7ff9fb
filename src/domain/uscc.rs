use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::newtype::written_as_text;

/// Unified Social Credit Code (USCC): how mainland China names every business and other organization, with its check
/// character right.
///
/// GB 32100-2015: one character for who registers, one for what kind it is, six digits for the region (GB/T 2260), nine
/// characters of organization code (GB 11714), one check character. I, O, S, V and Z are not used.
///
/// ```
/// assert!("91350100M000100Y43".parse::<domain::Uscc>().is_ok());
/// assert!("91350100M000100Y4Z".parse::<domain::Uscc>().is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Uscc(String);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ParseUsccError {
    #[error("not 18 digits and capitals of the code's alphabet")]
    Form,
    #[error("the check character is wrong")]
    CheckCharacter,
}

/// In the order of their values, GB 32100-2015, table 2.
const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
/// Powers of 3 modulo 31, GB 32100-2015, table 1.
const WEIGHTS: [usize; 17] = [
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28,
];
/// GB 11714-1997, for the first eight characters of an organization code.
const ORGANIZATION_WEIGHTS: [usize; 8] = [3, 7, 9, 10, 5, 8, 4, 2];

impl Uscc {
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Where it was registered: six digits of GB/T 2260.
    #[must_use]
    pub fn region(&self) -> &str {
        &self.0[2..8]
    }

    /// The nine characters of organization code, the last of which is a check character of its own.
    #[must_use]
    pub fn organization(&self) -> &str {
        &self.0[8..17]
    }

    /// Whether the organization code's own check character is right (GB 11714-1997, modulus 11).
    ///
    /// A code that fails this was still registered now and then, when old registers were taken over: a reason to look at
    /// the licence again, not to refuse it.
    #[must_use]
    pub fn has_right_organization(&self) -> bool {
        let (body, check) = self.organization().as_bytes().split_at(8);
        // Letters count from A = 10 with none left out, other than in the code around them.
        let value = |byte: &u8| {
            usize::from(
                byte - if byte.is_ascii_digit() {
                    b'0'
                } else {
                    b'A' - 10
                },
            )
        };
        let sum: usize = body
            .iter()
            .map(value)
            .zip(ORGANIZATION_WEIGHTS)
            .map(|(value, weight)| value * weight)
            .sum();
        check == [b"0X987654321"[sum % 11]]
    }
}

/// The check character that belongs to the 17 before it, or nothing if those cannot stand in a code.
fn check_character(body: &[u8]) -> Option<u8> {
    let region_is_digits = body.get(2..8)?.iter().all(u8::is_ascii_digit);
    let sum = body
        .iter()
        .zip(WEIGHTS)
        .try_fold(0, |sum, (byte, weight)| {
            let value = ALPHABET.iter().position(|letter| letter == byte)?;
            Some(sum + value * weight)
        })?;
    region_is_digits.then(|| ALPHABET[(31 - sum % 31) % 31])
}

/// Lower case is taken as upper case.
impl FromStr for Uscc {
    type Err = ParseUsccError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.to_ascii_uppercase();
        let Some((last, body)) = text
            .as_bytes()
            .split_last()
            .filter(|(_, body)| body.len() == 17)
        else {
            return Err(ParseUsccError::Form);
        };
        let expected = check_character(body).ok_or(ParseUsccError::Form)?;
        // A letter that the alphabet leaves out is a misprint like any other wrong one.
        if !last.is_ascii_alphanumeric() {
            return Err(ParseUsccError::Form);
        }
        if *last != expected {
            return Err(ParseUsccError::CheckCharacter);
        }
        Ok(Self(text))
    }
}

impl fmt::Display for Uscc {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

written_as_text!(Uscc, ParseUsccError);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Result<bool, ParseUsccError>) {
        let found = text
            .parse::<Uscc>()
            .map(|code| code.has_right_organization());
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn check_characters_of_published_codes_are_right() {
        // The example printed with the standard's explanation: the sum is 1640, the character 3.
        check("91350100M000100Y43", Ok(true));
        check("91110000600037341L", Ok(true));
        check("91512081MA62K0260E", Ok(true));
        check("91512081ma62k0260e", Ok(true));
    }

    #[test]
    fn wrong_codes_that_many_pages_show_as_right_are_refused() {
        check("91350100M000100Y4Z", Err(ParseUsccError::CheckCharacter));
        check("91310115MA1G4L1WXK", Err(ParseUsccError::CheckCharacter));
        check("91310115MA1G4L1WX7", Ok(false));
    }

    #[test]
    fn other_texts_are_no_codes() {
        for wrong in [
            "",
            "9135",
            "91350100M000100Y4",
            "91350100M000100Y433",
            "91350100M00010OY43",
            "9135A100M000100Y43",
            "91350100M000100Y4 ",
            "９1350100M000100Y43",
        ] {
            check(wrong, Err(ParseUsccError::Form));
        }
    }

    #[test]
    fn parts_are_where_the_standard_puts_them() {
        let code: Uscc = "91350100M000100Y43".parse().unwrap();
        assert_eq!(
            (code.region(), code.organization()),
            ("350100", "M000100Y4")
        );
        // Village cooperatives and others are registered under letters.
        assert_eq!(
            check_character(b"N2440000MF0000000").map(char::from),
            Some('U')
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,20}|[0-9A-Z]{18}") {
            let _ = text.parse::<Uscc>();
        }
    }
}
