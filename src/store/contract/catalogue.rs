use bytes::Bytes;

use super::{Place, day, open, parts};
use crate::{
    Store, StoreError,
    catalogue::{Accepted, Coding, Edition, FRONT, Part, Publication},
};

on_both!(
    an_edition_of_earlier_listings_never_replaces_a_later_one,
    nothing_is_there_before_the_first_publication,
    what_was_published_is_read_back_after_opening_again,
    a_part_left_out_is_kept_for_thirty_days,
    a_part_that_comes_back_is_current_again,
    the_same_publication_again_writes_nothing,
    a_name_never_comes_to_mean_other_bytes,
    odd_names_doubles_and_a_missing_front_are_refused,
    the_smallest_accepted_coding_is_read,
    coded_bodies_decode_to_the_part,
    readers_meanwhile_see_one_publication_or_the_other,
);

const PLAIN: Accepted = Accepted {
    gzip: false,
    brotli: false,
};

async fn publish(store: &Store, offered: &[(&str, &str)], on: u64) -> Publication {
    let published = store.catalogue().publish(&parts(offered), day(on)).await;
    published.unwrap()
}

async fn text(store: &Store, name: &str) -> Option<String> {
    let found = store.catalogue().part(name, PLAIN).await.unwrap();
    found.map(|part| String::from_utf8(part.bytes.to_vec()).unwrap())
}

async fn nothing_is_there_before_the_first_publication(place: Place) {
    let store = open(&place).await;
    assert_eq!(store.catalogue().front(PLAIN).await.unwrap(), None);
    assert_eq!(store.catalogue().front_digest().await.unwrap(), None);
    assert_eq!(text(&store, "list-1.bin").await, None);
}

async fn what_was_published_is_read_back_after_opening_again(place: Place) {
    let store = open(&place).await;
    publish(&store, &[(FRONT, "one"), ("list-1.bin", "[1]")], 0).await;
    store.close().await.unwrap();
    let store = open(&place).await;
    let front = store.catalogue().front(PLAIN).await.unwrap();
    assert_eq!(
        front,
        Some(Part {
            // printf one | sha256sum
            digest: "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed".into(),
            coding: Coding::Identity,
            bytes: Bytes::from_static(b"one"),
        })
    );
    let digest = store.catalogue().front_digest().await.unwrap();
    assert_eq!(digest, front.map(|front| front.digest));
    assert_eq!(text(&store, "list-1.bin").await.as_deref(), Some("[1]"));
}

async fn a_part_left_out_is_kept_for_thirty_days(place: Place) {
    let store = open(&place).await;
    publish(&store, &[(FRONT, "one"), ("a.bin", "a")], 0).await;
    let second = publish(&store, &[(FRONT, "two"), ("b.bin", "b")], 1).await;
    assert_eq!(
        second,
        Publication::Replaced {
            added: 2,
            withdrawn: 1,
            dropped: 0
        }
    );
    assert_eq!(text(&store, FRONT).await.as_deref(), Some("two"));
    assert_eq!(text(&store, "a.bin").await.as_deref(), Some("a"));
    publish(&store, &[(FRONT, "three"), ("b.bin", "b")], 31).await;
    assert_eq!(text(&store, "a.bin").await.as_deref(), Some("a"));
    let last = publish(&store, &[(FRONT, "four"), ("b.bin", "b")], 32).await;
    assert_eq!(
        last,
        Publication::Replaced {
            added: 1,
            withdrawn: 0,
            dropped: 1
        }
    );
    assert_eq!(text(&store, "a.bin").await, None);
    assert_eq!(text(&store, "b.bin").await.as_deref(), Some("b"));
}

async fn a_part_that_comes_back_is_current_again(place: Place) {
    let store = open(&place).await;
    publish(&store, &[(FRONT, "one"), ("a.bin", "a")], 0).await;
    publish(&store, &[(FRONT, "two")], 1).await;
    publish(&store, &[(FRONT, "one"), ("a.bin", "a")], 2).await;
    publish(&store, &[(FRONT, "three"), ("a.bin", "a")], 90).await;
    assert_eq!(text(&store, "a.bin").await.as_deref(), Some("a"));
}

async fn the_same_publication_again_writes_nothing(place: Place) {
    let store = open(&place).await;
    let offered = [(FRONT, "one"), ("a.bin", "a")];
    publish(&store, &offered, 0).await;
    assert_eq!(publish(&store, &offered, 1).await, Publication::Unchanged);
}

async fn a_name_never_comes_to_mean_other_bytes(place: Place) {
    let store = open(&place).await;
    publish(&store, &[(FRONT, "one"), ("a.bin", "a")], 0).await;
    let other = parts(&[(FRONT, "two"), ("a.bin", "b")]);
    let refused = store.catalogue().publish(&other, day(1)).await;
    assert!(matches!(refused, Err(StoreError::PartChanged { name }) if name == "a.bin"));
    assert_eq!(text(&store, FRONT).await.as_deref(), Some("one"));
}

async fn odd_names_doubles_and_a_missing_front_are_refused(place: Place) {
    let store = open(&place).await;
    let refused = async |offered: &[(&str, &str)]| {
        let published = store.catalogue().publish(&parts(offered), day(0)).await;
        published.expect_err("refused")
    };
    for name in ["", ".hidden", "../up", "a/b", "A", "é", &"a".repeat(121)] {
        let error = refused(&[(FRONT, "one"), (name, "x")]).await;
        assert!(matches!(error, StoreError::PartName { .. }), "{name}");
    }
    let twice = refused(&[(FRONT, "one"), ("a", "x"), ("a", "x")]).await;
    assert!(matches!(twice, StoreError::PartName { .. }));
    let headless = refused(&[("a", "x")]).await;
    assert!(matches!(headless, StoreError::FrontMissing));
}

async fn the_smallest_accepted_coding_is_read(place: Place) {
    let store = open(&place).await;
    let long = "hexagon head screw ISO 4017 M8 x 40, 8.8, zinc plated\n".repeat(200);
    publish(&store, &[(FRONT, "one"), ("long.bin", &long)], 0).await;
    let read = async |name: &str, gzip, brotli| {
        let accepted = Accepted { gzip, brotli };
        let part = store.catalogue().part(name, accepted).await.unwrap();
        part.unwrap()
    };
    let check = async |gzip, brotli, coding| {
        let part = read("long.bin", gzip, brotli).await;
        assert_eq!(part.coding, coding);
        part.bytes.len()
    };
    let identity = check(false, false, Coding::Identity).await;
    let gzip = check(true, false, Coding::Gzip).await;
    let brotli = check(false, true, Coding::Brotli).await;
    assert_eq!(check(true, true, Coding::Brotli).await, brotli);
    assert!(brotli < gzip && gzip < identity);
    // Three bytes only grow.
    assert_eq!(read(FRONT, true, true).await.coding, Coding::Identity);
}

async fn coded_bodies_decode_to_the_part(place: Place) {
    use std::io::Read;

    let store = open(&place).await;
    let long = "六角头螺栓 GB/T 5783 M8×40\n".repeat(200);
    publish(&store, &[(FRONT, &long)], 0).await;
    let read = async |gzip, brotli| {
        let front = store.catalogue().front(Accepted { gzip, brotli }).await;
        front.unwrap().unwrap().bytes
    };
    let (gzip, brotli) = (read(true, false).await, read(false, true).await);
    let mut text = String::new();
    let mut decoder = flate2::read::GzDecoder::new(&*gzip);
    decoder.read_to_string(&mut text).unwrap();
    assert_eq!(text, long);
    let mut decoded = Vec::new();
    brotli::BrotliDecompress(&mut &*brotli, &mut decoded).unwrap();
    assert_eq!(decoded, long.as_bytes());
}

async fn readers_meanwhile_see_one_publication_or_the_other(place: Place) {
    let store = open(&place).await;
    publish(&store, &[(FRONT, "p0.bin"), ("p0.bin", "0")], 0).await;
    let writing = async {
        for number in 1..40 {
            let name = format!("p{number}.bin");
            publish(&store, &[(FRONT, &name), (&name, "x")], number).await;
        }
    };
    let reading = async {
        for _ in 0..200 {
            let named = text(&store, FRONT).await.unwrap();
            assert!(text(&store, &named).await.is_some(), "{named}");
        }
    };
    tokio::join!(writing, reading);
}

async fn an_edition_of_earlier_listings_never_replaces_a_later_one(place: Place) {
    let store = open(&place).await;
    let catalogue = store.catalogue();
    let edition = |listings| Edition {
        listings,
        base: "base".to_owned(),
    };
    let publish = async |front: &str, listings| {
        let parts = parts(&[("front.bin", front)]);
        let edition = edition(listings);
        catalogue
            .publish_edition(&parts, Some(&edition), day(0))
            .await
            .unwrap()
    };
    assert_eq!(catalogue.edition().await.unwrap(), None);
    assert!(matches!(
        publish("a", 3).await,
        Publication::Replaced { .. }
    ));
    assert_eq!(publish("b", 2).await, Publication::Overtaken);
    assert_eq!(catalogue.edition().await.unwrap(), Some(edition(3)));
    assert_eq!(publish("a", 5).await, Publication::Unchanged);
    assert_eq!(catalogue.edition().await.unwrap(), Some(edition(5)));
    let front = catalogue.front(Accepted::default()).await.unwrap().unwrap();
    assert_eq!(&front.bytes[..], b"a");
    assert_eq!(catalogue.listings().await.unwrap(), 0);
    assert!(catalogue.shown(None, 9).await.unwrap().is_empty());
}
