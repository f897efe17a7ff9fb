//! A part number typed with spaces between its pieces: `HS17 88Z 6X16`, `hs17 - 88z` for `HS17-88Z-6X16`.

use super::atoms::Class;
use super::pass::Pass;
use super::token::Kind;

/// More words than this in a row nobody types for one part number.
const MOST_UNITS: usize = 6;
/// Longer words stand beside part numbers, not in them.
const LONGEST_WORD: usize = 3;
const LENGTHS: std::ops::RangeInclusive<usize> = 4..=32;

impl Pass<'_> {
    /// Tells of every row of neighboring words that could be one code; for queries only, where there are few.
    pub fn join_codes(&mut self) {
        let count = self.read.atoms.len().min(40);
        let mut from = 0;
        while from < count {
            let first = self.unit_end(from);
            // 625-OPEN was told as a number and a word, like 12-pack
            if first == from + 2
                && self.read.is(from, Class::Digits)
                && self.read.gap(from + 1) == "-"
            {
                self.tell_join(from, first);
            }
            let mut to = first;
            let mut units = 1;
            while units < MOST_UNITS && to < count && self.joins(to) {
                to = self.unit_end(to);
                units += 1;
                self.tell_join(from, to);
            }
            from = first;
        }
    }

    /// The end of what is written without a space from atom `from` on.
    fn unit_end(&self, from: usize) -> usize {
        let mut to = from + 1;
        while to < self.read.atoms.len() && self.glued(to) {
            to += 1;
        }
        to
    }

    /// Whether atom `at` may continue the code that ends before it.
    fn joins(&self, at: usize) -> bool {
        let gap = self.read.gap(at);
        let fits = |at: usize| {
            self.read.is(at, Class::Digits)
                || self.read.is(at, Class::Letters) && self.read.word(at).len() <= LONGEST_WORD
        };
        gap.len() <= 3
            && matches!(gap.trim_matches(' '), "" | "-" | "/" | "." | "_")
            && fits(at - 1)
            && fits(at)
    }

    fn tell_join(&mut self, from: usize, to: usize) {
        self.scratch.clear();
        for at in from..to {
            self.scratch.push_str(self.read.word(at));
        }
        let has_digits = self.scratch.bytes().any(|byte| byte.is_ascii_digit());
        let (start, end) = (self.atom(from).start, self.atom(to - 1).end);
        // what is written without a space is one word, and told whole already
        let is_told = to - from != 2 && !self.read.folded[start..end].contains(' ');
        if !has_digits || is_told || !LENGTHS.contains(&self.scratch.len()) {
            return;
        }
        let place = |at: usize| self.places.get(at).copied().unwrap_or_default();
        let (position, last) = (place(from), place(to - 1));
        let width = (last + 1).saturating_sub(position);
        self.tell_scratch(Kind::Code, position, width, start, end);
    }
}
