use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::{Date, ParseDateError};

/// What a third party says of a product or company, until a day.
///
/// Written `kind|number|issuer|valid_until`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    /// Such as `ISO 9001` or `EN 388`.
    pub kind: String,
    pub number: String,
    pub issuer: String,
    /// The last day on which it counts.
    pub valid_until: Date,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ParseCertificateError {
    #[error("not of the form kind|number|issuer|valid_until")]
    Form,
    #[error("a part is blank")]
    Blank,
    #[error("a part is longer than a hundred characters")]
    TooLong,
    #[error("the last valid day: {0}")]
    Date(#[from] ParseDateError),
}

impl Certificate {
    #[must_use]
    pub fn is_valid_on(&self, day: Date) -> bool {
        day <= self.valid_until
    }
}

impl FromStr for Certificate {
    type Err = ParseCertificateError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut parts = text.split('|').map(str::trim);
        let mut next = || parts.next().ok_or(ParseCertificateError::Form);
        let words = [next()?, next()?, next()?];
        let valid_until = next()?;
        if parts.next().is_some() {
            return Err(ParseCertificateError::Form);
        }
        if words.iter().any(|word| word.is_empty()) {
            return Err(ParseCertificateError::Blank);
        }
        if words.iter().any(|word| 100 < word.chars().count()) {
            return Err(ParseCertificateError::TooLong);
        }
        let valid_until = valid_until.parse()?;
        let [kind, number, issuer] = words.map(str::to_owned);
        Ok(Self {
            kind,
            number,
            issuer,
            valid_until,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_certificate_has_four_parts() {
        let check = |text: &str, expected: Result<(&str, &str), ParseCertificateError>| {
            let parsed = text.parse::<Certificate>();
            let parts = parsed
                .as_ref()
                .map(|have| (have.kind.as_str(), have.issuer.as_str()));
            assert_eq!(parts.map_err(|error| *error), expected, "{text:?}");
        };
        check(
            "ISO 9001|DEMO-1|Straits Assurance (demo)|2027-03-31",
            Ok(("ISO 9001", "Straits Assurance (demo)")),
        );
        check(" CE | DEMO-2 | X | 2027-03-31 ", Ok(("CE", "X")));
        check("CE|1|X", Err(ParseCertificateError::Form));
        check("CE|1|X|2027-03-31|", Err(ParseCertificateError::Form));
        check("CE||X|2027-03-31", Err(ParseCertificateError::Blank));
        check(
            "CE|1|X|2027-02-29",
            Err(ParseCertificateError::Date(ParseDateError::NoSuchDay)),
        );
        check(
            &format!("CE|{}|X|2027-03-31", "1".repeat(101)),
            Err(ParseCertificateError::TooLong),
        );
    }

    #[test]
    fn the_last_day_still_counts() {
        let certificate: Certificate = "CE|1|X|2027-03-31".parse().unwrap();
        assert!(certificate.is_valid_on("2027-03-31".parse().unwrap()));
        assert!(!certificate.is_valid_on("2027-04-01".parse().unwrap()));
    }
}
