//! How Chinese is read: each character by its usual syllable, unless a word has it otherwise (银行 yin hang).

use super::{Lexicon, bytes::u16_at, han::unit};

/// Words read otherwise are told by the gap to the word before and the number of their syllables, two bytes each.
pub(super) fn odd_words(heads: &[u8], bytes: usize) -> Option<Vec<(u32, u32)>> {
    let (mut word, mut start) = (0_u32, 0_u32);
    let mut words = Vec::with_capacity(heads.len() / 4);
    for head in heads.chunks_exact(4) {
        word = word.checked_add(u32::from(u16_at(head, 0)?))?;
        words.push((word, start));
        start = start.checked_add(u32::from(u16_at(head, 2)?))?;
    }
    (start as usize * 2 == bytes).then_some(words)
}

impl Lexicon {
    /// Tells the syllables of a text, toneless, `v` for `ü`; characters without a reading are left out.
    pub(super) fn read_aloud(&self, text: &[char], syllable: &mut dyn FnMut(&str)) {
        let mut rest = text;
        while let Some(first) = rest.first() {
            // The longest word with a reading of its own goes before the characters.
            let mut odd = None;
            self.words_at(rest, &mut |found| {
                if 1 < found.length
                    && let Ok(index) = self
                        .odd_words
                        .binary_search_by_key(&found.word, |odd| odd.0)
                {
                    odd = Some((index, found.length));
                }
            });
            if let Some((index, length)) = odd {
                self.read_odd(index, length, syllable);
                rest = &rest[length..];
                continue;
            }
            if let Some(text) = self.usual(*first) {
                syllable(text);
            }
            rest = &rest[1..];
        }
    }

    fn read_odd(&self, index: usize, length: usize, syllable: &mut dyn FnMut(&str)) {
        let Some((_, start)) = self.odd_words.get(index) else {
            return;
        };
        for place in 0..length {
            let at = self.odd_syllables.start + 2 * (*start as usize + place);
            if let Some(text) = u16_at(&self.bytes, at).and_then(|number| self.syllable(number)) {
                syllable(text);
            }
        }
    }

    fn usual(&self, c: char) -> Option<&str> {
        let index = self.read_characters.binary_search(&unit(c)?).ok()?;
        self.syllable(u16_at(&self.bytes, self.read_syllables.start + 2 * index)?)
    }

    fn syllable(&self, number: u16) -> Option<&str> {
        let range = self.syllables.get(usize::from(number))?.clone();
        std::str::from_utf8(self.bytes.get(range)?).ok()
    }
}
