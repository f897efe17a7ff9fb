//! How often something may be tried.

use crate::Moment;

/// A limit: so many at once, and one more after every so many milliseconds.
#[derive(Clone, Copy, Debug)]
pub struct Limit {
    pub burst: u32,
    pub every: u64,
}

/// What one address, or one target, has left: a bucket that fills by time.
#[derive(Clone, Copy, Debug)]
pub struct Attempts {
    left: u32,
    since: Moment,
}

impl Attempts {
    #[must_use]
    pub fn new(limit: Limit, now: Moment) -> Self {
        Self {
            left: limit.burst,
            since: now,
        }
    }

    /// Takes one.
    ///
    /// # Errors
    /// Milliseconds until there is one again.
    pub fn take(&mut self, limit: Limit, now: Moment) -> Result<(), u64> {
        let passed = now.0.saturating_sub(self.since.0);
        let gained = passed / limit.every;
        let left = u64::from(self.left).saturating_add(gained);
        if left >= u64::from(limit.burst) {
            (self.left, self.since) = (limit.burst, now);
        } else {
            self.left = u32::try_from(left).unwrap_or(limit.burst);
            self.since = self.since.after(gained * limit.every);
        }
        match self.left.checked_sub(1) {
            Some(left) => {
                self.left = left;
                Ok(())
            }
            None => Err(limit.every - now.0.saturating_sub(self.since.0).min(limit.every - 1)),
        }
    }

    /// Whether it is as good as new, so that it need not be kept.
    #[must_use]
    pub fn is_full(&self, limit: Limit, now: Moment) -> bool {
        let passed = now.0.saturating_sub(self.since.0) / limit.every;
        u64::from(self.left).saturating_add(passed) >= u64::from(limit.burst)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const LIMIT: Limit = Limit {
        burst: 3,
        every: 1000,
    };

    #[test]
    fn a_burst_is_used_up_and_comes_back_one_by_one() {
        let mut attempts = Attempts::new(LIMIT, Moment(0));
        for _ in 0..3 {
            assert_eq!(attempts.take(LIMIT, Moment(10)), Ok(()));
        }
        assert_eq!(attempts.take(LIMIT, Moment(10)), Err(1000));
        assert_eq!(attempts.take(LIMIT, Moment(700)), Err(310));
        assert_eq!(attempts.take(LIMIT, Moment(1010)), Ok(()));
        assert_eq!(attempts.take(LIMIT, Moment(1011)), Err(999));
        assert!(!attempts.is_full(LIMIT, Moment(3000)));
        assert!(attempts.is_full(LIMIT, Moment(4010)));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        /// Whatever the clock does, nobody gets more than the burst and what time has brought.
        #[test]
        fn no_more_than_allowed(steps in prop::collection::vec(0u64..700, 1..200)) {
            let (mut attempts, mut now, mut got) = (Attempts::new(LIMIT, Moment(0)), 0, 0);
            for step in steps {
                now += step;
                got += u64::from(attempts.take(LIMIT, Moment(now)).is_ok());
            }
            prop_assert!(got <= 3 + now / 1000);
        }
    }
}
