//! Which rooms a stage depends on, read from the rooms' own `Cargo.toml`.

use std::{collections::BTreeSet, fs, path::PathBuf};

use crate::{trouble::Trouble, workspace::Workspace};

/// The rooms that become part of the page: those that `index.html` names.
pub fn of_page(workspace: &Workspace) -> Result<Vec<String>, Trouble> {
    let file = workspace.root.join("index.html");
    let html = fs::read_to_string(&file).map_err(|error| Trouble::file(&file, &error))?;
    Ok(rooms_in(&html))
}

fn rooms_in(html: &str) -> Vec<String> {
    html.split("\"src/")
        .skip(1)
        .filter_map(|rest| rest.split_once("/Cargo.toml\""))
        .map(|(room, _)| room.to_owned())
        .collect()
}

/// The folders of these rooms and of all rooms that they depend on.
pub fn inputs(workspace: &Workspace, rooms: &[impl AsRef<str>]) -> Result<Vec<PathBuf>, Trouble> {
    let mut open: Vec<String> = rooms.iter().map(|room| room.as_ref().to_owned()).collect();
    let mut seen = BTreeSet::new();
    while let Some(room) = open.pop() {
        if !seen.insert(room.clone()) {
            continue;
        }
        let file = workspace.root.join("src").join(&room).join("Cargo.toml");
        let text = fs::read_to_string(&file).map_err(|error| Trouble::file(&file, &error))?;
        let manifest: toml::Table = text.parse().map_err(|error| {
            Trouble::new(
                format!("{}: {error}", file.display()),
                "mend the file where it says",
            )
        })?;
        let dependencies = ["dependencies", "build-dependencies"]
            .into_iter()
            .filter_map(|section| manifest.get(section)?.as_table())
            .flat_map(toml::Table::keys);
        open.extend(
            dependencies
                .filter(|name| workspace.root.join("src").join(name).is_dir())
                .cloned(),
        );
    }
    Ok(seen
        .into_iter()
        .map(|room| workspace.root.join("src").join(room))
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_names_its_rooms() {
        let html = r#"<link data-trunk rel="rust" href="src/app/Cargo.toml" data-bin="web">
            <link data-trunk rel="rust" href="src/worker/Cargo.toml" data-type="worker">"#;
        assert_eq!(rooms_in(html), ["app", "worker"]);
    }

    #[test]
    fn rooms_bring_the_rooms_they_depend_on() {
        let workspace = Workspace::find().unwrap();
        let folders = inputs(&workspace, &["app"]).unwrap();
        for room in ["app", "browser", "workflow", "domain", "api_types"] {
            assert!(folders.contains(&workspace.root.join("src").join(room)));
        }
        assert!(!folders.contains(&workspace.root.join("src/hub")));
    }
}
