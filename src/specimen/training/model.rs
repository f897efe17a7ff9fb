//! The network while it learns: weights as floats, and the way back through the layers.

use ekyc::read::{CLASSES, COLUMNS, DENSE, FIRST, LAYERS, ROWS, SECOND};

use super::strip::Lesson;
use crate::Chance;

const SIZES: [(usize, usize, usize, usize); 2] = [
    (1, FIRST, COLUMNS, ROWS),
    (FIRST, SECOND, COLUMNS / 2, ROWS / 2),
];

/// Weights of each layer, a row of all outputs for each input, and after them the biases.
#[derive(Clone)]
pub struct Model(pub [Vec<f32>; 4]);

/// What a convolution has to remember for the way back.
struct Passed {
    padded: Vec<f32>,
    pooled: Vec<f32>,
    /// Which of the four pixels was the largest; 4 where none was above zero.
    which: Vec<u8>,
}

impl Model {
    pub fn new(chance: &mut Chance) -> Self {
        Self(LAYERS.map(|(inputs, outputs)| {
            let scale = (2.0 / inputs as f32).sqrt();
            let mut weights: Vec<f32> = (0..inputs * outputs)
                .map(|_| scale * chance.normal())
                .collect();
            weights.resize((inputs + 1) * outputs, 0.0);
            weights
        }))
    }

    pub fn zero() -> Self {
        Self(LAYERS.map(|(inputs, outputs)| vec![0.0; (inputs + 1) * outputs]))
    }

    /// Adds the gradient of one lesson's loss to `slope`; gives the loss.
    pub fn learn(&self, lesson: &Lesson, slope: &mut Self) -> f32 {
        let class = lesson.class;
        let one = forward::<FIRST>(&self.0[0], &lesson.patch, SIZES[0]);
        let two = forward::<SECOND>(&self.0[1], &one.pooled, SIZES[1]);
        let mut dense = full::<DENSE>(&self.0[2], &two.pooled);
        for value in &mut dense {
            *value = value.max(0.0);
        }
        let mut scores = full::<{ CLASSES.len() }>(&self.0[3], &dense);
        if let Some(twin) = lesson.twin {
            scores[twin] = -1e9;
        }
        let most = scores.iter().copied().fold(f32::MIN, f32::max);
        let sum: f32 = scores.iter().map(|score| (score - most).exp()).sum();
        let mut error: [f32; CLASSES.len()] =
            std::array::from_fn(|n| (scores[n] - most).exp() / sum);
        let loss = -(error[class].max(1e-9)).ln();
        error[class] -= 1.0;
        let mut back = full_back(&self.0[3], &dense, &error, &mut slope.0[3]);
        for (back, value) in back.iter_mut().zip(dense) {
            *back *= f32::from(u8::from(0.0 < value));
        }
        let back: [f32; DENSE] = back.try_into().unwrap_or([0.0; DENSE]);
        let back = full_back(&self.0[2], &two.pooled, &back, &mut slope.0[2]);
        let back = backward::<SECOND>(&self.0[1], &two, &back, SIZES[1], &mut slope.0[1], true);
        backward::<FIRST>(&self.0[0], &one, &back, SIZES[0], &mut slope.0[0], false);
        loss
    }

    /// The file that `ekyc::read` reads: eight bits a weight, a scale for each output.
    pub fn bytes(&self) -> Vec<u8> {
        let mut file = Vec::new();
        for (layer, (inputs, outputs)) in self.0.iter().zip(LAYERS) {
            let column =
                |output: usize| (0..inputs).map(move |input| layer[input * outputs + output]);
            let scales: Vec<f32> = (0..outputs)
                .map(|output| {
                    column(output).fold(1e-6_f32, |most, weight| most.max(weight.abs())) / 127.0
                })
                .collect();
            for number in scales.iter().chain(&layer[inputs * outputs..]) {
                file.extend(number.to_le_bytes());
            }
            for (output, scale) in scales.iter().enumerate() {
                file.extend(column(output).map(|weight| (weight / scale).round() as i8 as u8));
            }
        }
        file
    }
}

fn forward<const OUT: usize>(
    layer: &[f32],
    input: &[f32],
    size: (usize, usize, usize, usize),
) -> Passed {
    let (channels, _, columns, rows) = size;
    let line = (columns + 2) * channels;
    let mut padded = vec![0.0; line * (rows + 2)];
    for (row, values) in input.chunks_exact(columns * channels).enumerate() {
        let at = (row + 1) * line + channels;
        padded[at..at + values.len()].copy_from_slice(values);
    }
    let (weights, _) = layer.as_chunks::<OUT>();
    let bias = weights[9 * channels];
    let mut pooled = Vec::with_capacity(columns * rows / 4 * OUT);
    let mut which = Vec::with_capacity(columns * rows / 4 * OUT);
    for y in 0..rows / 2 {
        for x in 0..columns / 2 {
            let (mut most, mut choice) = ([0.0_f32; OUT], [4_u8; OUT]);
            for part in 0..4 {
                let mut sums = bias;
                for row in 0..3 {
                    let from = (2 * y + part / 2 + row) * line + (2 * x + part % 2) * channels;
                    let near = &padded[from..from + 3 * channels];
                    for (value, weights) in near.iter().zip(&weights[row * 3 * channels..]) {
                        for n in 0..OUT {
                            sums[n] += value * weights[n];
                        }
                    }
                }
                for n in 0..OUT {
                    if most[n] < sums[n] {
                        (most[n], choice[n]) = (sums[n], part as u8);
                    }
                }
            }
            pooled.extend(most);
            which.extend(choice);
        }
    }
    Passed {
        padded,
        pooled,
        which,
    }
}

fn backward<const OUT: usize>(
    layer: &[f32],
    passed: &Passed,
    error: &[f32],
    size: (usize, usize, usize, usize),
    slope: &mut [f32],
    deeper: bool,
) -> Vec<f32> {
    let (channels, _, columns, rows) = size;
    let line = (columns + 2) * channels;
    let (weights, _) = layer.as_chunks::<OUT>();
    let (slopes, _) = slope.as_chunks_mut::<OUT>();
    let mut back = vec![0.0; passed.padded.len()];
    let (errors, _) = error.as_chunks::<OUT>();
    let (which, _) = passed.which.as_chunks::<OUT>();
    for (at, (errors, which)) in errors.iter().zip(which).enumerate() {
        let (x, y) = (at % (columns / 2), at / (columns / 2));
        for part in 0..4 {
            let mut here = [0.0_f32; OUT];
            let mut any = false;
            for n in 0..OUT {
                if usize::from(which[n]) == part {
                    here[n] = errors[n];
                    any = true;
                }
            }
            if !any {
                continue;
            }
            for n in 0..OUT {
                slopes[9 * channels][n] += here[n];
            }
            for row in 0..3 {
                let from = (2 * y + part / 2 + row) * line + (2 * x + part % 2) * channels;
                for step in 0..3 * channels {
                    let value = passed.padded[from + step];
                    let slopes = &mut slopes[row * 3 * channels + step];
                    for n in 0..OUT {
                        slopes[n] += value * here[n];
                    }
                    if deeper {
                        let weights = &weights[row * 3 * channels + step];
                        let mut sum = 0.0;
                        for n in 0..OUT {
                            sum += weights[n] * here[n];
                        }
                        back[from + step] += sum;
                    }
                }
            }
        }
    }
    let mut inner = Vec::with_capacity(columns * rows * channels);
    for row in 0..rows {
        let at = (row + 1) * line + channels;
        inner.extend(&back[at..at + columns * channels]);
    }
    inner
}

fn full<const OUT: usize>(layer: &[f32], values: &[f32]) -> [f32; OUT] {
    let (weights, _) = layer.as_chunks::<OUT>();
    let mut sums = weights[values.len()];
    for (value, weights) in values.iter().zip(weights) {
        if *value != 0.0 {
            for n in 0..OUT {
                sums[n] += value * weights[n];
            }
        }
    }
    sums
}

fn full_back<const OUT: usize>(
    layer: &[f32],
    values: &[f32],
    error: &[f32; OUT],
    slope: &mut [f32],
) -> Vec<f32> {
    let (weights, _) = layer.as_chunks::<OUT>();
    let (slopes, _) = slope.as_chunks_mut::<OUT>();
    for n in 0..OUT {
        slopes[values.len()][n] += error[n];
    }
    let mut back = vec![0.0; values.len()];
    for (at, value) in values.iter().enumerate() {
        if *value != 0.0 {
            let mut sum = 0.0;
            for n in 0..OUT {
                slopes[at][n] += value * error[n];
                sum += weights[at][n] * error[n];
            }
            back[at] = sum;
        }
    }
    back
}
