//! Days of the calendar.

use domain::Date;
use market::Moment;

const MILLISECONDS: u64 = 24 * 60 * 60 * 1000;

/// The day of a moment, in UTC; the last one of the calendar for all behind it.
#[must_use]
pub fn of(at: Moment) -> Date {
    let days = i32::try_from(at.0 / MILLISECONDS).unwrap_or(i32::MAX);
    let last = || Date::new(9999, 12, 31).expect("it is in the calendar");
    Date::from_days_since_epoch(days).unwrap_or_else(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_at_midnight_in_utc() {
        let check = |at: u64, day: &str| assert_eq!(of(Moment(at)).to_string(), day);
        check(0, "1970-01-01");
        check(MILLISECONDS - 1, "1970-01-01");
        check(1_800_000_000_000, "2027-01-15");
        check(u64::MAX, "9999-12-31");
    }
}
