use std::{env, fs, path::Path};

use market::access::TABLE;

use super::{DOCUMENT, TEXT};
use crate::testing::Server;

/// The description as it was agreed upon. `HUB_WRITE_SNAPSHOTS=1` writes it anew, to be looked at before it is kept.
#[test]
fn the_contract_does_not_drift() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("openapi/openapi.json");
    let text = format!("{}\n", *TEXT);
    if env::var_os("HUB_WRITE_SNAPSHOTS").is_some() {
        fs::write(&file, &text).unwrap();
    }
    let kept = fs::read_to_string(&file).unwrap();
    let line = kept
        .lines()
        .zip(text.lines())
        .find(|(kept, text)| kept != text);
    assert!(
        kept == text,
        "the API is another than openapi/openapi.json says, first at {line:?}"
    );
}

/// A route without a line in the market's table fails, and so does a line without a route.
#[test]
fn every_route_has_a_line_and_every_line_a_route() {
    let mut described = Vec::new();
    for (path, operations) in DOCUMENT["paths"].as_object().unwrap() {
        for method in operations.as_object().unwrap().keys() {
            described.push((method.to_uppercase(), path.clone()));
        }
    }
    described.retain(|(_, path)| path != "/v1/health");
    let mut lines: Vec<_> = TABLE
        .iter()
        .map(|line| (line.method.to_owned(), line.path.to_owned()))
        .collect();
    described.sort_unstable();
    lines.sort_unstable();
    assert_eq!(described, lines);
}

#[test]
fn every_operation_has_a_name_of_its_own() {
    let operations = DOCUMENT["paths"]
        .as_object()
        .unwrap()
        .values()
        .flat_map(|path| path.as_object().unwrap().values());
    let mut names: Vec<_> = operations
        .map(|operation| operation["operationId"].as_str().unwrap())
        .collect();
    let count = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), count);
}

#[test]
fn every_reference_leads_somewhere() {
    for part in TEXT.split("\"$ref\": \"#/").skip(1) {
        let pointer = format!("/{}", part.split('"').next().unwrap());
        assert!(DOCUMENT.pointer(&pointer).is_some(), "{pointer}");
    }
    assert!(DOCUMENT["openapi"].as_str().unwrap().starts_with("3.1"));
}

#[tokio::test]
async fn the_page_is_read_without_scripts_or_other_hosts() {
    let server = Server::new().await;
    let page = server.get("/v1/docs", &[]).await;
    assert_eq!(
        (page.status.as_u16(), page.header("content-type")),
        (200, "text/html; charset=utf-8")
    );
    let text = page.text();
    for word in ["<script", "<style", " style=", " on", "http:", "https:"] {
        let found = if word == " on" {
            text.contains(" onclick")
        } else {
            text.contains(word)
        };
        assert!(!found, "{word}");
    }
    for path in ["/v1/openapi.json", "/v1/docs.css"] {
        assert!(text.contains(path));
        assert_eq!(server.get(path, &[]).await.status, 200);
    }
    assert!(text.contains("PUT /v1/companies/{company}/drafts/{draft}"));
}
