//! The terms of a segment: sorted, each with the beginning it shares with the one before left out, in blocks.

use super::bytes::{plane_at, skip_varints, u32_at, varint};
use super::layout::{BLOCK, ENDING, KIND_FORMS, LONGEST_TERM, POINTERS, Section};
use super::reader::Segment;
use crate::text::Kind;

/// So much may be typed of an ending.
const LONGEST_ENDING: usize = 6;

/// A column of [`Section::Blocks`].
#[derive(Clone, Copy, Debug)]
pub enum Pointer {
    Suffixes,
    Frequencies,
    Gaps,
    Posted,
    Places,
}

impl Segment {
    /// Where a block begins in the section that the column points into.
    pub(super) fn pointer(&self, column: Pointer, block: usize) -> usize {
        let blocks = self.header().blocks();
        let pointers = self.section(Section::Blocks);
        let size = pointers.len() / POINTERS;
        let column = pointers.get(column as usize * size..).unwrap_or_default();
        plane_at(column.get(..size).unwrap_or_default(), blocks, block) as usize
    }

    /// The number of exactly this term.
    pub fn find(&self, term: &str) -> Option<u32> {
        let wanted = term.as_bytes();
        let mut walk = self.walk_block(self.block_of(wanted)?);
        // How much of the wanted term the one before shares; that one is the lesser.
        let mut matched = 0;
        for _ in 0..BLOCK {
            let (shared, suffix) = walk.step()?;
            if shared > matched {
                continue;
            }
            if shared < matched {
                return None;
            }
            let rest = &wanted[matched..];
            let same = suffix.iter().zip(rest).take_while(|(a, b)| a == b).count();
            match (suffix.get(same), rest.get(same)) {
                (None, None) => return Some(walk.id()),
                (Some(a), Some(b)) if a < b => matched += same,
                (None, Some(_)) => matched += same,
                _ => return None,
            }
        }
        None
    }

    /// The last block whose first term is not behind this one.
    fn block_of(&self, wanted: &[u8]) -> Option<usize> {
        let (mut low, mut high) = (0, self.header().blocks());
        while low < high {
            let middle = (low + high) / 2;
            if self.first_of(middle)? <= wanted {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low.checked_sub(1)
    }

    /// The first term of a block.
    pub(super) fn first_of(&self, block: usize) -> Option<&[u8]> {
        let at = self.pointer(Pointer::Suffixes, block);
        let len = *self.section(Section::Lengthened).get(block * BLOCK)?;
        self.section(Section::Suffixes).get(at..at + len as usize)
    }

    /// Walks the terms from the first one that is not before `from`; that one is read.
    pub(super) fn walk_from(&self, from: &[u8]) -> Option<Walk<'_>> {
        let mut walk = self.walk_block(self.block_of(from).unwrap_or(0));
        while walk.next() {
            if walk.text.as_slice() >= from {
                return Some(walk);
            }
        }
        None
    }

    /// Walks the terms from the first one of a block on; none is read yet.
    pub(super) fn walk_block(&self, block: usize) -> Walk<'_> {
        Walk {
            shares: self.section(Section::Shared),
            lengths: self.section(Section::Lengthened),
            suffixes: self.section(Section::Suffixes),
            at: self.pointer(Pointer::Suffixes, block),
            next: block * BLOCK,
            shared: 0,
            text: Vec::with_capacity(LONGEST_TERM),
        }
    }

    /// Terms that as written begin with `prefix` and are longer, with their frequencies, the most frequent first.
    pub(super) fn begun(&self, prefix: &str, limit: usize) -> Vec<(String, u32)> {
        let mut found: Vec<(u32, u32)> = Vec::new();
        // Stems shorter than what was typed: `galvan` for `galvani`.
        for cut in 1..=LONGEST_ENDING {
            let stem = prefix
                .len()
                .checked_sub(cut)
                .filter(|len| *len > 1)
                .and_then(|len| prefix.get(..len));
            if let Some(stem) = stem
                && let Some(id) = self.find(stem)
                && is_begun(prefix, &self.written(id, stem))
            {
                found.push((self.frequency(id), id));
            }
        }
        if let Some(mut walk) = self.walk_from(prefix.as_bytes()) {
            let frequencies = self.section(Section::Frequencies);
            let first = walk.id() as usize;
            let start = self.pointer(Pointer::Frequencies, first / BLOCK);
            let mut at = skip_varints(frequencies, start, first % BLOCK);
            while walk.text.starts_with(prefix.as_bytes()) {
                let df = varint(frequencies, &mut at);
                if walk.text.len() > prefix.len() || !self.ending(walk.id()).1.is_empty() {
                    found.push((df, walk.id()));
                }
                if !walk.next() {
                    break;
                }
            }
        }
        // The most frequent first, as one number: so the sort is the same code as for other numbers.
        let mut order: Vec<u64> = (found.iter())
            .map(|(df, id)| u64::from(!df) << 32 | u64::from(*id))
            .collect();
        order.sort_unstable();
        let found = order
            .into_iter()
            .take(limit)
            .map(|both| (!((both >> 32) as u32), both as u32));
        found.map(|(df, id)| (self.text(id), df)).collect()
    }

    /// The text of a term; empty beyond the last.
    pub fn text(&self, id: u32) -> String {
        let mut walk = self.walk_block(id as usize / BLOCK);
        while walk.next() {
            if walk.id() == id {
                return String::from_utf8(walk.text).unwrap_or_default();
            }
        }
        String::new()
    }

    /// How the term is mostly written: its stem and the ending that most had.
    pub fn written(&self, id: u32, text: &str) -> String {
        let (less, ending) = self.ending(id);
        let stem = text.get(..text.len().saturating_sub(less)).unwrap_or(text);
        format!("{stem}{}", std::str::from_utf8(ending).unwrap_or_default())
    }

    /// What kind of term it is.
    pub fn term_kind(&self, id: u32) -> Kind {
        let form = self
            .section(Section::Forms)
            .get(id as usize)
            .copied()
            .unwrap_or(0);
        const KINDS: [Kind; 11] = [
            Kind::Word,
            Kind::Compound,
            Kind::Number,
            Kind::Quantity,
            Kind::Code,
            Kind::Piece,
            Kind::HanWord,
            Kind::HanBigram,
            Kind::HanChar,
            Kind::Pinyin,
            Kind::Initials,
        ];
        let kind = form.saturating_sub(KIND_FORMS);
        KINDS.get(kind as usize).copied().unwrap_or(Kind::Word)
    }

    /// How many bytes to take from the stem of a word, and what to put there.
    pub(super) fn ending(&self, id: u32) -> (usize, &[u8]) {
        match self.section(Section::Forms).get(id as usize) {
            Some(&form) if form > 0 && form < KIND_FORMS => {
                let endings = self.section(Section::Endings);
                let at = form as usize * ENDING;
                match endings.get(at..at + ENDING) {
                    Some([less, len, text @ ..]) => (
                        *less as usize,
                        text.get(..*len as usize).unwrap_or_default(),
                    ),
                    _ => (0, &[]),
                }
            }
            _ => (0, &[]),
        }
    }

    /// In how many documents a term stands.
    pub fn frequency(&self, id: u32) -> u32 {
        let frequencies = self.section(Section::Frequencies);
        let start = self.pointer(Pointer::Frequencies, id as usize / BLOCK);
        let mut at = skip_varints(frequencies, start, id as usize % BLOCK);
        varint(frequencies, &mut at).min(self.documents())
    }

    /// What the code of a posting stands for.
    #[inline]
    pub(super) fn counts(codes: &[u8], code: u32) -> u32 {
        u32_at(codes, code as usize * 4)
    }
}

fn is_begun(prefix: &str, written: &str) -> bool {
    written.len() > prefix.len() && written.starts_with(prefix)
}

/// A walk along the terms.
pub(super) struct Walk<'s> {
    shares: &'s [u8],
    lengths: &'s [u8],
    suffixes: &'s [u8],
    at: usize,
    next: usize,
    /// How many bytes of the present term were those of the one before.
    pub shared: usize,
    pub text: Vec<u8>,
}

impl<'s> Walk<'s> {
    /// Goes to the next term without putting it together: how much it shares with the one before, and the rest.
    #[inline]
    fn step(&mut self) -> Option<(usize, &'s [u8])> {
        let (shared, len) = (*self.shares.get(self.next)?, *self.lengths.get(self.next)?);
        let suffix = self.suffixes.get(self.at..self.at + len as usize)?;
        self.next += 1;
        self.at += len as usize;
        Some((shared as usize, suffix))
    }

    /// Goes to the next term; `false` behind the last, and where the dictionary is damaged.
    pub fn next(&mut self) -> bool {
        let Some((shared, suffix)) = self.step() else {
            return false;
        };
        if shared > self.text.len() || shared + suffix.len() > LONGEST_TERM {
            return false;
        }
        self.shared = if shared == 0 {
            // The first of a block is written whole.
            suffix
                .iter()
                .zip(&self.text)
                .take_while(|(a, b)| a == b)
                .count()
        } else {
            shared
        };
        self.text.truncate(shared);
        self.text.extend_from_slice(suffix);
        true
    }

    /// Goes to the next term that shares less than this with the present one. Those between are not read, since what
    /// they share is all that is asked of them.
    pub fn next_below(&mut self, shared: usize) -> bool {
        let rest = self.shares.iter().zip(self.lengths).skip(self.next);
        for (share, len) in rest {
            // A block's first term says that it shares nothing, and is looked at.
            if usize::from(*share) < shared {
                break;
            }
            self.next += 1;
            self.at += usize::from(*len);
        }
        self.next()
    }

    /// The number of the present term.
    pub fn id(&self) -> u32 {
        self.next.saturating_sub(1) as u32
    }
}
