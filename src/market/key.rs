use std::{fmt, str::FromStr};

use thiserror::Error;

/// An idempotency key: 8 to 64 of `A-Z a-z 0-9 - _`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(String);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not 8 to 64 letters, digits, hyphens and underscores")]
pub struct ParseKeyError;

impl Key {
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// With or without the quotes that structured fields have (RFC 9651).
impl FromStr for Key {
    type Err = ParseKeyError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let quoted = text
            .strip_prefix('"')
            .and_then(|text| text.strip_suffix('"'));
        let text = quoted.unwrap_or(text);
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
        let is_key = (8..=64).contains(&text.len()) && text.bytes().all(is_plain);
        is_key.then(|| Self(text.to_owned())).ok_or(ParseKeyError)
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}
