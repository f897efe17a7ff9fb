//! Numbers as people write them: `2,000`, `2k`, `1.5万`, `两千五`, `十五`.

use super::tokens::{Kind, Words};

/// Ten-thousandths; and the place after it.
pub type Found = (i64, usize);

pub const ONE: i64 = 10_000;

impl Words<'_> {
    /// A number that begins here.
    #[must_use]
    pub fn number(&self, at: usize) -> Option<Found> {
        match self.kind(at)? {
            Kind::Number(value) => Some(self.multiplied(value, at + 1)),
            Kind::Han => self.han_number(at),
            Kind::Word if self.word(at) == "a" || self.word(at) == "one" => Some((ONE, at + 1)),
            Kind::Word => {
                let names = [
                    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
                ];
                let value = (2..).zip(names).find(|(_, name)| *name == self.word(at))?.0;
                Some((value * ONE, at + 1))
            }
            Kind::Mark => None,
        }
    }

    /// A whole number that begins here.
    #[must_use]
    pub fn count(&self, at: usize) -> Option<(u32, usize)> {
        let (value, next) = self.number(at)?;
        let whole = u32::try_from(value / ONE).ok()?;
        (value % ONE == 0 && 0 < whole).then_some((whole, next))
    }

    /// `2万5千`, `2k`.
    fn multiplied(&self, value: i64, at: usize) -> Found {
        if self.word(at) == "k" && self.is_joined(at - 1) {
            return (value.saturating_mul(1_000), at + 1);
        }
        let Some(unit) = unit(self.word(at)) else {
            return (value, at);
        };
        let value = value.saturating_mul(unit);
        let rest = match self.kind(at + 1) {
            Some(Kind::Number(more)) => Some(self.multiplied(more, at + 2)),
            _ => None,
        };
        match rest {
            Some((more, next)) if more < unit.saturating_mul(ONE) => {
                (value.saturating_add(more), next)
            }
            _ => (value, at + 1),
        }
    }

    /// Up to 9,999 亿; `半` is a half, `两千五` is 2,500 and `二〇二六` is 2026.
    fn han_number(&self, at: usize) -> Option<Found> {
        if self.word(at) == "半" {
            return Some((ONE / 2, at + 1));
        }
        let mut run = Run::default();
        let mut next = at;
        while run.read(self.word(next)) {
            next += 1;
        }
        let value = run.value()?;
        Some((value.checked_mul(ONE)?, next))
    }
}

/// A Chinese number being read from left to right.
#[derive(Clone, Copy, Debug, Default)]
struct Run {
    /// Whole sections of 万 and 亿.
    total: i64,
    /// The section being read.
    section: i64,
    digit: Option<i64>,
    /// The unit read last, for the digit that stands for a tenth of it.
    last_unit: i64,
    digits: u32,
    units: u32,
    zero: bool,
}

impl Run {
    /// Whether the character belongs to the number.
    fn read(&mut self, word: &str) -> bool {
        if let Some(digit) = digit(word) {
            // Digits one after another are read one by one, as in years.
            let before = match self.digit {
                Some(before) if self.units == 0 => before,
                Some(_) => return false,
                None => 0,
            };
            self.zero |= digit == 0;
            self.digits += 1;
            self.digit = (0 < digit || self.units == 0)
                .then_some(before.saturating_mul(10).saturating_add(digit));
            return self.digits < 16;
        }
        let Some(unit) = unit(word) else {
            return false;
        };
        let digit = self.digit.take();
        if unit < 10_000 {
            self.section = self
                .section
                .saturating_add(digit.unwrap_or(1).saturating_mul(unit));
        } else {
            let section = self.section.saturating_add(digit.unwrap_or(0));
            // 亿 takes all before it, 万 its own section.
            let before = if unit == 10_000 {
                0
            } else {
                std::mem::take(&mut self.total)
            };
            let whole = section.saturating_add(before).max(1).saturating_mul(unit);
            self.total = self.total.saturating_add(whole);
            self.section = 0;
        }
        (self.last_unit, self.zero) = (unit, false);
        self.units += 1;
        self.units < 12
    }

    fn value(&self) -> Option<i64> {
        if self.digits == 0 && self.units == 0 {
            return None;
        }
        let last = self.digit.unwrap_or(0);
        let tenth = match self.last_unit {
            unit @ 100.. if !self.zero && last < 10 && 0 < last => unit / 10,
            _ => 1,
        };
        let sum = self.total.checked_add(self.section)?;
        sum.checked_add(last.checked_mul(tenth)?)
    }
}

fn digit(word: &str) -> Option<i64> {
    const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let word = match word {
        "两" | "兩" => "二",
        "〇" => "零",
        word => word,
    };
    (0..)
        .zip(DIGITS)
        .find(|(_, name)| *name == word)
        .map(|(value, _)| value)
}

fn unit(word: &str) -> Option<i64> {
    match word {
        "十" => Some(10),
        "百" => Some(100),
        "千" => Some(1_000),
        "万" | "萬" => Some(10_000),
        "亿" | "億" => Some(100_000_000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_are_said() {
        let check = |text: &str, expected: i64| {
            let words = Words::new(text);
            assert_eq!(
                words.number(0),
                Some((expected, words.tokens.len())),
                "{text:?}"
            );
        };
        check("2000", 2_000 * ONE);
        check("2,000", 2_000 * ONE);
        check("2k", 2_000 * ONE);
        check("0.36", 3_600);
        check("1.23456", 12_345);
        check("1.5万", 15_000 * ONE);
        check("2万5千", 25_000 * ONE);
        check("两千", 2_000 * ONE);
        check("两千五", 2_500 * ONE);
        check("两千零五", 2_005 * ONE);
        check("三百六十", 360 * ONE);
        check("一万二千", 12_000 * ONE);
        check("十五", 15 * ONE);
        check("十", 10 * ONE);
        check("二〇二六", 2_026 * ONE);
        check("一亿零三万", 100_030_000 * ONE);
        check("半", ONE / 2);
        check("three", 3 * ONE);
    }

    #[test]
    fn what_is_no_number_is_none() {
        for text in ["pcs", "m8", "个", "", "/"] {
            assert_eq!(Words::new(text).number(0), None, "{text:?}");
        }
        assert_eq!(Words::new("2.5").count(0), None);
        assert_eq!(Words::new("0").count(0), None);
    }
}
