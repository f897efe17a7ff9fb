//! Copies of a place for blobs, each verified by its SHA-256.

use std::{collections::BTreeMap, fs, path::Path};

use futures_util::{StreamExt, TryStreamExt};
use sha2::{Digest, Sha256};

use crate::{BlobError, Blobs, Written, place::name};

/// The list of what a backup holds, as `sha256sum` writes and checks it, beside the folder of the blobs themselves.
const SUMS: &str = "blobs.sha256";
const FOLDER: &str = "blobs";

/// What was copied.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Copied {
    pub blobs: u64,
    pub bytes: u64,
}

/// Copies the blobs of these names into a folder, and reads each copy again.
///
/// # Errors
/// A blob is missing or cannot be read, or a file cannot be written.
pub async fn back_up(
    from: &Blobs,
    names: impl IntoIterator<Item = String>,
    into: &Path,
) -> Result<Copied, BlobError> {
    let to = Blobs::folder(&into.join(FOLDER))?;
    let (mut sums, mut copied) = (BTreeMap::new(), Copied::default());
    for name in names {
        let written = copy(from, &to, &name).await?;
        copied.blobs += 1;
        copied.bytes += written.bytes;
        sums.insert(name, written.digest);
    }
    let text: String = sums
        .iter()
        .map(|(name, digest)| format!("{}  {FOLDER}/{name}\n", hexadecimal(digest)))
        .collect();
    let list = into.join(SUMS);
    fs::write(&list, text)
        .and_then(|()| fs::File::open(&list)?.sync_all())
        .map_err(|cause| BlobError::File { path: list, cause })?;
    Ok(copied)
}

/// Brings back what a backup's folder holds, after verifying each; a backup without blobs brings back none.
///
/// # Errors
/// A copy is not what was written, or the place does not take it.
pub async fn restore(from: &Path, to: &Blobs) -> Result<Copied, BlobError> {
    let list = from.join(SUMS);
    if !list.exists() {
        return Ok(Copied::default());
    }
    let text = fs::read_to_string(&list).map_err(|cause| BlobError::File { path: list, cause })?;
    let source = Blobs::folder(&from.join(FOLDER))?;
    let mut copied = Copied::default();
    for line in text.lines() {
        let (sum, name) = line
            .split_once("  ")
            .and_then(|(sum, path)| Some((sum, path.strip_prefix("blobs/")?)))
            .ok_or_else(|| BlobError::Differs {
                name: SUMS.to_owned(),
            })?;
        let differs = || BlobError::Differs {
            name: name.to_owned(),
        };
        if hexadecimal(&digest(&source, name).await?) != sum {
            return Err(differs());
        }
        let written = copy(&source, to, name).await?;
        if hexadecimal(&written.digest) != sum {
            return Err(differs());
        }
        copied.blobs += 1;
        copied.bytes += written.bytes;
    }
    Ok(copied)
}

impl Blobs {
    /// The names of all blobs.
    ///
    /// # Errors
    /// The place cannot be read.
    pub async fn names(&self) -> Result<Vec<String>, BlobError> {
        let all = self.objects.list(None);
        let mut names: Vec<_> = all
            .map_ok(|object| object.location.to_string())
            .try_collect()
            .await?;
        names.sort_unstable();
        Ok(names)
    }
}

async fn copy(from: &Blobs, to: &Blobs, name: &str) -> Result<Written, BlobError> {
    let missing = || BlobError::Differs {
        name: name.to_owned(),
    };
    let read = from.get(name).await?.ok_or_else(missing)?;
    let written = to.put(name, u64::MAX, read.stream).await?;
    match digest(to, name).await? == written.digest {
        true => Ok(written),
        false => Err(missing()),
    }
}

async fn digest(blobs: &Blobs, name_of_it: &str) -> Result<[u8; 32], BlobError> {
    name(name_of_it)?;
    let missing = || BlobError::Differs {
        name: name_of_it.to_owned(),
    };
    let mut read = blobs.get(name_of_it).await?.ok_or_else(missing)?;
    let mut hash = Sha256::new();
    while let Some(piece) = read.stream.next().await {
        hash.update(&piece?);
    }
    Ok(hash.finalize().into())
}

fn hexadecimal(digest: &[u8; 32]) -> String {
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}
