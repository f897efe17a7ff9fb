//! Short names for what a module imports from its script.
//!
//! wasm-bindgen gives each import a name of forty letters with a hash in it, once in the module and once in the script. A
//! browser needs but the same name in both; measured, that is 6 KB of the first load. The scripts' comments and indentation,
//! 2 KB more, go too.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use publish::{name_hash, sha256_base64};

use crate::trouble::Trouble;

/// What wasm-bindgen's names begin with. All else keeps its name.
const GENERATED: &str = "__wb";
const IMPORTS: u8 = 2;

/// Shortens the page's own pair in the built site, and gives both files names and integrity of what is in them now.
pub fn page(site: &Path) -> Result<(), Trouble> {
    let file = site.join("index.html");
    let mut html = fs::read_to_string(&file).map_err(|error| Trouble::file(&file, &error))?;
    let (old_script, old_module) = (named(&html, "hub:script")?, named(&html, "hub:wasm")?);
    let (script, module) = read(site, &old_script, &old_module)?;
    let new_module = format!("web-{}_bg.wasm", name_hash(&module));
    let script = script.replace(&old_module, &new_module);
    let new_script = format!("web-{}.js", name_hash(script.as_bytes()));
    for (old, new, bytes) in [
        (&old_script, &new_script, script.as_bytes()),
        (&old_module, &new_module, &module),
    ] {
        fs::write(site.join(new), bytes).map_err(|error| Trouble::file(&site.join(new), &error))?;
        html = with_integrity(&html, old, &sha256_base64(bytes)).replace(old, new);
    }
    for old in scripts(&html) {
        let path = site.join(&old);
        let text = fs::read_to_string(&path).map_err(|error| Trouble::file(&path, &error))?;
        let text = bare(&text);
        let stem = old.split_once('-').map_or(old.as_str(), |(stem, _)| stem);
        let new = format!("{stem}-{}.js", name_hash(text.as_bytes()));
        fs::write(site.join(&new), &text).map_err(|error| Trouble::file(&path, &error))?;
        html = with_integrity(&html, &old, &sha256_base64(text.as_bytes())).replace(&old, &new);
        if old != new {
            fs::remove_file(&path).map_err(|error| Trouble::file(&path, &error))?;
        }
    }
    fs::write(&file, html).map_err(|error| Trouble::file(&file, &error))?;
    for (old, new) in [(&old_script, &new_script), (&old_module, &new_module)] {
        if old != new {
            fs::remove_file(site.join(old))
                .map_err(|error| Trouble::file(&site.join(old), &error))?;
        }
    }
    Ok(())
}

/// Shortens a pair whose files keep their names.
pub fn pair(site: &Path, script: &str, module: &str) -> Result<(), Trouble> {
    let (text, bytes) = read(site, script, module)?;
    fs::write(site.join(script), text)
        .map_err(|error| Trouble::file(&site.join(script), &error))?;
    fs::write(site.join(module), bytes).map_err(|error| Trouble::file(&site.join(module), &error))
}

/// Both files as they should be.
fn read(site: &Path, script: &str, module: &str) -> Result<(String, Vec<u8>), Trouble> {
    let (script, module) = (site.join(script), site.join(module));
    let text = fs::read_to_string(&script).map_err(|error| Trouble::file(&script, &error))?;
    let bytes = fs::read(&module).map_err(|error| Trouble::file(&module, &error))?;
    let (bytes, names) = shortened(&bytes).ok_or_else(|| {
        Trouble::new(
            format!("{} is no WebAssembly module", module.display()),
            "remove the folder target/site and build again",
        )
    })?;
    Ok((bare(&renamed(&text, &names)), bytes))
}

/// The file that a `<meta>` of the page names.
fn named(html: &str, meta: &str) -> Result<String, Trouble> {
    let opening = format!("name=\"{meta}\" content=\"./");
    let name = html
        .split_once(&opening)
        .and_then(|(_, rest)| rest.split('"').next());
    name.map(str::to_owned).ok_or_else(|| {
        Trouble::new(
            format!("the built page does not name its {meta}"),
            "look at pattern_script in Trunk.toml",
        )
    })
}

/// The page's own scripts, as far as Trunk gave them names with a hash and an integrity.
fn scripts(html: &str) -> Vec<String> {
    let source = |tag: &str| {
        let tag = tag.trim_start().strip_prefix("<script")?;
        let (_, name) = tag.split_once("src=\"./")?;
        let name = name.split('"').next()?;
        tag.contains("integrity=").then(|| name.to_owned())
    };
    html.split_inclusive('>').filter_map(source).collect()
}

/// The page with another integrity in each tag that names a file.
fn with_integrity(html: &str, file: &str, integrity: &str) -> String {
    let tag = |tag: &str| match (tag.contains(file), tag.split_once("integrity=\"")) {
        (true, Some((before, rest))) => {
            let after = rest.split_once('"').map_or("", |(_, after)| after);
            format!("{before}integrity=\"{integrity}\"{after}")
        }
        _ => tag.to_owned(),
    };
    html.split_inclusive('>').map(tag).collect()
}

/// The module with short names for its imports, and which of them stands for which. None where it is no module.
fn shortened(module: &[u8]) -> Option<(Vec<u8>, BTreeMap<String, String>)> {
    let (head, mut rest) = module.split_at_checked(8)?;
    if !head.starts_with(b"\0asm") {
        return None;
    }
    let mut names = BTreeMap::new();
    let mut out = head.to_vec();
    while let Some((&kind, after)) = rest.split_first() {
        let (size, after) = number(after)?;
        let (body, after) = after.split_at_checked(size)?;
        let body = match kind {
            IMPORTS => imports(body, &mut names)?,
            _ => body.to_vec(),
        };
        out.push(kind);
        write_number(&mut out, body.len());
        out.extend(body);
        rest = after;
    }
    Some((out, names))
}

/// WebAssembly core specification, 5.5.5, "Import Section".
fn imports(body: &[u8], names: &mut BTreeMap<String, String>) -> Option<Vec<u8>> {
    let (count, mut rest) = number(body)?;
    let mut out = Vec::new();
    write_number(&mut out, count);
    for _ in 0..count {
        let (from, after) = text(rest)?;
        let (name, after) = text(after)?;
        let kept = after.len() - description(after)?.len();
        let short = if name.starts_with(GENERATED) {
            let next = letters(names.len());
            names.entry(name.to_owned()).or_insert(next).clone()
        } else {
            name.to_owned()
        };
        for part in [from, &short] {
            write_number(&mut out, part.len());
            out.extend(part.as_bytes());
        }
        out.extend(after.get(..kept)?);
        rest = after.get(kept..)?;
    }
    rest.is_empty().then_some(out)
}

/// What follows the description of an import.
fn description(bytes: &[u8]) -> Option<&[u8]> {
    let limits = |bytes| {
        let (flags, rest) = number(bytes)?;
        let (_, rest) = number(rest)?;
        match flags & 1 {
            0 => Some(rest),
            _ => number(rest).map(|(_, rest)| rest),
        }
    };
    let (kind, rest) = bytes.split_first()?;
    match kind {
        // A function by its type; a table; a memory; a global with its type and whether it changes.
        0 => number(rest).map(|(_, rest)| rest),
        1 => limits(rest.get(1..)?),
        2 => limits(rest),
        3 => rest.get(2..),
        _ => None,
    }
}

fn text(bytes: &[u8]) -> Option<(&str, &[u8])> {
    let (length, rest) = number(bytes)?;
    let (text, rest) = rest.split_at_checked(length)?;
    std::str::from_utf8(text).ok().map(|text| (text, rest))
}

/// LEB128, unsigned.
fn number(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut value = 0;
    for (at, byte) in bytes.iter().enumerate().take(5) {
        value |= usize::from(byte & 0x7f) << (7 * at);
        if byte & 0x80 == 0 {
            return Some((value, &bytes[at + 1..]));
        }
    }
    None
}

fn write_number(out: &mut Vec<u8>, mut value: usize) {
    loop {
        let low = u8::try_from(value & 0x7f).expect("seven bits fit");
        value >>= 7;
        if value == 0 {
            out.push(low);
            return;
        }
        out.push(low | 0x80);
    }
}

/// `a`, `b`, …, `z`, `aa`, …
fn letters(number: usize) -> String {
    let last = char::from(b'a' + u8::try_from(number % 26).expect("less than 26"));
    match number / 26 {
        0 => last.to_string(),
        more => format!("{}{last}", letters(more - 1)),
    }
}

/// The script with the new names. They stand there as words of their own.
fn renamed(script: &str, names: &BTreeMap<String, String>) -> String {
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '$';
    let mut out = String::with_capacity(script.len());
    let mut rest = script;
    while let Some(start) = rest.find(GENERATED) {
        let word = &rest[start..];
        let length = word.find(|letter| !is_part(letter)).unwrap_or(word.len());
        let (word, after) = word.split_at(length);
        out.push_str(&rest[..start]);
        let is_whole = !out.ends_with(is_part);
        out.push_str(
            names
                .get(word)
                .filter(|_| is_whole)
                .map_or(word, String::as_str),
        );
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Without comments that have lines of their own, and without indentation.
fn bare(script: &str) -> String {
    let mut in_comment = false;
    let mut out = String::with_capacity(script.len());
    for line in script.lines().map(str::trim) {
        in_comment |= line.starts_with("/*");
        if !in_comment && !line.is_empty() && !line.starts_with("//") {
            out.push_str(line);
            out.push('\n');
        }
        in_comment &= !line.ends_with("*/");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module that imports a function of each name, a memory and a global.
    fn module(names: &[&str]) -> Vec<u8> {
        let mut body = Vec::new();
        write_number(&mut body, names.len() + 2);
        let mut import = |name: &str, description: &[u8]| {
            for part in ["./web_bg.js", name] {
                write_number(&mut body, part.len());
                body.extend(part.as_bytes());
            }
            body.extend(description);
        };
        import("memory", &[2, 1, 17, 0x80, 0x80, 1]);
        for name in names {
            import(name, &[0, 0x83, 1]);
        }
        import("__wbg_global", &[3, 0x7f, 1]);
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        module.extend([1, 2, 0xaa, 0xbb, IMPORTS]);
        write_number(&mut module, body.len());
        module.extend(body);
        module.extend([10, 1, 0xcc]);
        module
    }

    #[test]
    fn imports_get_short_names_and_nothing_else_changes() {
        let long = module(&["__wbg_focus_0123456789abcdef", "__wbindgen_throw"]);
        let (short, names) = shortened(&long).unwrap();
        let pairs: Vec<(&str, &str)> = names
            .iter()
            .map(|(a, b)| (a.as_str(), b.as_str()))
            .collect();
        let expected = [
            ("__wbg_focus_0123456789abcdef", "a"),
            ("__wbg_global", "c"),
            ("__wbindgen_throw", "b"),
        ];
        assert_eq!(pairs, expected);
        assert!(short.ends_with(&[10, 1, 0xcc]));
        let again = shortened(&short).unwrap();
        assert_eq!(
            (again.0, again.1.len()),
            (short, 0),
            "they are short already"
        );
    }

    #[test]
    fn what_is_no_module_or_cut_off_is_refused() {
        let whole = module(&["__wbg_a"]);
        assert_eq!(shortened(b"<html></html>"), None);
        for length in 9..whole.len() {
            let cut = shortened(&whole[..length]);
            let at_an_end = length == 12 || length == whole.len() - 3;
            assert_eq!(cut.is_some(), at_an_end, "{length}");
        }
    }

    #[test]
    fn the_script_says_the_same_names() {
        let names = BTreeMap::from([("__wbg_focus_01".to_owned(), "a".to_owned())]);
        let script = "/** Says\n * so. */\n  // here\n  __wbg_focus_01: function() { wasm.__wbg_focus_012(x__wbg_focus_01); },\n";
        let said = bare(&renamed(script, &names));
        assert_eq!(
            said,
            "a: function() { wasm.__wbg_focus_012(x__wbg_focus_01); },\n"
        );
    }

    #[test]
    fn there_are_as_many_names_as_are_needed() {
        let names: Vec<String> = [0, 25, 26, 701, 702].map(letters).to_vec();
        assert_eq!(names, ["a", "z", "aa", "zz", "aaa"]);
    }

    #[test]
    fn scripts_for_old_browsers_keep_their_names() {
        let html = "<script defer src=\"./boot-01.js\" integrity=\"x\"></script>\n<script nomodule src=\"old.js\"></script>";
        assert_eq!(scripts(html), ["boot-01.js"]);
    }

    #[test]
    fn a_tag_gets_the_integrity_of_its_file() {
        let html = "<link href=\"./a.js\" integrity=\"sha384-x\"><link href=\"./b.js\" integrity=\"sha384-y\">";
        let expected = "<link href=\"./a.js\" integrity=\"sha256-z\"><link href=\"./b.js\" integrity=\"sha384-y\">";
        assert_eq!(with_integrity(html, "a.js", "sha256-z"), expected);
    }
}
