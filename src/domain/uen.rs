use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::newtype::written_as_text;

/// Unique Entity Number (UEN): how Singapore names every business and other entity, with its check letter right.
///
/// The three forms are published by UEN.gov.sg, the check letters in the OECD's note on Singapore's tax identification
/// numbers:
/// businesses `nnnnnnnnX`, local companies `yyyynnnnnX`, all others `TyyPQnnnnX`.
///
/// ```
/// assert!("202630832C".parse::<domain::Uen>().is_ok());
/// assert!("202630832D".parse::<domain::Uen>().is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Uen(String);

/// Who has such a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UenKind {
    /// Registered with ACRA as a business: `nnnnnnnnX`.
    Business,
    /// Registered with ACRA as a local company: `yyyynnnnnX`.
    LocalCompany,
    /// Everybody else, such as partnerships and societies: `TyyPQnnnnX`.
    Other,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ParseUenError {
    #[error("none of the three forms of a UEN")]
    Form,
    #[error("the check letter is wrong")]
    CheckLetter,
}

/// Letters and digits in the order of their values in the form for all others; I, O, Y and Z are not used.
const OTHER_ALPHABET: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWX0123456789";

/// Entity types that are in use, from UEN.gov.sg and Singapore's own forms.
const ENTITY_TYPES: &str = "BN LP LL LC FC PF VC RF MQ MM NB CC CS MB FM GS EC DP CP NR CM CD MD HS VH CH MH CL XL CX HC \
    RP TU TC FB FN FS PA PB SS MC SM GA GB";

impl Uen {
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The year it was given in, where the number says: `T26…` is 2026, `S…` 19.., `R…` 18...
    ///
    /// A form without such a year is that of businesses; a year not reached yet is in no register, and fit for examples.
    #[must_use]
    pub fn year(&self) -> Option<u16> {
        let bytes = self.0.as_bytes();
        let number = |digits: &[u8]| {
            digits
                .iter()
                .fold(0, |sum, digit| sum * 10 + u16::from(digit - b'0'))
        };
        match (self.kind(), bytes[0]) {
            (UenKind::Business, _) => None,
            (UenKind::LocalCompany, _) => Some(number(&bytes[..4])),
            (UenKind::Other, b'R') => Some(1800 + number(&bytes[1..3])),
            (UenKind::Other, b'S') => Some(1900 + number(&bytes[1..3])),
            (UenKind::Other, _) => Some(2000 + number(&bytes[1..3])),
        }
    }

    /// The two characters that say what kind of entity it is, in the form for all others.
    #[must_use]
    pub fn entity_type(&self) -> Option<&str> {
        (self.kind() == UenKind::Other).then(|| &self.0[3..5])
    }

    /// Whether the entity type is one of those published so far; new ones are added now and then, as `VC` was for variable
    /// capital companies, so an unknown one is a reason to look and not to refuse.
    #[must_use]
    pub fn has_known_entity_type(&self) -> bool {
        self.entity_type()
            .is_none_or(|kind| ENTITY_TYPES.split(' ').any(|known| known == kind))
    }

    #[must_use]
    pub fn kind(&self) -> UenKind {
        match self.0.as_bytes() {
            [first, ..] if first.is_ascii_alphabetic() => UenKind::Other,
            bytes if bytes.len() == 9 => UenKind::Business,
            _ => UenKind::LocalCompany,
        }
    }
}

/// The check letter that belongs to everything before it, or nothing if that is no form of a UEN.
fn check_letter(body: &[u8]) -> Option<u8> {
    let weighted = |alphabet: &[u8], weights: &[usize]| {
        body.iter().zip(weights).try_fold(0, |sum, (byte, weight)| {
            let value = alphabet.iter().position(|letter| letter == byte)?;
            Some(sum + value * weight)
        })
    };
    let digits = b"0123456789";
    match body {
        [_, _, _, _, _, _, _, _] => {
            let sum = weighted(digits, &[10, 4, 9, 3, 8, 2, 7, 1])?;
            Some(b"XMKECAWLJDB"[sum % 11])
        }
        [b'R' | b'S' | b'T', y1, y2, p, _, n1, n2, n3, n4] => {
            let are_digits = [y1, y2, n1, n2, n3, n4].into_iter().all(u8::is_ascii_digit);
            // The second letter of the entity type may be a digit, as in nothing issued so far but in the alphabet.
            let is_form = are_digits && p.is_ascii_alphabetic();
            let sum = weighted(OTHER_ALPHABET, &[4, 3, 5, 3, 10, 2, 2, 5, 7])?;
            is_form.then(|| OTHER_ALPHABET[(sum + 11 - 5) % 11])
        }
        [_, _, _, _, _, _, _, _, _] => {
            let sum = weighted(digits, &[10, 8, 6, 4, 9, 7, 5, 3, 1])?;
            Some(b"ZKCMDNERGWH"[sum % 11])
        }
        _ => None,
    }
}

/// Lower case is taken as upper case.
impl FromStr for Uen {
    type Err = ParseUenError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.to_ascii_uppercase();
        let (last, body) = text.as_bytes().split_last().ok_or(ParseUenError::Form)?;
        let letter = check_letter(body).ok_or(ParseUenError::Form)?;
        if !last.is_ascii_uppercase() {
            return Err(ParseUenError::Form);
        }
        if *last != letter {
            return Err(ParseUenError::CheckLetter);
        }
        Ok(Self(text))
    }
}

impl fmt::Display for Uen {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

written_as_text!(Uen, ParseUenError);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Result<UenKind, ParseUenError>) {
        assert_eq!(
            text.parse::<Uen>().map(|uen| uen.kind()),
            expected,
            "{text:?}"
        );
    }

    #[test]
    fn check_letters_are_computed_for_all_three_forms() {
        check("00192200M", Ok(UenKind::Business));
        check("197401143C", Ok(UenKind::LocalCompany));
        check("202630832C", Ok(UenKind::LocalCompany));
        check("202630832c", Ok(UenKind::LocalCompany));
        check("S16FC0121D", Ok(UenKind::Other));
        check("T01FC6132D", Ok(UenKind::Other));
        check("T26LL0240A", Ok(UenKind::Other));
        check("00192200N", Err(ParseUenError::CheckLetter));
        check("197401143D", Err(ParseUenError::CheckLetter));
        check("197401134C", Err(ParseUenError::CheckLetter));
        check("T01FC6132C", Err(ParseUenError::CheckLetter));
        for wrong in [
            "",
            "X",
            "1974011430",
            "1974011C",
            "T01IC6132D",
            "U01FC6132D",
            "T0１FC6132D",
            "197401143C ",
        ] {
            check(wrong, Err(ParseUenError::Form));
        }
    }

    #[test]
    fn year_and_entity_type_are_read() {
        let read = |text: &str| {
            let uen: Uen = text.parse().unwrap();
            (
                uen.year(),
                uen.entity_type().map(str::to_owned),
                uen.has_known_entity_type(),
            )
        };
        assert_eq!(read("00192200M"), (None, None, true));
        assert_eq!(read("197401143C"), (Some(1974), None, true));
        assert_eq!(
            read("T26LL0240A"),
            (Some(2026), Some("LL".to_owned()), true)
        );
        assert_eq!(
            read("S16FC0121D"),
            (Some(1916), Some("FC".to_owned()), true)
        );
        let unknown = b"T26QQ0001";
        let letter = char::from(check_letter(unknown).unwrap());
        let text = format!("T26QQ0001{letter}");
        assert_eq!(read(&text), (Some(2026), Some("QQ".to_owned()), false));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn one_wrong_digit_of_a_company_is_always_found(body in "[0-9]{9}", at in 0usize..9, by in 1u8..10) {
            let letter = check_letter(body.as_bytes()).unwrap();
            let mut bytes = body.into_bytes();
            bytes.push(letter);
            let right = String::from_utf8(bytes.clone()).unwrap();
            prop_assert_eq!(right.parse::<Uen>().unwrap().kind(), UenKind::LocalCompany);
            bytes[at] = b'0' + (bytes[at] - b'0' + by) % 10;
            let wrong = String::from_utf8(bytes).unwrap();
            prop_assert_eq!(wrong.parse::<Uen>(), Err(ParseUenError::CheckLetter));
        }

        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,12}") {
            let _ = text.parse::<Uen>();
        }
    }
}
