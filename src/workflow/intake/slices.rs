use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Lines that are asked for together.
pub const SLICE: u32 = 100;
/// Slices kept: what is scrolled past long ago is asked for again.
const MOST_SLICES: usize = 40;

/// A long list of which only what is looked at is here.
#[derive(Clone, Debug, PartialEq)]
pub struct Slices<T> {
    /// By the number of the slice.
    here: BTreeMap<u32, Vec<T>>,
    asked: BTreeSet<u32>,
}

impl<T> Default for Slices<T> {
    fn default() -> Self {
        Self {
            here: BTreeMap::new(),
            asked: BTreeSet::new(),
        }
    }
}

impl<T> Slices<T> {
    /// The line, if it is here.
    #[must_use]
    pub fn get(&self, line: u32) -> Option<&T> {
        self.here.get(&(line / SLICE))?.get((line % SLICE) as usize)
    }

    /// Where the slices begin that must be asked for, so that these lines can be shown; each is told once.
    pub fn want(&mut self, lines: Range<u32>) -> Vec<u32> {
        if lines.is_empty() {
            return Vec::new();
        }
        let slices = lines.start / SLICE..=(lines.end - 1) / SLICE;
        let missing = slices.filter(|slice| !self.here.contains_key(slice));
        let missing: Vec<u32> = missing.filter(|slice| self.asked.insert(*slice)).collect();
        missing.into_iter().map(|slice| slice * SLICE).collect()
    }

    /// Takes a slice in.
    pub fn put(&mut self, from: u32, lines: Vec<T>) {
        let slice = from / SLICE;
        self.asked.remove(&slice);
        self.here.insert(slice, lines);
        if MOST_SLICES < self.here.len() {
            let far = self
                .here
                .keys()
                .copied()
                .max_by_key(|have| have.abs_diff(slice));
            far.and_then(|far| self.here.remove(&far));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slice_is_asked_for_once_and_again_when_it_was_let_go() {
        let mut slices = Slices::default();
        assert_eq!(slices.want(0..0), [] as [u32; 0]);
        assert_eq!(slices.want(90..210), [0, 100, 200]);
        assert_eq!(slices.want(0..50), [] as [u32; 0]);
        for slice in 0..=MOST_SLICES as u32 {
            slices.put(slice * SLICE, vec![slice; SLICE as usize]);
        }
        assert_eq!(slices.get(250), Some(&2));
        assert_eq!(slices.get(50), None, "the farthest was let go");
        assert_eq!(slices.want(0..150), [0]);
    }
}
