use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::newtype::written_as_text;

/// A day of the civil calendar, years 1 to 9999.
///
/// ISO 8601-1:2019, 5.2.2.1: calendar date, complete, extended format `YYYY-MM-DD`, Gregorian throughout.
///
/// ```
/// let day: domain::Date = "2026-11-22".parse()?;
/// assert_eq!(day.days_since_epoch(), 20_779);
/// # Ok::<(), domain::ParseDateError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Date {
    // The order of the fields is the order of days.
    year: u16,
    month: u8,
    day: u8,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ParseDateError {
    #[error("not of the form YYYY-MM-DD")]
    Form,
    #[error("no such day in the calendar")]
    NoSuchDay,
}

/// Days from 0001-01-01 to 1970-01-01.
const EPOCH: i32 = 719_162;
const DAYS_IN_400_YEARS: i32 = 146_097;
/// Days before each month of a year that is not a leap year.
const DAYS_BEFORE_MONTH: [i32; 12] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

impl Date {
    /// Nothing if there is no such day.
    #[must_use]
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let is_day = (1..=9999).contains(&year)
            && (1..=12).contains(&month)
            && (1..=days_in_month(year, month)).contains(&day);
        is_day.then_some(Self { year, month, day })
    }

    /// Nothing outside the years 1 to 9999.
    #[must_use]
    pub fn from_days_since_epoch(days: i32) -> Option<Self> {
        let days = days.checked_add(EPOCH)?;
        if days < 0 {
            return None;
        }
        // A first guess that is never late and at most one year early, since 400 years have a fixed length.
        let guess = i64::from(days) * 400 / i64::from(DAYS_IN_400_YEARS) + 1;
        let mut year = u16::try_from(guess).ok()?;
        if days < days_before_year(year) {
            year -= 1;
        } else if days_before_year(year + 1) <= days {
            year += 1;
        }
        let mut rest = u16::try_from(days - days_before_year(year)).ok()?;
        let mut month = 1;
        while u16::from(days_in_month(year, month)) <= rest {
            rest -= u16::from(days_in_month(year, month));
            month += 1;
        }
        Self::new(year, month, u8::try_from(rest + 1).ok()?)
    }

    /// Negative before 1970-01-01.
    #[must_use]
    pub fn days_since_epoch(self) -> i32 {
        let leap_day = i32::from(2 < self.month && is_leap(self.year));
        days_before_year(self.year)
            + DAYS_BEFORE_MONTH[usize::from(self.month) - 1]
            + leap_day
            + i32::from(self.day)
            - 1
            - EPOCH
    }

    #[must_use]
    pub fn year(self) -> u16 {
        self.year
    }

    /// 1 to 12.
    #[must_use]
    pub fn month(self) -> u8 {
        self.month
    }

    /// 1 to 31.
    #[must_use]
    pub fn day(self) -> u8 {
        self.day
    }
}

fn is_leap(year: u16) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days from 0001-01-01 to the first of January.
fn days_before_year(year: u16) -> i32 {
    let past = i32::from(year) - 1;
    past * 365 + past / 4 - past / 100 + past / 400
}

impl FromStr for Date {
    type Err = ParseDateError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let bytes = text.as_bytes();
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return Err(ParseDateError::Form);
        }
        let number = |range: std::ops::Range<usize>| {
            bytes[range].iter().try_fold(0u16, |value, byte| {
                byte.is_ascii_digit()
                    .then(|| value * 10 + u16::from(byte - b'0'))
            })
        };
        let two = |range| number(range).and_then(|value| u8::try_from(value).ok());
        match (number(0..4), two(5..7), two(8..10)) {
            (Some(year), Some(month), Some(day)) => {
                Self::new(year, month, day).ok_or(ParseDateError::NoSuchDay)
            }
            _ => Err(ParseDateError::Form),
        }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

written_as_text!(Date, ParseDateError);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Result<i32, ParseDateError>) {
        let days = text.parse::<Date>().map(Date::days_since_epoch);
        assert_eq!(days, expected, "{text:?}");
    }

    #[test]
    fn dates_are_days_of_the_calendar() {
        check("1970-01-01", Ok(0));
        check("1969-12-31", Ok(-1));
        check("2000-02-29", Ok(11_016));
        check("2024-02-29", Ok(19_782));
        check("2026-11-22", Ok(20_779));
        check("0001-01-01", Ok(-EPOCH));
        check("9999-12-31", Ok(2_932_896));
        for none in [
            "2023-02-29",
            "1900-02-29",
            "2026-00-01",
            "2026-13-01",
            "2026-04-31",
            "2026-01-00",
            "0000-01-01",
        ] {
            check(none, Err(ParseDateError::NoSuchDay));
        }
        for wrong in [
            "",
            "2026-1-1",
            "20261122",
            "22/11/2026",
            "2026-11-2x",
            "2026-11-22 ",
            "+026-11-22",
            "二〇二六",
        ] {
            check(wrong, Err(ParseDateError::Form));
        }
    }

    #[test]
    fn days_outside_the_years_are_none() {
        assert_eq!(Date::from_days_since_epoch(-EPOCH - 1), None);
        assert_eq!(Date::from_days_since_epoch(2_932_897), None);
        assert_eq!(Date::from_days_since_epoch(i32::MAX), None);
        assert_eq!(Date::from_days_since_epoch(i32::MIN), None);
    }

    proptest! {
        #[test]
        fn days_and_dates_are_inverse_and_keep_their_order(days in -EPOCH..2_932_896) {
            let date = Date::from_days_since_epoch(days).unwrap();
            prop_assert_eq!(date.days_since_epoch(), days);
            prop_assert_eq!(date.to_string().parse(), Ok(date));
            prop_assert!(date < Date::from_days_since_epoch(days + 1).unwrap());
        }

        #[test]
        fn any_text_is_read_or_refused(text in ".{0,12}") {
            let _ = text.parse::<Date>();
        }
    }
}
