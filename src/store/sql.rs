//! A statement that both databases understand, with its values: `$1` and so on, numbers, texts and bytes.
//!
//! It stands once, here and there in the repositories; which database it goes to is decided when it is run.

use sqlx::{
    Arguments, AssertSqlSafe, Database, Encode, FromRow, SqlSafeStr, SqlStr, Type,
    postgres::{PgRow, Postgres},
    sqlite::{Sqlite, SqliteRow},
};

use crate::{
    StoreError,
    backend::{Connection, Pool, Readers},
};

/// A read that finds its connection broken is run again, on as many as may have broken together and a new one.
const READS: u32 = 20;

/// A statement and what it is given.
pub(crate) struct Sql<'q> {
    text: SqlStr,
    values: Vec<Value<'q>>,
    locks: bool,
}

/// All that is ever bound: instants and versions are numbers, ids and digests are bytes.
#[derive(Clone, Copy)]
pub(crate) enum Value<'q> {
    Number(i64),
    Text(&'q str),
    Bytes(&'q [u8]),
}

/// A row of either database: any tuple of numbers, texts, bytes and what may be missing of them.
pub(crate) trait Row:
    for<'r> FromRow<'r, SqliteRow>
    + for<'r> FromRow<'r, PgRow>
    + for<'r> TryFrom<&'r rusqlite::Row<'r>, Error = rusqlite::Error>
    + Send
    + Unpin
{
}

impl<T> Row for T where
    T: for<'r> FromRow<'r, SqliteRow>
        + for<'r> FromRow<'r, PgRow>
        + for<'r> TryFrom<&'r rusqlite::Row<'r>, Error = rusqlite::Error>
        + Send
        + Unpin
{
}

/// Begins a statement.
pub(crate) fn sql<'q>(text: &'static str) -> Sql<'q> {
    written(text.into_sql_str())
}

/// Begins one that is put together here: nothing in it comes from outside.
pub(crate) fn composed<'q>(text: String) -> Sql<'q> {
    written(AssertSqlSafe(text).into_sql_str())
}

fn written<'q>(text: SqlStr) -> Sql<'q> {
    Sql {
        text,
        values: Vec::new(),
        locks: false,
    }
}

impl<'q> Sql<'q> {
    pub(crate) fn bind(mut self, value: impl Into<Value<'q>>) -> Self {
        self.values.push(value.into());
        self
    }

    /// Keeps all others from the rows that are read until the commit. SQLite has kept them from everything already.
    pub(crate) fn locking(mut self) -> Self {
        self.locks = true;
        self
    }

    /// Reads all rows.
    pub(crate) async fn all<R: Row>(&self, readers: &Readers) -> Result<Vec<R>, StoreError> {
        let pool = match &readers.pool {
            Pool::Sqlite(pool) => {
                let query = sqlx::query_as_with(self.text.clone(), self.arguments::<Sqlite>());
                return Ok(query.fetch_all(pool).await?);
            }
            Pool::Postgres(pool) => pool,
        };
        for _ in 1..READS {
            let query = sqlx::query_as_with(self.text.clone(), self.arguments::<Postgres>());
            match query.fetch_all(pool).await.map_err(StoreError::from) {
                Err(StoreError::Interrupted(_)) => (),
                other => return other,
            }
        }
        let query = sqlx::query_as_with(self.text.clone(), self.arguments::<Postgres>());
        Ok(query.fetch_all(pool).await?)
    }

    /// Reads the only row, if there is one.
    pub(crate) async fn optional<R: Row>(
        &self,
        readers: &Readers,
    ) -> Result<Option<R>, StoreError> {
        if let Some(near) = &readers.near {
            match near.optional(self.text.as_str(), &self.values) {
                Err(StoreError::Busy) => (),
                other => return other,
            }
        }
        Ok(self.all(readers).await?.pop())
    }

    /// Reads the only row, if there is one, within a transaction.
    pub(crate) async fn optional_in<R: Row>(
        self,
        connection: &mut Connection,
    ) -> Result<Option<R>, StoreError> {
        Ok(self.all_in(connection).await?.pop())
    }

    /// Reads all rows within a transaction.
    pub(crate) async fn all_in<R: Row>(
        self,
        connection: &mut Connection,
    ) -> Result<Vec<R>, StoreError> {
        Ok(match connection {
            Connection::Sqlite(connection) => {
                let arguments = self.arguments::<Sqlite>();
                let query = sqlx::query_as_with(self.text, arguments);
                query.fetch_all(&mut **connection).await?
            }
            Connection::Postgres(connection) => {
                let arguments = self.arguments::<Postgres>();
                let query = sqlx::query_as_with(self.for_update(), arguments);
                query.fetch_all(&mut **connection).await?
            }
        })
    }

    /// Runs it within a transaction, and says how many rows it changed.
    pub(crate) async fn execute(self, connection: &mut Connection) -> Result<u64, StoreError> {
        Ok(match connection {
            Connection::Sqlite(connection) => {
                let arguments = self.arguments::<Sqlite>();
                let query = sqlx::query_with(self.text, arguments);
                query.execute(&mut **connection).await?.rows_affected()
            }
            Connection::Postgres(connection) => {
                let arguments = self.arguments::<Postgres>();
                let query = sqlx::query_with(self.text, arguments);
                query.execute(&mut **connection).await?.rows_affected()
            }
        })
    }

    fn for_update(self) -> SqlStr {
        if self.locks {
            AssertSqlSafe(format!("{} FOR UPDATE", self.text.as_str())).into_sql_str()
        } else {
            self.text
        }
    }

    fn arguments<D>(&self) -> D::Arguments
    where
        D: Database,
        for<'v> i64: Encode<'v, D> + Type<D>,
        for<'v> &'v str: Encode<'v, D> + Type<D>,
        for<'v> &'v [u8]: Encode<'v, D> + Type<D>,
    {
        let mut arguments = D::Arguments::default();
        for value in &self.values {
            let added = match *value {
                Value::Number(number) => arguments.add(number),
                Value::Text(text) => arguments.add(text),
                Value::Bytes(bytes) => arguments.add(bytes),
            };
            added.expect("numbers, texts and bytes can be written down");
        }
        arguments
    }
}

impl From<i64> for Value<'_> {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl<'q> From<&'q str> for Value<'q> {
    fn from(text: &'q str) -> Self {
        Self::Text(text)
    }
}

impl<'q> From<&'q String> for Value<'q> {
    fn from(text: &'q String) -> Self {
        Self::Text(text)
    }
}

impl<'q> From<&'q [u8]> for Value<'q> {
    fn from(bytes: &'q [u8]) -> Self {
        Self::Bytes(bytes)
    }
}

impl<'q, const N: usize> From<&'q [u8; N]> for Value<'q> {
    fn from(bytes: &'q [u8; N]) -> Self {
        Self::Bytes(bytes)
    }
}

impl<'q> From<&'q Vec<u8>> for Value<'q> {
    fn from(bytes: &'q Vec<u8>) -> Self {
        Self::Bytes(bytes)
    }
}
