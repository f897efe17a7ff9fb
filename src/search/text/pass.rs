//! One way through a text: what every recognizer of tokens needs.

use super::atoms::{Atom, Class};
use super::fold::Folded;
use super::heard::Heard;
use super::number::Reader;
use super::stem::Known;
use super::token::{Kind, Token};
use super::{HanWords, Side};

/// A term longer than this is no word, and is cut.
const LONGEST: usize = 40;

pub struct Pass<'t> {
    pub text: &'t str,
    pub folded: &'t Folded,
    pub read: Reader<'t>,
    pub side: Side,
    pub han: Option<&'t dyn HanWords>,
    pub each: &'t mut dyn FnMut(Token<'_>),
    /// Where the next token stands.
    pub position: u32,
    /// The position of each atom that has been told of; what comes later looks back at it.
    pub places: &'t mut Vec<u32>,
    /// The first atom that may still be the head of a code: what is before belongs to something else.
    pub floor: usize,
    pub scratch: &'t mut String,
    pub second: &'t mut String,
    pub heard: &'t mut Heard,
    pub stems: &'t mut Known,
}

impl<'t> Pass<'t> {
    pub fn run(&mut self) {
        let mut at = 0;
        while let Some(atom) = self.read.atom(at) {
            let next = match atom.class {
                Class::Han => self.han_run(at, atom.start),
                _ => self.cluster(at),
            };
            // every recognizer takes at least one atom
            at = next.max(at + 1);
        }
        if self.side == Side::Query {
            self.join_codes();
        }
    }

    /// Tells of one token; `start..end` are bytes of the folded text.
    #[inline(never)]
    #[expect(clippy::too_many_arguments, reason = "a token has that many parts")]
    pub fn tell(
        &mut self,
        kind: Kind,
        term: &str,
        folded: &str,
        position: u32,
        width: u32,
        start: usize,
        end: usize,
    ) {
        let (start, end) = self.folded.span(start, end, self.text);
        (self.each)(Token {
            term: cut(term),
            folded: cut(folded),
            kind,
            position,
            width: width.clamp(1, 255) as u8,
            start,
            end,
            stop: false,
        });
    }

    /// Tells of a token whose term stands in `scratch`.
    #[inline(never)]
    pub fn tell_scratch(
        &mut self,
        kind: Kind,
        position: u32,
        width: u32,
        start: usize,
        end: usize,
    ) {
        let term = std::mem::take(self.scratch);
        self.tell(kind, &term, &term, position, width, start, end);
        *self.scratch = term;
    }

    /// Notes that atom `at` stands at `position`.
    pub fn place(&mut self, at: usize, position: u32) {
        if self.places.len() <= at {
            self.places.resize(at + 1, position);
        }
        self.places[at] = position;
    }

    pub fn atom(&self, at: usize) -> Atom {
        self.read.atoms[at]
    }

    /// Whether the text had a capital where the folded text has byte `at`.
    pub fn is_capital(&self, at: usize) -> bool {
        let (start, _) = self.folded.span(at, at + 1, self.text);
        self.text
            .get(start as usize..)
            .and_then(|rest| rest.chars().next())
            .is_some_and(|c| c.is_ascii_uppercase() || ('Ａ'..='Ｚ').contains(&c))
    }

    /// A run of letters and digits with nothing but joints between, as a word, a measure or a code.
    fn cluster(&mut self, at: usize) -> usize {
        let mut end = at + 1;
        while end < self.read.atoms.len() && self.glued(end) {
            end += 1;
        }
        if !(at..end).any(|at| self.read.is(at, Class::Digits)) {
            return self.words(at, end);
        }
        if let Some(next) = self.cas_number(at) {
            return next;
        }
        if self.side == Side::Codes {
            return self.code(at, end);
        }
        if let Some(next) = self.thread(at) {
            return next;
        }
        if self.read.is(at, Class::Digits)
            && !self.follows_standard(at)
            && let Some(next) = self.measure(at)
        {
            self.floor = next;
            return next;
        }
        self.code(at, end)
    }

    /// Whether atom `at` belongs to the same run as the one before it.
    pub fn glued(&self, at: usize) -> bool {
        let (before, after) = (self.atom(at - 1), self.atom(at));
        if before.class == Class::Han || after.class == Class::Han {
            return false;
        }
        let digits = (before.class == Class::Digits, after.class == Class::Digits);
        let single = |atom: Atom| atom.end - atom.start == 1;
        match self.read.gap(at) {
            "" | "-" | "_" => true,
            "." | "/" if self.side == Side::Codes => true,
            "/" | "⁄" => digits.0 || digits.1 || single(before),
            "." => match digits {
                (true, true) => true,
                (false, false) => single(before) && single(after),
                _ => false,
            },
            ":" | "," | "×" | "*" => digits == (true, true),
            "'" => digits == (false, false),
            "&" | "+" => {
                digits == (false, false)
                    && before.end - before.start <= 2
                    && after.end - after.start <= 2
            }
            _ => false,
        }
    }
}

/// `term` without what is beyond the longest.
pub fn cut(term: &str) -> &str {
    if term.len() <= LONGEST {
        return term;
    }
    let end = (0..=LONGEST)
        .rev()
        .find(|&end| term.is_char_boundary(end))
        .unwrap_or(0);
    &term[..end]
}
