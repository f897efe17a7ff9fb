//! What is offered while somebody types: the last word finished, categories and suppliers, products by part number.

use std::collections::HashSet;

use crate::{
    ask::Suggestion,
    document::{Field, Kind},
    lexicon::Lexicon,
    order,
    query::{Query, Slot, understand},
    rank::Ranker,
    segment::{Index, Postings, Term},
    text,
};

/// Words that the last one may become; of these the ones that go with the others are offered.
const CANDIDATES: usize = 32;
/// Categories and suppliers offered at most.
const PLACES: usize = 4;
/// Products offered for the beginning of a part number.
const PRODUCTS: usize = 3;
/// Categories for a page that has little else to show.
const NEAREST: usize = 6;

/// Suggestions for an unfinished text, best first: queries, then places.
pub fn suggest(
    text: &str,
    index: &Index,
    lexicon: Option<&Lexicon>,
    ranker: &mut Ranker,
    limit: usize,
) -> Vec<Suggestion> {
    let query = understand(text, index, lexicon, false);
    let mut offered = Vec::new();
    let places = ranker.rank_kinds(&query, index, PLACES, &[Kind::Category, Kind::Supplier]);
    let queries = limit.saturating_sub(places.len().min(limit / 2));
    if let Some((last, others)) = query.slots.split_last()
        && text.chars().next_back().is_some_and(char::is_alphanumeric)
    {
        products(last, index, &mut offered);
        finished(text, last, others, index, queries, &mut offered);
    }
    offered.extend(places.into_iter().map(|place| Suggestion::Place {
        kind: index.kind(place.doc),
        key: index.key(place.doc).to_owned(),
        row: place.row,
    }));
    offered.truncate(limit);
    offered
}

/// Slugs of the categories nearest to a query.
pub fn categories(query: &Query, index: &Index, ranker: &mut Ranker) -> Vec<String> {
    let nearest = ranker.rank_kinds(query, index, NEAREST, &[Kind::Category]);
    nearest
        .into_iter()
        .map(|category| index.key(category.doc).to_owned())
        .collect()
}

/// Products by the beginning of their part number.
fn products(last: &Slot, index: &Index, offered: &mut Vec<Suggestion>) {
    let is_code = last.token.folded.bytes().any(|byte| byte.is_ascii_digit());
    if !is_code || last.token.folded.len() < 3 {
        return;
    }
    let code: String = last
        .token
        .folded
        .chars()
        .filter(|c| c.is_alphanumeric())
        .collect();
    let begun = index.begun(&code, PRODUCTS);
    let mut postings = Postings::default();
    let mut seen = HashSet::new();
    for term in index.term(&code).into_iter().chain(begun) {
        index.postings(&term, &mut postings);
        let coded = postings
            .docs
            .iter()
            .zip(&postings.counts)
            .filter(|(_, counts)| counts.of(Field::Codes) != 0);
        for (doc, _) in coded {
            if offered.len() < PRODUCTS && index.kind(*doc) == Kind::Product && seen.insert(*doc) {
                offered.push(Suggestion::Place {
                    kind: Kind::Product,
                    key: index.key(*doc).to_owned(),
                    row: index.row(*doc),
                });
            }
        }
    }
}

/// The text with its last word finished, the words first that go with the others most often.
fn finished(
    text: &str,
    last: &Slot,
    others: &[Slot],
    index: &Index,
    limit: usize,
    offered: &mut Vec<Suggestion>,
) {
    let begun = index.begun(&last.token.folded, CANDIDATES);
    let fit = |kind| {
        matches!(
            kind,
            text::Kind::Word | text::Kind::HanWord | text::Kind::Compound
        )
    };
    let whole = last
        .ways
        .iter()
        .filter(|way| way.terms.len() == 1 && way.weight == 1.0);
    let whole = whole.flat_map(|way| way.terms.iter().cloned());
    let mut candidates: Vec<(u32, Term)> = whole
        .chain(begun)
        .filter(|term| fit(term.kind))
        .map(|term| (term.df, term))
        .collect();
    if let Some(around) = beside(others, index) {
        let mut postings = Postings::default();
        for (together, term) in &mut candidates {
            index.postings(term, &mut postings);
            let shared = postings
                .docs
                .iter()
                .filter(|doc| around.binary_search(&u64::from(**doc)).is_ok())
                .count();
            *together = u32::try_from(shared).unwrap_or(u32::MAX);
        }
        candidates.retain(|(together, _)| 0 < *together);
    }
    order::sort(&mut candidates, |(a, one), (b, other)| {
        b.cmp(a).then_with(|| one.written.cmp(&other.written))
    });
    let typed = text
        .get(..text.len().saturating_sub(tail(text, last)))
        .unwrap_or_default();
    let mut seen = HashSet::new();
    for (_, term) in candidates {
        let query = format!("{typed}{}", term.written);
        if seen.len() < limit && query != text && seen.insert(query.clone()) {
            offered.push(Suggestion::Query { text: query });
        }
    }
}

/// Bytes of the last word at the end of the text.
fn tail(text: &str, last: &Slot) -> usize {
    text.len().saturating_sub(last.token.start as usize)
}

/// Documents that have all the other words; `None` where there are no others.
fn beside(others: &[Slot], index: &Index) -> Option<Vec<u64>> {
    let mut around: Option<Vec<u64>> = None;
    let mut postings = Postings::default();
    for slot in others {
        let mut here: Vec<u64> = Vec::new();
        for way in &slot.ways {
            if let [term] = way.terms.as_slice() {
                index.postings(term, &mut postings);
                here.extend(postings.docs.iter().copied().map(u64::from));
            }
        }
        here.sort_unstable();
        here.dedup();
        around = Some(match around {
            Some(before) => before
                .into_iter()
                .filter(|doc| here.binary_search(doc).is_ok())
                .collect(),
            None => here,
        });
    }
    around
}
