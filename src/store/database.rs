use std::{
    fs,
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};

use sqlx::{
    AssertSqlSafe, Connection, SqlitePool,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};

use crate::{
    StoreError, account::Accounts, catalogue::Catalogue, company::Companies, known::Known,
    migrations, writer::Writer,
};

/// The name of the database in the data folder. SQLite keeps two more files beside it while it is open.
pub(crate) const FILE: &str = "hub.sqlite";
/// How long a statement waits for another process's write before it gives up as [`StoreError::Busy`].
pub(crate) const PATIENCE: Duration = Duration::from_secs(5);
/// Between two attempts at opening.
const PAUSE: Duration = Duration::from_millis(10);
/// Reads seldom wait for the disk, so that a few connections keep all cores busy.
const READERS: u32 = 4;

/// The hub's database. Cheap to clone; all clones share their connections.
#[derive(Clone, Debug)]
pub struct Store {
    /// One connection: SQLite has one writer at a time anyway, and waiting here is fair and costs no retries.
    pub(crate) writer: SqlitePool,
    pub(crate) readers: SqlitePool,
    pub(crate) queue: Writer,
    pub(crate) known: Arc<Known>,
}

impl Store {
    /// Opens the database in a folder, both made if missing, and brings its schema up to date.
    ///
    /// What a repository has acknowledged survives the loss of power: WAL with `synchronous=FULL` syncs on every
    /// commit.
    ///
    /// # Errors
    /// The folder cannot be made, the file cannot be opened, or a newer release has written it.
    pub async fn open(folder: &Path) -> Result<Self, StoreError> {
        fs::create_dir_all(folder).map_err(|cause| StoreError::Folder {
            folder: folder.to_owned(),
            cause,
        })?;
        // No mmap: there an I/O error is a signal that ends the process instead of an error code.
        let options = SqliteConnectOptions::new()
            .filename(folder.join(FILE))
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
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
        let known = Arc::new(Known::default());
        let queue = Writer::start(writer.clone(), Arc::clone(&known));
        Ok(Self {
            writer,
            readers,
            queue,
            known,
        })
    }

    /// Opens a file as it is, to look at it: nothing is made, moved on or written.
    pub(crate) async fn open_copy(file: &Path) -> Result<Self, StoreError> {
        let options = SqliteConnectOptions::new().filename(file).read_only(true);
        let readers = SqlitePoolOptions::new()
            .max_connections(1)
            .connect_with(options)
            .await?;
        let known = Arc::new(Known::default());
        let queue = Writer::start(readers.clone(), Arc::clone(&known));
        Ok(Self {
            writer: readers.clone(),
            readers,
            queue,
            known,
        })
    }

    /// Who can sign in, and their sessions.
    #[must_use]
    pub fn accounts(&self) -> Accounts<'_> {
        Accounts::new(self)
    }

    /// Companies and what is theirs.
    #[must_use]
    pub fn companies(&self) -> Companies<'_> {
        Companies::new(self)
    }

    /// The published catalogue.
    #[must_use]
    pub fn catalogue(&self) -> Catalogue<'_> {
        Catalogue::new(self)
    }

    /// Lets the database grow by so many pages of 4 KiB and no more, as on a full disk; `None` lifts the limit.
    ///
    /// # Errors
    /// The database cannot be asked.
    pub async fn limit_size(&self, pages: Option<u32>) -> Result<(), StoreError> {
        let present: i64 = sqlx::query_scalar("PRAGMA page_count")
            .fetch_one(&self.writer)
            .await?;
        // SQLite's own largest.
        let most = pages.map_or(4_294_967_294, |pages| present + i64::from(pages));
        let statement = AssertSqlSafe(format!("PRAGMA max_page_count = {most}"));
        sqlx::query(statement).fetch_one(&self.writer).await?;
        Ok(())
    }

    /// Waits for work under way, folds the write-ahead log into the database and lets go of the files.
    ///
    /// # Errors
    /// The log could not be folded in; nothing is lost, the next opening does it.
    pub async fn close(self) -> Result<(), StoreError> {
        self.readers.close().await;
        let folded = sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)")
            .execute(&self.writer)
            .await;
        self.writer.close().await;
        folded?;
        Ok(())
    }
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
    migrations::all().run(&mut *transaction).await?;
    transaction.commit().await?;
    Ok(())
}
