//! Journeys through the release build and the static demonstration, by Playwright.

use std::fs;

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
    let modules = tools::packages(shop)?;
    let address = serve::in_background(workspace, shop.history)?;
    let report = workspace.logs().join("test-end2end.json");
    fs::remove_file(&report).ok();
    let mut command = workspace.command("node");
    command
        .current_dir(workspace.root.join("end2end"))
        .arg(modules.join("@playwright/test/cli.js"))
        .args(["test", "--reporter=list,json"])
        .env("PLAYWRIGHT_JSON_OUTPUT_FILE", &report)
        .env("PLAYWRIGHT_JSON_OUTPUT_NAME", &report)
        .env("PLAYWRIGHT_HTML_OPEN", "never")
        .env("FORCE_COLOR", "0")
        .env("HUB_URL", format!("http://{address}/"))
        .env("HUB_DEMO", workspace.demonstration())
        .env("CHROMIUM", &browser.chromium.place);
    let name = "Journeys in a browser";
    let logs = workspace.logs();
    let finished = progress::run(name, "test-end2end", command, &logs, shop.history)?;
    let report = fs::read_to_string(&report).unwrap_or_default();
    let count = Count::of_playwright(&report).unwrap_or_default();
    Ok((finished, count))
}
