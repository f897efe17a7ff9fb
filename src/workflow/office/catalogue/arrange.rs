//! Which rows of the catalogue are shown, and in which order.

use domain::Id;

use super::{Book, Product, State};

/// What the reader asks to see.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Words that stand in number or name, in either language; all of them.
    pub text: String,
    pub state: Option<State>,
}

/// By number as people count: `M8` stands before `M10`. What has no number yet stands first, so that it is seen.
#[must_use]
pub fn arrange(book: &Book, asked: &Asked) -> Vec<Id> {
    let wanted = asked.text.to_lowercase();
    let words: Vec<&str> = wanted.split_whitespace().collect();
    let is_wanted = |product: &Product| {
        let is_in_state = asked.state.is_none_or(|state| product.state() == state);
        is_in_state && (words.is_empty() || has_all(product, &words))
    };
    let rows = book.products().filter(|(_, product)| is_wanted(product));
    let mut rows: Vec<_> = rows
        .map(|(id, product)| (key(product.cell("sku")), id))
        .collect();
    rows.sort_unstable();
    rows.into_iter().map(|(_, id)| id).collect()
}

fn has_all(product: &Product, words: &[&str]) -> bool {
    let cells = ["sku", "name_en", "name_zh"].map(|column| product.cell(column).to_lowercase());
    let has = |word: &&str| cells.iter().any(|cell| cell.contains(*word));
    words.iter().all(has)
}

/// A run of other characters, or a number by its value.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Run {
    Number(u64),
    Text(String),
}

fn key(sku: &str) -> Vec<Run> {
    let mut runs = Vec::new();
    let sku = sku.trim().to_ascii_lowercase();
    let mut rest = sku.as_str();
    while let Some(first) = rest.chars().next() {
        let is_number = first.is_ascii_digit();
        let end = rest.find(|c: char| c.is_ascii_digit() != is_number);
        let (run, behind) = rest.split_at(end.unwrap_or(rest.len()));
        // Longer than any number that is counted with.
        let number = run.parse().ok().filter(|_| is_number);
        runs.push(number.map_or_else(|| Run::Text(run.to_owned()), Run::Number));
        rest = behind;
    }
    runs
}
