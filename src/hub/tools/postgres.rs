//! PostgreSQL's server, which the tests of `store` start and stop by themselves.

use std::{fs, path::PathBuf};

use super::{
    Found, Shop, debian,
    which::{program_in, version_line, which},
};
use crate::trouble::Trouble;

/// What a person must do where the hub may not install it.
pub const REMEDY: &str = "install PostgreSQL so that its programs initdb and postgres are on PATH (on Debian as root cargo hub test does it)";

/// Debian's package puts it beside other versions, not on PATH.
const ON_DEBIAN: &str = "/usr/lib/postgresql";

pub fn find() -> Option<Found> {
    let versions = fs::read_dir(ON_DEBIAN).into_iter().flatten().flatten();
    let mut folders: Vec<PathBuf> = versions.map(|entry| entry.path().join("bin")).collect();
    folders.sort();
    let newest = folders
        .iter()
        .rev()
        .find_map(|folder| program_in(folder, "postgres"));
    let place = newest.or_else(|| which("postgres"))?;
    Some(Found {
        version: version_line(&place)?,
        place,
    })
}

/// Finds it, or installs it where the system is Debian and we are its administrator.
pub fn ensure(shop: &Shop<'_>) -> Result<(), Trouble> {
    if find().is_some() {
        return Ok(());
    }
    if !debian::may_install() {
        return Err(Trouble::new("there is no PostgreSQL for the tests", REMEDY));
    }
    let text = "Installing PostgreSQL for the tests";
    debian::install(shop, text, "install-postgres", &["postgresql"])?;
    match find() {
        Some(_) => Ok(()),
        None => Err(Trouble::new(
            "PostgreSQL was installed but does not run",
            REMEDY,
        )),
    }
}
