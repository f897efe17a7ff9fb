use std::{sync::Arc, time::Duration};

use api_types::catalogue::{Front, List, Rate, Suppliers, decode};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use store::catalogue::Publication;

use super::{Base, Bell, Goods, Publisher, make::Memo, run};
use crate::{
    company::tests::deals,
    testing::{Server, goods::code},
};

fn base(name: &str) -> Base {
    let goods = || Goods {
        suppliers: Vec::new(),
        products: Vec::new(),
        published_on: "2026-11-20".parse().unwrap(),
        rate: Rate {
            date: "2026-11-20".into(),
            cny_per_sgd_millionths: 5_400_000,
            sgd_per_usd_millionths: 1_300_000,
        },
    };
    Base {
        name: name.to_owned(),
        read: Arc::new(move || Ok(goods())),
    }
}

fn publisher(server: &Server, name: &str) -> Publisher {
    Publisher {
        store: server.store.clone(),
        base: Arc::new(base(name)),
        memo: Memo::default(),
    }
}

async fn part<T: DeserializeOwned>(server: &Server, name: &str) -> T {
    let answer = server.get(&format!("/catalogue/{name}"), &[]).await;
    assert_eq!(answer.status, 200, "{name}");
    decode(&answer.body).unwrap()
}

/// The front once it is another than the one with this tag.
async fn front_after(server: &Server, tag: &str) -> (String, Front) {
    // As long as it takes: whoever waits for ever is ended by whoever runs the tests.
    loop {
        let answer = server.get("/catalogue/front.bin", &[]).await;
        if answer.status == 200 && answer.header("etag") != tag {
            let front = decode(&answer.body).unwrap();
            return (answer.header("etag").to_owned(), front);
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

async fn skus(server: &Server, front: &Front) -> Vec<String> {
    part::<List>(server, &front.list).await.sku
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_published_reaches_buyers_and_what_is_withdrawn_leaves_them() {
    let server = Server::new().await;
    let publisher = tokio::spawn(run(server.store.clone(), base("base"), server.bell.clone()));
    let (first, front) = front_after(&server, "").await;
    assert_eq!((front.products, front.suppliers.len()), (0, 0));

    let wei = server.person("wei").await;
    let company = wei.supply().await;
    let listing = wei.list(company, "M8x40").await;
    let mut latest = front_after(&server, &first).await;
    while latest.1.products == 0 {
        latest = front_after(&server, &latest.0).await;
    }
    let (second, front) = latest;
    assert_eq!(skus(&server, &front).await, ["M8x40"]);
    let [card] = &front.suppliers[..] else {
        panic!("{:?}", front.suppliers)
    };
    // What a supplier cannot say of itself was not believed.
    assert_eq!(
        (card.code.clone(), card.verification, card.orders),
        (code(company), 0, 0)
    );
    assert!(!card.demonstration);
    let page: Suppliers = part(&server, &front.supplier_details).await;
    assert_eq!(page.suppliers[0].uen, "202630832C");
    assert_eq!(page.suppliers[0].certificates[0].kind, "ISO 9001");
    assert_eq!(page.suppliers[0].departments.len(), 1);

    let path = format!("/v1/companies/{company}/listings/{listing}");
    wei.change("DELETE", &path, Some(1), &Value::Null).await;
    let (_, front) = front_after(&server, &second).await;
    assert_eq!((front.products, front.suppliers.len()), (0, 1));
    publisher.abort();
}

#[tokio::test]
async fn what_was_not_finished_is_caught_up_and_what_was_is_not_done_again() {
    let server = Server::new().await;
    let wei = server.person("wei").await;
    let company = wei.supply().await;
    wei.list(company, "M8").await;
    // The hub ended before it published, and is started again.
    let done = publisher(&server, "a")
        .bring_up_to_date(true)
        .await
        .unwrap();
    assert!(matches!(done, Some(Publication::Replaced { .. })));
    assert_eq!(
        publisher(&server, "a")
            .bring_up_to_date(true)
            .await
            .unwrap(),
        None
    );
    // A release with other goods makes it anew at its start, and another hub leaves that alone.
    let other = publisher(&server, "b")
        .bring_up_to_date(true)
        .await
        .unwrap();
    assert_eq!(other, Some(Publication::Unchanged));
    assert_eq!(
        publisher(&server, "a")
            .bring_up_to_date(false)
            .await
            .unwrap(),
        None
    );
    wei.list(company, "M10").await;
    let done = publisher(&server, "a")
        .bring_up_to_date(false)
        .await
        .unwrap();
    assert!(matches!(done, Some(Publication::Replaced { .. })));
}

#[tokio::test]
async fn a_completed_order_stands_on_its_suppliers_page() {
    let server = Server::new().await;
    let (buyer, seller) = (server.person("buyer").await, server.person("seller").await);
    let (own, theirs) = (buyer.found().await, seller.supply().await);
    let seller = (&seller, theirs);
    let order = deals::agree(&buyer, &buyer, &seller, own, false).await;
    let bought = format!("/v1/companies/{own}/orders/{order}/steps");
    let sold = format!("/v1/companies/{theirs}/orders/{order}/steps");
    let today = crate::clock::today().to_string();
    let lines = json!([{ "line": deals::LINE, "quantity": "5000" }]);
    for (at, (who, path, step)) in (1..).zip([
        (seller.0, &sold, json!("confirm")),
        (
            seller.0,
            &sold,
            json!({ "ship": { "lines": lines, "on": today } }),
        ),
        (&buyer, &bought, json!({ "receive": { "shipment": 1 } })),
        (&buyer, &bought, json!("complete")),
    ]) {
        let form = json!({ "step": step });
        let answer = who.change("POST", path, Some(at), &form).await;
        assert_eq!(answer.status, 200, "{form}: {}", answer.text());
    }
    publisher(&server, "a")
        .bring_up_to_date(true)
        .await
        .unwrap();
    let (_, front) = front_after(&server, "").await;
    let card = &front.suppliers[0];
    assert_eq!((card.orders, card.on_time_percent), (1, 100));
}

#[tokio::test]
async fn a_supplier_without_a_page_shows_nothing() {
    let server = Server::new().await;
    let wei = server.person("wei").await;
    let company = wei.supply().await;
    wei.list(company, "M8").await;
    let path = format!("/v1/companies/{company}/listings/{company}");
    wei.change("DELETE", &path, Some(1), &Value::Null).await;
    publisher(&server, "a")
        .bring_up_to_date(true)
        .await
        .unwrap();
    let (_, front) = front_after(&server, "").await;
    assert_eq!((front.products, front.suppliers.len()), (0, 0));
    Bell::default().ring();
}
