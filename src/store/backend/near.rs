//! Single rows of SQLite, read in the thread that asks.
//!
//! sqlx gives each connection to SQLite a thread of its own: a statement is handed over to it and its rows are handed
//! back, and waking two threads costs several times what finding a row by its key does. Of a draft by its id two cores
//! gave 18,700 a second that way, and give 52,700 this way with fewer layers around. What reads many rows, or writes,
//! takes longer than a message between threads, and goes through sqlx so that nobody else waits with it.

use std::{
    path::Path,
    sync::{
        Mutex, MutexGuard, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use rusqlite::{Connection, OpenFlags, ToSql, params_from_iter, types::ToSqlOutput};

use crate::{
    StoreError,
    sql::{Row, Value},
};

/// As many as there may be threads that ask at the same moment; more of them wait for each other.
const CONNECTIONS: usize = 4;
/// Statements that a connection keeps prepared: more than there are.
const PREPARED: usize = 64;
/// Readers wait for nobody in a write-ahead log, save while another process recovers or folds it. Then the read is left
/// to sqlx, whose thread may wait.
const PATIENCE: Duration = Duration::ZERO;

/// Connections that only read. Each is taken for the microseconds of a statement, never across an await.
#[derive(Debug)]
pub(crate) struct Near {
    connections: Vec<Mutex<Option<Connection>>>,
    next: AtomicUsize,
}

impl Near {
    /// The file must be there, in its present schema.
    pub(crate) fn open(file: &Path) -> Result<Self, StoreError> {
        let open = || -> rusqlite::Result<_> {
            let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
            let connection = Connection::open_with_flags(file, flags)?;
            connection.pragma_update(None, "query_only", true)?;
            connection.busy_timeout(PATIENCE)?;
            connection.set_prepared_statement_cache_capacity(PREPARED);
            Ok(Mutex::new(Some(connection)))
        };
        let connections = (0..CONNECTIONS).map(|_| open());
        Ok(Self {
            connections: connections.collect::<Result<_, _>>()?,
            next: AtomicUsize::new(0),
        })
    }

    /// The only row, if there is one. [`StoreError::Busy`] where it would have to wait.
    pub(crate) fn optional<R: Row>(
        &self,
        text: &str,
        values: &[Value<'_>],
    ) -> Result<Option<R>, StoreError> {
        let connection = self.connection();
        // Closed: the server is about to end.
        let connection = connection.as_ref().ok_or(StoreError::Busy)?;
        let mut statement = connection.prepare_cached(text)?;
        let mut rows = statement.query(params_from_iter(values))?;
        let row = rows.next()?.map(|row| R::try_from(row)).transpose()?;
        Ok(row)
    }

    /// One that is free, or the next one as soon as it is.
    fn connection(&self) -> MutexGuard<'_, Option<Connection>> {
        let free = self
            .connections
            .iter()
            .find_map(|connection| connection.try_lock().ok());
        free.unwrap_or_else(|| {
            let next = self.next.fetch_add(1, Ordering::Relaxed) % self.connections.len();
            self.connections[next]
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
        })
    }

    /// Lets go of the file.
    pub(crate) fn close(&self) {
        for connection in &self.connections {
            let mut connection = connection.lock().unwrap_or_else(PoisonError::into_inner);
            drop(connection.take());
        }
    }
}

impl ToSql for Value<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match *self {
            Self::Number(number) => number.into(),
            Self::Text(text) => ToSqlOutput::Borrowed(text.into()),
            Self::Bytes(bytes) => ToSqlOutput::Borrowed(bytes.into()),
        })
    }
}
