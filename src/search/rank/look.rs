//! The closer look: which words stand where in a document, and what follows from it.

use super::{FEATURES, Features, Ranked, Weights, bm25::Norms, gather::Found, weights::whole};
use crate::{
    ask::{Points, Reason},
    document::Field,
    order,
    query::{MOST_SLOTS, Query, Slot},
    segment::{Counts, Index},
    text::Kind,
};

/// Hits of the first page: these are told their parts.
pub const EXPLAINED: usize = 24;
/// The half of [`crate::segment::Postings::places`] of one name.
const NAME: u64 = 0xffff_ffff;

/// Everything that is known about a query when documents are looked at.
pub struct Look<'q> {
    query: &'q Query,
    index: &'q Index,
    norms: &'q Norms,
    found: &'q [Found],
    rarities: &'q [f32],
    /// Sum of the rarities: the most that words could give, by which they are measured.
    all: f32,
    rarest: f32,
    depth: usize,
    /// The slot that says what is wanted: the last word that is no number or size.
    asked: Option<usize>,
}

/// What a document has for one slot.
#[derive(Clone, Copy, Default)]
struct Seen {
    points: f32,
    way: usize,
    counts: Counts,
    /// Places of all ways together.
    places: u64,
}

impl<'q> Look<'q> {
    pub(super) fn new(
        query: &'q Query,
        index: &'q Index,
        norms: &'q Norms,
        found: &'q [Found],
        rarities: &'q [f32],
        depth: usize,
    ) -> Look<'q> {
        let all: f32 = rarities.iter().sum();
        let rarest = rarities.iter().copied().fold(0.0, f32::max);
        let is_thing =
            |slot: &Slot| matches!(slot.token.kind, Kind::Word | Kind::Compound | Kind::HanWord);
        Look {
            asked: query.slots.iter().rposition(is_thing),
            query,
            index,
            norms,
            found,
            rarities,
            all: all.max(1e-6),
            rarest: rarest.max(1e-6),
            depth,
        }
    }

    /// Scores the first documents closely and sorts them; those behind keep their order and have no better score.
    pub fn rank(&self, top: &[(u32, f32)], weights: &Weights) -> Vec<Ranked> {
        let near = top.get(..self.depth.min(top.len())).unwrap_or_default();
        let mut seen = Vec::new();
        let mut ranked = Vec::with_capacity(top.len());
        ranked.extend(
            near.iter()
                .map(|(doc, _)| self.score(*doc, &mut seen, weights)),
        );
        order::sort(&mut ranked, |a, b| {
            b.score.cmp(&a.score).then(a.row.cmp(&b.row))
        });
        let mut last = ranked.last().map_or(i32::MAX, |ranked| ranked.score);
        for (doc, points) in top.iter().skip(near.len()) {
            last = last.min(whole(points / self.all * 1000.0));
            let row = self.index.row(*doc);
            ranked.push(Ranked {
                doc: *doc,
                row,
                score: last,
                ..Ranked::default()
            });
        }
        for ranked in ranked.iter_mut().take(EXPLAINED.min(self.depth)) {
            ranked.parts = self.parts(ranked.doc, &mut seen, weights);
        }
        ranked
    }

    /// What the model sees of each document: row, points for its words, features.
    pub fn examples(&self, top: &[(u32, f32)]) -> Vec<(u32, i32, Features)> {
        let mut seen = Vec::new();
        let mut example = |doc: u32| {
            self.see(doc, &mut seen);
            let words = seen.iter().map(|seen| self.points(seen)).sum();
            (self.index.row(doc), words, self.features(doc, &seen))
        };
        top.iter()
            .take(self.depth)
            .map(|(doc, _)| example(*doc))
            .collect()
    }

    fn score(&self, doc: u32, seen: &mut Vec<Seen>, weights: &Weights) -> Ranked {
        self.see(doc, seen);
        let words: i32 = seen.iter().map(|seen| self.points(seen)).sum();
        let model: i32 = weights.points(&self.features(doc, seen)).iter().sum();
        Ranked {
            doc,
            row: self.index.row(doc),
            score: words + model,
            is_whole: seen.iter().all(|seen| seen.points != 0.0),
            parts: Vec::new(),
        }
    }

    /// The parts of a document's score: words in the order of the query, then what the model adds, by reason.
    fn parts(&self, doc: u32, seen: &mut Vec<Seen>, weights: &Weights) -> Vec<Points> {
        self.see(doc, seen);
        let mut parts: Vec<Points> = Vec::new();
        // What is said for the same reason is said once: 不锈钢 is two words in English.
        let mut add =
            |reason: Reason, points: i32| match parts.iter_mut().find(|part| part.reason == reason)
            {
                Some(part) => part.points += points,
                None => parts.push(Points { reason, points }),
            };
        for (slot, seen) in self.query.slots.iter().zip(seen.iter()) {
            if let Some(way) = slot.ways.get(seen.way) {
                let (field, form) = (field_of(seen.counts), way.form.clone());
                let reason = Reason::Word {
                    word: slot.word,
                    field,
                    form,
                };
                add(reason, self.points(seen));
            }
        }
        for (feature, points) in FEATURES
            .iter()
            .zip(weights.points(&self.features(doc, seen)))
        {
            add(feature.reason(), points);
        }
        parts.retain(|part| part.points != 0);
        parts
    }

    fn points(&self, seen: &Seen) -> i32 {
        whole(seen.points / self.all * 1000.0)
    }

    /// Fills in what the document has for each slot.
    fn see(&self, doc: u32, seen: &mut Vec<Seen>) {
        seen.clear();
        seen.resize(self.query.slots.len(), Seen::default());
        for found in self.found {
            let Ok(at) = found.postings.docs.binary_search(&doc) else {
                continue;
            };
            let (Some(seen), Some(counts), Some(places)) = (
                seen.get_mut(found.slot),
                found.postings.counts.get(at),
                found.postings.places.get(at),
            ) else {
                continue;
            };
            let points = found.worth * self.norms.saturated(doc, *counts);
            seen.places |= places;
            if seen.points < points {
                *seen = Seen {
                    points,
                    way: found.way,
                    counts: *counts,
                    places: seen.places,
                };
            }
        }
    }

    fn features(&self, doc: u32, seen: &[Seen]) -> Features {
        let named = |shift: u32| {
            seen.iter()
                .filter(|seen| seen.places >> shift & NAME != 0)
                .count()
        };
        // The name in the language that has more of the words.
        let (shift, field) = if named(0) < named(32) {
            (32, Field::NameZh)
        } else {
            (0, Field::NameEn)
        };
        let mut masks = [0_u32; MOST_SLOTS];
        for (mask, seen) in masks.iter_mut().zip(seen) {
            *mask = (seen.places >> shift & NAME) as u32;
        }
        let masks = masks.get(..seen.len()).unwrap_or(&masks);
        let union = masks.iter().fold(0, |all, mask| all | mask);
        let head = self.index.head(doc, field).map(|head| head.min(31));
        let head_bit = head.map_or(0, |head| 1_u32 << head);
        let upto_head = head.map_or(u32::MAX, |head| u32::MAX >> (31 - head));
        let last = self
            .asked
            .and_then(|at| masks.get(at))
            .copied()
            .unwrap_or(0);
        let is = |yes: bool| if yes { 1.0 } else { 0.0 };
        let share = |of: f32| of / self.all;

        let mut missing_rare = 0.0_f32;
        let (mut in_name, mut anywhere, mut in_category, mut missing) = (0.0, 0.0, 0.0, 0.0);
        for ((seen, rarity), mask) in seen.iter().zip(self.rarities).zip(masks) {
            let is_there = seen.points != 0.0;
            in_name += is(*mask != 0) * rarity;
            anywhere += is(is_there) * rarity;
            in_category += is(seen.counts.of(Field::Category) != 0) * rarity;
            missing += is(!is_there);
            if *mask == 0 {
                missing_rare = missing_rare.max(*rarity);
            }
        }
        let (mut beside, mut near, mut pairs) = (0.0, 0.0, 0.0);
        for pair in masks.windows(2) {
            let [a, b] = [u64::from(pair[0]), u64::from(pair[1])];
            let around = b << 1 | b << 2 | b << 3 | b >> 1 | b >> 2 | b >> 3 | b;
            beside += is(a << 1 & b != 0 || pair[0] & pair[1] != 0);
            near += is(a & around != 0);
            pairs += 1.0;
        }
        if pairs == 0.0 {
            (beside, near, pairs) = (is(union != 0), is(union != 0), 1.0);
        }
        let first = union.trailing_zeros();
        let stretch = if union == 0 {
            0
        } else {
            32 - union.leading_zeros() - first
        };
        [
            is(last & head_bit != 0),
            is(union & head_bit != 0),
            is(last & (head_bit | head_bit >> 1) != 0),
            (union & upto_head).count_ones() as f32 / head.map_or(1.0, |head| head as f32 + 1.0),
            beside / pairs,
            near / pairs,
            (stretch - union.count_ones()).min(10) as f32,
            if union == 0 {
                15.0
            } else {
                first.min(15) as f32
            },
            share(in_name),
            share(anywhere),
            missing,
            missing_rare / self.rarest,
            share(in_category),
        ]
    }
}

/// The field in which a word counts most.
fn field_of(counts: Counts) -> Field {
    Field::ALL
        .into_iter()
        .find(|field| counts.of(*field) != 0)
        .unwrap_or(Field::DescriptionEn)
}
