//! What was meant by a word that the index has not, or hardly.

use super::{Query, Slot, Way};
use crate::{
    ask::Form,
    segment::{Index, Term},
    text::pinyin::is_syllable,
};

/// Shorter words have too many neighbors.
const SHORTEST: usize = 4;
/// From this length on two slips are allowed.
const LONG: usize = 7;
/// How sure a spelling with one edit and with two is.
const SURE: [f32; 2] = [0.85, 0.65];
/// The neighbors that are taken in.
const MOST: usize = 3;
/// A word in the index is only doubted beside one that is so many times as frequent.
const TIMES: u32 = 50;
/// How sure a spelling is where the word itself is there as well.
const DOUBTED: f32 = 0.5;

pub(super) fn correct(query: &mut Query, index: &Index) {
    let is_latin = |slot: &Slot| {
        let is_there = slot.ways.iter().any(|way| way.form == Form::Same);
        slot.is_word() && is_there && SHORTEST <= slot.token.folded.len()
    };
    let among_words = query.slots.iter().any(is_latin);
    for slot in &mut query.slots {
        let is_found = slot.ways.iter().any(|way| match &way.form {
            // Two words that stand side by side are what was meant.
            Form::Same => 1 < way.terms.len(),
            // `maesure` can be said, syllable by syllable, and so can `chan`; beside words of English neither was.
            Form::Pinyin(_) => !among_words && !is_by_syllables(way),
            _ => true,
        });
        if slot.is_word() && !is_found {
            respell(slot, index);
        }
    }
}

/// Whether the pinyin is several syllables, none of which belong together.
fn is_by_syllables(way: &Way) -> bool {
    let said = |term: &Term| term.text.strip_prefix('~').is_some_and(is_syllable);
    way.terms.len() > 1 && way.terms.iter().all(said)
}

fn respell(slot: &mut Slot, index: &Index) {
    let word = slot.token.folded.clone();
    let length = word.chars().count();
    let here = slot.frequency();
    // What a tenth of a thousandth of the documents have is doubted: misspellings stand in catalogues too.
    let doubtful = index.documents() / 10_000;
    if length < SHORTEST || doubtful < here || word.bytes().any(|byte| byte.is_ascii_digit()) {
        return;
    }
    let edits = if here == 0 && LONG <= length { 2 } else { 1 };
    let mut near = index.near(&word, edits, 4 * MOST);
    // A slip near the end may keep the word from being stemmed as it should: `saefty` is near `safeti` only as `saefti`.
    if slot.token.term != word {
        near.extend(index.near(&slot.token.term, edits, 4 * MOST));
        near.sort_by_key(|(_, edits)| *edits);
    }
    let nearest = near.first().map_or(0, |(_, edits)| *edits);
    let mut candidates: Vec<_> = near
        .into_iter()
        .filter(|(_, edits)| *edits == nearest)
        .collect();
    if 0 < here {
        candidates.retain(|(term, _)| here.saturating_mul(TIMES) <= term.df);
    }
    let most = candidates
        .iter()
        .map(|(term, _)| term.df)
        .max()
        .unwrap_or(0);
    // A neighbor in far fewer documents than another is a misspelling itself, or means something else.
    candidates.retain(|(term, _)| most <= term.df.saturating_mul(20));
    for (term, edits) in candidates.into_iter().take(MOST) {
        let sure = SURE[usize::from(edits.clamp(1, 2)) - 1];
        let weight = if here == 0 { sure } else { sure * DOUBTED };
        let form = Form::Spelling(term.written.clone());
        slot.answers(vec![term], form, weight);
    }
}
