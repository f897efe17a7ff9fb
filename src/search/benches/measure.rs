//! What the room promises by the number: documents indexed in a second on one core, on the judged set where
//! SEARCH_BENCH_DIR names it and on the synthetic catalogue everywhere.
//!
//! Prints lines `search.<name> <number>`, which `cargo hub bench search` reads.

mod clock;
mod matching;
mod scale;
mod synthetic;

use std::path::Path;

use catalogue::{Dictionary, read_folder};
use clock::Clock;
use search::{
    document::{Document, Field, Kind},
    lexicon::{Lexicon, build},
    segment::Writer,
};
use synthetic::{Goods, Synthetic};

const ROUNDS: usize = 3;
const PRODUCTS: u32 = 20_000;

fn main() {
    let words = Lexicon::open(build::build(&build::OURS, &[])).expect("the lexicon can be read");
    let synthetic = Synthetic::new(&demonstration());
    let goods: Vec<Goods> = (0..PRODUCTS)
        .map(|number| synthetic.goods(number))
        .collect();
    let documents: Vec<Document> = (0..)
        .zip(&goods)
        .map(|(row, one)| one.document(row))
        .collect();
    println!(
        "search.build_synthetic_per_second {:.0}",
        rate(&words, &documents)
    );
    if let Some(pages) = judged() {
        let documents: Vec<Document> = (0..)
            .zip(&pages)
            .map(|(row, page)| page_of(row, page))
            .collect();
        println!("search.build_per_second {:.0}", rate(&words, &documents));
    }
    matching::measure();
    scale::measure(&words, &synthetic);
}

/// Documents indexed in a second, best of the rounds.
fn rate(words: &Lexicon, documents: &[Document]) -> f64 {
    let mut best = f64::INFINITY;
    for _ in 0..ROUNDS {
        let started = Clock::start();
        let mut writer = Writer::new(Some(words));
        for document in documents {
            writer.add(document);
        }
        let bytes = writer.finish();
        best = best.min(started.seconds());
        assert!(!bytes.is_empty());
    }
    documents.len() as f64 / best
}

fn demonstration() -> Vec<domain::Product> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../catalogue/demonstration");
    let mut files: Vec<(String, Vec<u8>)> = std::fs::read_dir(folder)
        .expect("the demonstration lies beside this room")
        .map(|entry| {
            let path = entry.expect("the folder can be listed").path();
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            (
                name,
                std::fs::read(path).expect("a file that is listed can be read"),
            )
        })
        .collect();
    files.sort();
    let files = files
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
    read_folder(files, &Dictionary::standard(), &|_| true).products
}

/// Titles and bodies of the judged set.
fn judged() -> Option<Vec<(String, String)>> {
    let folder = std::env::var_os("SEARCH_BENCH_DIR")?;
    let text = std::fs::read_to_string(Path::new(&folder).join("cf/docs.jsonl")).ok()?;
    let pages = text.lines().map(|line| {
        let page: serde_json::Value = serde_json::from_str(line).expect("a line is a document");
        let field = |name: &str| page[name].as_str().unwrap_or_default().to_owned();
        (field("title"), field("body"))
    });
    Some(pages.collect())
}

fn page_of(row: u32, (title, body): &(String, String)) -> Document<'_> {
    let mut fields = [""; Field::ALL.len()];
    fields[Field::NameEn as usize] = title;
    fields[Field::DescriptionEn as usize] = body;
    Document {
        kind: Kind::Product,
        row,
        key: "",
        fields,
    }
}
