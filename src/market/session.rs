//! How long a sign-in holds.

use crate::Moment;

/// After so many milliseconds a session ends, used or not: thirty days.
pub const LASTS: u64 = 30 * 24 * 3_600_000;
/// After so many milliseconds without use: three days.
pub const IDLE: u64 = 3 * 24 * 3_600_000;
/// Use is written down at most so often, in milliseconds: a read need not become a write.
pub const NOTED: u64 = 15 * 60_000;
/// Sessions of an account at a time; another sign-in ends the one used longest ago.
pub const MOST: usize = 20;

/// Whether a session made and last seen at these moments still holds.
#[must_use]
pub fn holds(made: Moment, seen: Moment, now: Moment) -> bool {
    now < made.after(LASTS) && now < seen.after(IDLE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_ends_unused_and_ends_anyway() {
        let check =
            |seen, now, expected| assert_eq!(holds(Moment(0), Moment(seen), Moment(now)), expected);
        check(0, 0, true);
        check(0, IDLE - 1, true);
        check(0, IDLE, false);
        check(LASTS - 1, LASTS - 1, true);
        check(LASTS - 1, LASTS, false);
    }
}
