//! Rows as bytes, for whoever keeps them, and back: whatever is damaged or missing is noticed.
//!
//! A record is the row in postcard behind eight bytes of SHA-256 over its key and itself. The record under [`SEAL`] counts
//! all others and has all their hashes in one, so that none can go or come back old unseen; its generation tells whether
//! somebody else has changed anything.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::{
    Stage,
    rows::{Key, Row},
};

/// Key of the record that seals the others: no key of a row is empty.
pub const SEAL: &[u8] = &[];
/// Of the records' form: those of another are not read.
const FORM: u32 = 2;
const HASH: usize = 8;

/// Something to be kept under its key, or thrown away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    pub key: Vec<u8>,
    pub value: Option<Vec<u8>>,
}

/// What was kept is not what was written, or not all of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Damaged;

/// Over all records.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Seal {
    form: u32,
    generation: u64,
    records: u64,
    /// Of all records' hashes, bit by bit exclusive or.
    sum: u64,
}

impl Seal {
    fn count(&mut self, value: &[u8], is_there: bool) {
        let (hash, _) = value
            .split_first_chunk::<HASH>()
            .expect("every record has its hash");
        self.sum ^= u64::from_le_bytes(*hash);
        if is_there {
            self.records += 1;
        } else {
            self.records = self.records.wrapping_sub(1);
        }
    }
}

impl Stage {
    /// All that is to be kept or thrown away since this was last asked, the seal with it; nothing if nothing changed.
    pub fn changes(&mut self) -> Vec<Record> {
        let mut records = Vec::new();
        for (key, before, now) in self.rows.take_touched() {
            let key = postcard::to_allocvec(&key).expect("a key has only values of known length");
            let [before, now] = [before, now].map(|row| row.map(|row| value(&key, &row)));
            if before == now {
                continue;
            }
            if let Some(before) = &before {
                self.seal.count(before, false);
            }
            if let Some(now) = &now {
                self.seal.count(now, true);
            }
            records.push(Record { key, value: now });
        }
        if !records.is_empty() {
            self.seal.form = FORM;
            self.seal.generation += 1;
            records.push(Record {
                key: SEAL.to_vec(),
                value: Some(self.seal_bytes()),
            });
        }
        records
    }

    /// The record under [`SEAL`] as it stands: whoever finds another one there has to read again.
    #[must_use]
    pub fn seal_bytes(&self) -> Vec<u8> {
        let seal = postcard::to_allocvec(&self.seal).expect("a seal has only numbers");
        let mut bytes = hash(SEAL, &seal).to_vec();
        bytes.extend(seal);
        bytes
    }

    /// The demonstration as it was kept; `None` where nothing was.
    ///
    /// # Errors
    /// Something is damaged or missing, or there is more than was written.
    pub fn restore<'a>(
        kept: impl IntoIterator<Item = (&'a [u8], &'a [u8])>,
    ) -> Result<Option<Self>, Damaged> {
        let mut stage = Self {
            all_proven: true,
            ..Self::default()
        };
        let mut seal: Option<Seal> = None;
        let mut found = Seal::default();
        for (key, bytes) in kept {
            let body = checked(key, bytes)?;
            if key == SEAL {
                seal = Some(postcard::from_bytes(body).map_err(|_| Damaged)?);
                continue;
            }
            let place: Key = postcard::from_bytes(key).map_err(|_| Damaged)?;
            let row: Row = postcard::from_bytes(body).map_err(|_| Damaged)?;
            found.count(bytes, true);
            stage.rows.restore(place, row);
        }
        match seal {
            None if found.records == 0 => Ok(None),
            Some(seal)
                if seal.form == FORM && (seal.records, seal.sum) == (found.records, found.sum) =>
            {
                stage.seal = seal;
                Ok(Some(stage))
            }
            _ => Err(Damaged),
        }
    }
}

fn value(key: &[u8], row: &Row) -> Vec<u8> {
    let body = postcard::to_allocvec(row).expect("a row has only values of known length");
    let mut bytes = hash(key, &body).to_vec();
    bytes.extend(body);
    bytes
}

fn checked<'a>(key: &[u8], bytes: &'a [u8]) -> Result<&'a [u8], Damaged> {
    let (head, body) = bytes.split_first_chunk::<HASH>().ok_or(Damaged)?;
    if hash(key, body) == *head {
        Ok(body)
    } else {
        Err(Damaged)
    }
}

fn hash(key: &[u8], body: &[u8]) -> [u8; HASH] {
    let mut hash = Sha256::new();
    hash.update((key.len() as u64).to_le_bytes());
    hash.update(key);
    hash.update(body);
    let hash = hash.finalize();
    std::array::from_fn(|at| hash[at])
}
