//! Listings and blobs: what an order finds, writes and leaves alone.

use domain::{Id, Media};
use market::{
    Blob, BlobKind, Command, DraftKind, Fault, ListingState, Moment, Offer, Offered, Outcome,
    Photo, ProductRow, Refusal, Why,
};

use super::{
    Place, change,
    market::{carry_out, found, id, order},
    open,
};
use crate::{Store, backend::Pool, company::Receipt};

on_both!(
    what_is_published_is_kept_until_it_is_withdrawn,
    of_many_the_good_ones_are_done,
    a_code_stays_its_first_owners,
    a_blob_is_one_thing_for_ever,
);

const BY: u64 = 2;

fn offer(listing: Id, draft: u64, key: &str) -> Offer {
    let offered = Offered {
        content: format!(r#"{{"cells":{{"sku":"{key}"}}}}"#),
        key: key.to_owned(),
        expires_on: Some(20_000),
        photos: Vec::new(),
    };
    Offer {
        listing,
        draft,
        checked: Some(Ok(offered)),
    }
}

fn draft(id: Id, kind: DraftKind) -> Command {
    Command::PutDraft {
        draft: id,
        kind,
        content: "{}".to_owned(),
        known: None,
    }
}

async fn done(store: &Store, company: Id, key: &str, command: Command) -> Result<Receipt, Refusal> {
    carry_out(store, order(company, id(BY), key, command)).await
}

/// A supplier with a page of this code, and the draft of a product, 3.
async fn supplier(store: &Store, company: Id, code: &str) {
    found(store, company, id(BY)).await;
    let commands = [
        draft(company, DraftKind::Profile),
        draft(id(3), DraftKind::Product),
        publish(offer(company, 1, code)),
    ];
    for (number, command) in commands.into_iter().enumerate() {
        done(store, company, &format!("s{number}"), command)
            .await
            .unwrap();
    }
}

fn publish(offer: Offer) -> Command {
    Command::PutListing { offer, known: None }
}

async fn what_is_published_is_kept_until_it_is_withdrawn(place: Place) {
    let store = open(&place).await;
    let company = id(1);
    supplier(&store, company, "lion").await;
    let put = publish(offer(id(3), 1, "m8"));
    assert_eq!(
        done(&store, company, "a", put.clone())
            .await
            .unwrap()
            .version,
        1
    );
    assert!(done(&store, company, "a", put).await.unwrap().is_replayed);
    let again = done(&store, company, "b", publish(offer(id(3), 1, "m8"))).await;
    assert_eq!(again.unwrap().version, 2);
    let late = done(&store, company, "c", publish(offer(id(3), 2, "m8"))).await;
    assert_eq!(late, Err(Refusal::Behind { version: 1 }));
    store.close().await.unwrap();

    let store = open(&place).await;
    let companies = store.companies();
    let page = companies.listings(company, None, 1).await.unwrap();
    assert_eq!((page.items[0].id, page.has_more), (company, true));
    let page = companies.listings(company, Some(company), 9).await.unwrap();
    let shown = (page.items[0].id, page.items[0].state, page.items[0].version);
    assert_eq!(shown, (id(3), ListingState::Published, 2));
    let ending = companies.ending(company, 20_000, 9).await.unwrap();
    assert_eq!(ending.len(), 2);
    assert!(
        companies
            .ending(company, 19_999, 9)
            .await
            .unwrap()
            .is_empty()
    );
    let withdraw = Command::WithdrawListing {
        listing: id(3),
        known: 2,
    };
    assert_eq!(
        done(&store, company, "d", withdraw).await.unwrap().version,
        3
    );
    let listing = companies.listing(company, id(3)).await.unwrap().unwrap();
    assert_eq!(
        (listing.state, listing.version),
        (ListingState::Withdrawn, 3)
    );
    assert_eq!(companies.ending(company, 20_000, 9).await.unwrap().len(), 1);
    assert!(companies.listing(id(7), id(3)).await.unwrap().is_none());
}

async fn of_many_the_good_ones_are_done(place: Place) {
    let store = open(&place).await;
    let company = id(1);
    supplier(&store, company, "lion").await;
    // More than are looked up at once.
    let count = 250;
    let row = |number| ProductRow {
        draft: id(100 + number),
        content: "{}".to_owned(),
        known: None,
    };
    for rows in [0..200, 200..count] {
        let key = format!("d{}", rows.start);
        let rows = rows.map(row).collect();
        let receipt = done(&store, company, &key, Command::PutProducts { rows }).await;
        assert_eq!(receipt.unwrap().version, 1);
    }
    let (there, new) = (row(0), row(count));
    let rows = vec![new, there];
    let late = done(&store, company, "late", Command::PutProducts { rows }).await;
    assert_eq!(late, Err(Refusal::Exists { version: 1 }));
    let found = store.companies().draft(company, id(100 + count)).await;
    assert!(found.unwrap().is_none(), "a part of what was refused");
    let mut offers: Vec<_> = (0..count)
        .map(|number| offer(id(100 + number), 1, &format!("m{}", number / 2)))
        .collect();
    let faults = vec![Fault::new("/cells/moq", Why::Missing).because("blank")];
    offers[0].checked = Some(Err(faults.clone()));
    let many = Command::PutPublication {
        publication: id(9),
        offers: offers.clone(),
        withdrawals: vec![(id(3), 1)],
    };
    let receipt = done(&store, company, "m", many.clone()).await.unwrap();
    assert_eq!((receipt.id, receipt.version), (id(9), 1));
    let again = done(&store, company, "n", many).await;
    assert_eq!(again, Err(Refusal::Exists { version: 1 }));

    let kept = store
        .companies()
        .publication(company, id(9))
        .await
        .unwrap()
        .unwrap();
    let outcomes: Vec<_> = kept.items.into_iter().map(|item| item.outcome).collect();
    assert_eq!(outcomes[0], Outcome::Refused(Refusal::NotFound));
    assert_eq!(outcomes[1], Outcome::Refused(Refusal::Invalid(faults)));
    // Of two with one number the first; where that was faulty, the second.
    assert_eq!(outcomes[2], Outcome::Published(1));
    let published = outcomes.iter().filter(|one| **one == Outcome::Published(1));
    assert_eq!(published.count() as u64, count / 2);
    let next = Command::PutPublication {
        publication: id(10),
        offers: vec![offers[3].clone()],
        withdrawals: vec![(id(102), 1)],
    };
    done(&store, company, "o", next).await.unwrap();
    let kept = store
        .companies()
        .publication(company, id(10))
        .await
        .unwrap()
        .unwrap();
    let outcomes: Vec<_> = kept.items.into_iter().map(|item| item.outcome).collect();
    assert_eq!(outcomes, [Outcome::Withdrawn(2), Outcome::Published(1)]);
    assert_eq!(store.verify_audit().await.unwrap().first_bad, None);
}

async fn a_code_stays_its_first_owners(place: Place) {
    let store = open(&place).await;
    supplier(&store, id(1), "lion").await;
    found(&store, id(5), id(BY)).await;
    done(&store, id(5), "p", draft(id(5), DraftKind::Profile))
        .await
        .unwrap();
    let taken = || {
        Err(Refusal::Invalid(vec![Fault::new(
            "/cells/code",
            Why::Taken,
        )]))
    };
    let take = |code| publish(offer(id(5), 1, code));
    assert_eq!(done(&store, id(5), "a", take("lion")).await, taken());
    done(&store, id(1), "b", publish(offer(id(1), 1, "tiger")))
        .await
        .unwrap();
    assert_eq!(done(&store, id(5), "c", take("lion")).await, taken());
    assert!(done(&store, id(5), "d", take("leopard")).await.is_ok());
}

async fn a_blob_is_one_thing_for_ever(place: Place) {
    let store = open(&place).await;
    let company = id(1);
    supplier(&store, company, "lion").await;
    let blob = |digest: u8, object: &str| Blob {
        kind: BlobKind::Photograph,
        media: Media::Webp,
        bytes: 12,
        digest: [digest; 32],
        width: 800,
        height: 600,
        object: object.to_owned(),
        made_at: Moment(7),
    };
    let put = |what| Command::PutBlob { blob: id(4), what };
    assert_eq!(
        done(&store, company, "a", put(blob(1, "x")))
            .await
            .unwrap()
            .version,
        1
    );
    assert!(done(&store, company, "b", put(blob(1, "y"))).await.is_ok());
    let other = done(&store, company, "c", put(blob(2, "z"))).await;
    assert_eq!(other, Err(Refusal::Exists { version: 1 }));
    let companies = store.companies();
    let kept = companies.blob(company, id(4)).await.unwrap();
    assert_eq!(kept, Some(blob(1, "x")));
    assert_eq!(companies.blob(id(7), id(4)).await.unwrap(), None);

    assert_eq!(companies.photo([1; 32]).await.unwrap(), None);
    let mut shown = offer(id(3), 1, "m8");
    if let Some(Ok(offered)) = &mut shown.checked {
        offered.content = format!(r#"{{"cells":{{}},"photos":["{}.webp"]}}"#, "01".repeat(32));
        offered.photos = vec![Photo {
            blob: id(4),
            digest: [1; 32],
        }];
    }
    done(&store, company, "d", publish(shown.clone()))
        .await
        .unwrap();
    assert_eq!(companies.photo([1; 32]).await.unwrap(), Some(blob(1, "x")));
    // What no published listing shows is shown no more: of one that shows others, and of one that is withdrawn.
    let publish_again = |key, offer| {
        let (store, command) = (&store, publish(offer));
        async move { done(store, company, key, command).await.unwrap() }
    };
    publish_again("e", offer(id(3), 1, "m8")).await;
    assert_eq!(companies.photo([1; 32]).await.unwrap(), None);
    publish_again("f", shown).await;
    assert!(companies.photo([1; 32]).await.unwrap().is_some());
    // A database of an earlier release did not know which listing shows what: its contents say so.
    let forget = change(&store.writer, "DELETE FROM shown_photos").await;
    assert_eq!(forget.unwrap(), 1);
    let step = match &store.writer {
        Pool::Sqlite(_) => include_str!("../migrations/sqlite/0005_what_is_shown.sql"),
        Pool::Postgres(_) => include_str!("../migrations/postgres/0005_what_is_shown.sql"),
    };
    assert_eq!(change(&store.writer, step).await.unwrap(), 1);
    assert_eq!(companies.photo([1; 32]).await.unwrap(), Some(blob(1, "x")));
    let withdraw = Command::WithdrawListing {
        listing: id(3),
        known: 3,
    };
    done(&store, company, "g", withdraw).await.unwrap();
    assert_eq!(companies.photo([1; 32]).await.unwrap(), None);
}
