//! From text to slots: which of the tokens are one word of the reader's, and which are readings of the same.

use super::{Query, Slot, foreign};
use crate::{
    ask::{Form, Word},
    lexicon::Lexicon,
    order,
    segment::Index,
    text::{HanWords, Kind, OwnedToken, Side, analyze},
};

/// A word that was found in its pieces only says less than one found whole.
const IN_PIECES: f32 = 0.8;
/// The bare number of a quantity or a size: the unit is missing.
const BARE: f32 = 0.4;

pub(super) fn cut(text: &str, index: &Index, lexicon: Option<&Lexicon>) -> Query {
    let mut tokens = analyze(
        text,
        Side::Query,
        lexicon.map(|lexicon| lexicon as &dyn HanWords),
    );
    // The analysis tells a whole after its pieces.
    let place = |token: &OwnedToken| (token.position, token.start, std::cmp::Reverse(token.width));
    order::sort(&mut tokens, |a, b| place(a).cmp(&place(b)));
    let all_stop = tokens.iter().all(|token| token.stop);
    let mut query = Query::default();
    let mut rest = tokens.as_slice();
    while let Some(first) = rest.first() {
        let len = cluster(text, rest);
        let (taken, behind) = rest.split_at(len);
        rest = behind;
        if is_han(first.kind) {
            foreign::han(&mut query, text, taken, index, lexicon);
        } else if all_stop || !taken.iter().all(|token| token.stop) {
            solid(&mut query, text, taken, index);
        }
    }
    across(&mut query, text, &tokens, index);
    query
}

pub(super) fn is_han(kind: Kind) -> bool {
    matches!(kind, Kind::HanWord | Kind::HanBigram | Kind::HanChar)
}

/// A code written in pieces (`ISO 4017`) is read again by [`across`]; a quantity or number (`10 mm`, `57 1/2`) is one word.
fn is_apart(text: &str, token: &OwnedToken) -> bool {
    matches!(token.kind, Kind::Code | Kind::Compound)
        && written(text, token).contains(char::is_whitespace)
}

/// How many tokens belong to the first word: those whose positions overlap, or a whole run of Han characters.
fn cluster(text: &str, tokens: &[OwnedToken]) -> usize {
    let han = tokens.iter().take_while(|token| is_han(token.kind)).count();
    if 0 < han {
        let mut end = 0;
        let breaks = tokens[..han].iter().position(|token| {
            let is_gap = 0 < end && end < token.start;
            end = end.max(token.end);
            is_gap
        });
        return breaks.unwrap_or(han);
    }
    let mut end = 0;
    let mut count = 0;
    for token in tokens {
        if is_han(token.kind) || (0 < count && end <= token.position) {
            break;
        }
        count += 1;
        let width = if is_apart(text, token) {
            1
        } else {
            u32::from(token.width.max(1))
        };
        end = end.max(token.position.saturating_add(width));
    }
    count.max(1)
}

pub(super) fn written<'t>(text: &'t str, token: &OwnedToken) -> &'t str {
    text.get(token.start as usize..token.end as usize)
        .unwrap_or_default()
}

/// Begins a word of the query as typed.
pub(super) fn word(query: &mut Query, text: &str) -> u16 {
    query.words.push(Word {
        text: text.to_owned(),
        marks: Vec::new(),
    });
    u16::try_from(query.words.len() - 1).unwrap_or(u16::MAX)
}

/// A word in letters and digits: as a whole where the index has it so, else each of its pieces.
fn solid(query: &mut Query, text: &str, tokens: &[OwnedToken], index: &Index) {
    let tokens: Vec<&OwnedToken> = tokens
        .iter()
        .filter(|token| !is_apart(text, token))
        .collect();
    let Some(start) = tokens.iter().map(|token| token.position).min() else {
        return;
    };
    let ends = |token: &OwnedToken| token.position + u32::from(token.width.max(1));
    let end = tokens
        .iter()
        .map(|token| ends(token))
        .max()
        .unwrap_or(start);
    let span = |token: &&&OwnedToken| token.position == start && ends(token) == end;
    let from = tokens.iter().map(|token| token.start).min().unwrap_or(0) as usize;
    let to = tokens.iter().map(|token| token.end).max().unwrap_or(0) as usize;
    let number = word(query, text.get(from..to).unwrap_or_default());

    let wholes: Vec<&OwnedToken> = tokens.iter().filter(span).copied().collect();
    let pieces: Vec<&OwnedToken> = tokens
        .iter()
        .filter(|token| !span(token))
        .copied()
        .collect();
    let plainest = wholes
        .iter()
        .find(|token| token.kind != Kind::Piece)
        .or(wholes.first());
    let mut slot = Slot {
        word: number,
        token: plainest.map_or_else(|| (*tokens[0]).clone(), |token| (*token).clone()),
        ways: Vec::new(),
    };
    for token in &wholes {
        let weight = if token.kind == Kind::Piece { BARE } else { 1.0 };
        slot.answers(
            index.term(&token.term).into_iter().collect(),
            Form::Same,
            weight,
        );
    }
    let is_known = slot.ways.iter().any(|way| way.weight == 1.0);
    let is_measure = slot.token.kind == Kind::Quantity;
    if pieces.is_empty() || is_known || is_measure {
        let found: Option<Vec<_>> = first_of_each(&pieces)
            .map(|token| index.term(&token.term))
            .collect();
        let weight = if is_measure { BARE } else { IN_PIECES };
        slot.answers(found.unwrap_or_default(), Form::Same, weight);
        query.slots.push(slot);
        return;
    }
    for token in first_of_each(&pieces) {
        let mut slot = Slot {
            word: number,
            token: token.clone(),
            ways: Vec::new(),
        };
        slot.answers(
            index.term(&token.term).into_iter().collect(),
            Form::Same,
            1.0,
        );
        query.slots.push(slot);
    }
}

/// One token for each position.
fn first_of_each<'t>(tokens: &[&'t OwnedToken]) -> impl Iterator<Item = &'t OwnedToken> {
    let mut last = None;
    let kept: Vec<&OwnedToken> = tokens
        .iter()
        .copied()
        .filter(|token| last.replace(token.position) != Some(token.position))
        .collect();
    kept.into_iter()
}

/// Codes written in pieces: a document that has the whole answers each of the pieces.
fn across(query: &mut Query, text: &str, tokens: &[OwnedToken], index: &Index) {
    for token in tokens
        .iter()
        .filter(|token| !is_han(token.kind) && is_apart(text, token))
    {
        let Some(term) = index.term(&token.term) else {
            continue;
        };
        for slot in &mut query.slots {
            if token.start <= slot.token.start && slot.token.end <= token.end {
                slot.answers(vec![term.clone()], Form::Same, 1.0);
            }
        }
    }
}
