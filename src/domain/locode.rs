use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::newtype::written_as_text;

/// A place of trade: UN/LOCODE (UN/ECE Recommendation 16), two letters of the country and three of the place, of which
/// the digits 0 and 1 are never part. That there is such a place is not checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Locode([u8; 5]);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not five characters of a UN/LOCODE")]
pub struct ParseLocodeError;

impl Locode {
    #[must_use]
    pub fn as_str(&self) -> &str {
        str::from_utf8(&self.0).expect("parsed from ASCII")
    }
}

impl FromStr for Locode {
    type Err = ParseLocodeError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let bytes: [u8; 5] = text.as_bytes().try_into().map_err(|_| ParseLocodeError)?;
        let is_place = |byte: &u8| byte.is_ascii_uppercase() || (b'2'..=b'9').contains(byte);
        let is_code =
            bytes[..2].iter().all(u8::is_ascii_uppercase) && bytes[2..].iter().all(is_place);
        is_code.then_some(Self(bytes)).ok_or(ParseLocodeError)
    }
}

impl fmt::Display for Locode {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(self.as_str())
    }
}

written_as_text!(Locode, ParseLocodeError);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_has_the_form_is_read() {
        for code in ["CNSZX", "SGSIN", "US2DE"] {
            assert_eq!(code.parse::<Locode>().unwrap().to_string(), code);
        }
        for wrong in ["", "CNSZ", "CNSZXX", "cnszx", "1NSZX", "CNS0X", "深圳"] {
            assert_eq!(wrong.parse::<Locode>(), Err(ParseLocodeError), "{wrong}");
        }
    }
}
