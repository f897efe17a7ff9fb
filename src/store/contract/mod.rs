//! What every backend promises, as tests; and what only a real process can show.

mod accounts;
mod audit;
mod backup;
mod catalogue;
mod killed;
mod market;
mod schema;

use std::{
    fs,
    path::{Path, PathBuf},
    sync::atomic::{AtomicU32, Ordering},
    time::{Duration, SystemTime},
};

use bytes::Bytes;

use crate::Store;

/// A folder for one test, gone with it.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("hub-store-{}-{number}", std::process::id());
        Self(std::env::temp_dir().join(name))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).unwrap();
    }
}

impl AsRef<Path> for Folder {
    fn as_ref(&self) -> &Path {
        &self.0
    }
}

async fn open(folder: &Folder) -> Store {
    Store::open(folder.as_ref()).await.unwrap()
}

/// Midnight of a day counted from an arbitrary first one.
fn day(number: u64) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_hours(24 * (20_000 + number))
}

fn parts(parts: &[(&str, &str)]) -> Vec<(String, Bytes)> {
    parts
        .iter()
        .map(|(name, text)| ((*name).to_owned(), Bytes::copy_from_slice(text.as_bytes())))
        .collect()
}
