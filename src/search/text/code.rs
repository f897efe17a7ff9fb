//! Standards and part numbers: kept whole, and findable by their pieces.

use super::Side;
use super::atoms::Class;
use super::pass::Pass;
use super::token::Kind;
use super::units::{unit, write_quantity};

/// Bodies whose documents are named by them and a number, with or without a space; several may stand in a row.
const STANDARDS: [&str; 34] = [
    "aisi", "ansi", "api", "as", "asme", "astm", "awwa", "bs", "cas", "cns", "csa", "din", "en",
    "gb", "gbt", "hg", "iec", "ieee", "iso", "jb", "jis", "ks", "mil", "ms", "nema", "nf", "nfpa",
    "nzs", "sae", "ss", "tis", "ul", "uni", "vde",
];

pub fn is_standard(word: &str) -> bool {
    STANDARDS.binary_search(&word).is_ok()
}

/// How many bodies may stand before a number: `DIN EN ISO`, `BS EN IEC`.
const BODIES: usize = 4;

impl Pass<'_> {
    /// `67-63-0` with the right check digit (CAS: digits from the right times 1, 2, 3 … modulo 10).
    pub fn cas_number(&mut self, at: usize) -> Option<usize> {
        let read = self.read;
        let [first, second, check] = [read.word(at), read.word(at + 1), read.word(at + 2)];
        let shape = (2..=7).contains(&first.len())
            && second.len() == 2
            && check.len() == 1
            && (at..at + 3).all(|at| read.is(at, Class::Digits))
            && read.gap(at + 1) == "-"
            && read.gap(at + 2) == "-"
            && (at + 3 >= read.atoms.len() || !self.glued(at + 3));
        if !shape {
            return None;
        }
        let digits = first.bytes().chain(second.bytes()).rev().zip(1..);
        let sum: u32 = digits
            .map(|(digit, weight)| u32::from(digit - b'0') * weight)
            .sum();
        if check.parse() != Ok(sum % 10) {
            return None;
        }
        let (start, end, position) = (self.atom(at).start, self.atom(at + 2).end, self.position);
        let whole = &read.folded[start..end];
        self.tell(Kind::Code, whole, whole, position, 1, start, end);
        self.joined(at, at + 3);
        self.tell_scratch(Kind::Piece, position, 1, start, end);
        self.position += 1;
        Some(at + 3)
    }

    /// Whether the number at atom `at` belongs to a standard that was just named.
    pub fn follows_standard(&self, at: usize) -> bool {
        at > self.floor
            && matches!(self.read.gap(at), " " | "-" | "/")
            && is_standard(self.read.word(at - 1))
            && self.is_named_so(at - 1)
    }

    /// `as` is a word unless it is written `AS`.
    fn is_named_so(&self, at: usize) -> bool {
        !super::words::is_stop(self.read.word(at)) || self.is_capital(self.atom(at).start)
    }

    /// Puts the letters and digits of some atoms into the scratch buffer, without what joins them.
    fn joined(&mut self, from: usize, to: usize) {
        self.scratch.clear();
        for at in from..to {
            self.scratch.push_str(self.read.word(at));
        }
    }

    /// Tells of the code that is made of atoms `at..end`: its segments, itself, and itself with what heads it.
    pub fn code(&mut self, at: usize, end: usize) -> usize {
        let first = self.position;
        let mut from = at;
        let mut segments = 0;
        let mut second_end = end;
        while from < end {
            let to = (from + 1..end)
                .find(|&at| !self.read.gap(at).is_empty())
                .unwrap_or(end);
            let alone = from == at && to == end;
            self.segment(from, to, alone);
            segments += 1;
            if segments == 2 {
                second_end = to;
            }
            from = to;
        }
        let (start, stop) = (self.atom(at).start, self.atom(end - 1).end);
        if segments > 1 {
            self.joined(at, end);
            let width = self.position - first;
            self.tell_scratch(Kind::Code, first, width, start, stop);
        }
        // iso-4017-1 is also iso4017
        if segments > 2 && self.read.is(at, Class::Letters) && self.read.is(at + 1, Class::Digits) {
            self.joined(at, second_end);
            self.tell_scratch(Kind::Code, first, 2, start, self.atom(second_end - 1).end);
        }
        if self.read.is(at, Class::Digits) || self.read.word(at).len() == 1 {
            self.headed(at, end, first);
        }
        end
    }

    /// The same with the letters before it: `ISO 4017`, `DIN EN ISO 4762`, `IP 67`, `ASTM F593`.
    pub fn headed(&mut self, at: usize, end: usize, position: u32) {
        let stop = (at + 1..end)
            .find(|&at| !self.read.gap(at).is_empty())
            .unwrap_or(end);
        let mut head = at;
        while head > self.floor
            && at - head < BODIES
            && self.read.is(head - 1, Class::Letters)
            && matches!(self.read.gap(head), " " | "/" | "-")
            && (head == at || is_standard(self.read.word(head - 1)))
        {
            head -= 1;
            let word = self.read.word(head);
            let standard = is_standard(word) && self.is_named_so(head);
            if !standard && !self.heads_code(head, at) {
                continue;
            }
            let start = self.atom(head).start;
            let from = self.places.get(head).copied().unwrap_or(position);
            // the part of GB/T is said or left out
            let slash = head + 1 < at
                && self.read.gap(head + 1) == "/"
                && self.read.word(head + 1).len() == 1;
            for middle in [slash, false].into_iter().take(if slash { 2 } else { 1 }) {
                for (count, to) in [stop, end].into_iter().enumerate() {
                    if count > 0 && to == stop {
                        continue;
                    }
                    self.scratch.clear();
                    self.scratch.push_str(word);
                    if middle {
                        self.scratch.push_str(self.read.word(head + 1));
                    }
                    for at in at..to {
                        self.scratch.push_str(self.read.word(at));
                    }
                    let width = self
                        .places
                        .get(to - 1)
                        .map_or(1, |last| last + 1 - from.min(*last));
                    self.tell_scratch(Kind::Code, from, width, start, self.atom(to - 1).end);
                }
            }
        }
    }

    /// Up to three letters before a number may be the beginning of a code (`IP 67`, `WD 40`); in running text only
    /// where they are capitals.
    fn heads_code(&self, head: usize, at: usize) -> bool {
        let word = self.read.word(head);
        head + 1 == at
            && self.read.is(at, Class::Digits)
            && word.len() <= 3
            && word.is_ascii()
            && word != "x"
            && self.read.gap(at) == " "
            && (head == 0 || !matches!(self.read.gap(head), "" | "-" | "/" | "'"))
            && !super::words::is_stop(word)
            && (self.side != Side::Body || self.is_capital(self.atom(head).end - 1))
    }

    /// A run of letters and digits with nothing between them.
    fn segment(&mut self, from: usize, to: usize, alone: bool) {
        let (start, end) = (self.atom(from).start, self.atom(to - 1).end);
        let position = self.position;
        if to - from == 1 {
            let word = self.read.word(from);
            self.place(from, position);
            match self.atom(from).class {
                Class::Letters => {
                    self.word(word, start, end);
                }
                _ => {
                    let kind = match alone {
                        true if word.len() >= 7 => Kind::Code,
                        true => Kind::Number,
                        false => Kind::Piece,
                    };
                    self.tell(kind, word, word, position, 1, start, end);
                    self.position += 1;
                }
            }
            return;
        }
        // a word of three letters or more is one even with digits glued to it: iphone5s, iso4017, led60w
        let mut group = from;
        while group < to {
            let is_word =
                |at: usize| self.read.is(at, Class::Letters) && self.read.word(at).len() >= 3;
            let next = match is_word(group) {
                true => group + 1,
                false => (group + 1..to).find(|&at| is_word(at)).unwrap_or(to),
            };
            self.group(group, next, next - group == to - from);
            group = next;
        }
        if self.position - position > 1 {
            let whole = &self.read.folded[start..end];
            let width = self.position - position;
            self.tell(Kind::Code, whole, whole, position, width, start, end);
        }
    }

    /// Part of a segment: a word, digits, or a short mixture of both.
    fn group(&mut self, from: usize, to: usize, whole: bool) {
        let (start, end) = (self.atom(from).start, self.atom(to - 1).end);
        let text = &self.read.folded[start..end];
        let position = self.position;
        for at in from..to {
            self.place(at, position);
        }
        if to - from == 1 && self.read.is(from, Class::Letters) {
            self.word(text, start, end);
            return;
        }
        self.position += 1;
        let single = to - from == 1;
        let kind = if single || !whole {
            Kind::Piece
        } else {
            Kind::Code
        };
        self.tell(kind, text, text, position, 1, start, end);
        if single {
            return;
        }
        if self.read.is(from, Class::Digits) && to - from == 2 {
            self.quantity_in_code(from, position);
        } else if self.read.is(from, Class::Letters) && self.read.word(from + 1).len() >= 3 {
            // UN1219 by its number
            let digits = self.read.word(from + 1);
            let atom = self.atom(from + 1);
            self.tell(
                Kind::Piece,
                digits,
                digits,
                position,
                1,
                atom.start,
                atom.end,
            );
        }
    }

    /// `60w` inside `led-60w`.
    fn quantity_in_code(&mut self, at: usize, position: u32) {
        let letters = self.atom(at + 1);
        let Some(number) = self.read.number(at).filter(|number| number.next == at + 1) else {
            return;
        };
        let Some(unit) = unit(self.read.word(at + 1), self.is_capital(letters.start)) else {
            return;
        };
        self.scratch.clear();
        write_quantity(number.value() * unit.factor, unit.symbol, 4, self.scratch);
        self.tell_scratch(Kind::Quantity, position, 1, number.start, letters.end);
    }
}
