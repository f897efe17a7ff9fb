//! The service worker of the demonstration: `public/sw.js` with the list of what it keeps.

use std::fmt::Write;

use publish::{name_hash, sha256_base64};

use super::files::Files;
use crate::trouble::Trouble;

/// At the root, where it may serve all of the site.
pub const NAME: &str = "sw.js";

/// Never kept: the worker itself, and what only hosts and old browsers ask for.
const LEFT_OUT: [&str; 2] = [NAME, "old.js"];

/// Lists all files there are by now, and names that list in the worker.
pub fn add(files: &mut Files) -> Result<(), Trouble> {
    let mut list = String::from("[");
    for (name, bytes) in &files.0 {
        if LEFT_OUT.contains(&name.as_str()) {
            continue;
        }
        // The first page is kept under the address that readers use.
        let path = if name == "index.html" { "" } else { name };
        let comma = if list.len() == 1 { "\n" } else { ",\n" };
        let path = serde_json::Value::from(path);
        let integrity = sha256_base64(bytes);
        write!(list, "{comma}[{path},\"{integrity}\"]").expect("text takes any text");
    }
    list.push_str("\n]\n");

    // What is kept decides the build: the same files are the same build, whenever they were written.
    let build = name_hash(list.as_bytes());
    let list_name = format!("precache-{build}.json");
    let mut worker = files.text(NAME)?;
    let integrity = sha256_base64(list.as_bytes());
    for (name, value) in [
        ("BUILD", &build),
        ("LIST", &list_name),
        ("LIST_INTEGRITY", &integrity),
    ] {
        let empty = format!("const {name} = '';");
        if !worker.contains(&empty) {
            return Err(Trouble::new(
                format!("public/{NAME} has no line `{empty}`"),
                "bring the line back: the list of files is filled in there",
            ));
        }
        worker = worker.replace(&empty, &format!("const {name} = '{value}';"));
    }
    files.put(NAME, worker);
    files.put(&list_name, list);
    Ok(())
}
