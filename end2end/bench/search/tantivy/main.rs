//! Tantivy beside the engines of the browser, native: `tantivy-peer <set> <docs.jsonl> <queries.json> <out>`.
//!
//! The same words as the other peers get (`../peers.mjs`), no positions, one segment. Writes `<out>.tsv` (query and
//! document, best first) and `<out>.index` (all files of the index, one behind the other); prints milliseconds as JSON.

use std::{error::Error, fs, path::Path, time::Instant};

use serde_json::{Value, json};
use tantivy::{
    Index, IndexSettings, Searcher, TantivyDocument, Term,
    collector::TopDocs,
    query::{BooleanQuery, BoostQuery, Occur, Query, TermQuery},
    schema::{FAST, Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions},
    tokenizer::{Language, LowerCaser, SimpleTokenizer, Stemmer, StopWordFilter, TextAnalyzer},
};

type Outcome<T> = Result<T, Box<dyn Error>>;

/// As in `../clock.mjs`.
const DEEP: usize = 1000;
const PAGE: usize = 100;
const TIMED: usize = 500;
const ROUNDS: usize = 5;
const STOP: &str =
    "a an and are as at be by for from has in is it of on or that the to was were will with";
const WORDS: &str = "words";

/// What the title weighs, the best of 1, 1.5, 2, 3 and 5 on the set; its BM25 has no other settings.
fn title_weight(set: &str) -> f32 {
    if set == "cf" { 5.0 } else { 1.0 }
}

fn words() -> TextAnalyzer {
    TextAnalyzer::builder(SimpleTokenizer::default())
        .filter(LowerCaser)
        .filter(StopWordFilter::remove(STOP.split(' ').map(str::to_owned)))
        .filter(Stemmer::new(Language::English))
        .build()
}

struct Fields {
    row: Field,
    title: Field,
    body: Field,
}

fn main() -> Outcome<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [set, documents, queries, out] = arguments.as_slice() else {
        return Err("tantivy-peer <set> <docs.jsonl> <queries.json> <out>".into());
    };
    let documents = read_documents(documents)?;
    let queries: Vec<(String, String)> = serde_json::from_str(&fs::read_to_string(queries)?)?;
    let weight = title_weight(set);
    let folder = Path::new(out).with_extension("folder");
    fs::create_dir_all(&folder)?;
    let (fields, build) = build(&folder, &documents)?;
    store(&folder, Path::new(out))?;
    let (mut open, mut searcher) = (f64::INFINITY, None);
    for _ in 0..3 {
        let started = Instant::now();
        let index = Index::open_in_dir(&folder)?;
        index.tokenizers().register(WORDS, words());
        searcher = Some(index.reader()?.searcher());
        open = open.min(milliseconds(started));
    }
    let searcher = searcher.ok_or("it was not opened")?;
    let find = |text: &str, limit| find(&searcher, &fields, weight, text, limit);
    let mut run = String::new();
    for (id, text) in &queries {
        for row in find(text, DEEP)? {
            run += &format!("{id}\t{}\n", documents[usize::try_from(row)?].0);
        }
    }
    fs::write(format!("{out}.tsv"), run)?;
    let count = queries.len().min(TIMED);
    let timed: Vec<&str> = (0..count)
        .map(|at| queries[at * queries.len() / count].1.as_str())
        .collect();
    let mut best = vec![f64::INFINITY; count];
    for _ in 0..ROUNDS {
        for (text, best) in timed.iter().zip(&mut best) {
            let started = Instant::now();
            find(text, PAGE)?;
            *best = best.min(milliseconds(started));
        }
    }
    best.sort_by(f64::total_cmp);
    let share = |percent: usize| best[(count * percent).div_ceil(100).saturating_sub(1)];
    let times = json!({ "build": build, "open": open, "p50": share(50), "p95": share(95) });
    println!("{times}");
    fs::remove_dir_all(folder)?;
    Ok(())
}

fn read_documents(file: &str) -> Outcome<Vec<(String, String, String)>> {
    let text = fs::read_to_string(file)?;
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    lines
        .map(|line| {
            let object: Value = serde_json::from_str(line)?;
            let id = object["id"]
                .as_str()
                .map_or_else(|| object["id"].to_string(), str::to_owned);
            let text = |name: &str| object[name].as_str().unwrap_or_default().to_owned();
            Ok((id, text("title"), text("body")))
        })
        .collect()
}

/// One segment in the folder; milliseconds.
fn build(folder: &Path, documents: &[(String, String, String)]) -> Outcome<(Fields, f64)> {
    let indexing = TextFieldIndexing::default()
        .set_tokenizer(WORDS)
        .set_index_option(IndexRecordOption::WithFreqs);
    let text = TextOptions::default().set_indexing_options(indexing);
    let mut schema = Schema::builder();
    let fields = Fields {
        row: schema.add_u64_field("row", FAST),
        title: schema.add_text_field("title", text.clone()),
        body: schema.add_text_field("body", text),
    };
    let index = Index::builder()
        .schema(schema.build())
        .settings(IndexSettings::default());
    let index = index.create_in_dir(folder)?;
    index.tokenizers().register(WORDS, words());
    let started = Instant::now();
    let mut writer = index.writer_with_num_threads(1, 200_000_000)?;
    for (row, (_, title, body)) in (0u64..).zip(documents) {
        let mut document = TantivyDocument::default();
        document.add_u64(fields.row, row);
        document.add_text(fields.title, title);
        if !body.is_empty() {
            document.add_text(fields.body, body);
        }
        writer.add_document(document)?;
    }
    writer.commit()?;
    let segments = index.searchable_segment_ids()?;
    if segments.len() > 1 {
        writer.merge(&segments).wait()?;
    }
    writer.garbage_collect_files().wait()?;
    writer.wait_merging_threads()?;
    Ok((fields, milliseconds(started)))
}

/// All files of the index in one, so that they are weighed together.
fn store(folder: &Path, out: &Path) -> Outcome<()> {
    let mut files: Vec<_> = fs::read_dir(folder)?
        .flatten()
        .map(|entry| entry.path())
        .collect();
    // Lock files are empty and not part of an index.
    files.retain(|file| {
        !file
            .file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with(".tantivy-"))
    });
    files.sort();
    let mut all = Vec::new();
    for file in files {
        all.extend(fs::read(file)?);
    }
    fs::write(format!("{}.index", out.display()), all)?;
    Ok(())
}

/// Rows of the hits, best first.
fn find(
    searcher: &Searcher,
    fields: &Fields,
    weight: f32,
    text: &str,
    limit: usize,
) -> Outcome<Vec<u64>> {
    let mut analyzer = words();
    let mut stream = analyzer.token_stream(text);
    let mut any: Vec<(Occur, Box<dyn Query>)> = Vec::new();
    while let Some(token) = stream.next() {
        let term = |field| -> Box<dyn Query> {
            let term = Term::from_field_text(field, &token.text);
            Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs))
        };
        any.push((
            Occur::Should,
            Box::new(BoostQuery::new(term(fields.title), weight)),
        ));
        any.push((Occur::Should, term(fields.body)));
    }
    let top = searcher.search(
        &BooleanQuery::new(any),
        &TopDocs::with_limit(limit).order_by_score(),
    )?;
    let reader = searcher.segment_reader(0);
    let rows = reader.fast_fields().u64("row")?;
    Ok(top
        .into_iter()
        .filter_map(|(_, at)| rows.first(at.doc_id))
        .collect())
}

fn milliseconds(since: Instant) -> f64 {
    since.elapsed().as_secs_f64() * 1000.0
}
