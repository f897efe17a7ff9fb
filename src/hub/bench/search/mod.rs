//! `cargo hub bench search`: our engine beside those that others would pick, in one run and one Chromium.
//!
//! The judged sets belong to their publishers and are no part of the project: the variable SEARCH_BENCH_DIR names the
//! folder that holds them. Without it, what needs no judgments is measured.
//!
//! In order: `plan` writes what every engine is asked, `outside` asks the peers that are no part of a browser,
//! `end2end/bench/search/run.mjs` asks the others in it, `score` (of `cargo hub search`) judges what they answered,
//! `table` and `chart` show it beside what is promised.

mod chart;
mod engines;
mod native;
mod needs;
mod ours;
mod outside;
mod plan;
mod promises;
mod table;
mod worker;

use std::{fs, path::PathBuf};

use serde_json::Value;

use super::{page::last_json, table::put_into};
use crate::{
    build,
    progress::{History, run as run_tool},
    search::set::judged_folder,
    tools::{self, Shop},
    trouble::Trouble,
    workspace::Workspace,
};
use plan::Plan;

const FOLDER: &str = "end2end/bench/search";
const CHART: &str = "end2end/bench/search/chart.svg";
/// The tables stand between these two lines of README.md.
const BEGIN: &str = "<!-- cargo hub bench search: begin -->";
const END: &str = "<!-- cargo hub bench search: end -->";

/// Measures everything; prints the tables, and with `write` puts them and the chart where README.md shows them.
pub fn run(workspace: &Workspace, history: &History, write: bool) -> Result<(), Trouble> {
    let shop = Shop { workspace, history };
    build::build(workspace, history)?;
    let (_, browser) = tools::for_test(&shop)?;
    tools::peer_packages(&shop, FOLDER)?;
    let sets = sets()?;
    let plan = Plan::write(workspace, &sets)?;
    let outside = outside::measure(&shop, &plan);
    let mut command = workspace.command("node");
    command
        .current_dir(workspace.root.join(FOLDER))
        .arg("run.mjs")
        .arg(&plan.file)
        .env("CHROMIUM", &browser.chromium.place);
    let finished = run_tool(
        "Asking the engines in Chromium",
        "bench-search",
        command,
        &workspace.logs(),
        history,
    )?
    .or_trouble(
        "the engines were not measured",
        "mend what the lines above name",
    )?;
    let mut times: Value = last_json(&finished)?;
    outside::add(&mut times, outside);
    let engines = engines::judge(&plan, &times)?;
    let native = native::measure(&shop);
    let known = promises::known_items(workspace);
    let rows = promises::rows(&engines, &times, &native, known);
    let text = table::render(&rows, &engines, &times, &native);
    println!("\n{text}");
    if sets.is_empty() {
        eprintln!("{}", without_sets());
    }
    if write {
        put(workspace, &text, &chart::draw(&engines))?;
    }
    Ok(())
}

/// The judged sets that are there: names and folders.
fn sets() -> Result<Vec<(String, PathBuf)>, Trouble> {
    let Some(folder) = judged_folder() else {
        return Ok(Vec::new());
    };
    let sets: Vec<(String, PathBuf)> = ["cf", "hd"]
        .into_iter()
        .map(|name| (name.to_owned(), folder.join(name)))
        .filter(|(_, set)| set.join("docs.jsonl").is_file())
        .collect();
    if sets.is_empty() {
        return Err(Trouble::new(
            format!("{} holds no judged set", folder.display()),
            "let SEARCH_BENCH_DIR name the folder that has cf/docs.jsonl and hd/docs.jsonl, or leave it unset",
        ));
    }
    Ok(sets)
}

fn without_sets() -> Trouble {
    Trouble::new(
        "the variable SEARCH_BENCH_DIR names no judged sets: quality and the peers were not measured",
        "let it name a folder with cf/ and hd/, each with docs.jsonl, queries.tsv and judgments.tsv",
    )
}

fn put(workspace: &Workspace, text: &str, chart: &str) -> Result<(), Trouble> {
    let file = workspace.root.join("README.md");
    let readme = fs::read_to_string(&file).map_err(|error| Trouble::file(&file, &error))?;
    let readme = put_into(&readme, BEGIN, END, text).ok_or_else(|| {
        Trouble::new(
            format!("README.md has no place for the tables: {BEGIN} … {END}"),
            "add these two lines where the tables shall stand",
        )
    })?;
    fs::write(&file, readme).map_err(|error| Trouble::file(&file, &error))?;
    let file = workspace.root.join(CHART);
    fs::write(&file, chart).map_err(|error| Trouble::file(&file, &error))
}
