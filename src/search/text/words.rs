//! Words in Latin letters: stop words, apostrophes, hyphens.

use super::Side;
use super::atoms::Class;
use super::pass::{Pass, cut};
use super::token::{Kind, Token};

const STOP: [&str; 57] = [
    "a", "about", "an", "and", "any", "are", "as", "at", "be", "been", "but", "by", "do", "does",
    "for", "from", "had", "has", "have", "how", "if", "in", "into", "is", "it", "its", "me", "my",
    "need", "of", "on", "or", "our", "please", "than", "that", "the", "their", "them", "then",
    "there", "these", "they", "this", "those", "to", "was", "we", "were", "what", "which", "who",
    "will", "with", "would", "you", "your",
];

/// A word that says nothing by itself.
pub fn is_stop(word: &str) -> bool {
    word.len() <= 6 && STOP.binary_search(&word).is_ok()
}

impl Pass<'_> {
    /// Tells of the words of atoms `at..end`, between which only joints stand.
    pub fn words(&mut self, at: usize, end: usize) -> usize {
        if let Some(next) = self.letters_with_points(at, end) {
            return next;
        }
        let first = self.position;
        let mut from = at;
        let mut count = 0;
        while from < end {
            from = self.word_with_apostrophe(from, end);
            count += 1;
        }
        let hyphen = end - at == 2 && matches!(self.read.gap(at + 1), "-" | "&" | "+");
        if hyphen && count == 2 {
            self.compound(at, first);
        } else if end - at == 1 {
            self.letter_and_word(at);
        }
        end
    }

    /// `U.S.A.` is one word.
    fn letters_with_points(&mut self, at: usize, end: usize) -> Option<usize> {
        if end - at < 2 || (at + 1..end).any(|at| self.read.gap(at) != ".") {
            return None;
        }
        let mut word = std::mem::take(self.second);
        word.clear();
        for at in at..end {
            word.push_str(self.read.word(at));
            self.place(at, self.position);
        }
        let (start, stop) = (self.atom(at).start, self.atom(end - 1).end);
        self.word(&word, start, stop);
        *self.second = word;
        Some(end)
    }

    /// One word with what its apostrophes join to it; gives the atom after it.
    fn word_with_apostrophe(&mut self, at: usize, end: usize) -> usize {
        let mut to = at + 1;
        while to < end && self.read.gap(to) == "'" {
            to += 1;
        }
        for at in at..to {
            self.place(at, self.position);
        }
        let (start, stop) = (self.atom(at).start, self.atom(to - 1).end);
        if to == at + 1 || to == at + 2 && self.read.word(at + 1) == "s" {
            self.word(self.read.word(at), start, stop);
            return to;
        }
        let mut word = std::mem::take(self.second);
        word.clear();
        let possessive = self.read.word(to - 1) == "s";
        for at in at..to - usize::from(possessive) {
            word.push_str(self.read.word(at));
        }
        self.word(&word, start, stop);
        *self.second = word;
        to
    }

    /// Tells of a word, stemmed, at a position of its own.
    pub fn word(&mut self, word: &str, start: usize, end: usize) {
        let (start, end) = self.folded.span(start, end, self.text);
        let (term, stop) = self.stems.stem(word);
        (self.each)(Token {
            term: cut(term),
            folded: cut(word),
            kind: Kind::Word,
            position: self.position,
            width: 1,
            start,
            end,
            stop,
        });
        self.position += 1;
    }

    /// Atoms `at` and the next as one word: `t-shirt`, `heavy-duty`.
    fn compound(&mut self, at: usize, position: u32) {
        let (first, second) = (self.atom(at), self.atom(at + 1));
        let mut whole = std::mem::take(self.second);
        whole.clear();
        whole.push_str(self.read.word(at));
        whole.push_str(self.read.word(at + 1));
        let mut term = std::mem::take(self.scratch);
        term.clone_from(&whole);
        super::stem::stem(&mut term);
        self.tell(
            Kind::Compound,
            &term,
            &whole,
            position,
            2,
            first.start,
            second.end,
        );
        *self.scratch = term;
        *self.second = whole;
    }

    /// `t shirt`, `o ring`: a letter before a word belongs to it, in running text too seldom to be worth a term.
    fn letter_and_word(&mut self, at: usize) {
        // 24 in. D Vanity: the letter says what was measured
        if self.side == Side::Body
            || at == 0
            || at <= self.floor
            || self.floor > 0 && at - 1 == self.floor
        {
            return;
        }
        let (letter, word) = (self.read.word(at - 1), self.read.word(at));
        if letter.len() == 1
            && word.len() > 2
            && self.read.is(at - 1, Class::Letters)
            && self.read.gap(at) == " "
            && !matches!(letter, "a" | "i" | "s" | "x" | "w")
            && !is_stop(word)
            && self.read.gap(at - 1) != "'"
        {
            let position = self.places.get(at - 1).copied().unwrap_or(self.position);
            self.compound(at - 1, position);
        }
    }
}
