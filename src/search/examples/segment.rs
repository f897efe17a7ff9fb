//! Builds a segment of a judged set and says how long it took and how large it is.
//!
//! `SEARCH_BENCH_DIR=… cargo run --profile native -p search --example segment -- cf cf.segment`; the file that it
//! leaves can then be compressed by whatever is to be measured.

use std::path::PathBuf;
use std::time::Instant;

use search::document::{Document, Field, Kind};
use search::segment::{Index, Postings, Segment, Writer};

fn main() {
    let Some(folder) = std::env::var_os("SEARCH_BENCH_DIR").map(PathBuf::from) else {
        println!("nothing to measure: SEARCH_BENCH_DIR does not say where the judged sets lie");
        return;
    };
    let mut arguments = std::env::args().skip(1);
    let set = arguments.next().unwrap_or_else(|| "cf".to_owned());
    let folder = folder.join(set);
    let lines = std::fs::read_to_string(folder.join("docs.jsonl")).expect("the set has documents");
    let docs: Vec<(String, String)> = lines
        .lines()
        .map(|line| {
            let doc: serde_json::Value = serde_json::from_str(line).expect("a line is a document");
            let text = |key: &str| doc[key].as_str().unwrap_or("").to_owned();
            (text("title"), text("body"))
        })
        .collect();

    let start = Instant::now();
    let mut writer = Writer::new(None);
    for (row, (title, body)) in docs.iter().enumerate() {
        let mut fields = [""; Field::ALL.len()];
        fields[Field::NameEn as usize] = title;
        fields[Field::DescriptionEn as usize] = body;
        writer.add(&Document {
            kind: Kind::Product,
            row: row as u32,
            key: "",
            fields,
        });
    }
    let added = start.elapsed();
    let bytes = writer.finish();
    let built = start.elapsed();
    let rate = docs.len() as f64 / built.as_secs_f64();
    println!("{} documents, {} bytes", docs.len(), bytes.len());
    println!("added in {added:.0?}, built in {built:.0?}: {rate:.0} documents/s");
    if let Some(path) = arguments.next() {
        std::fs::write(path, &bytes).expect("the file can be written");
    }

    let start = Instant::now();
    let segment = Segment::open(bytes).expect("what was written opens");
    println!(
        "opened in {:.3?}, {} terms",
        start.elapsed(),
        segment.terms()
    );
    let mut index = Index::new();
    index.push(segment);
    ask(
        &index,
        &std::fs::read_to_string(folder.join("queries.tsv")).expect("the set has queries"),
    );
}

/// How long the parts of a query take.
fn ask(index: &Index, queries: &str) {
    let words: Vec<String> = queries
        .lines()
        .skip(1)
        .filter_map(|line| line.split('\t').nth(1))
        .flat_map(|query| search::text::analyze(query, search::text::Side::Query, None))
        .filter(|token| !token.stop)
        .map(|token| token.term)
        .take(1000)
        .collect();
    let mut postings = Postings::default();
    let time = |what: &str, each: &mut dyn FnMut(&str) -> usize| {
        let start = Instant::now();
        let found: usize = words.iter().map(|word| each(word)).sum();
        println!(
            "{what}: {:.2?} a word, {found} found",
            start.elapsed() / words.len() as u32
        );
    };
    time("term", &mut |word| usize::from(index.term(word).is_some()));
    time("postings", &mut |word| {
        let Some(term) = index.term(word) else {
            return 0;
        };
        index.postings(&term, &mut postings);
        postings.len()
    });
    time("begun", &mut |word| {
        index.begun(word.get(..3).unwrap_or(word), 10).len()
    });
    time("near, 1 edit", &mut |word| index.near(word, 1, 10).len());
    time("near, 2 edits", &mut |word| index.near(word, 2, 10).len());
    time("length", &mut |word| {
        index.length(word.len() as u32 * 97, Field::DescriptionEn) as usize
    });
    let start = Instant::now();
    let mut terms = 0;
    index.name_terms(17, Field::NameEn, &mut |_, _| terms += 1);
    println!("names turned round: {:.2?}, {terms}", start.elapsed());
}
