//! A search over fetched blocks against scoring every document; and blocks that are damaged or missing.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::level::{level, worth};
use super::top::GRAIN;
use super::{File, Files, Hit, Range, Root, Search, ShardError, Shards, Step};
use crate::document::{Field, Kind};
use crate::segment::tests::model::{Owned, index_of, lists};
use crate::text::{Side, analyze};

const WORDS: [&str; 12] = [
    "bolt", "nut", "steel", "M8x40", "washer", "zinc", "hexagon", "ISO4017", "10 mm", "pump",
    "valve", "glove",
];

/// Names of a few words; the number of the document decides which are likely, as in a catalogue by category.
fn documents() -> impl Strategy<Value = Vec<Owned>> {
    let name = prop::collection::vec((0..WORDS.len(), 0..4usize), 1..6);
    prop::collection::vec(name, 1..600).prop_map(|names| {
        let all = names.len();
        let document = |(row, words): (usize, Vec<(usize, usize)>)| {
            let word = |(word, near): &(usize, usize)| {
                WORDS[(word / (near + 1) + row * 6 / all) % WORDS.len()]
            };
            let mut fields: [String; Field::ALL.len()] = Default::default();
            fields[Field::NameEn as usize] = words.iter().map(word).collect::<Vec<_>>().join(" ");
            fields[Field::Codes as usize] = format!("P-{:05}", row * 7);
            Owned {
                kind: Kind::Product,
                row: row as u32,
                key: format!("s.{row}"),
                fields,
            }
        };
        names.into_iter().enumerate().map(document).collect()
    })
}

fn files_of(documents: &[Owned]) -> Files {
    let mut shards = Shards::new(None);
    for document in documents {
        shards.add(&document.borrow(), &document.fields[0]);
    }
    shards.finish()
}

fn bytes_at(files: &Files, range: Range) -> Vec<u8> {
    let file = match range.file {
        File::Dictionary => &files.dictionary,
        File::Postings => &files.postings,
        File::Pages => &files.pages,
        File::Documents => &files.documents,
    };
    let from = range.from as usize;
    file.get(from..from.saturating_add(range.len as usize))
        .unwrap_or_default()
        .to_vec()
}

fn search(files: &Files, terms: &[String], limit: usize) -> Result<Vec<Hit>, ShardError> {
    let mut search = Search::new(&Root::open(&files.root)?, terms, limit);
    for _ in 0..10_000 {
        match search.step()? {
            Step::Done(hits) => return Ok(hits),
            Step::Need(ranges) => {
                assert!(!ranges.is_empty(), "nothing to wait for");
                for range in ranges {
                    search.feed(range, bytes_at(files, range))?;
                }
            }
        }
    }
    panic!("the search does not end");
}

/// Every document scored.
fn all(documents: &[Owned], terms: &[String]) -> BTreeMap<u32, u64> {
    let index = index_of(documents);
    let lists = lists(documents);
    let lengths: BTreeMap<u32, [u32; 8]> = (0..index.documents())
        .map(|doc| {
            (
                index.row(doc),
                Field::ALL.map(|field| index.length(doc, field)),
            )
        })
        .collect();
    let averages = Field::ALL
        .map(|field| index.total_length(field) as f32 / index.documents_with(field).max(1) as f32);
    let mut scores: BTreeMap<u32, u64> = BTreeMap::new();
    for term in terms {
        let Some(list) = lists.get(term) else {
            continue;
        };
        let worth = u64::from(worth(list.len() as u32, documents.len() as u32));
        for (row, (counts, _)) in list {
            *scores.entry(*row).or_default() +=
                worth * u64::from(level(*counts, &lengths[row], &averages));
        }
    }
    scores
}

fn worth_of(documents: &[Owned], term: &str) -> u64 {
    let lists = lists(documents);
    let df = lists.get(term).map_or(0, |list| list.len() as u32);
    if df == 0 {
        0
    } else {
        u64::from(worth(df, documents.len() as u32))
    }
}

fn terms() -> impl Strategy<Value = Vec<String>> {
    let known = prop::sample::select(vec![
        "bolt", "nut", "steel", "m8x40", "zinc", "=10mm", "pump", "p00070", "none",
    ]);
    prop::collection::btree_set(known.prop_map(str::to_owned), 0..5)
        .prop_map(|terms| terms.into_iter().collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn none_is_better_by_more_than_a_grain(documents in documents(), terms in terms(), limit in 0..15usize) {
        let hits = search(&files_of(&documents), &terms, limit).expect("nothing is damaged");
        let scores = all(&documents, &terms);
        let mut best: Vec<u64> = scores.values().copied().collect();
        best.sort_unstable_by(|a, b| b.cmp(a));
        best.truncate(limit);
        // The most that a grain can be: all terms at the best level.
        let most: u64 = terms.iter().map(|term| 15 * worth_of(&documents, term)).sum();
        prop_assert_eq!(hits.len(), best.len());
        for (hit, best) in hits.iter().zip(&best) {
            prop_assert!(hit.score <= *best && *best <= hit.score + (most / GRAIN).max(1), "{} {best}", hit.score);
        }
        prop_assert!(hits.is_sorted_by(|a, b| b.score < a.score || a.score == b.score && a.doc < b.doc));
        for hit in hits {
            let document = documents.iter().find(|document| document.key == hit.key).expect("the key is a document's");
            prop_assert_eq!(&hit.title, &document.fields[0]);
            prop_assert_eq!(Some(&hit.score), scores.get(&document.row));
        }
    }

    #[test]
    fn damage_is_an_error_or_was_not_read(
        documents in documents(),
        terms in terms(),
        file in 0..5u8,
        at in any::<usize>(),
        with in 1..=255u8,
        cut in any::<bool>(),
    ) {
        let whole = files_of(&documents);
        let mut files = whole.clone();
        let file = match file {
            0 => &mut files.root,
            1 => &mut files.dictionary,
            2 => &mut files.postings,
            3 => &mut files.pages,
            _ => &mut files.documents,
        };
        if !file.is_empty() {
            let at = at % file.len();
            if cut {
                file.truncate(at);
            } else {
                file[at] ^= with;
            }
        }
        if let Ok(hits) = search(&files, &terms, 10) {
            // Where pages begin has no hash of its own: the page it leads to has.
            prop_assert_eq!(hits, search(&whole, &terms, 10).expect("nothing is damaged"));
        }
    }

    #[test]
    fn any_root_and_any_bytes_end_somehow(root in prop::collection::vec(any::<u8>(), 0..200), fed in any::<u64>()) {
        prop_assert!(Root::open(&root).is_err());
        let files = files_of(&[]);
        let root = Root::open(&files.root).expect("an empty catalogue is one");
        prop_assert_eq!(root.documents(), 0);
        let mut search = Search::new(&root, &["bolt".to_owned()], 10);
        prop_assert_eq!(search.step(), Ok(Step::Done(Vec::new())));
        let range = Range { file: File::Postings, from: fed as u32, len: 3 };
        prop_assert_eq!(search.feed(range, vec![0; 3]), Err(ShardError::Unasked(range)));
    }
}

#[test]
fn little_is_fetched_of_common_words() {
    let mut shards = Shards::new(None);
    for row in 0..20_000u32 {
        // A word in every name, one in every name of a tenth of the catalogue, one in a single name.
        let kind = if (4000..6000).contains(&row) {
            "valve"
        } else {
            "pump"
        };
        let name = format!(
            "steel {kind} no {}",
            if row == 5003 { "unicum" } else { "usual" }
        );
        let mut fields = [""; Field::ALL.len()];
        fields[0] = &name;
        shards.add(
            &crate::document::Document {
                kind: Kind::Product,
                row,
                key: "k",
                fields,
            },
            &name,
        );
    }
    let files = shards.finish();
    let root = Root::open(&files.root).expect("it was written so");
    let fetched = |terms: &[&str]| {
        let tokens = terms
            .iter()
            .flat_map(|word| analyze(word, Side::Query, None));
        let terms: Vec<String> = tokens.map(|token| token.term).collect();
        let mut search = Search::new(&root, &terms, 10);
        let mut bytes = 0;
        loop {
            match search.step().expect("nothing is damaged") {
                Step::Done(hits) => {
                    return (
                        hits.first()
                            .map(|hit| hit.title.clone())
                            .unwrap_or_default(),
                        bytes,
                    );
                }
                Step::Need(ranges) => {
                    for range in ranges {
                        bytes += range.len;
                        search
                            .feed(range, bytes_at(&files, range))
                            .expect("it was asked for");
                    }
                }
            }
        }
    };
    let (first, bytes) = fetched(&["steel", "unicum"]);
    assert_eq!(first, "steel valve no unicum");
    assert!(bytes < 20_000, "{bytes} of {}", files.postings.len());
    let (first, bytes) = fetched(&["steel", "valve"]);
    assert_eq!(first, "steel valve no usual");
    assert!(bytes < 12_000, "{bytes} of {}", files.postings.len());
}
