//! A word of print looked at step by step, and where in it as many letters as a form has stand best.
//!
//! Letters of sans fonts touch where they are small or blurred: no cut between them is needed here, since the recognizer
//! itself says where it sees one.

use super::{
    blobs::Blob,
    lines::{Line, quantile},
    net::{CLASSES, Net, Scores},
    patch::{Cell, sample},
};
use crate::Gray;

/// Places looked at to the height of a capital.
const STEPS: f32 = 10.0;
/// From letter to letter, in steps: a narrow one of a condensed font, and the widest that stand apart.
const NEAR: usize = 4;
const FAR: usize = 15;
/// Half of the widest letter and a gap beyond it.
const WIDE: usize = 7;
/// Letters nearer to each other than this share of the usual are two parts of one.
const NARROW: f32 = 0.62;
/// A gap at which a word ends, in steps.
const APART: usize = 9;
/// What a letter between two others costs a reading that passes it over.
const PASSED_OVER: f32 = 8.0;
/// What a place may cost at most: a stain over one letter does not hide the others.
const WORST: f32 = -6.0;

/// What is seen around each step of a word.
pub struct Track {
    height: f32,
    slope: f32,
    /// Middle of the first step, and from there to the next, in pixels.
    first: (f32, f32),
    step: f32,
    scores: Vec<Scores>,
    steepness: Vec<f32>,
    ink: Vec<bool>,
}

/// Where the letters of a word stand.
pub struct Path {
    at: Vec<usize>,
    /// The mean logarithm of the likeliest letters' probabilities.
    pub score: f32,
}

impl Track {
    /// The words of a line that are about as long as so many letters; `spots` are all of the picture.
    pub fn of(
        picture: &Gray,
        net: &Net,
        line: &Line,
        spots: &[Blob],
        letters: std::ops::RangeInclusive<usize>,
    ) -> Vec<Self> {
        let high = line.height;
        let step = high / STEPS;
        let near = |blob: &&Blob| (blob.middle().1 - line.at(blob.middle().0)).abs() < 0.6 * high;
        let (Some(left), Some(right)) = (
            line.blobs.iter().map(|blob| blob.left).min(),
            line.blobs.iter().map(|blob| blob.right).max(),
        ) else {
            return Vec::new();
        };
        // One and a half heights beyond both ends: letters too faint to be spots.
        let from = left as f32 - 1.5 * high;
        let count = ((right as f32 + 1.5 * high - from) / step) as usize + 1;
        let mut ink = vec![false; count];
        for blob in spots.iter().filter(near) {
            let place = |x: u32| ((x as f32 - from) / step).max(0.0) as usize;
            let (start, end) = (place(blob.left), place(blob.right));
            for column in ink.iter_mut().take(end + 1).skip(start) {
                *column = true;
            }
        }
        words(&ink)
            .into_iter()
            .filter(|word| {
                let widest = letters.end() * FAR;
                (letters.start() * NEAR..widest).contains(&word.len())
            })
            .map(|word| {
                // A step more than half a letter on both sides, so that a word's end is seen as its end.
                let start = word.start.saturating_sub(12);
                let end = (word.end + 12).min(count);
                Self::look(picture, net, line, (from, step), start..end, &ink)
            })
            .collect()
    }

    fn look(
        picture: &Gray,
        net: &Net,
        line: &Line,
        (from, step): (f32, f32),
        range: std::ops::Range<usize>,
        ink: &[bool],
    ) -> Self {
        let x = from + range.start as f32 * step;
        let mut track = Self {
            height: line.height,
            slope: line.slope,
            first: (x, line.at(x)),
            step,
            scores: Vec::new(),
            steepness: Vec::new(),
            ink: ink[range].to_vec(),
        };
        track.see(picture, net);
        track
    }

    fn see(&mut self, picture: &Gray, net: &Net) {
        let length = (1.0 + self.slope * self.slope).sqrt();
        let cut = |at: usize| {
            let x = at as f32 * self.step;
            let cell = Cell {
                middle: (self.first.0 + x, self.first.1 + x * self.slope),
                height: self.height,
                along: (1.0 / length, self.slope / length),
                width: 1.0,
            };
            sample(picture, &cell)
        };
        let cells: Vec<_> = (0..self.ink.len()).map(cut).collect();
        let deviation = quantile(cells.iter().map(|cell| cell.deviation), 0.6).unwrap_or(1.0);
        let scores = |cell: &super::Sampled| alike(net.scores(&cell.patch(deviation)));
        self.scores = cells.iter().map(scores).collect();
        self.steepness = cells.iter().map(super::Sampled::steepness).collect();
    }

    /// The same word looked at as if its line were turned around its middle by so much, and so many times as high: spots
    /// tell both only roughly.
    pub fn again(&self, picture: &Gray, net: &Net, turn: f32, grow: f32) -> Self {
        let half = 0.5 * self.step * self.ink.len() as f32;
        let mut track = Self {
            height: self.height * grow,
            slope: self.slope + turn,
            first: (self.first.0, self.first.1 - turn * half),
            step: self.step,
            scores: Vec::new(),
            steepness: Vec::new(),
            ink: self.ink.clone(),
        };
        track.see(picture, net);
        track
    }

    /// Where letters stand best of which each may be one of `allowed`; `None` if they are not a word of their own.
    pub fn lay(&self, allowed: &[Vec<bool>]) -> Option<Path> {
        let count = self.scores.len();
        let fit = |rule: &[bool], at: usize| {
            let scores = self.scores[at].iter().zip(rule);
            let likely = scores.filter(|(_, may)| **may).map(|(score, _)| *score);
            likely.fold(WORST, f32::max)
        };
        let letter: Vec<f32> = self.scores.iter().map(likeliest_letter).collect();
        let between = |left: usize, right: usize| {
            let inner = letter.get(left + NEAR..(right + 1).saturating_sub(NEAR));
            inner
                .unwrap_or_default()
                .iter()
                .copied()
                .fold(0.0, f32::max)
        };
        let run = self.runs();
        let mut best: Vec<f32> = (0..count)
            .map(|at| {
                if self.begins(at) {
                    fit(&allowed[0], at)
                } else {
                    f32::MIN
                }
            })
            .collect();
        let mut before: Vec<Vec<usize>> = Vec::new();
        for rule in &allowed[1..] {
            let mut next = vec![f32::MIN; count];
            let mut from = vec![0; count];
            for at in NEAR..count {
                let fit = fit(rule, at);
                for left in at.saturating_sub(FAR)..=at - NEAR {
                    if best[left] == f32::MIN || run[left] == run[at] {
                        continue;
                    }
                    let score = best[left] + fit - PASSED_OVER * between(left, at);
                    if next[at] < score {
                        (next[at], from[at]) = (score, left);
                    }
                }
            }
            best = next;
            before.push(from);
        }
        let last = (0..count)
            .filter(|at| self.ends(*at))
            .max_by(|a, b| best[*a].total_cmp(&best[*b]))?;
        if best[last] == f32::MIN {
            return None;
        }
        let mut at = vec![last];
        for from in before.iter().rev() {
            at.push(from[at[at.len() - 1]]);
        }
        at.reverse();
        let score = best[last] / at.len() as f32;
        // Where a letter is seen alike at several steps, its middle is in the middle of them.
        for (at, rule) in at.iter_mut().zip(allowed) {
            *at = self.middle(*at, rule);
        }
        let path = Path { at, score };
        self.stands_alone(&path, &letter).then_some(path)
    }

    /// A number for each step, the same where neighbors surely see the same letter: it stands there once.
    fn runs(&self) -> Vec<usize> {
        let surely = |scores: &Scores| scores.iter().position(|score| -0.7 < *score);
        let mut runs: Vec<usize> = Vec::with_capacity(self.scores.len());
        for (at, scores) in self.scores.iter().enumerate() {
            let before = at.checked_sub(1).map(|before| surely(&self.scores[before]));
            let same = surely(scores).is_some() && before == Some(surely(scores));
            let last = runs.last().copied().unwrap_or(0);
            runs.push(if same { last } else { last + 1 });
        }
        runs
    }

    /// The middle of the steps around this one at which the same letter is about as likely.
    fn middle(&self, at: usize, rule: &[bool]) -> usize {
        let allowed = (0..rule.len()).filter(|class| rule[*class]);
        let here = &self.scores[at];
        let Some(class) = allowed.max_by(|a, b| here[*a].total_cmp(&here[*b])) else {
            return at;
        };
        let like = |at: &usize| here[class] - 0.1 < self.scores[*at][class];
        let left = (at.saturating_sub(3)..at).rev().take_while(like).count();
        let right = (at + 1..(at + 4).min(self.scores.len()))
            .take_while(like)
            .count();
        (2 * at + right - left) / 2
    }

    /// Whether paper is to the left of a letter in the middle of which this is.
    fn begins(&self, at: usize) -> bool {
        (2..9).any(|back| (back..back + 3).all(|n| at.checked_sub(n).is_none_or(|n| !self.ink[n])))
    }

    fn ends(&self, at: usize) -> bool {
        (2..9).any(|on| (on..on + 3).all(|n| self.ink.get(at + n).is_none_or(|ink| !ink)))
    }

    /// Whether no letter is as near to the ends as they are to each other, and none was read twice.
    fn stands_alone(&self, path: &Path, letter: &[f32]) -> bool {
        let (first, last) = (path.at[0], path.at[path.at.len() - 1]);
        let spacing = (last - first) as f32 / (path.at.len() - 1).max(1) as f32;
        let reach = (1.3 * spacing).ceil() as usize;
        let gaps = || path.at.windows(2).map(|pair| (pair[1] - pair[0]) as f32);
        let usual = quantile(gaps(), 0.5).unwrap_or(1.0);
        if gaps().any(|gap| gap < NARROW * usual) {
            return false;
        }
        let free = |range: std::ops::Range<usize>| {
            letter
                .get(range)
                .unwrap_or_default()
                .iter()
                .all(|score| *score < 0.6)
        };
        // A part of a wide letter may look like a letter of its own; beyond a gap none stands so near.
        free(first.saturating_sub(reach)..first.saturating_sub(WIDE))
            && free(last + WIDE + 1..(last + reach + 1).min(letter.len()))
    }

    /// What was seen at each letter.
    pub fn scores(&self, path: &Path) -> Vec<Scores> {
        path.at.iter().map(|at| self.scores[*at]).collect()
    }

    /// How steep the edges of these letters are.
    pub fn steepness(&self, path: &Path) -> f32 {
        quantile(path.at.iter().map(|at| self.steepness[*at]), 0.3).unwrap_or(0.0)
    }

    /// Left, top, right, bottom of these letters in pixels.
    pub fn area(&self, path: &Path) -> (f32, f32, f32, f32) {
        let x = |at: usize| self.first.0 + at as f32 * self.step;
        let y = |x: f32| self.first.1 + (x - self.first.0) * self.slope;
        let half = 0.5 * self.height;
        let (left, right) = (x(path.at[0]), x(path.at[path.at.len() - 1]));
        (
            left - half,
            y(left).min(y(right)) - half,
            right + half,
            y(left).max(y(right)) + half,
        )
    }
}

/// Stretches of ink with no wide gap.
fn words(ink: &[bool]) -> Vec<std::ops::Range<usize>> {
    let mut found: Vec<std::ops::Range<usize>> = Vec::new();
    for at in (0..ink.len()).filter(|at| ink[*at]) {
        match found.last_mut() {
            Some(word) if at < word.end + APART => word.end = at + 1,
            _ => found.push(at..at + 1),
        }
    }
    found
}

/// `0` and `O` as one: most fonts make them alike, and no number has a place for both.
fn alike(mut scores: Scores) -> Scores {
    let find = |letter: u8| CLASSES.iter().position(|other| *other == letter);
    if let (Some(zero), Some(oh)) = (find(b'0'), find(b'O')) {
        let both = (scores[zero].exp() + scores[oh].exp()).ln();
        (scores[zero], scores[oh]) = (both, both);
    }
    scores
}

/// Probability of the likeliest letter in the middle of a step.
fn likeliest_letter(scores: &Scores) -> f32 {
    let letters = &scores[..CLASSES.len() - 1];
    letters.iter().copied().fold(f32::MIN, f32::max).exp()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wide_gap_parts_words_and_a_narrow_one_does_not() {
        let mut ink = [false; 60];
        for range in [3..9, 12..20, 30..41] {
            ink[range].fill(true);
        }
        assert_eq!(words(&ink), [3..20, 30..41]);
        assert!(words(&[false; 7]).is_empty());
    }

    #[test]
    fn zero_and_the_letter_like_it_count_as_one() {
        let mut scores = [f32::MIN; CLASSES.len()];
        (scores[0], scores[24]) = (0.7_f32.ln(), 0.3_f32.ln());
        let scores = alike(scores);
        assert!(scores[0].abs() < 1e-5 && scores[24].abs() < 1e-5);
    }
}
