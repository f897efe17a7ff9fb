//! Where everything lies: what writer and reader must agree on. `FORMAT.md` says the same in words.

use super::bytes::{u32_at, u64_at};
use super::error::SegmentError;
use super::hash::hash;
use crate::document::Field;

pub const MAGIC: [u8; 4] = *b"HubS";
pub const VERSION: u8 = 1;

/// What the hash covers begins behind it.
pub const HASHED_FROM: usize = 16;
const HASH_AT: usize = 8;
const FIELDS_AT: usize = 5;
const KINDS_AT: usize = 16;
const TERMS_AT: usize = 28;
const TOTALS_AT: usize = 32;
const WITH_AT: usize = TOTALS_AT + 4 * Field::ALL.len();
const ENDS_AT: usize = WITH_AT + 4 * Field::ALL.len();
pub const HEADER: usize = ENDS_AT + 4 * SECTIONS;

pub const SECTIONS: usize = 15;

/// Sections in the order in which they lie. Each holds one kind of number only, since brotli compresses like with like.
#[derive(Clone, Copy, Debug)]
#[repr(usize)]
pub enum Section {
    /// What a posting's code stands for: its [`super::Counts`].
    Codes,
    /// What may stand behind a stem so that it is a word again.
    Endings,
    /// Where each block of terms begins in the sections about terms.
    Blocks,
    /// One byte a term: how many bytes it shares with the one before.
    Shared,
    /// One byte a term: how many more it has.
    Lengthened,
    /// These bytes.
    Suffixes,
    /// One byte a term: its kind, or its ending.
    Forms,
    /// Document frequencies.
    Frequencies,
    /// Gaps between documents.
    Gaps,
    /// Codes of postings.
    Posted,
    /// Positions in names.
    Places,
    Rows,
    Keys,
    /// A column of bytes for each field.
    Lengths,
    /// The head noun's position, English and Chinese names.
    Heads,
}

/// Terms in a block of the dictionary.
pub const BLOCK: usize = 64;
/// Columns of [`Section::Blocks`], in the order of the sections that they point into.
pub const POINTERS: usize = 5;
/// Longer terms are left out: they are no words, and nobody types them.
pub const LONGEST_TERM: usize = 96;
/// Forms from here on are kinds of term, below they are endings of words.
pub const KIND_FORMS: u8 = 240;
/// An ending: how many bytes of the stem go, how many come, and these.
pub const ENDING: usize = 8;
/// The head of a name that has none.
pub const NO_HEAD: u8 = 255;
/// From this position in a name on, all share the last bit.
pub const LAST_PLACE: u32 = 31;

/// Numbers of the whole segment, as they stand in the header.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Header {
    /// Bit f: field f has a column of lengths.
    pub fields: u8,
    /// Documents of each kind; documents are in the order of kinds.
    pub kinds: [u32; 3],
    pub terms: u32,
    /// Words in each field of all documents.
    pub totals: [u32; Field::ALL.len()],
    /// Documents that have each field.
    pub with: [u32; Field::ALL.len()],
    /// Where each section ends; the first begins behind the header.
    pub ends: [u32; SECTIONS],
}

impl Header {
    pub fn documents(&self) -> u32 {
        self.kinds
            .iter()
            .fold(0, |sum: u32, n| sum.saturating_add(*n))
    }

    pub fn blocks(&self) -> usize {
        (self.terms as usize).div_ceil(BLOCK)
    }

    pub fn range(&self, section: Section) -> std::ops::Range<usize> {
        let at = section as usize;
        let start = at
            .checked_sub(1)
            .map_or(HEADER, |before| self.ends[before] as usize);
        start..self.ends[at] as usize
    }

    /// The whole file of these sections, `ends` filled in and hashed.
    pub fn seal(mut self, sections: &[Vec<u8>; SECTIONS]) -> Vec<u8> {
        let mut end = HEADER;
        for (into, section) in self.ends.iter_mut().zip(sections) {
            end += section.len();
            *into = u32::try_from(end)
                .expect("a segment is far below 4 GB: the caller splits catalogues before that");
        }
        let mut bytes = Vec::with_capacity(end);
        bytes.extend(MAGIC);
        bytes.extend([VERSION, self.fields, 0, 0]);
        bytes.extend([0; 8]);
        let numbers = self
            .kinds
            .iter()
            .chain([&self.terms])
            .chain(&self.totals)
            .chain(&self.with)
            .chain(&self.ends);
        for number in numbers {
            bytes.extend(number.to_le_bytes());
        }
        for section in sections {
            bytes.extend_from_slice(section);
        }
        let sum = hash(&bytes[HASHED_FROM..]) ^ u64::from(self.fields);
        bytes[HASH_AT..HASHED_FROM].copy_from_slice(&sum.to_le_bytes());
        bytes
    }

    /// Reads and checks the header of a file, its hash, and that every section lies where it may and is as long as the
    /// counts say; whoever reads a section then need not check these again.
    pub fn read(bytes: &[u8]) -> Result<Header, SegmentError> {
        if !bytes.starts_with(&MAGIC) {
            return Err(SegmentError::Magic);
        }
        let version = bytes.get(4).copied().ok_or(SegmentError::Short)?;
        if version != VERSION {
            return Err(SegmentError::Version(version));
        }
        if bytes.len() < HEADER {
            return Err(SegmentError::Short);
        }
        let numbers = |at: usize| move |i: usize| u32_at(bytes, at + 4 * i);
        let header = Header {
            fields: bytes[FIELDS_AT],
            kinds: std::array::from_fn(numbers(KINDS_AT)),
            terms: u32_at(bytes, TERMS_AT),
            totals: std::array::from_fn(numbers(TOTALS_AT)),
            with: std::array::from_fn(numbers(WITH_AT)),
            ends: std::array::from_fn(numbers(ENDS_AT)),
        };
        // Lengths before the hash: a file cut short should say so.
        let last = header.ends[SECTIONS - 1] as usize;
        match last.cmp(&bytes.len()) {
            std::cmp::Ordering::Greater => return Err(SegmentError::Short),
            std::cmp::Ordering::Less => return Err(SegmentError::Section(SECTIONS as u8)),
            std::cmp::Ordering::Equal => {}
        }
        if Header::sum(bytes) != hash(&bytes[HASHED_FROM..]) ^ u64::from(header.fields)
            || bytes[6] | bytes[7] != 0
        {
            return Err(SegmentError::Hash);
        }
        header.check()
    }

    /// The hash as it stands in a file whose header was read.
    pub fn sum(bytes: &[u8]) -> u64 {
        u64_at(bytes, HASH_AT)
    }

    fn check(self) -> Result<Header, SegmentError> {
        let mut start = HEADER;
        for (number, end) in self.ends.iter().enumerate() {
            if (*end as usize) < start {
                return Err(SegmentError::Section(number as u8));
            }
            start = *end as usize;
        }
        let documents = self.documents() as usize;
        let terms = self.terms as usize;
        let columns = self.fields.count_ones() as usize;
        let is = |section: Section, fits: &dyn Fn(usize) -> bool| {
            if fits(self.range(section).len()) {
                Ok(())
            } else {
                Err(SegmentError::Section(section as u8))
            }
        };
        is(Section::Codes, &|len| len % 4 == 0)?;
        is(Section::Endings, &|len| {
            len % ENDING == 0 && len <= ENDING * KIND_FORMS as usize
        })?;
        is(Section::Blocks, &|len| len == self.blocks() * POINTERS * 4)?;
        is(Section::Shared, &|len| len == terms)?;
        is(Section::Lengthened, &|len| len == terms)?;
        is(Section::Forms, &|len| len == terms)?;
        is(Section::Frequencies, &|len| len >= terms)?;
        is(Section::Gaps, &|len| len >= terms)?;
        is(Section::Posted, &|len| len >= terms)?;
        is(Section::Rows, &|len| {
            documents
                .checked_mul(4)
                .is_some_and(|most| (documents..=most).contains(&len))
        })?;
        is(Section::Lengths, &|len| {
            documents.checked_mul(columns) == Some(len)
        })?;
        is(Section::Heads, &|len| documents.checked_mul(2) == Some(len))?;
        Ok(self)
    }
}
