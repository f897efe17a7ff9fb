use std::thread;

use super::{Folder, open};
use crate::{Store, StoreError};

#[tokio::test]
async fn a_newer_schema_is_refused_and_left_alone() {
    let folder = Folder::new();
    let store = open(&folder).await;
    // As a later release would leave it behind.
    sqlx::query(
        "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
         VALUES (9999, 'from the future', TRUE, X'00', 0)",
    )
    .execute(&store.writer)
    .await
    .unwrap();
    store.close().await.unwrap();
    let refused = Store::open(folder.as_ref()).await;
    assert!(matches!(
        refused,
        Err(StoreError::NewerSchema { found: 9999 })
    ));
}

#[tokio::test]
async fn every_commit_reaches_the_disk() {
    let folder = Folder::new();
    let store = open(&folder).await;
    let pragma = async |question: &'static str| -> String {
        let answer = sqlx::query_scalar(question).fetch_one(&store.writer).await;
        answer.unwrap()
    };
    assert_eq!(pragma("PRAGMA journal_mode").await, "wal");
    let synchronous: i64 = sqlx::query_scalar("PRAGMA synchronous")
        .fetch_one(&store.writer)
        .await
        .unwrap();
    // 2 is FULL.
    assert_eq!(synchronous, 2);
}

#[tokio::test]
async fn a_reader_cannot_write() {
    let folder = Folder::new();
    let store = open(&folder).await;
    let written = sqlx::query("DELETE FROM catalogue_parts")
        .execute(&store.readers)
        .await;
    assert!(written.is_err());
}

#[tokio::test]
async fn closing_leaves_one_file() {
    let folder = Folder::new();
    let store = open(&folder).await;
    store.close().await.unwrap();
    let names: Vec<_> = std::fs::read_dir(folder.as_ref())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(names, ["hub.sqlite"]);
}

#[test]
fn many_may_open_a_new_database_at_once() {
    let folder = Folder::new();
    thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                let runtime = tokio::runtime::Builder::new_current_thread()
                    .enable_time()
                    .build()
                    .unwrap();
                let digest = runtime.block_on(async {
                    let store = open(&folder).await;
                    store.catalogue().front_digest().await
                });
                assert_eq!(digest.unwrap(), None);
            });
        }
    });
}
