use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::newtype::written_as_text;

/// What anything that is kept is called by: a UUID, written as RFC 9562 does it, in lower case with its four hyphens.
///
/// Ids made here are of version 7, so that they sort by the time of their making; ids made elsewhere may be of any
/// version. The client makes the id of what it creates, so that creating the same thing twice is one thing.
///
/// ```
/// let id = domain::Id::new(1_700_000_000_000, [0xff; 10]);
/// assert_eq!(id.to_string(), "018bcfe5-6800-7fff-bfff-ffffffffffff");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Id([u8; 16]);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not a UUID in lower case with hyphens")]
pub struct ParseIdError;

/// Where the hyphens stand in the text.
const HYPHENS: [usize; 4] = [8, 13, 18, 23];

impl Id {
    /// A UUID of version 7 out of milliseconds since 1970, of which 48 bits count, and chance, of which 74 bits count.
    #[must_use]
    pub fn new(milliseconds: u64, chance: [u8; 10]) -> Self {
        let mut bytes = [0; 16];
        bytes[..6].copy_from_slice(&milliseconds.to_be_bytes()[2..]);
        bytes[6..].copy_from_slice(&chance);
        bytes[6] = bytes[6] & 0x0f | 0x70;
        bytes[8] = bytes[8] & 0x3f | 0x80;
        Self(bytes)
    }

    #[must_use]
    pub const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    #[must_use]
    pub fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }
}

impl FromStr for Id {
    type Err = ParseIdError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text.len() != 36 {
            return Err(ParseIdError);
        }
        let mut bytes = [0; 16];
        let mut nibbles = 0;
        for (at, byte) in text.bytes().enumerate() {
            if HYPHENS.contains(&at) {
                if byte != b'-' {
                    return Err(ParseIdError);
                }
                continue;
            }
            let value = match byte {
                b'0'..=b'9' => byte - b'0',
                b'a'..=b'f' => byte - b'a' + 10,
                _ => return Err(ParseIdError),
            };
            bytes[nibbles / 2] = bytes[nibbles / 2] << 4 | value;
            nibbles += 1;
        }
        Ok(Self(bytes))
    }
}

impl fmt::Display for Id {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, byte) in self.0.iter().enumerate() {
            if [4, 6, 8, 10].contains(&at) {
                out.write_str("-")?;
            }
            write!(out, "{byte:02x}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, out)
    }
}

written_as_text!(Id, ParseIdError);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn only_the_one_spelling_is_read() {
        let right = "018bcfe5-6800-7fff-bfff-ffffffffffff";
        assert_eq!(right.parse::<Id>().unwrap().to_string(), right);
        for wrong in [
            "",
            "018bcfe568007fffbfffffffffffffff",
            "018BCFE5-6800-7fff-bfff-ffffffffffff",
            "{018bcfe5-6800-7fff-bfff-fffffffffff",
            "018bcfe5-6800-7fff-bfff-fffffffffffg",
            "018bcfe5-6800-7fff-bfff-ffffffffffff0",
            "018bcfe5-68007-fff-bfff-ffffffffffff",
            "０8bcfe5-6800-7fff-bfff-ffffffffffff",
        ] {
            assert_eq!(wrong.parse::<Id>(), Err(ParseIdError), "{wrong:?}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_is_written_is_read(bytes: [u8; 16]) {
            let id = Id::from_bytes(bytes);
            prop_assert_eq!(id.to_string().parse::<Id>(), Ok(id));
        }

        #[test]
        fn later_ids_sort_after_earlier_ones(at in 0u64..1 << 47, later in 1u64..1 << 40, a: [u8; 10], b: [u8; 10]) {
            prop_assert!(Id::new(at, a) < Id::new(at + later, b));
        }

        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,40}") {
            let _ = text.parse::<Id>();
        }
    }
}
