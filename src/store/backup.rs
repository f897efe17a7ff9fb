//! Backup and restore: one file, and beside it what the file must be.

use std::{
    fs::{self, File},
    io::{self, Read},
    path::{Path, PathBuf},
};

use sha2::{Digest, Sha256};
use sqlx::{ConnectOptions, sqlite::SqliteConnectOptions};

use crate::{
    Store, StoreError,
    backend::sqlite::{FILE, PATIENCE},
    sql::sql,
};

/// The copy's name in the backup's folder.
const COPY: &str = "hub.sqlite";
/// Its SHA-256 as `sha256sum` writes and checks it.
const SUM: &str = "hub.sqlite.sha256";

/// Why a backup was not made or not restored.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BackupError {
    #[error("there is something in {} already", path.display())]
    Taken { path: PathBuf },
    #[error("the backup is not what was written: its SHA-256 differs")]
    Sum,
    #[error("the backup is damaged: {found}")]
    Damaged { found: String },
    #[error("{}", path.display())]
    File {
        path: PathBuf,
        #[source]
        cause: io::Error,
    },
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What was backed up, or restored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    pub bytes: u64,
    /// SHA-256, lower-case hexadecimal.
    pub digest: String,
    /// Entries of the audit log, each verified.
    pub entries: u64,
}

/// Copies the database of a data folder, of a running server too, as it is at one moment, into a folder that is empty
/// or missing; then opens the copy and verifies it.
///
/// # Errors
/// The folder is taken, a file cannot be written, or what was copied is damaged.
pub async fn back_up(data: &Path, into: &Path) -> Result<Backup, BackupError> {
    let source = data.join(FILE);
    fs::metadata(&source).map_err(at(&source))?;
    fs::create_dir_all(into).map_err(at(into))?;
    let copy = into.join(COPY);
    if copy.exists() || into.join(SUM).exists() {
        return Err(BackupError::Taken {
            path: into.to_owned(),
        });
    }
    let options = SqliteConnectOptions::new()
        .filename(&source)
        .busy_timeout(PATIENCE);
    let mut connection = options.connect().await.map_err(StoreError::from)?;
    sqlx::query("VACUUM INTO $1")
        .bind(copy.to_string_lossy().into_owned())
        .execute(&mut connection)
        .await
        .map_err(StoreError::from)?;
    drop(connection);
    sync(&copy)?;
    let (bytes, digest) = sum(&copy)?;
    let entries = check(&copy).await?;
    let written = into.join(SUM);
    fs::write(&written, format!("{digest}  {COPY}\n")).map_err(at(&written))?;
    sync(&written)?;
    Ok(Backup {
        bytes,
        digest,
        entries,
    })
}

/// Puts a backup into a data folder that has no database, after verifying it.
///
/// # Errors
/// The backup is not what was written, or the folder has a database.
pub async fn restore(from: &Path, data: &Path) -> Result<Backup, BackupError> {
    let target = data.join(FILE);
    if target.exists() {
        return Err(BackupError::Taken { path: target });
    }
    let (copy, written) = (from.join(COPY), from.join(SUM));
    let expected = fs::read_to_string(&written).map_err(at(&written))?;
    let (bytes, digest) = sum(&copy)?;
    if expected.split_whitespace().next() != Some(&digest) {
        return Err(BackupError::Sum);
    }
    fs::create_dir_all(data).map_err(at(data))?;
    // Under another name first: a restore that is cut off leaves no half database behind that a server would open.
    let half = data.join("hub.sqlite.restoring");
    fs::copy(&copy, &half).map_err(at(&half))?;
    sync(&half)?;
    let entries = check(&half).await?;
    fs::rename(&half, &target).map_err(at(&target))?;
    sync(data)?;
    Ok(Backup {
        bytes,
        digest,
        entries,
    })
}

fn at(path: &Path) -> impl FnOnce(io::Error) -> BackupError {
    let path = path.to_owned();
    move |cause| BackupError::File { path, cause }
}

fn sync(path: &Path) -> Result<(), BackupError> {
    File::open(path)
        .and_then(|file| file.sync_all())
        .map_err(at(path))
}

fn sum(path: &Path) -> Result<(u64, String), BackupError> {
    let mut file = File::open(path).map_err(at(path))?;
    let (mut hash, mut bytes, mut piece) = (Sha256::new(), 0, vec![0; 1 << 16]);
    loop {
        let read = file.read(&mut piece).map_err(at(path))?;
        if read == 0 {
            return Ok((bytes, format!("{:x}", hash.finalize())));
        }
        hash.update(&piece[..read]);
        bytes += read as u64;
    }
}

/// SQLite's own check, then the audit log's.
async fn check(file: &Path) -> Result<u64, BackupError> {
    let store = Store::open_copy(file).await?;
    let found: Option<(String,)> = sql("PRAGMA integrity_check")
        .optional(&store.readers)
        .await?;
    let found = found.map_or_else(String::new, |(found,)| found);
    let audited = store.verify_audit().await;
    store.readers.close().await;
    if found != "ok" {
        return Err(BackupError::Damaged { found });
    }
    let audited = audited?;
    match audited.first_bad {
        Some(bad) => {
            let found = format!(
                "audit entry {} of {} is {:?}",
                bad.number, bad.tenant, bad.fault
            );
            Err(BackupError::Damaged { found })
        }
        None => Ok(audited.entries),
    }
}
