use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::{ParseUenError, ParseUsccError, Uen, Uscc, newtype::written_as_text};

/// The number that a company is registered under: a UEN in Singapore, a USCC in mainland China.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum CompanyNumber {
    Uen(Uen),
    Uscc(Uscc),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ParseCompanyNumberError {
    #[error("as a UEN: {0}")]
    Uen(#[from] ParseUenError),
    #[error("as a USCC: {0}")]
    Uscc(#[from] ParseUsccError),
}

impl CompanyNumber {
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Uen(uen) => uen.as_str(),
            Self::Uscc(uscc) => uscc.as_str(),
        }
    }
}

/// The two are told apart by their length: 18 characters and more are meant to be a USCC.
impl FromStr for CompanyNumber {
    type Err = ParseCompanyNumberError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        // Halfway between the two: whoever leaves out or doubles a few characters is told about the right kind.
        if text.len() < 14 {
            return Ok(Self::Uen(text.parse()?));
        }
        Ok(Self::Uscc(text.parse()?))
    }
}

impl fmt::Display for CompanyNumber {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

written_as_text!(CompanyNumber, ParseCompanyNumberError);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_kinds_are_told_apart() {
        let uen: CompanyNumber = "202630832C".parse().unwrap();
        let uscc: CompanyNumber = "91350100M000100Y43".parse().unwrap();
        assert!(matches!(
            (&uen, &uscc),
            (CompanyNumber::Uen(_), CompanyNumber::Uscc(_))
        ));
        assert_eq!(
            (uen.to_string(), uscc.to_string()),
            ("202630832C".to_owned(), "91350100M000100Y43".to_owned())
        );
        let wrong = |text: &str| text.parse::<CompanyNumber>().unwrap_err();
        assert_eq!(wrong(""), ParseCompanyNumberError::Uen(ParseUenError::Form));
        assert_eq!(
            wrong("202630832D"),
            ParseCompanyNumberError::Uen(ParseUenError::CheckLetter)
        );
        assert_eq!(
            wrong("91350100M000100Y4"),
            ParseCompanyNumberError::Uscc(ParseUsccError::Form)
        );
    }
}
