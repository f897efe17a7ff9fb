use std::time::{SystemTime, UNIX_EPOCH};

use domain::Date;
use market::Moment;

/// By the machine's clock; a clock before 1970 reads as 1970.
pub(crate) fn now() -> Moment {
    #[cfg(test)]
    if let Some(moment) = held::at() {
        return moment;
    }
    let passed = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    Moment(u64::try_from(passed.as_millis()).unwrap_or(u64::MAX))
}

/// The day by the machine's clock, in UTC.
pub(crate) fn today() -> Date {
    clerk::day::of(now())
}

/// A clock that stands where a test sets it, for what runs on the test's own thread.
#[cfg(test)]
pub(crate) mod held {
    use std::cell::Cell;

    use market::Moment;

    thread_local! {
        static AT: Cell<Option<Moment>> = const { Cell::new(None) };
    }

    pub(crate) fn at() -> Option<Moment> {
        AT.get()
    }

    pub(crate) fn set(at: Option<Moment>) {
        AT.set(at);
    }
}
