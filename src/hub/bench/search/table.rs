//! The measurements as Markdown: what is promised, and every engine beside the others.

use std::fmt::Write;

use serde_json::Value;

use super::{
    engines::{Measured, proper},
    native::Native,
    plan::OURS,
};
use crate::{
    bench::table::{Row, amount, render as render_rows},
    search::set::Language,
};

/// All tables, and what they were measured with.
pub fn render(rows: &[Row], engines: &[Measured], times: &Value, native: &Native) -> String {
    let mut text = render_rows(rows);
    let mut sets: Vec<(&str, Language)> = Vec::new();
    for one in engines {
        let set = (one.set.as_str(), one.language);
        if !sets.contains(&set) {
            sets.push(set);
        }
    }
    for (set, language) in sets {
        text += &of_set(engines, set, language);
    }
    text += &native.market();
    text += &native.curve();
    if let Some(chromium) = times["chromium"].as_str() {
        writeln!(
            text,
            "\nMeasured in Chromium {chromium}, every engine on a page of its own; times are the best of five rounds for each query.\n\
             bm25s (Python) and Tantivy (Rust) run natively, each in a process of its own, as fast as the machine is without a browser."
        )
        .expect("writing to a string cannot fail");
    }
    text
}

fn of_set(engines: &[Measured], set: &str, language: Language) -> String {
    let mut rows: Vec<&Measured> = engines
        .iter()
        .filter(|one| one.set == set && one.language == language)
        .collect();
    rows.sort_by(|a, b| b.validation.ndcg10.total_cmp(&a.validation.ndcg10));
    let Some(first) = rows.first() else {
        return String::new();
    };
    let language = match language {
        Language::English => "English",
        Language::Chinese => "Chinese",
    };
    let mut text = format!(
        "\n`{set}`, {language}: {} queries, {} of them for validation.\n\n\
         | engine | nDCG@10, validation | all | judged only, validation | all | recall@100 | MRR | index | brotli 11 | open | p50 | p95 |\n\
         |---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n",
        first.all.queries, first.validation.queries,
    );
    for one in rows {
        let name = if one.engine == OURS {
            format!("**{}**", proper(OURS))
        } else if language == "Chinese" {
            format!("{}, translated by dictionary", proper(one.engine))
        } else {
            proper(one.engine).to_owned()
        };
        let quality = [
            one.validation.ndcg10,
            one.all.ndcg10,
            one.validation.ndcg10_judged,
            one.all.ndcg10_judged,
            one.all.recall100,
            one.all.mrr,
        ];
        let quality = quality.map(|value| format!("{value:.3}")).join(" | ");
        let told = |value: Option<f64>, unit| value.map_or("–".to_owned(), |v| amount(v, unit));
        writeln!(
            text,
            "| {name} | {quality} | {} | {} | {} | {} | {} |",
            told(one.raw, "B"),
            told(one.brotli, "B"),
            told(one.open, "ms"),
            told(one.p50, "ms"),
            told(one.p95, "ms"),
        )
        .expect("writing to a string cannot fail");
    }
    text
}
