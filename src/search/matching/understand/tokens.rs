//! A text as pieces that patterns can be held against.

use std::ops::Range;

/// A piece of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Full-width forms as half-width, lower case.
    pub word: String,
    pub kind: Kind,
    /// Bytes of the text.
    pub bytes: Range<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Plain digits, in ten-thousandths; more decimals than four are cut.
    Number(i64),
    /// Letters, or letters and digits that begin with a letter.
    Word,
    /// One Chinese character.
    Han,
    /// One of anything else that is not space.
    Mark,
}

/// Every word of a text with what has been understood of it so far.
#[derive(Clone, Debug)]
pub struct Words<'a> {
    pub text: &'a str,
    pub tokens: Vec<Token>,
    /// By token: whether it has been understood.
    pub used: Vec<bool>,
}

/// Currencies that are written right before the digits.
const PREFIXES: [&str; 5] = ["sgd", "usd", "rmb", "cny", "qty"];

impl<'a> Words<'a> {
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        let tokens = tokens(text);
        let used = vec![false; tokens.len()];
        Self { text, tokens, used }
    }

    /// The word at a place that nobody has understood yet; empty where there is none.
    #[must_use]
    pub fn word(&self, at: usize) -> &str {
        match (self.tokens.get(at), self.used.get(at)) {
            (Some(token), Some(false)) => &token.word,
            _ => "",
        }
    }

    #[must_use]
    pub fn kind(&self, at: usize) -> Option<Kind> {
        let token = self.tokens.get(at)?;
        (!self.used.get(at)?).then_some(token.kind)
    }

    /// The place after a pattern that begins here: words with spaces between them, or Chinese characters.
    #[must_use]
    pub fn after(&self, at: usize, pattern: &str) -> Option<usize> {
        let mut at = at;
        for piece in pattern.split(' ') {
            if !piece.starts_with(is_han) {
                (self.word(at) == piece).then_some(())?;
                at += 1;
                continue;
            }
            let mut letter = [0; 4];
            for character in piece.chars() {
                (self.word(at) == character.encode_utf8(&mut letter)).then_some(())?;
                at += 1;
            }
        }
        Some(at)
    }

    /// The place after the first of the patterns that begins here.
    #[must_use]
    pub fn after_any(&self, at: usize, patterns: &[&str]) -> Option<usize> {
        patterns.iter().find_map(|pattern| self.after(at, pattern))
    }

    /// Where one of the patterns begins that ends right before this place: the longest, within eight pieces.
    #[must_use]
    pub fn before_any(&self, at: usize, patterns: &[&str]) -> Option<usize> {
        let ends_here = |start: &usize| {
            let ends = |pattern: &&str| self.after(*start, pattern) == Some(at);
            patterns.iter().any(ends)
        };
        (at.saturating_sub(8)..at).find(ends_here)
    }

    /// Whether nothing but space, punctuation or the end of the text stands here.
    #[must_use]
    pub fn is_edge(&self, at: usize) -> bool {
        match self.tokens.get(at) {
            None => true,
            Some(token) => {
                let used = self.used.get(at).copied().unwrap_or(true);
                used || is_stop(&token.word)
            }
        }
    }

    /// As [`Words::is_edge`] for what stands before this place.
    #[must_use]
    pub fn is_edge_before(&self, at: usize) -> bool {
        at.checked_sub(1).is_none_or(|before| self.is_edge(before))
    }

    /// Marks pieces as understood, and says which bytes they are.
    pub fn take(&mut self, range: Range<usize>) -> Range<usize> {
        for used in self.used.iter_mut().take(range.end).skip(range.start) {
            *used = true;
        }
        let bytes = |at: usize| self.tokens.get(at).map(|token| token.bytes.clone());
        let start = bytes(range.start).map_or(self.text.len(), |bytes| bytes.start);
        let end = bytes(range.end.saturating_sub(1)).map_or(start, |bytes| bytes.end);
        start..end
    }

    /// Whether the piece is written in capitals.
    #[must_use]
    pub fn is_capital(&self, at: usize) -> bool {
        let written = self
            .tokens
            .get(at)
            .and_then(|token| self.text.get(token.bytes.clone()));
        written.is_some_and(|word| {
            word.chars().any(char::is_alphabetic) && !word.chars().any(char::is_lowercase)
        })
    }

    /// Whether no space lies between this piece and the next.
    #[must_use]
    pub fn is_joined(&self, at: usize) -> bool {
        match (self.tokens.get(at), self.tokens.get(at + 1)) {
            (Some(this), Some(next)) => this.bytes.end == next.bytes.start,
            _ => false,
        }
    }
}

#[must_use]
pub fn is_han(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '〇')
}

/// What ends a clause.
fn is_stop(word: &str) -> bool {
    matches!(
        word,
        "," | "." | ";" | ":" | "、" | "。" | "!" | "?" | "(" | ")" | "|"
    )
}

fn tokens(text: &str) -> Vec<Token> {
    // Position, and the character with full-width forms (U+FF01 to U+FF5E) folded to ASCII, in lower case.
    let folded: Vec<(usize, char)> = text
        .char_indices()
        .map(|(at, one)| (at, fold(one)))
        .collect();
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some((start, first)) = folded.get(at).copied() {
        if first.is_whitespace() {
            at += 1;
            continue;
        }
        let (kind, count) = match first {
            '0'..='9' => number(&folded[at..]),
            _ if is_han(first) => (Kind::Han, 1),
            _ if first.is_alphabetic() => (Kind::Word, word(&folded[at..])),
            _ => (Kind::Mark, 1),
        };
        let next = at + count;
        let end = folded.get(next).map_or(text.len(), |(end, _)| *end);
        let word = folded[at..next].iter().map(|(_, one)| *one).collect();
        tokens.push(Token {
            word,
            kind,
            bytes: start..end,
        });
        at = next;
    }
    tokens
}

fn fold(character: char) -> char {
    let half = match character {
        '\u{FF01}'..='\u{FF5E}' => u32::from(character) - 0xFEE0,
        '￥' => u32::from('¥'),
        _ => u32::from(character),
    };
    let half = char::from_u32(half).unwrap_or(character);
    half.to_lowercase().next().unwrap_or(half)
}

/// How many characters are one word; a currency before digits is a word of its own.
fn word(folded: &[(usize, char)]) -> usize {
    let belongs = |one: char| one.is_alphanumeric() && !is_han(one);
    let count = folded.iter().take_while(|(_, one)| belongs(*one)).count();
    let letters: String = folded.iter().take(3).map(|(_, one)| *one).collect();
    let digits_follow = folded.get(3).is_some_and(|(_, one)| one.is_ascii_digit());
    if PREFIXES.contains(&letters.as_str()) && digits_follow {
        return 3;
    }
    count
}

/// Digits with thousands commas and a decimal point: what it is, and how many characters. Digits that run into letters
/// and digits again (`304l2`) are one word.
fn number(folded: &[(usize, char)]) -> (Kind, usize) {
    let digit = |at: usize| {
        let (_, one) = folded.get(at)?;
        one.to_digit(10)
    };
    let sign = |at: usize| folded.get(at).map(|(_, one)| *one);
    let (mut value, mut at) = (0i64, 0);
    loop {
        while let Some(one) = digit(at) {
            value = value.saturating_mul(10).saturating_add(one.into());
            at += 1;
        }
        let group = (1..=3).all(|next| digit(at + next).is_some()) && digit(at + 4).is_none();
        // A wide comma between narrow digits ends a clause: M8×40，100 件.
        let width = |at: usize| folded.get(at + 1).map(|(next, _)| next - folded[at].0);
        let is_alike = 0 < at && width(at) == width(at - 1);
        if sign(at) != Some(',') || !group || !is_alike {
            break;
        }
        at += 1;
    }
    let mut value = value.saturating_mul(10_000);
    if sign(at) == Some('.') && digit(at + 1).is_some() {
        at += 1;
        let mut worth = 1_000;
        while let Some(one) = digit(at) {
            value = value.saturating_add(i64::from(one) * worth);
            worth /= 10;
            at += 1;
        }
    }
    let letters = folded[at..]
        .iter()
        .take_while(|(_, one)| one.is_ascii_alphabetic())
        .count();
    if 0 < letters && digit(at + letters).is_some() {
        return (Kind::Word, word(folded));
    }
    (Kind::Number(value), at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_falls_into_numbers_words_characters_and_marks() {
        let check = |text: &str, expected: &str| {
            let words = Words::new(text);
            let told: Vec<&str> = words
                .tokens
                .iter()
                .map(|token| token.word.as_str())
                .collect();
            assert_eq!(told.join("|"), expected, "{text:?}");
        };
        check("2,000 pcs M8x40", "2,000|pcs|m8x40");
        check("2000pcs", "2000|pcs");
        check("S$0.50/pc", "s|$|0.50|/|pc");
        check("SGD12", "sgd|12");
        check("两千个，５０元", "两|千|个|,|50|元");
        check("12月15日", "12|月|15|日");
        check("1,2 3,000,000", "1|,|2|3,000,000");
        check("40，100件 ２，０００件", "40|,|100|件|2,000|件");
        check("304L2", "304l2");
        check("", "");
    }

    #[test]
    fn patterns_are_found_from_both_sides() {
        let words = Words::new("not more than 5 元，不超过 6");
        assert_eq!(words.after(0, "not more than"), Some(3));
        assert_eq!(words.after(0, "not less than"), None);
        assert_eq!(words.before_any(9, &["超过", "不超过"]), Some(6));
        assert_eq!(words.before_any(3, &["than", "more than"]), Some(1));
    }
}
