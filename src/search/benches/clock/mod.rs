//! Time on one core.

use std::time::Instant;

/// What this thread has worked since the start: on a busy machine less than what has passed.
pub struct Clock {
    passed: Instant,
    worked: Option<f64>,
}

impl Clock {
    pub fn start() -> Self {
        Self {
            passed: Instant::now(),
            worked: worked(),
        }
    }

    pub fn seconds(&self) -> f64 {
        match (self.worked, worked()) {
            (Some(before), Some(now)) => now - before,
            _ => self.passed.elapsed().as_secs_f64(),
        }
    }
}

/// Seconds that the main thread has had a core for, where the system tells (Linux).
fn worked() -> Option<f64> {
    let text = std::fs::read_to_string("/proc/self/schedstat").ok()?;
    let nanoseconds: f64 = text.split_whitespace().next()?.parse().ok()?;
    Some(nanoseconds / 1e9)
}
