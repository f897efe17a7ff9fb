//! Each text once, told by a number.

use super::hash::hash;

/// Texts in one arena, found by open addressing: a catalogue has millions of words and few different ones, so that
/// finding a known one is all that counts.
#[derive(Clone, Debug, Default)]
pub struct Interner {
    arena: String,
    /// End of each text in the arena.
    ends: Vec<u32>,
    /// Number of a text plus one, or 0; a power of two long, at most half full.
    table: Vec<u32>,
}

impl Interner {
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn text(&self, id: u32) -> &str {
        let start = (id as usize)
            .checked_sub(1)
            .map_or(0, |before| self.ends[before] as usize);
        &self.arena[start..self.ends[id as usize] as usize]
    }

    /// The number of this text, a new one if it was not there; numbers count up from 0.
    pub fn id(&mut self, text: &str) -> u32 {
        if self.ends.len() * 2 >= self.table.len() {
            self.grow();
        }
        let mut at = self.place(text);
        while self.table[at] != 0 {
            let id = self.table[at] - 1;
            if self.text(id) == text {
                return id;
            }
            at = (at + 1) & (self.table.len() - 1);
        }
        let id = self.ends.len() as u32;
        self.arena.push_str(text);
        self.ends.push(self.arena.len() as u32);
        self.table[at] = id + 1;
        id
    }

    fn place(&self, text: &str) -> usize {
        hash(text.as_bytes()) as usize & (self.table.len() - 1)
    }

    fn grow(&mut self) {
        self.table = vec![0; (self.table.len() * 2).max(1024)];
        for id in 0..self.ends.len() as u32 {
            let mut at = self.place(self.text(id));
            while self.table[at] != 0 {
                at = (at + 1) & (self.table.len() - 1);
            }
            self.table[at] = id + 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Interner;

    #[test]
    fn a_text_keeps_its_number() {
        let mut all = Interner::default();
        for round in 0..2 {
            for i in 0..5000u32 {
                assert_eq!(all.id(&format!("{i}")), i, "round {round}");
            }
        }
        assert_eq!(all.len(), 5000);
        assert_eq!(all.text(4711), "4711");
    }
}
