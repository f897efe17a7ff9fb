use super::field::Field;
use super::offers::Offers;
use super::spread::spread;
use super::suppliers::suppliers;
use super::tuning::Tuning;
use crate::ask::{Matched, Need};

/// Which products and suppliers suit a need, best first.
///
/// `relevance`: rows that the text search found for the words of the need, with their scores; their order does not
/// matter, rows without an offer or with a score of zero or less are left out. `today`: days since 1970-01-01.
/// `limit`: how many products at most. [`Matched::words`] is left to the text search.
#[must_use]
pub fn rank(
    need: &Need,
    relevance: impl Iterator<Item = (u32, i32)>,
    offers: &Offers,
    today: i32,
    limit: usize,
) -> Matched {
    rank_by(Tuning::DEFAULT, need, relevance, offers, today, limit)
}

/// As [`rank`], with other numbers.
#[must_use]
pub fn rank_by(
    tuning: Tuning,
    need: &Need,
    relevance: impl Iterator<Item = (u32, i32)>,
    offers: &Offers,
    today: i32,
    limit: usize,
) -> Matched {
    let field = Field::new(tuning, need, relevance, offers, today);
    let placed = spread(
        field.scored(),
        |one| one.supplier,
        |one, other| one.before(other),
    );
    let products = placed.iter().take(limit);
    Matched {
        products: products.map(|placed| field.explain(placed)).collect(),
        suppliers: suppliers(&placed, limit),
        words: Vec::new(),
    }
}
