//! Sorting with one instance of the sort for all: each further one puts 4 to 8 KB of code into the worker's module.
//!
//! Comparing goes through a pointer, so what sorts thousands of items for each key that is pressed has a sort of its own.

use std::cmp::Ordering;

/// Sorts; equal items keep their order.
pub fn sort<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let mut order: Vec<usize> = (0..items.len()).collect();
    indices(&mut order, &|a, b| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    // Each cycle of the permutation is walked once: what belongs here comes, what was here goes on to where that was.
    for start in 0..order.len() {
        let mut at = start;
        loop {
            let from = std::mem::replace(&mut order[at], at);
            if from == start {
                break;
            }
            items.swap(at, from);
            at = from;
        }
    }
}

/// Sorts by a number, the smallest first; equal items keep their order.
pub fn by_number<T>(items: &mut [T], number: impl Fn(&T) -> i64) {
    sort(items, |a, b| number(a).cmp(&number(b)));
}

fn indices(order: &mut [usize], compare: &dyn Fn(usize, usize) -> Ordering) {
    order.sort_by(|&a, &b| compare(a, b));
}

#[cfg(test)]
#[expect(
    clippy::unnecessary_sort_by,
    reason = "the sort under test takes a comparison, and so does its model"
)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_sorts_as_the_standard_sort_does(items: Vec<(u8, u32)>) {
            let mut ours = items.clone();
            sort(&mut ours, |a, b| a.0.cmp(&b.0));
            let mut theirs = items;
            theirs.sort_by(|a, b| a.0.cmp(&b.0));
            prop_assert_eq!(ours, theirs);
        }
    }

    #[test]
    fn numbers_rise() {
        let mut words = ["three", "a", "of", "five"];
        by_number(&mut words, |word| word.len() as i64);
        assert_eq!(words, ["a", "of", "five", "three"]);
    }
}
