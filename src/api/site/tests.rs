use std::fs;

use api_types::problem::Code;

use super::*;
use crate::testing::Server;

const SCRIPT: &str = "app-3f9c0a51d27be846.js";

#[tokio::test]
async fn the_page_is_there_for_every_address_of_the_app() {
    let server = Server::new().await;
    for address in [
        "/",
        "/en",
        "/en/",
        "/zh/products",
        "/en/products/harbour.hx-m8.40",
        "/zh/search?q=%E8%9E%BA",
        "/en/%2e%2e/%2e%2e/secret",
    ] {
        let answer = server.get(address, &[]).await;
        assert_eq!(answer.status, 200, "{address}");
        assert_eq!(answer.text(), "<!doctype html><title>Hub</title>");
        assert_eq!(answer.header("content-type"), "text/html; charset=utf-8");
        assert_eq!(answer.header("cache-control"), "no-cache");
    }
}

#[tokio::test]
async fn a_page_written_for_an_address_is_shown_there() {
    let server = Server::new().await;
    let name = "zh/products/harbour.hx-m8.40";
    server.folder.write(&format!("{name}/index.html"), "a bolt");
    for address in [format!("/{name}"), format!("/{name}/")] {
        let answer = server.get(&address, &[]).await;
        assert_eq!(answer.status, 200);
        assert_eq!(answer.text(), "a bolt");
        assert_eq!(answer.header("content-type"), "text/html; charset=utf-8");
        assert_eq!(answer.header("cache-control"), "no-cache");
    }
    let other = server.get("/zh/products", &[]).await;
    assert_eq!(other.text(), "<!doctype html><title>Hub</title>");
}

#[tokio::test]
async fn an_unknown_address_gets_the_page_and_says_so() {
    let server = Server::new().await;
    for address in ["/fr/products", "/english", "/admin", "//en", "/en%2fx"] {
        let answer = server.get(address, &[("if-none-match", "*")]).await;
        assert_eq!(answer.status, 404, "{address}");
        assert_eq!(answer.text(), "<!doctype html><title>Hub</title>");
    }
}

#[tokio::test]
async fn a_missing_file_is_a_problem_and_not_a_page() {
    let server = Server::new().await;
    for address in ["/app.js", "/img/none.png", "/favicon.ico"] {
        let answer = server.get(address, &[]).await;
        answer.assert_problem(404, Code::NotFound);
    }
}

#[tokio::test]
async fn nothing_outside_the_folder_is_reached() {
    let server = Server::new().await;
    let secret = server.folder.site().join("../secret.txt");
    fs::write(secret, "secret").unwrap();
    server.folder.write(".env", "secret");
    fs::create_dir(server.folder.site().join("en.d")).unwrap();
    for address in [
        "/../secret.txt",
        "/en/../../secret.txt",
        "/..%2fsecret.txt",
        "/%2e%2e/secret.txt",
        "/..\\secret.txt",
        "/./.env",
        "/.env",
        "/en.d",
        "//secret.txt",
    ] {
        let answer = server.get(address, &[]).await;
        assert!(!answer.text().contains("secret"), "{address}");
    }
}

#[tokio::test]
async fn only_names_with_a_hash_are_for_ever() {
    let server = Server::new().await;
    let check = async |name: &str, media_type: &str, is_for_ever: bool| {
        server.folder.write(name, "x");
        let answer = server.get(&format!("/{name}"), &[]).await;
        assert_eq!(answer.status, 200, "{name}");
        assert_eq!(answer.header("content-type"), media_type);
        let cache = if is_for_ever {
            "public, max-age=31536000, immutable"
        } else {
            "no-cache"
        };
        assert_eq!(answer.header("cache-control"), cache, "{name}");
        assert_eq!(answer.header("etag").is_empty(), is_for_ever);
    };
    let script = "text/javascript; charset=utf-8";
    check(SCRIPT, script, true).await;
    check("app-3f9c0a51d27be846_bg.wasm", "application/wasm", true).await;
    check("snippets/app-3f9c0a51d27be846/inline0.js", script, true).await;
    check("sw.js", script, false).await;
    check("boot.js", script, false).await;
    check("index.html", "text/html; charset=utf-8", false).await;
    check("prices-20261122.csv", "application/octet-stream", false).await;
    check("manifest.webmanifest", "application/manifest+json", false).await;
}

#[tokio::test]
async fn a_compressed_file_beside_is_sent_to_whoever_accepts_it() {
    let server = Server::new().await;
    server.folder.write(SCRIPT, "plain");
    server.folder.write(&format!("{SCRIPT}.gz"), "as gzip");
    server.folder.write(&format!("{SCRIPT}.br"), "as br");
    server.folder.write("only.js", "plain");
    let check = async |name: &str, accepted: &str, coding: &str, text: &str| {
        let headers = [("accept-encoding", accepted)];
        let answer = server.get(&format!("/{name}"), &headers).await;
        assert_eq!(answer.header("content-encoding"), coding);
        assert_eq!(answer.text(), text);
        assert_eq!(
            answer.header("content-type"),
            "text/javascript; charset=utf-8"
        );
    };
    check(SCRIPT, "", "", "plain").await;
    check(SCRIPT, "gzip", "gzip", "as gzip").await;
    check(SCRIPT, "gzip, br", "br", "as br").await;
    check(SCRIPT, "br;q=0, gzip", "gzip", "as gzip").await;
    check("only.js", "gzip, br", "", "plain").await;
}

#[tokio::test]
async fn a_page_that_is_known_is_not_sent_again() {
    let server = Server::new().await;
    let first = server.get("/en/", &[]).await;
    let known = [("if-none-match", first.header("etag"))];
    assert_eq!(server.get("/zh/suppliers", &known).await.status, 304);
    server.folder.write("index.html", "a new build");
    assert_eq!(server.get("/en/", &known).await.status, 200);
}

#[test]
fn a_hash_is_long() {
    let check = |name: &str, expected| assert_eq!(has_hash(name), expected, "{name}");
    check("boot-0123456789abcdef.js", true);
    check("app-0123456789abcdef_bg.wasm", true);
    check("style-0123456789ABCDEF0123.min.css", true);
    check("boot.js", false);
    check("deadbeefdeadbeef.js", false);
    check("part-20261122.js", false);
    check("icon-512.png", false);
    check("x-0123456789abcdeg.js", false);
}
