use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::{Bic, newtype::written_as_text};

/// Where a buyer pays to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payee {
    /// In whose name the account is.
    pub holder: String,
    /// As it calls itself.
    pub bank: String,
    pub bic: Bic,
    pub account: BankAccount,
}

/// The number of an account at a bank: 4 to 34 letters and digits, as long as an IBAN (ISO 13616) may be. Neither
/// Singapore nor mainland China has a check digit that all banks share.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct BankAccount(String);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not 4 to 34 letters and digits of an account")]
pub struct ParseBankAccountError;

impl BankAccount {
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Blanks and hyphens are for the eye.
impl FromStr for BankAccount {
    type Err = ParseBankAccountError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let digits: String = text.chars().filter(|c| !matches!(c, ' ' | '-')).collect();
        let digits = digits.to_ascii_uppercase();
        let is_one = (4..=34).contains(&digits.len())
            && digits.bytes().all(|byte| byte.is_ascii_alphanumeric());
        is_one.then_some(Self(digits)).ok_or(ParseBankAccountError)
    }
}

impl fmt::Display for BankAccount {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

written_as_text!(BankAccount, ParseBankAccountError);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_for_the_eye_is_left_out() {
        let number: BankAccount = "072-123456-7".parse().unwrap();
        assert_eq!(number.as_str(), "0721234567");
        assert_eq!("0721234567".parse(), Ok(number));
    }

    #[test]
    fn what_is_no_account_is_refused() {
        let long = "1".repeat(35);
        for text in ["", "123", "12 3-", "12.34", "账号1234", &long] {
            assert_eq!(
                text.parse::<BankAccount>(),
                Err(ParseBankAccountError),
                "{text}"
            );
        }
    }
}
