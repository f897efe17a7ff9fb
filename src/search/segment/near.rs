//! Words near a misspelled one, found by one walk along the dictionary.
//!
//! The table of edit distances is kept row by row along the present term, so that a term costs only what it does not
//! share with the one before; and where a beginning is already too far from the word, all terms that share it are
//! passed over at a byte each.

use super::reader::Segment;

/// Longer words are not corrected.
const LONGEST: usize = 32;

/// Tells the terms of a segment within `edits` of `word`, itself left out: number, text and edits. An edit inserts,
/// deletes or changes a letter, or swaps two neighbors. A term is as near as the nearer of its stem and the word that it
/// mostly stands for. Only words of the letters a to z are near or have near ones.
pub(super) fn near(segment: &Segment, word: &str, edits: u8, each: &mut dyn FnMut(u32, &str, u8)) {
    let word = word.as_bytes();
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

/// Edit distances between beginnings of a term (rows) and of the word (columns), by optimal string alignment.
struct Table<'w> {
    word: &'w [u8],
    edits: u8,
    /// Row n is right for the first n bytes of the present term; valid up to `known`.
    rows: Vec<[u8; LONGEST + 1]>,
    known: usize,
}

impl<'w> Table<'w> {
    fn new(word: &'w [u8], edits: u8) -> Self {
        let rows =
            vec![std::array::from_fn(|column| column as u8); word.len() + usize::from(edits) + 2];
        Table {
            word,
            edits,
            rows,
            known: 0,
        }
    }

    /// Takes in a term that shares `shared` bytes with the one before. An error tells after how many bytes it is too far.
    fn extend(&mut self, term: &[u8], shared: usize) -> Result<(), usize> {
        self.known = self.known.min(shared);
        while self.known < term.len() {
            let nearest = self.row(term, self.known);
            if nearest > self.edits {
                return Err(self.known + 1);
            }
            self.known += 1;
        }
        Ok(())
    }

    /// Fills the row for the byte at `at`; tells the least in it.
    fn row(&mut self, term: &[u8], at: usize) -> u8 {
        let far = self.edits + 1;
        let byte = term[at];
        if !byte.is_ascii_lowercase() || at + 2 > self.rows.len() {
            return far;
        }
        let (above, below) = self.rows.split_at_mut(at + 1);
        let (last, row) = (&above[at], &mut below[0]);
        let before = at
            .checked_sub(1)
            .map(|before| (&above[before], term[before]));
        let edits = usize::from(self.edits);
        let (from, to) = (
            (at + 1).saturating_sub(edits).max(1),
            (at + 1 + edits).min(self.word.len()),
        );
        row[from - 1] = if from == 1 {
            (at + 1).min(usize::from(far)) as u8
        } else {
            far
        };
        let mut nearest = row[from - 1];
        for column in from..=to {
            let same = self.word[column - 1] == byte;
            // Above the band nothing is nearer than `far`.
            let up = if column == at + 1 + edits {
                far
            } else {
                last[column]
            };
            let mut best = (last[column - 1] + u8::from(!same))
                .min(row[column - 1] + 1)
                .min(up + 1);
            if let Some((before, letter)) = before
                && column > 1
                && self.word[column - 2] == byte
                && self.word[column - 1] == letter
            {
                best = best.min(before[column - 2] + 1);
            }
            row[column] = best.min(far);
            nearest = nearest.min(best);
        }
        nearest
    }

    /// Between the word and the first `len` bytes of the term taken in.
    fn distance(&self, len: usize) -> u8 {
        if len.abs_diff(self.word.len()) > usize::from(self.edits) {
            return self.edits + 1;
        }
        self.rows
            .get(len)
            .map_or(self.edits + 1, |row| row[self.word.len()])
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
