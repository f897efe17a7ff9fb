//! Programs and packages that only a benchmark needs: built or fetched into the cache, never a part of the project.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::{
    Shop, cache,
    which::{program_in, which},
};
use crate::{build::stamp, trouble::Trouble};

/// The program of a small Cargo project of its own (`folder`, relative to the root, with its lock), built in the cache.
pub fn peer_program(shop: &Shop<'_>, folder: &str, program: &str) -> Result<PathBuf, Trouble> {
    let sources = shop.workspace.root.join(folder);
    let hash = hash_of(&sources, &["Cargo.toml", "Cargo.lock", "main.rs"])?;
    let place = format!("tools/{program}-{hash:016x}");
    let installed = cache::install_once(shop, &place, |part| {
        // Kept between versions: of another `main.rs` the libraries stay the same.
        let objects = shop.workspace.cache.join("compiling").join(program);
        let mut command = shop.workspace.foreign_cargo();
        command
            .args(["install", "--locked", "--no-track", "--path"])
            .arg(&sources)
            .arg("--root")
            .arg(part)
            .arg("--target-dir")
            .arg(objects);
        shop.install(
            &format!("Building {program} (once, some minutes)"),
            &format!("install-{program}"),
            command,
            "check the network, then try again: it goes on where it stopped",
        )
    })?;
    program_in(&installed.join("bin"), program).ok_or_else(|| {
        Trouble::new(
            format!("{program} was built but is not there"),
            format!("delete {} and try again", installed.display()),
        )
    })
}

/// Python, and the folder with the packages that `requirements.txt` of `folder` (relative to the root) names.
pub fn python_packages(shop: &Shop<'_>, folder: &str) -> Result<(PathBuf, PathBuf), Trouble> {
    let python = which("python3").ok_or_else(|| {
        Trouble::new(
            "there is no Python",
            "install Python 3.11 or newer with pip, with your system's package manager",
        )
    })?;
    let sources = shop.workspace.root.join(folder);
    let hash = hash_of(&sources, &["requirements.txt"])?;
    let place = format!("pip-{hash:016x}");
    let packages = cache::install_once(shop, &place, |part| {
        let mut command = shop.workspace.command(&python);
        command
            .args(["-m", "pip", "install", "--quiet", "--no-input"])
            .args(["--disable-pip-version-check", "--target"])
            .arg(part)
            .arg("--requirement")
            .arg(sources.join("requirements.txt"));
        shop.install(
            "Installing Python packages",
            "install-pip",
            command,
            "check that `python3 -m pip` runs and the network is there, then try again",
        )
    })?;
    Ok((python, packages))
}

fn hash_of(folder: &Path, names: &[&str]) -> Result<u64, Trouble> {
    let mut all = Vec::new();
    for name in names {
        let file = folder.join(name);
        all.extend(fs::read(&file).map_err(|error| Trouble::file(&file, &error))?);
    }
    Ok(stamp::hash_bytes(&all))
}
