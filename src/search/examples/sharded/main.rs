//! How much a search in a sharded catalogue fetches, from ten thousand products to a million.
//!
//! `cargo run --profile native -p search --example sharded -- 10000 100000 1000000`; in folder `SHARDS_DIR`, if it is
//! set, the files of the last one are left.

mod goods;

use std::collections::HashSet;
use std::time::Instant;

use goods::{Good, query};
use search::sharded::{File, Files, Range, Root, Search, Shards, Step};
use search::text::{Side, analyze};

const QUERIES: u64 = 1000;

fn main() {
    let sizes: Vec<u32> = std::env::args()
        .skip(1)
        .filter_map(|size| size.parse().ok())
        .collect();
    println!(
        "| products | products/s | root | dictionary | postings | documents | warm p50 | warm p95 | warm most | cold p95 | rounds p95 |"
    );
    println!("|---|---|---|---|---|---|---|---|---|---|---|");
    for &size in &sizes {
        let start = Instant::now();
        let mut shards = Shards::new(None);
        for row in 0..size {
            let good = Good::new(row, size);
            shards.add(&good.document(row), &good.name);
        }
        let files = shards.finish();
        let rate = f64::from(size) / start.elapsed().as_secs_f64();
        let root = Root::open(&files.root).expect("what was written opens");
        let mut fetched: Vec<Fetched> = (0..QUERIES)
            .map(|number| fetch(&files, &root, &query(number, size)))
            .collect();
        fetched.sort_unstable_by_key(|one| one.warm);
        let warm = |share: usize| fetched[(fetched.len() - 1) * share / 100].warm;
        let (half, most, all) = (warm(50), warm(95), warm(100));
        fetched.sort_unstable_by_key(|one| one.cold);
        let cold = fetched[fetched.len() * 95 / 100].cold + files.root.len();
        fetched.sort_unstable_by_key(|one| one.rounds);
        let rounds = fetched[fetched.len() * 95 / 100].rounds;
        let Files {
            dictionary,
            postings,
            pages,
            documents,
            ..
        } = &files;
        println!(
            "| {size} | {rate:.0} | {} | {} | {} | {} | {half} | {most} | {all} | {cold} | {rounds} |",
            files.root.len(),
            dictionary.len(),
            postings.len(),
            pages.len() + documents.len(),
        );
        if let Some(folder) = std::env::var_os("SHARDS_DIR").map(std::path::PathBuf::from) {
            for (name, bytes) in files.named() {
                std::fs::write(folder.join(name), bytes).expect("the folder can be written");
            }
        }
    }
}

/// What one search cost.
struct Fetched {
    /// Bytes without the dictionary.
    warm: usize,
    cold: usize,
    rounds: usize,
}

fn fetch(files: &Files, root: &Root, query: &str) -> Fetched {
    let tokens = analyze(query, Side::Query, None);
    let terms: Vec<String> = tokens
        .into_iter()
        .filter(|token| !token.stop)
        .map(|token| token.term)
        .collect();
    let mut search = Search::new(root, &terms, 10);
    let mut fetched = Fetched {
        warm: 0,
        cold: 0,
        rounds: 0,
    };
    let mut seen: HashSet<Range> = HashSet::new();
    loop {
        let ranges = match search.step().expect("nothing is damaged") {
            Step::Done(_) => break,
            Step::Need(ranges) => ranges,
        };
        fetched.rounds += 1;
        for range in ranges {
            let file = match range.file {
                File::Dictionary => &files.dictionary,
                File::Postings => &files.postings,
                File::Pages => &files.pages,
                File::Documents => &files.documents,
            };
            let bytes = file[range.from as usize..][..range.len as usize].to_vec();
            if seen.insert(range) {
                fetched.cold += bytes.len();
                fetched.warm += if range.file == File::Dictionary {
                    0
                } else {
                    bytes.len()
                };
            }
            search.feed(range, bytes).expect("it was asked for");
        }
    }
    if std::env::var_os("SHARDS_SHOW").is_some() && fetched.warm > 100_000 {
        println!(
            "{query}: {} bytes in {} rounds",
            fetched.warm, fetched.rounds
        );
    }
    fetched
}
