//! The Chinese side: which words a text begins with, and a word by its number.

use super::{Lexicon, bytes::u16_at};
use crate::text::HanWords;

/// What a word costs beside its rarity: fewer, longer words are the better cut of a name of a thing.
const WORD: u32 = 1500;
/// What a step of rarity costs; a step is half a power of ten.
const STEP: u32 = 80;

/// A word found at the beginning of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    pub word: u32,
    /// In characters.
    pub length: usize,
    /// Less for likelier words.
    pub cost: u32,
}

impl Lexicon {
    /// Every word that `text` (Simplified) begins with, shortest first.
    pub fn words_at(&self, text: &[char], found: &mut dyn FnMut(Found)) {
        let Some(group) = text.first().and_then(|first| self.group_of(*first)) else {
            return;
        };
        let tail = &text[1..];
        // How many characters of the word before agree with the text.
        let mut agreed = 0;
        self.walk(group, &mut |word, shared, letters| {
            let length = shared + letters.len() / 2;
            if shared == agreed {
                for index in 0..letters.len() / 2 {
                    let letter = u16_at(letters, 2 * index).unwrap_or_default();
                    let Some(wanted) = tail.get(agreed).and_then(|c| unit(*c)) else {
                        break;
                    };
                    if letter != wanted {
                        // Words are in order: all that follow with this beginning are greater still.
                        return letter < wanted;
                    }
                    agreed += 1;
                }
            } else if shared < agreed {
                // The order has left the beginning that agreed.
                return false;
            }
            if length == agreed {
                found(Found {
                    word,
                    length: length + 1,
                    cost: self.cost(word),
                });
            }
            true
        });
    }

    /// The number of a word that is exactly `text`.
    pub(super) fn word_of(&self, text: &[char]) -> Option<u32> {
        let mut exact = None;
        self.words_at(text, &mut |found| {
            if found.length == text.len() {
                exact = Some(found.word);
            }
        });
        exact
    }

    /// A word by its number.
    pub(super) fn spelled(&self, word: u32) -> Option<String> {
        let after = self.groups.partition_point(|group| group.word <= word);
        let group = self.groups.get(after.checked_sub(1)?)?;
        let mut letters = vec![group.initial];
        let mut text = None;
        self.walk(after - 1, &mut |number, shared, tail| {
            letters.truncate(shared + 1);
            letters.extend(tail.chunks_exact(2).filter_map(|pair| u16_at(pair, 0)));
            if number == word {
                text = String::from_utf16(&letters).ok();
            }
            number < word
        });
        text
    }

    fn cost(&self, word: u32) -> u32 {
        let costs = self.bytes.get(self.costs.clone()).unwrap_or_default();
        WORD + STEP * u32::from(costs.get(word as usize).copied().unwrap_or_default())
    }

    fn group_of(&self, first: char) -> Option<usize> {
        let first = unit(first)?;
        self.groups
            .binary_search_by_key(&first, |group| group.initial)
            .ok()
    }

    /// Tells number, shared letters and further letters (two bytes each) of the words of a group, in order, until
    /// told to stop. The initial is not among the letters.
    fn walk(&self, index: usize, each: &mut dyn FnMut(u32, usize, &[u8]) -> bool) {
        let Some(group) = self.groups.get(index) else {
            return;
        };
        let section = self.bytes.get(self.words.clone()).unwrap_or_default();
        let next = self.groups.get(index + 1);
        let end = next.map_or(section.len(), |next| next.offset as usize);
        let last = next.map_or(self.costs.len(), |next| next.word as usize);
        let mut at = group.offset as usize;
        for word in group.word..u32::try_from(last).unwrap_or(0) {
            let Some(head) = section.get(at).filter(|_| at < end) else {
                return;
            };
            let (shared, letters) = (usize::from(head >> 4), usize::from(head & 15));
            let Some(tail) = section.get(at + 1..at + 1 + 2 * letters) else {
                return;
            };
            if !each(word, shared, tail) {
                return;
            }
            at += 1 + 2 * letters;
        }
    }
}

impl HanWords for Lexicon {
    fn words_at(&self, han: &[char], word: &mut dyn FnMut(usize, u32)) {
        Lexicon::words_at(self, han, &mut |found| word(found.length, found.cost));
    }

    fn reading(&self, word: &[char], syllable: &mut dyn FnMut(&str)) {
        self.read_aloud(word, syllable);
    }
}

/// A character of the basic plane; the others are in no word of the lexicon.
pub(super) fn unit(c: char) -> Option<u16> {
    u16::try_from(u32::from(c)).ok()
}
