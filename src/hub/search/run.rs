//! `cargo hub search run` and `score`: a set asked of the engine, and a run measured by the judgments.

use std::{collections::HashMap, fmt::Write, fs, path::Path};

use super::{
    engine,
    score::{counts, read_run, score},
    set::{Language, read_documents, read_judgments, read_queries},
    task::Order,
};
use crate::trouble::Trouble;

/// Hits a query at most.
const DEEPEST: u32 = 1000;

/// Asks every query of the file and writes `query<TAB>document`, best first.
pub fn run(order: &Order) -> Result<(), Trouble> {
    let pages = read_documents(&order.docs)?;
    let queries = read_queries(&order.queries, order.language)?;
    let mut engine = engine::open(engine::segment(&pages))?;
    let ids: HashMap<u32, &str> = (0..)
        .zip(pages.iter().map(|page| page.id.as_str()))
        .collect();
    let mut text = String::new();
    for query in &queries {
        for row in engine::rows(&mut engine, &query.text, DEEPEST) {
            if let Some(id) = ids.get(&row) {
                writeln!(text, "{}\t{id}", query.id).expect("writing to a string cannot fail");
            }
        }
    }
    fs::write(&order.out, text).map_err(|error| Trouble::file(&order.out, &error))?;
    eprintln!(
        "✓ {} queries asked of {} documents: {}",
        queries.len(),
        pages.len(),
        order.out.display()
    );
    Ok(())
}

/// Prints how good a run is.
pub fn print_score(set: &Path, file: &Path, language: Language) -> Result<(), Trouble> {
    let judgments = read_judgments(&set.join("judgments.tsv"))?;
    let queries = read_queries(&set.join("queries.tsv"), language)?;
    let text = fs::read_to_string(file).map_err(|error| Trouble::file(file, &error))?;
    let run = read_run(&text);
    let name = set.file_name().unwrap_or_default().to_string_lossy();
    let rule = super::split::Rule::of(&name);
    let counted: Vec<&str> = queries
        .iter()
        .map(|query| query.id.as_str())
        .filter(|id| counts(&judgments, id, rule.fewest_judgments))
        .collect();
    let parts = [
        ("all", counted.clone()),
        ("train", rule.train(&counted)),
        ("validation", rule.validation(&counted)),
    ];
    println!("part        queries  nDCG@10  judged  recall@100  MRR");
    for (name, queries) in parts {
        let quality = score(&run, &judgments, queries);
        println!(
            "{name:<10} {:>8}  {:>7.4}  {:>6.4}  {:>10.4}  {:.4}",
            quality.queries, quality.ndcg10, quality.ndcg10_judged, quality.recall100, quality.mrr
        );
    }
    Ok(())
}
