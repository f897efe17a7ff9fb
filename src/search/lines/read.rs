//! What is searched for in a line, and how many are wanted.

use super::columns::Column;
use crate::matching::{Counted, count};
use crate::understood::Rates;

/// One line of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// From 1, empty lines counted.
    pub number: u32,
    /// As it stands there.
    pub text: String,
    /// What to search for, the most telling first.
    pub ways: Vec<String>,
    pub quantity: Option<u32>,
    /// Ten-thousandths of an SGD.
    pub target_price: Option<i64>,
}

/// Longer lines are cut: no name is as long.
const LONGEST: usize = 400;

/// Lines that are matched; what is behind them is counted only.
pub const MOST: usize = 1_000;

/// A pasted list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct List {
    /// In the order of the list; empty lines and headings are left out.
    pub rows: Vec<Row>,
    /// Lines that name nothing: a number and a unit alone, a sum. They have no ways.
    pub unread: Vec<Row>,
    /// Lines behind [`MOST`].
    pub left_out: usize,
}

/// Reads a list.
#[must_use]
pub fn read(text: &str, rates: Rates) -> List {
    let mut headings: Option<Vec<Column>> = None;
    let (mut rows, mut unread) = (Vec::new(), Vec::new());
    for (at, line) in text.lines().enumerate() {
        let line = match line.char_indices().nth(LONGEST) {
            Some((end, _)) => &line[..end],
            None => line,
        };
        let cells: Vec<&str> = line.split('\t').map(str::trim).collect();
        if line.trim().is_empty() {
            continue;
        }
        if let Some(found) = heading(line, &cells) {
            headings = (1 < cells.len()).then_some(found);
            continue;
        }
        let mut row = if 1 < cells.len() {
            table_row(&cells, headings.as_deref(), rates)
        } else {
            plain_row(line, rates)
        };
        row.number = u32::try_from(at + 1).unwrap_or(u32::MAX);
        row.text = line.trim().replace('\t', " ");
        if row.ways.is_empty() {
            unread.push(row);
        } else {
            rows.push(row);
        }
    }
    let left_out = rows.len().saturating_sub(MOST);
    rows.truncate(MOST);
    List {
        rows,
        unread,
        left_out,
    }
}

/// `SKU⇥Description⇥Qty`, or the same with commas.
fn heading(line: &str, cells: &[&str]) -> Option<Vec<Column>> {
    if 1 < cells.len() {
        return Column::headings(cells);
    }
    let cells: Vec<&str> = line.split([',', ';', '，', '|']).collect();
    Column::headings(&cells)
}

fn table_row(cells: &[&str], headings: Option<&[Column]>, rates: Rates) -> Row {
    let guessed;
    let columns = match headings {
        Some(headings) => headings,
        None => {
            guessed = guess(cells);
            &guessed
        }
    };
    let (mut codes, mut words, mut row) = (Vec::new(), Vec::new(), Row::default());
    for (at, cell) in cells
        .iter()
        .enumerate()
        .filter(|(_, cell)| !cell.is_empty())
    {
        match columns.get(at).copied().unwrap_or(Column::Other) {
            Column::Code => codes.push(*cell),
            Column::Words => words.push(*cell),
            Column::Quantity => row.quantity = count(cell, rates).quantity.or_else(|| whole(cell)),
            Column::Price => row.target_price = price(cell, rates),
            Column::Other => {}
        }
    }
    let words = words.join(" ");
    let both = [codes.join(" "), words.clone()].join(" ");
    // A number may be the buyer's own, which nobody here knows: then the words say it alone.
    row.ways = [codes.join(" "), words, both.trim().to_owned()]
        .into_iter()
        .filter(|way| !way.is_empty())
        .collect();
    row.ways.dedup();
    // The words may say how many where no cell does.
    if row.quantity.is_none()
        && headings.is_none()
        && let Some(way) = row.ways.last()
    {
        let Counted { quantity, rest, .. } = count(way, rates);
        if quantity.is_some() {
            row.quantity = quantity;
            row.ways = vec![rest];
        }
    }
    row
}

/// What the cells are where nothing stands over them.
fn guess(cells: &[&str]) -> Vec<Column> {
    let is_number = |cell: &str| whole(cell).is_some();
    let has_words = cells
        .iter()
        .any(|cell| !cell.is_empty() && !is_number(cell));
    let mut columns = Vec::with_capacity(cells.len());
    let (mut has_quantity, mut has_thing) = (false, false);
    for cell in cells {
        let column = if is_number(cell) && (has_words || has_thing) {
            // Before the thing it is the line's number, unless it is long enough to be a thing's own.
            if 8 <= cell.len() && !has_thing {
                has_thing = true;
                Column::Code
            } else if !has_thing || has_quantity {
                Column::Other
            } else {
                has_quantity = true;
                Column::Quantity
            }
        } else if counted(cell) && !has_quantity && has_thing {
            has_quantity = true;
            Column::Quantity
        } else if is_unit(cell) && has_thing {
            Column::Other
        } else if is_price(cell) {
            Column::Price
        } else if is_code(cell) || is_number(cell) {
            has_thing = true;
            Column::Code
        } else {
            has_thing |= !cell.is_empty();
            Column::Words
        };
        columns.push(column);
    }
    columns
}

fn whole(cell: &str) -> Option<u32> {
    let digits: String = cell
        .chars()
        .filter(|one| !matches!(one, ',' | ' '))
        .collect();
    let all_digits = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|_| all_digits)
}

/// `500 pcs`: a number and little else.
fn counted(cell: &str) -> bool {
    cell.starts_with(|one: char| one.is_ascii_digit()) && {
        let rest =
            cell.trim_start_matches(|one: char| one.is_ascii_digit() || matches!(one, ',' | ' '));
        !rest.is_empty() && is_unit(rest)
    }
}

fn is_unit(cell: &str) -> bool {
    const LONGEST_UNIT: usize = 8;
    cell.chars().count() <= LONGEST_UNIT && crate::matching::is_unit(cell)
}

fn is_price(cell: &str) -> bool {
    let is_marked = ["S$", "US$", "$", "¥", "￥", "SGD", "USD", "CNY", "RMB"]
        .iter()
        .any(|mark| cell.starts_with(mark));
    is_marked && cell.bytes().any(|byte| byte.is_ascii_digit())
}

/// `HS17-88Z-8X40`: no spaces, and digits among letters.
fn is_code(cell: &str) -> bool {
    let has = |is: fn(&u8) -> bool| cell.bytes().any(|byte| is(&byte));
    4 <= cell.len()
        && cell.is_ascii()
        && !cell.contains(' ')
        && has(u8::is_ascii_digit)
        && (has(u8::is_ascii_alphabetic) || cell.contains('-'))
}

fn price(cell: &str, rates: Rates) -> Option<i64> {
    count(&format!("at {cell} each"), rates).target_price
}

fn plain_row(line: &str, rates: Rates) -> Row {
    let line = without_mark(line.trim());
    let Counted {
        quantity,
        target_price,
        rest,
    } = count(line, rates);
    Row {
        ways: Some(rest)
            .filter(|rest| !rest.trim().is_empty())
            .into_iter()
            .collect(),
        quantity,
        target_price,
        ..Row::default()
    }
}

/// `3. `, `3)`, `- `, `• `: what numbers or marks the lines of a list.
fn without_mark(line: &str) -> &str {
    let bare = line.trim_start_matches(['-', '*', '•', '·', '–', '—']);
    if bare.len() < line.len() && bare.starts_with(char::is_whitespace) {
        return bare.trim_start();
    }
    let digits = line.trim_start_matches(['(', '（']);
    let behind = digits.trim_start_matches(|one: char| one.is_ascii_digit());
    let count = digits.len() - behind.len();
    if count == 0 || 3 < count {
        return line;
    }
    let rest = behind.trim_start_matches(['.', ')', '）', '、', '．']);
    let is_mark = rest.len() < behind.len();
    // 1.5 mm is a size.
    let is_size = behind.starts_with('.') && rest.starts_with(|one: char| one.is_ascii_digit());
    if is_mark && !is_size {
        rest.trim_start()
    } else {
        line
    }
}
