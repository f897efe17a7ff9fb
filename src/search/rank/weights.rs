//! The trained weights: thousandths for each feature, as a small text beside this file.

use super::features::{FEATURES, Features};

/// `name value` a line; `#` begins a remark. `TRAINING.md` says how it was made.
const SHIPPED: &str = include_str!("weights.txt");

/// What one unit of each feature is worth, thousandths; words together are worth up to about 2,000.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weights(pub [f32; FEATURES.len()]);

impl Default for Weights {
    fn default() -> Self {
        Weights::parse(SHIPPED)
    }
}

impl Weights {
    /// Reads weights; what is not named is worth nothing.
    pub fn parse(text: &str) -> Weights {
        let mut weights = [0.0; FEATURES.len()];
        for line in text.lines() {
            let mut cells = line.split_whitespace();
            if let (Some(name), Some(value)) = (cells.next(), cells.next())
                && let Some(at) = FEATURES.iter().position(|feature| feature.name() == name)
            {
                // Whole numbers: reading fractions would put their tables, 14 KB, into the worker's module.
                weights[at] = value.parse::<i16>().map_or(0.0, f32::from);
            }
        }
        Weights(weights)
    }

    /// Points of each feature, whole thousandths.
    pub fn points(&self, features: &Features) -> [i32; FEATURES.len()] {
        std::array::from_fn(|at| whole(self.0[at] * features[at]))
    }
}

/// Rounds half away from zero, as every machine does.
pub fn whole(points: f32) -> i32 {
    if points < 0.0 {
        (points - 0.5) as i32
    } else {
        (points + 0.5) as i32
    }
}
