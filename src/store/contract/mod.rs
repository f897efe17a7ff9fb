//! What every backend promises, as tests; and what only a real process can show.

/// Each of these once with SQLite and once with PostgreSQL.
macro_rules! on_both {
    ($($name:ident),* $(,)?) => {
        mod sqlite {
            $(
                #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                async fn $name() {
                    super::$name($crate::contract::Place::sqlite()).await;
                }
            )*
        }
        mod postgres {
            $(
                #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                async fn $name() {
                    super::$name($crate::contract::Place::postgres().await).await;
                }
            )*
        }
    };
}

mod accounts;
mod audit;
mod backup;
mod catalogue;
mod deals;
mod encrypted;
mod feed;
mod fresh;
mod interrupted;
mod killed;
mod listings;
mod market;
mod place;
mod schema;
mod server;
mod tenants;

use std::time::{Duration, SystemTime};

use bytes::Bytes;

use crate::{StoreError, backend::Pool, sql::sql};
use place::{Folder, Place, open};

/// Does something to the database behind the store's back.
async fn change(pool: &Pool, statement: &'static str) -> Result<u64, StoreError> {
    let mut connection = pool.begin().await?;
    match sql(statement).execute(&mut connection).await {
        Ok(rows) => {
            let committed = connection.commit().await;
            committed
                .map_err(|uncommitted| uncommitted.error)
                .map(|()| rows)
        }
        Err(error) => {
            connection.roll_back().await;
            Err(error)
        }
    }
}

/// Midnight of a day counted from an arbitrary first one.
fn day(number: u64) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_hours(24 * (20_000 + number))
}

fn parts(parts: &[(&str, &str)]) -> Vec<(String, Bytes)> {
    parts
        .iter()
        .map(|(name, text)| ((*name).to_owned(), Bytes::copy_from_slice(text.as_bytes())))
        .collect()
}
