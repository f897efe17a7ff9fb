//! The English side: phrases by number and by their terms.
//!
//! A phrase is kept as its terms, stemmed, joined by blanks, and as people write it. Phrases are in the order of their
//! terms, in blocks of [`BLOCK`], each entry told by what it shares with the one before.

use super::{Lexicon, translate::Wording};

/// Phrases in a block: one is found by halving over the blocks and reading one of them.
pub const BLOCK: usize = 16;
/// Instead of a length: written like its terms.
pub const SAME: u8 = 255;

/// A cursor over the entries of a block.
#[derive(Default)]
struct Entry {
    terms: Vec<u8>,
    written: Vec<u8>,
}

impl Entry {
    /// Reads the next entry; returns what is left of the block.
    fn read<'b>(&mut self, block: &'b [u8]) -> Option<&'b [u8]> {
        let (shared, block) = block.split_first()?;
        let (length, block) = block.split_first()?;
        let (tail, block) = block.split_at_checked(usize::from(*length))?;
        self.terms.truncate(usize::from(*shared));
        self.terms.extend_from_slice(tail);
        self.written.clear();
        let (kept, block) = block.split_first()?;
        if *kept == SAME {
            self.written.extend_from_slice(&self.terms);
            return Some(block);
        }
        let (length, block) = block.split_first()?;
        let (tail, block) = block.split_at_checked(usize::from(*length))?;
        self.written
            .extend_from_slice(self.terms.get(..usize::from(*kept))?);
        self.written.extend_from_slice(tail);
        Some(block)
    }
}

impl Lexicon {
    fn block(&self, number: usize) -> Option<&[u8]> {
        let (start, end) = (*self.blocks.get(number)?, *self.blocks.get(number + 1)?);
        self.bytes
            .get(self.phrases.clone())?
            .get(start as usize..end as usize)
    }

    /// A phrase by its number.
    pub(super) fn phrase(&self, number: u32) -> Option<Wording> {
        let number = number as usize;
        let mut block = self.block(number / BLOCK)?;
        let mut entry = Entry::default();
        for _ in 0..=number % BLOCK {
            block = entry.read(block)?;
        }
        let terms = std::str::from_utf8(&entry.terms).ok()?;
        Some(Wording {
            text: String::from_utf8(entry.written.clone()).ok()?,
            terms: terms.split(' ').map(str::to_owned).collect(),
            weight: 0,
        })
    }

    /// The number of the phrase with these terms, joined by blanks.
    pub(super) fn phrase_of(&self, terms: &str) -> Option<u32> {
        // The first entry of a block shares nothing.
        let first_of = |number: usize| -> Option<Vec<u8>> {
            let mut entry = Entry::default();
            entry.read(self.block(number)?)?;
            Some(entry.terms)
        };
        let (mut low, mut high) = (0, self.blocks.len().saturating_sub(1));
        while low < high {
            let middle = low + (high - low) / 2;
            if first_of(middle)?.as_slice() <= terms.as_bytes() {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        let number = low.checked_sub(1)?;
        let mut block = self.block(number)?;
        let mut entry = Entry::default();
        for place in 0..BLOCK {
            block = entry.read(block)?;
            if entry.terms == terms.as_bytes() {
                let phrase = u32::try_from(number * BLOCK + place).ok()?;
                return (phrase < self.phrase_count).then_some(phrase);
            }
        }
        None
    }
}
