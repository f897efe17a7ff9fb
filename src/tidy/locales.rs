//! Words come in both languages, and Chinese ones are set as Chinese is set.

use std::collections::BTreeSet;

use proc_macro2::{TokenStream, TokenTree};

use crate::files::{report, under};

/// English and Chinese, of each room that has words.
const FOLDERS: [(&str, &str); 2] = [
    ("src/app/locales/en", "src/app/locales/zh"),
    ("src/office/locales/en", "src/office/locales/zh"),
];

/// Half-width marks and what stands for them beside Han characters.
const MARKS: [(char, char); 5] = [
    (',', '，'),
    ('!', '！'),
    ('?', '？'),
    (':', '：'),
    (';', '；'),
];

#[test]
fn both_languages_have_the_same_files() {
    let names = |folder: &str| -> BTreeSet<String> {
        under(folder, &["rs", "json"])
            .into_iter()
            .filter_map(|file| file.name.strip_prefix(folder).map(str::to_owned))
            .collect()
    };
    let mut findings = Vec::new();
    for (english, chinese) in FOLDERS {
        let (english, chinese) = (names(english), names(chinese));
        assert!(!english.is_empty(), "the words were not found");
        let single = english.symmetric_difference(&chinese);
        findings.extend(single.map(|name| format!("{name}: is there in one language only")));
    }
    report(&findings);
}

#[test]
fn chinese_words_have_full_width_marks() {
    let mut findings = Vec::new();
    let chinese = FOLDERS
        .into_iter()
        .flat_map(|(_, chinese)| under(chinese, &["rs"]));
    for file in chinese {
        let tokens: TokenStream = file
            .text
            .parse()
            .unwrap_or_else(|error| panic!("{}: {error}", file.name));
        for (line, text) in literals(tokens) {
            for (half, full) in half_width_marks(&text) {
                findings.push(format!(
                    "{}:{line}: `{half}` beside a Han character, write `{full}`: {text}",
                    file.name
                ));
            }
        }
    }
    report(&findings);
}

/// All string literals with their lines.
fn literals(tokens: TokenStream) -> Vec<(usize, String)> {
    tokens
        .into_iter()
        .flat_map(|token| match token {
            TokenTree::Group(group) => literals(group.stream()),
            TokenTree::Literal(literal) if literal.to_string().contains('"') => {
                vec![(literal.span().start().line, literal.to_string())]
            }
            _ => Vec::new(),
        })
        .collect()
}

/// The half-width marks that touch a Han character.
fn half_width_marks(text: &str) -> Vec<(char, char)> {
    let characters: Vec<char> = text.chars().collect();
    characters
        .windows(2)
        .filter_map(|pair| match (is_han(pair[0]), is_han(pair[1])) {
            (true, false) => full_width(pair[1]),
            (false, true) => full_width(pair[0]),
            _ => None,
        })
        .collect()
}

fn full_width(half: char) -> Option<(char, char)> {
    MARKS.into_iter().find(|(mark, _)| *mark == half)
}

/// CJK Unified Ideographs with extension A and the compatibility block.
fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

#[test]
fn half_width_marks_are_found_only_beside_han() {
    let check =
        |text: &str, count: usize| assert_eq!(half_width_marks(text).len(), count, "{text}");
    check("起订量: 100", 1);
    check("起订量：100", 0);
    check("你好,世界!", 3);
    check("M8, ISO 4017, 1:50", 0);
    check("交期 {days} 天", 0);
}
