//! The page asks no other host for anything.
//!
//! In everything that reaches a browser, no address of another host stands outside comments. Allowed are names that
//! look like addresses but are never fetched (XML namespaces, JSON-LD contexts), this machine, and hosts reserved for
//! examples. Licence texts are not searched.

use crate::files::{File, report, under};

/// Names, not addresses: no browser fetches them.
const NAMES: [&str; 4] = [
    "http://www.w3.org/",
    "https://www.w3.org/",
    "https://schema.org",
    "http://www.sitemaps.org/schemas/",
];
/// This machine, and hosts that cannot exist (RFC 2606).
const NOWHERE: [&str; 5] = [
    "127.0.0.1",
    "localhost",
    "example.com",
    "example.org",
    "hub.example",
];

fn addresses(line: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for scheme in ["http://", "https://", "ws://", "wss://"] {
        for (index, _) in line.match_indices(scheme) {
            let is_word = line[..index].ends_with(|c: char| c.is_ascii_alphanumeric());
            let rest = &line[index..];
            let host = &rest[scheme.len()..];
            // A scheme before a placeholder or a quote is made of parts that are looked at where they stand.
            let has_host = host.starts_with(|c: char| c.is_ascii_alphanumeric());
            let allowed = NAMES.iter().any(|name| rest.starts_with(name))
                || NOWHERE.iter().any(|name| host.starts_with(name));
            if !is_word && has_host && !allowed {
                found.push(rest);
            }
        }
    }
    // Without a scheme: `src="//host.tld/…"` takes the page's own.
    for quote in ["\"//", "'//", "(//"] {
        for (index, _) in line.match_indices(quote) {
            let host = &line[index + quote.len()..];
            let name: String = host
                .chars()
                .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '.'))
                .collect();
            if name.contains('.') {
                found.push(&line[index + 1..]);
            }
        }
    }
    found
}

fn is_licence(file: &File) -> bool {
    let name = file.name.rsplit('/').next().unwrap_or_default();
    name.to_ascii_uppercase().starts_with("LICEN")
}

#[test]
fn no_address_of_another_host() {
    let mut files = under("style", &[]);
    files.extend(under("public", &[]));
    files.extend(under("index.html", &[]));
    files.extend(under("Trunk.toml", &[]));
    files.extend(under(
        "src",
        &["rs", "css", "js", "html", "csv", "json", "svg"],
    ));
    let mut findings = Vec::new();
    for file in files.iter().filter(|file| !is_licence(file)) {
        if file.room() == Some("tidy") {
            continue;
        }
        // Rust's tests never reach a browser; what else there is may.
        let lines = if file.name.ends_with(".rs") {
            file.production_lines()
        } else {
            file.code_lines()
        };
        for (number, line) in lines {
            for address in addresses(&line) {
                let short: String = address.chars().take(50).collect();
                findings.push(format!(
                    "{}:{number}: `{short}`: the page asks no other host; bring the file into the project",
                    file.name
                ));
            }
        }
    }
    report(&findings);
}

#[test]
fn addresses_are_told_from_names() {
    let check = |line: &str, count: usize| assert_eq!(addresses(line).len(), count, "{line}");
    check("<script src=\"https://cdn.net/x.js\">", 1);
    check("@import url(//fonts.net/x.css)", 1);
    check("<img src='//pixel.net/x'>", 1);
    check("xmlns=\"http://www.w3.org/2000/svg\"", 0);
    check("\"@context\":\"https://schema.org\"", 0);
    check("format!(\"http://{address}/\")", 0);
    check("http://127.0.0.1:8080/", 0);
    check("let half = \"a//b.c\";", 0);
}
