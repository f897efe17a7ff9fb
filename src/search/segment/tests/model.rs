//! The same index made of maps, and documents to fill both with.

use std::collections::BTreeMap;

use proptest::prelude::*;

use crate::document::{Document, Field, Kind};
use crate::segment::{Counts, Index, Postings, Segment, Writer};
use crate::text::{Analyzer, Side};

/// A document that owns its text.
#[derive(Clone, Debug)]
pub struct Owned {
    pub kind: Kind,
    pub row: u32,
    pub key: String,
    pub fields: [String; Field::ALL.len()],
}

impl Owned {
    pub fn borrow(&self) -> Document<'_> {
        Document {
            kind: self.kind,
            row: self.row,
            key: &self.key,
            fields: std::array::from_fn(|field| self.fields[field].as_str()),
        }
    }
}

/// Words of the trade, some of them rare, some in every other text.
const WORDS: [&str; 24] = [
    "bolt",
    "bolts",
    "hexagon",
    "the",
    "with",
    "galvanized",
    "stainless steel",
    "M8x40",
    "10 mm",
    "1 cm",
    "ISO4017",
    "DIN 933",
    "6204-2RS",
    "t-shirt",
    "boxes",
    "box",
    "不锈钢螺丝",
    "泵",
    "N95",
    "5,5",
    "glove",
    "gloves",
    "cut-resistant",
    "ÄÖ",
];

fn text(most: usize) -> impl Strategy<Value = String> {
    let word = prop_oneof![
        6 => prop::sample::select(&WORDS[..]).prop_map(str::to_owned),
        1 => "[a-z]{1,9}",
        1 => "[A-Z0-9-]{1,12}",
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(word, 0..most).prop_map(|words| words.join(" "))
}

pub fn documents(most: usize) -> impl Strategy<Value = Vec<Owned>> {
    let fields = (
        text(9),
        text(5),
        text(3),
        text(3),
        text(6),
        text(3),
        text(40),
        text(9),
    );
    let kinds =
        prop_oneof![8 => Just(Kind::Product), 1 => Just(Kind::Category), 1 => Just(Kind::Supplier)];
    let document = (kinds, "[a-z-]{1,12}", fields).prop_map(|(kind, key, f)| Owned {
        kind,
        row: 0,
        key,
        fields: [f.0, f.1, f.2, f.3, f.4, f.5, f.6, f.7],
    });
    prop::collection::vec(document, 0..most).prop_map(|mut documents| {
        for (row, document) in documents.iter_mut().enumerate() {
            document.row = row as u32;
        }
        documents
    })
}

pub fn bytes_of<'d>(documents: impl IntoIterator<Item = &'d Owned>) -> Vec<u8> {
    let mut writer = Writer::new(None);
    for document in documents {
        writer.add(&document.borrow());
    }
    writer.finish()
}

pub fn index_of(documents: &[Owned]) -> Index {
    let mut index = Index::new();
    index.push(Segment::open(bytes_of(documents)).expect("what was written opens"));
    index
}

/// For each term, by row, its counts and places.
pub type Lists = BTreeMap<String, BTreeMap<u32, (Counts, u64)>>;

/// What should be in the index, found one document after the other.
pub fn lists(documents: &[Owned]) -> Lists {
    let mut lists = Lists::new();
    let mut analyzer = Analyzer::new();
    for document in documents {
        for field in Field::ALL {
            let (side, most) = match field {
                Field::NameEn | Field::NameZh => (Side::Name, 3),
                Field::Category | Field::Attributes => (Side::Name, 1),
                Field::Codes => (Side::Codes, 1),
                Field::Supplier => (Side::Body, 1),
                Field::DescriptionEn | Field::DescriptionZh => (Side::Body, 3),
            };
            analyzer.run(&document.fields[field as usize], side, None, &mut |token| {
                if token.stop || token.term.is_empty() || token.term.len() > 96 {
                    return;
                }
                let list = lists.entry(token.term.to_owned()).or_default();
                let (counts, places) = list.entry(document.row).or_default();
                if counts.of(field) < most {
                    counts.0 += 1 << (4 * field as u32);
                }
                if (field as usize) < 2 {
                    *places |= 1 << (32 * field as u32 + token.position.min(31));
                }
            });
        }
    }
    for (counts, _) in lists.values_mut().flat_map(BTreeMap::values_mut) {
        if counts.named() {
            for field in [Field::DescriptionEn, Field::DescriptionZh] {
                let more = counts.of(field).saturating_sub(1);
                counts.0 -= more << (4 * field as u32);
            }
        }
    }
    lists
}

/// What an index says of a term, by row.
pub fn list(index: &Index, term: &str) -> BTreeMap<u32, (Counts, u64)> {
    let mut postings = Postings::default();
    let Some(term) = index.term(term) else {
        return BTreeMap::new();
    };
    index.postings(&term, &mut postings);
    assert_eq!(postings.docs.len(), postings.counts.len());
    assert_eq!(postings.docs.len(), postings.places.len());
    assert!(postings.docs.is_sorted_by(|a, b| a < b), "documents rise");
    let docs = postings.docs.iter().map(|doc| index.row(*doc));
    docs.zip(
        postings
            .counts
            .iter()
            .copied()
            .zip(postings.places.iter().copied()),
    )
    .collect()
}
