//! Words of one language by what they are called in the other.

use super::{Query, Slot, cut};
use crate::{
    ask::Form,
    document::Field,
    lexicon::{Lexicon, translate},
    segment::{Index, Term},
    text::{Kind, OwnedToken, simplify},
};

/// A translation is never as sure as the word itself.
const TRANSLATED: f32 = 0.85;
/// Characters that stand together in a longer word, where the word as a whole is not known.
const IN_PIECES: f32 = 0.9;

/// Slots of a run of Han characters: the words of the dictionary, each by itself and by its English names.
pub(super) fn han(
    query: &mut Query,
    text: &str,
    tokens: &[OwnedToken],
    index: &Index,
    lexicon: Option<&Lexicon>,
) {
    let from = tokens.iter().map(|token| token.start).min().unwrap_or(0) as usize;
    let to = tokens.iter().map(|token| token.end).max().unwrap_or(0) as usize;
    let typed: Vec<char> = text.get(from..to).unwrap_or_default().chars().collect();
    let run: Vec<char> = typed.iter().map(|c| simplify(*c)).collect();
    let frequency = |term: &str| index.term(term).map_or(0, |term| term.df);
    let stretches = match lexicon {
        Some(lexicon) => translate::han(lexicon, &run, &frequency),
        None => Vec::new(),
    };
    if stretches.is_empty() {
        plain(query, text, tokens, index);
        return;
    }
    for stretch in stretches {
        let (Some(characters), Some(shown)) = (
            run.get(stretch.start..stretch.end),
            typed.get(stretch.start..stretch.end),
        ) else {
            continue;
        };
        if stretch.silent {
            continue;
        }
        let word = cut::word(query, &shown.iter().collect::<String>());
        let mut slot = slot(word, &characters.iter().collect::<String>(), tokens);
        slot.answers(
            index.term(&slot.token.term).into_iter().collect(),
            Form::Same,
            1.0,
        );
        if 2 < characters.len() {
            let pairs: Option<Vec<Term>> = characters
                .windows(2)
                .map(|pair| index.term(&pair.iter().collect::<String>()))
                .collect();
            slot.answers(pairs.unwrap_or_default(), Form::Same, IN_PIECES);
        }
        let names = translate::word_by_word(&stretch.wordings);
        if names.is_empty() {
            query.slots.push(slot);
            continue;
        }
        // A name of several words is asked for word by word, as it would be in its own language.
        for wordings in names {
            let mut slot = slot.clone();
            translated(&mut slot, &wordings, index);
            query.slots.push(slot);
        }
    }
}

fn slot(word: u16, term: &str, tokens: &[OwnedToken]) -> Slot {
    let token = OwnedToken {
        term: term.to_owned(),
        folded: term.to_owned(),
        kind: Kind::HanWord,
        position: tokens.first().map_or(0, |token| token.position),
        width: 1,
        start: tokens.first().map_or(0, |token| token.start),
        end: tokens.last().map_or(0, |token| token.end),
        stop: false,
    };
    Slot {
        word,
        token,
        ways: Vec::new(),
    }
}

/// Without a dictionary: every token is a word, single characters only where nothing else stands.
fn plain(query: &mut Query, text: &str, tokens: &[OwnedToken], index: &Index) {
    let has_longer = tokens.iter().any(|token| token.kind != Kind::HanChar);
    for token in tokens
        .iter()
        .filter(|token| !has_longer || token.kind != Kind::HanChar)
    {
        let word = cut::word(query, cut::written(text, token));
        let mut slot = slot(word, &token.term, std::slice::from_ref(token));
        slot.answers(
            index.term(&token.term).into_iter().collect(),
            Form::Same,
            1.0,
        );
        query.slots.push(slot);
    }
}

fn translated(slot: &mut Slot, wordings: &[translate::Wording], index: &Index) {
    for wording in wordings {
        let terms: Option<Vec<Term>> = wording.terms.iter().map(|term| index.term(term)).collect();
        let weight = f32::from(wording.weight.min(100)) / 100.0 * TRANSLATED;
        slot.answers(
            terms.unwrap_or_default(),
            Form::Translation(wording.text.clone()),
            weight,
        );
    }
}

/// Lets runs of Latin words be answered by their Chinese names: a name of several words answers each of them.
pub(super) fn latin(query: &mut Query, index: &Index, lexicon: Option<&Lexicon>) {
    let Some(lexicon) = lexicon else {
        return;
    };
    if index.documents_with(Field::NameZh) == 0 {
        return;
    }
    let frequency = |term: &str| index.term(term).map_or(0, |term| term.df);
    for run in query
        .slots
        .chunk_by_mut(|one, next| one.is_word() && next.is_word())
    {
        if run.first().is_none_or(|slot| !slot.is_word()) {
            continue;
        }
        let terms: Vec<String> = run.iter().map(|slot| slot.token.term.clone()).collect();
        let terms: Vec<&str> = terms.iter().map(String::as_str).collect();
        for stretch in translate::latin(lexicon, &terms, &frequency) {
            for slot in run.get_mut(stretch.start..stretch.end).unwrap_or_default() {
                translated(slot, &stretch.wordings, index);
            }
        }
    }
}
