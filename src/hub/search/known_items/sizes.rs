//! Standards and sizes as people spell them: `ISO 4017 M8x40`, `m8*40 iso4017`, `hex bolt M8 × 40`, `六角螺栓M8x40`.
//!
//! Right answers: every product of that standard, thread and length; and where a name is asked for too, with all words
//! of the name. A nut or a washer has no length, and is asked for without.

use super::{
    Case, Kind,
    codes::full_width,
    shelf::{Item, Shelf, english_head, key, lot, spread, words},
};

const STANDARDS: usize = 320;
const NAMES: usize = 200;
const CHINESE_NAMES: usize = 150;
const FULL_WIDTH: usize = 70;

pub fn cases(shelf: &Shelf) -> Vec<Case> {
    let sized: Vec<&Item> = shelf
        .items
        .iter()
        .filter(|item| size(item).is_some())
        .collect();
    let standard: Vec<&Item> = sized
        .iter()
        .copied()
        .filter(|item| item.code("standard").is_some_and(is_plain))
        .collect();
    let mut cases = Vec::new();
    for item in spread(standard.clone(), STANDARDS) {
        cases.extend(standard_and_size(shelf, item, Kind::StandardAndSize));
    }
    for item in spread(standard, FULL_WIDTH) {
        cases.extend(standard_and_size(shelf, item, Kind::FullWidth));
    }
    for item in spread(sized.clone(), NAMES) {
        cases.extend(name_and_size(shelf, item));
    }
    for item in spread(sized, CHINESE_NAMES) {
        cases.extend(chinese_name_and_size(shelf, item));
    }
    cases
}

/// Thread and length: `("M8", Some(40.0))`.
fn size<'a>(item: &'a Item) -> Option<(&'a str, Option<f64>)> {
    let thread = item
        .code("thread")
        .filter(|thread| thread.starts_with('M'))?;
    let length = item.number("length");
    // What the name does not tell, a buyer does not type.
    let told = |text: &str| item.product.name.en.contains(text);
    let is_told = match length {
        Some(length) => told(&format!("{thread} × {length}")),
        None => told(thread),
    };
    is_told.then_some((thread, length))
}

fn is_same_size(item: &Item, other: &Item) -> bool {
    let of = |item: &Item| {
        (
            item.code("thread").map(str::to_owned),
            item.number("length"),
        )
    };
    of(item) == of(other)
}

/// `ISO 4017`, not `SS 5 / ISO 11998 class 2`.
fn is_plain(standard: &str) -> bool {
    let mut parts = standard.split(' ');
    let body = parts.next().unwrap_or_default();
    let number = parts.next().unwrap_or_default();
    body.chars().all(|c| c.is_ascii_uppercase())
        && number.chars().all(|c| c.is_ascii_digit() || c == '-')
        && !number.is_empty()
        && parts.next().is_none()
}

fn spell_size(thread: &str, length: Option<f64>, way: usize) -> String {
    let Some(length) = length else {
        return if way.is_multiple_of(2) {
            thread.to_owned()
        } else {
            thread.to_lowercase()
        };
    };
    match way % 6 {
        0 => format!("{thread}x{length}"),
        1 => format!("{thread}×{length}"),
        2 => format!("{thread}*{length}"),
        3 => format!("{} x {length}", thread.to_lowercase()),
        4 => format!("{thread} X {length}"),
        _ => format!("{}x{length}mm", thread.to_lowercase()),
    }
}

fn standard_and_size(shelf: &Shelf, item: &Item, kind: Kind) -> Option<Case> {
    let standard = item.code("standard")?;
    let (thread, length) = size(item)?;
    let way = lot(item.product.id().as_str(), 24);
    let size = spell_size(thread, length, way);
    let query = match way / 6 {
        0 => format!("{standard} {size}"),
        1 => format!("{} {size}", standard.to_lowercase().replace(' ', "")),
        2 => format!("{} {size}", standard.replacen(' ', "-", 1)),
        _ => format!("{size} {standard}"),
    };
    Some(Case {
        kind,
        query: if kind == Kind::FullWidth {
            full_width(&query)
        } else {
            query
        },
        answers: shelf
            .rows(|other| other.code("standard") == Some(standard) && is_same_size(other, item)),
    })
}

fn name_and_size(shelf: &Shelf, item: &Item) -> Option<Case> {
    let (thread, length) = size(item)?;
    let way = lot(item.product.id().as_str(), 12);
    let head = english_head(&item.product.name.en).join(" ");
    let size = spell_size(thread, length, way);
    let asked: Vec<String> = words(&head).iter().map(|word| key(word)).collect();
    (!asked.is_empty()).then(|| Case {
        kind: Kind::NameAndSize,
        query: if way < 6 {
            format!("{} {size}", head.to_lowercase())
        } else {
            format!("{size} {head}")
        },
        answers: shelf.rows(|other| other.has_words(&asked) && is_same_size(other, item)),
    })
}

fn chinese_name_and_size(shelf: &Shelf, item: &Item) -> Option<Case> {
    let (thread, length) = size(item)?;
    let way = lot(item.product.id().as_str(), 12);
    let name = item.product.name.zh.split_whitespace().next()?;
    let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    let size = spell_size(thread, length, way);
    name.chars().all(is_han).then(|| Case {
        kind: Kind::ChineseNameAndSize,
        query: if way < 6 {
            format!("{name}{size}")
        } else {
            format!("{size} {name}")
        },
        answers: shelf
            .rows(|other| other.product.name.zh.contains(name) && is_same_size(other, item)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_standards_are_a_body_and_a_number() {
        for standard in ["ISO 4017", "DIN 933", "IEC 61238-1"] {
            assert!(is_plain(standard), "{standard}");
        }
        for standard in [
            "SS 5 / ISO 11998 class 2",
            "ISO 7010 E003",
            "ASTM",
            "EN ISO 20345",
        ] {
            assert!(!is_plain(standard), "{standard}");
        }
    }

    #[test]
    fn sizes_are_spelled_in_many_ways() {
        let spelled: Vec<String> = (0..6)
            .map(|way| spell_size("M8", Some(40.0), way))
            .collect();
        let expected = ["M8x40", "M8×40", "M8*40", "m8 x 40", "M8 X 40", "m8x40mm"];
        assert_eq!(spelled, expected);
        assert_eq!(spell_size("M8", None, 1), "m8");
    }
}
