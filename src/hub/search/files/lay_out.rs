//! `cargo hub search lay-out`: documents in, the files that any web server can hand out.

use std::{fs, path::Path};

use search::sharded::{Files, Shards};

use crate::{
    bench::table::amount,
    search::{
        engine::{document, words},
        set::{Page, read_documents},
    },
    trouble::Trouble,
};

/// Reads the documents and writes their files into the folder.
pub fn lay_out(docs: &Path, out: &Path) -> Result<(), Trouble> {
    let pages = read_documents(docs)?;
    let files = files_of(&pages);
    write(&files, out)?;
    for (name, bytes) in files.named() {
        println!("{name:<12} {:>9}", amount(number(bytes.len()), "B"));
    }
    eprintln!(
        "✓ {} documents laid out in {}: put the folder on a web server that answers HTTP ranges, then type \
         `cargo hub search fetch --from http://… --text WORDS`",
        pages.len(),
        out.display()
    );
    Ok(())
}

pub fn files_of(pages: &[Page]) -> Files {
    let words = words();
    let mut shards = Shards::new(Some(&words));
    for (row, page) in (0..).zip(pages) {
        shards.add(&document(row, page), &page.title);
    }
    shards.finish()
}

/// The root last: whoever finds it finds the files that it speaks of.
pub fn write(files: &Files, out: &Path) -> Result<(), Trouble> {
    // Places in the files are told in four bytes.
    if files
        .named()
        .iter()
        .any(|(_, bytes)| u32::try_from(bytes.len()).is_err())
    {
        return Err(Trouble::new(
            "these documents make a file of more than 4 GB, which the format cannot speak of",
            "cut the documents into parts, and lay each out in a folder of its own",
        ));
    }
    fs::create_dir_all(out).map_err(|error| Trouble::file(out, &error))?;
    for (name, bytes) in files.named().into_iter().rev() {
        let file = out.join(name);
        fs::write(&file, bytes).map_err(|error| Trouble::file(&file, &error))?;
    }
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "a file is shorter than 2^52")]
pub fn number(count: usize) -> f64 {
    count as f64
}
