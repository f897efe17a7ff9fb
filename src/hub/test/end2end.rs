//! Journeys through the release build and the static demonstration, by Playwright.

use std::{fs, process::Command};

use super::count::Count;
use crate::{
    progress::{self, Finished},
    serve,
    tools::{self, Browser, Shop},
    trouble::Trouble,
};

/// Serves the release build, and runs Playwright on it.
///
/// The tests are told: `HUB_URL`, where the hub is open; `HUB_DEMO`, the folder of the static demonstration;
/// `CHROMIUM`, the browser.
pub fn run(shop: &Shop<'_>, browser: &Browser) -> Result<(Finished, Count), Trouble> {
    let workspace = shop.workspace;
    let address = serve::in_background(workspace, shop.history)?;
    let report = workspace.logs().join("test-end2end.json");
    fs::remove_file(&report).ok();
    let mut command = playwright(shop, browser)?;
    command
        .arg("--reporter=list,json")
        .env("PLAYWRIGHT_JSON_OUTPUT_FILE", &report)
        .env("PLAYWRIGHT_JSON_OUTPUT_NAME", &report)
        .env("HUB_URL", format!("http://{address}/"))
        .env("HUB_DEMO", workspace.demonstration());
    let name = "Journeys in a browser";
    let logs = workspace.logs();
    let finished = progress::run(name, "test-end2end", command, &logs, shop.history)?;
    let report = fs::read_to_string(&report).unwrap_or_default();
    let count = Count::of_playwright(&report).unwrap_or_default();
    Ok((finished, count))
}

/// Playwright, to be told which tests, and where the site is.
pub fn playwright(shop: &Shop<'_>, browser: &Browser) -> Result<Command, Trouble> {
    let modules = tools::packages(shop)?;
    let mut command = shop.workspace.command("node");
    command
        .current_dir(shop.workspace.root.join("end2end"))
        .arg(modules.join("@playwright/test/cli.js"))
        .arg("test")
        .env("PLAYWRIGHT_HTML_OPEN", "never")
        .env("FORCE_COLOR", "0")
        .env("CHROMIUM", &browser.chromium.place);
    Ok(command)
}
