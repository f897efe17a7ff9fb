use std::{io, path::PathBuf};

use rusqlite::ErrorCode;
use sqlx::{migrate::MigrateError, postgres::PgDatabaseError, sqlite::SqliteError};

use crate::backend::postgres;

/// Why the store could not do what was asked. Nothing was changed in any of these cases.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    #[error("cannot make the data folder {}", folder.display())]
    Folder {
        folder: PathBuf,
        #[source]
        cause: io::Error,
    },
    /// Another, later release has already moved the schema on; this one would misread it.
    #[error("the database has schema version {found}, newer than this program knows")]
    NewerSchema { found: i64 },
    /// Not quoted: it has a password in it.
    #[error(
        "this is no address of a database, which looks like postgres://user:password@host:5432/name"
    )]
    Address,
    /// Its settings let it forget what it has acknowledged.
    #[error("the database server does not wait for its disk: its setting fsync is off")]
    Forgetful,
    /// The address asks for a certificate that this server does not have, or for encryption that it does not offer.
    #[error("the database server cannot be trusted")]
    Untrusted(#[source] sqlx::Error),
    #[error("the database's schema could not be brought up to date")]
    Migration(#[source] MigrateError),
    /// Names are addresses: `[a-z0-9._-]`, at most 120 characters, starting with a letter or digit.
    #[error("{name:?} cannot be the name of a part")]
    PartName { name: String },
    /// Parts are cached for ever by their names, so that a name may never come to mean other bytes.
    #[error("part {name} was published before with other bytes")]
    PartChanged { name: String },
    #[error("a publication without {}", crate::catalogue::FRONT)]
    FrontMissing,
    #[error("the disk is full")]
    Full,
    /// All connections, or the write lock, stayed taken for too long. Trying again later may succeed.
    #[error("the database is busy")]
    Busy,
    /// Somebody else was faster, or the connection broke; what was asked has been tried several times. Trying again
    /// later, under the same key, may succeed.
    #[error("the database was interrupted")]
    Interrupted(#[source] sqlx::Error),
    /// A row that this program cannot have written.
    #[error("{what} in the database is damaged")]
    Damaged { what: &'static str },
    #[error("the database failed")]
    Database(#[source] sqlx::Error),
    #[error("the database's file cannot be read")]
    File(#[source] rusqlite::Error),
}

/// SQLite's primary result codes, <https://www.sqlite.org/rescode.html>.
const SQLITE_BUSY: i32 = 5;
const SQLITE_FULL: i32 = 13;

/// SQLSTATE: <https://www.postgresql.org/docs/current/errcodes-appendix.html>.
const DISK_FULL: &str = "53100";

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::PoolTimedOut => return Self::Busy,
            sqlx::Error::Database(cause) => {
                if cause.try_downcast_ref::<SqliteError>().is_some() {
                    // The extended code carries the primary one in its low byte.
                    let code = cause.code().and_then(|code| code.parse::<i32>().ok());
                    match code.map(|code| code & 0xff) {
                        Some(SQLITE_BUSY) => return Self::Busy,
                        Some(SQLITE_FULL) => return Self::Full,
                        _ => (),
                    }
                } else if cause.try_downcast_ref::<PgDatabaseError>().is_some() {
                    if cause.code().is_some_and(|code| code == DISK_FULL) {
                        return Self::Full;
                    }
                    if postgres::may_pass(&error) {
                        return Self::Interrupted(error);
                    }
                }
            }
            _ if postgres::may_pass(&error) => return Self::Interrupted(error),
            _ => (),
        }
        Self::Database(error)
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            _ => Self::File(error),
        }
    }
}

impl From<MigrateError> for StoreError {
    fn from(error: MigrateError) -> Self {
        match error {
            MigrateError::VersionMissing(found) => Self::NewerSchema { found },
            other => Self::Migration(other),
        }
    }
}
