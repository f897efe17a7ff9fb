//! Reads a folder of suppliers' files from disk, for the room that checks them.

use std::{fs, path::Path};

use catalogue::{Catalogue, Dictionary, read_folder};
use drawing::Shape;

use crate::trouble::Trouble;

/// Reads and checks all files of the folder; what lies in folders inside it is passed over.
pub fn read(folder: &Path, dictionary: &Dictionary) -> Result<Catalogue, Trouble> {
    let entries = fs::read_dir(folder).map_err(|error| Trouble::file(folder, &error))?;
    let mut files = Vec::new();
    for entry in entries {
        let path = entry.map_err(|error| Trouble::file(folder, &error))?.path();
        if path.is_file() {
            let bytes = fs::read(&path).map_err(|error| Trouble::file(&path, &error))?;
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            files.push((name.into_owned(), bytes));
        }
    }
    // The order of a folder's entries is the machine's, and must not be seen in what is published.
    files.sort();
    let files = files
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
    Ok(read_folder(files, dictionary, &|slug| {
        slug.parse::<Shape>().is_ok()
    }))
}
