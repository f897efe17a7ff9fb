//! Gathered documents in the order in which they are written, and the terms sorted.

use super::light::Light;
use super::order::similar_first;
use super::writer::{Entry, Gathered};
use crate::document::Kind;

/// Terms in more than this share of the documents do not tell which are similar.
const COMMON: usize = 12;

/// What is written: every list in its final order.
pub(super) struct Arranged {
    /// Numbers of the terms as gathered, sorted by text.
    pub terms: Vec<u32>,
    /// Numbers of the documents as gathered: products, categories, suppliers, each kind similar ones side by side.
    pub docs: Vec<u32>,
    /// For each document as gathered the end of its entries.
    ends: Vec<u32>,
    /// Entries with terms numbered by their place in `terms`, sorted.
    entries: Vec<Entry>,
    /// In how many documents each term is kept.
    pub frequencies: Vec<u32>,
}

impl Arranged {
    pub fn new(gathered: &Gathered) -> Arranged {
        let mut arranged = Arranged {
            terms: Vec::new(),
            docs: (0..gathered.docs.len() as u32).collect(),
            ends: gathered.docs.iter().map(|doc| doc.end).collect(),
            entries: gathered.entries.clone(),
            frequencies: Vec::new(),
        };
        arranged.sort_terms(gathered);
        arranged.sort_documents(gathered);
        arranged.drop_light(gathered);
        arranged.bring_similar_together(gathered);
        arranged
    }

    /// The entries of a document as gathered.
    pub fn entries(&self, doc: u32) -> &[Entry] {
        let start = (doc as usize)
            .checked_sub(1)
            .map_or(0, |before| self.ends[before]);
        &self.entries[start as usize..self.ends[doc as usize] as usize]
    }

    fn sort_terms(&mut self, gathered: &Gathered) {
        self.terms = gathered.sorted_terms();
        let mut places = vec![0; self.terms.len()];
        for (place, term) in self.terms.iter().enumerate() {
            places[*term as usize] = place as u32;
        }
        for entry in &mut self.entries {
            entry.term = places[entry.term as usize];
        }
        let mut start = 0;
        for end in &self.ends {
            self.entries[start..*end as usize].sort_unstable_by_key(|entry| entry.term);
            start = *end as usize;
        }
    }

    /// Whatever the order they were added in, from here on it is the same.
    fn sort_documents(&mut self, gathered: &Gathered) {
        let mut docs = std::mem::take(&mut self.docs);
        let told = |doc: u32| {
            let it = &gathered.docs[doc as usize];
            (
                it.kind,
                it.row,
                &it.key,
                it.lengths,
                it.heads,
                self.entries(doc),
            )
        };
        docs.sort_unstable_by(|a, b| told(*a).cmp(&told(*b)));
        self.docs = docs;
    }

    fn count(&mut self) {
        self.frequencies = vec![0; self.terms.len()];
        for entry in &self.entries {
            self.frequencies[entry.term as usize] += 1;
        }
    }

    fn drop_light(&mut self, gathered: &Gathered) {
        self.count();
        let Some(light) = Light::new(&gathered.docs) else {
            return;
        };
        let mut kept = Vec::with_capacity(self.entries.len());
        let mut start = 0;
        for (end, doc) in self.ends.iter_mut().zip(&gathered.docs) {
            let entries = &self.entries[start..*end as usize];
            start = *end as usize;
            let keeps = |entry: &&Entry| {
                let term = entry.term as usize;
                let forms = &gathered.forms[self.terms[term] as usize];
                light.keeps(entry, self.frequencies[term], forms, doc)
            };
            kept.extend(entries.iter().filter(keeps));
            *end = kept.len() as u32;
        }
        self.entries = kept;
        self.count();
        self.forget_empty_terms();
    }

    fn forget_empty_terms(&mut self) {
        let mut places = Vec::with_capacity(self.terms.len());
        let mut kept = 0;
        for (at, df) in self.frequencies.iter().enumerate() {
            places.push(kept);
            if *df > 0 {
                self.terms[kept as usize] = self.terms[at];
                kept += 1;
            }
        }
        self.terms.truncate(kept as usize);
        self.frequencies.retain(|df| *df > 0);
        for entry in &mut self.entries {
            entry.term = places[entry.term as usize];
        }
    }

    fn bring_similar_together(&mut self, gathered: &Gathered) {
        let products = self
            .docs
            .partition_point(|doc| gathered.docs[*doc as usize].kind == Kind::Product);
        let telling = |entry: &&Entry| {
            let df = self.frequencies[entry.term as usize] as usize;
            df > 1 && df * COMMON <= products
        };
        let mut terms: Vec<u32> = Vec::with_capacity(self.entries.len());
        let mut ends = Vec::with_capacity(products);
        for doc in &self.docs[..products] {
            terms.extend(
                self.entries(*doc)
                    .iter()
                    .filter(telling)
                    .map(|entry| entry.term),
            );
            ends.push(terms.len());
        }
        let starts = std::iter::once(0).chain(ends.iter().copied());
        let docs: Vec<&[u32]> = starts
            .zip(&ends)
            .map(|(start, end)| &terms[start..*end])
            .collect();
        let order = similar_first(&docs, self.terms.len());
        let before = self.docs.clone();
        for (into, from) in self.docs.iter_mut().zip(order) {
            *into = before[from as usize];
        }
    }
}
