//! What is measured in the browser: written as files that the scripts of `end2end/bench/search` read.

use std::{
    fs,
    path::{Path, PathBuf},
};

use search::ask::Ask;
use serde_json::{Value, json};

use super::{needs, ours, worker::Worker};
use crate::{
    search::{
        engine::WordByWord,
        score::counts,
        set::{Judgments, Language, Query, read_documents, read_judgments, read_queries},
        split::Rule,
    },
    trouble::Trouble,
    workspace::Workspace,
};

/// The engines that are measured beside ours in the browser, the best known first.
pub const PEERS: [&str; 4] = ["minisearch", "flexsearch", "orama", "lunr"];
/// Those that run outside of it.
pub const NATIVE_PEERS: [&str; 2] = ["bm25s", "tantivy"];
/// The one that answers Chinese queries by a dictionary's translation.
pub const TRANSLATED: &str = "minisearch";
pub const OURS: &str = "ours";

/// Hits that count for quality, and hits that are timed; the same for every engine (`clock.mjs`).
const DEEP: u32 = 1000;
const PAGE: u32 = 100;
/// Queries that are timed at most (`clock.mjs`).
const TIMED: usize = 500;

/// The plan as it was written, with what judging its results needs.
pub struct Plan {
    pub file: PathBuf,
    /// Where the scripts leave what the engines answered.
    pub kept: PathBuf,
    pub sets: Vec<Set>,
}

/// A judged set, ready to be asked.
pub struct Set {
    pub name: String,
    /// The file of its documents.
    pub file: PathBuf,
    pub rule: Rule,
    pub judgments: Judgments,
    pub english: Vec<Query>,
    pub chinese: Vec<Query>,
    /// Ids of the documents by row.
    pub documents: Vec<String>,
}

impl Set {
    pub fn queries(&self, language: Language) -> &[Query] {
        match language {
            Language::English => &self.english,
            Language::Chinese => &self.chinese,
        }
    }
}

/// The name of a measurement: `ours.cf.en`.
pub fn label(engine: &str, set: &str, language: Language) -> String {
    format!("{engine}.{set}.{}", language.code())
}

impl Plan {
    /// Writes the plan and all its inputs.
    pub fn write(workspace: &Workspace, sets: &[(String, PathBuf)]) -> Result<Self, Trouble> {
        let folder = workspace.notes().join("bench-search");
        let kept = folder.join("kept");
        let inputs = folder.join("inputs");
        for folder in [&kept, &inputs] {
            if folder.exists() {
                fs::remove_dir_all(folder).map_err(|error| Trouble::file(folder, &error))?;
            }
            fs::create_dir_all(folder).map_err(|error| Trouble::file(folder, &error))?;
        }
        let worker = Worker::find(workspace)?;
        let mut folders = serde_json::Map::new();
        folders.insert("inputs".to_owned(), json!(inputs));
        folders.insert("site".to_owned(), json!(workspace.site()));
        let mut jobs = Vec::new();
        let mut read = Vec::new();
        for (name, place) in sets {
            folders.insert(name.clone(), json!(place));
            let set = read_set(name, place)?;
            jobs.extend(peers(&inputs, &set)?);
            jobs.extend(ours::of_set(&inputs, &worker, &set, place)?);
            read.push(set);
        }
        jobs.push(needs::matching(workspace, &inputs, &worker)?);
        let mut weigh = worker.weighed(&inputs);
        for set in &read {
            let segment = format!("{}.segment", set.name);
            weigh.insert(segment.clone(), json!(inputs.join(segment)));
        }
        let file = folder.join("plan.json");
        let plan = json!({ "folders": folders, "kept": kept, "jobs": jobs, "weigh": weigh });
        put(&file, plan.to_string().as_bytes())?;
        Ok(Self {
            file,
            kept,
            sets: read,
        })
    }
}

fn read_set(name: &str, place: &Path) -> Result<Set, Trouble> {
    let rule = Rule::of(name);
    let judgments = read_judgments(&place.join("judgments.tsv"))?;
    let queries = |language| -> Result<Vec<Query>, Trouble> {
        let mut queries = read_queries(&place.join("queries.tsv"), language)?;
        queries.retain(|query| counts(&judgments, &query.id, rule.fewest_judgments));
        Ok(queries)
    };
    let file = place.join("docs.jsonl");
    let documents = read_documents(&file)?;
    Ok(Set {
        name: name.to_owned(),
        file,
        rule,
        english: queries(Language::English)?,
        chinese: queries(Language::Chinese)?,
        documents: documents.into_iter().map(|document| document.id).collect(),
        judgments,
    })
}

/// Every peer on the English queries; one of them on the Chinese ones too, translated word by word.
fn peers(inputs: &Path, set: &Set) -> Result<Vec<Value>, Trouble> {
    let mut jobs = Vec::new();
    let mut job = |engine: &str, language: Language, queries: &[(String, String)]| {
        let label = label(engine, &set.name, language);
        let file = format!("{label}.json");
        put(&inputs.join(&file), json!(queries).to_string().as_bytes())?;
        jobs.push(json!({
            "label": label,
            "page": "peer_page.mjs",
            "input": {
                "engine": engine,
                "set": set.name,
                "documents": format!("/{}/docs.jsonl", set.name),
                "queries": format!("/inputs/{file}"),
            },
        }));
        Ok::<(), Trouble>(())
    };
    let english: Vec<(String, String)> = texts(&set.english, str::to_owned);
    for engine in PEERS {
        job(engine, Language::English, &english)?;
    }
    if !set.chinese.is_empty() {
        let dictionary = WordByWord::new();
        let translated = texts(&set.chinese, |text| dictionary.english(text));
        job(TRANSLATED, Language::Chinese, &translated)?;
    }
    Ok(jobs)
}

pub fn texts(queries: &[Query], wording: impl Fn(&str) -> String) -> Vec<(String, String)> {
    let pairs = queries.iter();
    pairs
        .map(|query| (query.id.clone(), wording(&query.text)))
        .collect()
}

/// The messages that ask these texts: all of them deep, and as many as are timed for a page of hits.
pub fn searches(queries: &[Query]) -> (Vec<Ask>, Vec<Ask>) {
    let ask = |query: &Query, limit| Ask::Search {
        version: 0,
        text: query.text.clone(),
        limit,
    };
    let deep = queries.iter().map(|query| ask(query, DEEP)).collect();
    let count = queries.len().min(TIMED);
    let timed = (0..count)
        .filter_map(|at| queries.get(at * queries.len() / count))
        .map(|query| ask(query, PAGE))
        .collect();
    (deep, timed)
}

pub fn put(file: &Path, bytes: &[u8]) -> Result<(), Trouble> {
    fs::write(file, bytes).map_err(|error| Trouble::file(file, &error))
}
