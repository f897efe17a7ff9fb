//! Finding terms by their beginning and by misspellings, against trying all.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::model::{Owned, documents, index_of, lists};
use crate::document::{Field, Kind};
use crate::segment::Index;

/// Optimal string alignment distance by its definition.
fn edits(a: &[u8], b: &[u8]) -> usize {
    let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            table[i][j] = if i == 0 || j == 0 {
                i + j
            } else {
                let changed = table[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                let mut best = changed.min(table[i - 1][j] + 1).min(table[i][j - 1] + 1);
                if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                    best = best.min(table[i - 2][j - 2] + 1);
                }
                best
            };
        }
    }
    table[a.len()][b.len()]
}

fn expected_near(
    index: &Index,
    terms: impl Iterator<Item = String>,
    word: &str,
    most: u8,
) -> BTreeMap<String, u8> {
    let letters = |text: &str| text.bytes().all(|byte| byte.is_ascii_lowercase());
    let mut near = BTreeMap::new();
    for text in terms {
        let term = index.term(&text).expect("the model has it");
        let far = most + 1;
        let distance = |written: &str| {
            if letters(written) {
                edits(written.as_bytes(), word.as_bytes()) as u8
            } else {
                far
            }
        };
        let nearest = if letters(&text) {
            distance(&text).min(distance(&term.written))
        } else {
            far
        };
        if (1..=most).contains(&nearest) {
            near.insert(text, nearest);
        }
    }
    near
}

/// One product whose name is these words.
fn named(words: &str) -> Vec<Owned> {
    let mut fields: [String; Field::ALL.len()] = Default::default();
    fields[Field::NameEn as usize] = words.to_owned();
    vec![Owned {
        kind: Kind::Product,
        row: 0,
        key: String::new(),
        fields,
    }]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn near_words_are_those_within_so_many_edits(words in prop::collection::vec("[a-c]{1,6}", 1..200), word in "[a-d]{1,6}") {
        let documents = named(&words.join(" "));
        let index = index_of(&documents);
        for most in [1, 2] {
            let found: BTreeMap<String, u8> =
                index.near(&word, most, usize::MAX).into_iter().map(|(term, edits)| (term.text, edits)).collect();
            prop_assert_eq!(found, expected_near(&index, lists(&documents).into_keys(), &word, most));
        }
    }

    #[test]
    fn begun_terms_are_those_written_so(documents in documents(40), prefix in "[a-z0-9]{1,5}") {
        let index = index_of(&documents);
        let mut expected: Vec<(u32, String)> = lists(&documents)
            .into_keys()
            .filter_map(|text| {
                let term = index.term(&text)?;
                let longer = text.len() > prefix.len() && text.starts_with(&prefix);
                let written = term.written.len() > prefix.len() && term.written.starts_with(&prefix);
                (longer || written).then_some((term.df, text))
            })
            .collect();
        expected.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        expected.truncate(5);
        let found: Vec<(u32, String)> = index.begun(&prefix, 5).into_iter().map(|term| (term.df, term.text)).collect();
        prop_assert_eq!(found, expected);
    }
}

#[test]
fn words_are_offered_as_they_are_written() {
    let index = index_of(&named("galvanized galvanized galvanizing bolts"));
    let written = |terms: Vec<crate::segment::Term>| {
        terms
            .into_iter()
            .map(|term| term.written)
            .collect::<Vec<_>>()
    };
    assert_eq!(written(index.begun("galvani", 5)), ["galvanized"]);
    assert_eq!(written(index.begun("bol", 5)), ["bolts"]);
    let near = index.near("galvanizd", 1, 5);
    assert_eq!(
        near.first()
            .map(|(term, edits)| (term.written.as_str(), *edits)),
        Some(("galvanized", 1))
    );
}

#[test]
fn numbers_and_codes_have_no_near_ones() {
    let index = index_of(&named("M8x40 6204-2RS ISO4017 10mm"));
    for typed in ["m8x41", "62042rz", "iso4018", "=11mm", "bolt"] {
        assert!(index.near(typed, 2, 9).is_empty(), "{typed}");
    }
}
