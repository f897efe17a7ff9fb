use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::newtype::written_as_text;

/// Stock keeping unit (SKU): a supplier's own number of a product, as written.
///
/// One to forty of `A-Z a-z 0-9 . _ -`, beginning with a letter or digit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Sku(String);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error(
    "not 1 to 40 letters, digits, points, hyphens or underscores, beginning with a letter or digit"
)]
pub struct ParseSkuError;

impl Sku {
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Sku {
    type Err = ParseSkuError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let is_inner =
            |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-');
        let is_sku = text.len() <= 40
            && text
                .bytes()
                .next()
                .is_some_and(|first| first.is_ascii_alphanumeric())
            && text.bytes().all(is_inner);
        is_sku.then(|| Self(text.to_owned())).ok_or(ParseSkuError)
    }
}

impl fmt::Display for Sku {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

written_as_text!(Sku, ParseSkuError);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sku_is_short_and_plain() {
        let check =
            |text: &str, is_sku: bool| assert_eq!(text.parse::<Sku>().is_ok(), is_sku, "{text:?}");
        check("HB-M8x40.A2_70", true);
        check("7", true);
        check(&"x".repeat(40), true);
        check(&"x".repeat(41), false);
        for wrong in ["", "-a", ".a", "_a", "a b", "a/b", "é", "螺栓"] {
            check(wrong, false);
        }
    }
}
