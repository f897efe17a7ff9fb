//! What day it is for the reader. The pure rooms take it as an argument.

/// Days since 1970-01-01 in the reader's own time zone: a certificate ends at their midnight.
#[must_use]
pub fn today() -> i32 {
    const MS_A_DAY: f64 = 86_400_000.0;
    const MS_A_MINUTE: f64 = 60_000.0;
    let now = js_sys::Date::new_0();
    let local = now.get_time() - now.get_timezone_offset() * MS_A_MINUTE;
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a day number fits for five million years"
    )]
    let days = (local / MS_A_DAY).floor() as i32;
    days
}
