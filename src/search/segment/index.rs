//! Several segments searched as one.

use std::collections::HashMap;

use super::deletions;
use super::error::SegmentError;
use super::near::near;
use super::postings::Postings;
use super::reader::Segment;
use crate::document::{Field, Kind};
use crate::order;
use crate::text;

/// A term of the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// What is looked up.
    pub text: String,
    /// How it is mostly written: what to show, and what beginnings are compared with.
    pub written: String,
    pub kind: text::Kind,
    /// In how many documents it stands, all segments together, deleted ones included.
    pub df: u32,
    /// Segment and number of the term in it.
    places: Vec<(u32, u32)>,
}

/// Segments in the order they came; documents are numbered through, `0..self.documents()`.
#[derive(Clone, Debug, Default)]
pub struct Index {
    segments: Vec<Segment>,
    /// The number of each segment's first document.
    starts: Vec<u32>,
    documents: u32,
}

impl Index {
    pub fn new() -> Index {
        Index::default()
    }

    /// Adds a segment behind the others: numbers of documents told before stay right.
    pub fn push(&mut self, segment: Segment) {
        self.starts.push(self.documents);
        self.documents = self.documents.saturating_add(segment.documents());
        self.segments.push(segment);
    }

    /// Takes in a file of [`super::deletions`]: its documents are found no more.
    ///
    /// # Errors
    /// When the bytes are damaged or belong to no segment that is here.
    pub fn delete(&mut self, deletions: &[u8]) -> Result<(), SegmentError> {
        let (hash, documents, bitmap) = deletions::read(deletions)?;
        let is_it =
            |segment: &&mut Segment| segment.hash() == hash && segment.documents() == documents;
        let segment = self
            .segments
            .iter_mut()
            .find(is_it)
            .ok_or(SegmentError::Stranger)?;
        segment.delete(bitmap);
        Ok(())
    }

    pub fn segments(&self) -> &[Segment] {
        &self.segments
    }

    /// Numbers of documents are below this; deleted ones count.
    pub fn documents(&self) -> u32 {
        self.documents
    }

    /// The term of exactly this text.
    #[inline(never)]
    pub fn term(&self, text: &str) -> Option<Term> {
        let mut term: Option<Term> = None;
        for (number, segment) in self.segments.iter().enumerate() {
            let Some(id) = segment.find(text) else {
                continue;
            };
            let term = term.get_or_insert_with(|| Term {
                text: text.to_owned(),
                written: segment.written(id, text),
                kind: segment.term_kind(id),
                df: 0,
                places: Vec::new(),
            });
            term.df = term.df.saturating_add(segment.frequency(id));
            term.places.push((number as u32, id));
        }
        term
    }

    /// Terms that as written begin with `prefix` and are longer, the most frequent first, then by text.
    pub fn begun(&self, prefix: &str, limit: usize) -> Vec<Term> {
        let mut found: HashMap<String, u32> = HashMap::new();
        for segment in &self.segments {
            // Frequencies are only summed up for the best of each segment; four times as many are enough in practice.
            for (text, df) in segment.begun(prefix, limit.saturating_mul(4)) {
                *found.entry(text).or_default() += df;
            }
        }
        let mut found: Vec<(String, u32)> = found.into_iter().collect();
        order::sort(&mut found, |a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        found.truncate(limit);
        found
            .into_iter()
            .filter_map(|(text, _)| self.term(&text))
            .collect()
    }

    /// Words within `edits` (1 or 2) of this one as it was typed, itself left out, with the number of edits; the nearest
    /// first, among these the most frequent. An edit inserts, deletes or changes a letter, or swaps two neighbors.
    /// Numbers and codes are never near.
    pub fn near(&self, word: &str, edits: u8, limit: usize) -> Vec<(Term, u8)> {
        let mut found: HashMap<String, u8> = HashMap::new();
        for segment in &self.segments {
            near(segment, word, edits.min(2), &mut |_, text, distance| {
                let least = found.entry(text.to_owned()).or_insert(distance);
                *least = distance.min(*least);
            });
        }
        let mut found: Vec<(Term, u8)> = found
            .into_iter()
            .filter_map(|(text, distance)| Some((self.term(&text)?, distance)))
            .collect();
        order::sort(&mut found, |(a, near_a), (b, near_b)| {
            near_a
                .cmp(near_b)
                .then(b.df.cmp(&a.df))
                .then_with(|| a.text.cmp(&b.text))
        });
        found.truncate(limit);
        found
    }

    /// Fills `into` with the postings of a term, deleted documents left out.
    pub fn postings(&self, term: &Term, into: &mut Postings) {
        into.clear();
        for (number, id) in &term.places {
            let at = *number as usize;
            if let (Some(segment), Some(start)) = (self.segments.get(at), self.starts.get(at)) {
                segment.read(*id, *start, into);
            }
        }
    }

    /// Segment of a document, and its number in there.
    fn locate(&self, doc: u32) -> Option<(&Segment, u32)> {
        let at = self
            .starts
            .partition_point(|start| *start <= doc)
            .checked_sub(1)?;
        Some((self.segments.get(at)?, doc - self.starts.get(at)?))
    }

    /// How many words stand in a field of a document; exact below 16, then within a sixteenth.
    pub fn length(&self, doc: u32, field: Field) -> u32 {
        self.locate(doc)
            .map_or(0, |(segment, doc)| segment.length(doc, field))
    }

    /// The lengths of a field for all documents in one column: for loops over many postings.
    pub fn lengths(&self, field: Field) -> Vec<u32> {
        let each = |segment: &Segment| {
            (0..segment.documents())
                .map(|doc| segment.length(doc, field))
                .collect()
        };
        self.segments
            .iter()
            .flat_map(|segment| -> Vec<u32> { each(segment) })
            .collect()
    }

    /// Words in a field of all documents together.
    pub fn total_length(&self, field: Field) -> u64 {
        self.segments
            .iter()
            .map(|segment| u64::from(segment.total_length(field)))
            .sum()
    }

    /// How many documents have this field.
    pub fn documents_with(&self, field: Field) -> u32 {
        self.segments
            .iter()
            .map(|segment| segment.documents_with(field))
            .sum()
    }

    /// Position of the head noun in a name: the last word before the first comma, bracket or `with`; of `NameEn` and
    /// `NameZh` only. The bit `1 << position` of the name's half of [`Postings::places`] tells whether a term is it.
    pub fn head(&self, doc: u32, field: Field) -> Option<u32> {
        self.locate(doc)
            .and_then(|(segment, doc)| segment.head(doc, field as usize))
    }

    /// The row by which the caller told the document.
    pub fn row(&self, doc: u32) -> u32 {
        self.locate(doc)
            .map_or(0, |(segment, doc)| segment.row(doc))
    }

    pub fn kind(&self, doc: u32) -> Kind {
        self.locate(doc)
            .map_or(Kind::Product, |(segment, doc)| segment.kind(doc))
    }

    /// A category's slug, a supplier's code; empty for a product, whose row says it.
    pub fn key(&self, doc: u32) -> &str {
        self.locate(doc)
            .map_or("", |(segment, doc)| segment.key(doc))
    }

    /// The terms of a document's name (`NameEn` or `NameZh`) by position, other readings of a word beside it. The first
    /// call takes time in proportion to the segment.
    pub fn name_terms(&self, doc: u32, field: Field, each: &mut dyn FnMut(u32, &str)) {
        let Some((segment, doc)) = self.locate(doc) else {
            return;
        };
        for (term, place) in segment.names().of(doc) {
            if u32::from(*place) / 32 == field as u32 {
                each(u32::from(*place) % 32, &segment.text(*term));
            }
        }
    }

    /// Whether two documents of one segment have the same words in their names, in both languages.
    pub fn is_same_name(&self, one: u32, other: u32) -> bool {
        let (Some((here, one)), Some((there, other))) = (self.locate(one), self.locate(other))
        else {
            return false;
        };
        let names = here.names();
        let name = names.of(one);
        here.hash() == there.hash() && !name.is_empty() && name == names.of(other)
    }

    /// The first reading at a position of a name: cheaper than all of [`Index::name_terms`] where one is wanted.
    pub fn name_term_at(&self, doc: u32, field: Field, position: u32) -> Option<String> {
        let (segment, doc) = self.locate(doc)?;
        let place = 32 * (field as u32) + position.min(31);
        let (term, _) = segment
            .names()
            .of(doc)
            .iter()
            .find(|(_, at)| u32::from(*at) == place)?;
        Some(segment.text(*term))
    }
}
