//! Adds up the words of every document, term by term, in buffers that are used again.

use super::{
    Features, Ranked, Weights,
    bm25::{Norms, rarity},
    look::Look,
};
use crate::{
    document::Kind,
    query::{Query, Way},
    segment::{Counts, Index, Postings},
};

/// Documents that are looked at closer; on judged queries twice as many change nothing.
pub const DEPTH: usize = 200;

/// Ranks queries over one index; keeps its buffers between them.
#[derive(Debug, Default)]
pub struct Ranker {
    pub(super) norms: Norms,
    /// By document; zero where nothing was found.
    total: Vec<f32>,
    best: Vec<f32>,
    touched: Vec<u32>,
    fresh: Vec<u32>,
    spare: Vec<Postings>,
    weights: Weights,
}

/// A way of a slot with what it is found in.
#[derive(Debug)]
pub(super) struct Found {
    pub slot: usize,
    /// Index into the ways of the slot.
    pub way: usize,
    pub postings: Postings,
    /// What this way is worth at most.
    pub worth: f32,
}

impl Ranker {
    /// With other weights than the shipped ones.
    pub fn with(weights: Weights) -> Ranker {
        Ranker {
            weights,
            ..Ranker::default()
        }
    }

    /// Products for a query, best first, at most `limit`. The first `depth` (at least as many as are told parts) are
    /// looked at closer; those behind them stand in the order of their words alone.
    #[inline(never)]
    pub fn rank(&mut self, query: &Query, index: &Index, limit: usize) -> Vec<Ranked> {
        self.rank_deep(query, index, limit, DEPTH)
    }

    /// As [`Ranker::rank`], looking closer at so many.
    pub fn rank_deep(
        &mut self,
        query: &Query,
        index: &Index,
        limit: usize,
        depth: usize,
    ) -> Vec<Ranked> {
        self.look(
            query,
            index,
            &[Kind::Product],
            limit,
            depth,
            |look, top, weights| look.rank(top, weights),
        )
    }

    /// Documents of other kinds, best first.
    pub fn rank_kinds(
        &mut self,
        query: &Query,
        index: &Index,
        limit: usize,
        kinds: &[Kind],
    ) -> Vec<Ranked> {
        self.look(query, index, kinds, limit, limit, |look, top, weights| {
            look.rank(top, weights)
        })
    }

    /// What the model sees of the first documents: row, points for words, features.
    pub fn examples(
        &mut self,
        query: &Query,
        index: &Index,
        depth: usize,
    ) -> Vec<(u32, i32, Features)> {
        self.look(
            query,
            index,
            &[Kind::Product],
            depth,
            depth,
            |look, top, _| look.examples(top),
        )
    }

    /// Gathers, and hands the best `limit` documents, with their points for words, to a closer look.
    pub(super) fn look<T>(
        &mut self,
        query: &Query,
        index: &Index,
        kinds: &[Kind],
        limit: usize,
        depth: usize,
        then: impl FnOnce(&Look, &[(u32, f32)], &Weights) -> T,
    ) -> T {
        self.norms.update(index);
        let documents = index.documents() as usize;
        self.total.resize(documents, 0.0);
        self.best.resize(documents, 0.0);
        let (found, rarities) = self.find(query, index);
        for slot in 0..query.slots.len() {
            self.add(&found, slot);
        }
        let top = self.top(index, kinds, limit.max(depth));
        let look = Look::new(query, index, &self.norms, &found, &rarities, depth);
        let told = then(&look, &top, &self.weights);
        for doc in self.touched.drain(..) {
            if let Some(total) = self.total.get_mut(doc as usize) {
                *total = 0.0;
            }
        }
        self.spare
            .extend(found.into_iter().map(|found| found.postings));
        told
    }

    /// Postings of every way, and how rare each slot is.
    fn find(&mut self, query: &Query, index: &Index) -> (Vec<Found>, Vec<f32>) {
        let mut found = Vec::new();
        let mut rarities = Vec::with_capacity(query.slots.len());
        for (number, slot) in query.slots.iter().enumerate() {
            let first = found.len();
            let mut frequency = 0.0_f32;
            for (place, way) in slot.ways.iter().enumerate() {
                let mut postings = self.spare.pop().unwrap_or_default();
                self.read(way, index, &mut postings);
                if postings.is_empty() {
                    self.spare.push(postings);
                    continue;
                }
                frequency = frequency.max(way.weight * postings.len() as f32);
                found.push(Found {
                    slot: number,
                    way: place,
                    postings,
                    worth: way.weight,
                });
            }
            // A slot is as rare as its most frequent way: else a rare wrong sense of a translation beats the right one.
            let rarity = rarity(frequency, index.documents() as f32);
            found
                .iter_mut()
                .skip(first)
                .for_each(|found| found.worth *= rarity);
            rarities.push(if found.len() == first { 0.0 } else { rarity });
        }
        (found, rarities)
    }

    /// Documents that have all terms of a way.
    fn read(&mut self, way: &Way, index: &Index, into: &mut Postings) {
        let Some((first, others)) = way.terms.split_first() else {
            return;
        };
        index.postings(first, into);
        for term in others {
            let mut next = self.spare.pop().unwrap_or_default();
            index.postings(term, &mut next);
            intersect(into, &next);
            self.spare.push(next);
        }
    }

    /// Adds what each document has for a slot: the best of its ways.
    fn add(&mut self, found: &[Found], slot: usize) {
        for found in found.iter().filter(|found| found.slot == slot) {
            for (doc, counts) in found.postings.docs.iter().zip(&found.postings.counts) {
                let points = found.worth * self.norms.saturated(*doc, *counts);
                if let Some(best) = self.best.get_mut(*doc as usize) {
                    if *best == 0.0 {
                        self.fresh.push(*doc);
                    }
                    *best = best.max(points);
                }
            }
        }
        for doc in self.fresh.drain(..) {
            let (Some(best), Some(total)) = (
                self.best.get_mut(doc as usize),
                self.total.get_mut(doc as usize),
            ) else {
                continue;
            };
            if *total == 0.0 {
                self.touched.push(doc);
            }
            *total += *best;
            *best = 0.0;
        }
    }

    /// The best products by their words; equal ones in the order of their rows.
    fn top(&self, index: &Index, kinds: &[Kind], count: usize) -> Vec<(u32, f32)> {
        let scored = self
            .touched
            .iter()
            .filter(|doc| kinds.contains(&index.kind(**doc)));
        let mut top: Vec<(u32, f32, u32)> = scored
            .filter_map(|doc| Some((*doc, *self.total.get(*doc as usize)?, 0)))
            .collect();
        let by_points = |a: &(u32, f32, u32), b: &(u32, f32, u32)| b.1.total_cmp(&a.1);
        if count < top.len() {
            // Rows are only asked for where they may decide.
            let (_, edge, _) = top.select_nth_unstable_by(count, by_points);
            let edge = edge.1;
            top.retain(|one| edge <= one.1);
        }
        for one in &mut top {
            one.2 = index.row(one.0);
        }
        top.sort_unstable_by(|a, b| by_points(a, b).then(a.2.cmp(&b.2)));
        top.truncate(count);
        top.into_iter()
            .map(|(doc, points, _)| (doc, points))
            .collect()
    }
}

/// Keeps what is in both, as far as it is in both; places where the second follows the first.
fn intersect(into: &mut Postings, next: &Postings) {
    /// The first position of the Chinese name follows nothing.
    const FIRST_OF_SECOND: u64 = 1 << 32;
    let (mut kept, mut at) = (0, 0);
    for one in 0..into.docs.len() {
        let doc = into.docs[one];
        while next.docs.get(at).is_some_and(|other| *other < doc) {
            at += 1;
        }
        let (Some(other), Some(counts), Some(places)) =
            (next.docs.get(at), next.counts.get(at), next.places.get(at))
        else {
            break;
        };
        let counts = least(into.counts[one], *counts);
        if *other != doc || counts.0 == 0 {
            continue;
        }
        let follows = into.places[one] << 1 & !FIRST_OF_SECOND & places;
        into.docs[kept] = doc;
        into.counts[kept] = counts;
        into.places[kept] = follows;
        kept += 1;
    }
    into.docs.truncate(kept);
    into.counts.truncate(kept);
    into.places.truncate(kept);
}

/// Field by field the lesser count.
fn least(a: Counts, b: Counts) -> Counts {
    let nibbles =
        (0..8).map(|field| (a.0 >> (4 * field) & 15).min(b.0 >> (4 * field) & 15) << (4 * field));
    Counts(nibbles.sum())
}
