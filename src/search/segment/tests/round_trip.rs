//! Postings, columns and deletions against the model.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::model::{bytes_of, documents, index_of, list, lists};
use crate::document::{Document, Field, Kind};
use crate::segment::{Index, Postings, Segment, Writer, deletions};

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_term_is_found_where_it_stands(documents in documents(40)) {
        let index = index_of(&documents);
        let lists = lists(&documents);
        prop_assert_eq!(index.segments()[0].terms() as usize, lists.len());
        for (term, expected) in &lists {
            prop_assert_eq!(&list(&index, term), expected, "{}", term);
            prop_assert_eq!(index.term(term).map(|term| term.df as usize), Some(expected.len()));
        }
        prop_assert!(index.term("nothing has this").is_none());
    }

    #[test]
    fn several_segments_are_found_in_as_one(documents in documents(40), parts in 2..5usize) {
        let whole = index_of(&documents);
        let mut parted = Index::new();
        for part in 0..parts {
            let some = documents.iter().skip(part).step_by(parts);
            parted.push(Segment::open(bytes_of(some)).expect("what was written opens"));
        }
        prop_assert_eq!(whole.documents(), parted.documents());
        for term in lists(&documents).keys() {
            prop_assert_eq!(list(&whole, term), list(&parted, term), "{}", term);
        }
        for field in Field::ALL {
            prop_assert_eq!(whole.total_length(field), parted.total_length(field));
            prop_assert_eq!(whole.documents_with(field), parted.documents_with(field));
        }
#[expect(clippy::type_complexity, reason = "the model is made of plain maps on purpose")]
        let told = |index: &Index| -> BTreeSet<(u32, u8, String, Vec<u32>, Option<u32>)> {
            (0..index.documents()).map(|doc| {
                let lengths = Field::ALL.map(|field| index.length(doc, field)).to_vec();
                let key = index.key(doc).to_owned();
                (index.row(doc), index.kind(doc) as u8, key, lengths, index.head(doc, Field::NameEn))
            }).collect()
        };
        prop_assert_eq!(told(&whole), told(&parted));
        for document in documents.iter().filter(|document| document.kind != Kind::Product) {
            let found = (0..whole.documents()).find(|doc| whole.row(*doc) == document.row).expect("it is there");
            prop_assert_eq!(whole.key(found), &document.key);
            prop_assert_eq!(whole.kind(found), document.kind);
        }
    }

    #[test]
    fn the_same_documents_in_any_order_give_the_same_bytes(mut documents in documents(80), turn in 0..80usize) {
        let bytes = bytes_of(&documents);
        let turn = turn.min(documents.len());
        documents.rotate_left(turn);
        prop_assert_eq!(&bytes, &bytes_of(&documents));
        documents.reverse();
        prop_assert_eq!(&bytes, &bytes_of(&documents));
    }

    #[test]
    fn names_come_back_term_by_term(documents in documents(30)) {
        let index = index_of(&documents);
        let lists = lists(&documents);
        for doc in 0..index.documents() {
            for field in [Field::NameEn, Field::NameZh] {
                let mut found = BTreeSet::new();
                index.name_terms(doc, field, &mut |position, term| {
                    found.insert((position, term.to_owned()));
                });
                let mut expected = BTreeSet::new();
                for (term, list) in &lists {
                    let places = list.get(&index.row(doc)).map_or(0, |(_, places)| places >> (32 * field as u32) & 0xffff_ffff);
                    expected.extend((0..32).filter(|p| places >> p & 1 == 1).map(|p| (p, term.clone())));
                }
                prop_assert_eq!(&found, &expected);
                for (position, _) in &found {
                    let first = found.iter().find(|(at, _)| at == position).map(|(_, term)| term.clone());
                    prop_assert_eq!(index.name_term_at(doc, field, *position), first);
                }
            }
        }
    }

    #[test]
    fn deleted_documents_are_found_no_more(documents in documents(30), rows in prop::collection::btree_set(0..30u32, 0..9)) {
        let mut index = index_of(&documents);
        let one = &index.segments()[0];
        let file = deletions(one, |doc| rows.contains(&one.row(doc)));
        index.delete(&file).expect("the deletions belong to this segment");
        for (term, mut expected) in lists(&documents) {
            expected.retain(|row, _| !rows.contains(row));
            prop_assert_eq!(list(&index, &term), expected);
        }
        let mut other = index_of(&documents[..documents.len() / 2]);
        if other.segments()[0].hash() != index.segments()[0].hash() {
            prop_assert!(other.delete(&file).is_err(), "another segment's deletions are refused");
        }
        for at in 0..file.len() {
            let mut damaged = file.clone();
            damaged[at] ^= 0x10;
            prop_assert!(index.delete(&damaged).is_err());
            prop_assert!(index.delete(&file[..at]).is_err());
        }
    }
}

#[test]
fn a_large_segment_leaves_out_what_weighs_little() {
    let long = "steel part of the usual make for general use in plants ".repeat(4);
    let mut writer = Writer::new(None);
    for row in 0..5000u32 {
        let name = format!("part {row}");
        let body = if row == 7 {
            format!("{long} trunnion")
        } else {
            long.clone()
        };
        let mut fields = [""; Field::ALL.len()];
        fields[Field::NameEn as usize] = &name;
        fields[Field::DescriptionEn as usize] = &body;
        writer.add(&Document {
            kind: Kind::Product,
            row,
            key: "",
            fields,
        });
    }
    let mut index = Index::new();
    index.push(Segment::open(writer.finish()).expect("what was written opens"));
    let mut postings = Postings::default();
    assert!(
        index.term("plant").is_none(),
        "in every description, and says nothing"
    );
    index.postings(&index.term("part").expect("in every name"), &mut postings);
    assert_eq!(postings.len(), 5000, "names keep all their words");
    index.postings(
        &index.term("trunnion").expect("a rare word is kept"),
        &mut postings,
    );
    assert_eq!(
        postings
            .docs
            .iter()
            .map(|doc| index.row(*doc))
            .collect::<Vec<_>>(),
        [7]
    );
}
