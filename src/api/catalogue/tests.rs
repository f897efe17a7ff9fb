use api_types::catalogue::{Front, encode};
use api_types::problem::Code;

use crate::testing::Server;

/// Long enough to be worth compressing.
fn list() -> String {
    format!("[{}0]", "1,".repeat(3000))
}

/// A front with so many products.
fn front(products: u32) -> Vec<u8> {
    encode(&Front {
        products,
        ..Front::default()
    })
}

async fn published() -> Server {
    let server = Server::new().await;
    let parts = [
        ("front.bin", front(1)),
        ("list-1a.bin", list().into_bytes()),
        ("bolts-2b.svg", b"<svg/>".to_vec()),
    ];
    server.publish_bytes(&parts).await;
    server
}

#[tokio::test]
async fn the_front_is_bytes_for_the_client_and_json_for_all_others() {
    let server = published().await;
    let bytes = server.get("/catalogue/front.bin", &[]).await;
    assert_eq!(bytes.body, front(1));
    assert_eq!(bytes.header("content-type"), "application/octet-stream");
    let json = server.get("/v1/catalogue", &[]).await;
    assert_eq!(
        serde_json::from_slice::<Front>(&json.body)
            .unwrap()
            .products,
        1
    );
    assert_eq!(json.header("content-type"), "application/json");
    for answer in [bytes, json] {
        assert_eq!(answer.status, 200);
        assert_eq!(answer.header("cache-control"), "no-cache");
        assert_eq!(answer.header("vary"), "accept-encoding");
    }
}

#[tokio::test]
async fn a_front_that_is_known_is_not_sent_again() {
    let server = published().await;
    let first = server.get("/v1/catalogue", &[]).await;
    let tag = first.header("etag");
    for known in [tag, &format!("\"other\", W/{tag}"), "*"] {
        let again = server
            .get("/v1/catalogue", &[("if-none-match", known)])
            .await;
        assert_eq!(again.status, 304);
        assert!(again.body.is_empty());
        assert_eq!(again.header("etag"), tag);
        assert_eq!(again.header("cache-control"), "no-cache");
        assert_eq!(again.header("content-type"), "");
    }
    server.publish_bytes(&[("front.bin", front(2))]).await;
    let changed = server.get("/v1/catalogue", &[("if-none-match", tag)]).await;
    assert_eq!(changed.status, 200);
    assert_ne!(changed.header("etag"), tag);
}

#[tokio::test]
async fn a_part_is_for_ever() {
    let server = published().await;
    let answer = server.get("/catalogue/bolts-2b.svg", &[]).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.text(), "<svg/>");
    assert_eq!(answer.header("content-type"), "image/svg+xml");
    assert_eq!(
        answer.header("cache-control"),
        "public, max-age=31536000, immutable"
    );
}

#[tokio::test]
async fn a_part_comes_in_the_coding_that_was_asked_for() {
    let server = published().await;
    let check = async |accepted: &str, coding: &str| {
        let headers = [("accept-encoding", accepted)];
        let answer = server.get("/catalogue/list-1a.bin", &headers).await;
        assert_eq!(answer.header("content-encoding"), coding, "{accepted}");
        assert_eq!(answer.header("content-type"), "application/octet-stream");
        assert_eq!(answer.header("vary"), "accept-encoding");
        (answer.body.len(), answer.header("etag").to_owned())
    };
    let (plain, plain_tag) = check("", "").await;
    let (gzip, gzip_tag) = check("gzip", "gzip").await;
    let (brotli, brotli_tag) = check("gzip, deflate, br, zstd", "br").await;
    assert_eq!(plain, list().len());
    assert!(brotli < gzip && gzip < plain);
    assert_ne!(plain_tag, gzip_tag);
    assert_ne!(gzip_tag, brotli_tag);
}

#[tokio::test]
async fn a_part_that_is_not_there_is_a_problem() {
    let server = published().await;
    for address in [
        "/catalogue/none.bin",
        "/catalogue/..%2f..%2fetc%2fpasswd",
        "/catalogue/%00",
    ] {
        let answer = server.get(address, &[]).await;
        answer.assert_problem(404, Code::NotFound);
    }
}

#[tokio::test]
async fn before_the_first_publication_there_is_no_front() {
    let server = Server::new().await;
    let answer = server.get("/catalogue/front.bin", &[]).await;
    answer.assert_problem(404, Code::CatalogueNotPublished);
}
