//! Gives the files of the modules beside the page's own names with their hash, which Trunk does for the page's only, and
//! tells the page the name of the first of each.

use std::{fs, io, path::Path};

use publish::name_hash;

use crate::trouble::Trouble;

/// A module's files, as Trunk and `public/` leave them.
pub struct Module {
    /// The module's name, without `_bg.wasm`; the script that wasm-bindgen wrote for it has the same.
    pub name: &'static str,
    /// Name of the script that starts both, without `.js`.
    start: &'static str,
    /// Whether `index.html` names the start; the demonstration's own is named by its pages only.
    is_in_page: bool,
    /// Name of the sheet that goes with it, without `.css`, below `style/` at the top and in the built site.
    pub sheet: Option<&'static str>,
}

pub const MODULES: &[Module] = &[
    Module {
        name: "worker",
        start: "engine",
        is_in_page: true,
        sheet: None,
    },
    Module {
        name: "keeper",
        start: "outbox",
        is_in_page: true,
        sheet: None,
    },
    Module {
        name: "intake",
        start: "checking",
        is_in_page: true,
        sheet: None,
    },
    Module {
        name: "office",
        start: "door",
        is_in_page: true,
        sheet: Some("office"),
    },
    Module {
        name: "understudy",
        start: "standin",
        is_in_page: false,
        sheet: None,
    },
];

impl Module {
    pub fn wasm(&self) -> String {
        format!("{}_bg.wasm", self.name)
    }

    pub fn script(&self) -> String {
        format!("{}.js", self.name)
    }
}

/// Renames a module's files in the built site. Each names the next by its new name, so that all change with any.
pub fn name(site: &Path, module: &Module) -> Result<(), Trouble> {
    let trouble = |name: &str, error: &io::Error| Trouble::file(&site.join(name), error);
    let (old_wasm, old_script) = (module.wasm(), module.script());
    let old_start = format!("{}.js", module.start);
    let wasm = fs::read(site.join(&old_wasm)).map_err(|error| trouble(&old_wasm, &error))?;
    let script = fs::read(site.join(&old_script)).map_err(|error| trouble(&old_script, &error))?;
    let start =
        fs::read_to_string(site.join(&old_start)).map_err(|error| trouble(&old_start, &error))?;
    let page = "index.html";
    let html = fs::read_to_string(site.join(page)).map_err(|error| trouble(page, &error))?;

    let wasm_name = format!("{}-{}_bg.wasm", module.name, name_hash(&wasm));
    let script_name = format!("{}-{}.js", module.name, name_hash(&script));
    let start = filled(&start, &old_start, &old_wasm, &wasm_name)?;
    let start = filled(&start, &old_start, &old_script, &script_name)?;
    let start = match module.sheet {
        Some(sheet) => {
            let old = format!("{sheet}.css");
            let bytes = fs::read(site.join(&old)).map_err(|error| trouble(&old, &error))?;
            let new = format!("{sheet}-{}.css", name_hash(&bytes));
            fs::rename(site.join(&old), site.join(&new)).map_err(|error| trouble(&old, &error))?;
            filled(&start, &old_start, &old, &new)?
        }
        None => start,
    };
    let start_name = format!("{}-{}.js", module.start, name_hash(start.as_bytes()));
    let html = if module.is_in_page {
        filled(&html, page, &old_start, &start_name)?
    } else {
        html
    };

    let files = [
        (old_wasm.as_str(), wasm_name.as_str(), wasm.as_slice()),
        (&old_script, &script_name, &script),
        (&old_start, &start_name, start.as_bytes()),
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

    #[test]
    fn a_sheet_is_named_by_the_script_that_asks_for_it() {
        let site = std::env::temp_dir().join(format!("hub-door-{}", std::process::id()));
        fs::create_dir_all(&site).unwrap();
        fs::write(site.join("office_bg.wasm"), "module").unwrap();
        fs::write(site.join("office.js"), "export default 1").unwrap();
        fs::write(site.join("office.css"), "p {}").unwrap();
        let door = include_str!("../../../public/door.js");
        fs::write(site.join("door.js"), door).unwrap();
        let html = include_str!("../../../index.html");
        fs::write(site.join("index.html"), html).unwrap();
        name(&site, &MODULES[3]).unwrap();
        let html = fs::read_to_string(site.join("index.html")).unwrap();
        let (_, rest) = html.split_once("\"hub:office\" content=\"").unwrap();
        let door = fs::read_to_string(site.join(rest.split('"').next().unwrap())).unwrap();
        let sheet = format!("'office-{}.css'", name_hash(b"p {}"));
        assert!(door.contains(&sheet), "{door}");
        assert_eq!(fs::read_dir(&site).unwrap().count(), 5);
        fs::remove_dir_all(&site).unwrap();
    }

    /// A built site with these bytes in the module; returns the names in it after the renaming.
    fn named(module: &str) -> Vec<String> {
        let site = std::env::temp_dir().join(format!("hub-engine-{}-{module}", std::process::id()));
        fs::create_dir_all(&site).unwrap();
        fs::write(site.join("worker_bg.wasm"), module).unwrap();
        fs::write(site.join("worker.js"), "let wasm_bindgen").unwrap();
        let start = include_str!("../../../public/engine.js");
        fs::write(site.join("engine.js"), start).unwrap();
        let html = include_str!("../../../index.html");
        fs::write(site.join("index.html"), html).unwrap();
        name(&site, &MODULES[0]).unwrap();
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
