//! Gives the files of the search engine's worker names with their hash, which Trunk does for the page's own only, and
//! tells the page the name of the first.

use std::{fs, io, path::Path};

use publish::name_hash;

use crate::trouble::Trouble;

/// As Trunk and `public/` leave them: the module, the script that wasm-bindgen wrote for it, and the one that starts both.
pub const MODULE: &str = "worker_bg.wasm";
pub const SCRIPT: &str = "worker.js";
const START: &str = "engine.js";

/// Renames the worker's files in the built site. Each names the next by its new name, so that all change with any.
pub fn name(site: &Path) -> Result<(), Trouble> {
    let trouble = |name: &str, error: &io::Error| Trouble::file(&site.join(name), error);
    let module = fs::read(site.join(MODULE)).map_err(|error| trouble(MODULE, &error))?;
    let script = fs::read(site.join(SCRIPT)).map_err(|error| trouble(SCRIPT, &error))?;
    let start = fs::read_to_string(site.join(START)).map_err(|error| trouble(START, &error))?;
    let page = "index.html";
    let html = fs::read_to_string(site.join(page)).map_err(|error| trouble(page, &error))?;

    let module_name = format!("worker-{}_bg.wasm", name_hash(&module));
    let script_name = format!("worker-{}.js", name_hash(&script));
    let start = filled(&start, START, MODULE, &module_name)?;
    let start = filled(&start, START, SCRIPT, &script_name)?;
    let start_name = format!("engine-{}.js", name_hash(start.as_bytes()));
    let html = filled(&html, page, START, &start_name)?;

    let files = [
        (MODULE, module_name.as_str(), module.as_slice()),
        (SCRIPT, &script_name, &script),
        (START, &start_name, start.as_bytes()),
        // Last: a page never names what is not there.
        (page, page, html.as_bytes()),
    ];
    for (_, new, bytes) in files {
        fs::write(site.join(new), bytes).map_err(|error| trouble(new, &error))?;
    }
    for (old, ..) in &files[..3] {
        fs::remove_file(site.join(old)).map_err(|error| trouble(old, &error))?;
    }
    Ok(())
}

/// Replaces the one quoted mention of a name in a file.
fn filled(text: &str, file: &str, old: &str, new: &str) -> Result<String, Trouble> {
    for quote in ['\'', '"'] {
        let quoted = format!("{quote}{old}{quote}");
        if text.matches(&quoted).count() == 1 {
            return Ok(text.replace(&quoted, &format!("{quote}{new}{quote}")));
        }
    }
    Err(Trouble::new(
        format!("{file} does not name {old} once, in quotes"),
        "bring the name back: the build fills in there what the file is called",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A built site with these bytes in the module; returns the names in it after the renaming.
    fn named(module: &str) -> Vec<String> {
        let site = std::env::temp_dir().join(format!("hub-engine-{}-{module}", std::process::id()));
        fs::create_dir_all(&site).unwrap();
        fs::write(site.join(MODULE), module).unwrap();
        fs::write(site.join(SCRIPT), "let wasm_bindgen").unwrap();
        fs::write(site.join(START), include_str!("../../../public/engine.js")).unwrap();
        let html = include_str!("../../../index.html");
        fs::write(site.join("index.html"), html).unwrap();
        name(&site).unwrap();
        let mut names: Vec<String> = fs::read_dir(&site)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        // Of the two with equal beginnings, the script before the module.
        names.sort_by_key(|name| (name.ends_with("_bg.wasm"), name.clone()));
        let start = fs::read_to_string(site.join(&names[0])).unwrap();
        let html = fs::read_to_string(site.join("index.html")).unwrap();
        assert!(html.contains(&format!("name=\"hub:engine\" content=\"{}\"", names[0])));
        assert!(start.contains(&format!("importScripts('{}')", names[2])));
        assert!(start.contains(&format!("fetch('{}'", names[3])));
        fs::remove_dir_all(&site).unwrap();
        names
    }

    #[test]
    fn a_changed_module_changes_every_name_on_the_way_to_it() {
        let (one, two) = (named("one"), named("two"));
        assert_eq!(one.len(), 4, "{one:?}");
        assert_eq!(one[1], "index.html");
        assert_ne!(one[0], two[0], "the page's name for it");
        assert_eq!(one[2], two[2], "the script did not change");
        assert_ne!(one[3], two[3], "the module");
    }
}
