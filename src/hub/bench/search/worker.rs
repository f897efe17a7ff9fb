//! The worker's two files as the build made them.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde_json::{Map, Value, json};

use crate::{trouble::Trouble, workspace::Workspace};

/// Names of files in the site.
pub struct Worker {
    site: PathBuf,
    pub script: String,
    pub module: String,
}

impl Worker {
    /// Finds them by their names: `worker-<hash>.js` and `worker-<hash>_bg.wasm`.
    pub fn find(workspace: &Workspace) -> Result<Self, Trouble> {
        let site = workspace.site();
        let entries = fs::read_dir(&site).map_err(|error| Trouble::file(&site, &error))?;
        let names: Vec<String> = entries
            .flatten()
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .filter(|name| name.starts_with("worker"))
            .collect();
        let of_kind = |kind: &str| names.iter().find(|name| name.ends_with(kind)).cloned();
        let (Some(script), Some(module)) = (of_kind(".js"), of_kind(".wasm")) else {
            return Err(Trouble::new(
                format!("{} has no worker of the search engine", site.display()),
                "type `cargo hub build`, and look whether index.html names src/worker",
            ));
        };
        Ok(Self {
            site,
            script,
            module,
        })
    }

    /// What is to be weighed besides the indexes: the module, its script, the lexicon.
    pub fn weighed(&self, inputs: &Path) -> Map<String, Value> {
        let files = [
            ("worker", self.site.join(&self.module)),
            ("script", self.site.join(&self.script)),
            ("lexicon", inputs.join("lexicon")),
        ];
        let files = files.into_iter();
        files
            .map(|(label, file)| (label.to_owned(), json!(file)))
            .collect()
    }
}
