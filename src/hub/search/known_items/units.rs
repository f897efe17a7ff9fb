//! Quantities in another unit than the catalogue's: `0.5 L` for `500 ml`, `20 cm` for `200 mm`, `2000毫升` for `2升`.
//!
//! Right answers: every product with exactly the name that was asked for in another unit. Siblings of other sizes have
//! all other words of the name, so that only the quantity tells them apart.

use super::{
    Case, Kind,
    shelf::{Item, Shelf, spread},
};

const ENGLISH: usize = 140;
const CHINESE: usize = 110;

/// A unit as names write it, and the same quantity in another one: how it is written, and its factor as a power of ten.
struct Unit {
    written: &'static str,
    other: &'static str,
    power: i32,
}

const ENGLISH_UNITS: [Unit; 6] = [
    Unit {
        written: "mm",
        other: "cm",
        power: -1,
    },
    Unit {
        written: "cm",
        other: "mm",
        power: 1,
    },
    Unit {
        written: "ml",
        other: "L",
        power: -3,
    },
    Unit {
        written: "L",
        other: "ml",
        power: 3,
    },
    Unit {
        written: "kg",
        other: "g",
        power: 3,
    },
    Unit {
        written: "g",
        other: "kg",
        power: -3,
    },
];
const CHINESE_UNITS: [Unit; 6] = [
    Unit {
        written: "毫米",
        other: "cm",
        power: -1,
    },
    Unit {
        written: "厘米",
        other: "毫米",
        power: 1,
    },
    Unit {
        written: "毫升",
        other: "升",
        power: -3,
    },
    Unit {
        written: "升",
        other: "ml",
        power: 3,
    },
    Unit {
        written: "公斤",
        other: "克",
        power: 3,
    },
    Unit {
        written: "克",
        other: "kg",
        power: -3,
    },
];

pub fn cases(shelf: &Shelf) -> Vec<Case> {
    let mut cases = Vec::new();
    let english = shelf.items.iter().filter_map(|item| {
        let name = &item.product.name.en;
        Some((item, rewrite(name, &ENGLISH_UNITS)?))
    });
    for (item, query) in spread(english.collect(), ENGLISH) {
        cases.push(case(shelf, query, |other| {
            other.product.name.en == item.product.name.en
        }));
    }
    let chinese = shelf.items.iter().filter_map(|item| {
        let name = &item.product.name.zh;
        Some((item, rewrite(name, &CHINESE_UNITS)?))
    });
    for (item, query) in spread(chinese.collect(), CHINESE) {
        cases.push(case(shelf, query, |other| {
            other.product.name.zh == item.product.name.zh
        }));
    }
    cases
}

fn case(shelf: &Shelf, query: String, is_answer: impl Fn(&Item) -> bool) -> Case {
    Case {
        kind: Kind::OtherUnit,
        query,
        answers: shelf.rows(is_answer),
    }
}

/// The name with its first single quantity in another unit; `None` where there is none, or a size of several numbers.
fn rewrite(name: &str, units: &[Unit]) -> Option<String> {
    if name.contains('×') || name.contains(" x ") {
        return None;
    }
    let start = name.find(|c: char| c.is_ascii_digit())?;
    let (before, rest) = name.split_at(start);
    // `M8` and `P80` are no quantities, nor is what stands behind a dash.
    let stands_alone = before
        .chars()
        .next_back()
        .is_none_or(|c| c.is_whitespace() || ('\u{4e00}'..='\u{9fff}').contains(&c));
    if !stands_alone {
        return None;
    }
    let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.')?;
    let (number, after) = rest.split_at(end);
    let after = after.trim_start();
    units.iter().find_map(|unit| {
        let tail = after.strip_prefix(unit.written)?;
        let ends_here = tail.chars().next().is_none_or(|c| !c.is_alphanumeric());
        let moved = shift(number, unit.power)?;
        ends_here.then(|| format!("{before}{moved} {}{tail}", unit.other))
    })
}

/// The decimal moved by powers of ten; `None` when nobody would write it so.
fn shift(number: &str, power: i32) -> Option<String> {
    let value: f64 = number.parse().ok()?;
    let moved = value * 10f64.powi(power);
    // What floating point adds in the ninth place was not there.
    let text = format!("{moved:.4}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    let is_usual = text.len() <= 5 && (0.05..=25_000.0).contains(&moved);
    is_usual.then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantities_are_rewritten() {
        let check = |name, expected: Option<&str>| {
            assert_eq!(rewrite(name, &ENGLISH_UNITS).as_deref(), expected, "{name}");
        };
        check("Drinking water, 500 ml", Some("Drinking water, 0.5 L"));
        check("Hose, 8 mm, red", Some("Hose, 0.8 cm, red"));
        check("Rice, 5 kg", Some("Rice, 5000 g"));
        check("Hex bolt, M8 × 40", None);
        check("Sandpaper, P80, 5 mm", None);
        check("Tie 200 x 4.8 mm", None);
        let chinese = rewrite("葵花籽油 2升/瓶", &CHINESE_UNITS);
        assert_eq!(chinese.as_deref(), Some("葵花籽油 2000 ml/瓶"));
    }
}
