//! The one file that every search needs: how many documents there are, and which page of the dictionary has which terms.

use super::{File, Range, ShardError};
use crate::segment::bytes::{put_varint, u32_at, u64_at, varint};
use crate::segment::hash::hash;

const MAGIC: [u8; 8] = *b"HubR\x01\0\0\0";
const HASH_AT: usize = 8;
const DOCUMENTS_AT: usize = 16;
/// Length of the file of documents.
const SHOWN_AT: usize = 20;
const PAGES_AT: usize = 24;

/// What is known before anything is fetched.
#[derive(Clone, Debug)]
pub struct Root {
    pub(super) documents: u32,
    pub(super) shown: u32,
    /// For each page of the dictionary a text that is not behind its first term, but behind the last one before it.
    firsts: Vec<Vec<u8>>,
    /// Where each page begins; one more at the end.
    starts: Vec<u32>,
}

impl Root {
    /// # Errors
    /// When the bytes are no root, or damaged.
    pub fn open(bytes: &[u8]) -> Result<Root, ShardError> {
        let body = bytes.get(DOCUMENTS_AT..).ok_or(ShardError::Root)?;
        if !bytes.starts_with(&MAGIC) || u64_at(bytes, HASH_AT) != hash(body) {
            return Err(ShardError::Root);
        }
        let pages = u32_at(bytes, PAGES_AT);
        let mut root = Root {
            documents: u32_at(bytes, DOCUMENTS_AT),
            shown: u32_at(bytes, SHOWN_AT),
            firsts: Vec::new(),
            starts: vec![0],
        };
        let mut at = PAGES_AT + 4;
        let mut first: Vec<u8> = Vec::new();
        for _ in 0..pages {
            let shared = varint(bytes, &mut at) as usize;
            let len = varint(bytes, &mut at) as usize;
            let rest = at
                .checked_add(len)
                .and_then(|end| bytes.get(at..end))
                .ok_or(ShardError::Root)?;
            at += len;
            if shared > first.len() {
                return Err(ShardError::Root);
            }
            first.truncate(shared);
            first.extend(rest);
            let start = root.starts.last().copied().unwrap_or(0);
            let size = varint(bytes, &mut at);
            root.starts
                .push(start.checked_add(size).ok_or(ShardError::Root)?);
            root.firsts.push(first.clone());
        }
        Ok(root)
    }

    pub fn documents(&self) -> u32 {
        self.documents
    }

    /// The page that has this term, if any has.
    pub(super) fn page(&self, term: &str) -> Option<Range> {
        let page = self
            .firsts
            .partition_point(|first| first.as_slice() <= term.as_bytes())
            .checked_sub(1)?;
        let (from, end) = (*self.starts.get(page)?, *self.starts.get(page + 1)?);
        Some(Range {
            file: File::Dictionary,
            from,
            len: end - from,
        })
    }
}

/// Writes a root; `pages` are the first term and the length of each page, `last` the last term of the page before.
pub(super) fn write(documents: u32, shown: u32, pages: &[(Vec<u8>, u32)]) -> Vec<u8> {
    let mut body = Vec::new();
    body.extend(documents.to_le_bytes());
    body.extend(shown.to_le_bytes());
    body.extend((pages.len() as u32).to_le_bytes());
    let mut before: &[u8] = &[];
    for (first, len) in pages {
        let shared = first.iter().zip(before).take_while(|(a, b)| a == b).count();
        put_varint(&mut body, shared as u32);
        put_varint(&mut body, (first.len() - shared) as u32);
        body.extend(&first[shared..]);
        put_varint(&mut body, *len);
        before = first;
    }
    let mut bytes = MAGIC.to_vec();
    bytes.extend(hash(&body).to_le_bytes());
    bytes.extend(body);
    bytes
}

/// The shortest beginning of `first` that is behind `before`: all that is needed to tell two pages apart.
pub(super) fn separator(before: &[u8], first: &[u8]) -> Vec<u8> {
    let shared = before.iter().zip(first).take_while(|(a, b)| a == b).count();
    first[..(shared + 1).min(first.len())].to_vec()
}
