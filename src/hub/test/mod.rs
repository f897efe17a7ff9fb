//! `cargo hub test`: every check in the order in which a person would want the news.
//!
//! A failed step does not end the run, so that one run shows all that is wrong; only steps that need its output are
//! passed over.

mod count;
pub mod end2end;
mod steps;
mod summary;

use std::process::ExitCode;

use crate::{
    progress::History,
    tools::{self, Shop},
    trouble::Trouble,
    workspace::Workspace,
};
use steps::Bench;
use summary::Summary;

/// A part of the checks that can be run alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Format and the rules of the house.
    Tidy,
    /// Clippy, for this machine and for the browser.
    Lint,
    /// All tests that need no browser.
    Native,
    /// Tests of what only a browser can show.
    Wasm,
    /// Release build, its weight, the demonstration, and journeys through both.
    End2end,
}

impl Part {
    const ALL: [Self; 5] = [
        Self::Tidy,
        Self::Lint,
        Self::Native,
        Self::Wasm,
        Self::End2end,
    ];

    /// The word typed after `cargo hub test`.
    pub fn parse(word: &str) -> Result<Self, String> {
        match word {
            "tidy" => Ok(Self::Tidy),
            "lint" => Ok(Self::Lint),
            "native" => Ok(Self::Native),
            "wasm" => Ok(Self::Wasm),
            "end2end" => Ok(Self::End2end),
            _ => Err(format!(
                "there is no part `{word}`: choose tidy, lint, native, wasm or end2end"
            )),
        }
    }
}

/// Runs these parts, or all of them when none is named. The last line printed is `N passed, N failed`.
pub fn run_all(
    workspace: &Workspace,
    history: &History,
    parts: &[Part],
) -> Result<ExitCode, Trouble> {
    let parts = if parts.is_empty() { &Part::ALL } else { parts };
    let shop = Shop { workspace, history };
    tools::ensure_components(&shop)?;
    let mut summary = Summary::default();
    let mut bench = Bench {
        shop: &shop,
        summary: &mut summary,
    };
    for part in parts {
        match part {
            Part::Tidy => bench.tidy()?,
            Part::Lint => bench.lint()?,
            Part::Native => bench.native()?,
            Part::Wasm => bench.wasm()?,
            Part::End2end => bench.end2end()?,
        }
    }
    print!("{summary}");
    Ok(if summary.failed() == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
