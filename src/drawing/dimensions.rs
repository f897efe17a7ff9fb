//! What is known of a product's size: numbers and codes by attribute key.

use std::collections::BTreeMap;

/// Attributes of one product, as its supplier gave them. Nothing here is trusted:
/// what a drawing cannot use counts as unknown.
#[derive(Clone, Debug, Default)]
pub struct Dimensions {
    numbers: BTreeMap<String, f64>,
    codes: BTreeMap<String, String>,
}

/// Below and above this (mm and other units) a number is no size of a product.
const SIZES: std::ops::RangeInclusive<f64> = 0.01..=100_000.0;
/// A longer code does not fit beside a drawing.
const CODE_CHARS: usize = 18;

impl Dimensions {
    /// Adds a number in the unit of its attribute (millimetres for lengths).
    #[must_use]
    pub fn with_number(mut self, key: &str, value: f64) -> Dimensions {
        self.numbers.insert(key.to_owned(), value);
        self
    }

    /// Adds a language-neutral code, such as `thread` = `M8`.
    #[must_use]
    pub fn with_code(mut self, key: &str, value: &str) -> Dimensions {
        self.codes.insert(key.to_owned(), value.to_owned());
        self
    }

    /// The number under this key, if it can be a size.
    pub fn number(&self, key: &str) -> Option<f64> {
        let value = *self.numbers.get(key)?;
        SIZES.contains(&value).then_some(value)
    }

    /// The code under this key, if it is short enough to stand beside a drawing.
    pub fn code(&self, key: &str) -> Option<&str> {
        let code = self.codes.get(key)?.trim();
        (!code.is_empty() && code.chars().count() <= CODE_CHARS).then_some(code)
    }

    /// The number, or what is usual.
    pub(crate) fn or(&self, key: &str, usual: f64) -> f64 {
        self.number(key).unwrap_or(usual)
    }

    /// The number kept between these, or what is usual: so that a slip in a file cannot
    /// make a drawing unreadable.
    pub(crate) fn or_within(&self, key: &str, usual: f64, low: f64, high: f64) -> f64 {
        self.or(key, usual).clamp(low, high)
    }

    /// A small count (cores, poles, coils), from a number or a code such as `3P+N`.
    pub(crate) fn count(&self, key: &str, usual: u32, most: u32) -> u32 {
        let code = self.code(key).map(|code| {
            let digits: String = code.chars().take_while(char::is_ascii_digit).collect();
            let neutral = f64::from(u8::from(code.to_ascii_uppercase().contains("+N")));
            digits.parse::<f64>().map_or(0.0, |count| count + neutral)
        });
        match self.number(key).or(code) {
            Some(count) if 1.0 <= count => (count.round() as u32).min(most),
            _ => usual,
        }
    }

    /// The number as it is written beside a dimension line.
    pub(crate) fn label(&self, key: &str) -> Option<String> {
        self.number(key).map(written)
    }

    /// The same, after a sign such as `⌀`.
    pub(crate) fn label_after(&self, sign: &str, key: &str) -> Option<String> {
        self.number(key)
            .map(|value| format!("{sign}{}", written(value)))
    }
}

/// At most two decimals, no trailing zeros.
pub(crate) fn written(value: f64) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
