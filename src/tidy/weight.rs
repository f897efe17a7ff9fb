//! The release build's weight. Without a release build there is nothing to weigh, unless `HUB_RELEASE=1` says there is.

use std::{env, fs, io::Write, path::Path};

use crate::files::root;

/// Bytes of the page's module as the browser unpacks it.
const MODULE: usize = 750_000;
/// Bytes of HTML, CSS, JS and WASM of the first page, gzip level 9.
const FIRST_LOAD: usize = 260_000;
/// Modules beside the page's own, and the bytes each may have, brotli as the hub's build leaves it beside the module.
const MODULES: &[(&str, u64)] = &[
    ("worker", 150_000),
    ("keeper", 60_000),
    ("understudy", 290_000),
    ("intake", 530_000),
    ("office", 680_000),
];

/// The release build's first page, or `None` with a word about it.
fn page() -> Option<String> {
    let file = root().join("target/site/index.html");
    let page = fs::read_to_string(file).ok();
    if page.is_none() {
        assert!(
            env::var_os("HUB_RELEASE").is_none(),
            "there is no release build to weigh: `cargo hub build` makes it"
        );
        println!("not weighed: there is no release build (`cargo hub build` makes it)");
    }
    page
}

/// The files of the first load: the page, and each stylesheet, script and module that it names.
fn first_load(page: &str) -> Vec<(String, Vec<u8>)> {
    let site = root().join("target/site");
    let mut files = vec![("index.html".to_owned(), page.as_bytes().to_vec())];
    for entry in fs::read_dir(&site).into_iter().flatten().flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_code = has_kind(&path, &["css", "js", "wasm"]);
        if is_code && page.contains(&name) && !is_for_later(page, &name) {
            files.push((name, fs::read(path).expect("the file was listed just now")));
        }
    }
    files
}

fn has_kind(path: &Path, kinds: &[&str]) -> bool {
    path.extension()
        .and_then(|kind| kind.to_str())
        .is_some_and(|kind| kinds.contains(&kind))
}

/// `<script nomodule …>`: browsers that run WASM do not fetch it. `<meta name="hub:engine" …>` and the like: fetched when
/// somebody needs them; `hub:script` and `hub:wasm` are the app's own.
fn is_for_later(page: &str, name: &str) -> bool {
    page.split('<').any(|tag| {
        let is_app = tag.contains("\"hub:script\"") || tag.contains("\"hub:wasm\"");
        let is_later = tag.starts_with("script") && tag.contains("nomodule")
            || tag.starts_with("meta") && tag.contains("\"hub:") && !is_app;
        is_later && tag.contains(name)
    })
}

fn gzip(bytes: &[u8]) -> usize {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap().len()
}

#[test]
fn module_is_light() {
    let Some(page) = page() else { return };
    let modules: Vec<(String, usize)> = first_load(&page)
        .into_iter()
        .filter(|(name, _)| name.ends_with(".wasm"))
        .map(|(name, bytes)| (name, bytes.len()))
        .collect();
    assert!(!modules.is_empty(), "the page names no WASM module");
    for (name, bytes) in modules {
        println!("{name}: {bytes} bytes unpacked, {MODULE} at most");
        assert!(
            bytes <= MODULE,
            "{name} has {bytes} bytes, {MODULE} at most: look for a dependency that came in"
        );
    }
}

#[test]
fn first_load_is_light() {
    let Some(page) = page() else { return };
    let mut total = 0;
    for (name, bytes) in first_load(&page) {
        let weight = gzip(&bytes);
        println!("{name}: {weight} bytes, gzip");
        total += weight;
    }
    println!("first load: {total} bytes, {FIRST_LOAD} at most");
    assert!(
        total <= FIRST_LOAD,
        "the first load has {total} bytes, {FIRST_LOAD} at most: look at the files above"
    );
}

#[test]
fn modules_beside_the_page_are_light() {
    if page().is_none() {
        return;
    }
    let site = root().join("target/site");
    for (module, most) in MODULES {
        let start = format!("{module}-");
        let found: Vec<(String, u64)> = fs::read_dir(&site)
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| {
                let bytes = entry.metadata().map_or(0, |metadata| metadata.len());
                (entry.file_name().to_string_lossy().into_owned(), bytes)
            })
            .filter(|(name, _)| name.starts_with(&start) && name.ends_with(".wasm.br"))
            .collect();
        assert_eq!(found.len(), 1, "the module {module}: {found:?}");
        for (name, bytes) in found {
            println!("{name}: {bytes} bytes, {most} at most");
            assert!(
                bytes <= *most,
                "{name} has {bytes} bytes, {most} at most: look for data and dependencies that came in"
            );
        }
    }
}
