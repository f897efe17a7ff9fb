//! Calls that only some rooms may make, each with its reason.

use crate::{
    arrows::PURE,
    files::{report, under},
};

/// Who may make a call.
enum Allowed {
    Only(&'static [&'static str]),
    NotIn(&'static [&'static str]),
    Nobody,
}

/// Words of one kind of call, who may make it, and why.
struct Rule {
    words: &'static [&'static str],
    allowed: Allowed,
    because: &'static str,
}

const RULES: [Rule; 7] = [
    Rule {
        words: &["web_sys", "js_sys"],
        allowed: Allowed::Only(&["browser", "app"]),
        because: "only `browser` and `app` know a browser",
    },
    Rule {
        words: &["wasm_bindgen::"],
        allowed: Allowed::Only(&["browser", "app", "worker", "keeper", "intake", "understudy"]),
        because: "only `browser`, `app` and the modules of workers are called by scripts",
    },
    Rule {
        words: &[
            "gloo_net",
            "fetch_with_str",
            "fetch_with_request",
            "XmlHttpRequest",
            "WebSocket",
            "EventSource",
        ],
        allowed: Allowed::Only(&["browser"]),
        because: "only `browser` asks the network, so that every effect is visible in one room",
    },
    Rule {
        words: &[
            "IdbFactory",
            "IdbDatabase",
            "IdbTransaction",
            "indexed_db",
            "local_storage",
            "session_storage",
            "CacheStorage",
        ],
        allowed: Allowed::Only(&["browser"]),
        because: "only `browser` keeps things in the browser",
    },
    Rule {
        words: &[
            "inner_html",
            "outer_html",
            "insert_adjacent_html",
            "document.write",
        ],
        allowed: Allowed::Nobody,
        because: "text from a supplier must never become markup",
    },
    Rule {
        words: &[
            "SystemTime::now",
            "Instant::now",
            "Date::now",
            "Date::new_0",
            "Math::random",
            "thread_rng",
            "rand::",
            "getrandom",
            "RandomState",
        ],
        allowed: Allowed::NotIn(&PURE),
        because: "time and chance are arguments, so that every test is the same every time",
    },
    Rule {
        words: &["std::net", "std::process", "std::env::", "thread::sleep"],
        allowed: Allowed::NotIn(&PURE),
        because: "pure rooms do not touch the machine",
    },
];

impl Rule {
    fn permits(&self, room: &str) -> bool {
        match self.allowed {
            Allowed::Only(rooms) => rooms.contains(&room),
            Allowed::NotIn(rooms) => !rooms.contains(&room),
            Allowed::Nobody => false,
        }
    }
}

#[test]
fn calls_are_made_where_they_belong() {
    let mut findings = Vec::new();
    for file in under("src", &["rs"]) {
        let room = file.room().unwrap_or_default();
        // This room must name the words, and the hub drives other programs.
        if room == "tidy" || room == "hub" {
            continue;
        }
        let rules: Vec<&Rule> = RULES.iter().filter(|rule| !rule.permits(room)).collect();
        for (number, line) in file.production_lines() {
            for rule in &rules {
                for word in rule.words.iter().filter(|word| calls(&line, word)) {
                    findings.push(format!(
                        "{}:{number}: `{word}` does not belong into `{room}`: {}",
                        file.name, rule.because
                    ));
                }
            }
        }
    }
    report(&findings);
}

/// Scripts and the static page obey the rule on markup too.
#[test]
fn scripts_do_not_write_markup() {
    let mut findings = Vec::new();
    for file in under("public", &["js", "mjs", "html"]) {
        for (number, line) in file.code_lines() {
            for word in [
                "innerHTML",
                "outerHTML",
                "insertAdjacentHTML",
                "document.write",
                "eval(",
            ] {
                if calls(&line, word) {
                    findings.push(format!("{}:{number}: `{word}` is not allowed", file.name));
                }
            }
        }
    }
    report(&findings);
}

/// Whether the word stands in the line as a word of its own: `strand::` does not call `rand::`.
fn calls(line: &str, word: &str) -> bool {
    line.match_indices(word)
        .any(|(index, _)| !line[..index].ends_with(|c: char| c.is_alphanumeric() || c == '_'))
}

#[test]
fn words_are_found_as_words() {
    assert!(calls("let x = rand::rng();", "rand::"));
    assert!(!calls("let x = strand::new();", "rand::"));
    assert!(calls("std::time::Instant::now()", "Instant::now"));
}
