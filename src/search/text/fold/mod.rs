//! One way of writing: case, width, accents, compatibility forms, Traditional characters.
//!
//! What NFKC and case folding do to text about goods, without their tables. Covered: ASCII, Latin letters with accents
//! (also as combining marks; Vietnamese, German, French, the tone marks of pinyin), Greek and Cyrillic case, full-width
//! forms, ligatures, super- and subscript digits, vulgar fractions, enclosed and mathematical letters and digits, Roman
//! numerals, squared units (`㎜`, `㎡`), `×`, `Ø`, `°`, `μ`, `Ω`, dashes, quotes, spaces, invisible characters, and Han
//! (see [`simplify`]). Not covered: Kana and Hangul forms, Arabic forms; they stay as they are.
//!
//! Unlike NFKC, `½` after a digit keeps a space before it (`2½` is not `21⁄2`), and a superscript too (`10²`).

mod han;
mod latin;
mod symbols;

pub use han::simplify;

/// A text in folded form, and where each of its bytes came from.
#[derive(Debug, Default)]
pub struct Folded {
    pub text: String,
    /// For each byte, the start of the character that it came from; empty where the two run in step.
    source: Vec<u32>,
    whole: u32,
}

impl Folded {
    /// Folds `text` in place of what was here.
    pub fn take(&mut self, text: &str) {
        self.text.clear();
        self.source.clear();
        self.whole = u32::try_from(text.len()).unwrap_or(u32::MAX);
        if text.is_ascii() {
            self.text.push_str(text);
            self.text.make_ascii_lowercase();
            return;
        }
        self.text.reserve(text.len());
        self.source.reserve(text.len());
        for (at, c) in text.char_indices() {
            let Ok(start) = u32::try_from(at) else {
                return;
            };
            if c.is_ascii() {
                self.push(c.to_ascii_lowercase(), start);
            } else {
                self.fold(c, start, &text[at + c.len_utf8()..]);
            }
        }
    }

    /// Where `start..end` of the folded text lies in the text itself.
    pub fn span(&self, start: usize, end: usize, text: &str) -> (u32, u32) {
        if self.source.is_empty() {
            return (start as u32, end as u32);
        }
        let first = self.source.get(start).copied().unwrap_or(self.whole);
        let last = match end {
            0 => first,
            _ => self.source.get(end - 1).copied().unwrap_or(self.whole),
        };
        let next = self.source.get(end).copied().unwrap_or(self.whole);
        if next > last {
            return (first, next);
        }
        // the span ends inside what one character became
        let length = text
            .get(last as usize..)
            .and_then(|rest| rest.chars().next());
        (first, last + length.map_or(0, char::len_utf8) as u32)
    }

    fn push(&mut self, c: char, start: u32) {
        self.text.push(c);
        self.source.resize(self.text.len(), start);
    }

    fn push_str(&mut self, s: &str, start: u32) {
        self.text.push_str(s);
        self.source.resize(self.text.len(), start);
    }

    fn fold(&mut self, c: char, start: u32, rest: &str) {
        let after_digit = self.text.as_bytes().last().is_some_and(u8::is_ascii_digit);
        match c {
            // Ø10, ø 10, ⌀10, Φ10: a diameter, unless it ends a word (Malmø)
            'Ø' | 'ø' | '⌀' | 'Φ' | 'φ' if self.stands_alone() && begins_number(rest) => {
                self.push(' ', start);
            }
            '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{2E80}'..='\u{2FDF}' => {
                self.push(simplify(c), start);
            }
            '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' => match latin::letter(c) {
                latin::Letter::One(letter) => self.push(letter, start),
                latin::Letter::More(letters) => self.push_str(letters, start),
            },
            '\u{391}'..='\u{3A9}' | '\u{410}'..='\u{42F}' => {
                self.push(char::from_u32(c as u32 + 32).unwrap_or(c), start);
            }
            '\u{400}'..='\u{40F}' => self.push(char::from_u32(c as u32 + 80).unwrap_or(c), start),
            // combining marks, soft hyphen, zero width, variation selectors
            '\u{300}'..='\u{36F}'
            | '\u{AD}'
            | '\u{200B}'..='\u{200F}'
            | '\u{2060}'..='\u{2064}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}' => {}
            '²'
            | '³'
            | '¹'
            | '\u{2070}'..='\u{2079}'
            | '¼'
            | '½'
            | '¾'
            | '\u{2150}'..='\u{215E}' => {
                if after_digit {
                    self.push(' ', start);
                }
                self.push_str(symbols::digits(c), start);
            }
            // a list, never a decimal comma
            '，' => self.push(';', start),
            // a double quote after a digit is an inch, so an opening one may not be
            '“' => self.push(' ', start),
            '\u{FF01}'..='\u{FF5E}' => {
                let ascii = char::from_u32(c as u32 - 0xFEE0).unwrap_or(c);
                self.push(ascii.to_ascii_lowercase(), start);
            }
            _ => match symbols::compatible(c) {
                Some(symbols::Form::One(to)) => self.push(to, start),
                Some(symbols::Form::More(to)) => self.push_str(to, start),
                None => self.push(c, start),
            },
        }
    }

    fn stands_alone(&self) -> bool {
        !self
            .text
            .chars()
            .next_back()
            .is_some_and(super::atoms::is_letter)
    }
}

fn begins_number(rest: &str) -> bool {
    rest.strip_prefix(' ')
        .unwrap_or(rest)
        .bytes()
        .next()
        .is_some_and(|byte| byte.is_ascii_digit())
}

/// The folded form of a text; folding it again changes nothing.
pub fn fold(text: &str) -> String {
    let mut folded = Folded::default();
    folded.take(text);
    folded.text
}
