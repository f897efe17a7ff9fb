//! What is kept is kept in two places that share no file format: rows in the browser's database, and a journal.
//!
//! A database that is damaged in one byte comes back empty and says nothing (measured in Chromium); a journal that is damaged
//! in one byte lacks one record, and says so. At the start [`reconcile()`] makes of both what there was, and what each lacks.
//!
//! The journal is a run of frames, each `00`, a record in consistent-overhead byte stuffing (which has no zero in it), `00`:
//! any damage ends at the next zero, and a damaged zero has a second one beside it. A record is
//!
//! | bytes | what |
//! |---|---|
//! | 1 | kind: 1 an entry, 2 an entry that has gone, 3 the generation |
//! | 16 | name of the entry; zeros for the generation |
//! | 4 | version of the entry, or the generation; lowest byte first |
//! | n | the entry; nothing for other kinds |
//! | 4 | CRC-32 of all before, lowest byte first |
//!
//! Records are only ever added. The newest version of an entry counts, wherever it stands, so that journals may be read one
//! after another in any order. When too much of a journal is history, the present is written into another one, and when that
//! is safe the first is emptied.

mod checksum;
mod frame;
mod reconcile;

use super::faults::seeded;
use super::item::{Id, Row};

pub use reconcile::{Finding, Place, Plan, REMEMBERED, accepts, reconcile};

/// An entry's bytes, as [`Row::to_bytes`](super::item::Row::to_bytes) makes them.
pub type Kept = Row<Vec<u8>>;

const ENTRY: u8 = 1;
const GONE: u8 = 2;
const GENERATION: u8 = 3;
/// Kind, name, version.
const HEAD: usize = 21;
const CHECKSUM: usize = 4;

/// The frame of an entry.
#[must_use]
pub fn entry(row: &Kept) -> Vec<u8> {
    let kind = if row.entry.is_some() { ENTRY } else { GONE };
    frame(
        kind,
        row.id,
        row.version,
        row.entry.as_deref().unwrap_or_default(),
    )
}

/// The frame of a generation: how often this device has started to use its outbox, so that "empty" can be told from "never
/// used".
#[must_use]
pub fn generation(generation: u32) -> Vec<u8> {
    frame(GENERATION, Id([0; 16]), generation, &[])
}

fn frame(kind: u8, id: Id, version: u32, body: &[u8]) -> Vec<u8> {
    let mut record = Vec::with_capacity(HEAD + body.len() + CHECKSUM);
    record.push(kind);
    record.extend(id.0);
    record.extend(version.to_le_bytes());
    record.extend(body);
    record.extend(checksum::crc32(&record).to_le_bytes());
    let mut out = vec![0];
    frame::stuff(&record, &mut out);
    out.push(0);
    out
}

/// A whole journal that says nothing but the present. What has gone is left out: the other place must have forgotten it too,
/// or still know that it has gone.
#[must_use]
pub fn whole<'a>(number: u32, rows: impl IntoIterator<Item = &'a Kept>) -> Vec<u8> {
    let mut out = Vec::new();
    let mut is_first = true;
    for row in rows.into_iter().filter(|row| row.entry.is_some()) {
        if !(seeded!(CompactionForgets) && is_first) {
            out.extend(entry(row));
        }
        is_first = false;
    }
    // Last: a journal that was not written to its end has none.
    out.extend(generation(number));
    out
}

/// What a journal says, whatever its bytes are.
#[must_use]
pub fn read(bytes: &[u8]) -> Place {
    let mut place = Place::default();
    for piece in bytes.split(|byte| *byte == 0) {
        if piece.is_empty() {
            continue;
        }
        match frame::unstuff(piece).and_then(|record| parse(&record)) {
            Some((GENERATION, _, version, _)) => {
                place.generation = place.generation.max(Some(version));
            }
            Some((kind, id, version, body)) => {
                let entry = (kind == ENTRY).then_some(body);
                place.add(Row { id, version, entry });
            }
            None => {
                place.damaged += 1;
                if seeded!(ReadingEndsAtDamage) {
                    break;
                }
            }
        }
    }
    place
}

fn parse(record: &[u8]) -> Option<(u8, Id, u32, Vec<u8>)> {
    let (said, sum) = record.split_last_chunk::<CHECKSUM>()?;
    if checksum::crc32(said) != u32::from_le_bytes(*sum) && !seeded!(ChecksumIsIgnored) {
        return None;
    }
    let (head, body) = said.split_first_chunk::<HEAD>()?;
    let [kind, rest @ ..] = head;
    let (id, version) = rest.split_first_chunk::<16>()?;
    let version = u32::from_le_bytes(version.try_into().ok()?);
    matches!(*kind, ENTRY | GONE | GENERATION).then(|| (*kind, Id(*id), version, body.to_vec()))
}

#[cfg(test)]
mod tests;
