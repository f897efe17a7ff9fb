//! A catalogue in static files: how many bytes a query fetches, for ten thousand, a hundred thousand and a million
//! synthetic products.
//!
//! Cold is a first query, with nothing kept: the root, pages of the dictionary, postings, documents. Warm is one with
//! root and dictionary kept: postings and documents. No query keeps anything for the next.

use search::{
    document::Field,
    lexicon::Lexicon,
    sharded::{File, Files, Range, Root, Search, Shards, Step, terms},
};

use crate::synthetic::Synthetic;

const SIZES: [u32; 3] = [10_000, 100_000, 1_000_000];
const QUERIES: u32 = 400;
/// A page of hits.
const LIMIT: usize = 10;

/// What one query fetched.
#[derive(Default)]
struct Fetched {
    warm: usize,
    cold: usize,
    rounds: usize,
}

pub fn measure(words: &Lexicon, synthetic: &Synthetic) {
    for products in SIZES {
        let files = build(words, synthetic, products);
        let root = Root::open(&files.root).expect("what was written just now can be read");
        let fetched: Vec<Fetched> = (0..QUERIES)
            .map(|number| ask(&files, &root, words, &synthetic.query(number, products)))
            .collect();
        let tell = |name: &str, of: &dyn Fn(&Fetched) -> usize| {
            let mut values: Vec<usize> = fetched.iter().map(of).collect();
            values.sort_unstable();
            for (share, at) in [("p50", values.len() / 2), ("p95", values.len() * 95 / 100)] {
                println!("search.sharded_{products}_{name}_{share} {}", values[at]);
            }
        };
        tell("warm", &|one| one.warm);
        tell("cold", &|one| one.cold);
        tell("rounds", &|one| one.rounds);
        let lengths = [
            &files.root,
            &files.dictionary,
            &files.postings,
            &files.pages,
            &files.documents,
        ];
        let bytes: usize = lengths.into_iter().map(Vec::len).sum();
        println!("search.sharded_{products}_root {}", files.root.len());
        println!("search.sharded_{products}_bytes {bytes}");
    }
}

/// In the order of the models that products were made after, as a catalogue lies by its categories.
fn build(words: &Lexicon, synthetic: &Synthetic, products: u32) -> Files {
    let mut numbers: Vec<u32> = (0..products).collect();
    numbers.sort_by_cached_key(|number| (synthetic.model_of(*number), *number));
    let mut shards = Shards::new(Some(words));
    for (row, number) in (0..).zip(numbers) {
        let goods = synthetic.goods(number);
        shards.add(&goods.document(row), goods.field(Field::NameEn));
    }
    shards.finish()
}

fn ask(files: &Files, root: &Root, words: &Lexicon, text: &str) -> Fetched {
    let terms = terms(text, Some(words));
    let mut search = Search::new(root, &terms, LIMIT);
    let mut fetched = Fetched {
        cold: files.root.len(),
        ..Fetched::default()
    };
    while let Step::Need(ranges) = search.step().expect("the files are whole") {
        fetched.rounds += 1;
        for range in ranges {
            let bytes = bytes_at(files, range);
            fetched.cold += bytes.len();
            if range.file != File::Dictionary {
                fetched.warm += bytes.len();
            }
            search.feed(range, bytes).expect("these were asked for");
        }
    }
    fetched
}

fn bytes_at(files: &Files, range: Range) -> Vec<u8> {
    let file = match range.file {
        File::Dictionary => &files.dictionary,
        File::Postings => &files.postings,
        File::Pages => &files.pages,
        File::Documents => &files.documents,
    };
    let from = range.from as usize;
    file[from..from + range.len as usize].to_vec()
}
