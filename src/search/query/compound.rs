//! Words written apart that others write together, and the other way round.

use super::{Query, Slot};
use crate::{
    ask::Form,
    segment::{Index, Postings, Term},
    text::stemmed,
};

/// `screw driver` for `screwdriver`: hardly less sure than the word as typed.
const TOGETHER: f32 = 0.9;
/// Pieces shorter than this are found in any word.
const SHORTEST: usize = 3;
/// A word that so many documents have is no slip of the pen.
const KNOWN: u32 = 3;

/// The term of words written as one.
pub(super) fn whole(index: &Index, folded: &str) -> Option<Term> {
    index.term(&stemmed(folded))
}

/// Neighboring words that the index knows as one: who has the one answers both.
pub(super) fn join(query: &mut Query, index: &Index) {
    for at in 1..query.slots.len() {
        let (before, behind) = query.slots.split_at_mut(at);
        let (Some(first), Some(second)) = (before.last_mut(), behind.first_mut()) else {
            continue;
        };
        if !first.is_word() || !second.is_word() {
            continue;
        }
        let together = format!("{}{}", first.token.folded, second.token.folded);
        if let Some(term) = whole(index, &together) {
            first.answers(vec![term.clone()], Form::Same, TOGETHER);
            second.answers(vec![term], Form::Same, TOGETHER);
        }
    }
}

/// A word that the index has not, or hardly, and whose two parts stand side by side in some name: who has both has it.
pub(super) fn split(query: &mut Query, index: &Index) {
    for slot in &mut query.slots {
        let Some([first, second]) = apart(slot, index) else {
            continue;
        };
        let terms: Vec<Term> = [first, second]
            .into_iter()
            .flat_map(Slot::into_terms)
            .collect();
        if are_neighbors(&terms, index) {
            slot.answers(terms, Form::Same, TOGETHER);
        }
    }
}

/// A word that nothing was found for, in two words that are found at least apart: each becomes a slot of its own.
pub(super) fn divide(query: &mut Query, index: &Index) {
    let mut slots = Vec::with_capacity(query.slots.len());
    for slot in query.slots.drain(..) {
        match apart(&slot, index) {
            Some(pair) if slot.ways.is_empty() => slots.extend(pair),
            _ => slots.push(slot),
        }
    }
    query.slots = slots;
}

/// Whether the second term follows the first in any name.
fn are_neighbors(terms: &[Term], index: &Index) -> bool {
    let [first, second] = terms else {
        return false;
    };
    let (mut before, mut behind) = (Postings::default(), Postings::default());
    index.postings(first, &mut before);
    index.postings(second, &mut behind);
    let mut pairs = before.docs.iter().zip(&before.places);
    pairs.any(|(doc, places)| {
        let at = behind.docs.binary_search(doc).ok();
        at.and_then(|at| behind.places.get(at))
            .is_some_and(|next| places << 1 & next != 0)
    })
}

/// The most frequent way to cut a word in two; `hardisk` is cut between two words that share a letter.
fn apart(slot: &Slot, index: &Index) -> Option<[Slot; 2]> {
    let word = &slot.token.folded;
    if !slot.is_word() || !word.is_ascii() || KNOWN < slot.frequency() {
        return None;
    }
    let best = |shared: usize| {
        let cuts = SHORTEST..(word.len() + 1).saturating_sub(SHORTEST);
        let pairs = cuts.filter_map(|at| {
            let (first, second) = (word.get(..at)?, word.get(at - shared..)?);
            let terms = (whole(index, first)?, whole(index, second)?);
            let df = terms.0.df.min(terms.1.df);
            Some((df, at, [(first, terms.0), (second, terms.1)]))
        });
        pairs
            .max_by_key(|(df, at, _)| (*df, *at))
            .filter(|(df, ..)| KNOWN < *df)
    };
    let (_, _, parts) = best(0).or_else(|| best(1))?;
    Some(parts.map(|(folded, term)| {
        let mut part = Slot {
            word: slot.word,
            token: slot.token.clone(),
            ways: Vec::new(),
        };
        folded.clone_into(&mut part.token.folded);
        part.token.term.clone_from(&term.text);
        part.answers(vec![term], Form::Same, TOGETHER);
        part
    }))
}

/// Words so short that the stem keeps their plural: `bras`, `gas`. The other number is hardly less sure.
pub(super) fn number(query: &mut Query, index: &Index) {
    /// Letters of the stems that are looked at again.
    const SHORT: std::ops::RangeInclusive<usize> = 3..=4;
    for slot in query.slots.iter_mut().filter(|slot| slot.is_word()) {
        let term = slot.token.term.clone();
        if !SHORT.contains(&term.len()) || !term.is_ascii() {
            continue;
        }
        let other = match term.strip_suffix('s') {
            Some(stem) if !stem.ends_with('s') => stem.to_owned(),
            Some(_) => continue,
            None => format!("{term}s"),
        };
        slot.answers(
            index.term(&other).into_iter().collect(),
            Form::Same,
            TOGETHER,
        );
    }
}
