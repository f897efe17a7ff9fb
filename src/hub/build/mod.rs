//! From the sources to the folder that is served, stage by stage; a stage whose inputs are unchanged is skipped.
//!
//! catalogue → `target/catalogue`; styles → `target/app.css`; page → `target/site`, compressed there.
//! The catalogue joins the page in the server's store, or in the demonstration's folder.

pub mod catalogue;
mod compress;
mod engine;
mod page;
mod rooms;
mod sheet;
mod shorten;
pub mod stamp;
mod styles;

use std::{
    fs::{self, File},
    path::PathBuf,
};

use crate::{
    progress::{History, Step},
    tools::Shop,
    trouble::Trouble,
    workspace::Workspace,
};
use stamp::Stamp;

/// Files and folders at the top that the page is made of, besides its rooms.
const PAGE_INPUTS: [&str; 6] = [
    "index.html",
    "Trunk.toml",
    "public",
    "Cargo.toml",
    "Cargo.lock",
    ".cargo/config.toml",
];

/// Two builds of one clone would write the same files. The operating system frees the lock when we end, however we end.
fn one_at_a_time(workspace: &Workspace) -> Result<File, Trouble> {
    let path = workspace.notes().join("build.lock");
    fs::create_dir_all(workspace.notes())
        .map_err(|error| Trouble::file(&workspace.notes(), &error))?;
    let file = File::create(&path).map_err(|error| Trouble::file(&path, &error))?;
    if file.try_lock().is_err() {
        eprintln!("  waiting for another build of this clone to end");
        file.lock().map_err(|error| Trouble::file(&path, &error))?;
    }
    Ok(file)
}

/// Builds what is out of date. Returns at once, and says nothing, when all is up to date.
pub fn build(workspace: &Workspace, history: &History) -> Result<(), Trouble> {
    let _guard = one_at_a_time(workspace)?;
    let catalogue = Stage::new(
        workspace,
        "catalogue",
        rooms::inputs(workspace, &["publish"])?,
        workspace.catalogue(),
    )?;
    if catalogue.is_stale() {
        let step = Step::begin("Publishing the catalogue", "catalogue", history);
        let products = catalogue::publish(workspace)?;
        step.done();
        eprintln!("  {products} products");
        catalogue.succeeded()?;
    }
    let styles = workspace.root.join("target/app.css");
    let mut inputs = rooms::inputs(workspace, &rooms::of_page(workspace)?)?;
    inputs.push(workspace.root.join("style"));
    let styling = Stage::new(workspace, "styles", inputs.clone(), styles.clone())?;
    if styling.is_stale() {
        let step = Step::begin("Collecting styles", "styles", history);
        // The components' own rules first: style/main.css says where they stand among the others.
        styles::collect(workspace, &workspace.root.join("target/stylers.css"))?;
        let sheet = sheet::flatten(&workspace.root.join("style/main.css"))?;
        fs::write(&styles, sheet).map_err(|error| Trouble::file(&styles, &error))?;
        step.done();
        styling.succeeded()?;
    }
    inputs.extend(PAGE_INPUTS.map(|name| workspace.root.join(name)));
    let page = Stage::new(
        workspace,
        "page",
        inputs,
        workspace.site().join("index.html"),
    )?;
    if page.is_stale() {
        let shop = Shop { workspace, history };
        page::build(&shop)?;
        page.succeeded()?;
    }
    let site = Stage::new(
        workspace,
        "site",
        vec![page.file.clone()],
        workspace.site().join("index.html"),
    )?;
    if site.is_stale() {
        let step = Step::begin("Compressing", "compress", history);
        let weights = compress::compress(&workspace.site(), &workspace.notes().join("compressed"))?;
        step.note(&weights.to_string());
        step.done();
        eprintln!("  {weights}");
        site.succeeded()?;
    }
    Ok(())
}

/// A stage with the stamp of its inputs as they are now.
struct Stage {
    now: Stamp,
    file: PathBuf,
    output: PathBuf,
}

impl Stage {
    fn new(
        workspace: &Workspace,
        name: &str,
        inputs: Vec<PathBuf>,
        output: PathBuf,
    ) -> Result<Self, Trouble> {
        Ok(Self {
            now: Stamp::of(&workspace.root, &inputs)?,
            file: workspace.notes().join(format!("{name}.stamp")),
            output,
        })
    }

    /// Whether inputs changed since the stage last succeeded, or its output is gone.
    fn is_stale(&self) -> bool {
        !self.output.exists() || Stamp::read(&self.file) != Some(self.now)
    }

    /// Notes the inputs as they were when the stage began: a change made meanwhile is seen the next time.
    fn succeeded(&self) -> Result<(), Trouble> {
        if let Some(folder) = self.file.parent() {
            fs::create_dir_all(folder).map_err(|error| Trouble::file(folder, &error))?;
        }
        self.now
            .write(&self.file)
            .map_err(|error| Trouble::file(&self.file, &error))
    }
}
