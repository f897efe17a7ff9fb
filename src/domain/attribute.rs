use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::Text;

/// A property of a product, such as its length. What the key means, and in which unit, the dictionary says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Attribute {
    /// Such as `outer_diameter`.
    pub key: String,
    pub value: Value,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Value {
    /// In the unit of the key; finite.
    Number(f64),
    /// The same in every language: `M8`, `67-63-0`, `EN 388`.
    Code(String),
    Text(Text),
}

/// How the values of a key are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AttributeKind {
    /// `40`, `-20.5`
    Number,
    /// `M8`
    Code,
    /// `English|中文`
    Text,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ParseValueError {
    #[error("blank")]
    Blank,
    #[error("not a plain decimal")]
    NotNumber,
    #[error("a code has no other language")]
    NotCode,
    #[error("not of the form English|中文")]
    NotText,
    #[error("longer than two hundred characters")]
    TooLong,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not number, code or text")]
pub struct ParseAttributeKindError;

impl Value {
    /// Reads a value as its key's kind says.
    pub fn parse(text: &str, kind: AttributeKind) -> Result<Self, ParseValueError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(ParseValueError::Blank);
        }
        if 200 < text.chars().count() {
            return Err(ParseValueError::TooLong);
        }
        match kind {
            AttributeKind::Number => number(text)
                .map(Self::Number)
                .ok_or(ParseValueError::NotNumber),
            AttributeKind::Code if text.contains('|') => Err(ParseValueError::NotCode),
            AttributeKind::Code => Ok(Self::Code(text.to_owned())),
            AttributeKind::Text => {
                match text.split_once('|').map(|(en, zh)| (en.trim(), zh.trim())) {
                    Some((en, zh)) if !en.is_empty() && !zh.is_empty() && !zh.contains('|') => {
                        Ok(Self::Text(Text::new(en, zh)))
                    }
                    _ => Err(ParseValueError::NotText),
                }
            }
        }
    }
}

/// Digits with at most one point between them, a minus before: nothing else that Rust would read, such as `1e3`.
fn number(text: &str) -> Option<f64> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_plain = match digits.split_once('.') {
        Some((whole, fraction)) => is_digits(whole) && is_digits(fraction),
        None => is_digits(digits),
    };
    // Twenty digits are more than anybody measures and keep the value finite.
    let is_short = digits.len() <= 20;
    (is_plain && is_short).then(|| text.parse().ok()).flatten()
}

impl FromStr for AttributeKind {
    type Err = ParseAttributeKindError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "number" => Ok(Self::Number),
            "code" => Ok(Self::Code),
            "text" => Ok(Self::Text),
            _ => Err(ParseAttributeKindError),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_read_as_its_kind_says() {
        use AttributeKind::{Code, Number, Text as Words};
        let check = |text: &str, kind: AttributeKind, expected: Result<Value, ParseValueError>| {
            assert_eq!(Value::parse(text, kind), expected, "{text:?}");
        };
        check("40", Number, Ok(Value::Number(40.0)));
        check("-20.5", Number, Ok(Value::Number(-20.5)));
        for wrong in [
            "40mm",
            "1e3",
            "NaN",
            "inf",
            ".5",
            "5.",
            "+5",
            "1,000",
            "--1",
            &"9".repeat(21),
        ] {
            check(wrong, Number, Err(ParseValueError::NotNumber));
        }
        check("M8", Code, Ok(Value::Code("M8".into())));
        check("1/2-13 UNC", Code, Ok(Value::Code("1/2-13 UNC".into())));
        check("steel|钢", Code, Err(ParseValueError::NotCode));
        check(
            "Zinc plated|镀锌",
            Words,
            Ok(Value::Text(Text::new("Zinc plated", "镀锌"))),
        );
        for wrong in ["Zinc", "Zinc|", "|镀锌", "a|b|c"] {
            check(wrong, Words, Err(ParseValueError::NotText));
        }
        check(" ", Code, Err(ParseValueError::Blank));
        check(&"x".repeat(201), Code, Err(ParseValueError::TooLong));
    }
}
