//! The static page carries no styles or scripts of its own: a strict content security policy forbids both.

use crate::files::{report, under};

#[test]
fn page_has_no_inline_style_or_script() {
    let mut findings = Vec::new();
    for file in under("index.html", &[])
        .iter()
        .chain(&under("public", &["html"]))
    {
        let code: String = file
            .code_lines()
            .into_iter()
            .map(|(_, line)| line + "\n")
            .collect();
        for (line, what) in inline_code(&code) {
            findings.push(format!(
                "{}:{line}: {what}: move it into a file of style/ or public/",
                file.name
            ));
        }
    }
    report(&findings);
}

/// Line and kind of each inline style, handler and script.
fn inline_code(html: &str) -> Vec<(usize, &'static str)> {
    let mut found = Vec::new();
    let line_of = |index: usize| html[..index].lines().count().max(1);
    for (start, _) in html.match_indices('<') {
        let tag = &html[start..];
        let tag = &tag[..tag.find('>').map_or(tag.len(), |end| end + 1)];
        let name = tag[1..]
            .split(|c: char| !c.is_ascii_alphanumeric())
            .next()
            .unwrap_or_default();
        if name.is_empty() {
            continue;
        }
        if has_attribute(tag, |attribute| attribute == "style") {
            found.push((line_of(start), "a style attribute"));
        }
        // `on` and a name is a handler; no other attribute of HTML begins so.
        if has_attribute(tag, |attribute| attribute.starts_with("on")) {
            found.push((line_of(start), "an event handler"));
        }
        if name == "style" {
            found.push((line_of(start), "a style element"));
        }
        // Structured data is no script: it is not run.
        let is_data = tag.contains("application/ld+json");
        if name == "script" && !is_data && !has_attribute(tag, |attribute| attribute == "src") {
            found.push((line_of(start), "a script without src"));
        }
    }
    found
}

/// Whether the tag has such an attribute; what stands inside quotes is no attribute.
fn has_attribute(tag: &str, is_it: impl Fn(&str) -> bool) -> bool {
    tag.split('"')
        .step_by(2)
        .flat_map(|outside| outside.split([' ', '\n', '\t', '>', '/']))
        .skip(1)
        .any(|word| is_it(word.split('=').next().unwrap_or_default()))
}

#[test]
fn inline_code_is_found() {
    let check = |html: &str, count: usize| assert_eq!(inline_code(html).len(), count, "{html}");
    check("<p style=\"color: red\">", 1);
    check("<body\n onload=\"x()\">", 1);
    check("<script>x()</script>", 1);
    check("<style>p {}</style>", 1);
    check("<script data-trunk src=\"public/a.js\"></script>", 0);
    check("<script type=\"application/ld+json\">{}</script>", 0);
    check(
        "<meta content=\"style= onload=\"><link href=\"style/x.css\">",
        0,
    );
}
