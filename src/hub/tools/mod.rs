//! Finds the tools that the project needs, and installs what is missing.
//!
//! A tool of the right version on PATH is used as it is; anything installed goes into the per-user cache folder,
//! except the wasm target (rustup's own) and the browser (the system's own).

mod cache;
mod cargo_tool;
mod chromium;
mod debian;
mod node;
mod peer;
mod postgres;
mod version;
mod wasm_target;
mod which;

pub use chromium::Browser;
pub use node::{packages, peer_packages};
pub use peer::{peer_program, python_packages};
pub use postgres::ensure as ensure_postgres;
pub use wasm_target::ensure_components;

use std::{env, ffi::OsString, path::PathBuf, process::Command};

use crate::{
    progress::{History, run},
    trouble::Trouble,
    workspace::Workspace,
};
use cargo_tool::CargoTool;

/// A tool that is there.
#[derive(Clone, Debug)]
pub struct Found {
    /// As it names itself.
    pub version: String,
    /// The program, or the folder for things that are not one program.
    pub place: PathBuf,
}

/// What every installer needs.
pub struct Shop<'a> {
    /// Where things lie.
    pub workspace: &'a Workspace,
    /// How long things took last time.
    pub history: &'a History,
}

impl Shop<'_> {
    /// Runs an installer under a progress line.
    fn install(&self, text: &str, key: &str, command: Command, next: &str) -> Result<(), Trouble> {
        let logs = self.workspace.logs();
        run(text, key, command, &logs, self.history)?
            .or_trouble(&format!("{text}: failed"), next)?;
        Ok(())
    }
}

/// One line of `cargo hub doctor`.
pub struct Check {
    /// What is looked for.
    pub name: &'static str,
    /// What it is for.
    pub purpose: &'static str,
    /// It, if it is there.
    pub found: Option<Found>,
    /// What `cargo hub` does about it when it is needed, or what a person must do.
    pub remedy: &'static str,
}

/// Looks at everything, installs nothing.
pub fn examine(workspace: &Workspace) -> Result<Vec<Check>, Trouble> {
    let browser = Browser::find();
    Ok(vec![
        Check {
            name: "wasm target",
            purpose: "compiles the page",
            found: wasm_target::find(workspace),
            remedy: "cargo hub adds it with rustup",
        },
        Check {
            name: "wasm-bindgen",
            purpose: "joins the page's code to the browser",
            found: CargoTool::wasm_bindgen(workspace)?.find(workspace),
            remedy: "cargo hub installs it (about 3 minutes, once)",
        },
        Check {
            name: "Trunk",
            purpose: "packs the page",
            found: CargoTool::trunk().find(workspace),
            remedy: "cargo hub installs it (about 5 minutes, once)",
        },
        Check {
            name: "Node.js and npm",
            purpose: "wasm-opt and the end to end tests",
            found: node::find(),
            remedy: node::REMEDY,
        },
        Check {
            name: "npm packages",
            purpose: "wasm-opt, Playwright",
            found: node::find_packages(workspace),
            remedy: "cargo hub installs them (half a minute, once)",
        },
        Check {
            name: "wasm-opt",
            purpose: "makes the page smaller",
            found: node::wasm_opt(workspace),
            remedy: "comes with the npm packages",
        },
        Check {
            name: "Chromium",
            purpose: "runs the browser tests (cargo hub test only)",
            found: browser.as_ref().map(|browser| browser.chromium.clone()),
            remedy: chromium::REMEDY,
        },
        Check {
            name: "chromedriver",
            purpose: "starts Chromium for the wasm-bindgen tests (cargo hub test only)",
            found: browser.map(|browser| browser.driver),
            remedy: chromium::REMEDY,
        },
        Check {
            name: "PostgreSQL",
            purpose: "a server for the tests of the store (cargo hub test only)",
            found: postgres::find(),
            remedy: postgres::REMEDY,
        },
    ])
}

/// Sees to it that everything a build needs is there; returns the PATH that finds it.
pub fn for_build(shop: &Shop<'_>) -> Result<OsString, Trouble> {
    wasm_target::ensure(shop)?;
    let trunk = CargoTool::trunk().ensure(shop)?;
    let bindgen = CargoTool::wasm_bindgen(shop.workspace)?.ensure(shop)?;
    let wasm_opt = node::ensure_wasm_opt(shop)?;
    path_with([trunk, bindgen, wasm_opt])
}

/// The same for the tests: npm packages and the browser too.
pub fn for_test(shop: &Shop<'_>) -> Result<(OsString, Browser), Trouble> {
    let path = for_build(shop)?;
    packages(shop)?;
    let browser = Browser::ensure(shop)?;
    Ok((path, browser))
}

/// PATH with the folders of these tools in front.
fn path_with(tools: impl IntoIterator<Item = Found>) -> Result<OsString, Trouble> {
    let mut folders: Vec<PathBuf> = tools
        .into_iter()
        .filter_map(|tool| tool.place.parent().map(PathBuf::from))
        .collect();
    folders.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
    env::join_paths(folders).map_err(|error| {
        Trouble::new(
            format!("the cache folder's name cannot stand in PATH: {error}"),
            "set XDG_CACHE_HOME to a folder without a colon or semicolon in its name",
        )
    })
}
