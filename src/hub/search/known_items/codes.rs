//! Part numbers, GTIN and CAS numbers, as they stand and as people type them.
//!
//! Right answers: every product with that part number (two suppliers may use the same), up to case and punctuation;
//! every product with that GTIN; every product of that substance.

use super::{
    Case, Kind,
    shelf::{Shelf, bare, lot, spread},
};

const PART_NUMBERS: usize = 250;
const SPELLED: usize = 350;
const GTINS: usize = 150;
const FULL_WIDTH: usize = 80;

pub fn cases(shelf: &Shelf) -> Vec<Case> {
    let skus: Vec<&str> = shelf
        .items
        .iter()
        .map(|item| item.product.sku.as_str())
        .collect();
    let mut cases = Vec::new();
    for sku in spread(skus.clone(), PART_NUMBERS) {
        cases.push(part_number(shelf, Kind::PartNumber, sku, sku.to_owned()));
    }
    let marked = skus
        .iter()
        .copied()
        .filter(|sku| sku.contains(['-', '.', '_']));
    for sku in spread(marked.collect(), SPELLED) {
        cases.push(part_number(
            shelf,
            Kind::PartNumberSpelled,
            sku,
            respell(sku),
        ));
    }
    for sku in spread(skus, FULL_WIDTH) {
        cases.push(part_number(shelf, Kind::FullWidth, sku, full_width(sku)));
    }
    cases.extend(gtins(shelf));
    cases.extend(substances(shelf));
    cases
}

fn part_number(shelf: &Shelf, kind: Kind, sku: &str, query: String) -> Case {
    let bare = bare(sku);
    Case {
        kind,
        query,
        answers: shelf.rows(|item| item.bare_sku == bare),
    }
}

/// One of the ways in which the same number is typed or printed elsewhere.
fn respell(sku: &str) -> String {
    let with = |mark: &str| sku.replace(['-', '.', '_'], mark);
    match lot(sku, 6) {
        0 => sku.to_lowercase(),
        1 => with(" "),
        2 => with("").to_lowercase(),
        3 => with("/"),
        4 => with("."),
        _ => with(" - ").to_lowercase(),
    }
}

/// The same in the wide forms of a Chinese keyboard.
pub fn full_width(text: &str) -> String {
    let wide = |c: char| match c {
        ' ' => '\u{3000}',
        '!'..='~' => char::from_u32(u32::from(c) + 0xFEE0).unwrap_or(c),
        _ => c,
    };
    text.chars().map(wide).collect()
}

fn gtins(shelf: &Shelf) -> Vec<Case> {
    let numbers = shelf
        .items
        .iter()
        .filter_map(|item| item.product.gtin.as_ref());
    let numbers: Vec<String> = numbers.map(ToString::to_string).collect();
    spread(numbers, GTINS)
        .into_iter()
        .map(|number| Case {
            kind: Kind::Gtin,
            answers: shelf.rows(|item| {
                let gtin = item.product.gtin.as_ref();
                gtin.is_some_and(|gtin| gtin.as_str() == number)
            }),
            query: number,
        })
        .collect()
}

fn substances(shelf: &Shelf) -> Vec<Case> {
    let numbers = shelf
        .items
        .iter()
        .filter_map(|item| item.code("cas_number"));
    numbers
        .map(|number| Case {
            kind: Kind::Cas,
            query: match lot(number, 3) {
                0 => number.to_owned(),
                1 => format!("CAS {number}"),
                _ => format!("cas no. {number}"),
            },
            answers: shelf.rows(|item| item.code("cas_number") == Some(number)),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_keeps_letters_and_digits() {
        for sku in ["HS17-88Z-6X16", "BS.SP190", "VB-CT200-4.8NT", "a_b"] {
            assert_eq!(bare(&respell(sku)), bare(sku), "{sku}");
        }
    }

    #[test]
    fn wide_forms_are_those_of_unicode() {
        assert_eq!(full_width("ISO 4017"), "ＩＳＯ　４０１７");
    }
}
