//! How likely a candidate is the page, from what was seen of it: a small network, taught by `cargo hub ekyc teach`.

use super::close::SIGHTS;

/// Places in the middle of the network.
pub const HIDDEN: usize = 16;
/// For each of those one weight a sight, then one weight each, then what is added to all.
pub const WEIGHTS: usize = HIDDEN * SIGHTS + HIDDEN + 1;

/// Weights in use.
#[derive(Clone, Debug)]
pub struct Weights(Vec<f32>);

impl From<[f32; WEIGHTS]> for Weights {
    fn from(weights: [f32; WEIGHTS]) -> Self {
        Self(weights.to_vec())
    }
}

impl Weights {
    /// For candidates as they were drawn from lines.
    #[must_use]
    pub fn glance() -> Self {
        Self::of(include_bytes!("glance.bin"))
    }

    /// For those that were refitted.
    #[must_use]
    pub fn verdict() -> Self {
        Self::of(include_bytes!("verdict.bin"))
    }

    fn of(bytes: &[u8; 4 * WEIGHTS]) -> Self {
        let (floats, _) = bytes.as_chunks::<4>();
        Self(
            floats
                .iter()
                .map(|bytes| f32::from_le_bytes(*bytes))
                .collect(),
        )
    }

    /// The logarithm of how much likelier this is the page than that there is none.
    #[must_use]
    pub fn score(&self, sights: &[f32; SIGHTS]) -> f32 {
        let (middle, rest) = self.0.split_at(HIDDEN * SIGHTS);
        let (out, add) = rest.split_at(HIDDEN);
        let sum = |weights: &[f32]| -> f32 { weights.iter().zip(sights).map(|(a, b)| a * b).sum() };
        middle
            .chunks(SIGHTS)
            .zip(out)
            .map(|(weights, out)| out * sum(weights).tanh())
            .sum::<f32>()
            + add.first().copied().unwrap_or(0.0)
    }
}
