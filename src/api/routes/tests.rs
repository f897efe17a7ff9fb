use api_types::catalogue::{Front, encode};
use api_types::{health::Health, problem::Code};
use axum::body::Body;

use tokio::sync::Semaphore;

use super::{Means, whole};
use crate::{limits, testing::Server};

#[tokio::test]
async fn health_names_the_release_and_the_catalogue() {
    let server = Server::new().await;
    let ask = async || {
        let answer = server.get("/v1/health", &[]).await;
        assert_eq!(answer.status, 200);
        assert_eq!(answer.header("content-type"), "application/json");
        assert_eq!(answer.header("cache-control"), "no-store");
        serde_json::from_slice::<Health>(&answer.body).unwrap()
    };
    let before = ask().await;
    assert_eq!(before.release, env!("CARGO_PKG_VERSION"));
    assert_eq!(before.catalogue, None);
    server.publish(&[("front.bin", "{}")]).await;
    assert_eq!(ask().await.catalogue.map(|digest| digest.len()), Some(64));
}

#[tokio::test]
async fn a_closed_store_is_a_failure_that_tells_nothing() {
    let server = Server::new().await;
    server.store.clone().close().await.unwrap();
    let answer = server.get("/v1/health", &[]).await;
    answer.assert_problem(500, Code::Internal);
    assert!(!answer.text().contains("pool"));
}

#[tokio::test]
async fn an_unknown_address_of_the_api_is_a_problem() {
    let server = Server::new().await;
    for address in ["/v1", "/v1/", "/v1/nothing", "/v1/health/more", "/v1/%"] {
        let answer = server.get(address, &[]).await;
        answer.assert_problem(404, Code::NotFound);
    }
}

#[tokio::test]
async fn the_wrong_method_is_a_problem_that_names_the_right_ones() {
    let server = Server::new().await;
    for address in [
        "/v1/health",
        "/v1/catalogue",
        "/catalogue/front.bin",
        "/catalogue/list-1.bin",
        "/",
        "/en/products",
        "/sw.js",
    ] {
        for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PROPFIND"] {
            let answer = server.ask(method, address, &[], Body::empty()).await;
            answer.assert_problem(405, Code::MethodNotAllowed);
            assert_eq!(answer.header("allow"), "GET,HEAD", "{method} {address}");
        }
    }
}

#[tokio::test]
async fn a_head_is_a_get_without_its_body() {
    let server = Server::new().await;
    let front = encode(&Front::default());
    server.publish_bytes(&[("front.bin", front)]).await;
    for address in ["/", "/v1/health", "/v1/catalogue"] {
        let get = server.get(address, &[]).await;
        let head = server.ask("HEAD", address, &[], Body::empty()).await;
        assert_eq!(head.status, 200);
        assert!(head.body.is_empty());
        assert_eq!(head.header("etag"), get.header("etag"));
        assert_eq!(head.header("content-length"), get.body.len().to_string());
    }
}

#[tokio::test]
async fn every_answer_has_the_security_headers_and_a_name() {
    let server = Server::new().await;
    let large = || Body::from(vec![b' '; limits::BODY + 1]);
    let answers = [
        server.get("/", &[]).await,
        server.get("/", &[("if-none-match", "*")]).await,
        server.get("/nothing", &[]).await,
        server.get("/nothing.js", &[]).await,
        server.get("/v1/health", &[]).await,
        server.get("/v1/nothing", &[]).await,
        server.get("/catalogue/front.bin", &[]).await,
        server.ask("POST", "/v1/health", &[], Body::empty()).await,
        server.ask("POST", "/v1/health", &[], large()).await,
    ];
    let mut names = Vec::new();
    for answer in &answers {
        let policy = answer.header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval';"));
        assert!(policy.ends_with("frame-ancestors 'none'"));
        assert!(!policy.contains("unsafe-inline") && !policy.contains("  "));
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin");
        assert_eq!(answer.header("cross-origin-resource-policy"), "same-origin");
        for name in [
            "strict-transport-security",
            "referrer-policy",
            "permissions-policy",
        ] {
            assert!(!answer.header(name).is_empty(), "{name}");
        }
        names.push(answer.header("x-request-id"));
    }
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), answers.len());
}

#[tokio::test]
async fn a_name_that_the_client_gives_is_ignored() {
    let server = Server::new().await;
    let answer = server.get("/", &[("x-request-id", "forged")]).await;
    assert_ne!(answer.header("x-request-id"), "forged");
}

#[tokio::test]
async fn a_large_body_is_refused_unread() {
    let server = Server::new().await;
    let body = Body::from(vec![b' '; limits::BODY + 1]);
    let answer = server.ask("PUT", "/v1/nothing", &[], body).await;
    answer.assert_problem(413, Code::BodyTooLarge);
    let body = Body::from(vec![b' '; limits::BODY]);
    let answer = server.ask("PUT", "/v1/nothing", &[], body).await;
    answer.assert_problem(404, Code::NotFound);
}

#[tokio::test]
async fn who_finds_no_place_is_told_so_at_once() {
    let server = Server::new().await;
    let means = Means {
        places: Semaphore::new(0),
        ..Means::new(
            server.store.clone(),
            server.folder.blobs(),
            server.folder.site().into(),
        )
    };
    let server = Server {
        whole: whole(means),
        ..server
    };
    let answer = server.get("/v1/health", &[]).await;
    answer.assert_problem(503, Code::Busy);
    assert_eq!(answer.header("retry-after"), "1");
    assert!(!answer.header("content-security-policy").is_empty());
}
