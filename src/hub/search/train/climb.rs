//! The climb to the best weights.
//!
//! Coordinate ascent on nDCG@10 itself (Metzler, Croft 2007, "Linear feature-based models for information retrieval"):
//! one weight after the other is moved as long as the mean over the sets rises by enough. There are few weights, and it
//! maximizes what is measured. Against learning few queries by heart: steps that gain little are not taken, every weight
//! that is not zero costs a little, and the weights are the mean over several draws of queries.

use search::rank::{FEATURES, Features, Weights, whole};

/// Steps tried for a weight, thousandths.
const STEPS: [f32; 8] = [-200.0, -100.0, -50.0, -20.0, 20.0, 50.0, 100.0, 200.0];
/// What a step must gain.
const LEAST_GAIN: f64 = 2e-4;
/// What a weight that is not zero costs.
const PRICE: f64 = 2e-4;
/// Rounds over all weights.
const ROUNDS: usize = 5;
/// Queries of a set in one draw.
const DRAWN: usize = 400;
/// Places that count.
const TOP: usize = 10;

/// One query of a judged set: what the model sees of the documents found for it.
#[derive(Clone, Debug)]
pub struct Judged {
    pub documents: Vec<Seen>,
    /// The best that could be reached: its discounted gain.
    pub ideal: f64,
}

/// A document found for a query.
#[derive(Clone, Debug)]
pub struct Seen {
    pub row: u32,
    /// Points for its words.
    pub words: i32,
    pub features: Features,
    pub gain: f64,
}

/// Discounted gain of the first ten.
pub fn discounted(gains: impl Iterator<Item = f64>) -> f64 {
    let places = gains.take(TOP).zip(2_u32..);
    places
        .map(|(gain, place)| gain / f64::from(place).log2())
        .sum()
}

/// nDCG@10 of documents with these scores.
fn ndcg(judged: &Judged, scores: &[i32]) -> f64 {
    let all = judged.documents.iter().zip(scores);
    let mut order: Vec<(i32, u32, f64)> = all
        .map(|(seen, score)| (-score, seen.row, seen.gain))
        .collect();
    let before = |a: &(i32, u32, f64), b: &(i32, u32, f64)| (a.0, a.1).cmp(&(b.0, b.1));
    if TOP < order.len() {
        order.select_nth_unstable_by(TOP, before);
        order.truncate(TOP);
    }
    order.sort_unstable_by(before);
    discounted(order.iter().map(|one| one.2)) / judged.ideal
}

/// Mean over queries, 0 for none.
#[must_use]
pub fn mean(set: &[&Judged], weights: &Weights) -> f64 {
    Scored::new(set, weights).mean()
}

/// A set with the scores of all documents under some weights, so that one weight can be moved cheaply.
struct Scored<'j> {
    judged: &'j [&'j Judged],
    scores: Vec<Vec<i32>>,
}

impl<'j> Scored<'j> {
    fn new(judged: &'j [&'j Judged], weights: &Weights) -> Self {
        let score = |seen: &Seen| seen.words + weights.points(&seen.features).iter().sum::<i32>();
        let scores = judged
            .iter()
            .map(|judged| judged.documents.iter().map(score).collect());
        Scored {
            judged,
            scores: scores.collect(),
        }
    }

    fn mean(&self) -> f64 {
        let all = self.judged.iter().zip(&self.scores);
        all.map(|(judged, scores)| ndcg(judged, scores))
            .sum::<f64>()
            / self.judged.len().max(1) as f64
    }

    /// The mean if a weight were another.
    fn moved(&self, feature: usize, from: f32, to: f32) -> f64 {
        let mut scores = Vec::new();
        let mut sum = 0.0;
        for (judged, before) in self.judged.iter().zip(&self.scores) {
            scores.clear();
            let points = |weight: f32, seen: &Seen| whole(weight * seen.features[feature]);
            let documents = judged.documents.iter().zip(before);
            scores.extend(
                documents.map(|(seen, score)| score - points(from, seen) + points(to, seen)),
            );
            sum += ndcg(judged, &scores);
        }
        sum / self.judged.len().max(1) as f64
    }
}

/// The best weights that are found from nothing; every set counts the same, however many queries it has.
fn climb(sets: &[&[&Judged]]) -> Weights {
    let price = |weight: f32| if weight == 0.0 { 0.0 } else { PRICE };
    let mut weights = Weights([0.0; FEATURES.len()]);
    let mut scored: Vec<Scored> = sets.iter().map(|set| Scored::new(set, &weights)).collect();
    let mut best: f64 = scored.iter().map(Scored::mean).sum();
    for _ in 0..ROUNDS {
        let before = best;
        for feature in 0..FEATURES.len() {
            let here = weights.0[feature];
            let mut found: Option<(f64, f64, f32)> = None;
            for to in STEPS
                .iter()
                .map(|step| here + step)
                .chain([0.0])
                .filter(|to| *to != here)
            {
                let reached: f64 = scored.iter().map(|set| set.moved(feature, here, to)).sum();
                let gain = reached - best + price(here) - price(to);
                let least = if to == 0.0 { 0.0 } else { LEAST_GAIN };
                if found.map_or(least, |found| found.0) < gain {
                    found = Some((gain, reached, to));
                }
            }
            if let Some((_, reached, to)) = found {
                weights.0[feature] = to;
                best = reached;
                scored = sets.iter().map(|set| Scored::new(set, &weights)).collect();
            }
        }
        if best - before < LEAST_GAIN {
            break;
        }
    }
    weights
}

/// The mean of the weights found on so many draws of queries with replacement, in steps of five.
#[must_use]
pub fn train(sets: &[&[&Judged]], draws: u32) -> Weights {
    let mut chance = Chance(1);
    let mut sum = [0.0_f32; FEATURES.len()];
    for _ in 0..draws {
        let drawn: Vec<Vec<&Judged>> = sets.iter().map(|set| chance.draw(set)).collect();
        let drawn: Vec<&[&Judged]> = drawn.iter().map(Vec::as_slice).collect();
        let weights = climb(&drawn);
        sum.iter_mut()
            .zip(weights.0)
            .for_each(|(sum, weight)| *sum += weight / draws as f32);
    }
    Weights(sum.map(|weight| (weight / 5.0).round() * 5.0))
}

/// Mean over queries that the weights were not trained on: each of `folds` parts by the weights of the others.
#[must_use]
pub fn crossed(set: &[&Judged], others: &[&[&Judged]], folds: usize, draws: u32) -> f64 {
    let mut sum = 0.0;
    for fold in 0..folds {
        let part = |is_in: bool| -> Vec<&Judged> {
            let chosen = set
                .iter()
                .enumerate()
                .filter(|(at, _)| (at % folds == fold) == is_in);
            chosen.map(|(_, judged)| *judged).collect()
        };
        let (held, kept) = (part(true), part(false));
        let mut sets: Vec<&[&Judged]> = vec![&kept];
        sets.extend(others);
        sum += mean(&held, &train(&sets, draws)) * held.len() as f64;
    }
    sum / set.len().max(1) as f64
}

/// Numbers that look like chance and are the same every time (Steele, Lea, Flood 2014, SplitMix64).
struct Chance(u64);

impl Chance {
    /// As many queries as the set has, at most [`DRAWN`], some of them more than once.
    fn draw<'j>(&mut self, set: &[&'j Judged]) -> Vec<&'j Judged> {
        let count = set.len().min(DRAWN);
        (0..count)
            .filter_map(|_| set.get(self.below(set.len())).copied())
            .collect()
    }

    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) >> 11) as usize % end.max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two documents: the better one has the first feature, the other more points for words.
    fn judged() -> Judged {
        let seen = |row: u32, words: i32, feature: f32, gain: f64| {
            let mut features = [0.0; FEATURES.len()];
            features[0] = feature;
            Seen {
                row,
                words,
                features,
                gain,
            }
        };
        Judged {
            documents: vec![seen(0, 130, 0.0, 0.0), seen(1, 100, 1.0, 1.0)],
            ideal: 1.0,
        }
    }

    #[test]
    fn a_feature_that_helps_gets_weight_and_others_none() {
        let judged = [judged(), judged()];
        let set: Vec<&Judged> = judged.iter().collect();
        let weights = train(&[&set], 3);
        assert!(weights.0[0] > 30.0, "{weights:?}");
        assert!(weights.0[1..].iter().all(|weight| *weight == 0.0));
        assert!(mean(&set, &weights) > 0.99);
    }

    #[test]
    fn training_twice_gives_the_same() {
        let judged = [judged(), judged(), judged()];
        let set: Vec<&Judged> = judged.iter().collect();
        assert_eq!(train(&[&set], 2), train(&[&set], 2));
    }
}
