//! Teaches `ekyc::Finder` which candidate is the page, from generated photographs and the truth about them.

use std::thread;

use ekyc::{Expected, Finder, HIDDEN, Look, Quad, SIGHTS, WEIGHTS, Weights};

use crate::{Chance, Desk, Level, Paper, Scene, Wish, overlap};

/// Candidates at a glance that a refit makes the page of, and what a page found is.
const NEARLY: f32 = 0.92;
const FOUND: f32 = 0.95;
const GLANCE_ROUNDS: usize = 30;
const VERDICT_ROUNDS: usize = 60;
/// Pictures between two steps of learning.
const BATCH: usize = 32;
const RATE: f32 = 4e-3;

/// What came of it: both files of weights, and in how many pictures there were pages to learn from.
#[derive(Clone, Debug)]
pub struct Taught {
    pub glance: Vec<u8>,
    pub verdict: Vec<u8>,
    pub pictures: usize,
}

/// All candidates of one picture; one or more of them may be right.
struct Choice {
    looks: Vec<([f32; SIGHTS], bool)>,
}

/// Learns from `count` photographs; the same seed gives the same weights on machines that compute alike.
pub fn teach(seed: u64, count: u64, tell: impl Fn(&str)) -> Taught {
    tell("looking at pictures at a glance");
    let glance = learn(
        &choices(seed, count, &Finder::default(), NEARLY, Finder::at_a_glance),
        GLANCE_ROUNDS,
        seed,
    );
    tell("looking at them closely");
    let finder = Finder::with(Weights::from(glance), Weights::verdict());
    let choices = choices(seed, count, &finder, FOUND, Finder::closely);
    let verdict = learn(&choices, VERDICT_ROUNDS, seed);
    let bytes = |weights: &[f32]| weights.iter().flat_map(|w| w.to_le_bytes()).collect();
    Taught {
        glance: bytes(&glance),
        verdict: bytes(&verdict),
        pictures: choices.len(),
    }
}

/// Of every ten pictures six are everyday ones, two of a page twelve levels from its desk, one is hard, one empty.
fn wish(n: u64) -> Wish {
    let paper = [Paper::Passport, Paper::Passport, Paper::Card, Paper::A4][(n / 10 % 4) as usize];
    let desk = Desk::ALL[(n % 9) as usize];
    let usual = Wish {
        size: (640, 480),
        level: Level::Usual,
        paper: Some(paper),
        desk,
        flaw: None,
        open: n / 10 % 4 == 1,
    };
    match n % 10 {
        6 | 7 => Wish {
            desk: Desk::Twelve,
            ..usual
        },
        8 => Wish {
            level: Level::Hard,
            ..usual
        },
        // Other sheets are documents too: a desk full of them is not empty.
        9 => Wish {
            paper: None,
            open: false,
            desk: if desk == Desk::Papers {
                Desk::Tiles
            } else {
                desk
            },
            ..usual
        },
        _ => usual,
    }
}

fn choices(
    seed: u64,
    count: u64,
    finder: &Finder,
    bar: f32,
    looks: impl Fn(&Finder) -> Vec<Look> + Sync,
) -> Vec<Choice> {
    let half = |from: u64, to: u64| -> Vec<Choice> {
        let mut finder = finder.clone();
        let mut all = Vec::new();
        for n in from..to {
            let wish = wish(n);
            let scene = Scene::take((seed << 32) + n, &wish);
            let right = |quad: &Quad| {
                let truth = scene.truth.corners;
                truth.is_some_and(|truth| overlap(&quad.0.map(|p| (p.x, p.y)), &truth) > bar)
            };
            for expected in [
                Expected::Any,
                wish.paper.map_or(Expected::Card, Paper::expected),
            ] {
                finder.find(&scene.picture, expected);
                let looks = looks(&finder)
                    .into_iter()
                    .map(|look| (look.sights, right(&look.quad)));
                all.push(Choice {
                    looks: looks.collect(),
                });
            }
        }
        all
    };
    thread::scope(|scope| {
        let other = scope.spawn(|| half(count / 2, count));
        let mut all = half(0, count / 2);
        all.extend(other.join().expect("finding does not panic"));
        all
    })
}

/// The hidden places' answers, and the score, as `Weights::score` gives it.
fn score(weights: &[f32; WEIGHTS], sights: &[f32; SIGHTS]) -> ([f32; HIDDEN], f32) {
    let mut sum = weights[WEIGHTS - 1];
    let hidden = std::array::from_fn(|n| {
        let own = &weights[n * SIGHTS..(n + 1) * SIGHTS];
        let answer = own
            .iter()
            .zip(sights)
            .map(|(a, b)| a * b)
            .sum::<f32>()
            .tanh();
        sum += weights[HIDDEN * SIGHTS + n] * answer;
        answer
    });
    (hidden, sum)
}

/// Weights by which the right candidate is likelier than all others together, and none at all likelier where none is right.
fn learn(choices: &[Choice], rounds: usize, seed: u64) -> [f32; WEIGHTS] {
    let mut chance = Chance::new(seed);
    let mut weights: [f32; WEIGHTS] = std::array::from_fn(|_| chance.between(-0.3, 0.3));
    let (mut drift, mut square) = ([0.0_f32; WEIGHTS], [0.0_f32; WEIGHTS]);
    let mut order: Vec<usize> = (0..choices.len()).collect();
    let mut step = 0;
    for round in 0..rounds {
        for n in (1..order.len()).rev() {
            order.swap(n, chance.below(n + 1));
        }
        let done = round as f32 / rounds as f32;
        let rate = RATE * (0.02 + 0.49 * (1.0 + (done * std::f32::consts::PI).cos()));
        for batch in order.chunks(BATCH) {
            let mut slope = [0.0_f32; WEIGHTS];
            for n in batch {
                choices[*n].slope(&weights, &mut slope);
            }
            step += 1;
            let fix = |by: f32| 1.0 - by.powi(step);
            for (n, weight) in weights.iter_mut().enumerate() {
                let slope = slope[n] / batch.len() as f32 + 2e-5 * *weight;
                drift[n] += 0.1 * (slope - drift[n]);
                square[n] += 0.001 * (slope * slope - square[n]);
                let pace = (square[n] / fix(0.999)).sqrt() + 1e-8;
                *weight -= rate * drift[n] / fix(0.9) / pace;
            }
        }
    }
    weights
}

impl Choice {
    /// Adds the slope of the loss: what speaks for the right ones among all and nothing, as a softmax.
    fn slope(&self, weights: &[f32; WEIGHTS], slope: &mut [f32; WEIGHTS]) {
        let scores: Vec<_> = self
            .looks
            .iter()
            .map(|(sights, _)| score(weights, sights))
            .collect();
        let most = scores
            .iter()
            .fold(0.0_f32, |most, (_, score)| most.max(*score));
        let size = |score: f32| (score - most).exp();
        let all = size(0.0) + scores.iter().map(|(_, score)| size(*score)).sum::<f32>();
        let marked = || scores.iter().zip(&self.looks).filter(|(_, look)| look.1);
        let right: f32 = marked().map(|((_, score), _)| size(*score)).sum();
        for ((hidden, score), (sights, is_right)) in scores.iter().zip(&self.looks) {
            let mut by = size(*score) / all;
            if *is_right {
                by -= size(*score) / right;
            }
            slope[WEIGHTS - 1] += by;
            for (n, answer) in hidden.iter().enumerate() {
                slope[HIDDEN * SIGHTS + n] += by * answer;
                let inner = by * weights[HIDDEN * SIGHTS + n] * (1.0 - answer * answer);
                for (slope, sight) in slope[n * SIGHTS..(n + 1) * SIGHTS].iter_mut().zip(sights) {
                    *slope += inner * sight;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_always_right_is_learned() {
        let mut chance = Chance::new(5);
        let mut choice = |n: usize| {
            let mut looks = vec![([0.0; SIGHTS], false); 4];
            for look in &mut looks {
                look.0[1] = chance.between(-1.0, 0.5);
            }
            looks[n % 4].0[1] = 1.0;
            looks[n % 4].1 = true;
            Choice { looks }
        };
        let choices: Vec<Choice> = (0..200).map(&mut choice).collect();
        let weights = learn(&choices, 60, 1);
        let (mut low, mut high) = ([0.0; SIGHTS], [0.0; SIGHTS]);
        (low[1], high[1]) = (0.2, 1.0);
        assert!(score(&weights, &high).1 > score(&weights, &low).1 + 1.0);
        // What learns and what decides compute the same.
        let same = Weights::from(weights).score(&high) - score(&weights, &high).1;
        assert!(same.abs() < 1e-3);
    }
}
