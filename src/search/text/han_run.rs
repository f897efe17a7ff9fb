//! Chinese: words of the dictionary by the likeliest path, pairs of characters, and how the words are said.

use super::Side;
use super::atoms::Class;
use super::pass::Pass;
use super::token::Kind;

/// Longer runs are cut here; a sentence has marks long before.
const LONGEST: usize = 256;

/// What a character costs that is no word of the dictionary; more than any word.
const UNKNOWN: u32 = 4000;

impl Pass<'_> {
    /// Tells of the run that atom `at` is, from byte `start` on.
    pub fn han_run(&mut self, at: usize, start: usize) -> usize {
        let end = self.atom(at).end;
        let text = &self.read.folded[start..end];
        let mut heard = std::mem::take(self.heard);
        // a name goes on after a space, and so do its initials
        let goes_on = self.read.gap(at).trim_matches(' ').is_empty()
            && at > 0
            && self.read.is(at - 1, Class::Han);
        if !goes_on || start > self.atom(at).start {
            heard.forget();
        }
        let mut from = start;
        for piece in pieces(text) {
            self.han_piece(piece, from, &mut heard);
            from += piece.len();
        }
        *self.heard = heard;
        at + 1
    }

    fn han_piece(&mut self, text: &str, start: usize, heard: &mut super::heard::Heard) {
        let first = self.position;
        heard.begin(text, start);
        let count = heard.chars.len();
        match self.han {
            Some(han) => heard.segment(han, UNKNOWN),
            None => heard.unsegmented(),
        }
        for (from, to) in heard.words() {
            if to - from > 1 {
                self.tell_han(Kind::HanWord, text, heard, from, to, first);
            }
        }
        for from in 0..count.saturating_sub(1) {
            if !heard.is_word(from, from + 2) {
                self.tell_han(Kind::HanBigram, text, heard, from, from + 2, first);
            }
        }
        for from in 0..count {
            let wanted = match self.side {
                Side::Name => true,
                _ => count == 1 || self.han.is_some() && heard.is_word(from, from + 1),
            };
            if wanted {
                self.tell_han(Kind::HanChar, text, heard, from, from + 1, first);
            }
        }
        self.position += count as u32;
        if let (Side::Name, Some(han)) = (self.side, self.han) {
            heard.listen(han, self, first);
        }
    }

    fn tell_han(
        &mut self,
        kind: Kind,
        text: &str,
        heard: &super::heard::Heard,
        from: usize,
        to: usize,
        first: u32,
    ) {
        let (start, end) = (heard.byte(from), heard.byte(to));
        let term = &text[start - heard.byte(0)..end - heard.byte(0)];
        self.tell(
            kind,
            term,
            term,
            first + from as u32,
            (to - from) as u32,
            start,
            end,
        );
    }
}

/// The run in pieces of at most [`LONGEST`] characters.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = rest
            .char_indices()
            .nth(LONGEST)
            .map_or(rest.len(), |(at, _)| at);
        let (piece, after) = rest.split_at(end);
        rest = after;
        Some(piece)
    })
}
