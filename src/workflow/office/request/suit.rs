//! Which suppliers suit a request, and why: what the engine says of each line, put together by supplier.

use std::collections::BTreeMap;

use search::ask::{About, Match, Matched};

/// A supplier beside a whole request.
#[derive(Clone, Debug, PartialEq)]
pub struct Suitor {
    /// Index into the published suppliers.
    pub supplier: u16,
    /// The product of theirs that suits best, by line of the request.
    pub lines: BTreeMap<usize, Match>,
    /// Thousandths: the sum over the lines.
    pub score: i64,
}

impl Suitor {
    /// How well its goods suit the lines that it has something for: of all points that could be had, in percent.
    #[must_use]
    pub fn share(&self) -> u8 {
        let parts = || self.lines.values().flat_map(|one| &one.parts);
        let most: i64 = parts().map(|part| i64::from(part.most)).sum();
        let points: i64 = parts().map(|part| i64::from(part.points)).sum();
        let share = (100 * points.max(0)).checked_div(most).unwrap_or(0);
        u8::try_from(share.clamp(0, 100)).unwrap_or(0)
    }

    /// What speaks for it most, over all lines: each kind of reason once, the strongest first, and what speaks against it
    /// last.
    #[must_use]
    pub fn reasons(&self) -> Vec<&About> {
        let mut best: BTreeMap<u8, (i32, &About)> = BTreeMap::new();
        let parts = self.lines.values().flat_map(|one| &one.parts);
        for part in parts {
            let Some(kind) = kind(&part.about) else {
                continue;
            };
            let known = best.entry(kind).or_insert((part.points, &part.about));
            if known.0.abs() < part.points.abs() {
                *known = (part.points, &part.about);
            }
        }
        let mut reasons: Vec<(i32, &About)> = best.into_values().collect();
        reasons.sort_by_key(|(points, _)| -points);
        reasons.into_iter().map(|(_, about)| about).collect()
    }
}

/// Which kind of reason it is; none for those that say nothing to a buyer by themselves.
fn kind(about: &About) -> Option<u8> {
    Some(match about {
        About::Price { .. } => 0,
        About::Quantity { .. } => 1,
        About::LeadTime { .. } => 2,
        About::Stock { .. } => 3,
        About::Certificates { .. } => 4,
        About::OnTime { .. } => 5,
        About::Verification { .. } => 6,
        About::Response { .. } => 7,
        About::Disputes { .. } => 8,
        About::Logistics { .. } => 9,
        About::Relevance | About::Sample { .. } | About::SameSupplier => return None,
    })
}

/// Suppliers by how many lines they have something for, then by how well it suits. `answers`: of each line that was asked
/// about.
#[must_use]
pub fn suitors<'a>(answers: impl IntoIterator<Item = (usize, &'a Matched)>) -> Vec<Suitor> {
    let mut by_supplier: BTreeMap<u16, Suitor> = BTreeMap::new();
    for (line, matched) in answers {
        for (supplier, place) in &matched.suppliers {
            let Some(best) = matched.products.get(*place as usize) else {
                continue;
            };
            let suitor = by_supplier.entry(*supplier).or_insert_with(|| Suitor {
                supplier: *supplier,
                lines: BTreeMap::new(),
                score: 0,
            });
            suitor.score += i64::from(best.score);
            suitor.lines.insert(line, best.clone());
        }
    }
    let mut suitors: Vec<Suitor> = by_supplier.into_values().collect();
    suitors.sort_by_key(|one| (std::cmp::Reverse(one.lines.len()), -one.score, one.supplier));
    suitors
}

#[cfg(test)]
mod tests {
    use search::ask::Suit;

    use super::*;

    fn answer(scores: &[(u16, i32)]) -> Matched {
        let products = scores.iter().map(|&(supplier, score)| Match {
            row: 0,
            supplier,
            score,
            parts: vec![Suit {
                about: About::Verification { level: 2 },
                points: score,
                most: score,
            }],
            unit_price: 1,
            quantity: 1,
        });
        Matched {
            products: products.collect(),
            suppliers: (0..).zip(scores).map(|(at, one)| (one.0, at)).collect(),
            words: Vec::new(),
        }
    }

    #[test]
    fn who_has_all_lines_comes_before_who_has_one_that_suits_better() {
        let (first, second) = (answer(&[(3, 900), (1, 500)]), answer(&[(1, 300)]));
        let suitors = suitors([(0, &first), (2, &second)]);
        let order: Vec<(u16, i64)> = suitors
            .iter()
            .map(|one| (one.supplier, one.score))
            .collect();
        assert_eq!(order, [(1, 800), (3, 900)]);
        assert_eq!(suitors[0].lines.keys().copied().collect::<Vec<_>>(), [0, 2]);
        assert_eq!(suitors[0].reasons(), [&About::Verification { level: 2 }]);
    }
}
