//! Reads a folder of suppliers' files and prints what is not as it should be: `cargo run -p catalogue --example check -- FOLDER [zh]`.

use std::error::Error;
use std::process::ExitCode;
use std::{env, fs};

use catalogue::{Dictionary, Language, Severity, read_folder};

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let folder = arguments.next().ok_or("which folder?")?;
    let language = match arguments.next().as_deref() {
        Some("zh") => Language::Chinese,
        _ => Language::English,
    };
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            files.push((
                entry.file_name().to_string_lossy().into_owned(),
                fs::read(entry.path())?,
            ));
        }
    }
    files.sort();
    let files = files
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
    let catalogue = read_folder(files, &Dictionary::standard(), &|_| true);
    for diagnostic in &catalogue.diagnostics {
        let severity = match diagnostic.severity() {
            Severity::Warning => "warning",
            Severity::Error => "error",
        };
        println!("{severity}: {}", diagnostic.sentence(language));
    }
    println!(
        "{} suppliers, {} products, {} errors, {} warnings",
        catalogue.suppliers.len(),
        catalogue.products.len(),
        catalogue.count(Severity::Error),
        catalogue.count(Severity::Warning),
    );
    Ok(if catalogue.count(Severity::Error) == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
