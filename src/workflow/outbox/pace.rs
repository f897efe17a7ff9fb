//! How long to wait before the next attempt.

use super::faults::seeded;

/// Milliseconds on a clock that may be wrong by years and may jump: only differences count, and no wait is longer than
/// [`LONGEST`] whatever the clock says.
pub type Millis = u64;

/// After the first failure.
pub const FIRST: Millis = 1_000;
/// Between attempts, unless the server asks for more.
const SLOWEST: Millis = 5 * 60_000;
/// Whatever the server asks for.
pub const LONGEST: Millis = 15 * 60_000;
/// A request without an answer for so long has none: the shell gives up before that.
pub const SILENCE: Millis = 60_000;
/// How long a tab that does not lead waits for the one that does, before it sends by itself: a frozen tab leads too.
pub const PATIENCE: Millis = 20_000;
/// A tab that nobody tells anything looks by itself at what is kept: the one that wrote it may be frozen.
pub const LOOK: Millis = 5 * 60_000;
/// More requests at a time would stand in the way of what the person looks at.
pub const AT_ONCE: usize = 4;

/// The wait after this many failed attempts: doubling, the latter half of it by chance, so that a crowd that lost its
/// server does not come back in step.
#[must_use]
pub fn delay(tries: u32, asked: Millis, chance: u32) -> Millis {
    if seeded!(TriesWithoutAPause) {
        return 0;
    }
    let whole = FIRST
        .saturating_mul(1 << tries.saturating_sub(1).min(20))
        .min(SLOWEST);
    let half = whole / 2;
    let wait = half + half * u64::from(chance) / u64::from(u32::MAX);
    wait.max(asked.min(LONGEST))
}

/// What follows a follower's patience when it is told that the leader has tried.
#[must_use]
pub fn patience_after_a_try() -> Millis {
    SLOWEST + PATIENCE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_up_to_an_end_and_never_agree() {
        assert_eq!(delay(1, 0, 0), 500);
        assert_eq!(delay(1, 0, u32::MAX), 1_000);
        assert_eq!(delay(3, 0, u32::MAX), 4_000);
        assert_eq!(delay(3, 0, 0), 2_000);
        for tries in [10, 31, 32, 64, u32::MAX] {
            assert_eq!(delay(tries, 0, u32::MAX), SLOWEST);
        }
        assert_eq!(delay(1, 30_000, 0), 30_000, "the server asks for more");
        assert_eq!(delay(1, Millis::MAX, 0), LONGEST, "but not for ever");
    }
}
