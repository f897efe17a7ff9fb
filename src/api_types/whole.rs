//! Whole numbers as JSON Schema has them: `2.0` is one, and what is left out is not `null`.

use std::fmt;

use serde::de::{Deserializer, Error, Unexpected, Visitor};

/// A whole number, however it is written.
pub(crate) fn read<'de, D: Deserializer<'de>>(from: D) -> Result<u64, D::Error> {
    from.deserialize_any(Whole)
}

/// The same where it may be left out.
pub(crate) fn read_some<'de, D: Deserializer<'de>>(from: D) -> Result<Option<u64>, D::Error> {
    read(from).map(Some)
}

struct Whole;

impl Visitor<'_> for Whole {
    type Value = u64;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a whole number")
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<u64, E> {
        Ok(number)
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<u64, E> {
        // As far as a database counts, which is 2 to the power of 63, and such a number is exact.
        let is_whole =
            (0.0..9_223_372_036_854_775_808.0).contains(&number) && number.fract() == 0.0;
        if !is_whole {
            return Err(E::invalid_value(Unexpected::Float(number), &self));
        }
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "it is whole and within these bounds"
        )]
        Ok(number as u64)
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    struct Form {
        #[serde(deserialize_with = "super::read")]
        one: u64,
        #[serde(default, deserialize_with = "super::read_some")]
        other: Option<u64>,
    }

    #[test]
    fn a_number_is_whole_however_it_is_written() {
        let check = |text: &str, expected: Option<(u64, Option<u64>)>| {
            let read = serde_json::from_str::<Form>(text).ok();
            assert_eq!(read.map(|form| (form.one, form.other)), expected, "{text}");
        };
        check(r#"{"one":3}"#, Some((3, None)));
        check(r#"{"one":3.0,"other":2e2}"#, Some((3, Some(200))));
        check(
            r#"{"one":9223372036854775807}"#,
            Some((i64::MAX as u64, None)),
        );
        check(r#"{"one":9.3e18}"#, None);
        check(r#"{"one":3.5}"#, None);
        check(r#"{"one":-1}"#, None);
        check(r#"{"one":"3"}"#, None);
        check(r#"{"one":3,"other":null}"#, None);
    }
}
