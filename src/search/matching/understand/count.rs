//! How many a line of a list asks for, and at what price; everything else of it is the thing.

use super::tokens::{Kind, Words};
use crate::understood::Rates;

/// A line without what it says of quantity and price.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    pub quantity: Option<u32>,
    /// For one unit, ten-thousandths of an SGD.
    pub target_price: Option<i64>,
    /// What is left.
    pub rest: String,
}

/// Takes quantity and price out of a line. In a list a number at the end is a quantity too: `HS17-88Z-8X40 500`,
/// `Hex bolt M8x40 - 500`, `M8x40 x 500`.
#[must_use]
pub fn count(line: &str, rates: Rates) -> Counted {
    let mut words = Words::new(line);
    let price = words.price(rates).filter(|price| !price.total);
    if let Some(price) = &price {
        words.take(price.range.clone());
    }
    // What stands at the end, or says itself that it counts, is said of the line; `10 pcs` in the middle may be a pack's.
    let found = words
        .trailing(true)
        .or_else(|| (0..words.tokens.len()).find_map(|at| words.told(at)))
        .or_else(|| words.times_a_number())
        .or_else(|| words.counted(0))
        .or_else(|| words.trailing(false))
        .or_else(|| words.quantity());
    if let Some((range, _)) = &found {
        words.take(range.clone());
    }
    Counted {
        quantity: found.map(|(_, count)| count),
        target_price: price.map(|price| price.price),
        rest: words.rest(),
    }
}

impl Words<'_> {
    /// A number at the end, with a unit or without one, that is set apart from the thing.
    fn trailing(&self, has_unit: bool) -> Option<super::quantity::Found> {
        let is_number = |at: &usize| matches!(self.kind(*at), Some(Kind::Number(_)));
        let at = (0..self.tokens.len()).rev().find(is_number)?;
        let (count, next) = self.count(at)?;
        let (count, next) = match self.unit(count, next) {
            Some(counted) => counted,
            None if has_unit => return None,
            None => (count, next),
        };
        if next < self.tokens.len() {
            return None;
        }
        let before = at.checked_sub(1)?;
        let is_apart = !self.is_joined(before);
        let mark = self.word(before);
        let is_marked = matches!(mark, "-" | "," | ":" | ";" | "=" | "–" | "—" | "|");
        // `8 x 40` is a size, `M8x40 x 500` is a size and a quantity.
        let is_times = matches!(mark, "x" | "×" | "*");
        let sized = |at: Option<usize>| at.is_some_and(|at| is_size(self.word(at)));
        let is_set_apart = is_marked || is_times && sized(before.checked_sub(1));
        let start = if is_apart && is_set_apart {
            before
        } else if is_apart && self.is_code_before(at) {
            at
        } else {
            return None;
        };
        (0 < start && 0 < count).then_some((start..next, count))
    }

    /// `12 x 4006381333931`: nothing is as long as a GTIN but a GTIN.
    fn times_a_number(&self) -> Option<super::quantity::Found> {
        let (count, next) = self.count(0)?;
        let end = self.after_any(next, &["x", "×", "*"])?;
        let thing = self.tokens.get(end)?;
        let is_long = 8 <= thing.word.len() && thing.word.bytes().all(|byte| byte.is_ascii_digit());
        is_long.then_some((0..end, count))
    }

    /// All that stands before is one number of a thing: letters, digits and marks without a space.
    fn is_code_before(&self, at: usize) -> bool {
        let start = self.tokens.first().map_or(0, |token| token.bytes.start);
        let end = self.tokens[at - 1].bytes.end;
        let text = self.text.get(start..end).unwrap_or_default();
        let is_long = 8 <= text.len() && text.bytes().all(|byte| byte.is_ascii_digit());
        !text.contains(char::is_whitespace) && (is_code(text) || is_long)
    }
}

/// Two measures with nothing between them: `m8x40`.
fn is_size(word: &str) -> bool {
    let Some((one, other)) = word.split_once(['x', '×', '*']) else {
        return false;
    };
    let is_digit = |one: char| one.is_ascii_digit();
    one.ends_with(is_digit) && other.starts_with(is_digit)
}

/// Digits among letters: `m8x40`, `hs17-88z-8x40`.
fn is_code(word: &str) -> bool {
    let has_digit = word.bytes().any(|byte| byte.is_ascii_digit());
    has_digit && word.bytes().any(|byte| byte.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_says_how_many_and_what() {
        let rates = Rates {
            cny_per_sgd_millionths: 5_000_000,
            sgd_per_usd_millionths: 1_300_000,
        };
        let check = |line: &str, quantity: Option<u32>, rest: &str| {
            let counted = count(line, rates);
            assert_eq!(
                (counted.quantity, counted.rest.as_str()),
                (quantity, rest),
                "{line:?}"
            );
        };
        check("HS17-88Z-8X40 500", Some(500), "HS17-88Z-8X40");
        check("HS17-88Z-8X40, 500", Some(500), "HS17-88Z-8X40");
        check("500 x HS17-88Z-8X40", Some(500), "HS17-88Z-8X40");
        check(
            "Hex bolt M8x40 zinc - 500",
            Some(500),
            "Hex bolt M8x40 zinc",
        );
        check("hex bolt M8 x 40", None, "hex bolt M8 x 40");
        check("hex bolt M8x40 x 500", Some(500), "hex bolt M8x40");
        check(
            "外六角螺栓 M8×40 镀锌 500个",
            Some(500),
            "外六角螺栓 M8×40 镀锌",
        );
        check("500 pcs hex bolt M8x40", Some(500), "hex bolt M8x40");
        check("4006381333931 12", Some(12), "4006381333931");
        check(
            "Wedge anchor, M16 × 105 - 1 pcs",
            Some(1),
            "Wedge anchor, M16 × 105",
        );
        check("gsmcb10c20 - 3p - 50 pcs", Some(50), "gsmcb10c20 - 3p");
        check("12 x 4006381333931", Some(12), "4006381333931");
        check(
            "Refill 0.7 mm, 10 pcs, 500 pcs",
            Some(500),
            "Refill 0.7 mm, 10 pcs",
        );
        check("100 x shd - 38", Some(100), "shd - 38");
        check(
            "24 pcs containers, sterile, 500",
            Some(24),
            "containers, sterile, 500",
        );
        check("Index tabs, 10 sets qty 1", Some(1), "Index tabs, 10 sets");
        check("4006381333931", None, "4006381333931");
        check("nitrile gloves size 9", None, "nitrile gloves size 9");
    }
}
