use api_types::address::Language;
use browser::{field, format};
use leptos::prelude::*;

use crate::components::{element, live, memo};
use crate::locales::words;

/// One part of a score, in words.
pub struct Line {
    pub text: String,
    /// Thousandths.
    pub points: i32,
    /// The most that it could have been.
    pub most: i32,
}

/// Rows whose reasons are open: they stay open when the list stands in another order.
pub type Opened = RwSignal<Vec<u32>>;

/// Why a row stands where it stands: closed until somebody asks, then every part with a bar, and their sum.
pub fn why(
    language: Language,
    row: u32,
    opened: Opened,
    lines: impl Fn() -> Vec<Line> + Send + 'static,
) -> AnyView {
    let words = &words(language).search;
    let is_open = memo(move || opened.with(|opened| opened.contains(&row)));
    let content = move || match is_open.get() {
        true => sum(language, &lines()),
        false => ().into_any(),
    };
    let toggle = move |event: leptos::ev::Event| {
        let now = field::is_open(&event);
        if now != is_open.get_untracked() {
            opened.update(|opened| match now {
                true => opened.push(row),
                false => opened.retain(|have| *have != row),
            });
        }
    };
    let summary = element("summary", "").text(words.why);
    element("details", "why")
        .with("open", is_open.get_untracked().then(String::new))
        .on("toggle", Box::new(toggle))
        .child(summary.view())
        .child(live(content).into_any())
        .view()
}

fn sum(language: Language, lines: &[Line]) -> AnyView {
    let points = |points: i32| format::number(language, f64::from(points) / 1000.0);
    let row = |line: &Line| {
        // The number beside it says the same.
        let bar = element("meter", if line.points < 0 { "down" } else { "" })
            .with("aria-hidden", "true")
            .with("max", &line.most.max(1).to_string())
            .with("value", &line.points.abs().to_string());
        element("li", "")
            .child(element("span", "").text(&line.text).view())
            .child(bar.view())
            .child(element("b", "").text(&points(line.points)).view())
            .view()
    };
    let total: i32 = lines.iter().map(|line| line.points).sum();
    let total = element("li", "sum")
        .child(element("span", "").text(words(language).search.sum).view())
        .child(element("b", "").text(&points(total)).view());
    let mut rows: Vec<AnyView> = lines.iter().map(row).collect();
    rows.push(total.view());
    element("ul", "").holds(rows).view()
}
