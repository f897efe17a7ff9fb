//! Stage 3: Trunk builds the page and the modules beside it in release mode, without the network.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use super::{engine, sheet, shorten};
use crate::{
    progress::run,
    tools::{self, Shop},
    trouble::Trouble,
    workspace::Workspace,
};

const TARGET: &str = "wasm32-unknown-unknown";

/// Fetches crates that are not here yet, then builds into `target/site`.
pub fn build(shop: &Shop<'_>) -> Result<(), Trouble> {
    let workspace = shop.workspace;
    let path = tools::for_build(shop)?;
    let logs = workspace.logs();
    // Trunk is told to work offline, so that it never looks for tools elsewhere; Cargo then needs its crates at hand.
    let mut fetch = workspace.cargo();
    fetch.args(["fetch", "--locked", "--target", TARGET]);
    run(
        "Fetching crates",
        "fetch-crates",
        fetch,
        &logs,
        shop.history,
    )?
    .or_trouble(
        "the crates that the page needs could not be fetched",
        "check the network, then try again",
    )?;
    let trunk = program("trunk", &path).unwrap_or_else(|| "trunk".into());
    let mut build: Command = workspace.command(trunk);
    build
        .args(["build", "--release", "--dist"])
        .arg(workspace.site())
        .env("PATH", &path)
        .env(RUSTFLAGS, nameless(workspace))
        // A trace through Trunk would push its message out of sight.
        .env("RUST_BACKTRACE", "0")
        // Trunk takes NO_COLOR for a truth value and refuses the customary `1`.
        .env_remove("NO_COLOR");
    run("Building the page", "page", build, &logs, shop.history)?.or_trouble(
        "the page does not build",
        "mend what the lines above name, then type `cargo hub` again",
    )?;
    let site = workspace.site();
    shorten::page(&site)?;
    for module in engine::MODULES {
        if let Some(sheet) = module.sheet {
            let name = format!("{sheet}.css");
            let text = sheet::flatten(&workspace.root.join("style").join(&name))?;
            let file = site.join(&name);
            fs::write(&file, text).map_err(|error| Trouble::file(&file, &error))?;
        }
        shorten::pair(&site, &module.script(), &module.wasm())?;
        engine::name(&site, module)?;
    }
    Ok(())
}

/// Cargo joins this with the flags of `.cargo/config.toml`.
const RUSTFLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// Flags that take the folders of this machine out of the messages in the WASM: nobody's business, and bytes besides.
fn nameless(workspace: &Workspace) -> String {
    let cargo = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let cargo = cargo.or_else(|| Some(dirs::home_dir()?.join(".cargo")));
    let sources = cargo.map(|cargo| cargo.join("registry").join("src"));
    let registries = sources
        .iter()
        .filter_map(|sources| fs::read_dir(sources).ok());
    let folders = registries
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()));
    let remap = |folder: PathBuf| format!("--remap-path-prefix={}/=", folder.display());
    let flags: Vec<String> = folders.chain([workspace.root.clone()]).map(remap).collect();
    flags.join(" ")
}

/// The program as the child's PATH has it: the parent's PATH is what the system would search.
fn program(name: &str, path: &std::ffi::OsStr) -> Option<std::path::PathBuf> {
    std::env::split_paths(path)
        .map(|folder| folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX)))
        .find(|file| Path::is_file(file))
}
