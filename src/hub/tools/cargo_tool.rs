//! Tools that Cargo installs: Trunk, and the wasm-bindgen command line of exactly our library's version.

use std::{fs, path::Path};

use super::{
    Found, Shop, cache, version,
    which::{program_in, version_line, which},
};
use crate::{progress::run, trouble::Trouble, workspace::Workspace};

/// The newest Trunk that this project's compiler can build.
const TRUNK: &str = "0.21.14";

/// A tool from crates.io in one exact version.
pub struct CargoTool {
    program: &'static str,
    package: &'static str,
    version: String,
    flags: &'static [&'static str],
}

impl CargoTool {
    /// Trunk. A debug build halves the wait, and Trunk's own speed hardly matters.
    pub fn trunk() -> Self {
        Self {
            program: "trunk",
            package: "trunk",
            version: TRUNK.to_owned(),
            flags: &["--debug"],
        }
    }

    /// The wasm-bindgen tools. Without their TLS feature: the test runner speaks to a driver on this machine only.
    pub fn wasm_bindgen(workspace: &Workspace) -> Result<Self, Trouble> {
        Ok(Self {
            program: "wasm-bindgen",
            package: "wasm-bindgen-cli",
            version: version::locked_in(&workspace.root, "wasm-bindgen")?,
            flags: &["--no-default-features"],
        })
    }

    fn place(&self) -> String {
        format!("tools/{}-{}", self.program, self.version)
    }

    /// On PATH in the right version, or in the cache.
    pub fn find(&self, workspace: &Workspace) -> Option<Found> {
        let on_path = which(self.program).filter(|program| {
            version_line(program)
                .is_some_and(|line| version::number(&line) == Some(self.version.as_str()))
        });
        let cached = || {
            program_in(
                &workspace.cache.join(self.place()).join("bin"),
                self.program,
            )
        };
        Some(Found {
            version: self.version.clone(),
            place: on_path.or_else(cached)?,
        })
    }

    /// Finds it or installs it.
    pub fn ensure(&self, shop: &Shop<'_>) -> Result<Found, Trouble> {
        if let Some(found) = self.find(shop.workspace) {
            return Ok(found);
        }
        cache::install_once(shop, &self.place(), |folder| self.install(shop, folder))?;
        self.find(shop.workspace).ok_or_else(|| {
            Trouble::new(
                format!("{} was installed but is not there", self.package),
                format!(
                    "delete {} and try again",
                    shop.workspace.cache.join(self.place()).display()
                ),
            )
        })
    }

    fn install(&self, shop: &Shop<'_>, folder: &Path) -> Result<(), Trouble> {
        if which("cargo-binstall").is_some() && self.install_prebuilt(shop, folder)? {
            return Ok(());
        }
        // Kept until the installation is complete, so that an interrupted one goes on where it stopped.
        let objects = shop
            .workspace
            .cache
            .join(format!("compiling/{}-{}", self.program, self.version));
        let mut command = shop.workspace.foreign_cargo();
        command
            .args(["install", self.package, "--version", &self.version])
            .args(["--locked", "--no-track", "--root"])
            .arg(folder)
            .arg("--target-dir")
            .arg(&objects)
            .args(self.flags);
        shop.install(
            &format!(
                "Installing {} {} (once, some minutes)",
                self.package, self.version
            ),
            &format!("install-{}", self.program),
            command,
            "check the network, then try again: it goes on where it stopped",
        )?;
        fs::remove_dir_all(&objects).map_err(|error| Trouble::file(&objects, &error))
    }

    /// Asks `cargo binstall` for a ready-made program; `false` when it has none.
    fn install_prebuilt(&self, shop: &Shop<'_>, folder: &Path) -> Result<bool, Trouble> {
        let mut command = shop.workspace.foreign_cargo();
        command
            .args([
                "binstall",
                "--no-confirm",
                "--disable-strategies",
                "compile",
            ])
            .arg("--root")
            .arg(folder)
            .arg(format!("{}@{}", self.package, self.version));
        let finished = run(
            &format!("Fetching {} {}", self.package, self.version),
            &format!("fetch-{}", self.program),
            command,
            &shop.workspace.logs(),
            shop.history,
        )?;
        Ok(finished.success && program_in(&folder.join("bin"), self.program).is_some())
    }
}
