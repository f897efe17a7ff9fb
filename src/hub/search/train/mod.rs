//! `cargo hub search train`: the weights of the ranking's features, found on the judged sets.
//!
//! `src/search/rank/TRAINING.md` records what the shipped weights were trained on and what they reach.

mod climb;
mod examples;

use std::{fmt::Write, fs, path::Path};

use search::rank::{FEATURES, Weights};

use self::{
    climb::{Judged, crossed, mean, train},
    examples::{Side, examples},
};
use super::set::{Language, read_documents, read_judgments, read_queries};
use crate::trouble::Trouble;

/// Draws of queries whose weights are averaged.
const DRAWS: u32 = 8;
/// Parts into which training queries are cut to say what the weights are worth on others.
const FOLDS: usize = 4;
/// On the set with few judgments a query, only every so many queries also count with what nobody judged: as many as the
/// other set has are enough.
const SPARSE: usize = 8;

/// The examples of one set.
struct Set {
    train: Vec<Judged>,
    validation: Vec<Judged>,
}

/// Trains on the sets `cf` and `hd` of a folder and writes the weights.
pub fn run(folder: &Path, out: &Path) -> Result<(), Trouble> {
    let shops = read(folder, "cf", Side::All, 1)?;
    let home = read(folder, "hd", Side::Judged, 1)?;
    let home_all = read(folder, "hd", Side::All, SPARSE)?;
    let sets =
        [&shops.train, &home.train, &home_all.train].map(|set| set.iter().collect::<Vec<_>>());
    let [shops_train, home_train, home_all_train] = &sets;
    let weights = train(&[shops_train, home_train, home_all_train], DRAWS);
    let others: [&[&Judged]; 2] = [home_train, home_all_train];
    eprintln!("weights                     cf train  hd train  cf validation  hd validation");
    for (name, weights) in [
        ("none", Weights([0.0; FEATURES.len()])),
        ("shipped", Weights::default()),
        ("trained", weights),
    ] {
        let held = [&shops.validation, &home.validation].map(|set| set.iter().collect::<Vec<_>>());
        let [shops_held, home_held] = &held;
        eprintln!(
            "{name:<26}  {:>8.4}  {:>8.4}  {:>13.4}  {:>13.4}",
            mean(shops_train, &weights),
            mean(home_train, &weights),
            mean(shops_held, &weights),
            mean(home_held, &weights)
        );
    }
    let crossed = crossed(shops_train, &others, FOLDS, DRAWS);
    eprintln!("cf train, each part by weights of the others: {crossed:.4}");
    fs::write(out, file_of(&weights)).map_err(|error| Trouble::file(out, &error))
}

/// The weights as the ranking reads them.
fn file_of(weights: &Weights) -> String {
    let mut text = String::from(
        "# Thousandths for one unit of each feature; TRAINING.md says how these were found.\n",
    );
    for (feature, weight) in FEATURES.iter().zip(weights.0) {
        if weight != 0.0 {
            writeln!(text, "{} {weight}", feature.name()).expect("writing to a string cannot fail");
        }
    }
    text
}

fn read(folder: &Path, name: &str, side: Side, every: usize) -> Result<Set, Trouble> {
    let folder = folder.join(name);
    let pages = read_documents(&folder.join("docs.jsonl"))?;
    let queries = read_queries(&folder.join("queries.tsv"), Language::English)?;
    let judgments = read_judgments(&folder.join("judgments.tsv"))?;
    let mut engine = super::engine::open(super::engine::segment(&pages))?;
    let rule = super::split::Rule::of(name);
    let mut set = Set {
        train: Vec::new(),
        validation: Vec::new(),
    };
    let counted = queries
        .iter()
        .filter(|query| super::score::counts(&judgments, &query.id, rule.fewest_judgments));
    for query in counted.step_by(every) {
        let Some(judged) = examples(&mut engine, query, &judgments, &pages, side) else {
            continue;
        };
        if rule.is_validation(&query.id) {
            set.validation.push(judged);
        } else {
            set.train.push(judged);
        }
    }
    Ok(set)
}
