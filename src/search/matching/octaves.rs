//! How many times larger, in doublings: people weigh prices, delays and amounts by ratio.

/// One doubling. Integers, since the logarithms of two machines' libraries may differ in the last bit.
pub const OCTAVE: i64 = 1 << 16;

/// How many octaves `large` lies above `small`; negative below. Zeros are taken as ones. Rises with `large` and falls
/// with `small`, without exception; at most 0.01 of an octave off.
pub fn octaves(large: u64, small: u64) -> i64 {
    log2(large) - log2(small)
}

fn log2(value: u64) -> i64 {
    let value = value.max(1);
    let whole = i64::from(value.ilog2());
    // The sixteen bits after the first one.
    let after = (value << value.leading_zeros() << 1) >> 48;
    let rest = i64::try_from(after).unwrap_or(0);
    // log₂(1 + x) is about x + 0.343 x (1 - x); 0.343 is 22,485 of 65,536.
    let bend = (rest * (OCTAVE - rest) * 22_485) >> 32;
    whole * OCTAVE + rest + bend
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_is_the_logarithm_within_a_hundredth(value in 1u64..1 << 52) {
            #[expect(clippy::cast_precision_loss, reason = "below 53 bits")]
            let expected = (value as f64).log2() * OCTAVE as f64;
            #[expect(clippy::cast_precision_loss, reason = "far below 53 bits")]
            let off = (log2(value) as f64 - expected).abs() / OCTAVE as f64;
            prop_assert!(off < 0.01, "{value} is {off} off");
        }

        #[test]
        fn more_is_never_less(value in 0u64..u64::MAX, more: u64) {
            prop_assert!(log2(value) <= log2(value + 1));
            prop_assert!(log2(value) <= log2(value.saturating_add(more)));
        }
    }

    #[test]
    fn doublings_are_exact() {
        assert_eq!(octaves(8, 1), 3 * OCTAVE);
        assert_eq!(octaves(300, 600), -OCTAVE);
        assert_eq!(octaves(0, 0), 0);
    }
}
