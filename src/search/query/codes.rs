//! Part numbers typed with other marks than they have, or without: `MC/A2/4X20`, `ts - for - 25`.

use super::Query;
use crate::{
    ask::Form,
    segment::Index,
    text::{fold, stemmed},
};

/// Shorter ones are as likely a word with a stray mark.
const SHORTEST: usize = 4;
/// So many pieces with spaces between them may be one part number.
const MOST_PIECES: usize = 8;

/// What the index has as one code when the marks are left out answers each of the words it was cut into: of a stretch
/// without spaces, and of the whole query.
pub(super) fn whole(query: &mut Query, text: &str, index: &Index) {
    let mut pieces = Vec::new();
    let mut from = 0;
    for piece in text.split_inclusive(char::is_whitespace) {
        pieces.push((from, from + piece.len()));
        from += piece.len();
    }
    if (2..=MOST_PIECES).contains(&pieces.len()) {
        pieces.push((0, text.len()));
    }
    for (from, to) in pieces {
        let written = text.get(from..to).unwrap_or_default();
        answer(query, written, (from, to), index);
    }
}

fn answer(query: &mut Query, written: &str, (from, to): (usize, usize), index: &Index) {
    let bare: String = fold(written)
        .chars()
        .filter(|c| c.is_alphanumeric())
        .collect();
    let has_marks = written.trim().chars().any(|c| !c.is_alphanumeric());
    if bare.len() < SHORTEST || !has_marks || !bare.is_ascii() {
        return;
    }
    let has_digit = bare.bytes().any(|byte| byte.is_ascii_digit());
    // Words without a number that are written together elsewhere are compounds, and not asked for here.
    if !has_digit && written.trim().contains(char::is_whitespace) {
        return;
    }
    let term = index.term(&bare).or_else(|| index.term(&stemmed(&bare)));
    for slot in query.slots.iter_mut().filter(|slot| {
        let (start, end) = (slot.token.start as usize, slot.token.end as usize);
        from <= start && end <= to
    }) {
        slot.answers(term.iter().cloned().collect(), Form::Same, 1.0);
    }
}
