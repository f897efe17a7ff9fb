//! What becomes of what the server keeps: backup, restore, verification, and who reviews.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
    time::{SystemTime, UNIX_EPOCH},
};

use blobs::{BlobError, Copied};
use market::Moment;
use store::{Backup, BackupError, Store, StoreError};

use crate::{
    serve::{chain, runtime},
    trouble::Trouble,
    workspace::Workspace,
};

fn folder(workspace: &Workspace, named: Option<PathBuf>) -> PathBuf {
    named.unwrap_or_else(|| workspace.data())
}

fn say(done: &str, backup: &Backup, place: &Path) {
    let (bytes, entries) = (backup.bytes, backup.entries);
    println!(
        "{done} {}: {bytes} bytes, {entries} audit entries verified, SHA-256 {}",
        place.display(),
        backup.digest
    );
}

fn say_blobs(Copied { blobs, bytes }: Copied) {
    println!("with {blobs} photographs of {bytes} bytes, each verified by its SHA-256");
}

fn lost(error: &BlobError) -> Trouble {
    Trouble::new(
        format!("the photographs could not be copied: {}", chain(error)),
        "see that the folder may be written to and the disk is not full, then begin again with an empty folder",
    )
}

/// PostgreSQL has tools of its own, which know how to copy it while it runs; a copy by us would be a worse one.
fn must_be_sqlite(workspace: &Workspace, tool: &str) -> Result<(), Trouble> {
    if workspace.database.is_none() {
        return Ok(());
    }
    Err(Trouble::new(
        "the hub copies a folder, and what it keeps is in a PostgreSQL database",
        format!("type `{tool}`; `cargo hub audit` then verifies the log in either"),
    ))
}

pub fn back_up(workspace: &Workspace, data: Option<PathBuf>, into: &Path) -> Result<(), Trouble> {
    must_be_sqlite(
        workspace,
        "pg_dump --format=custom --file=hub.dump \"$DATABASE_URL\"",
    )?;
    let data = folder(workspace, data);
    let blobs = workspace.blobs_of(&data)?;
    let runtime = runtime()?;
    let made = runtime
        .block_on(store::back_up(&data, into))
        .map_err(|error| refused(&error))?;
    // After the database: whatever that names is kept by then, and stays.
    let copied = runtime.block_on(async {
        let names = blobs.names().await?;
        blobs::back_up(&blobs, names, into).await
    });
    let copied = copied.map_err(|error| lost(&error))?;
    say("backed up into", &made, into);
    say_blobs(copied);
    Ok(())
}

pub fn restore(workspace: &Workspace, data: Option<PathBuf>, from: &Path) -> Result<(), Trouble> {
    must_be_sqlite(
        workspace,
        "pg_restore --exit-on-error --dbname=\"$DATABASE_URL\" hub.dump",
    )?;
    let data = folder(workspace, data);
    let runtime = runtime()?;
    // The database last: a server starts with it, and finds what it names.
    let blobs = workspace.blobs_of(&data)?;
    let copied = runtime.block_on(blobs::restore(from, &blobs));
    let copied = copied.map_err(|error| lost(&error))?;
    let made = runtime
        .block_on(store::restore(from, &data))
        .map_err(|error| refused(&error))?;
    say("restored into", &made, &data);
    say_blobs(copied);
    Ok(())
}

/// Fails, naming the first bad entry, if the log is not as it was written.
pub fn audit(workspace: &Workspace, data: Option<PathBuf>) -> Result<ExitCode, Trouble> {
    let audited = runtime()?.block_on(async {
        let store = open(workspace, data).await?;
        let audited = store.verify_audit().await;
        store
            .close()
            .await
            .and(audited)
            .map_err(|error| unreadable(&error))
    })?;
    let seal: String = audited
        .seal
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    println!(
        "{} entries of {} tenants, seal {seal}",
        audited.entries, audited.tenants
    );
    let Some(bad) = audited.first_bad else {
        return Ok(ExitCode::SUCCESS);
    };
    println!(
        "✗ the first bad entry is {} of {}: {:?}",
        bad.number, bad.tenant, bad.fault
    );
    Ok(ExitCode::FAILURE)
}

pub fn reviewer(workspace: &Workspace, data: Option<PathBuf>, email: &str) -> Result<(), Trouble> {
    let none = || {
        Trouble::new(
            format!("{email} has no account"),
            "sign up with that address first",
        )
    };
    let address = email.parse().map_err(|_| none())?;
    let now = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    let now = Moment(u64::try_from(now.as_millis()).unwrap_or(u64::MAX));
    let done = runtime()?.block_on(async {
        let store = open(workspace, data).await?;
        let done = store.accounts().set_reviewer(address, true, now).await;
        store
            .close()
            .await
            .and(done)
            .map_err(|error| unreadable(&error))
    })?;
    if !done {
        return Err(none());
    }
    println!("{email} is a reviewer of the hub");
    Ok(())
}

async fn open(workspace: &Workspace, data: Option<PathBuf>) -> Result<Store, Trouble> {
    if let Some(url) = &workspace.database {
        let store = Store::connect(url).await;
        return store.map_err(|error| {
            Trouble::new(
                chain(&error),
                "see that the database's address is right and its server runs",
            )
        });
    }
    let data = folder(workspace, data);
    // Looking at nothing should not make something.
    if !data.join("hub.sqlite").is_file() {
        let what = format!("{} holds nothing that a server has kept", data.display());
        return Err(Trouble::new(
            what,
            "name the server's folder with --data FOLDER",
        ));
    }
    Store::open(&data).await.map_err(|error| unreadable(&error))
}

fn unreadable(error: &StoreError) -> Trouble {
    Trouble::new(
        chain(error),
        "see that the folder is the server's, and that you may write to it",
    )
}

fn refused(error: &BackupError) -> Trouble {
    let next = match error {
        BackupError::Taken { .. } => "name a folder that is empty or not there yet",
        BackupError::Sum | BackupError::Damaged { .. } => {
            "use an earlier backup, and look for what damages files"
        }
        _ => {
            "check that the folder is there, that you may write to it, and that the disk is not full"
        }
    };
    Trouble::new(chain(error), next)
}
