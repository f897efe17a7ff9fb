use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::newtype::written_as_text;

/// Who a bank is in a payment: BIC (ISO 9362:2022), four characters of the bank, two letters of the country, two
/// characters of the place, and three of the branch, which may be left out. That there is such a bank is not checked.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Bic(String);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not 8 or 11 characters of a BIC")]
pub struct ParseBicError;

impl Bic {
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Small letters and blanks are taken, since people type them.
impl FromStr for Bic {
    type Err = ParseBicError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text: String = text.chars().filter(|c| *c != ' ').collect();
        let text = text.to_ascii_uppercase();
        let bytes = text.as_bytes();
        let is_long = matches!(bytes.len(), 8 | 11);
        let is_one = is_long
            && bytes.iter().all(u8::is_ascii_alphanumeric)
            && bytes[..4].iter().all(u8::is_ascii_uppercase)
            && bytes[4..6].iter().all(u8::is_ascii_uppercase);
        is_one.then_some(Self(text)).ok_or(ParseBicError)
    }
}

impl fmt::Display for Bic {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

written_as_text!(Bic, ParseBicError);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eight_or_eleven_characters() {
        for text in ["DBSSSGSG", "OCBCSGSG", "BKCHCNBJ300", "dbss sg sg"] {
            assert!(text.parse::<Bic>().is_ok(), "{text}");
        }
        assert_eq!("dbsssgsg".parse::<Bic>().unwrap().as_str(), "DBSSSGSG");
        for text in [
            "",
            "DBSSSG",
            "DBSSSGSGX",
            "DB1SSGSG",
            "DBSS1GSG",
            "DBSSSGS-",
            "星展银行银行",
        ] {
            assert_eq!(text.parse::<Bic>(), Err(ParseBicError), "{text}");
        }
    }
}
