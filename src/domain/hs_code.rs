use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::newtype::written_as_text;

/// A subheading of the Harmonized System (HS): the six digits by which customs of every country class goods.
///
/// World Customs Organization, HS Nomenclature 2022: chapters 01 to 97, of which 77 is reserved.
/// Written `731815` or `7318.15`, shown as the latter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct HsCode(u32);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ParseHsCodeError {
    #[error("not six digits, with or without a point after the fourth")]
    Form,
    #[error("there is no such chapter")]
    NoSuchChapter,
}

impl HsCode {
    /// 1 to 97.
    #[must_use]
    pub fn chapter(self) -> u32 {
        self.0 / 10_000
    }

    /// The six digits without a point, as the wire has them.
    #[must_use]
    pub fn digits(self) -> String {
        format!("{:06}", self.0)
    }
}

impl FromStr for HsCode {
    type Err = ParseHsCodeError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (heading, rest) = match text.split_once('.') {
            Some(parts) => parts,
            None => text.split_at_checked(4).ok_or(ParseHsCodeError::Form)?,
        };
        let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if heading.len() != 4 || rest.len() != 2 || !is_digits(heading) || !is_digits(rest) {
            return Err(ParseHsCodeError::Form);
        }
        let number = |part: &str| {
            part.bytes()
                .fold(0, |value, byte| value * 10 + u32::from(byte - b'0'))
        };
        let code = Self(number(heading) * 100 + number(rest));
        match code.chapter() {
            0 | 77 | 98.. => Err(ParseHsCodeError::NoSuchChapter),
            _ => Ok(code),
        }
    }
}

impl fmt::Display for HsCode {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}.{:02}", self.0 / 100, self.0 % 100)
    }
}

written_as_text!(HsCode, ParseHsCodeError);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn codes_are_six_digits_of_a_chapter_that_exists() {
        let check = |text: &str, expected: Result<&str, ParseHsCodeError>| {
            let shown = text.parse::<HsCode>().map(|code| code.to_string());
            assert_eq!(
                shown.as_deref().map_err(|error| *error),
                expected,
                "{text:?}"
            );
        };
        check("731815", Ok("7318.15"));
        check("7318.15", Ok("7318.15"));
        check("090121", Ok("0901.21"));
        check("970110", Ok("9701.10"));
        check("000000", Err(ParseHsCodeError::NoSuchChapter));
        check("770000", Err(ParseHsCodeError::NoSuchChapter));
        check("980000", Err(ParseHsCodeError::NoSuchChapter));
        for wrong in [
            "",
            "73181",
            "7318150",
            "73.1815",
            "7318.1",
            "7318-15",
            "7318.15.00",
            "７３１８１５",
            "731八",
        ] {
            check(wrong, Err(ParseHsCodeError::Form));
        }
        assert_eq!("0901.21".parse::<HsCode>().unwrap().digits(), "090121");
        assert_eq!("0901.21".parse::<HsCode>().unwrap().chapter(), 9);
    }

    proptest! {
        #[test]
        fn a_code_is_read_as_it_is_shown(value in 10_000u32..770_000) {
            prop_assert_eq!(HsCode(value).to_string().parse(), Ok(HsCode(value)));
            prop_assert_eq!(HsCode(value).digits().parse(), Ok(HsCode(value)));
        }

        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,8}") {
            let _ = text.parse::<HsCode>();
        }
    }
}
