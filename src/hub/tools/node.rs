//! Node.js, the npm packages of `end2end`, and wasm-opt, which comes with them.
//!
//! The packages lie in the cache under the hash of their lock file; `node_modules` in the project is a link to them.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::{
    Found, Shop, cache, version,
    which::{program_in, version_line, which},
};
use crate::{build::stamp, trouble::Trouble, workspace::Workspace};

/// What a person must do: the hub does not install Node.js.
pub const REMEDY: &str = "install Node.js 20 or newer with your system's package manager (on Debian as root: apt-get install nodejs npm)";

const OLDEST: u32 = 18;

/// Node.js new enough for the packages, with npm beside it.
pub fn find() -> Option<Found> {
    let place = which("node")?;
    which("npm")?;
    let version = version_line(&place)?;
    let recent = version::major(&version).is_some_and(|major| OLDEST <= major);
    recent.then_some(Found { version, place })
}

/// The packages of `end2end`, if they are installed.
pub fn find_packages(workspace: &Workspace) -> Option<Found> {
    let folder = workspace.root.join("end2end");
    let place = workspace.cache.join(place_of(&folder).ok()?);
    place.is_dir().then(|| Found {
        version: "as locked".to_owned(),
        place,
    })
}

/// wasm-opt on PATH, or from the packages.
pub fn wasm_opt(workspace: &Workspace) -> Option<Found> {
    let ours = || {
        let packages = find_packages(workspace)?.place;
        program_in(&packages.join("node_modules/.bin"), "wasm-opt")
    };
    let place = which("wasm-opt").or_else(ours)?;
    Some(Found {
        version: version_line(&place)?,
        place,
    })
}

/// Finds wasm-opt, or installs the packages that bring it.
pub fn ensure_wasm_opt(shop: &Shop<'_>) -> Result<Found, Trouble> {
    if let Some(found) = wasm_opt(shop.workspace) {
        return Ok(found);
    }
    packages(shop)?;
    wasm_opt(shop.workspace).ok_or_else(|| {
        Trouble::new(
            "the npm packages bring no wasm-opt that runs",
            "check that `binaryen` stands in end2end/package.json, and that Node.js is 20 or newer",
        )
    })
}

/// Installs the packages of `end2end` if need be, and links them there.
pub fn packages(shop: &Shop<'_>) -> Result<PathBuf, Trouble> {
    install_packages(shop, &shop.workspace.root.join("end2end"))
}

/// The same for another folder with a `package.json` and its lock, relative to the root.
pub fn peer_packages(shop: &Shop<'_>, folder: &str) -> Result<PathBuf, Trouble> {
    install_packages(shop, &shop.workspace.root.join(folder))
}

fn install_packages(shop: &Shop<'_>, folder: &Path) -> Result<PathBuf, Trouble> {
    let place = place_of(folder)?;
    let cached = cache::install_once(shop, &place, |part| {
        if find().is_none() {
            return Err(Trouble::new("there is no Node.js with npm", REMEDY));
        }
        for name in ["package.json", "package-lock.json"] {
            let file = folder.join(name);
            fs::copy(&file, part.join(name)).map_err(|error| Trouble::file(&file, &error))?;
        }
        let npm = which("npm").unwrap_or_else(|| "npm".into());
        let mut command = shop.workspace.command(npm);
        command
            .current_dir(part)
            .args(["ci", "--no-audit", "--no-fund"])
            // The system's Chromium is used; a browser of Playwright's own would be 170 MB more.
            .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        shop.install(
            "Installing npm packages",
            "install-npm",
            command,
            "check the network, then try again",
        )
    })?;
    let modules = cached.join("node_modules");
    link(&modules, &folder.join("node_modules"))?;
    Ok(modules)
}

/// `npm-<hash of the lock file>`: packages of another lock are another folder.
fn place_of(folder: &Path) -> Result<String, Trouble> {
    let lock = folder.join("package-lock.json");
    let bytes = fs::read(&lock).map_err(|error| Trouble::file(&lock, &error))?;
    Ok(format!("npm-{:016x}", stamp::hash_bytes(&bytes)))
}

/// Makes `link` lead to `target`. A folder that somebody made there by hand is left as it is.
fn link(target: &Path, link: &Path) -> Result<(), Trouble> {
    if fs::read_link(link).is_ok_and(|present| present == target) {
        return Ok(());
    }
    if fs::symlink_metadata(link).is_ok_and(|present| present.is_dir()) {
        return Ok(());
    }
    fs::remove_file(link).ok();
    make_link(target, link).map_err(|error| Trouble::file(link, &error))
}

#[cfg(unix)]
fn make_link(target: &Path, link: &Path) -> std::io::Result<()> {
    std::os::unix::fs::symlink(target, link)
}

#[cfg(windows)]
fn make_link(target: &Path, link: &Path) -> std::io::Result<()> {
    std::os::windows::fs::symlink_dir(target, link)
}
