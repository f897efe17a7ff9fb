use std::{fmt, str::FromStr};

use thiserror::Error;

use crate::secret::Secret;

/// Number of a Singapore National Registration Identity Card (NRIC) or of a Foreign Identification Number (FIN), with its
/// check letter right.
///
/// A letter for the series, seven digits, a check letter: `S` and `T` citizens and permanent residents, `F`, `G` and `M`
/// holders of passes. The rule is the one that GovTech publishes in the source of FormSG.
#[derive(Clone, PartialEq, Eq)]
pub struct Nric {
    text: Secret,
    series: Series,
}

/// What the first letter says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Series {
    /// Citizens and permanent residents born (or registered) before 2000.
    S,
    /// The same from 2000.
    T,
    /// Holders of passes registered before 2000.
    F,
    /// The same from 2000 to 2021.
    G,
    /// The same from 2022.
    M,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ParseNricError {
    #[error("not one of S, T, F, G, M, seven digits and a letter")]
    Form,
    #[error("the check letter is wrong")]
    CheckLetter,
}

const WEIGHTS: [u32; 7] = [2, 7, 6, 5, 4, 3, 2];

impl Series {
    fn of(letter: u8) -> Option<Self> {
        Some(match letter {
            b'S' => Self::S,
            b'T' => Self::T,
            b'F' => Self::F,
            b'G' => Self::G,
            b'M' => Self::M,
            _ => return None,
        })
    }

    /// Whether this series is given to citizens and permanent residents, and not to holders of passes.
    #[must_use]
    pub fn is_resident(self) -> bool {
        matches!(self, Self::S | Self::T)
    }

    /// What is added to the weighted sum, and the check letter for each remainder by 11.
    ///
    /// The M series is published as "KLJNPQRTUWX" at 10 less the remainder. Several programs index it by the remainder
    /// itself and so accept numbers that were never given; it is written here backwards, as the others are.
    fn check(self) -> (u32, &'static [u8; 11]) {
        match self {
            Self::S => (0, b"JZIHGFEDCBA"),
            Self::T => (4, b"JZIHGFEDCBA"),
            Self::F => (0, b"XWUTRQPNMLK"),
            Self::G => (4, b"XWUTRQPNMLK"),
            Self::M => (3, b"XWUTRQPNJLK"),
        }
    }
}

impl Nric {
    /// Nine characters.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.text.expose()
    }

    #[must_use]
    pub fn series(&self) -> Series {
        self.series
    }

    /// The last three digits and the check letter, for the owner to recognize the number by.
    ///
    /// No protection: together they leave some 909 numbers of the series, and about nine when the year of birth is known.
    #[must_use]
    pub fn last_four(&self) -> &str {
        &self.expose()[5..]
    }
}

/// Lower case is taken as upper case.
impl FromStr for Nric {
    type Err = ParseNricError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = Secret::new(text.to_ascii_uppercase());
        let [first, digits @ .., last] = text.expose().as_bytes() else {
            return Err(ParseNricError::Form);
        };
        let series = Series::of(*first).ok_or(ParseNricError::Form)?;
        let is_form =
            digits.len() == 7 && digits.iter().all(u8::is_ascii_digit) && last.is_ascii_uppercase();
        if !is_form {
            return Err(ParseNricError::Form);
        }
        let (added, letters) = series.check();
        let weighted = digits
            .iter()
            .zip(WEIGHTS)
            .map(|(digit, weight)| u32::from(digit - b'0') * weight);
        let remainder = (weighted.sum::<u32>() + added) % 11;
        if usize::try_from(remainder)
            .ok()
            .and_then(|at| letters.get(at))
            != Some(last)
        {
            return Err(ParseNricError::CheckLetter);
        }
        Ok(Self { text, series })
    }
}

impl fmt::Debug for Nric {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Nric(redacted)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Result<Series, ParseNricError>) {
        assert_eq!(
            text.parse::<Nric>().map(|number| number.series()),
            expected,
            "{text:?}"
        );
    }

    #[test]
    fn published_numbers_of_all_series_are_right() {
        check("S1234567D", Ok(Series::S));
        check("T1234567J", Ok(Series::T));
        check("F1234567N", Ok(Series::F));
        check("G1234567X", Ok(Series::G));
        check("M1234567K", Ok(Series::M));
        check("m1234567k", Ok(Series::M));
        check("M3960741N", Ok(Series::M));
        check("S8076606H", Ok(Series::S));
        check("S1728872E", Ok(Series::S));
        check("G4549883U", Ok(Series::G));
        check("G4552218R", Ok(Series::G));
        check("S2111122H", Ok(Series::S));
    }

    #[test]
    fn the_table_of_the_m_series_is_not_read_forwards() {
        check("M1234567N", Err(ParseNricError::CheckLetter));
        check("M1234567X", Err(ParseNricError::CheckLetter));
    }

    #[test]
    fn wrong_numbers_are_refused() {
        check("S1179607H", Err(ParseNricError::CheckLetter));
        check("X1728872E", Err(ParseNricError::Form));
        for wrong in [
            "",
            "S",
            "S1234567",
            "S12345678D",
            "S123456７D",
            "12345678D",
            "S1234567 ",
            "S12345670",
        ] {
            check(wrong, Err(ParseNricError::Form));
        }
    }

    #[test]
    fn a_number_is_never_printed() {
        let number: Nric = "S1234567D".parse().unwrap();
        assert_eq!(format!("{number:?}"), "Nric(redacted)");
        assert_eq!((number.expose(), number.last_four()), ("S1234567D", "567D"));
    }
}
