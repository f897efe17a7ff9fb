//! Words near a misspelled one, found by one walk along the dictionary.
//!
//! What is near is kept row by row along the present term, so that a term costs only what it does not
//! share with the one before; and where a beginning is already too far from the word, all terms that share it are
//! passed over at a byte each.

use super::reader::Segment;

/// Longer words are not corrected.
const LONGEST: usize = 32;
const MOST_EDITS: usize = 2;

/// Tells the terms of a segment within `edits` of `word`, itself left out: number, text and edits. An edit inserts,
/// deletes or changes a letter, or swaps two neighbors. A term is as near as the nearer of its stem and the word that it
/// mostly stands for. Only words of the letters a to z are near or have near ones.
pub(super) fn near(segment: &Segment, word: &str, edits: u8, each: &mut dyn FnMut(u32, &str, u8)) {
    let word = word.as_bytes();
    let edits = edits.min(MOST_EDITS as u8);
    if word.is_empty() || word.len() > LONGEST || !word.iter().all(u8::is_ascii_lowercase) {
        return;
    }
    let mut table = Table::new(word, edits);
    let mut walk = segment.walk_block(0);
    // Terms that share so much with the present one are too far, as it is.
    let mut dead = usize::MAX;
    while walk.next_below(dead) {
        dead = match table.extend(&walk.text, walk.shared) {
            Ok(()) => usize::MAX,
            Err(dead) => dead,
        };
        if dead < usize::MAX {
            continue;
        }
        let id = walk.id();
        let mut distance = table.distance(walk.text.len());
        let (less, ending) = segment.ending(id);
        if less > 0 || !ending.is_empty() {
            distance = distance.min(table.with_ending(&walk.text, less, ending));
        }
        if (1..=edits).contains(&distance)
            && let Ok(text) = std::str::from_utf8(&walk.text)
        {
            each(id, text, distance);
        }
    }
}

/// How the beginnings of a term match those of the word, each step a few operations on whole machine words: the automaton
/// of Wu and Manber ("Fast Text Searching Allowing Errors", CACM 1992), with swapped neighbors.
struct Table<'w> {
    word: &'w [u8],
    edits: u8,
    /// For each letter bit n + 1 where letter n of the word is it.
    letters: [u64; 26],
    /// Row n stands for the first n bytes of the present term, and is right up to `known`. Bit j of its number e: these
    /// and the first j letters of the word are within e edits.
    rows: Vec<[u64; MOST_EDITS + 1]>,
    known: usize,
}

impl<'w> Table<'w> {
    fn new(word: &'w [u8], edits: u8) -> Self {
        let mut letters = [0; 26];
        for (at, letter) in word.iter().enumerate() {
            if let Some(bits) = letters.get_mut(usize::from(letter.wrapping_sub(b'a'))) {
                *bits |= 2 << at;
            }
        }
        // Before any byte of the term, letters of the word may have been left out.
        let rows = vec![
            std::array::from_fn(|edits| (2 << edits) - 1);
            word.len() + usize::from(edits) + 2
        ];
        Table {
            word,
            edits,
            letters,
            rows,
            known: 0,
        }
    }

    fn letter(&self, byte: u8) -> Option<u64> {
        self.letters
            .get(usize::from(byte.wrapping_sub(b'a')))
            .copied()
    }

    /// Takes in a term that shares `shared` bytes with the one before. An error tells after how many bytes it is too far.
    fn extend(&mut self, term: &[u8], shared: usize) -> Result<(), usize> {
        self.known = self.known.min(shared);
        while self.known < term.len() {
            if !self.step(term, self.known) {
                return Err(self.known + 1);
            }
            self.known += 1;
        }
        Ok(())
    }

    /// Fills the row for the byte at `at`; tells whether anything is near enough.
    fn step(&mut self, term: &[u8], at: usize) -> bool {
        let (Some(&byte), Some(&last)) = (term.get(at), self.rows.get(at)) else {
            return false;
        };
        let Some(same) = self.letter(byte) else {
            return false;
        };
        // Where the two last bytes of the term are the word's in the other order, and what was near before them.
        let swapped = at.checked_sub(1).and_then(|before| {
            let earlier = self.letter(*term.get(before)?)?;
            Some((*self.rows.get(before)?, same << 1 & earlier))
        });
        let mut row = [0; MOST_EDITS + 1];
        row[0] = last[0] << 1 & same;
        for edits in 1..=usize::from(self.edits) {
            let fewer = edits - 1;
            row[edits] = last[edits] << 1 & same | last[fewer] | last[fewer] << 1 | row[fewer] << 1;
            if let Some((before, places)) = swapped {
                row[edits] |= before[fewer] << 2 & places;
            }
        }
        let all = (2u64 << self.word.len()) - 1;
        let near = row[usize::from(self.edits)] & all != 0;
        match self.rows.get_mut(at + 1) {
            Some(into) => *into = row,
            None => return false,
        }
        near
    }

    /// Between the word and the first `len` bytes of the term taken in; more than `edits` where it is farther.
    fn distance(&self, len: usize) -> u8 {
        let Some(row) = self.rows.get(len) else {
            return self.edits + 1;
        };
        (0..=self.edits)
            .find(|edits| row[usize::from(*edits)] >> self.word.len() & 1 == 1)
            .unwrap_or(self.edits + 1)
    }

    /// The same for the term with another ending; what is known of the term itself stays.
    fn with_ending(&mut self, term: &[u8], less: usize, ending: &[u8]) -> u8 {
        let stem = term.len().saturating_sub(less);
        let mut written = [0; 128];
        let len = stem + ending.len();
        let Some(into) = written.get_mut(..len) else {
            return self.edits + 1;
        };
        into[..stem].copy_from_slice(&term[..stem]);
        into[stem..].copy_from_slice(ending);
        let fits = self.extend(&written[..len], stem).is_ok();
        let distance = if fits {
            self.distance(len)
        } else {
            self.edits + 1
        };
        self.known = self.known.min(stem);
        distance
    }
}
