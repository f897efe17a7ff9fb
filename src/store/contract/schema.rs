use std::thread;

use sqlx::AssertSqlSafe;

use super::{Folder, Place, change, open};
use crate::{Store, StoreError, backend::Pool, sql::sql};

on_both!(
    a_newer_schema_is_refused_and_left_alone,
    a_reader_cannot_write,
    every_commit_reaches_the_disk,
    many_may_open_a_new_database_at_once,
);

async fn a_newer_schema_is_refused_and_left_alone(place: Place) {
    let store = open(&place).await;
    // As a later release would leave it behind.
    let mut connection = store.writer.begin().await.unwrap();
    sql(
        "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
         VALUES (9999, 'from the future', TRUE, $1, 0)",
    )
    .bind(&[0; 1])
    .execute(&mut connection)
    .await
    .unwrap();
    assert!(connection.commit().await.is_ok());
    store.close().await.unwrap();
    let refused = match &place {
        Place::Sqlite(folder) => Store::open(folder.as_ref()).await,
        Place::Postgres(url) => Store::connect(url).await,
    };
    assert!(matches!(
        refused,
        Err(StoreError::NewerSchema { found: 9999 })
    ));
}

async fn every_commit_reaches_the_disk(place: Place) {
    let store = open(&place).await;
    let is = async |setting: &str, expected: &str| {
        let (found,): (String,) = match &store.writer {
            Pool::Sqlite(pool) => {
                let text = format!("SELECT CAST({setting} AS TEXT) FROM pragma_{setting}");
                let query = sqlx::query_as(AssertSqlSafe(text));
                query.fetch_one(pool).await.unwrap()
            }
            Pool::Postgres(pool) => {
                let query = sqlx::query_as(AssertSqlSafe(format!("SHOW {setting}")));
                query.fetch_one(pool).await.unwrap()
            }
        };
        assert_eq!(found, expected, "{setting}");
    };
    match store.writer {
        Pool::Sqlite(_) => {
            is("journal_mode", "wal").await;
            // FULL.
            is("synchronous", "2").await;
        }
        Pool::Postgres(_) => {
            is("fsync", "on").await;
            is("synchronous_commit", "on").await;
        }
    }
}

async fn a_reader_cannot_write(place: Place) {
    let store = open(&place).await;
    let written = change(&store.readers.pool, "DELETE FROM catalogue_parts").await;
    assert!(written.is_err());
}

async fn many_may_open_a_new_database_at_once(place: Place) {
    thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                let runtime = tokio::runtime::Builder::new_current_thread()
                    .enable_all()
                    .build()
                    .unwrap();
                let digest = runtime.block_on(async {
                    let store = open(&place).await;
                    store.catalogue().front_digest().await
                });
                assert_eq!(digest.unwrap(), None);
            });
        }
    });
}

#[tokio::test]
async fn the_address_of_something_else_is_refused() {
    for url in [
        "",
        "sqlite://hub.sqlite",
        "mysql://hub@db/hub",
        "postgres://hub@db:port/hub",
    ] {
        let refused = Store::connect(url).await;
        assert!(matches!(refused, Err(StoreError::Address)), "{url}");
    }
}

#[tokio::test]
async fn closing_leaves_one_file() {
    let folder = Folder::new();
    let store = Store::open(folder.as_ref()).await.unwrap();
    store.close().await.unwrap();
    let names: Vec<_> = std::fs::read_dir(folder.as_ref())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(names, ["hub.sqlite"]);
}
