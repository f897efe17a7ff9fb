//! The files of the demonstration, in memory.

use std::{collections::BTreeMap, fmt, fs, path::Path};

use api_types::catalogue::FOLDER;
use publish::{
    File, Parts,
    page::{Address, Frame, Language, Place, Template, addresses, content},
};

use stage::{Moment, Stage};
use workflow::office::OfficePlace;

use super::{addresses as lists, worker};
use crate::trouble::Trouble;

/// Files by their path below the root, with `/`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files(pub BTreeMap<String, Vec<u8>>);

/// The whole demonstration of a built site: its files, a page for every address, and what makes it work offline.
pub fn all(site: Files, address: Option<&str>) -> Result<Files, Trouble> {
    let address = address.map(lists::checked).transpose()?;
    let site_address = address.as_deref();
    let mut files = site;
    let index = files.text("index.html")?;
    let template = Template::parse(&index).map_err(|error| {
        Trouble::new(
            format!("index.html: {error}"),
            "mend index.html at the top of the project; its slots are listed in src/publish/page/template.rs",
        )
    })?;
    let parts = Parts::read(files.below(FOLDER)).map_err(|error| {
        Trouble::new(
            format!("the published catalogue: {error}"),
            "type `cargo hub build`; if that does not help, remove target/catalogue and try again",
        )
    })?;

    let stage = files.stage()?;
    let root = Frame {
        base: "./",
        site: site_address,
        worker: Some(worker::NAME),
        stage: Some(&stage),
    };
    let lines = [Language::English, Language::Chinese].map(|language| {
        let home = Address {
            language,
            place: Place::Home,
        };
        content(&parts, &home).map_or_else(String::new, |content| content.line)
    });
    let lines = lines.each_ref().map(String::as_str);
    files.put("index.html", template.root(&root, lines));
    files.drop_sources(&index);
    // Before the pages come: offline, the first page serves every address.
    worker::add(&mut files)?;

    for page in addresses(&parts) {
        let content = content(&parts, &page).ok_or_else(|| {
            Trouble::new(
                format!("{page} has no content"),
                "this is a mistake in src/publish/page",
            )
        })?;
        let base = page.base();
        let frame = Frame {
            base: &base,
            ..root
        };
        files.put(
            &format!("{page}/index.html"),
            template.fill(&frame, &page, &content),
        );
    }
    // The same companies each time; what visitors found themselves is served by the service worker.
    let companies: Vec<OfficePlace> = Stage::seeded(Moment(0))
        .companies()
        .map(OfficePlace::Company)
        .collect();
    // In the office visitors play the people of the demonstration.
    for language in Language::ALL {
        for place in OfficePlace::FIXED.into_iter().chain(companies.clone()) {
            let address = place.address(language);
            let base = "../".repeat(1 + address.matches('/').count());
            let frame = Frame {
                base: &base,
                ..root
            };
            files.put(
                &format!("{address}/index.html"),
                template.root(&frame, lines),
            );
        }
    }
    // A host shows this at any depth, so that it cannot name its way to the root by steps.
    let base = site_address.map_or("/", lists::path_of);
    let frame = Frame { base, ..root };
    files.put("404.html", template.not_found(&frame));
    lists::add(&mut files, &parts, site_address);
    Ok(files)
}

impl Files {
    /// All files of the built page's folder, and below `catalogue/` those of the catalogue's; without compressed side
    /// files: a static host compresses by itself.
    pub fn read(page: &Path, catalogue: &Path) -> Result<Self, Trouble> {
        let mut files = Self::default();
        files.read_below(page, "")?;
        files.read_below(catalogue, FOLDER)?;
        let names: Vec<String> = files.0.keys().cloned().collect();
        for name in names {
            let plain = name.strip_suffix(".br").or(name.strip_suffix(".gz"));
            if plain.is_some_and(|plain| files.0.contains_key(plain)) {
                files.0.remove(&name);
            }
        }
        Ok(files)
    }

    fn read_below(&mut self, folder: &Path, prefix: &str) -> Result<(), Trouble> {
        let trouble = |error| Trouble::file(folder, &error);
        for entry in fs::read_dir(folder).map_err(trouble)? {
            let entry = entry.map_err(trouble)?;
            let path = entry.path();
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if path.is_dir() {
                self.read_below(&path, &format!("{name}/"))?;
            } else {
                let bytes = fs::read(&path).map_err(|error| Trouble::file(&path, &error))?;
                self.0.insert(name, bytes);
            }
        }
        Ok(())
    }

    /// Puts them in place of the folder, written beside it first: stopped midway, there is a whole demonstration.
    pub fn replace(&self, folder: &Path) -> Result<(), Trouble> {
        let coming = folder.with_extension("coming");
        remove(&coming)?;
        for (name, bytes) in &self.0 {
            let path = coming.join(name);
            let parent = path.parent().unwrap_or(&coming);
            fs::create_dir_all(parent).map_err(|error| Trouble::file(parent, &error))?;
            fs::write(&path, bytes).map_err(|error| Trouble::file(&path, &error))?;
        }
        remove(folder)?;
        fs::rename(&coming, folder).map_err(|error| Trouble::file(folder, &error))
    }

    pub fn put(&mut self, name: &str, text: impl Into<Vec<u8>>) {
        self.0.insert(name.to_owned(), text.into());
    }

    pub fn text(&self, name: &str) -> Result<String, Trouble> {
        let bytes = self.0.get(name).cloned().unwrap_or_default();
        String::from_utf8(bytes)
            .ok()
            .filter(|text| !text.is_empty())
            .ok_or_else(|| {
                Trouble::new(
                    format!("the built site has no {name}"),
                    "type `cargo hub build`, then try again",
                )
            })
    }

    /// The script that starts the demonstration's own hub.
    fn stage(&self) -> Result<String, Trouble> {
        let is_stage = |name: &&String| name.starts_with("standin-") && name.ends_with(".js");
        self.0.keys().find(is_stage).cloned().ok_or_else(|| {
            Trouble::new(
                "the built site has no script of the demonstration's own hub",
                "type `cargo hub build`, then try again",
            )
        })
    }

    fn below(&self, folder: &str) -> Vec<File> {
        let files = self.0.iter().filter_map(|(name, bytes)| {
            let name = name.strip_prefix(folder)?.to_owned();
            let bytes = bytes.clone();
            Some(File { name, bytes })
        });
        files.collect()
    }

    /// Scripts that the page takes under a name with their hash also came under their plain one, with the rest of `public`.
    fn drop_sources(&mut self, index: &str) {
        let is_source = |name: &str| {
            let stem = name.strip_suffix(".js").map(|stem| format!("./{stem}-"));
            let names_it = format!("\"{name}\"");
            stem.is_some_and(|stem| index.contains(&stem)) && !index.contains(&names_it)
        };
        self.0.retain(|name, _| !is_source(name));
    }
}

fn remove(folder: &Path) -> Result<(), Trouble> {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(|error| Trouble::file(folder, &error))?;
    }
    Ok(())
}

impl fmt::Display for Files {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bytes: usize = self.0.values().map(Vec::len).sum();
        let pages = self.0.keys().filter(|name| name.ends_with(".html")).count();
        write!(
            f,
            "{} files, {pages} of them pages, {} MB",
            self.0.len(),
            bytes / 1_000_000
        )
    }
}
