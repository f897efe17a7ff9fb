//! What has been acknowledged is what every later read finds, whichever thread and connection it comes from.

use market::Role;

use super::{
    Place, change,
    market::{carry_out, found, id, order, put},
    open,
};
use crate::{Store, backend::Near};

on_both!(an_acknowledged_write_is_in_every_later_read);

/// Versions that each writer makes of its draft.
const VERSIONS: u64 = 60;

async fn an_acknowledged_write_is_in_every_later_read(place: Place) {
    let store = open(&place).await;
    let (company, by) = (id(1), id(2));
    found(&store, company, by).await;
    let writers = (0..8).map(|writer| {
        let store = store.clone();
        tokio::spawn(async move {
            let draft = id(100 + writer);
            for version in 1..=VERSIONS {
                let known = (version > 1).then_some(version - 1);
                let key = format!("{writer}-{version}");
                carry_out(&store, order(company, by, &key, put(draft, known)))
                    .await
                    .unwrap();
                // From here on, and in a task that another thread may take.
                let later = store.clone();
                let read = async move { later.companies().draft(company, draft).await };
                let read = tokio::spawn(read).await.unwrap().unwrap();
                assert_eq!(read.map(|draft| draft.version), Some(version));
            }
        })
    });
    for writer in writers.collect::<Vec<_>>() {
        writer.await.unwrap();
    }
    store.close().await.unwrap();
}

fn near(store: &Store) -> &Near {
    store.readers.near.as_ref().unwrap()
}

#[tokio::test]
async fn what_another_process_wrote_is_read_too() {
    let place = Place::sqlite();
    let (store, other) = (open(&place).await, open(&place).await);
    let (company, by) = (id(1), id(2));
    found(&store, company, by).await;
    let draft = id(3);
    assert_eq!(store.companies().draft(company, draft).await.unwrap(), None);
    carry_out(&other, order(company, by, "a", put(draft, None)))
        .await
        .unwrap();
    let read = store.companies().draft(company, draft).await.unwrap();
    assert_eq!(read.map(|draft| draft.version), Some(1));
}

#[tokio::test]
async fn reads_near_and_far_find_the_same() {
    let place = Place::sqlite();
    let store = open(&place).await;
    let (company, by) = (id(1), id(2));
    found(&store, company, by).await;
    carry_out(&store, order(company, by, "a", put(id(3), None)))
        .await
        .unwrap();
    let near_read = store.companies().draft(company, id(3)).await.unwrap();
    let mut far = store.clone();
    far.readers.near = None;
    let far_read = far.companies().draft(company, id(3)).await.unwrap();
    assert!(near_read.is_some() && near_read == far_read);
    let found = far.companies().find(company).await.unwrap();
    assert_eq!(store.companies().find(company).await.unwrap(), found);
}

#[tokio::test]
async fn a_single_row_is_read_while_somebody_writes() {
    let place = Place::sqlite();
    let store = open(&place).await;
    let (company, by) = (id(1), id(2));
    found(&store, company, by).await;
    let writing = store.writer.begin().await.unwrap();
    // Not from memory: nothing is remembered of somebody who was never asked for.
    let role = store.companies().role(company, by, market::Moment(1)).await;
    assert_eq!(role.unwrap(), Some(Role::Administrator));
    writing.roll_back().await;
}

#[tokio::test]
async fn readers_write_nothing() {
    let place = Place::sqlite();
    let store = open(&place).await;
    let text = "DELETE FROM companies RETURNING id";
    assert!(near(&store).optional::<(Vec<u8>,)>(text, &[]).is_err());
    assert!(
        change(&store.readers.pool, "DELETE FROM companies")
            .await
            .is_err()
    );
}
