//! All products that compete for a need, and what they are compared with.

use std::cmp::Ordering;

use super::offers::Offers;
use super::points::{Beside, Points};
use super::reliability::Trust;
use super::spread::Placed;
use super::tuning::Tuning;
use super::wanted::{Candidate, Seller, Wanted};
use crate::ask::{Match, Need};
use crate::order;

pub struct Field<'a> {
    wanted: Wanted,
    offers: &'a Offers,
    /// By row.
    candidates: Vec<Candidate>,
    /// By index, as far as they have candidates.
    sellers: Vec<Option<Seller<'a>>>,
    /// Of whom nothing is known.
    stranger: Seller<'a>,
    /// The highest relevance.
    best: i32,
    /// By unit: the middle price of those that suit.
    middles: Vec<(u32, u64)>,
}

impl<'a> Field<'a> {
    pub fn new(
        tuning: Tuning,
        need: &Need,
        relevance: impl Iterator<Item = (u32, i32)>,
        offers: &'a Offers,
        today: i32,
    ) -> Self {
        let wanted = Wanted::new(need, offers, today, tuning);
        let stranger = Seller::stranger(Trust::unknown(&wanted.means));
        let mut sellers = vec![None; usize::from(offers.suppliers())];
        let mut candidates = Vec::new();
        for (row, score) in unique(relevance) {
            let Some(product) = offers.product(row) else {
                continue;
            };
            let index = product.supplier();
            let seller = match sellers.get_mut(usize::from(index)) {
                Some(known) => known.get_or_insert_with(|| wanted.seller(offers, index)),
                None => &stranger,
            };
            candidates.push(wanted.candidate(row, score, &product, seller));
        }
        let best = candidates.iter().map(|one| one.relevance).max();
        let best = best.unwrap_or(0);
        let middles = match wanted.target {
            Some(_) => Vec::new(),
            None => middles(&candidates, best),
        };
        Self {
            wanted,
            offers,
            candidates,
            sellers,
            stranger,
            best,
            middles,
        }
    }

    /// How far the best one's relevance is above this one's, as a share: 1,000 is none.
    pub fn relevance_beside_best(&self, candidate: &Candidate) -> i64 {
        let best = i64::from(self.best.max(1));
        i64::from(candidate.relevance) * 1_000 / best
    }

    /// Every product with the sum of its points.
    pub fn scored(&self) -> Vec<(i32, &Candidate)> {
        let scored = self.candidates.iter().map(|candidate| {
            let points = self.points(candidate);
            (points.iter().sum(), candidate)
        });
        scored.collect()
    }

    pub fn explain(&self, placed: &Placed<&Candidate>) -> Match {
        let candidate = placed.item;
        let points = self.points(candidate);
        let beside = self.beside(candidate);
        let seller = self.seller(candidate);
        self.wanted
            .explain(placed, &points, seller, beside, self.offers)
    }

    fn points(&self, candidate: &Candidate) -> Points {
        let beside = self.beside(candidate);
        self.wanted
            .points(candidate, self.seller(candidate), beside)
    }

    fn seller(&self, candidate: &Candidate) -> &Seller<'a> {
        let known = self.sellers.get(usize::from(candidate.supplier));
        known.and_then(Option::as_ref).unwrap_or(&self.stranger)
    }

    fn beside(&self, candidate: &Candidate) -> Beside {
        let middle = || {
            let of_unit = |(unit, _): &&(u32, u64)| *unit == candidate.unit;
            self.middles.iter().find(of_unit).map(|(_, price)| *price)
        };
        Beside {
            relevance: self.best,
            price: self.wanted.target.or_else(middle).unwrap_or(0),
        }
    }
}

impl Candidate {
    /// The order of two with the same points: what is more relevant, cheaper, earlier in the published list.
    pub fn before(&self, other: &Self) -> Ordering {
        let price = |one: &Self| one.terms.unit_price;
        (other.relevance.cmp(&self.relevance))
            .then(price(self).cmp(&price(other)))
            .then(self.row.cmp(&other.row))
    }
}

/// By row, each once, with its best score.
fn unique(relevance: impl Iterator<Item = (u32, i32)>) -> Vec<(u32, i32)> {
    let mut found: Vec<(u32, i32)> = relevance.filter(|(_, score)| 0 < *score).collect();
    order::sort(&mut found, |a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)));
    found.dedup_by_key(|(row, _)| *row);
    found
}

/// What counts as suiting when prices are compared: at least half of the best relevance.
///
/// The lower middle of an even number: with it a product that becomes cheaper never loses against another.
fn middles(candidates: &[Candidate], best: i32) -> Vec<(u32, u64)> {
    let suits = |one: &&Candidate| best / 2 <= one.relevance && 0 < one.terms.unit_price;
    let mut prices: Vec<(u32, u64)> = candidates
        .iter()
        .filter(suits)
        .map(|one| (one.unit, one.terms.unit_price.unsigned_abs()))
        .collect();
    order::sort(&mut prices, Ord::cmp);
    let runs = prices.chunk_by(|one, next| one.0 == next.0);
    runs.filter_map(|run| run.get((run.len() - 1) / 2).copied())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_found_twice_counts_once() {
        let found = [(3, 10), (1, 5), (3, 20), (2, 0), (4, -1)];
        assert_eq!(unique(found.into_iter()), [(1, 5), (3, 20)]);
    }
}
