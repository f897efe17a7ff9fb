//! From arranged documents to the sections of a segment.

use std::collections::HashMap;

use super::arrange::Arranged;
use super::bytes::{put_planes, put_varint, width_of};
use super::layout::{BLOCK, Header, KIND_FORMS, POINTERS, SECTIONS, Section};
use super::length;
use super::writer::{Ending, Entry, Form, Gathered, endings, prevailing};
use crate::document::{Field, Kind};

/// The bytes of a segment of these documents.
pub(super) fn segment(gathered: Gathered) -> Vec<u8> {
    let arranged = Arranged::new(&gathered);
    let mut out = Sections::default();
    let header = out.documents(&gathered, &arranged);
    out.postings(&arranged, out_codes(&arranged));
    out.dictionary(&gathered, &arranged);
    header.seal(&out.0)
}

#[derive(Default)]
struct Sections([Vec<u8>; SECTIONS]);

impl std::ops::Index<Section> for Sections {
    type Output = Vec<u8>;
    fn index(&self, section: Section) -> &Vec<u8> {
        &self.0[section as usize]
    }
}

impl std::ops::IndexMut<Section> for Sections {
    fn index_mut(&mut self, section: Section) -> &mut Vec<u8> {
        &mut self.0[section as usize]
    }
}

/// All different counts, the most frequent first: small numbers for what there is most of.
fn out_codes(arranged: &Arranged) -> Vec<u32> {
    let mut uses: HashMap<u32, u32> = HashMap::new();
    for doc in &arranged.docs {
        for entry in arranged.entries(*doc) {
            *uses.entry(entry.counts).or_default() += 1;
        }
    }
    let mut codes: Vec<(u32, u32)> = uses.into_iter().collect();
    codes.sort_unstable_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    codes.into_iter().map(|(counts, _)| counts).collect()
}

impl Sections {
    /// Everything about documents by themselves, and the header but for where sections end.
    fn documents(&mut self, gathered: &Gathered, arranged: &Arranged) -> Header {
        let mut header = Header {
            terms: arranged.terms.len() as u32,
            ..Header::default()
        };
        let docs = || {
            arranged
                .docs
                .iter()
                .map(|doc| &gathered.docs[*doc as usize])
        };
        let mut keys = Vec::new();
        let mut rows = Vec::with_capacity(arranged.docs.len());
        for doc in docs() {
            header.kinds[doc.kind as usize] += 1;
            rows.push(doc.row);
            if doc.kind != Kind::Product {
                put_varint(&mut keys, doc.key.len() as u32);
                keys.extend(doc.key.bytes());
            }
        }
        self[Section::Keys] = keys;
        let width = width_of(rows.iter().copied().max().unwrap_or(0));
        put_planes(&mut self[Section::Rows], &rows, width);
        for field in Field::ALL {
            let of = |doc: &super::writer::Doc| doc.lengths[field as usize];
            header.with[field as usize] = docs().filter(|doc| of(doc) > 0).count() as u32;
            let total: u64 = docs().map(|doc| u64::from(of(doc))).sum();
            header.totals[field as usize] = u32::try_from(total).unwrap_or(u32::MAX);
            if total > 0 {
                header.fields |= 1 << field as u32;
                self[Section::Lengths].extend(docs().map(|doc| length::pack(of(doc))));
            }
        }
        for language in 0..2 {
            self[Section::Heads].extend(docs().map(|doc| doc.heads[language]));
        }
        header
    }

    /// Everything about terms but their text.
    fn postings(&mut self, arranged: &Arranged, codes: Vec<u32>) {
        let numbers: HashMap<u32, u32> = codes
            .iter()
            .enumerate()
            .map(|(n, counts)| (*counts, n as u32))
            .collect();
        let columns = inverted(arranged);
        let mut starts = vec![0u32; POINTERS * self.blocks(arranged)];
        let blocks = self.blocks(arranged);
        let mut from = 0;
        for (term, &df) in arranged.frequencies.iter().enumerate() {
            if term % BLOCK == 0 {
                let block = term / BLOCK;
                let into = [
                    Section::Frequencies,
                    Section::Gaps,
                    Section::Posted,
                    Section::Places,
                ];
                for (column, section) in into.into_iter().enumerate() {
                    starts[(column + 1) * blocks + block] = self[section].len() as u32;
                }
            }
            put_varint(&mut self[Section::Frequencies], df);
            let list = &columns[from..from + df as usize];
            from += df as usize;
            let mut next = 0;
            for (doc, entry) in list {
                put_varint(&mut self[Section::Gaps], doc - next);
                next = doc + 1;
                put_varint(&mut self[Section::Posted], numbers[&entry.counts]);
                put_places(&mut self[Section::Places], entry);
            }
        }
        for counts in codes {
            self[Section::Codes].extend(counts.to_le_bytes());
        }
        for column in starts.chunks(blocks.max(1)) {
            put_planes(&mut self[Section::Blocks], column, 4);
        }
    }

    fn blocks(&self, arranged: &Arranged) -> usize {
        arranged.terms.len().div_ceil(BLOCK)
    }

    fn dictionary(&mut self, gathered: &Gathered, arranged: &Arranged) {
        let endings = endings(&gathered.forms, KIND_FORMS as usize);
        let numbers: HashMap<Ending, u8> = endings
            .iter()
            .enumerate()
            .map(|(n, ending)| (*ending, n as u8))
            .collect();
        let mut before = "";
        let mut starts = Vec::new();
        for (at, term) in arranged.terms.iter().enumerate() {
            let text = gathered.terms.text(*term);
            if at % BLOCK == 0 {
                starts.push(self[Section::Suffixes].len() as u32);
                before = "";
            }
            let shared = text
                .bytes()
                .zip(before.bytes())
                .take_while(|(a, b)| a == b)
                .count();
            self[Section::Shared].push(shared as u8);
            self[Section::Lengthened].push((text.len() - shared) as u8);
            self[Section::Suffixes].extend(&text.as_bytes()[shared..]);
            before = text;
            let form = match prevailing(&gathered.forms[*term as usize]) {
                Some(Form::Word(ending)) => numbers.get(&ending).copied().unwrap_or(0),
                Some(Form::Other(kind)) => KIND_FORMS + kind as u8,
                None => 0,
            };
            self[Section::Forms].push(form);
        }
        for ending in &endings {
            self[Section::Endings].extend([ending.less, ending.len]);
            self[Section::Endings].extend(ending.text);
        }
        // The first column of the pointers, left zero so far.
        let mut column = Vec::new();
        put_planes(&mut column, &starts, 4);
        self[Section::Blocks][..column.len()].copy_from_slice(&column);
    }
}

/// All entries with their documents' final numbers, by term, documents rising.
fn inverted(arranged: &Arranged) -> Vec<(u32, Entry)> {
    let mut next = Vec::with_capacity(arranged.terms.len());
    let mut sum = 0;
    for df in &arranged.frequencies {
        next.push(sum);
        sum += df;
    }
    let none = Entry {
        term: 0,
        counts: 0,
        places: 0,
    };
    let mut all = vec![(0, none); sum as usize];
    for (number, doc) in arranged.docs.iter().enumerate() {
        for entry in arranged.entries(*doc) {
            let at = &mut next[entry.term as usize];
            all[*at as usize] = (number as u32, *entry);
            *at += 1;
        }
    }
    all
}

/// Positions in the English name, then those in the Chinese one, each as gaps of which all but the last have the top bit.
fn put_places(into: &mut Vec<u8>, entry: &Entry) {
    for mut places in [entry.places as u32, (entry.places >> 32) as u32] {
        let mut next = 0;
        while places != 0 {
            let place = places.trailing_zeros();
            places &= places - 1;
            into.push((place - next) as u8 | if places == 0 { 0 } else { 0x80 });
            next = place + 1;
        }
    }
}
