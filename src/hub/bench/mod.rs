//! `cargo hub bench`: measures what the project promises, beside what its peers reach.
//!
//! A measurement that fails leaves its row empty and says why; the others go on.

mod lighthouse;
mod page;
mod rows;
pub mod search;
mod start;
pub mod table;

use std::fs;

use crate::{
    build, demo,
    progress::History,
    tools::{self, Shop},
    trouble::Trouble,
    workspace::Workspace,
};
use table::{Bar, Row};

/// Measures everything; prints the table, and with `write` puts it into README.md.
pub fn run_all(workspace: &Workspace, history: &History, write: bool) -> Result<(), Trouble> {
    let shop = Shop { workspace, history };
    build::build(workspace, history)?;
    demo::write(workspace, history, None)?;
    let (_, browser) = tools::for_test(&shop)?;
    let mut rows = Vec::new();
    let measurements: [&dyn Fn() -> Result<Vec<Row>, Trouble>; 6] = [
        &|| page::weights(&shop, &browser),
        &|| page::module(workspace),
        &|| lighthouse::measure(&shop, &browser),
        &|| page::clicks(&shop, &browser),
        &|| start::second(&shop),
        &|| rows::read(&shop),
    ];
    for measure in measurements {
        match measure() {
            Ok(measured) => rows.extend(measured),
            Err(trouble) => eprintln!("{trouble}"),
        }
    }
    let text = table::render(&rows);
    println!("\n{text}");
    if write {
        let file = workspace.root.join("README.md");
        let readme = fs::read_to_string(&file).map_err(|error| Trouble::file(&file, &error))?;
        let readme =
            table::put_into(&readme, table::BEGIN, table::END, &text).ok_or_else(|| {
                Trouble::new(
                    format!(
                        "README.md has no place for the table: {} … {}",
                        table::BEGIN,
                        table::END
                    ),
                    "add these two lines where the table shall stand",
                )
            })?;
        fs::write(&file, readme).map_err(|error| Trouble::file(&file, &error))?;
    }
    Ok(())
}

/// A row whose value must not exceed `bar`.
fn at_most(what: &str, value: f64, unit: &'static str, bar: f64, peer: &str) -> Row {
    Row {
        what: what.to_owned(),
        value,
        unit,
        bar: Some(Bar::AtMost(bar)),
        peer: peer.to_owned(),
    }
}
