//! The recognizer: one character's patch in, how likely each class is out.
//!
//! Two convolutions of 3 by 3 with pooling and two dense layers; weights of eight bits with a scale for each output.
//! The same network reads OCR-B and sans fonts: what may stand where is the grammar's business.

use super::patch::{COLUMNS, Patch, ROWS};

/// What a patch may show, in the order of the scores; the last one stands for no character.
pub const CLASSES: &[u8; 38] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ< ";

/// Channels after the first and the second convolution, width of the dense layer.
pub const FIRST: usize = 12;
pub const SECOND: usize = 24;
pub const DENSE: usize = 96;
const HALF: (usize, usize) = (COLUMNS / 2, ROWS / 2);
const QUARTER: (usize, usize) = (COLUMNS / 4, ROWS / 4);
const FLAT: usize = QUARTER.0 * QUARTER.1 * SECOND;

/// Inputs and outputs of each layer, in the order of the file.
pub const LAYERS: [(usize, usize); 4] = [
    (9, FIRST),
    (9 * FIRST, SECOND),
    (FLAT, DENSE),
    (DENSE, CLASSES.len()),
];

/// Logarithms of the probabilities, in the order of [`CLASSES`].
pub type Scores = [f32; CLASSES.len()];

/// A trained network, ready to run.
#[derive(Clone)]
pub struct Net {
    layers: [Layer; 4],
}

#[derive(Clone)]
struct Layer {
    bias: Vec<f32>,
    /// One row of all outputs for each input: the inner loop runs over outputs side by side.
    weights: Vec<f32>,
}

static TRAINED: &[u8] = include_bytes!("weights.bin");

impl Net {
    /// The network that this room was trained to be; the record of its training is beside the weights.
    #[must_use]
    pub fn trained() -> Self {
        Self::from_bytes(TRAINED).expect("a test reads the file of this build")
    }

    /// From a file: for each layer the scales and biases of its outputs as little-endian `f32`, then the weights as
    /// `i8`, output after output. `None` if the length is wrong or a number is not finite.
    #[must_use]
    pub fn from_bytes(mut bytes: &[u8]) -> Option<Self> {
        let mut layers = Vec::new();
        for (inputs, outputs) in LAYERS {
            let scale = floats(&mut bytes, outputs)?;
            let bias = floats(&mut bytes, outputs)?;
            let (here, rest) = bytes.split_at_checked(inputs * outputs)?;
            bytes = rest;
            let mut weights = vec![0.0; inputs * outputs];
            for (output, row) in here.chunks_exact(inputs).enumerate() {
                for (input, byte) in row.iter().enumerate() {
                    weights[input * outputs + output] =
                        f32::from(byte.cast_signed()) * scale[output];
                }
            }
            layers.push(Layer { bias, weights });
        }
        let layers = layers.try_into().ok()?;
        bytes.is_empty().then_some(Self { layers })
    }

    /// How likely each class is.
    #[must_use]
    pub fn scores(&self, patch: &Patch) -> Scores {
        let [one, two, three, four] = &self.layers;
        let mut padded = [0.0; (COLUMNS + 2) * (ROWS + 2)];
        for (row, line) in patch.chunks_exact(COLUMNS).enumerate() {
            let at = (row + 1) * (COLUMNS + 2) + 1;
            padded[at..at + COLUMNS].copy_from_slice(line);
        }
        let mut middle = [0.0; (HALF.0 + 2) * (HALF.1 + 2) * FIRST];
        convolve::<1, FIRST>(one, &padded, (COLUMNS, ROWS), |(x, y), values| {
            let at = ((y + 1) * (HALF.0 + 2) + x + 1) * FIRST;
            middle[at..at + FIRST].copy_from_slice(values);
        });
        let mut flat = [0.0; FLAT];
        convolve::<FIRST, SECOND>(two, &middle, HALF, |(x, y), values| {
            let at = (y * QUARTER.0 + x) * SECOND;
            flat[at..at + SECOND].copy_from_slice(values);
        });
        let mut dense: [f32; DENSE] = full(three, &flat);
        for value in &mut dense {
            *value = value.max(0.0);
        }
        let mut scores: Scores = full(four, &dense);
        let most = scores.iter().copied().fold(f32::MIN, f32::max);
        let sum: f32 = scores.iter().map(|score| (score - most).exp()).sum();
        let all = most + sum.ln();
        for score in &mut scores {
            *score -= all;
        }
        scores
    }
}

/// Convolution, the largest of each two by two, nothing below zero.
fn convolve<const IN: usize, const OUT: usize>(
    layer: &Layer,
    padded: &[f32],
    (columns, rows): (usize, usize),
    mut put: impl FnMut((usize, usize), &[f32; OUT]),
) {
    let (weights, _) = layer.weights.as_chunks::<OUT>();
    let line = (columns + 2) * IN;
    for y in 0..rows / 2 {
        for x in 0..columns / 2 {
            let mut most = [0.0_f32; OUT];
            for (dx, dy) in [(0, 0), (1, 0), (0, 1), (1, 1)] {
                let mut sums = [0.0; OUT];
                sums.copy_from_slice(&layer.bias);
                for row in 0..3 {
                    let from = (2 * y + dy + row) * line + (2 * x + dx) * IN;
                    let near = &padded[from..from + 3 * IN];
                    for (value, weights) in near.iter().zip(&weights[row * 3 * IN..]) {
                        for (sum, weight) in sums.iter_mut().zip(weights) {
                            *sum += value * weight;
                        }
                    }
                }
                for (most, sum) in most.iter_mut().zip(sums) {
                    *most = most.max(sum);
                }
            }
            put((x, y), &most);
        }
    }
}

fn full<const OUT: usize>(layer: &Layer, values: &[f32]) -> [f32; OUT] {
    let mut sums = [0.0; OUT];
    sums.copy_from_slice(&layer.bias);
    let (weights, _) = layer.weights.as_chunks::<OUT>();
    // Half of the values are zero, since nothing below zero passes.
    let alive = values
        .iter()
        .zip(weights)
        .filter(|(value, _)| **value != 0.0);
    for (value, weights) in alive {
        for (sum, weight) in sums.iter_mut().zip(weights) {
            *sum += value * weight;
        }
    }
    sums
}

fn floats(bytes: &mut &[u8], count: usize) -> Option<Vec<f32>> {
    let (here, rest) = bytes.split_at_checked(4 * count)?;
    *bytes = rest;
    let (numbers, _) = here.as_chunks::<4>();
    let numbers: Vec<f32> = numbers
        .iter()
        .map(|four| f32::from_le_bytes(*four))
        .collect();
    numbers
        .iter()
        .all(|number| number.is_finite())
        .then_some(numbers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_of_this_build_is_a_network_and_a_shorter_one_is_none() {
        assert!(Net::from_bytes(TRAINED).is_some());
        assert!(Net::from_bytes(&TRAINED[1..]).is_none());
        assert!(Net::from_bytes(&[]).is_none());
    }

    #[test]
    fn probabilities_add_up_to_one() {
        let scores = Net::trained().scores(&[0.3; COLUMNS * ROWS]);
        let sum: f32 = scores.iter().map(|score| score.exp()).sum();
        assert!((sum - 1.0).abs() < 1e-4);
    }
}
