//! A query understood and ranked, as the page is told it.

use crate::{
    ask::{Form, Found, Hit},
    query::{Query, Slot},
    rank::Ranked,
};

/// Below this many hits that have every word the reader may want another spelling.
pub const LITTLE: usize = 3;

/// Puts the answer together. Hits that have every word stand first as far as the order says so; `whole` counts these.
pub fn found(query: Query, ranked: Vec<Ranked>, limit: usize, categories: Vec<String>) -> Found {
    let whole = ranked.iter().take_while(|ranked| ranked.is_whole).count();
    let did_you_mean = if whole < LITTLE || is_guessed(&query) {
        respelled(&query)
    } else {
        None
    };
    let hits = ranked.into_iter().take(limit).map(|ranked| Hit {
        row: ranked.row,
        score: ranked.score,
        parts: ranked.parts,
    });
    Found {
        hits: hits.collect(),
        whole: u32::try_from(whole.min(limit)).unwrap_or(u32::MAX),
        words: query.words,
        did_you_mean,
        categories,
    }
}

/// Whether some word was only found by guessing what was meant.
fn is_guessed(query: &Query) -> bool {
    query.slots.iter().any(|slot| {
        !slot.ways.is_empty()
            && slot
                .ways
                .iter()
                .all(|way| matches!(way.form, Form::Spelling(_)))
    })
}

/// The query with each word that is not there in its likeliest spelling.
fn respelled(query: &Query) -> Option<String> {
    let spelling = |slot: &Slot| {
        slot.ways
            .iter()
            .filter(|_| slot.frequency() == 0)
            .find_map(|way| match &way.form {
                Form::Spelling(spelling) => Some(spelling.clone()),
                _ => None,
            })
    };
    let mut changed = false;
    let words = query.words.iter().enumerate().map(|(number, word)| {
        let slot = query
            .slots
            .iter()
            .find(|slot| usize::from(slot.word) == number);
        let better = slot.and_then(spelling);
        changed |= better.is_some();
        better.unwrap_or_else(|| word.text.clone())
    });
    let words: Vec<String> = words.collect();
    changed.then(|| words.join(" "))
}
