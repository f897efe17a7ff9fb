//! The steps of each part: which command, and what it means when it fails.

use std::{
    process::Command,
    time::{Duration, Instant},
};

use super::{
    count::Count,
    end2end,
    summary::{Outcome, Summary},
};
use crate::{
    build, demo,
    progress::run,
    tools::{self, Shop},
    trouble::Trouble,
};

/// Rooms that run in the browser: linted and tested for it too.
const BROWSER_ROOMS: &[&str] = &[
    "browser",
    "worker",
    "keeper",
    "understudy",
    "intake",
    "app",
    "office",
];
const TARGET: &str = "wasm32-unknown-unknown";

/// Where the steps are tried: what they need, and where their outcome goes.
pub struct Bench<'a> {
    pub shop: &'a Shop<'a>,
    pub summary: &'a mut Summary,
}

impl Bench<'_> {
    /// Format, then the house's own rules: seconds.
    pub fn tidy(&mut self) -> Result<(), Trouble> {
        let fmt = self.cargo(&["fmt", "--all", "--check"]);
        self.step("Checking the format", "test-fmt", fmt)?;
        let mut tidy = self.cargo(&["test", "--locked", "--package", "tidy"]);
        // An old build's weight is no news; the new one's is looked at when it is built.
        tidy.args(["--", "--skip", "weight"]);
        self.step("Checking the rules of the house", "test-tidy", tidy)
    }

    /// Clippy, all warnings being errors.
    pub fn lint(&mut self) -> Result<(), Trouble> {
        let mut native = self.cargo(&["clippy", "--locked", "--workspace", "--all-targets"]);
        native.args(["--", "--deny", "warnings"]);
        self.step("Linting for this machine", "test-clippy", native)?;
        let path = tools::for_build(self.shop)?;
        let mut browser = self.cargo(&["clippy", "--locked", "--all-targets", "--target", TARGET]);
        for room in BROWSER_ROOMS {
            browser.args(["--package", room]);
        }
        browser.args(["--", "--deny", "warnings"]).env("PATH", path);
        self.step("Linting for the browser", "test-clippy-wasm", browser)
    }

    /// All tests that need no browser.
    pub fn native(&mut self) -> Result<(), Trouble> {
        tools::ensure_postgres(self.shop)?;
        let mut command = self.cargo(&["test", "--locked", "--workspace", "--no-fail-fast"]);
        command.args(["--exclude", "tidy"]);
        self.step("Testing on this machine", "test-native", command)
    }

    /// Tests that run inside a headless browser.
    pub fn wasm(&mut self) -> Result<(), Trouble> {
        let (path, browser) = tools::for_test(self.shop)?;
        // `--tests` leaves out examples in documentation, which the browser's runner cannot start.
        let mut command = self.cargo(&["test", "--locked", "--no-fail-fast", "--tests"]);
        for room in BROWSER_ROOMS {
            command.args(["--package", room]);
        }
        command
            .args(["--target", TARGET])
            .env("PATH", path)
            .env("CHROMEDRIVER", &browser.driver.place);
        self.step("Testing in a browser", "test-wasm", command)
    }

    /// The release build, its weight, the demonstration, and journeys through both.
    pub fn end2end(&mut self) -> Result<(), Trouble> {
        let (workspace, history) = (self.shop.workspace, self.shop.history);
        let (_, browser) = tools::for_test(self.shop)?;
        let built = self.inner("Release build", || build::build(workspace, history));
        if !built {
            for name in ["Weight", "Static demonstration", "Journeys in a browser"] {
                self.pass_over(name);
            }
            return Ok(());
        }
        let mut weight = self.cargo(&["test", "--locked", "--package", "tidy", "--", "weight"]);
        weight.env("HUB_RELEASE", "1");
        self.step("Weighing the release build", "test-weight", weight)?;
        if !self.inner("Static demonstration", || {
            demo::write(workspace, history, None)
        }) {
            self.pass_over("Journeys in a browser");
            return Ok(());
        }
        let (finished, count) = end2end::run(self.shop, &browser)?;
        self.note("Journeys in a browser", &finished, count);
        Ok(())
    }

    fn cargo(&self, arguments: &[&str]) -> Command {
        let mut command = self.shop.workspace.cargo();
        // Colours would end up in the log, and hide the result lines.
        command
            .args(arguments)
            .env("CARGO_TERM_COLOR", "never")
            // A failed claim says where it stands; a trace would push that out of sight.
            .env("RUST_BACKTRACE", "0");
        command
    }

    fn step(&mut self, name: &str, key: &str, command: Command) -> Result<(), Trouble> {
        let logs = self.shop.workspace.logs();
        let finished = run(name, key, command, &logs, self.shop.history)?;
        let count = Count::of_cargo(&finished.output);
        self.note(name, &finished, count);
        Ok(())
    }

    fn note(&mut self, name: &str, finished: &crate::progress::Finished, count: Count) {
        if !finished.success {
            eprint!("{}", finished.last_lines());
            eprintln!("  everything it said is in {}", finished.log.display());
        }
        let outcome = Outcome::Ran {
            success: finished.success,
        };
        self.summary.add(name, outcome, count, finished.took);
    }

    /// A step that we do ourselves.
    fn inner(&mut self, name: &str, work: impl FnOnce() -> Result<(), Trouble>) -> bool {
        let started = Instant::now();
        let result = work();
        let success = result.is_ok();
        if let Err(trouble) = result {
            eprintln!("{trouble}");
        }
        let outcome = Outcome::Ran { success };
        self.summary
            .add(name, outcome, Count::default(), started.elapsed());
        success
    }

    fn pass_over(&mut self, name: &str) {
        self.summary
            .add(name, Outcome::PassedOver, Count::default(), Duration::ZERO);
    }
}
