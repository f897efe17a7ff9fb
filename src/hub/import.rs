//! `cargo hub import FOLDER`: checks a supplier's files and says what is wrong with them, in both languages.

use std::{path::Path, process::ExitCode};

use catalogue::{Catalogue, Dictionary, Language, Severity};

use crate::{suppliers, trouble::Trouble};

/// Prints every problem by file, row and column. The exit code tells whether all rows are good.
pub fn check(folder: &Path) -> Result<ExitCode, Trouble> {
    if !folder.is_dir() {
        return Err(Trouble::new(
            format!("{} is not a folder", folder.display()),
            "name the folder that holds suppliers.csv and the products' files",
        ));
    }
    let catalogue = suppliers::read(folder, &Dictionary::standard())?;
    print!("{}", report(&catalogue));
    Ok(if catalogue.count(Severity::Error) == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn report(catalogue: &Catalogue) -> String {
    let mut text = String::new();
    for diagnostic in &catalogue.diagnostics {
        let mark = match diagnostic.severity() {
            Severity::Error => '✗',
            Severity::Warning => '!',
        };
        text += &format!(
            "{mark} {}\n  {}\n",
            diagnostic.sentence(Language::English),
            diagnostic.sentence(Language::Chinese)
        );
    }
    let (suppliers, products) = (catalogue.suppliers.len(), catalogue.products.len());
    let errors = catalogue.count(Severity::Error);
    let warnings = catalogue.count(Severity::Warning);
    text += &format!(
        "{suppliers} suppliers and {products} products can be published; {errors} errors, {warnings} warnings\n\
         可发布供应商 {suppliers} 家、产品 {products} 项；错误 {errors} 处，提醒 {warnings} 处\n"
    );
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn problems_are_named_in_both_languages() {
        let files = [("suppliers.csv", &b"code,uen\nlion,1\n"[..])];
        let catalogue = catalogue::read_folder(files, &Dictionary::standard(), &|_| true);
        let text = report(&catalogue);
        assert!(text.contains("suppliers.csv"), "{text}");
        assert!(text.contains("✗"), "{text}");
        assert!(text.contains("0 suppliers and 0 products"), "{text}");
        assert!(text.contains("可发布供应商 0 家"), "{text}");
    }
}
