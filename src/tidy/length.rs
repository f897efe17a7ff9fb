//! No file is longer than a person reads in one sitting. There is no list of exceptions, so nobody edits one.

use crate::files::{report, under};

const LONGEST: usize = 400;

#[test]
fn files_are_short() {
    let mut files = under("src", &["rs", "css", "js", "ts", "mjs"]);
    for folder in ["style", "public", "end2end"] {
        files.extend(under(folder, &["css", "js", "mjs", "ts"]));
    }
    assert!(!files.is_empty(), "the files were not found");
    let findings: Vec<String> = files
        .iter()
        .map(|file| (&file.name, file.text.lines().count()))
        .filter(|(_, lines)| LONGEST < *lines)
        .map(|(name, lines)| {
            format!("{name}: {lines} lines, {LONGEST} at most: move its tests, a noun or a stage into a file of its own")
        })
        .collect();
    report(&findings);
}
