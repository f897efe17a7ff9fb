//! The top of the project stays small enough to be understood at a glance.

use std::{collections::BTreeSet, fs, process::Command};

use crate::files::{report, root};

const ALLOWED: [&str; 13] = [
    ".cargo",
    ".ci",
    ".clippy.toml",
    ".gitignore",
    "Cargo.lock",
    "Cargo.toml",
    "README.md",
    "Trunk.toml",
    "end2end",
    "index.html",
    "public",
    "src",
    "style",
];

#[test]
fn top_level_is_fixed() {
    let findings: Vec<String> = names()
        .into_iter()
        .filter(|name| !ALLOWED.contains(&name.as_str()) && !name.starts_with("LICENSE"))
        .map(|name| format!("{name}: does not belong to the top of the project: move it below src, public, style or end2end"))
        .collect();
    report(&findings);
}

/// What Git keeps; without Git, all that is there and not ignored. An editor's own folder is nobody's business.
fn names() -> BTreeSet<String> {
    let listed = Command::new("git")
        .args(["ls-files"])
        .current_dir(root())
        .output()
        .ok()
        .filter(|output| output.status.success())
        .map(|output| String::from_utf8_lossy(&output.stdout).into_owned());
    match listed {
        Some(list) => list
            .lines()
            .filter_map(|path| path.split('/').next())
            .map(str::to_owned)
            .collect(),
        None => fs::read_dir(root())
            .into_iter()
            .flatten()
            .flatten()
            .filter_map(|entry| entry.file_name().into_string().ok())
            .filter(|name| !["target", "dist", "data"].contains(&name.as_str()))
            .filter(|name| !name.starts_with('.'))
            .collect(),
    }
}
