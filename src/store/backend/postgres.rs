//! PostgreSQL, or what speaks its language: several hubs may share one.

use std::{io::ErrorKind, str::FromStr, time::Duration};

use sqlx::{
    PgPool,
    postgres::{PgConnectOptions, PgPoolOptions},
};

use super::{Opened, Pool};
use crate::{StoreError, migrations};

/// How long anybody waits for a connection, and a statement for a row that another transaction holds.
const PATIENCE: Duration = Duration::from_secs(5);
/// Each read waits for the network.
const READERS: u32 = 16;
/// The lock that is held while the schema is moved on: any number that nobody else uses, "hub" in ASCII.
const SCHEMA: i64 = 0x68_75_62;

/// Connects to the database of a URL, `postgres://user:password@host:port/name`, which must be there.
pub(crate) async fn open(url: &str) -> Result<Opened, StoreError> {
    // The library looks at everything but this.
    if !["postgres://", "postgresql://"]
        .iter()
        .any(|scheme| url.starts_with(scheme))
    {
        return Err(StoreError::Address);
    }
    let options = PgConnectOptions::from_str(url)
        .map_err(|_| StoreError::Address)?
        .application_name("hub")
        .options([
            // Whatever the server's default: what is acknowledged is on its disk.
            ("synchronous_commit", "on"),
            ("lock_timeout", "5s"),
            // A hub that hangs does not hold its rows for ever.
            ("idle_in_transaction_session_timeout", "30s"),
        ]);
    let pool = |most| {
        PgPoolOptions::new()
            .max_connections(most)
            // A question to the server before every statement doubles its time; what breaks is noticed and tried again.
            .test_before_acquire(false)
            .acquire_timeout(PATIENCE)
    };
    let writer = pool(1)
        .connect_with(options.clone())
        .await
        .map_err(refused)?;
    check(&writer).await?;
    migrate(&writer).await?;
    let readers = options.options([("default_transaction_read_only", "on")]);
    let readers = pool(READERS).connect_with(readers).await?;
    Ok(Opened {
        writer: Pool::Postgres(writer),
        readers: Pool::Postgres(readers).into(),
    })
}

/// What cannot be trusted today is not tried again, as a connection that broke would be.
fn refused(error: sqlx::Error) -> StoreError {
    match &error {
        // What rustls found wrong with a certificate comes as data that are not valid.
        sqlx::Error::Io(cause) if cause.kind() == ErrorKind::InvalidData => {
            StoreError::Untrusted(error)
        }
        sqlx::Error::Tls(_) => StoreError::Untrusted(error),
        _ => error.into(),
    }
}

/// A server that does not wait for its disk would have the hub acknowledge what a loss of power takes away.
async fn check(writer: &PgPool) -> Result<(), StoreError> {
    let fsync: String = sqlx::query_scalar("SHOW fsync").fetch_one(writer).await?;
    if fsync == "off" {
        return Err(StoreError::Forgetful);
    }
    Ok(())
}

/// All steps or none, and one process at a time: a second one that starts meanwhile waits, then finds nothing to do.
async fn migrate(writer: &PgPool) -> Result<(), StoreError> {
    let mut transaction = writer.begin().await?;
    // Held until the commit, so that whoever waits for it finds what was made.
    sqlx::query("SELECT pg_advisory_xact_lock($1)")
        .bind(SCHEMA)
        .execute(&mut *transaction)
        .await?;
    migrations::of_postgres().run(&mut *transaction).await?;
    transaction.commit().await?;
    Ok(())
}

/// Whether a failed commit is known to have changed nothing: a serialization failure or a deadlock, or a constraint.
/// CockroachDB's 40003 says of itself that it does not know, and a connection that is gone says nothing.
pub(super) fn says_rolled_back(error: &sqlx::Error) -> bool {
    let code = error.as_database_error().and_then(|error| error.code());
    code.is_some_and(|code| code != "40003" && (code.starts_with("40") || code.starts_with("23")))
}

/// Whether the same statements may succeed when they are run again: somebody else was faster, or the connection is gone.
///
/// SQLSTATE, PostgreSQL's manual, appendix A.
pub(crate) fn may_pass(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Io(_) | sqlx::Error::Tls(_) | sqlx::Error::Protocol(_) => true,
        sqlx::Error::Database(error) => error.code().is_some_and(|code| {
            // Connection exceptions; serialization, deadlock, unknown result; unique: another process has made the same
            // between our reading and our writing; connections used up; lock not available; shut down, crashed, starting.
            ["08", "40"].iter().any(|class| code.starts_with(class))
                || ["23505", "53300", "55P03", "57P01", "57P02", "57P03", "57P05"]
                    .contains(&&*code)
                // The session was ended for having been idle in its transaction.
                || code == "25P03"
        }),
        _ => false,
    }
}
