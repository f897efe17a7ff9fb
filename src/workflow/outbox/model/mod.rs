//! Histories of faults, by chance: tabs of one device, two people who use it, a network that loses and doubles, a server
//! that knows keys, and what must be true of them all.
//!
//! `OUTBOX_HISTORIES` says how many histories the test tries, each with about a dozen items.

mod checks;
mod device;
mod history;
mod network;
mod person;
mod server;
mod tab;
mod world;

use std::collections::BTreeMap;

use super::faults::{Fault, switch};

/// What a person meant by pressing Send once, and what has become of it.
#[derive(Clone, Debug, Default)]
struct Intent {
    account: String,
    /// The tab was told that it is kept.
    is_saved: bool,
    is_discarded: bool,
    /// The person has changed what is asked, in some tab.
    is_replaced: bool,
    /// Of the same conversation, known to the tab and not settled when this was written.
    before: Vec<usize>,
    effects: u32,
    /// Number of what was typed in the form.
    text: Option<usize>,
}

/// Numbers without end from one; the same again for the same.
#[derive(Clone)]
struct Chance(u64);

impl Chance {
    /// Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (2014).
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ z >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ z >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ z >> 31
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(end.max(1)).unwrap()).unwrap()
    }

    fn one_in(&mut self, many: usize) -> bool {
        self.below(many) == 0
    }

    fn bytes(&mut self) -> [u8; 16] {
        let (a, b) = (self.next().to_le_bytes(), self.next().to_le_bytes());
        std::array::from_fn(|place| if place < 8 { a[place] } else { b[place - 8] })
    }
}

/// Why a history is wrong. The first words are the claim that it breaks.
type Wrong = String;

/// How much the histories so far have held.
#[derive(Clone, Debug, Default)]
struct Tally {
    items: usize,
    effects: usize,
    counts: BTreeMap<&'static str, u64>,
}

impl Tally {
    fn count(&mut self, what: &'static str) {
        *self.counts.entry(what).or_default() += 1;
    }
}

#[test]
fn every_key_takes_effect_once_in_order_and_every_queue_empties() {
    let histories = std::env::var("OUTBOX_HISTORIES").ok();
    let histories: u64 = histories.map_or(1_500, |number| number.parse().unwrap());
    let mut tally = Tally::default();
    for seed in 0..histories {
        if let Err(wrong) = history::live(seed, &mut tally) {
            panic!("history {seed}: {wrong}");
        }
    }
    println!(
        "{histories} histories, {} items, {} effects",
        tally.items, tally.effects
    );
    for (what, count) in &tally.counts {
        println!("{count:>9} {what}");
    }
    // A history in which nothing goes wrong proves nothing.
    for what in history::FAULTS {
        assert!(tally.counts.contains_key(what), "never happened: {what}");
    }
}

#[test]
fn every_seeded_bug_is_caught() {
    let mut missed = Vec::new();
    assert!(20 <= Fault::ALL.len());
    for fault in Fault::ALL {
        switch(Some(*fault));
        let caught = (0..8_000).find_map(|seed| {
            let lived = history::live(seed, &mut Tally::default());
            lived.err().map(|wrong| (seed, wrong))
        });
        switch(None);
        match caught {
            Some((seed, wrong)) => println!("{fault:?}: history {seed}: {wrong}"),
            None => missed.push(*fault),
        }
    }
    assert!(missed.is_empty(), "not caught: {missed:?}");
}
