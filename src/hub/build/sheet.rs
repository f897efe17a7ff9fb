//! Puts the style sheets into one file, in the order that `style/main.css` gives, without their comments.

use std::{fs, path::Path};

use crate::trouble::Trouble;

/// Replaces each `@import "…";` of the file by that file, and so on; paths are relative to the file they stand in.
pub fn flatten(file: &Path) -> Result<String, Trouble> {
    let text = fs::read_to_string(file).map_err(|error| Trouble::file(file, &error))?;
    let folder = file.parent().unwrap_or(file);
    let mut sheet = String::new();
    for line in without_comments(&text).lines().map(str::trim) {
        if line.starts_with("@import") {
            let name = imported(line).ok_or_else(|| {
                Trouble::new(
                    format!("{}: `{line}` is not understood", file.display()),
                    "write it as `@import \"name.css\";` on a line of its own",
                )
            })?;
            sheet += &flatten(&folder.join(name))?;
        } else if !line.is_empty() {
            sheet += line;
            sheet.push('\n');
        }
    }
    Ok(sheet)
}

fn imported(line: &str) -> Option<&str> {
    line.strip_prefix("@import \"")?.strip_suffix("\";")
}

/// Comments end at the next `*/`; what looks like one inside quotes is none.
fn without_comments(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut quote = None;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match (quote, character) {
            (None, '/') if characters.peek() == Some(&'*') => {
                characters.next();
                let mut last = ' ';
                for next in characters.by_ref() {
                    if (last, next) == ('*', '/') {
                        break;
                    }
                    last = next;
                }
                continue;
            }
            (None, '"' | '\'') => quote = Some(character),
            (Some(open), _) if open == character => quote = None,
            _ => (),
        }
        out.push(character);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_go_and_quotes_stay() {
        let text = "/* a\n * b */p {\n  content: \"/* no */\"; /* c */\n}\n/**/";
        assert_eq!(
            without_comments(text),
            "p {\n  content: \"/* no */\"; \n}\n"
        );
    }

    #[test]
    fn imports_are_put_in_their_place() {
        let folder = std::env::temp_dir().join(format!("hub-sheet-{}", std::process::id()));
        fs::create_dir_all(folder.join("style")).unwrap();
        fs::write(folder.join("made.css"), "b {}\n").unwrap();
        let main = folder.join("style/main.css");
        fs::write(&main, "/* order */\n@import \"../made.css\";\n  a {}\n").unwrap();
        assert_eq!(flatten(&main).unwrap(), "b {}\na {}\n");
        fs::write(&main, "@import url(x.css);\n").unwrap();
        assert!(flatten(&main).unwrap_err().to_string().contains("@import"));
        fs::remove_dir_all(&folder).unwrap();
    }
}
