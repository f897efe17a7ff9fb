//! SQLite: one file in the data folder.

use std::{
    fs,
    path::Path,
    time::{Duration, Instant},
};

use sqlx::{
    AssertSqlSafe, Connection as _, SqlitePool,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};

use super::{Near, Opened, Pool, Readers};
use crate::{StoreError, migrations};

/// The name of the database in the data folder. SQLite keeps two more files beside it while it is open.
pub(crate) const FILE: &str = "hub.sqlite";
/// How long a statement waits for another process's write before it gives up as [`StoreError::Busy`].
pub(crate) const PATIENCE: Duration = Duration::from_secs(5);
/// Between two attempts at opening.
const PAUSE: Duration = Duration::from_millis(10);
/// Reads seldom wait for the disk, so that a few connections keep all cores busy.
const READERS: u32 = 4;

/// Opens the database in a folder, both made if missing.
pub(crate) async fn open(
    folder: &Path,
    synchronous: SqliteSynchronous,
) -> Result<Opened, StoreError> {
    fs::create_dir_all(folder).map_err(|cause| StoreError::Folder {
        folder: folder.to_owned(),
        cause,
    })?;
    // No mmap: there an I/O error is a signal that ends the process instead of an error code.
    let options = SqliteConnectOptions::new()
        .filename(folder.join(FILE))
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(synchronous)
        .foreign_keys(true)
        .busy_timeout(PATIENCE);
    let writer = open_writer(&options).await?;
    migrate(&writer).await?;
    let readers = SqlitePoolOptions::new()
        .max_connections(READERS)
        // A file does not hang up: asking whether it is still there costs as much as reading a row.
        .test_before_acquire(false)
        .acquire_timeout(PATIENCE)
        .idle_timeout(None)
        .max_lifetime(None)
        .connect_with(options.pragma("query_only", "ON"))
        .await?;
    let near = Near::open(&folder.join(FILE))?;
    Ok(Opened {
        writer: Pool::Sqlite(writer),
        readers: Readers {
            pool: Pool::Sqlite(readers),
            near: Some(near.into()),
        },
    })
}

/// Opens a file as it is, to look at it: nothing is made, moved on or written.
pub(crate) async fn open_copy(file: &Path) -> Result<Pool, StoreError> {
    let options = SqliteConnectOptions::new().filename(file).read_only(true);
    let readers = SqlitePoolOptions::new()
        .max_connections(1)
        .connect_with(options)
        .await?;
    Ok(Pool::Sqlite(readers))
}

/// Lets the database grow by so many pages of 4 KiB and no more, as on a full disk; `None` lifts the limit.
pub(crate) async fn limit_size(writer: &SqlitePool, pages: Option<u32>) -> Result<(), StoreError> {
    let present: i64 = sqlx::query_scalar("PRAGMA page_count")
        .fetch_one(writer)
        .await?;
    // SQLite's own largest.
    let most = pages.map_or(4_294_967_294, |pages| present + i64::from(pages));
    let statement = AssertSqlSafe(format!("PRAGMA max_page_count = {most}"));
    sqlx::query(statement).fetch_one(writer).await?;
    Ok(())
}

/// Folds the write-ahead log into the database.
pub(crate) async fn fold(writer: &SqlitePool) -> Result<(), StoreError> {
    sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)")
        .execute(writer)
        .await?;
    Ok(())
}

/// Tries again while another process opens the same new file: turning it to WAL wants the file alone, and there SQLite
/// says that it is busy at once, whatever patience it was given.
async fn open_writer(options: &SqliteConnectOptions) -> Result<SqlitePool, StoreError> {
    let begun = Instant::now();
    loop {
        let opened = SqlitePoolOptions::new()
            .max_connections(1)
            .test_before_acquire(false)
            .acquire_timeout(PATIENCE)
            .idle_timeout(None)
            .max_lifetime(None)
            // On a full disk SQLite rolls back by itself, and what wanted to do it fails: such a connection is of no
            // more use to anybody.
            .after_release(|connection, _| {
                let is_idle = !connection.is_in_transaction();
                Box::pin(async move { Ok(is_idle) })
            })
            .connect_with(options.clone())
            .await
            .map_err(StoreError::from);
        match opened {
            Err(StoreError::Busy) if begun.elapsed() < PATIENCE => tokio::time::sleep(PAUSE).await,
            opened => return opened,
        }
    }
}

/// All steps or none, and one process at a time: a second one that starts meanwhile waits, then finds nothing to do.
async fn migrate(writer: &SqlitePool) -> Result<(), StoreError> {
    let mut transaction = writer.begin_with("BEGIN IMMEDIATE").await?;
    migrations::of_sqlite().run(&mut *transaction).await?;
    transaction.commit().await?;
    Ok(())
}
