//! No one supplier fills the first page when others suit.

use crate::order;

/// How many places of the first [`PAGE`] a supplier keeps at full points or nearly.
pub const KEPT: usize = 3;
pub const PAGE: usize = 10;

/// What a supplier's next best products keep of their points, thousandths. Those after the last keep as much as it.
/// A small step for each, so that of two that are alike the one of another supplier comes first; then a large one.
const KEEP: [i64; KEPT + 1] = [1_000, 975, 950, 600];

/// Products of other suppliers with more than this share of the best one's points, thousandths, come before the fourth
/// of a supplier: 600 of 950.
pub const SUITS: i64 = 632;

/// Puts products into their final order: best first, each supplier's further ones moved down.
///
/// Greedy and the same for any order of `scored`: a supplier's products keep their order among themselves, since what
/// they keep never grows from one to the next. `better` is a strict order of items that are alike in points.
pub fn spread<T: Copy>(
    mut scored: Vec<(i32, T)>,
    supplier: impl Fn(&T) -> u16,
    better: impl Fn(&T, &T) -> std::cmp::Ordering,
) -> Vec<Placed<T>> {
    let by = |a: &(i32, T), b: &(i32, T)| b.0.cmp(&a.0).then_with(|| better(&a.1, &b.1));
    order::sort(&mut scored, by);
    let most = scored
        .iter()
        .map(|(_, item)| usize::from(supplier(item)))
        .max();
    let mut before = vec![0usize; most.map_or(0, |most| most + 1)];
    let placed = scored.into_iter().map(|(score, item)| {
        let count = &mut before[usize::from(supplier(&item))];
        let keep = KEEP[(*count).min(KEPT)];
        *count += 1;
        // What has no points has none to lose.
        let kept = i64::from(score.max(0)) * keep / 1_000;
        let lost = score.max(0) - i32::try_from(kept).unwrap_or(0);
        Placed {
            score: score - lost,
            lost,
            item,
        }
    });
    let mut placed: Vec<Placed<T>> = placed.collect();
    // Stable: items alike in points stay in the order of the first sort.
    order::sort(&mut placed, |a, b| b.score.cmp(&a.score));
    placed
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed<T> {
    pub score: i32,
    /// Of the points, because the same supplier has better ones before it.
    pub lost: i32,
    pub item: T,
}
