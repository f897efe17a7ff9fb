//! Stage 2: the scoped styles that stand beside components are collected into one stylesheet.
//!
//! `stylers` derives a block's class from the length of its text, and drops a last declaration that lacks its
//! semicolon. Both would go unseen until a page looks wrong, so both fail the build here, named by file and line.
//! Unlike its own collector, this one finds `style!` wherever it stands.

use std::{
    collections::BTreeMap,
    fs,
    panic::{self, AssertUnwindSafe},
    path::{Path, PathBuf},
};

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use stylers_core::{Class, from_str, from_ts};
use syn::{Macro, spanned::Spanned, visit::Visit};

use super::{rooms, stamp};
use crate::{trouble::Trouble, workspace::Workspace};

/// Reads all rooms of the page and writes their styles to `output`, unless it says so already.
pub fn collect(workspace: &Workspace, output: &Path) -> Result<(), Trouble> {
    let mut files = Vec::new();
    for folder in rooms::inputs(workspace, &rooms::of_page(workspace)?)? {
        stamp::list(&folder, &mut files).map_err(|error| Trouble::file(&folder, &error))?;
    }
    files.retain(|file| file.extension().is_some_and(|kind| kind == "rs"));
    files.sort();
    let mut sheet = Sheet::default();
    for file in &files {
        let text = fs::read_to_string(file).map_err(|error| Trouble::file(file, &error))?;
        let name = file.strip_prefix(&workspace.root).unwrap_or(file);
        sheet.add(&workspace.root, &name.display().to_string(), &text)?;
    }
    if fs::read_to_string(output).is_ok_and(|present| present == sheet.css) {
        return Ok(());
    }
    fs::write(output, sheet.css).map_err(|error| Trouble::file(output, &error))
}

/// The stylesheet so far, and where each class came from.
#[derive(Default)]
struct Sheet {
    css: String,
    places: BTreeMap<String, String>,
}

impl Sheet {
    /// Adds all blocks of one source file; `name` is how the file is called in messages.
    fn add(&mut self, root: &Path, name: &str, text: &str) -> Result<(), Trouble> {
        // Most files have none, and parsing Rust takes a hundred times longer than looking for a word.
        if !text.contains("style!") && !text.contains("style_sheet!") {
            return Ok(());
        }
        let syntax = syn::parse_file(text).map_err(|error| {
            let line = error.span().start().line;
            Trouble::new(format!("{name}:{line}: {error}"), "mend the line")
        })?;
        let mut blocks = Blocks::default();
        blocks.visit_file(&syntax);
        for block in blocks.found {
            let place = format!("{name}:{}", block.span().start().line);
            let is_sheet = block.path.is_ident("style_sheet");
            let (class, css) = if is_sheet {
                from_sheet(root, &place, &block.tokens)?
            } else {
                from_block(&place, &block.tokens)?
            };
            if let Some(other) = self.places.insert(class.clone(), place.clone()) {
                return Err(Trouble::new(
                    format!(
                        "{place} and {other} get the same class, {class}: their styles would mix"
                    ),
                    "make one of the two longer or shorter by any character: the class comes from the text's length",
                ));
            }
            self.css.push_str(&css);
            self.css.push('\n');
        }
        Ok(())
    }
}

#[derive(Default)]
struct Blocks<'a> {
    found: Vec<&'a Macro>,
}

impl<'a> Visit<'a> for Blocks<'a> {
    fn visit_macro(&mut self, block: &'a Macro) {
        let name = block
            .path
            .segments
            .last()
            .map(|last| last.ident.to_string());
        if matches!(name.as_deref(), Some("style" | "style_sheet")) {
            self.found.push(block);
        }
    }
}

fn from_block(place: &str, tokens: &TokenStream) -> Result<(String, String), Trouble> {
    if let Some(line) = unfinished_declaration(tokens) {
        return Err(Trouble::new(
            format!(
                "{place}: the declaration that ends on line {line} has no semicolon and would be dropped"
            ),
            "put a semicolon behind it",
        ));
    }
    scoped(place, || {
        let class = Class::rand_class_from_seed(tokens.to_string());
        let (css, _) = from_ts(tokens.clone().into_iter(), &class, false);
        (class.as_name().to_owned(), css)
    })
}

fn from_sheet(root: &Path, place: &str, tokens: &TokenStream) -> Result<(String, String), Trouble> {
    let path: PathBuf = root.join(tokens.to_string().trim_matches('"'));
    let text = fs::read_to_string(&path).map_err(|error| Trouble::file(&path, &error))?;
    scoped(place, || {
        let class = Class::rand_class_from_seed(text.clone());
        let css = from_str(&text, &class);
        (class.as_name().to_owned(), css)
    })
}

/// `stylers` panics on what it does not know; the panic's message is the diagnosis.
fn scoped(
    place: &str,
    work: impl FnOnce() -> (String, String),
) -> Result<(String, String), Trouble> {
    let loud = panic::take_hook();
    panic::set_hook(Box::new(|_| ()));
    let result = panic::catch_unwind(AssertUnwindSafe(work));
    panic::set_hook(loud);
    result.map_err(|payload| {
        let message = payload
            .downcast_ref::<String>()
            .map(String::as_str)
            .or_else(|| payload.downcast_ref::<&str>().copied())
            .unwrap_or("stylers cannot read it");
        Trouble::new(
            format!("{place}: {message}"),
            "write one declaration a line with properties that stylers knows, or put the rule into a file of style/",
        )
    })
}

/// The line of a declaration before a closing brace that does not end in a semicolon.
fn unfinished_declaration(tokens: &TokenStream) -> Option<usize> {
    for token in tokens.clone() {
        if let TokenTree::Group(group) = token
            && group.delimiter() == Delimiter::Brace
        {
            let inner = group.stream();
            if let Some(line) = unfinished_declaration(&inner) {
                return Some(line);
            }
            let end = inner.into_iter().last();
            let finished = match &end {
                None => true,
                Some(TokenTree::Punct(end)) => end.as_char() == ';',
                Some(TokenTree::Group(end)) => end.delimiter() == Delimiter::Brace,
                Some(_) => false,
            };
            if !finished {
                return end.map(|end| end.span().end().line);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet_of(files: &[(&str, &str)]) -> Result<String, String> {
        let mut sheet = Sheet::default();
        for (name, text) in files {
            sheet
                .add(Path::new("."), name, text)
                .map_err(|trouble| trouble.to_string())?;
        }
        Ok(sheet.css)
    }

    fn component(style: &str) -> String {
        format!("fn card() {{\n    let class = style! {{\n{style}\n    }};\n}}\n")
    }

    #[test]
    fn rules_are_scoped_wherever_the_block_stands() {
        let text = format!("mod inner {{ {} }}", component("h1 {\n color: red;\n }"));
        let css = sheet_of(&[("card.rs", &text)]).unwrap();
        assert!(css.starts_with("h1.l-"), "{css}");
        assert!(css.contains("color: red;"), "{css}");
    }

    #[test]
    fn blocks_of_equal_length_are_refused_by_name() {
        let (one, two) = (
            component("h1 {\n color: red;\n }"),
            component("h2 {\n width: 1em;\n }"),
        );
        let two = two.replace("1em", "1ex");
        let error = sheet_of(&[("one.rs", &one), ("two.rs", &two)]).unwrap_err();
        assert!(
            error.contains("one.rs:2") && error.contains("two.rs:2"),
            "{error}"
        );
    }

    #[test]
    fn dropped_declaration_is_refused_by_line() {
        let error = sheet_of(&[("one.rs", &component("h1 {\n color: red\n }"))]).unwrap_err();
        assert!(error.contains("line 4"), "{error}");
    }

    #[test]
    fn unknown_property_is_a_message_not_a_panic() {
        let text = component("h1 {\n colour: red;\n }");
        let error = sheet_of(&[("one.rs", &text)]).unwrap_err();
        assert!(error.contains("one.rs:2"), "{error}");
    }
}
