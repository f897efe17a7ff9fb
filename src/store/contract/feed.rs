//! The feed of changes: every number once and in order, whoever writes meanwhile, and whatever breaks.

use std::{collections::HashSet, time::Duration};

use super::{
    Place,
    market::{carry_out, found, id, order, put},
    open,
};
use crate::{Store, StoreError};

on_both!(the_feed_has_no_gap_and_no_double_under_eight_writers);

/// How many changes each of eight writers makes; more by `HUB_STORE_CHANGES`.
fn changes_each() -> u64 {
    std::env::var("HUB_STORE_CHANGES").map_or(150, |count| count.parse().unwrap())
}

/// Eight writers of one company, spread over as many hubs as there are stores, and one who follows the feed.
pub(super) async fn eight_writers(stores: &[Store], each: u64) {
    let (company, by) = (id(1), id(2));
    found(&stores[0], company, by).await;
    let writers: Vec<_> = (0..8)
        .zip(stores.iter().cycle())
        .map(|(writer, store)| {
            let store = store.clone();
            tokio::spawn(async move {
                for number in 0..each {
                    let draft = id(1_000 + writer * each + number);
                    let key = format!("{writer}-{number}");
                    carry_out(&store, order(company, by, &key, put(draft, None)))
                        .await
                        .unwrap();
                }
            })
        })
        .collect();
    // A reader that follows meanwhile must see every number once and in order, though writers are at work.
    let (mut seen, mut last) = (HashSet::new(), 0);
    while seen.len() as u64 != 8 * each + 2 {
        let page = match stores[0].companies().changes(company, last, 64).await {
            Err(StoreError::Busy | StoreError::Interrupted(_)) => continue,
            page => page.unwrap(),
        };
        for change in page.items {
            assert_eq!(change.number, last + 1, "a gap or a double");
            last = change.number;
            assert!(seen.insert((change.notice.noun, change.notice.id)));
        }
        // Often enough to meet every commit half done, and seldom enough to leave the processors to the writers.
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
    for writer in writers {
        writer.await.unwrap();
    }
    let audited = stores[0].verify_audit().await.unwrap();
    assert_eq!((audited.entries, audited.first_bad), (8 * each + 1, None));
}

async fn the_feed_has_no_gap_and_no_double_under_eight_writers(place: Place) {
    let stores = match place {
        Place::Sqlite(_) => vec![open(&place).await],
        // Several hubs may share one server.
        Place::Postgres(_) => vec![open(&place).await, open(&place).await],
    };
    eight_writers(&stores, changes_each()).await;
}
