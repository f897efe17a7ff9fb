//! Installs into the cache folder so that two hubs at once, or one interrupted, leave nothing broken.
//!
//! The tool is made in a folder beside its place and moved there in one step, under a lock.

use std::{
    fs::{self, File, TryLockError},
    path::{Path, PathBuf},
};

use crate::{progress::Step, trouble::Trouble};

use super::Shop;

/// Returns `cache/place`, after `make` has filled it if it was not there.
///
/// `make` is given an empty folder. A folder that it leaves behind by failing is removed by the next run.
pub fn install_once(
    shop: &Shop<'_>,
    place: &str,
    make: impl FnOnce(&Path) -> Result<(), Trouble>,
) -> Result<PathBuf, Trouble> {
    let target = shop.workspace.cache.join(place);
    if target.is_dir() {
        return Ok(target);
    }
    let parent = target.parent().unwrap_or(&shop.workspace.cache);
    fs::create_dir_all(parent).map_err(|error| Trouble::file(parent, &error))?;
    let _guard = lock(shop, place)?;
    // Another hub may have finished it while we waited.
    if target.is_dir() {
        return Ok(target);
    }
    let part = target.with_file_name(format!("{}.part", name_of(place)));
    if part.exists() {
        fs::remove_dir_all(&part).map_err(|error| Trouble::file(&part, &error))?;
    }
    fs::create_dir_all(&part).map_err(|error| Trouble::file(&part, &error))?;
    make(&part)?;
    fs::rename(&part, &target).map_err(|error| Trouble::file(&target, &error))?;
    Ok(target)
}

/// Waits for the lock of one tool; the operating system frees it when we end, however we end.
fn lock(shop: &Shop<'_>, place: &str) -> Result<File, Trouble> {
    let path = shop
        .workspace
        .cache
        .join(format!("{}.lock", name_of(place)));
    let file = File::create(&path).map_err(|error| Trouble::file(&path, &error))?;
    match file.try_lock() {
        Ok(()) => return Ok(file),
        Err(TryLockError::WouldBlock) => (),
        Err(TryLockError::Error(error)) => return Err(Trouble::file(&path, &error)),
    }
    let step = Step::begin(
        format!(
            "Waiting for another cargo hub that installs {}",
            name_of(place)
        ),
        "wait",
        shop.history,
    );
    file.lock().map_err(|error| Trouble::file(&path, &error))?;
    step.done();
    Ok(file)
}

fn name_of(place: &str) -> &str {
    place.rsplit('/').next().unwrap_or(place)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{progress::History, workspace::Workspace};

    #[test]
    fn a_failed_installation_leaves_no_tool_and_is_tried_again() {
        let cache = std::env::temp_dir().join(format!("hub-cache-{}", std::process::id()));
        let workspace = Workspace {
            root: cache.clone(),
            cache: cache.clone(),
            database: None,
            blobs: None,
        };
        let history = History::new(cache.join("times"));
        let shop = Shop {
            workspace: &workspace,
            history: &history,
        };
        let failed = install_once(&shop, "tools/spanner-1", |folder| {
            fs::write(folder.join("half"), "x").unwrap();
            Err(Trouble::new("power cut", "try again"))
        });
        assert!(failed.is_err());
        assert!(!cache.join("tools/spanner-1").exists());
        let made = install_once(&shop, "tools/spanner-1", |folder| {
            assert!(
                !folder.join("half").exists(),
                "remains of the failure are gone"
            );
            fs::write(folder.join("spanner"), "whole").unwrap();
            Ok(())
        });
        assert_eq!(made.unwrap(), cache.join("tools/spanner-1"));
        install_once(&shop, "tools/spanner-1", |_| panic!("it is there already")).unwrap();
        fs::remove_dir_all(&cache).unwrap();
    }
}
