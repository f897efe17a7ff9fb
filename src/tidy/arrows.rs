//! Who may import whom. A room that is not in this table may import nothing, and may not exist.

use crate::files::{File, report, under};

/// Room, the rooms it may import, and why when that is not plain.
const ARROWS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("drawing", &[]),
    ("catalogue", &["domain"]),
    ("api_types", &["domain"]),
    ("search", &["domain"]),
    ("ekyc", &["domain"]),
    ("envelope", &[]),
    ("market", &["domain"]),
    (
        "clerk",
        &["market", "api_types", "catalogue", "drawing", "domain"],
    ),
    ("stage", &["clerk", "market", "api_types", "domain"]),
    (
        "publish",
        &["domain", "catalogue", "drawing", "api_types", "search"],
    ),
    ("workflow", &["domain", "api_types", "search"]),
    ("worker", &["search"]),
    (
        "intake",
        &[
            "workflow",
            "publish",
            "search",
            "catalogue",
            "api_types",
            "domain",
        ],
    ),
    (
        "browser",
        &["workflow", "api_types", "domain", "search", "stage"],
    ),
    ("keeper", &["browser"]),
    ("understudy", &["browser"]),
    ("markup", &[]),
    (
        "app",
        &[
            "browser",
            "workflow",
            "domain",
            "api_types",
            "search",
            "markup",
        ],
    ),
    (
        "office",
        &[
            "app",
            "browser",
            "workflow",
            "domain",
            "api_types",
            "search",
            "market",
            "markup",
        ],
    ),
    ("store", &["domain", "market"]),
    ("blobs", &[]),
    (
        "api",
        &[
            "store",
            "blobs",
            "market",
            "clerk",
            "api_types",
            "publish",
            "domain",
            "catalogue",
        ],
    ),
    ("specimen", &["domain", "ekyc"]),
    ("tidy", &[]),
];
/// The hub drives all others.
const DRIVER: &str = "hub";

/// Rooms that do no input or output, read no clock, and know no browser.
pub const PURE: [&str; 13] = [
    "domain",
    "drawing",
    "catalogue",
    "api_types",
    "publish",
    "search",
    "ekyc",
    "envelope",
    "market",
    "clerk",
    "stage",
    "specimen",
    "workflow",
];

/// Crates that would let a pure room touch the world.
const WORLDLY: [&str; 16] = [
    "axum",
    "chrono",
    "futures",
    "getrandom",
    "gloo-net",
    "hyper",
    "js-sys",
    "leptos",
    "leptos_router",
    "rand",
    "reqwest",
    "rusqlite",
    "tokio",
    "wasm-bindgen",
    "wasm-bindgen-futures",
    "web-sys",
];

fn dependencies(manifest: &File) -> Vec<String> {
    let table: toml::Table = manifest
        .text
        .parse()
        .unwrap_or_else(|error| panic!("{}: {error}", manifest.name));
    let of = |table: &toml::Table| -> Vec<String> {
        ["dependencies", "build-dependencies"]
            .into_iter()
            .filter_map(|section| table.get(section)?.as_table())
            .flat_map(toml::Table::keys)
            .cloned()
            .collect()
    };
    let mut names = of(&table);
    // [target.'cfg(…)'.dependencies]: an arrow on one target is an arrow.
    let targets = table.get("target").and_then(toml::Value::as_table);
    for target in targets.into_iter().flat_map(toml::Table::values) {
        names.extend(target.as_table().into_iter().flat_map(of));
    }
    names
}

fn manifests() -> Vec<File> {
    let mut files = under("src", &["toml"]);
    files.retain(|file| file.name.split('/').count() == 3 && file.name.ends_with("/Cargo.toml"));
    files
}

#[test]
fn rooms_import_only_whom_they_may() {
    let manifests = manifests();
    let rooms: Vec<&str> = manifests.iter().filter_map(File::room).collect();
    assert!(rooms.contains(&"domain"), "the rooms were not found");
    let mut findings = Vec::new();
    for manifest in &manifests {
        let room = manifest.room().unwrap_or_default();
        if room == DRIVER {
            continue;
        }
        let Some((_, allowed)) = ARROWS.iter().find(|(name, _)| *name == room) else {
            findings.push(format!(
                "{}: the room `{room}` has no row in src/tidy/arrows.rs and in src/README.md",
                manifest.name
            ));
            continue;
        };
        for other in dependencies(manifest) {
            if rooms.contains(&other.as_str()) && !allowed.contains(&other.as_str()) {
                findings.push(format!(
                    "{}: `{room}` may not import `{other}`, only {allowed:?}",
                    manifest.name
                ));
            }
        }
    }
    report(&findings);
}

#[test]
fn pure_rooms_depend_on_nothing_worldly() {
    let mut findings = Vec::new();
    for manifest in manifests() {
        let room = manifest.room().unwrap_or_default();
        if !PURE.contains(&room) {
            continue;
        }
        for other in dependencies(&manifest) {
            if WORLDLY.contains(&other.as_str()) {
                findings.push(format!(
                    "{}: `{room}` is pure and may not use `{other}`: let the browser, app or api room do that part",
                    manifest.name
                ));
            }
        }
    }
    report(&findings);
}

#[test]
fn every_room_of_the_table_exists() {
    let manifests = manifests();
    let findings: Vec<String> = ARROWS
        .iter()
        .filter(|(room, _)| !manifests.iter().any(|file| file.room() == Some(room)))
        .map(|(room, _)| format!("src/tidy/arrows.rs: there is no room `{room}`: remove its row"))
        .collect();
    report(&findings);
}
