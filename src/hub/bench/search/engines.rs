//! Every engine's answers judged, beside its times and bytes.

use std::fs;

use serde_json::Value;

use super::{
    ours,
    plan::{NATIVE_PEERS, OURS, PEERS, Plan, Set, TRANSLATED, label},
};
use crate::{
    search::{
        score::{Quality, Run, read_run, score},
        set::Language,
    },
    trouble::Trouble,
};

/// One engine on one set in one language.
pub struct Measured {
    pub engine: &'static str,
    pub set: String,
    pub language: Language,
    /// Over all queries that count.
    pub all: Quality,
    /// Over those that tuning has not seen.
    pub validation: Quality,
    /// Milliseconds, bytes: `None` where it failed.
    pub open: Option<f64>,
    pub p50: Option<f64>,
    pub p95: Option<f64>,
    pub raw: Option<f64>,
    pub brotli: Option<f64>,
}

impl Measured {
    /// Whether it runs where ours does: what a query takes natively says nothing of a browser.
    pub fn is_in_browser(&self) -> bool {
        !NATIVE_PEERS.contains(&self.engine)
    }
}

/// A name as its makers write it, and where it runs if not in the browser.
pub fn proper(engine: &str) -> &str {
    match engine {
        "minisearch" => "MiniSearch",
        "flexsearch" => "FlexSearch",
        "orama" => "Orama",
        "lunr" => "Lunr",
        "bm25s" => "bm25s, native",
        "tantivy" => "Tantivy, native",
        _ => "Asia SME Hub",
    }
}

/// Judges what lies in the plan's folder. An engine that failed is left out, and said to have.
pub fn judge(plan: &Plan, times: &Value) -> Result<Vec<Measured>, Trouble> {
    let mut all = Vec::new();
    for set in &plan.sets {
        let english = [OURS].into_iter().chain(PEERS).chain(NATIVE_PEERS);
        let english = english.map(|engine| (engine, Language::English));
        let chinese = [OURS, TRANSLATED].map(|engine| (engine, Language::Chinese));
        for (engine, language) in english.chain(chinese) {
            if set.queries(language).is_empty() {
                continue;
            }
            let label = label(engine, &set.name, language);
            let figures = &times[&label];
            if let Some(failed) = figures["failed"].as_str() {
                eprintln!("✗ {label} failed: {failed}");
                continue;
            }
            let run = run_of(plan, set, engine, language, &label)?;
            all.push(measured(set, engine, language, &run, figures, times));
        }
    }
    Ok(all)
}

fn run_of(
    plan: &Plan,
    set: &Set,
    engine: &str,
    language: Language,
    label: &str,
) -> Result<Run, Trouble> {
    if engine == OURS {
        let file = plan.kept.join(format!("{label}.answers"));
        return ours::answers(&file, set.queries(language), &set.documents);
    }
    let file = plan.kept.join(format!("{label}.tsv"));
    let text = fs::read_to_string(&file).map_err(|error| Trouble::file(&file, &error))?;
    Ok(read_run(&text))
}

fn measured(
    set: &Set,
    engine: &'static str,
    language: Language,
    run: &Run,
    figures: &Value,
    times: &Value,
) -> Measured {
    let queries = set.queries(language).iter();
    let ids: Vec<&str> = queries.map(|query| query.id.as_str()).collect();
    let weight = |how: &str| {
        let own = if engine == OURS {
            &times[format!("{}.segment", set.name)]
        } else {
            figures
        };
        own[how].as_f64()
    };
    Measured {
        engine,
        set: set.name.clone(),
        language,
        all: score(run, &set.judgments, ids.iter().copied()),
        validation: score(run, &set.judgments, set.rule.validation(&ids)),
        open: figures["open"].as_f64(),
        p50: figures["p50"].as_f64(),
        p95: figures["p95"].as_f64(),
        raw: weight("raw"),
        brotli: weight("brotli"),
    }
}
