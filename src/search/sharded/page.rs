//! A page of the dictionary: some terms, and where their postings lie.

use super::list::{Place, Posting};
use crate::segment::bytes::{put_varint, u32_at, varint};
use crate::segment::hash::hash;

/// A page is closed when it has so many bytes.
pub const SIZE: usize = 4096;
const SUM: usize = 4;

/// Where a term is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// In one document only, which the dictionary tells itself.
    One(Posting),
    Many(Place),
}

/// Fills one page, terms in their order.
#[derive(Debug, Default)]
pub struct Page {
    body: Vec<u8>,
    before: Vec<u8>,
    /// Where the next list begins.
    next: Option<u32>,
}

impl Page {
    pub fn is_full(&self) -> bool {
        self.body.len() >= SIZE
    }

    pub fn is_empty(&self) -> bool {
        self.body.is_empty()
    }

    pub fn add(&mut self, term: &str, found: Found) {
        let term = term.as_bytes();
        let shared = term
            .iter()
            .zip(&self.before)
            .take_while(|(a, b)| a == b)
            .count();
        self.body
            .extend([shared as u8, (term.len() - shared) as u8]);
        self.body.extend(&term[shared..]);
        self.before = term.to_vec();
        match found {
            Found::One((doc, level)) => {
                put_varint(&mut self.body, 1);
                put_varint(&mut self.body, doc);
                self.body.push(level);
            }
            Found::Many(place) => {
                put_varint(&mut self.body, place.df);
                // Lists lie one behind the other: only a page's first says where.
                if self.next.is_none() {
                    put_varint(&mut self.body, place.from);
                }
                if place.df as usize > super::list::BLOCK {
                    put_varint(&mut self.body, place.table);
                }
                put_varint(&mut self.body, place.len);
                self.next = Some(place.from + place.table + place.len);
            }
        }
    }

    /// The bytes of the page, hash first.
    pub fn finish(self) -> Vec<u8> {
        let mut bytes = (hash(&self.body) as u32).to_le_bytes().to_vec();
        bytes.extend(self.body);
        bytes
    }
}

/// Looks a term up in the bytes of a page: `Err` where these are damaged.
pub fn find(page: &[u8], wanted: &str) -> Result<Option<Found>, ()> {
    let body = page.get(SUM..).ok_or(())?;
    if u32_at(page, 0) != hash(body) as u32 {
        return Err(());
    }
    let mut at = 0;
    let mut term: Vec<u8> = Vec::new();
    let mut next: Option<u32> = None;
    while at < body.len() {
        let [shared, len] = *body
            .get(at..)
            .and_then(|rest| rest.first_chunk::<2>())
            .ok_or(())?;
        at += 2;
        let suffix = body.get(at..at + usize::from(len)).ok_or(())?;
        at += suffix.len();
        if usize::from(shared) > term.len() {
            return Err(());
        }
        term.truncate(usize::from(shared));
        term.extend(suffix);
        let df = varint(body, &mut at);
        let found = if df == 1 {
            let doc = varint(body, &mut at);
            let level = *body.get(at).ok_or(())?;
            at += 1;
            Found::One((doc, level))
        } else {
            let from = match next {
                Some(from) => from,
                None => varint(body, &mut at),
            };
            let table = if df as usize > super::list::BLOCK {
                varint(body, &mut at)
            } else {
                0
            };
            let len = varint(body, &mut at);
            next = Some(
                from.checked_add(table)
                    .and_then(|sum| sum.checked_add(len))
                    .ok_or(())?,
            );
            Found::Many(Place {
                df,
                from,
                table,
                len,
            })
        };
        match term.as_slice().cmp(wanted.as_bytes()) {
            std::cmp::Ordering::Less => {}
            std::cmp::Ordering::Equal => return Ok(Some(found)),
            std::cmp::Ordering::Greater => return Ok(None),
        }
    }
    Ok(None)
}
