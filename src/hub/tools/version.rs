//! Reads version numbers out of what tools print and out of `Cargo.lock`.

use std::{fs, path::Path};

use crate::trouble::Trouble;

/// The first run of digits and dots in `wasm-bindgen 0.2.129` or `v20.20.2`: at least one dot.
pub fn number(line: &str) -> Option<&str> {
    line.split(|c: char| !c.is_ascii_digit() && c != '.')
        .map(|word| word.trim_matches('.'))
        .find(|word| word.contains('.'))
}

/// The version's first number.
pub fn major(line: &str) -> Option<u32> {
    number(line)?.split('.').next()?.parse().ok()
}

/// The version of a package in a `Cargo.lock`; the newest when there are several.
pub fn locked<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    lock.split("[[package]]")
        .filter(|block| block.lines().any(|line| line.trim() == name))
        .filter_map(|block| {
            let line = block.lines().find(|line| line.starts_with("version = "))?;
            line.split('"').nth(1)
        })
        .last()
}

/// The version of a package that the project is locked to.
pub fn locked_in(root: &Path, package: &str) -> Result<String, Trouble> {
    let file = root.join("Cargo.lock");
    let lock = fs::read_to_string(&file).map_err(|error| Trouble::file(&file, &error))?;
    locked(&lock, package).map(str::to_owned).ok_or_else(|| {
        Trouble::new(
            format!("Cargo.lock does not name {package}"),
            "restore Cargo.lock with `git checkout Cargo.lock`",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_found_in_what_tools_say() {
        let check = |line: &str, expected: Option<&str>| assert_eq!(number(line), expected);
        check("wasm-bindgen 0.2.129", Some("0.2.129"));
        check("trunk 0.21.14", Some("0.21.14"));
        check("v20.20.2", Some("20.20.2"));
        check(
            "Chromium 156.0.8078.79 built on Debian GNU/Linux 12.11 (bookworm)",
            Some("156.0.8078.79"),
        );
        check("no number here.", None);
        assert_eq!(major("v20.20.2"), Some(20));
    }

    #[test]
    fn locked_version_is_that_of_the_whole_name() {
        let lock = "version = 4\n\n[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"9.9.9\"\n\n\
            [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.129\"\nsource = \"registry\"\n";
        assert_eq!(locked(lock, "wasm-bindgen"), Some("0.2.129"));
        assert_eq!(locked(lock, "bindgen"), None);
    }
}
