//! Teaches the recognizer of `ekyc::read`: lessons from seeds, Adam, eight-bit weights out.

mod model;
pub mod outline;
mod strip;

use std::{f32::consts::PI, thread};

use ekyc::read::{CLASSES, Net};

use crate::{
    Chance,
    font::{Font, TRAINED},
};
use model::Model;

/// What is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    pub seed: u64,
    /// Steps of learning, each from as many lessons as [`BATCH`] strips hold.
    pub steps: usize,
}

/// What came of it.
#[derive(Clone, Debug)]
pub struct Trained {
    /// The file of weights.
    pub weights: Vec<u8>,
    pub lessons: usize,
    /// Share of right answers on strips never seen, with fonts that were learned from and with others.
    pub known_fonts: f32,
    pub other_fonts: f32,
}

/// Strips a step, in two halves side by side: the sum does not depend on which one is ready first.
const BATCH: usize = 24;
const HALVES: u64 = 2;
/// Strips held out, for each of both figures.
const HELD_OUT: usize = 1000;
const RATE: f32 = 2.5e-3;

/// Learns; the same plan gives the same weights on machines that compute alike. `tell` hears of steps and the loss.
pub fn train(plan: Plan, mut tell: impl FnMut(usize, f32)) -> Trained {
    let fonts = Font::all();
    let mut model = Model::new(&mut Chance::new(plan.seed));
    let (mut drift, mut square) = (Model::zero(), Model::zero());
    let (mut lessons, mut loss) = (0, 4.0);
    for step in 0..plan.steps {
        let (slope, sum, count) = slope(&model, &fonts[..TRAINED], plan.seed, step as u64);
        lessons += count;
        loss += 0.01 * (sum / count as f32 - loss);
        let done = step as f32 / plan.steps as f32;
        // Warm up, then fall along a cosine: the last tenth hardly moves, which eight-bit weights like.
        let rate = RATE * (done * 50.0).min(1.0) * (0.01 + 0.99 * 0.5 * (1.0 + (done * PI).cos()));
        let fix = |by: f32| 1.0 - by.powi(step as i32 + 1);
        for layer in 0..model.0.len() {
            let moving = drift.0[layer].iter_mut().zip(&mut square.0[layer]);
            for ((weight, slope), (drift, square)) in
                model.0[layer].iter_mut().zip(&slope.0[layer]).zip(moving)
            {
                let slope = slope / count as f32;
                *drift += 0.1 * (slope - *drift);
                *square += 0.002 * (slope * slope - *square);
                let pace = (*square / fix(0.998)).sqrt() + 1e-8;
                *weight -= rate * (*drift / fix(0.9) / pace + 2e-3 * *weight);
            }
        }
        if step % 200 == 199 {
            tell(step + 1, loss);
        }
    }
    let weights = model.bytes();
    Trained {
        known_fonts: accuracy(&weights, &fonts[..TRAINED], plan.seed ^ 0x5eed),
        other_fonts: accuracy(&weights, &fonts[TRAINED..], plan.seed ^ 0x07e4),
        weights,
        lessons,
    }
}

fn slope(model: &Model, fonts: &[Font], seed: u64, step: u64) -> (Model, f32, usize) {
    let half = |part: u64| {
        let mut chance = Chance::new(seed ^ ((step * HALVES + part + 1) << 8));
        let mut slope = Model::zero();
        let (mut loss, mut count) = (0.0, 0);
        for _ in 0..BATCH / HALVES as usize {
            for lesson in strip::lessons(fonts, &mut chance) {
                loss += model.learn(&lesson, &mut slope);
                count += 1;
            }
        }
        (slope, loss, count)
    };
    thread::scope(|scope| {
        let other = scope.spawn(|| half(1));
        let (mut slope, loss, count) = half(0);
        let (more, more_loss, more_count) = other.join().expect("learning does not panic");
        for (sums, more) in slope.0.iter_mut().zip(more.0) {
            for (sum, more) in sums.iter_mut().zip(more) {
                *sum += more;
            }
        }
        (slope, loss + more_loss, count + more_count)
    })
}

/// Share of right answers of a file of weights, as `ekyc` computes them; 0 and O count as one, since only the grammar
/// of a place tells them apart in most fonts.
fn accuracy(weights: &[u8], fonts: &[Font], seed: u64) -> f32 {
    let net = Net::from_bytes(weights).expect("the model wrote all its layers");
    let mut chance = Chance::new(seed);
    let (mut right, mut all) = (0, 0);
    for _ in 0..HELD_OUT {
        for lesson in strip::lessons(fonts, &mut chance) {
            let scores = net.scores(&lesson.patch);
            let best = (0..CLASSES.len())
                .fold(0, |best, n| if scores[best] < scores[n] { n } else { best });
            let same = |class: usize| if CLASSES[class] == b'O' { 0 } else { class };
            right += usize::from(same(best) == same(lesson.class));
            all += 1;
        }
    }
    right as f32 / all as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_little_training_learns_something_and_is_repeatable() {
        let plan = Plan { seed: 3, steps: 12 };
        let (mut first, mut last) = (0.0, 0.0);
        let fonts = Font::all();
        let mut model = Model::new(&mut Chance::new(3));
        for step in 0..12 {
            let (slope, loss, count) = slope(&model, &fonts[..1], plan.seed, step);
            for (weights, slope) in model.0.iter_mut().zip(&slope.0) {
                for (weight, slope) in weights.iter_mut().zip(slope) {
                    *weight -= 0.05 * slope / count as f32;
                }
            }
            (first, last) = (if step == 0 { loss } else { first }, loss);
        }
        assert!(last < first);
        assert_eq!(model.bytes().len(), Model::zero().bytes().len());
    }
}
