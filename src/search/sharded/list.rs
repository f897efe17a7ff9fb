//! The postings of one term in blocks, each readable alone, before them a table of what each block holds at most.

use super::bits::{Bits, Reader, best_low};
use super::{File, Range, ShardError};
use crate::segment::bytes::{put_varint, u32_at, varint};
use crate::segment::hash::hash;

/// Postings in a block.
pub const BLOCK: usize = 128;
const SUM: usize = 4;
const LEVEL_BITS: u32 = 4;

/// A document and the level of the term in it.
pub type Posting = (u32, u8);

/// Where the postings of a term lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    pub df: u32,
    pub from: u32,
    /// Length of the table; 0 when there is but one block.
    pub table: u32,
    /// Length of all blocks.
    pub len: u32,
}

/// What is known of a block before it is fetched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Its documents lie between these, both inclusive.
    pub first: u32,
    pub last: u32,
    /// The best level in it.
    pub best: u8,
    pub count: u32,
    pub range: Range,
    /// Its postings once it is fetched.
    pub postings: Option<Vec<Posting>>,
}

/// Appends a list (documents rising) to the file of postings; tells the lengths of its table and its blocks.
pub fn put(into: &mut Vec<u8>, list: &[Posting]) -> (u32, u32) {
    let mut table = Vec::new();
    let mut blocks = Vec::new();
    let mut next = 0;
    for block in list.chunks(BLOCK) {
        let start = blocks.len();
        let last = block.last().map_or(0, |(doc, _)| *doc);
        put_block(&mut blocks, block, next);
        put_varint(&mut table, last - next);
        table.push(block.iter().map(|(_, level)| *level).max().unwrap_or(0));
        put_varint(&mut table, (blocks.len() - start) as u32);
        next = last + 1;
    }
    let mut size = 0;
    if list.len() > BLOCK {
        into.extend((hash(&table) as u32).to_le_bytes());
        into.extend(&table);
        size = (SUM + table.len()) as u32;
    }
    into.extend(&blocks);
    (size, blocks.len() as u32)
}

fn put_block(into: &mut Vec<u8>, block: &[Posting], first: u32) {
    let mut next = first;
    let mut gaps = Vec::with_capacity(block.len());
    for (doc, _) in block {
        gaps.push(doc - next);
        next = doc + 1;
    }
    let low = best_low(gaps.iter().map(|gap| u64::from(*gap)).sum(), gaps.len());
    let mut bits = Bits::default();
    for (gap, (_, level)) in gaps.iter().zip(block) {
        bits.put_rice(*gap, low);
        bits.put(u32::from(*level), LEVEL_BITS);
    }
    let mut bytes = vec![low as u8];
    bytes.extend(bits.finish());
    into.extend((hash(&bytes) as u32).to_le_bytes());
    into.extend(bytes);
}

impl Place {
    /// The table's bytes, if there is one.
    pub fn table(&self) -> Option<Range> {
        (self.table > 0).then_some(Range {
            file: File::Postings,
            from: self.from,
            len: self.table,
        })
    }

    /// The only block of a short list, which begins anywhere in `documents` and may be of any level.
    pub fn only(&self, documents: u32, best: u8) -> Block {
        let range = Range {
            file: File::Postings,
            from: self.from,
            len: self.len,
        };
        Block {
            first: 0,
            last: documents.saturating_sub(1),
            best,
            count: self.df,
            range,
            postings: None,
        }
    }

    /// The blocks that a table tells of.
    pub fn blocks(&self, table: &[u8], documents: u32) -> Result<Vec<Block>, ShardError> {
        let range = Range {
            file: File::Postings,
            from: self.from,
            len: self.table,
        };
        let damaged = || ShardError::Damaged(range);
        let body = table.get(SUM..).ok_or_else(damaged)?;
        if u32_at(table, 0) != hash(body) as u32 {
            return Err(damaged());
        }
        let mut at = 0;
        let mut first = 0u32;
        let mut from = self.from.checked_add(self.table).ok_or_else(damaged)?;
        let mut left = self.df;
        let mut blocks = Vec::new();
        while at < body.len() && left > 0 {
            let last = first
                .checked_add(varint(body, &mut at))
                .filter(|last| *last < documents)
                .ok_or_else(damaged)?;
            let best = *body.get(at).ok_or_else(damaged)?;
            at += 1;
            let len = varint(body, &mut at);
            let count = left.min(BLOCK as u32);
            left -= count;
            let range = Range {
                file: File::Postings,
                from,
                len,
            };
            blocks.push(Block {
                first,
                last,
                best,
                count,
                range,
                postings: None,
            });
            from = from.checked_add(len).ok_or_else(damaged)?;
            first = last + 1;
        }
        if left > 0 { Err(damaged()) } else { Ok(blocks) }
    }
}

impl Block {
    /// Reads the block's bytes.
    pub fn fill(&mut self, bytes: &[u8]) -> Result<(), ShardError> {
        let damaged = || ShardError::Damaged(self.range);
        let (sum, body) = bytes.split_at_checked(SUM).ok_or_else(damaged)?;
        if sum != (hash(body) as u32).to_le_bytes() {
            return Err(damaged());
        }
        let (low, bits) = body.split_first().ok_or_else(damaged)?;
        let mut bits = Reader::new(bits);
        let mut next = self.first;
        let mut postings = Vec::new();
        for _ in 0..self.count {
            let gap = bits
                .take_rice(u32::from(*low).min(31))
                .ok_or_else(damaged)?;
            let doc = next
                .checked_add(gap)
                .filter(|doc| *doc <= self.last)
                .ok_or_else(damaged)?;
            let level = bits.take(LEVEL_BITS).ok_or_else(damaged)? as u8;
            // A level above the bound would make the answer wrong without anybody noticing.
            if level > self.best {
                return Err(damaged());
            }
            postings.push((doc, level));
            next = doc + 1;
        }
        self.postings = Some(postings);
        Ok(())
    }

    /// The postings from `from` on and below `to`, if the block is there.
    pub fn between(&self, from: u32, to: u32) -> Option<&[Posting]> {
        let postings = self.postings.as_deref()?;
        let start = postings.partition_point(|(doc, _)| *doc < from);
        let end = postings.partition_point(|(doc, _)| *doc < to);
        postings.get(start..end)
    }
}
