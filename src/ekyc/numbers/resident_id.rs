use std::{fmt, str::FromStr};

use domain::Date;
use thiserror::Error;

use crate::secret::Secret;

/// Number of a mainland Chinese resident identity card, and of the other cards that are numbered alike, with its check
/// character right, a birth date in the calendar and a region that exists.
///
/// GB 11643-1999: six digits of region (GB/T 2260), eight of birth date, three of sequence of which the last tells the sex,
/// and a check character by ISO 7064 MOD 11-2.
#[derive(Clone, PartialEq, Eq)]
pub struct ResidentId {
    text: Secret,
    born: Date,
}

/// Whose card has such a number, by how the number begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holder {
    /// A citizen, registered in a province.
    Citizen,
    /// A resident of Hong Kong (81), Macau (82) or Taiwan (83) who lives on the mainland.
    Permit,
    /// A foreigner with permanent residence: cards from December 2023 begin with 9 and keep birth date and check character
    /// in the same places (National Immigration Administration).
    Foreigner,
}

/// What the last digit of the sequence says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sex {
    Female,
    Male,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ParseResidentIdError {
    #[error("not 17 digits and a digit or X")]
    Form,
    #[error("the check character is wrong")]
    CheckCharacter,
    #[error("the birth date is no day of the calendar")]
    BirthDate,
    #[error("no province has this number")]
    Region,
}

/// Powers of 2 modulo 11, for the first 17.
const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/// By the remainder of the sum by 11.
const CHECKS: &[u8; 11] = b"10X98765432";
/// Provinces, autonomous regions and municipalities of GB/T 2260, Taiwan among them.
const PROVINCES: [u8; 32] = [
    11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52,
    53, 54, 61, 62, 63, 64, 65, 71,
];

impl ResidentId {
    /// 18 characters.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.text.expose()
    }

    /// The last three of the sequence and the check character, for the owner to recognize the number by.
    ///
    /// No protection: whoever knows county and birth date knows the rest. Those stand in the picture as well.
    #[must_use]
    pub fn last_four(&self) -> &str {
        &self.expose()[14..]
    }

    #[must_use]
    pub fn born(&self) -> Date {
        self.born
    }

    #[must_use]
    pub fn sex(&self) -> Sex {
        match self.expose().as_bytes()[16] % 2 {
            0 => Sex::Female,
            _ => Sex::Male,
        }
    }

    #[must_use]
    pub fn holder(&self) -> Holder {
        match &self.expose()[..2] {
            "81" | "82" | "83" => Holder::Permit,
            begin if begin.starts_with('9') => Holder::Foreigner,
            _ => Holder::Citizen,
        }
    }
}

/// The check character that belongs to 17 digits.
fn check_character(digits: &[u8]) -> u8 {
    let weighted = digits
        .iter()
        .zip(WEIGHTS)
        .map(|(digit, weight)| u32::from(digit - b'0') * weight);
    let remainder = weighted.sum::<u32>() % 11;
    usize::try_from(remainder).map_or(0, |at| CHECKS[at])
}

fn is_region(begin: u8) -> bool {
    PROVINCES.contains(&begin) || matches!(begin, 81..=83 | 90..=99)
}

/// A small `x` is taken as a capital.
impl FromStr for ResidentId {
    type Err = ParseResidentIdError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = Secret::new(text.to_ascii_uppercase());
        let Some((last, body)) = text
            .expose()
            .as_bytes()
            .split_last()
            .filter(|(_, body)| body.len() == 17)
        else {
            return Err(ParseResidentIdError::Form);
        };
        if !body.iter().all(u8::is_ascii_digit) || !(last.is_ascii_digit() || *last == b'X') {
            return Err(ParseResidentIdError::Form);
        }
        if *last != check_character(body) {
            return Err(ParseResidentIdError::CheckCharacter);
        }
        let two = |at: usize| (body[at] - b'0') * 10 + body[at + 1] - b'0';
        if !is_region(two(0)) {
            return Err(ParseResidentIdError::Region);
        }
        let year = u16::from(two(6)) * 100 + u16::from(two(8));
        let born = Date::new(year, two(10), two(12)).ok_or(ParseResidentIdError::BirthDate)?;
        Ok(Self { text, born })
    }
}

impl fmt::Debug for ResidentId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("ResidentId(redacted)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Result<(&str, Sex, Holder), ParseResidentIdError>) {
        let found = text.parse::<ResidentId>();
        let found = found.map(|id| (id.born().to_string(), id.sex(), id.holder()));
        let expected = expected.map(|(born, sex, holder)| (born.to_owned(), sex, holder));
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn the_examples_of_the_standard_are_right() {
        let citizen = Holder::Citizen;
        check(
            "11010519491231002X",
            Ok(("1949-12-31", Sex::Female, citizen)),
        );
        check(
            "11010519491231002x",
            Ok(("1949-12-31", Sex::Female, citizen)),
        );
        check("440524188001010014", Ok(("1880-01-01", Sex::Male, citizen)));
        check("360426199101010071", Ok(("1991-01-01", Sex::Male, citizen)));
    }

    #[test]
    fn cards_that_are_numbered_alike_are_told_apart() {
        let with_check =
            |body: &str| format!("{body}{}", char::from(check_character(body.as_bytes())));
        let of = |body: &str| with_check(body).parse::<ResidentId>().map(|id| id.holder());
        assert_eq!(of("83000019900101001"), Ok(Holder::Permit));
        assert_eq!(of("91184019900101001"), Ok(Holder::Foreigner));
        assert_eq!(of("71000019900101001"), Ok(Holder::Citizen));
        assert_eq!(of("01010519900101001"), Err(ParseResidentIdError::Region));
        assert_eq!(
            of("11010519900230001"),
            Err(ParseResidentIdError::BirthDate)
        );
        assert_eq!(
            of("11010500000101001"),
            Err(ParseResidentIdError::BirthDate)
        );
    }

    #[test]
    fn wrong_numbers_are_refused() {
        check(
            "110105194912310021",
            Err(ParseResidentIdError::CheckCharacter),
        );
        check(
            "440524188001010041",
            Err(ParseResidentIdError::CheckCharacter),
        );
        for wrong in [
            "",
            "X",
            "11010519491231002",
            "11010519491231002XX",
            "1101051949123100２X",
            "X1010519491231002X",
            "11010519491231002Y",
        ] {
            check(wrong, Err(ParseResidentIdError::Form));
        }
    }

    #[test]
    fn a_number_is_never_printed() {
        let number: ResidentId = "11010519491231002X".parse().unwrap();
        assert_eq!(format!("{number:?}"), "ResidentId(redacted)");
        assert_eq!(number.last_four(), "002X");
    }
}
