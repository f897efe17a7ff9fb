use std::time::{SystemTime, UNIX_EPOCH};

use market::Moment;

/// By the machine's clock; a clock before 1970 reads as 1970.
pub(crate) fn now() -> Moment {
    let passed = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    Moment(u64::try_from(passed.as_millis()).unwrap_or(u64::MAX))
}
