//! Words that belong to somebody's machine or to a day's work, not to the project.

use crate::files::{report, under};

/// Put together here, so that this file does not find itself.
const WORDS: [(&str, &str); 13] = [
    (concat!("/ro", "ot/"), "a path of one machine"),
    (concat!("/ho", "me/"), "a path of one machine"),
    (concat!("/Us", "ers/"), "a path of one machine"),
    (concat!("C:\\", "Users"), "a path of one machine"),
    (concat!("/t", "mp/"), "a path of one machine"),
    (concat!("registry.", "npmjs"), "a registry's host"),
    (concat!("index.crates", ".io"), "a registry's host"),
    (concat!("static.crates", ".io"), "a registry's host"),
    (concat!("pypi", ".org"), "a registry's host"),
    (concat!("deb.", "debian.org"), "a registry's host"),
    (
        concat!("TO", "DO"),
        "a note to oneself: do it, or write an issue",
    ),
    (
        concat!("FIX", "ME"),
        "a note to oneself: do it, or write an issue",
    ),
    (concat!("Lorem", " ipsum"), "filler"),
];

#[test]
fn no_word_of_a_machine_or_a_day() {
    let mut files = under("src", &[]);
    for place in [
        "style",
        "public",
        "end2end",
        "index.html",
        "Trunk.toml",
        "README.md",
        "Cargo.toml",
        ".cargo",
        ".ci",
        ".clippy.toml",
        ".gitignore",
    ] {
        files.extend(under(place, &[]));
    }
    let mut findings = Vec::new();
    for file in files {
        for (index, line) in file.text.lines().enumerate() {
            for (word, why) in WORDS.iter().filter(|(word, _)| line.contains(word)) {
                findings.push(format!("{}:{}: `{word}`: {why}", file.name, index + 1));
            }
        }
    }
    report(&findings);
}
