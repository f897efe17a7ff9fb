//! Sorting rows. One instance of the sort for all orders: each further one would put 4 KB of code into the first load.

use std::cmp::Ordering;

/// Sorts rows; equal ones keep their order.
pub fn sort(rows: &mut [usize], compare: &dyn Fn(usize, usize) -> Ordering) {
    rows.sort_by(|&a, &b| compare(a, b));
}

/// Sorts rows by a number, the smallest first; equal ones keep their order.
pub fn by_number(rows: &mut [usize], number: &dyn Fn(usize) -> i64) {
    sort(rows, &|a, b| number(a).cmp(&number(b)));
}
