//! Matching: how near it comes to the best order on simulated markets, and how long it takes beside ten thousand products.

use search::matching::{
    market::{self, Market},
    rank,
};

use crate::clock::Clock;

const PRODUCTS: u32 = 10_000;
const NEEDS: usize = 200;
const ROUNDS: usize = 5;

pub fn measure() {
    for row in market::measure(&market::REPORTED) {
        println!("search.market_{} {:.4}", row.key, row.ndcg);
        println!("search.market_{}_within {:.4}", row.key, row.within);
    }
    let mut times = times();
    times.sort_by(f64::total_cmp);
    println!("search.match_p50_ms {:.3}", times[times.len() / 2]);
    println!("search.match_p95_ms {:.3}", times[times.len() * 95 / 100]);
}

/// Milliseconds for each need, every product a candidate: more than the text search ever brings. The best of a few rounds,
/// since other programs run beside.
fn times() -> Vec<f64> {
    let market = Market::sized(1, PRODUCTS as usize, NEEDS);
    let times = market.needs().map(|(need, found)| {
        // What the words did not find has the least score there is.
        let rest = (0..PRODUCTS).map(|row| (row, 1));
        let found: Vec<(u32, i32)> = found.iter().copied().chain(rest).collect();
        let rounds = (0..ROUNDS).map(|_| {
            let started = Clock::start();
            let found = found.iter().copied();
            let matched = rank(need, found, market.offers(), market::TODAY, 50);
            let time = started.seconds() * 1000.0;
            assert_eq!(matched.products.len(), 50);
            time
        });
        rounds.fold(f64::INFINITY, f64::min)
    });
    times.collect()
}
