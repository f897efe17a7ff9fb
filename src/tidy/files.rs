//! Finds the project's files, and tells their code from their comments and tests.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// Folders that are made, not written.
const MADE: [&str; 8] = [
    "target",
    "dist",
    "data",
    "node_modules",
    ".git",
    "test-results",
    "playwright-report",
    "blob-report",
];

/// A file of the project.
pub struct File {
    /// Relative to the root, with `/`.
    pub name: String,
    pub text: String,
}

impl File {
    /// The room that the file belongs to, if it lies in one.
    pub fn room(&self) -> Option<&str> {
        self.name.strip_prefix("src/")?.split('/').next()
    }

    /// Numbered lines without comments, blank where there was nothing else.
    pub fn code_lines(&self) -> Vec<(usize, String)> {
        let text = without_blocks(&self.text);
        text.lines()
            .enumerate()
            .map(|(index, line)| (index + 1, without_line_comment(line).to_owned()))
            .collect()
    }

    /// The same up to the unit tests at the end of the file; nothing for a file that is all tests.
    pub fn production_lines(&self) -> Vec<(usize, String)> {
        if is_aside(&self.name) {
            return Vec::new();
        }
        let mut lines = self.code_lines();
        let end = lines.windows(2).position(|pair| {
            pair[0].1.trim() == "#[cfg(test)]" && pair[1].1.trim_end().ends_with("mod tests {")
        });
        lines.truncate(end.unwrap_or(lines.len()));
        lines
    }
}

/// Whether the file is for tests, measurements or examples only: by its folder, or because a module above it says so.
fn is_aside(name: &str) -> bool {
    if ["/tests/", "/benches/", "/examples/"]
        .iter()
        .any(|part| name.contains(part))
    {
        return true;
    }
    let path = root().join(name);
    let modules = path.ancestors().take_while(|path| !path.ends_with("src"));
    modules.into_iter().any(|module| {
        let (Some(folder), Some(stem)) = (module.parent(), module.file_stem()) else {
            return false;
        };
        let declared = format!("mod {};", stem.display());
        ["lib.rs", "main.rs", "mod.rs"]
            .into_iter()
            .map(|name| folder.join(name))
            // `x.rs` may be the parent of what lies in `x/`.
            .chain([folder.with_extension("rs")])
            .filter_map(|parent| fs::read_to_string(parent).ok())
            .any(|text| is_declared_for_tests(&text, &declared))
    })
}

fn is_declared_for_tests(text: &str, declared: &str) -> bool {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    lines
        .windows(2)
        .any(|pair| pair[0] == "#[cfg(test)]" && pair[1].ends_with(declared))
}

/// The folder that holds the workspace.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// All text files below `folder` (or that file itself) whose names end in one of `kinds`; all kinds when empty.
pub fn under(folder: &str, kinds: &[&str]) -> Vec<File> {
    let root = root();
    let mut paths = Vec::new();
    walk(&root.join(folder), &mut paths);
    paths.sort();
    paths
        .into_iter()
        .filter_map(|path| {
            let name = path.strip_prefix(&root).ok()?.to_str()?.replace('\\', "/");
            let kind = name.rsplit('.').next()?;
            if !kinds.is_empty() && !kinds.contains(&kind) {
                return None;
            }
            // Pictures and the like are no text.
            let text = fs::read_to_string(&path).ok()?;
            Some(File { name, text })
        })
        .collect()
}

fn walk(path: &Path, paths: &mut Vec<PathBuf>) {
    if path.is_file() {
        paths.push(path.to_owned());
        return;
    }
    for entry in fs::read_dir(path).into_iter().flatten().flatten() {
        let name = entry.file_name();
        if !MADE.iter().any(|made| name == *made) {
            walk(&entry.path(), paths);
        }
    }
}

/// Blanks `/* … */` and `<!-- … -->`, keeping line breaks so that line numbers stay right.
fn without_blocks(text: &str) -> String {
    let mut text = text.to_owned();
    for (open, close) in [("/*", "*/"), ("<!--", "-->")] {
        let mut out = String::with_capacity(text.len());
        let mut rest = text.as_str();
        while let Some(start) = rest.find(open) {
            // `"image/*"` and `src/**` are no comments: those have no blank or star behind the slash and star.
            let opens = open == "<!--"
                || rest[start + 2..]
                    .chars()
                    .next()
                    .is_some_and(|c| c.is_whitespace() || c == '*' || c == '!')
                    && !rest[start..].starts_with("/**/");
            let Some(length) = rest[start..].find(close).filter(|_| opens) else {
                out.push_str(&rest[..start + open.len()]);
                rest = &rest[start + open.len()..];
                continue;
            };
            out.push_str(&rest[..start]);
            let comment = &rest[start..start + length + close.len()];
            out.extend(comment.chars().filter(|c| *c == '\n'));
            rest = &rest[start + length + close.len()..];
        }
        out.push_str(rest);
        text = out;
    }
    text
}

/// Cuts `// …`, but not the two slashes of an address.
fn without_line_comment(line: &str) -> &str {
    let start = line
        .match_indices("//")
        .map(|(index, _)| index)
        .find(|index| !line[..*index].ends_with([':', '"', '\'', '(']));
    &line[..start.unwrap_or(line.len())]
}

/// Fails with one line for each finding.
#[track_caller]
pub fn report(findings: &[String]) {
    assert!(
        findings.is_empty(),
        "{} to mend:\n{}",
        findings.len(),
        findings.join("\n")
    );
}

#[test]
fn comments_are_not_code() {
    let file = File {
        name: "src/app/x.rs".to_owned(),
        text: "let a = \"https://x\"; // why\n/* one\ntwo */ let b = \"image/*\";\n/// doc\n"
            .to_owned(),
    };
    let lines: Vec<String> = file
        .code_lines()
        .into_iter()
        .map(|(_, line)| line)
        .collect();
    assert_eq!(
        lines,
        ["let a = \"https://x\"; ", "", " let b = \"image/*\";", ""]
    );
}

#[test]
fn modules_for_tests_are_told_from_others() {
    let text = "mod sampler;\n#[cfg(test)]\npub(crate) mod sample;\nmod other;\n";
    assert!(is_declared_for_tests(text, "mod sample;"));
    assert!(!is_declared_for_tests(text, "mod sampler;"));
    assert!(!is_declared_for_tests(text, "mod other;"));
    assert!(is_aside("src/tidy/files.rs"), "lib.rs says so");
    assert!(!is_aside("src/hub/main.rs"));
}

#[test]
fn unit_tests_are_not_production() {
    let file = File {
        name: "src/app/x.rs".to_owned(),
        text: "fn a() {}\n#[cfg(test)]\nmod tests {\n    fn b() {}\n}\n".to_owned(),
    };
    assert_eq!(file.production_lines(), [(1, "fn a() {}".to_owned())]);
}
