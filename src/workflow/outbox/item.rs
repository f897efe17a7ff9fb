//! What the outbox keeps: items to be sent, and drafts as typed.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Names an entry on the device for as long as it lives.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Id(pub [u8; 16]);

/// In the place of a UUID's version: names of items are made of keys, and have a 4 there.
const DRAFT: u8 = 0x80;

impl Id {
    #[must_use]
    pub fn is_draft(self) -> bool {
        self.0[6] & 0xf0 == DRAFT
    }
}

/// What the server knows a request by: a UUID of version 4, RFC 9562.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Key([u8; 16]);

impl Key {
    /// From sixteen random bytes.
    #[must_use]
    pub fn new(mut random: [u8; 16]) -> Self {
        random[6] = random[6] & 0x0f | 0x40;
        random[8] = random[8] & 0x3f | 0x80;
        Self(random)
    }

    /// The entry that this key was first made for.
    #[must_use]
    pub fn id(self) -> Id {
        Id(self.0)
    }
}

/// As the header has it: `c0ffee00-…`, in lower case.
impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, byte) in self.0.iter().enumerate() {
            let dash = if matches!(place, 4 | 6 | 8 | 10) {
                "-"
            } else {
                ""
            };
            write!(f, "{dash}{byte:02x}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Key({self})")
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Id({})", Key(self.0))
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Method {
    Post,
    Put,
    Patch,
    Delete,
}

impl Method {
    /// As HTTP has it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Method::Post => "POST",
            Method::Put => "PUT",
            Method::Patch => "PATCH",
            Method::Delete => "DELETE",
        }
    }
}

/// What is asked of the server. Its bytes never change under one key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    pub method: Method,
    /// Relative to the site's root, such as `v1/rfqs/…`.
    pub path: String,
    /// JSON.
    pub body: String,
    /// The version of the thing that the person saw, or that the item before makes: sent as `If-Match`. None where it is new.
    pub known: Option<u64>,
}

/// Where an item stands. What is done leaves the outbox.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stand {
    Waiting,
    /// Refused for good; waits for the person.
    Refused {
        /// The HTTP status.
        status: u16,
        /// The problem's code, empty where none came.
        code: String,
    },
}

/// Something a person has sent, until the server has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Another one than at first only when the person has changed what is asked.
    pub key: Key,
    /// Who wrote it. It is sent in nobody else's name.
    pub account: String,
    /// Items of one conversation are sent in order, those of others beside them.
    pub conversation: String,
    /// Place in the conversation; of two equal ones the lower id is first.
    pub order: u64,
    /// The one before it in the conversation when it was written, whether or not this tab knows what became of that.
    pub after: Option<Id>,
    pub request: Request,
    /// The form it was written in, to be opened again if it is refused.
    pub draft: Option<Form>,
    /// The device's clock in milliseconds since 1970, to show only: it may be wrong by years.
    pub written_at: i64,
    pub stand: Stand,
}

/// A form as it was typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Form {
    /// Which form, such as `rfq/new`.
    pub name: String,
    pub text: String,
}

/// A form that has not been sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    pub account: String,
    pub form: Form,
}

/// The name of a draft is made of whose it is and which form, so that all tabs mean the same.
#[must_use]
pub fn draft_id(account: &str, form: &str) -> Id {
    // FNV-1a, 128 bits.
    let mut hash: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    for byte in account.bytes().chain([0xff]).chain(form.bytes()) {
        hash = (hash ^ u128::from(byte)).wrapping_mul(0x0100_0000_0000_0000_0000_013b);
    }
    let mut id = hash.to_le_bytes();
    id[6] = id[6] & 0x0f | DRAFT;
    Id(id)
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Entry {
    Item(Item),
    Draft(Draft),
}

/// The state of an entry at one of its versions: what both places keep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row<T = Entry> {
    pub id: Id,
    /// From 1, one more with every change.
    pub version: u32,
    /// None where it has gone: done, discarded, or emptied.
    pub entry: Option<T>,
}

impl<T> Row<T> {
    /// Whether this is to be believed rather than the other: the higher version. Of equal ones, which two tabs made that did
    /// not know of each other: of an item that it has gone; of a draft that it has not, since a tab that closes a form means
    /// what it knows of it, and another one may be typing.
    #[must_use]
    pub fn is_newer_than(&self, other: &Self) -> bool {
        let wins = |row: &Self| row.entry.is_none() != self.id.is_draft();
        (self.version, wins(self)) > (other.version, wins(other))
    }
}

/// What the first byte of kept bytes says of the rest.
const SCHEMA: u8 = 1;

impl Row {
    /// As it is kept: the schema's number, then postcard.
    ///
    /// # Panics
    /// Never: postcard refuses only values of unknown length.
    #[must_use]
    pub fn to_bytes(&self) -> Row<Vec<u8>> {
        let bytes = |entry: &Entry| {
            let bytes =
                postcard::to_allocvec(entry).expect("an entry has only values of known length");
            [&[SCHEMA], &bytes[..]].concat()
        };
        Row {
            id: self.id,
            version: self.version,
            entry: self.entry.as_ref().map(bytes),
        }
    }

    /// None where a newer release wrote it, or it is damaged: such rows are kept and left alone.
    #[must_use]
    pub fn from_bytes(row: &Row<Vec<u8>>) -> Option<Self> {
        let entry = match row.entry.as_deref() {
            None => None,
            Some([SCHEMA, bytes @ ..]) => match postcard::take_from_bytes(bytes) {
                Ok((entry, [])) => Some(entry),
                Ok(_) | Err(_) => return None,
            },
            Some(_) => return None,
        };
        Some(Row {
            id: row.id,
            version: row.version,
            entry,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_a_uuid_of_version_4() {
        assert_eq!(
            Key::new([0xff; 16]).to_string(),
            "ffffffff-ffff-4fff-bfff-ffffffffffff"
        );
        assert_eq!(
            Key::new([0; 16]).to_string(),
            "00000000-0000-4000-8000-000000000000"
        );
    }

    #[test]
    fn a_draft_is_named_by_whose_it_is_and_which() {
        let id = draft_id("ann", "rfq/new");
        assert_eq!(id, draft_id("ann", "rfq/new"));
        assert_ne!(id, draft_id("ben", "rfq/new"));
        assert_ne!(id, draft_id("ann", "rfq/1"));
        assert_ne!(draft_id("ab", "c"), draft_id("a", "bc"));
        assert_ne!(Key::new(id.0).id(), id, "never the name of an item");
    }

    #[test]
    fn gone_wins_over_there_at_the_same_version() {
        let row = |version, entry| Row {
            id: Id([0; 16]),
            version,
            entry,
        };
        assert!(row(2, None).is_newer_than(&row(2, Some(()))));
        assert!(row(3, Some(())).is_newer_than(&row(2, None)));
        assert!(!row(2, Some(())).is_newer_than(&row(2, Some(()))));
        let id = draft_id("ann", "rfq/new");
        let draft = |entry| Row {
            id,
            version: 2,
            entry,
        };
        assert!(draft(Some(())).is_newer_than(&draft(None)));
        assert!(!draft(None).is_newer_than(&draft(Some(()))));
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]
        #[test]
        fn any_bytes_are_an_entry_or_none(bytes: Vec<u8>) {
            let row = Row { id: Id([0; 16]), version: 1, entry: Some(bytes) };
            let with_schema = Row { entry: row.entry.as_ref().map(|b| [&[SCHEMA], &b[..]].concat()), ..row.clone() };
            let _ = (Row::from_bytes(&row), Row::from_bytes(&with_schema));
        }
    }
}
