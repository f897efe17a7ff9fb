//! Peers that run outside of the browser, each in a process of its own: bm25s (Python) and Tantivy (Rust).
//!
//! They say what ranking is worth that a browser has not; their times stand beside the others' and are told to be native.

use std::process::Command;

use serde_json::{Map, Value, json};

use super::{
    FOLDER,
    plan::{NATIVE_PEERS, Plan, Set, label, put, texts},
};
use crate::{
    bench::page::last_json,
    progress::run,
    search::set::Language,
    tools::{self, Shop},
    trouble::Trouble,
};

/// What each says of each set, by label. One that cannot be asked is left out, and said to have failed.
pub fn measure(shop: &Shop<'_>, plan: &Plan) -> Map<String, Value> {
    let mut times = Map::new();
    for engine in NATIVE_PEERS {
        for set in &plan.sets {
            let label = label(engine, &set.name, Language::English);
            let told = one(shop, plan, set, engine, &label);
            let told = told.unwrap_or_else(|trouble| json!({ "failed": trouble.to_string() }));
            times.insert(label, told);
        }
    }
    times
}

/// Joins them to what was measured and weighed in the browser's run.
pub fn add(times: &mut Value, outside: Map<String, Value>) {
    for (label, told) in outside {
        let Value::Object(told) = told else { continue };
        for (name, value) in told {
            times[&label][name] = value;
        }
    }
}

fn one(
    shop: &Shop<'_>,
    plan: &Plan,
    set: &Set,
    engine: &str,
    label: &str,
) -> Result<Value, Trouble> {
    let queries = plan.kept.join(format!("{label}.json"));
    let asked = json!(texts(set.queries(Language::English), str::to_owned));
    put(&queries, asked.to_string().as_bytes())?;
    let mut command = program(shop, engine)?;
    command
        .arg(&set.name)
        .arg(&set.file)
        .arg(queries)
        .arg(plan.kept.join(label));
    let finished = run(
        &format!("Asking {engine}, {}", set.name),
        &format!("bench-{label}"),
        command,
        &shop.workspace.logs(),
        shop.history,
    )?
    .or_trouble(
        &format!("{engine} was not measured"),
        "mend what the lines above name",
    )?;
    last_json(&finished)
}

fn program(shop: &Shop<'_>, engine: &str) -> Result<Command, Trouble> {
    let folder = format!("{FOLDER}/{engine}");
    if engine == "tantivy" {
        let program = tools::peer_program(shop, &folder, "tantivy-peer")?;
        return Ok(shop.workspace.command(program));
    }
    let (python, packages) = tools::python_packages(shop, &folder)?;
    let mut command = shop.workspace.command(python);
    command
        .arg(shop.workspace.root.join(folder).join("peer.py"))
        .env("PYTHONPATH", packages);
    Ok(command)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_join_the_weights_of_the_same_engine() {
        let mut times = json!({ "tantivy.cf.en": { "brotli": 7 } });
        let mut outside = Map::new();
        outside.insert("tantivy.cf.en".to_owned(), json!({ "p95": 0.1 }));
        outside.insert("bm25s.cf.en".to_owned(), json!({ "failed": "no Python" }));
        add(&mut times, outside);
        assert_eq!(times["tantivy.cf.en"], json!({ "brotli": 7, "p95": 0.1 }));
        assert_eq!(times["bm25s.cf.en"]["failed"], "no Python");
    }
}
