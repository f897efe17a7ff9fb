//! A pasted list on its way into the lines of a request.

use std::collections::BTreeSet;

use api_types::address::Language;
use api_types::catalogue::Card;
use domain::Id;
use search::lines::{List, Row};

use super::check::Part;
use super::sheet::Line;

/// Longer texts are not taken: with the lines that come of it a draft has to stay below what the hub keeps.
pub const LONGEST: usize = 64 * 1024;

/// What counts goods in a list, and its code in UN/ECE Recommendation 20 or 21. The longer of two that begin alike first.
const UNITS: [(&str, &str); 44] = [
    ("pieces", "C62"),
    ("piece", "C62"),
    ("pcs", "C62"),
    ("pc", "C62"),
    ("nos", "C62"),
    ("个", "C62"),
    ("件", "C62"),
    ("支", "C62"),
    ("只", "C62"),
    ("根", "C62"),
    ("颗", "C62"),
    ("pairs", "PR"),
    ("pair", "PR"),
    ("prs", "PR"),
    ("双", "PR"),
    ("对", "PR"),
    ("副", "PR"),
    ("sets", "SET"),
    ("set", "SET"),
    ("套", "SET"),
    ("boxes", "XBX"),
    ("box", "XBX"),
    ("盒", "XBX"),
    ("packets", "XPK"),
    ("packs", "XPK"),
    ("pack", "XPK"),
    ("pkts", "XPK"),
    ("包", "XPK"),
    ("rolls", "XRO"),
    ("roll", "XRO"),
    ("卷", "XRO"),
    ("kgs", "KGM"),
    ("kg", "KGM"),
    ("公斤", "KGM"),
    ("千克", "KGM"),
    ("litres", "LTR"),
    ("liters", "LTR"),
    ("litre", "LTR"),
    ("升", "LTR"),
    ("metres", "MTR"),
    ("meters", "MTR"),
    ("metre", "MTR"),
    ("米", "MTR"),
    ("mtr", "MTR"),
];

/// The unit that stands behind the quantity; none where none does, or goods are counted by the piece.
#[must_use]
pub fn unit(row: &Row) -> Option<&'static str> {
    let quantity = row.quantity?.to_string();
    let text = row.text.to_lowercase().replace([',', '，'], "");
    let mut places = text.match_indices(&quantity);
    places.find_map(|(at, number)| {
        let is_digit = |letter: char| letter.is_ascii_digit() || letter == '.';
        let behind = &text[at + number.len()..];
        // Of a longer number, or of a size, it is a part.
        if text[..at].ends_with(is_digit) || behind.starts_with(is_digit) {
            return None;
        }
        let behind = behind.trim_start();
        let (word, code) = UNITS.iter().find(|(word, _)| behind.starts_with(word))?;
        let is_whole = !word.is_ascii()
            || !behind[word.len()..].starts_with(|letter: char| letter.is_ascii_alphanumeric());
        is_whole.then_some(*code)
    })
}

/// A line of the request: a product of the catalogue, or the words as they were written.
#[must_use]
pub fn line(id: Id, row: &Row, product: Option<Card>) -> Line {
    let mut line = Line {
        id: Some(id),
        quantity: row
            .quantity
            .map(|count| count.to_string())
            .unwrap_or_default(),
        unit: unit(row).unwrap_or("C62").to_owned(),
        ..Line::default()
    };
    match product {
        Some(product) => {
            line.product = product.id;
            line.en = product.name.en;
            line.zh = product.name.zh;
            // A number alone is of what it is sold by; 500 pieces are never 500 boxes.
            line.unit = unit(row).map_or(product.unit, str::to_owned);
        }
        // The last way has all that the line says.
        None => {
            let said = row.ways.last().unwrap_or(&row.text);
            Part::Item.set(&mut line, Language::English, said);
        }
    }
    line
}

/// What stays of a text when these of its lines are taken out, by their numbers. Headings stay only over something.
#[must_use]
pub fn without(text: &str, list: &List, taken: &BTreeSet<u32>) -> String {
    let named = list.rows.iter().chain(&list.unread).map(|row| row.number);
    let is_done = list.left_out == 0 && named.clone().all(|number| taken.contains(&number));
    if is_done {
        return String::new();
    }
    let rest = (1..).zip(text.lines());
    let rest = rest.filter(|(number, line)| !taken.contains(number) && !line.trim().is_empty());
    rest.map(|(_, line)| line).collect::<Vec<&str>>().join("\n")
}

/// A file of values between commas or semicolons as a list is pasted: between tabs, one thing a line.
#[must_use]
pub fn from_file(text: &str) -> String {
    let text = text.trim_start_matches('\u{feff}');
    let first = text.lines().find(|line| !line.trim().is_empty());
    let count = |mark: char| first.map_or(0, |line| line.matches(mark).count());
    let mark = if 0 < count('\t') {
        '\t'
    } else if count(',') < count(';') {
        ';'
    } else {
        ','
    };
    let (mut told, mut is_quoted, mut is_begin) = (String::with_capacity(text.len()), false, true);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let begins = std::mem::replace(&mut is_begin, false);
        match letter {
            '"' if is_quoted && letters.peek() == Some(&'"') => {
                letters.next();
                told.push('"');
            }
            '"' if is_quoted => is_quoted = false,
            '"' if begins => is_quoted = true,
            // A cell of several lines is one thing all the same.
            '\n' | '\t' if is_quoted => told.push(' '),
            '\r' => is_begin = begins,
            '\n' => {
                told.push('\n');
                is_begin = true;
            }
            letter if letter == mark && !is_quoted => {
                told.push('\t');
                is_begin = true;
            }
            letter => told.push(letter),
        }
    }
    told
}

#[cfg(test)]
mod tests {
    use api_types::catalogue::Text;
    use search::lines::read;
    use search::understood::Rates;

    use super::*;

    const RATES: Rates = Rates {
        cny_per_sgd_millionths: 5_000_000,
        sgd_per_usd_millionths: 1_300_000,
    };

    fn row(text: &str) -> Row {
        read(text, RATES).rows.remove(0)
    }

    #[test]
    fn the_unit_is_what_stands_behind_the_quantity() {
        let told = |text: &str| (row(text).quantity, unit(&row(text)));
        assert_eq!(
            told("Nitrile gloves, 1,200 pairs"),
            (Some(1_200), Some("PR"))
        );
        assert_eq!(told("丁腈手套 500双"), (Some(500), Some("PR")));
        assert_eq!(told("Hex bolt M8x40\t500\tbox"), (Some(500), Some("XBX")));
        assert_eq!(told("Hex bolt M8x40, 500 pcs"), (Some(500), Some("C62")));
        let of = |text: &str| {
            unit(&Row {
                text: text.to_owned(),
                quantity: Some(20),
                ..Row::default()
            })
        };
        assert_eq!(of("20 boxer shorts"), None);
        assert_eq!(of("Bolt 8x120 set, 20 boxes"), Some("XBX"));
        assert_eq!(unit(&Row::default()), None);
    }

    #[test]
    fn a_line_is_a_product_or_the_words_as_they_were_written() {
        let id = Id::new(1, [7; 10]);
        let written = line(id, &row("HX-17\t六角螺栓 M8\t500"), None);
        assert_eq!((&*written.zh, &*written.en), ("HX-17 六角螺栓 M8", ""));
        assert_eq!((&*written.quantity, &*written.unit), ("500", "C62"));
        let card = Card {
            id: "tuas.hx".to_owned(),
            name: Text {
                en: "Hex bolt".to_owned(),
                zh: "六角螺栓".to_owned(),
            },
            category: String::new(),
            price: 1,
            currency: "SGD".to_owned(),
            unit: "XBX".to_owned(),
            moq: 1,
            supplier: 0,
        };
        let named = line(id, &row("hex bolt, 500 pcs"), Some(card));
        assert_eq!((&*named.product, &*named.unit), ("tuas.hx", "C62"));
        assert_eq!((&*named.en, &*named.zh), ("Hex bolt", "六角螺栓"));
    }

    #[test]
    fn what_is_not_taken_stays_under_its_heading() {
        let text = "Item\tQty\nBolt\t5\n\nNut\t6\n\t7";
        let list = read(text, RATES);
        let rest = without(text, &list, &BTreeSet::from([2]));
        assert_eq!(rest, "Item\tQty\nNut\t6\n\t7");
        assert_eq!(without(text, &list, &BTreeSet::from([2, 4, 5])), "");
    }

    #[test]
    fn a_file_of_values_is_a_pasted_list() {
        let told =
            from_file("\u{feff}SKU,Description,Qty\r\nHX,\"Bolt, 8\"\" long\nzinc\",500\r\n");
        assert_eq!(
            told,
            "SKU\tDescription\tQty\nHX\tBolt, 8\" long zinc\t500\n"
        );
        assert_eq!(from_file("品名;数量\n螺栓;5"), "品名\t数量\n螺栓\t5");
        assert_eq!(from_file("Bolt 8\" M8\n5 nuts"), "Bolt 8\" M8\n5 nuts");
        assert_eq!(from_file(""), "");
    }
}
