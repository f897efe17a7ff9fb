//! A supplier's record, each figure shrunk to the mean of all by its sample size.
//!
//! Empirical Bayes: a record of `n` cases counts as `n`, and the mean of all suppliers as [`STRENGTH`] cases more. Three
//! good orders prove little, three hundred a lot.

use super::offers::{Offers, Record};

/// How many cases the mean of all counts for: at 20, a supplier with 20 orders stands halfway between their own figure
/// and the mean.
pub const STRENGTH: u64 = 20;

/// What is taken for the mean where there are no records at all; it counts for [`STRENGTH`] cases in the mean too, so
/// that no supplier's own record moves the mean more than themselves.
const ON_TIME_BASIS: u64 = 9_000;
const RESPONSE_MINUTES: u64 = 24 * 60;
const DISPUTES_PER_100_000: u64 = 1_000;

/// Means over all suppliers, weighted by their cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Means {
    /// Hundredths of a per cent.
    on_time: u64,
    response_minutes: u64,
    disputes_per_100_000: u64,
    /// Whether anybody's answers were timed, and anybody's disputes counted.
    pub knows_response: bool,
    pub knows_disputes: bool,
}

/// A supplier's record as it counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Trust {
    /// 0 to 3.
    pub verification: u8,
    /// Hundredths of a per cent.
    pub on_time: u64,
    pub response_minutes: u64,
    pub disputes_per_100_000: u64,
}

impl Means {
    #[must_use]
    pub fn of(offers: &Offers) -> Self {
        let records = || (0..offers.suppliers()).filter_map(|index| offers.supplier(index));
        Self {
            on_time: mean(records().map(on_time), ON_TIME_BASIS),
            response_minutes: mean(records().map(response), RESPONSE_MINUTES),
            disputes_per_100_000: mean(records().map(disputes), DISPUTES_PER_100_000),
            knows_response: records().any(|record| record.requests() != 0),
            knows_disputes: records().any(|record| record.disputes_of() != 0),
        }
    }
}

impl Trust {
    /// Of a supplier nothing is known of.
    #[must_use]
    pub fn unknown(means: &Means) -> Self {
        Self {
            verification: 0,
            on_time: means.on_time,
            response_minutes: means.response_minutes,
            disputes_per_100_000: means.disputes_per_100_000,
        }
    }

    #[must_use]
    pub fn of(record: &Record, means: &Means) -> Self {
        Self {
            verification: record.verification(),
            on_time: shrunk(on_time(*record), means.on_time),
            response_minutes: shrunk(response(*record), means.response_minutes),
            disputes_per_100_000: shrunk(disputes(*record), means.disputes_per_100_000),
        }
    }
}

/// A figure and the number of cases that it stands on.
type Observed = (u64, u64);

fn on_time(record: Record) -> Observed {
    let basis = u64::from(record.on_time_percent()) * 100;
    (basis, record.orders().into())
}

fn response(record: Record) -> Observed {
    let minutes = u64::from(record.response_hours()) * 60;
    (minutes, record.requests().into())
}

fn disputes(record: Record) -> Observed {
    let orders = u64::from(record.disputes_of());
    let disputed = u64::from(record.disputes()).min(orders);
    let per_100_000 = (disputed * 100_000).checked_div(orders);
    (per_100_000.unwrap_or(0), orders)
}

/// Figures are below 2²³ and cases below 2³², so that the sum over 65,536 suppliers needs 128 bits only in theory; it
/// saturates.
fn mean(records: impl Iterator<Item = Observed>, prior: u64) -> u64 {
    let start = (prior * STRENGTH, STRENGTH);
    let (sum, cases) = records.fold(start, |(sum, cases), (figure, more)| {
        (
            figure.saturating_mul(more).saturating_add(sum),
            cases.saturating_add(more),
        )
    });
    sum / cases
}

fn shrunk((figure, cases): Observed, mean: u64) -> u64 {
    (figure * cases + mean * STRENGTH) / (cases + STRENGTH)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_samples_shrink_to_the_mean() {
        let check = |cases: u64, expected: u64| {
            assert_eq!(shrunk((10_000, cases), 9_000), expected, "{cases}");
        };
        check(0, 9_000);
        check(1, 9_047);
        check(20, 9_500);
        check(1_000, 9_980);
    }

    #[test]
    fn the_mean_is_weighted_by_cases() {
        assert_eq!(mean([].into_iter(), 9_000), 9_000);
        assert_eq!(mean([(10_000, 20)].into_iter(), 9_000), 9_500);
        let many = [(10_000, 980), (0, 0)];
        assert_eq!(mean(many.into_iter(), 9_000), 9_980);
    }
}
