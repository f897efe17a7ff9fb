//! Words across languages: one small file that says what a Chinese word is called in English and the other way
//! round, which characters make a word, and how they are read.
//!
//! [`Lexicon::open`] takes the bytes as they arrived; [`translate::han`] and [`translate::latin`] turn a query's
//! words into what they may be called in the other language. The file is built by [`build::build`] from the texts in
//! `data/`, which say where they come from in `data/README.md`; its bytes are described in `FORMAT.md`.
//! [`mine::mine`] adds what a catalogue's own names in two languages tell.

pub mod build;
mod bytes;
mod han;
pub mod mine;
mod phrases;
mod readings;
pub mod translate;

#[cfg(test)]
mod tests;

use std::{fmt, ops::Range};

use bytes::{checksum, take, u16_at, u32_at, u64_at};

/// Eight bytes that say what the file is and in which version.
pub const MAGIC: &[u8; 8] = b"HUBLEX1\n";
/// Magic, checksum, and the counts and lengths of the sections.
const HEADER: usize = 16 + 4 * COUNTS;
const COUNTS: usize = 10;

/// Why bytes are no lexicon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LexiconError {
    /// Not a lexicon, or of another version.
    Magic,
    /// Shorter or longer than its header says.
    Length,
    /// The bytes are not those that were written.
    Checksum,
    /// A section contradicts another.
    Section,
}

impl fmt::Display for LexiconError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            LexiconError::Magic => "not a lexicon of this version",
            LexiconError::Length => "the lexicon is cut short",
            LexiconError::Checksum => "the lexicon was damaged on its way",
            LexiconError::Section => "the lexicon contradicts itself",
        })
    }
}

impl std::error::Error for LexiconError {}

/// Words that begin with one character.
struct Group {
    initial: u16,
    /// Number of its first word.
    word: u32,
    /// Where its bytes begin within the section of words.
    offset: u32,
}

/// An opened lexicon: the bytes as they came, and where things begin in them.
pub struct Lexicon {
    bytes: Vec<u8>,
    words: Range<usize>,
    groups: Vec<Group>,
    costs: Range<usize>,
    /// By word, where its links begin; one more at the end.
    links: Vec<u32>,
    /// By link: number of the English phrase, two bytes in two planes; then weights, a byte each.
    targets: Range<usize>,
    weights: Range<usize>,
    phrases: Range<usize>,
    /// Where each block of phrases begins within its section.
    blocks: Vec<u32>,
    phrase_count: u32,
    /// By phrase, where its links begin in `sources`; one more at the end.
    backward: Vec<u32>,
    /// Word and link number of every link, by phrase.
    sources: Vec<(u32, u32)>,
    syllables: Vec<Range<usize>>,
    /// Characters in order, and the number of the syllable of each.
    read_characters: Vec<u16>,
    read_syllables: Range<usize>,
    /// Words read otherwise than their characters, in order, and where their syllables begin.
    odd_words: Vec<(u32, u32)>,
    odd_syllables: Range<usize>,
}

impl Lexicon {
    /// Checks the checksum and sums up the lengths of the parts; nothing is decoded.
    ///
    /// # Errors
    ///
    /// The bytes are not a lexicon of this version, or not as they were written.
    pub fn open(bytes: Vec<u8>) -> Result<Lexicon, LexiconError> {
        if bytes.get(..8) != Some(MAGIC.as_slice()) {
            return Err(LexiconError::Magic);
        }
        let sum = u64_at(&bytes, 8).ok_or(LexiconError::Length)?;
        let rest = bytes.get(16..).ok_or(LexiconError::Length)?;
        if HEADER <= bytes.len() && checksum(rest) != sum {
            return Err(LexiconError::Checksum);
        }
        let mut counts = [0_usize; COUNTS];
        for (index, count) in counts.iter_mut().enumerate() {
            *count = u32_at(&bytes, 16 + 4 * index).ok_or(LexiconError::Length)? as usize;
        }
        Sections {
            counts,
            rest: HEADER..bytes.len(),
        }
        .lay_out(bytes)
        .ok_or(LexiconError::Section)
    }

    /// How many Chinese words there are.
    pub fn word_count(&self) -> usize {
        self.links.len().saturating_sub(1)
    }

    /// How many English words and phrases there are.
    pub fn phrase_count(&self) -> usize {
        self.phrase_count as usize
    }

    /// How many translations there are.
    pub fn link_count(&self) -> usize {
        self.sources.len()
    }

    fn link(&self, link: u32) -> Option<(u32, u8)> {
        let (link, count) = (link as usize, self.weights.len());
        let low = *self.bytes.get(self.targets.clone())?.get(link)?;
        let high = *self.bytes.get(self.targets.clone())?.get(count + link)?;
        let weight = *self.bytes.get(self.weights.clone())?.get(link)?;
        Some((u32::from(u16::from_le_bytes([low, high])), weight))
    }
}

struct Sections {
    counts: [usize; COUNTS],
    rest: Range<usize>,
}

impl Sections {
    fn lay_out(self, bytes: Vec<u8>) -> Option<Lexicon> {
        let Sections { counts, mut rest } = self;
        let [
            groups,
            words,
            word_bytes,
            links,
            phrases,
            phrase_bytes,
            syllables,
            syllable_bytes,
            read,
            odd,
        ] = counts;
        // Every count has at least a byte of its own in the file, so that no damaged one asks for memory.
        if counts.iter().any(|count| bytes.len() < *count) {
            return None;
        }
        let group_heads = take(&mut rest, groups * 6)?;
        let word_section = take(&mut rest, word_bytes)?;
        let costs = take(&mut rest, words)?;
        let link_counts = take(&mut rest, words)?;
        let targets = take(&mut rest, links * 2)?;
        let weights = take(&mut rest, links)?;
        let blocks = phrases.div_ceil(phrases::BLOCK);
        let block_lengths = take(&mut rest, blocks * 2)?;
        let phrase_section = take(&mut rest, phrase_bytes)?;
        let syllable_lengths = take(&mut rest, syllables)?;
        let syllable_text = take(&mut rest, syllable_bytes)?;
        let read_gaps = take(&mut rest, read * 2)?;
        let read_syllables = take(&mut rest, read * 2)?;
        let odd_heads = take(&mut rest, odd * 4)?;
        let lexicon = Lexicon {
            groups: sum_groups(bytes.get(group_heads)?, words, word_bytes)?,
            links: sum(bytes.get(link_counts)?.iter().map(|n| u32::from(*n)), links)?,
            blocks: sum(
                pairs(bytes.get(block_lengths)?).map(u32::from),
                phrase_bytes,
            )?,
            syllables: {
                let lengths = bytes.get(syllable_lengths)?.iter().map(|n| u32::from(*n));
                let starts = sum(lengths, syllable_bytes)?;
                let at = |start: u32| syllable_text.start + start as usize;
                starts
                    .windows(2)
                    .map(|pair| at(pair[0])..at(pair[1]))
                    .collect()
            },
            read_characters: running(pairs(bytes.get(read_gaps)?))?,
            odd_words: readings::odd_words(bytes.get(odd_heads)?, rest.len())?,
            odd_syllables: rest,
            words: word_section,
            costs,
            targets,
            weights,
            phrases: phrase_section,
            phrase_count: u32::try_from(phrases).ok()?,
            backward: Vec::new(),
            sources: Vec::new(),
            read_syllables,
            bytes,
        };
        lexicon.turned_round(phrases)
    }
}

impl Lexicon {
    /// Sorts the links by phrase, by counting: the file has them by word only, a fifth of its length less.
    fn turned_round(mut self, phrases: usize) -> Option<Lexicon> {
        let mut starts = vec![0_u32; phrases + 1];
        for link in 0..self.weights.len() {
            let (phrase, _) = self.link(u32::try_from(link).ok()?)?;
            *starts.get_mut(phrase as usize + 1)? += 1;
        }
        for index in 1..starts.len() {
            starts[index] += starts[index - 1];
        }
        let mut next = starts.clone();
        let mut sources = vec![(0, 0); self.weights.len()];
        for (word, range) in self.links.windows(2).enumerate() {
            for link in range[0]..range[1] {
                let (phrase, _) = self.link(link)?;
                let place = next.get_mut(phrase as usize)?;
                *sources.get_mut(*place as usize)? = (u32::try_from(word).ok()?, link);
                *place += 1;
            }
        }
        self.backward = starts;
        self.sources = sources;
        Some(self)
    }
}

fn pairs(bytes: &[u8]) -> impl Iterator<Item = u16> + '_ {
    bytes
        .chunks_exact(2)
        .map(|pair| u16_at(pair, 0).unwrap_or_default())
}

/// Running sums from 0; the last must be `total`.
fn sum(lengths: impl Iterator<Item = u32>, total: usize) -> Option<Vec<u32>> {
    let mut starts = vec![0];
    let mut end = 0_u32;
    for length in lengths {
        end = end.checked_add(length)?;
        starts.push(end);
    }
    (end as usize == total).then_some(starts)
}

/// Numbers from the gaps between them.
fn running(gaps: impl Iterator<Item = u16>) -> Option<Vec<u16>> {
    let mut last = 0_u16;
    gaps.map(|gap| {
        last = last.checked_add(gap)?;
        Some(last)
    })
    .collect()
}

/// Heads of groups: gap to the initial before, words, bytes; two bytes each.
fn sum_groups(heads: &[u8], words: usize, length: usize) -> Option<Vec<Group>> {
    let (mut initial, mut word, mut offset) = (0_u16, 0_u32, 0_u32);
    let mut groups = Vec::with_capacity(heads.len() / 6);
    for head in heads.chunks_exact(6) {
        initial = initial.checked_add(u16_at(head, 0)?)?;
        groups.push(Group {
            initial,
            word,
            offset,
        });
        word = word.checked_add(u32::from(u16_at(head, 2)?))?;
        offset = offset.checked_add(u32::from(u16_at(head, 4)?))?;
    }
    (word as usize == words && offset as usize == length).then_some(groups)
}
