//! `cargo hub demo`: the static demonstration in `dist/`, a folder that any static host serves at any path.
//!
//! In: the built page and the catalogue. Out: a page for every address, the files they need, and a service worker that
//! keeps them all for use without the network. Start with [`files::all`].

mod addresses;
mod files;
mod worker;

#[cfg(test)]
mod tests;

use crate::{
    build,
    progress::{History, Step},
    trouble::Trouble,
    workspace::Workspace,
};
use files::Files;

/// Builds what is missing, then writes `dist/` anew. `address` is where it will be, if that is known.
pub fn write(
    workspace: &Workspace,
    history: &History,
    address: Option<&str>,
) -> Result<(), Trouble> {
    build::build(workspace, history)?;
    let step = Step::begin("Writing the demonstration", "demo", history);
    let site = Files::read(&workspace.site(), &workspace.catalogue())?;
    let files = files::all(site, address)?;
    files.replace(&workspace.demonstration())?;
    step.note(&files.to_string());
    step.done();
    println!(
        "The demonstration is in {}",
        workspace.demonstration().display()
    );
    println!("Put that folder on any web server, at any path; it needs no server of ours.");
    Ok(())
}
