use std::{path::Path, sync::Arc};

use sqlx::sqlite::SqliteSynchronous;

use crate::{
    StoreError,
    account::Accounts,
    backend::{Opened, Pool, Readers, postgres, sqlite},
    catalogue::Catalogue,
    company::Companies,
    known::Known,
    writer::Writer,
};

/// The hub's database. Cheap to clone; all clones share their connections.
#[derive(Clone, Debug)]
pub struct Store {
    pub(crate) writer: Pool,
    pub(crate) readers: Readers,
    pub(crate) queue: Writer,
    pub(crate) known: Arc<Known>,
}

impl Store {
    /// Opens the SQLite database in a folder, both made if missing, and brings its schema up to date.
    ///
    /// What a repository has acknowledged survives the loss of power: WAL with `synchronous=FULL` syncs on every
    /// commit.
    ///
    /// # Errors
    /// The folder cannot be made, the file cannot be opened, or a newer release has written it.
    pub async fn open(folder: &Path) -> Result<Self, StoreError> {
        Ok(Self::start(
            sqlite::open(folder, SqliteSynchronous::Full).await?,
        ))
    }

    /// The same with `synchronous=NORMAL`, which forgets acknowledged writes when the power is lost: what a test of that
    /// has to find, to show that it would. Nothing of anybody's may be kept this way.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub async fn open_forgetful(folder: &Path) -> Result<Self, StoreError> {
        Ok(Self::start(
            sqlite::open(folder, SqliteSynchronous::Normal).await?,
        ))
    }

    /// Connects to a PostgreSQL database, `postgres://user:password@host:port/name`, and brings its schema up to date.
    /// `?sslmode=verify-full` has the connection encrypted, and the server prove by a certificate that it is that host.
    /// The database itself must be there; several hubs may use it at a time.
    ///
    /// What a repository has acknowledged survives the loss of the server's power: its connections commit
    /// synchronously, and a server with `fsync` off is refused.
    ///
    /// # Errors
    /// The address is none, the server cannot be reached or trusted, or a newer release has moved the schema on.
    pub async fn connect(url: &str) -> Result<Self, StoreError> {
        Ok(Self::start(postgres::open(url).await?))
    }

    /// Opens a file as it is, to look at it: nothing is made, moved on or written.
    pub(crate) async fn open_copy(file: &Path) -> Result<Self, StoreError> {
        let readers = sqlite::open_copy(file).await?;
        Ok(Self::start(Opened {
            writer: readers.clone(),
            readers: readers.into(),
        }))
    }

    fn start(Opened { writer, readers }: Opened) -> Self {
        let known = Arc::new(Known::default());
        let queue = Writer::start(writer.clone(), Arc::clone(&known));
        Self {
            writer,
            readers,
            queue,
            known,
        }
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

    /// Lets a SQLite database grow by so many pages of 4 KiB and no more, as on a full disk; `None` lifts the limit.
    /// PostgreSQL's size is its server's affair.
    ///
    /// # Errors
    /// The database cannot be asked.
    pub async fn limit_size(&self, pages: Option<u32>) -> Result<(), StoreError> {
        match &self.writer {
            Pool::Sqlite(writer) => sqlite::limit_size(writer, pages).await,
            Pool::Postgres(_) => Ok(()),
        }
    }

    /// Waits for work under way and lets go of files and connections; SQLite's write-ahead log is folded into the
    /// database.
    ///
    /// # Errors
    /// The log could not be folded in; nothing is lost, the next opening does it.
    pub async fn close(self) -> Result<(), StoreError> {
        self.readers.close().await;
        let folded = match &self.writer {
            Pool::Sqlite(writer) => sqlite::fold(writer).await,
            Pool::Postgres(_) => Ok(()),
        };
        self.writer.close().await;
        folded
    }
}
