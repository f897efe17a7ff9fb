//! Stage 1: the demonstration suppliers' files become the parts of the published catalogue.

use std::{fs, sync::Arc};

use api_types::catalogue::Rate;
use catalogue::{Catalogue, Dictionary, Language, Severity};
use domain::Date;
use publish::{Goods, Parts};

use crate::{suppliers, trouble::Trouble, workspace::Workspace};

/// Where the demonstration suppliers' files lie.
const FOLDER: &str = "src/catalogue/demonstration";
/// The day of the demonstration: fixed, so that every build publishes the same bytes under the same names.
const DAY: (u16, u8, u8) = (2026, 11, 20);
/// Demonstration rates of that day, said on every page to be such: 1 SGD = 5.40 CNY, 1 USD = 1.30 SGD.
const CNY_PER_SGD_MILLIONTHS: i64 = 5_400_000;
const SGD_PER_USD_MILLIONTHS: i64 = 1_300_000;

/// The demonstration catalogue, in memory.
pub fn demonstration(workspace: &Workspace) -> Result<Parts, Trouble> {
    parts_of(&read(workspace)?)
}

/// The demonstration suppliers' files, checked.
pub fn read(workspace: &Workspace) -> Result<Catalogue, Trouble> {
    suppliers::read(&workspace.root.join(FOLDER), &Dictionary::standard())
}

/// The same for a server, which publishes them together with what companies list there.
pub fn base(workspace: &Workspace) -> Result<api::Base, Trouble> {
    let front = workspace.catalogue().join("front.bin");
    let bytes = fs::read(&front).map_err(|error| Trouble::file(&front, &error))?;
    let workspace = workspace.clone();
    let read = move || {
        let catalogue = read(&workspace).map_err(|trouble| trouble.to_string())?;
        Ok(api::Goods {
            suppliers: catalogue.suppliers,
            products: catalogue.products,
            published_on: day(),
            rate: rate(),
        })
    };
    Ok(api::Base {
        name: publish::name_hash(&bytes),
        read: Arc::new(read),
    })
}

fn day() -> Date {
    let (year, month, day) = DAY;
    Date::new(year, month, day).expect("the day is in the calendar")
}

fn rate() -> Rate {
    Rate {
        date: day().to_string(),
        cny_per_sgd_millionths: CNY_PER_SGD_MILLIONTHS,
        sgd_per_usd_millionths: SGD_PER_USD_MILLIONTHS,
    }
}

/// What is published of them.
pub fn parts_of(catalogue: &Catalogue) -> Result<Parts, Trouble> {
    let dictionary = Dictionary::standard();
    for diagnostic in &catalogue.diagnostics {
        if diagnostic.severity() == Severity::Error {
            eprintln!("  {}", diagnostic.sentence(Language::English));
        }
    }
    if catalogue.products.is_empty() {
        return Err(Trouble::new(
            format!("no product could be read from {FOLDER}"),
            "see the lines above, or fetch the folder again: `git checkout` brings it back",
        ));
    }
    publish::publish(&Goods {
        dictionary: &dictionary,
        products: &catalogue.products,
        suppliers: &catalogue.suppliers,
        published_on: day(),
        rate: &rate(),
    })
    .map_err(|error| {
        Trouble::new(
            format!("the demonstration catalogue cannot be published: {error}"),
            format!("mend the row in {FOLDER}, then try again"),
        )
    })
}

/// Writes all parts anew into `target/catalogue`; returns how many products they hold.
pub fn publish(workspace: &Workspace) -> Result<u32, Trouble> {
    let parts = demonstration(workspace)?;
    let folder = workspace.catalogue();
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(|error| Trouble::file(&folder, &error))?;
    }
    fs::create_dir_all(&folder).map_err(|error| Trouble::file(&folder, &error))?;
    for file in &parts.files {
        let path = folder.join(&file.name);
        fs::write(&path, &file.bytes).map_err(|error| Trouble::file(&path, &error))?;
    }
    Ok(parts.front.products)
}
