use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::newtype::written_as_text;

/// A name as part of an address, such as `hex-bolts`: one to sixty of `a-z 0-9 -`, no hyphen at either end.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Slug(String);

/// What a supplier is called in addresses and file names: a [`Slug`] of 2 to 24 characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct SupplierCode(String);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not lower-case letters, digits and hyphens, or too short or too long")]
pub struct ParseSlugError;

fn is_slug(text: &str) -> bool {
    let is_inner = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    text.bytes().all(is_inner) && !text.starts_with('-') && !text.ends_with('-')
}

impl Slug {
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl SupplierCode {
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Slug {
    type Err = ParseSlugError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let is_slug = (1..=60).contains(&text.len()) && is_slug(text);
        is_slug.then(|| Self(text.to_owned())).ok_or(ParseSlugError)
    }
}

impl FromStr for SupplierCode {
    type Err = ParseSlugError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let is_code = (2..=24).contains(&text.len()) && is_slug(text);
        is_code.then(|| Self(text.to_owned())).ok_or(ParseSlugError)
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl fmt::Display for SupplierCode {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

written_as_text!(Slug, ParseSlugError);
written_as_text!(SupplierCode, ParseSlugError);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_lower_case_and_bounded() {
        let check = |text: &str, is_slug: bool, is_code: bool| {
            assert_eq!(text.parse::<Slug>().is_ok(), is_slug, "{text:?}");
            assert_eq!(text.parse::<SupplierCode>().is_ok(), is_code, "{text:?}");
        };
        check("hex-bolts", true, true);
        check("a", true, false);
        check("a1", true, true);
        check(&"x".repeat(24), true, true);
        check(&"x".repeat(25), true, false);
        check(&"x".repeat(61), false, false);
        for wrong in ["", "Hex", "-a", "a-", "a_b", "a b", "a.b", "螺栓"] {
            check(wrong, false, false);
        }
    }
}
