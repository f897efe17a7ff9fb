//! Words met before and their stems: a catalogue has few different words, and stemming each once triples the speed of
//! analysis.

use super::stem;
use crate::text::words::is_stop;

/// Beyond this many words everything is forgotten, so that a long run of different words keeps to a few megabytes.
const MOST: usize = 1 << 16;

#[derive(Clone, Copy, Debug)]
struct Entry {
    hash: u32,
    /// Where the word begins among all letters; its stem follows it.
    start: u32,
    word: u8,
    stem: u8,
    stop: bool,
}

/// An open table with linear probing. Not `HashMap`: that one draws random numbers, and hashes ten times as long.
#[derive(Debug, Default)]
pub struct Known {
    /// Index into `entries`, plus one; 0 is free. The length is a power of two.
    slots: Vec<u32>,
    entries: Vec<Entry>,
    letters: String,
    scratch: String,
}

impl Known {
    /// The stem of a folded word, and whether it says nothing by itself.
    pub fn stem(&mut self, word: &str) -> (&str, bool) {
        if word.len() > 40 {
            self.scratch.clear();
            self.scratch.push_str(word);
            stem(&mut self.scratch);
            return (&self.scratch, false);
        }
        if self.entries.len() >= MOST {
            *self = Known::default();
        }
        if self.entries.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let hash = hash(word);
        let mask = self.slots.len() - 1;
        let mut slot = hash as usize & mask;
        let at = loop {
            match self.slots[slot].checked_sub(1) {
                None => break self.learn(word, hash, slot),
                Some(at) if self.is(at as usize, word, hash) => break at as usize,
                Some(_) => slot = (slot + 1) & mask,
            }
        };
        let entry = self.entries[at];
        let start = entry.start as usize + usize::from(entry.word);
        (
            &self.letters[start..start + usize::from(entry.stem)],
            entry.stop,
        )
    }

    fn is(&self, at: usize, word: &str, hash: u32) -> bool {
        let entry = &self.entries[at];
        let start = entry.start as usize;
        entry.hash == hash && self.letters[start..start + usize::from(entry.word)] == *word
    }

    fn learn(&mut self, word: &str, hash: u32, slot: usize) -> usize {
        self.scratch.clear();
        self.scratch.push_str(word);
        stem(&mut self.scratch);
        let entry = Entry {
            hash,
            start: self.letters.len() as u32,
            word: word.len() as u8,
            stem: self.scratch.len() as u8,
            stop: is_stop(word),
        };
        self.letters.push_str(word);
        self.letters.push_str(&self.scratch);
        self.entries.push(entry);
        self.slots[slot] = self.entries.len() as u32;
        self.entries.len() - 1
    }

    fn grow(&mut self) {
        let length = (self.slots.len() * 2).max(64);
        self.slots.clear();
        self.slots.resize(length, 0);
        for (at, entry) in self.entries.iter().enumerate() {
            let mut slot = entry.hash as usize & (length - 1);
            while self.slots[slot] != 0 {
                slot = (slot + 1) & (length - 1);
            }
            self.slots[slot] = at as u32 + 1;
        }
    }
}

/// FNV-1a (Fowler, Noll, Vo), 32 bits, its high half folded in.
fn hash(word: &str) -> u32 {
    let hash = word.bytes().fold(0x811C_9DC5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    hash ^ hash >> 15
}
