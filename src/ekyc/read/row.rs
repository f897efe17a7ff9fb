//! Lines of print of one pitch, as zones have them, and which of them may belong together.

use super::{
    blobs::Blob,
    lines::{Line, lines, quantile},
    net::{Net, Scores},
    patch::{Cell, Sampled, sample},
};
use crate::Gray;

/// Half of the letters of a line must be spots of their own for it to be found.
const LEAST: usize = 11;
/// Characters before and after a line's spots that are looked at: faint ones at its ends.
const BEYOND: i32 = 3;

/// A line whose letters stand at an even pitch: the middle of letter `k` is at `a + b k + c k²`.
pub struct Row {
    pub line: Line,
    grid: (f32, f32, f32),
    last: i32,
}

/// One place of a line.
#[derive(Clone)]
pub struct Slot {
    pub middle: (f32, f32),
    pub height: f32,
    pub pitch: f32,
    pub scores: Scores,
    pub steepness: f32,
}

impl Row {
    fn of(line: Line) -> Option<Self> {
        let xs: Vec<f32> = line.blobs.iter().map(|blob| blob.middle().0).collect();
        let mut pitch = quantile(xs.windows(2).map(|pair| pair[1] - pair[0]), 0.5)?;
        if !(0.55 * line.height..1.9 * line.height).contains(&pitch) {
            return None;
        }
        let (mut k, mut last) = (0.0, xs[0]);
        let mut points = Vec::with_capacity(xs.len());
        for (x, blob) in xs.iter().zip(&line.blobs) {
            let steps = ((x - last) / pitch).round();
            if 0.0 < steps {
                // The pitch changes along the line where the page is tilted.
                pitch +=
                    0.15 / steps * ((x - last) / steps - pitch).clamp(-0.2 * pitch, 0.2 * pitch);
                (k, last) = (k + steps, *x);
            }
            if blob.width() < 1.3 * pitch {
                points.push((k, *x));
            }
        }
        let mut grid = parabola(&points)?;
        for reach in [0.4, 0.25] {
            let place = |k: f32| grid.0 + k * (grid.1 + k * grid.2);
            points.retain(|(k, x)| (x - place(*k)).abs() < reach * grid.1);
            grid = parabola(&points)?;
        }
        let even = points.len() >= line.blobs.len() * 7 / 10;
        (even && LEAST <= points.len()).then_some(Self {
            line,
            grid,
            last: k as i32,
        })
    }

    fn pitch(&self, k: f32) -> f32 {
        (self.grid.1 + 2.0 * self.grid.2 * k).clamp(0.5 * self.grid.1, 2.0 * self.grid.1)
    }

    fn middle(&self) -> (f32, f32) {
        let k = self.last as f32 / 2.0;
        let x = self.grid.0 + k * (self.grid.1 + k * self.grid.2);
        (x, self.line.at(x))
    }

    /// Every place of the line, and a few beyond its ends.
    pub fn read(&self, picture: &Gray, net: &Net) -> Vec<Slot> {
        let usual = self.pitch(self.last as f32 / 2.0);
        let length = (1.0 + self.line.slope * self.line.slope).sqrt();
        let along = (1.0 / length, self.line.slope / length);
        let cells: Vec<(Cell, Sampled)> = (-BEYOND..=self.last + BEYOND)
            .map(|k| {
                let k = k as f32;
                let x = self.grid.0 + k * (self.grid.1 + k * self.grid.2);
                let cell = Cell {
                    middle: (x, self.line.at(x)),
                    height: self.line.height * self.pitch(k) / usual,
                    along,
                    width: 1.0,
                };
                (cell, sample(picture, &cell))
            })
            .collect();
        let deviation = quantile(cells.iter().map(|(_, sampled)| sampled.deviation), 0.6);
        let slot = |(k, (cell, sampled)): (usize, &(Cell, Sampled))| Slot {
            middle: cell.middle,
            height: cell.height,
            pitch: self.pitch(k as f32 - BEYOND as f32),
            scores: net.scores(&sampled.patch(deviation.unwrap_or(1.0))),
            steepness: sampled.steepness(),
        };
        cells.iter().enumerate().map(slot).collect()
    }
}

/// Least squares of `a + b k + c k²`; a straight line where there are few points.
fn parabola(points: &[(f32, f32)]) -> Option<(f32, f32, f32)> {
    if points.len() < 6 {
        return None;
    }
    let count = points.len() as f64;
    let shift = points.iter().map(|(k, _)| f64::from(*k)).sum::<f64>() / count;
    let (mut s2, mut s3, mut s4, mut t0, mut t1, mut t2) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
    for (k, x) in points {
        let (k, x) = (f64::from(*k) - shift, f64::from(*x));
        s2 += k * k;
        s3 += k * k * k;
        s4 += k * k * k * k;
        t0 += x;
        t1 += k * x;
        t2 += k * k * x;
    }
    // With the mean of k at zero: eliminate a, then b, from the normal equations.
    let (mean, square) = (t0 / count, s2 / count);
    let (m44, m34) = (s4 - square * s2, s3);
    let (r2, r1) = (t2 - mean * s2, t1);
    let determinant = s2 * m44 - m34 * m34;
    if determinant.abs() < 1e-9 {
        return None;
    }
    let b = (r1 * m44 - r2 * m34) / determinant;
    let c = (r2 * s2 - r1 * m34) / determinant;
    let a = mean - c * square;
    let grid = (a - b * shift + c * shift * shift, b - 2.0 * c * shift, c);
    Some((grid.0 as f32, grid.1 as f32, grid.2 as f32))
}

/// Lines of even pitch, the longest first.
pub fn rows(spots: &[Blob]) -> Vec<Row> {
    let mut found: Vec<Row> = Vec::new();
    let mut chains = lines(spots, LEAST);
    chains.sort_by_key(|line| std::cmp::Reverse(line.blobs.len()));
    for chain in chains.into_iter().take(80) {
        let same = |row: &Row| {
            let x = chain.blobs[0].middle().0;
            (row.line.at(x) - chain.at(x)).abs() < 0.5 * row.line.height
        };
        if !found.iter().any(same) {
            found.extend(Row::of(widen(&chain, spots)).or_else(|| Row::of(chain)));
        }
    }
    found.sort_by_key(|row| std::cmp::Reverse(row.line.blobs.len()));
    found
}

/// With all that lies on the same line, beyond gaps that light or a finger made.
fn widen(chain: &Line, spots: &[Blob]) -> Line {
    let high = chain.height;
    let fits = |blob: &&Blob| {
        let (x, y) = blob.middle();
        (y - chain.at(x)).abs() < 0.3 * high
            && (0.45 * high..1.3 * high).contains(&blob.height())
            && blob.width() < 1.5 * high
    };
    let mut blobs: Vec<Blob> = spots.iter().filter(fits).copied().collect();
    blobs.sort_by_key(|blob| blob.left + blob.right);
    // What is far away is something else at the same height.
    let within = |blob: &Blob| chain.blobs.contains(blob);
    let first = blobs.iter().position(within).unwrap_or(0);
    let last = blobs.iter().rposition(within).unwrap_or(0);
    let far = |pair: &[Blob]| 6.0 * high < pair[1].middle().0 - pair[0].middle().0;
    let start = (1..=first)
        .rev()
        .find(|at| far(&blobs[at - 1..=*at]))
        .unwrap_or(0);
    let end = (last + 1..blobs.len())
        .find(|at| far(&blobs[at - 1..=*at]))
        .unwrap_or(blobs.len());
    Line {
        blobs: blobs[start..end].to_vec(),
        ..chain.clone()
    }
}

/// Two or three rows that may be one zone, from the top, by their places in `rows`.
pub fn groups(rows: &[Row]) -> Vec<Vec<usize>> {
    let follows = |above: usize, below: usize| {
        let (upper, lower) = (&rows[above], &rows[below]);
        let (x, _) = upper.middle();
        let (high, gap) = (upper.line.height, lower.line.at(x) - upper.line.at(x));
        let (wide, other) = (
            upper.pitch(upper.last as f32 / 2.0),
            lower.pitch(lower.last as f32 / 2.0),
        );
        (1.25 * high..4.0 * high).contains(&gap)
            && (wide - other).abs() < 0.15 * wide
            && (upper.line.slope - lower.line.slope).abs() < 0.08
    };
    let mut found = Vec::new();
    for above in 0..rows.len() {
        for below in (0..rows.len()).filter(|below| follows(above, *below)) {
            found.push(vec![above, below]);
            let third = (0..rows.len()).filter(|third| follows(below, *third));
            found.extend(third.map(|third| vec![above, below, third]));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_parabola_is_found_again() {
        let points: Vec<(f32, f32)> = (0..44)
            .map(|k| k as f32)
            .map(|k| (k, 12.0 + 17.0 * k - 0.01 * k * k))
            .collect();
        let (a, b, c) = parabola(&points).unwrap();
        assert!((a - 12.0).abs() < 0.01 && (b - 17.0).abs() < 0.01 && (c + 0.01).abs() < 1e-4);
    }
}
