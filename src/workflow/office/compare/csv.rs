//! The comparison as a file for those who decide with a spreadsheet: RFC 4180.

use super::{Offer, Table};

/// What the columns and rows are called, in the reader's language.
pub struct Heads {
    pub line: String,
    pub quantity: String,
    pub price: String,
    pub amount: String,
    pub days: String,
    pub total: String,
    pub terms: String,
    pub valid_until: String,
}

/// `names`: the suppliers, in the order of the offers; `lines`: what is wanted and how much of it, in the order of the rows.
#[must_use]
pub fn csv(
    heads: &Heads,
    names: &[String],
    lines: &[(String, String)],
    offers: &[Offer],
    table: &Table,
) -> String {
    // A spreadsheet takes UTF-8 for what it is only behind this mark.
    let mut text = "\u{feff}".to_owned();
    let code = table.currency.code();
    let mut head = vec![heads.line.clone(), heads.quantity.clone()];
    for name in names {
        head.push(format!("{name} {} {code}", heads.price));
        head.push(format!("{name} {} {code}", heads.amount));
        head.push(format!("{name} {}", heads.days));
    }
    write(&mut text, &head);
    for (row, (what, quantity)) in table.rows.iter().zip(lines) {
        let mut cells = vec![what.clone(), quantity.clone()];
        for (cell, offer) in row.cells.iter().zip(offers) {
            let own = offer.lines.get(&row.line);
            let days = own.and_then(|own| own.lead_time_days);
            cells.push(cell.map_or_else(String::new, |cell| cell.price.to_string()));
            cells.push(cell.map_or_else(String::new, |cell| cell.amount.to_string()));
            cells.push(days.map_or_else(String::new, |days| days.to_string()));
        }
        write(&mut text, &cells);
    }
    let mut total = vec![heads.total.clone(), String::new()];
    let mut terms = vec![heads.terms.clone(), String::new()];
    let mut until = vec![heads.valid_until.clone(), String::new()];
    for (one, offer) in table.totals.iter().zip(offers) {
        let days = one.days.map_or_else(String::new, |days| days.to_string());
        total.extend([String::new(), one.common.to_string(), days]);
        terms.extend([offer.incoterm.clone(), String::new(), String::new()]);
        let day = offer
            .valid_until
            .map_or_else(String::new, |day| day.to_string());
        until.extend([day, String::new(), String::new()]);
    }
    for row in [total, terms, until] {
        write(&mut text, &row);
    }
    text
}

fn write(text: &mut String, cells: &[String]) {
    for (at, cell) in cells.iter().enumerate() {
        if 0 < at {
            text.push(',');
        }
        text.push_str(&quoted(cell));
    }
    text.push_str("\r\n");
}

/// In quotes where it must be. What a spreadsheet would take for a formula is given a mark before it: the words are
/// somebody else's.
fn quoted(cell: &str) -> String {
    let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let cell = match is_formula {
        true => format!("'{cell}"),
        false => cell.to_owned(),
    };
    if cell.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell
    }
}
