//! The measured values as a Markdown table, and its place in README.md.

use std::fmt::Write;

/// The table stands between these two lines.
pub const BEGIN: &str = "<!-- cargo hub bench: begin -->";
pub const END: &str = "<!-- cargo hub bench: end -->";

/// What is promised.
#[derive(Clone, Copy, Debug)]
pub enum Bar {
    AtMost(f64),
    AtLeast(f64),
}

/// One measured value.
#[derive(Clone, Debug)]
pub struct Row {
    pub what: String,
    pub value: f64,
    pub unit: &'static str,
    pub bar: Option<Bar>,
    pub peer: String,
}

impl Row {
    fn verdict(&self) -> &'static str {
        let reached = match self.bar {
            None => return "",
            Some(Bar::AtMost(bar)) => self.value <= bar,
            Some(Bar::AtLeast(bar)) => bar <= self.value,
        };
        if reached { " ✓" } else { " ✗" }
    }

    fn promise(&self) -> String {
        match self.bar {
            None => String::new(),
            Some(Bar::AtMost(bar)) => format!("≤ {}", amount(bar, self.unit)),
            Some(Bar::AtLeast(bar)) => format!("≥ {}", amount(bar, self.unit)),
        }
    }
}

/// `214.3 KB`, `98`, `1.25 s`: bytes in thousands, others with at most two decimals, three below 1.
pub fn amount(value: f64, unit: &str) -> String {
    let (value, unit) = match unit {
        "B" => (value / 1000.0, "KB"),
        "docs/s" => (value.round(), unit),
        _ => (value, unit),
    };
    // Measures of quality lie between 0 and 1, where the third place decides.
    let decimals = if value.fract() == 0.0 {
        0
    } else if value < 1.0 {
        3
    } else if value < 10.0 {
        2
    } else {
        1
    };
    format!("{value:.decimals$} {unit}").trim_end().to_owned()
}

/// The whole table.
pub fn render(rows: &[Row]) -> String {
    let mut text = String::from("| what | measured | bar | peer |\n|---|--:|--:|---|\n");
    for row in rows {
        writeln!(
            text,
            "| {} | {}{} | {} | {} |",
            row.what,
            amount(row.value, row.unit),
            row.verdict(),
            row.promise(),
            row.peer
        )
        .expect("writing to a string cannot fail");
    }
    text
}

/// The page with the table between these two markers; `None` when they are not there.
pub fn put_into(page: &str, begin: &str, end: &str, table: &str) -> Option<String> {
    let (before, rest) = page.split_once(begin)?;
    let (_, after) = rest.split_once(end)?;
    Some(format!("{before}{begin}\n\n{table}\n{end}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(value: f64, unit: &'static str, bar: Bar) -> Row {
        Row {
            what: "first load".to_owned(),
            value,
            unit,
            bar: Some(bar),
            peer: "407 KB".to_owned(),
        }
    }

    #[test]
    fn rows_say_whether_the_bar_is_reached() {
        let text = render(&[
            row(214_345.0, "B", Bar::AtMost(260_000.0)),
            row(94.0, "", Bar::AtLeast(95.0)),
            row(1.234, "s", Bar::AtMost(3.0)),
        ]);
        let lines: Vec<&str> = text.lines().skip(2).collect();
        assert_eq!(
            lines,
            [
                "| first load | 214.3 KB ✓ | ≤ 260 KB | 407 KB |",
                "| first load | 94 ✗ | ≥ 95 | 407 KB |",
                "| first load | 1.23 s ✓ | ≤ 3 s | 407 KB |"
            ]
        );
    }

    #[test]
    fn table_replaces_what_stood_between_the_markers() {
        let page = format!("a\n{BEGIN}\nold\n{END}\nb\n");
        let put = |page: &str| put_into(page, BEGIN, END, "| new |\n");
        let new = put(&page).unwrap();
        assert_eq!(new, format!("a\n{BEGIN}\n\n| new |\n\n{END}\nb\n"));
        assert_eq!(put(&new), Some(new));
        assert_eq!(put("a"), None);
    }
}
