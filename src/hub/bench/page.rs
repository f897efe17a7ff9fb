//! What the page weighs, and how soon it answers a click: measured in Chromium by scripts of `end2end/bench`.

use std::fs;

use serde_json::Value;

use super::{at_most, table::Row};
use crate::{
    progress::{Finished, run},
    serve,
    tools::{self, Browser, Shop},
    trouble::Trouble,
    workspace::Workspace,
};

/// Medusa's Next.js starter (medusajs/nextjs-starter-medusa at 9818886), built and measured on two cores: HTML, CSS
/// and JS of its home page, gzip -9.
const MEDUSA_HOME: &str = "407 KB, Medusa's Next.js starter, measured";
/// The same starter's product page, first load.
const MEDUSA_PRODUCT: &str =
    "Medusa's Next.js starter: 430 KB when opened first (22 KB more than home), measured";
/// The JS of the same starter's home page, unpacked.
const MEDUSA_UNPACKED: &str = "1.27 MB of JS, Medusa's Next.js starter, measured";

/// First load of home, and what a product page adds.
pub fn weights(shop: &Shop<'_>, browser: &Browser) -> Result<Vec<Row>, Trouble> {
    let address = serve::in_background(shop.workspace, shop.history)?;
    let measured = script(
        shop,
        browser,
        "Weighing pages",
        "weights.mjs",
        &format!("http://{address}/"),
    )?;
    let weight = |page: &str, kind: &str, how: &str| measured[page][kind][how].as_f64();
    let missing = || {
        Trouble::new(
            "the weights are not complete",
            "look at the log of bench-weights",
        )
    };
    let of = |page, kind, how| weight(page, kind, how).ok_or_else(missing);
    let further = |how| {
        weight("product", "code", how).unwrap_or(0.0)
            + weight("product", "data", how).unwrap_or(0.0)
    };
    Ok(vec![
        at_most(
            "first load of home: HTML + CSS + JS + WASM, gzip -9",
            of("home", "code", "gzip")?,
            "B",
            260_000.0,
            MEDUSA_HOME,
        ),
        at_most(
            "the same, brotli 11",
            of("home", "code", "brotli")?,
            "B",
            215_000.0,
            "",
        ),
        Row {
            what: "the catalogue's data on home besides, gzip -9".to_owned(),
            value: weight("home", "data", "gzip").unwrap_or(0.0),
            unit: "B",
            bar: None,
            peer: String::new(),
        },
        at_most(
            "product page, further bytes from home (no picture), gzip -9",
            further("gzip"),
            "B",
            10_000.0,
            MEDUSA_PRODUCT,
        ),
    ])
}

/// The page's module as the browser unpacks it.
pub fn module(workspace: &Workspace) -> Result<Vec<Row>, Trouble> {
    let site = workspace.site();
    let page = fs::read_to_string(site.join("index.html"))
        .map_err(|error| Trouble::file(&site, &error))?;
    let entries = fs::read_dir(&site).map_err(|error| Trouble::file(&site, &error))?;
    let bytes: u64 = entries
        .flatten()
        .filter(|entry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            name.ends_with(".wasm") && page.contains(&name)
        })
        .filter_map(|entry| entry.metadata().ok())
        .map(|metadata| metadata.len())
        .sum();
    #[expect(
        clippy::cast_precision_loss,
        reason = "a module has fewer bytes than 2^52"
    )]
    let bytes = bytes as f64;
    Ok(vec![at_most(
        "WASM unpacked, app",
        bytes,
        "B",
        750_000.0,
        MEDUSA_UNPACKED,
    )])
}

/// From a click on a product to its page painted.
pub fn clicks(shop: &Shop<'_>, browser: &Browser) -> Result<Vec<Row>, Trouble> {
    let demonstration = shop.workspace.demonstration();
    let measured = script(
        shop,
        browser,
        "Clicking on products",
        "click.mjs",
        &demonstration.display().to_string(),
    )?;
    let time = |name: &str| {
        measured[name].as_f64().ok_or_else(|| {
            Trouble::new(
                "the clicks were not measured",
                "look at the log of bench-click",
            )
        })
    };
    Ok(vec![
        at_most(
            "static demonstration, from click on a product to its page painted, 4× CPU slowdown, p95",
            time("p95")?,
            "ms",
            100.0,
            "",
        ),
        Row {
            what: "the same, median".to_owned(),
            value: time("p50")?,
            unit: "ms",
            bar: None,
            peer: String::new(),
        },
    ])
}

/// Runs a script of `end2end/bench`; the last line that it prints is JSON.
fn script(
    shop: &Shop<'_>,
    browser: &Browser,
    text: &str,
    name: &str,
    argument: &str,
) -> Result<Value, Trouble> {
    tools::packages(shop)?;
    let mut command = shop.workspace.command("node");
    command
        .current_dir(shop.workspace.root.join("end2end/bench"))
        .args([name, argument])
        .env("CHROMIUM", &browser.chromium.place);
    let key = format!("bench-{}", name.trim_end_matches(".mjs"));
    let finished = run(text, &key, command, &shop.workspace.logs(), shop.history)?
        .or_trouble(&format!("{text}: failed"), "mend what the lines above name")?;
    last_json(&finished)
}

/// The last line that is JSON.
pub fn last_json(finished: &Finished) -> Result<Value, Trouble> {
    finished
        .output
        .lines()
        .rev()
        .filter(|line| line.starts_with('{'))
        .find_map(|line| serde_json::from_str(line).ok())
        .ok_or_else(|| {
            Trouble::new(
                "a measurement printed no result",
                format!("look at {}", finished.log.display()),
            )
        })
}
