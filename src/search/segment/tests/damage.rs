//! Damaged bytes are refused; and damage that the hash does not show reads as something or nothing, soon.

use proptest::prelude::*;

use super::model::{bytes_of, documents};
use crate::document::Field;
use crate::segment::{Index, Postings, Segment, SegmentError};

/// Asks everything that can be asked.
fn read_all(bytes: Vec<u8>) -> Result<usize, SegmentError> {
    let segment = Segment::open(bytes)?;
    let mut index = Index::new();
    index.push(segment.clone());
    let mut postings = Postings::default();
    let mut seen = 0;
    for id in 0..segment.terms() + 2 {
        let text = segment.text(id);
        seen += segment.written(id, &text).len()
            + segment.term_kind(id) as usize
            + segment.frequency(id) as usize;
        postings.clear();
        segment.read(id, 0, &mut postings);
        assert!(
            postings.docs.iter().all(|doc| *doc < segment.documents()),
            "no document is made up"
        );
        seen += postings.len();
        if id % 16 == 0 {
            seen += index.term(&text).map_or(0, |term| term.df as usize);
            seen +=
                index.begun(text.get(..1).unwrap_or(""), 3).len() + index.near(&text, 2, 3).len();
        }
    }
    for doc in 0..segment.documents().min(500) + 2 {
        seen += index.row(doc) as usize % 2 + index.kind(doc) as usize + index.key(doc).len();
        seen += Field::ALL
            .iter()
            .filter(|field| index.length(doc, **field) > 0)
            .count();
        seen += index
            .head(doc, Field::NameEn)
            .map_or(0, |head| head as usize);
        index.name_terms(doc, Field::NameEn, &mut |_, term| seen += term.len());
    }
    Ok(seen)
}

/// Changes a byte, takes some out, or puts some in.
fn damage(bytes: &mut Vec<u8>, at: usize, how: u8, with: u8) {
    if bytes.is_empty() {
        return;
    }
    let at = at % bytes.len();
    match how % 4 {
        0 => bytes[at] ^= with.max(1),
        1 => bytes[at] = with,
        2 => {
            bytes.drain(at..(at + with as usize).min(bytes.len()));
        }
        _ => {
            bytes.splice(at..at, std::iter::repeat_n(with, 1 + with as usize % 7));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(Segment::open(bytes.clone()).is_err());
        let mut begun = b"HubS\x01\xff\0\0".to_vec();
        begun.extend(bytes);
        Segment::reseal(&mut begun);
        // Whether or not a header happens to fit, reading ends.
        let _ = read_all(begun);
    }

    #[test]
    fn damage_is_refused(documents in documents(12), at in any::<usize>(), how in any::<u8>(), with in any::<u8>()) {
        let whole = bytes_of(&documents);
        let mut bytes = whole.clone();
        damage(&mut bytes, at, how, with);
        prop_assert_eq!(Segment::open(bytes.clone()).is_ok(), bytes == whole);
    }

    #[test]
    fn what_the_hash_does_not_show_does_no_harm(
        documents in documents(12),
        damages in prop::collection::vec((any::<usize>(), any::<u8>(), any::<u8>()), 1..6),
    ) {
        let mut bytes = bytes_of(&documents);
        for (at, how, with) in damages {
            // Sections of the length that the header says are the more dangerous damage.
            damage(&mut bytes, at, if at % 4 == 0 { how } else { how % 2 }, with);
        }
        Segment::reseal(&mut bytes);
        let _ = read_all(bytes);
    }
}

#[test]
fn an_empty_segment_reads() {
    let bytes = bytes_of(&[]);
    assert_eq!(
        Segment::open(bytes.clone()).map(|segment| segment.documents() + segment.terms()),
        Ok(0)
    );
    assert!(read_all(bytes).is_ok());
}

#[test]
fn a_refusal_says_why() {
    let whole = bytes_of(&[]);
    let with = |at: usize, byte: u8| {
        let mut bytes = whole.clone();
        bytes[at] = byte;
        Segment::open(bytes).err()
    };
    assert_eq!(with(0, b'x'), Some(SegmentError::Magic));
    assert_eq!(with(4, 99), Some(SegmentError::Version(99)));
    assert_eq!(with(20, 9), Some(SegmentError::Hash));
    assert_eq!(
        Segment::open(whole[..50].to_vec()).err(),
        Some(SegmentError::Short)
    );
    assert_eq!(Segment::open(Vec::new()).err(), Some(SegmentError::Magic));
}
