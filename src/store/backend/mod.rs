//! The two databases: how each is opened, brought up to date, locked and let go of. What is the same in both, which is
//! nearly all SQL, goes through [`crate::sql`].

mod near;
pub(crate) mod postgres;
pub(crate) mod sqlite;

use std::sync::Arc;

use sqlx::{PgPool, Postgres, Sqlite, SqlitePool, Transaction, pool::PoolConnection};

use crate::{StoreError, sql::sql};

pub(crate) use near::Near;

/// Something of SQLite's or the same of PostgreSQL's.
#[derive(Clone, Debug)]
pub(crate) enum Either<S, P> {
    Sqlite(S),
    Postgres(P),
}

pub(crate) type Pool = Either<SqlitePool, PgPool>;
pub(crate) type Connection = Either<PoolConnection<Sqlite>, Transaction<'static, Postgres>>;

/// What was opened.
pub(crate) struct Opened {
    /// One connection: commits are made in groups, and waiting here is fair and costs no retries.
    pub(crate) writer: Pool,
    pub(crate) readers: Readers,
}

/// Connections that only read.
#[derive(Clone, Debug)]
pub(crate) struct Readers {
    pub(crate) pool: Pool,
    /// For single rows of SQLite.
    pub(crate) near: Option<Arc<Near>>,
}

impl Readers {
    pub(crate) async fn close(&self) {
        if let Some(near) = &self.near {
            near.close();
        }
        self.pool.close().await;
    }
}

impl From<Pool> for Readers {
    fn from(pool: Pool) -> Self {
        Self { pool, near: None }
    }
}

impl Pool {
    /// Begins a transaction of somebody who writes. What it reads of a tenant stays true until the commit, once it has
    /// [read the tenant's head](crate::writer::Batch::head).
    pub(crate) async fn begin(&self) -> Result<Connection, StoreError> {
        Ok(match self {
            Self::Sqlite(pool) => {
                let mut connection = pool.acquire().await?;
                // Taking the write lock at once.
                let begin = sqlx::query("BEGIN IMMEDIATE");
                begin.execute(&mut *connection).await?;
                Connection::Sqlite(connection)
            }
            // Rows are locked one by one as they are read: each statement sees what was committed before it.
            Self::Postgres(pool) => Connection::Postgres(
                pool.begin_with("BEGIN ISOLATION LEVEL READ COMMITTED")
                    .await?,
            ),
        })
    }

    pub(crate) async fn close(&self) {
        match self {
            Self::Sqlite(pool) => pool.close().await,
            Self::Postgres(pool) => pool.close().await,
        }
    }
}

/// Why a commit was not acknowledged.
pub(crate) struct Uncommitted {
    pub(crate) error: StoreError,
    /// The database may have committed all the same: its answer was lost.
    pub(crate) is_unknown: bool,
}

impl Connection {
    /// Waits until nobody else is at what this names, and keeps them from it until the commit. SQLite has one writer at
    /// a time anyway.
    pub(crate) async fn take_turn(&mut self, name: &'static str) -> Result<(), StoreError> {
        if matches!(self, Self::Postgres(_)) {
            let turn = sql("SELECT name FROM turns WHERE name = $1").bind(name);
            let _: Option<(String,)> = turn.locking().optional_in(self).await?;
        }
        Ok(())
    }

    pub(crate) async fn commit(self) -> Result<(), Uncommitted> {
        match self {
            Self::Sqlite(mut connection) => {
                let commit = sqlx::query("COMMIT").execute(&mut *connection).await;
                if let Err(error) = commit {
                    Self::Sqlite(connection).roll_back().await;
                    return Err(Uncommitted {
                        error: error.into(),
                        is_unknown: false,
                    });
                }
                Ok(())
            }
            Self::Postgres(transaction) => {
                transaction.commit().await.map_err(|error| Uncommitted {
                    is_unknown: !postgres::says_rolled_back(&error),
                    error: error.into(),
                })
            }
        }
    }

    /// Undoes everything since the beginning.
    pub(crate) async fn roll_back(self) {
        match self {
            // When the disk is full SQLite has rolled back already, and says that there is nothing to roll back; a
            // connection that is stuck nevertheless is thrown away by its pool.
            Self::Sqlite(mut connection) => {
                let _ = sqlx::query("ROLLBACK").execute(&mut *connection).await;
            }
            // A broken connection has rolled back by itself.
            Self::Postgres(transaction) => {
                let _ = transaction.rollback().await;
            }
        }
    }
}
