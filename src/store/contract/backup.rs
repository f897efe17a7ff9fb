use std::fs;

use super::{
    Folder,
    market::{carry_out, found, id, order, put},
};
use crate::{BackupError, Store, back_up, restore};

/// The drill: back up a database at work, lose the folder, restore, and find everything that was acknowledged before.
#[tokio::test]
async fn what_was_backed_up_is_restored() {
    let (folder, kept) = (Folder::new(), Folder::new());
    let store = Store::open(folder.as_ref()).await.unwrap();
    let (company, by) = (id(1), id(2));
    found(&store, company, by).await;
    for number in 0..50 {
        carry_out(
            &store,
            order(company, by, &number.to_string(), put(id(10 + number), None)),
        )
        .await
        .unwrap();
    }
    let made = back_up(folder.as_ref(), kept.as_ref()).await.unwrap();
    assert_eq!(made.entries, 51);
    // What comes after the backup is not in it, and the server need not stop for it.
    carry_out(&store, order(company, by, "late", put(id(99), None)))
        .await
        .unwrap();
    store.close().await.unwrap();
    fs::remove_dir_all(&folder).unwrap();

    assert_eq!(restore(kept.as_ref(), folder.as_ref()).await.unwrap(), made);
    let store = Store::open(folder.as_ref()).await.unwrap();
    let drafts = store
        .companies()
        .drafts(company, None, 100)
        .await
        .unwrap()
        .items;
    assert_eq!(drafts.len(), 50);
    assert_eq!(
        store
            .companies()
            .changes(company, 0, 100)
            .await
            .unwrap()
            .items
            .len(),
        52
    );
    // A client that sends again what it had acknowledged before is answered as before.
    let again = carry_out(&store, order(company, by, "7", put(id(17), None)))
        .await
        .unwrap();
    assert!(again.is_replayed);
    // And what was lost with the folder arrives by being sent again.
    let late = carry_out(&store, order(company, by, "late", put(id(99), None)))
        .await
        .unwrap();
    assert!(!late.is_replayed);
}

#[tokio::test]
async fn a_damaged_backup_is_refused_and_nothing_is_overwritten() {
    let (folder, kept, other) = (Folder::new(), Folder::new(), Folder::new());
    let store = Store::open(folder.as_ref()).await.unwrap();
    found(&store, id(1), id(2)).await;
    back_up(folder.as_ref(), kept.as_ref()).await.unwrap();
    store.close().await.unwrap();
    let again = back_up(folder.as_ref(), kept.as_ref()).await;
    assert!(matches!(again, Err(BackupError::Taken { .. })));
    let there = restore(kept.as_ref(), folder.as_ref()).await;
    assert!(matches!(there, Err(BackupError::Taken { .. })));
    let copy = kept.as_ref().join("hub.sqlite");
    let mut bytes = fs::read(&copy).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&copy, bytes).unwrap();
    fs::create_dir_all(&other).unwrap();
    let refused = restore(kept.as_ref(), other.as_ref()).await;
    assert!(matches!(refused, Err(BackupError::Sum)));
    assert_eq!(fs::read_dir(&other).unwrap().count(), 0);
}
