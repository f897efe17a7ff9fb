//! Connected dark spots of a picture: letters, mostly.

use crate::Gray;

/// A spot that is darker than what is around it; pixels from the top left corner, `right` and `bottom` beyond the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Blob {
    pub left: u32,
    pub top: u32,
    pub right: u32,
    pub bottom: u32,
    /// Dark pixels.
    pub area: u32,
}

impl Blob {
    #[must_use]
    pub fn height(&self) -> f32 {
        (self.bottom - self.top) as f32
    }

    #[must_use]
    pub fn width(&self) -> f32 {
        (self.right - self.left) as f32
    }

    #[must_use]
    pub fn middle(&self) -> (f32, f32) {
        let half = |a: u32, b: u32| (a + b) as f32 / 2.0;
        (half(self.left, self.right), half(self.top, self.bottom))
    }
}

/// Half the side of the square that a pixel is compared with: wider than a stroke of letters 60 pixels high.
const REACH: usize = 18;
/// Ink is darker than its surroundings by this many shades at least, and by this share of their deviation.
const DARKER: f32 = 9.0;
const SHARE: f32 = 0.45;
/// Spots lower than the smallest letter or higher than the largest are not kept.
const HEIGHTS: std::ops::RangeInclusive<u32> = 5..=110;

/// All spots, in the order of their first row.
#[must_use]
pub fn blobs(picture: &Gray) -> Vec<Blob> {
    let width = picture.width() as usize;
    let mut runs: Vec<(u32, u32, u32)> = Vec::new();
    let mut parents: Vec<u32> = Vec::new();
    let mut above = 0..0;
    let mut dark = vec![false; width];
    let mut sums = Surroundings::new(picture);
    for row in 0..picture.height() {
        sums.row(picture, row as usize, &mut dark);
        let first = runs.len();
        let mut column = 0;
        while column < width {
            if !dark[column] {
                column += 1;
                continue;
            }
            let end = (column..width).find(|at| !dark[*at]).unwrap_or(width);
            let label = parents.len() as u32;
            runs.push((row, column as u32, end as u32));
            parents.push(label);
            column = end;
        }
        // Runs of neighboring rows that share a column belong together; a corner alone does not join letters.
        let mut other = above.start;
        for here in first..runs.len() {
            let (_, left, right) = runs[here];
            while other < above.end && runs[other].2 <= left {
                other += 1;
            }
            let mut next = other;
            while next < above.end && runs[next].1 < right {
                join(&mut parents, here as u32, next as u32);
                next += 1;
            }
        }
        above = first..runs.len();
    }
    collect(&runs, &mut parents)
}

fn collect(runs: &[(u32, u32, u32)], parents: &mut [u32]) -> Vec<Blob> {
    let mut found: Vec<Option<Blob>> = vec![None; runs.len()];
    for (at, (row, left, right)) in runs.iter().enumerate() {
        let root = root(parents, at as u32) as usize;
        let blob = found[root].get_or_insert(Blob {
            left: *left,
            top: *row,
            right: *right,
            bottom: row + 1,
            area: 0,
        });
        blob.left = blob.left.min(*left);
        blob.right = blob.right.max(*right);
        blob.bottom = blob.bottom.max(row + 1);
        blob.area += right - left;
    }
    let fits = |blob: &Blob| HEIGHTS.contains(&(blob.bottom - blob.top));
    found.into_iter().flatten().filter(fits).collect()
}

fn root(parents: &mut [u32], mut at: u32) -> u32 {
    while parents[at as usize] != at {
        let up = parents[parents[at as usize] as usize];
        parents[at as usize] = up;
        at = up;
    }
    at
}

fn join(parents: &mut [u32], left: u32, right: u32) {
    let (left, right) = (root(parents, left), root(parents, right));
    parents[left.max(right) as usize] = left.min(right);
}

/// Mean and deviation of the square around each pixel, kept as sums of columns that move down with the row.
struct Surroundings {
    sums: Vec<(u32, u32)>,
    rows: std::ops::Range<usize>,
}

impl Surroundings {
    fn new(picture: &Gray) -> Self {
        Self {
            sums: vec![(0, 0); picture.width() as usize],
            rows: 0..0,
        }
    }

    fn row(&mut self, picture: &Gray, row: usize, dark: &mut [bool]) {
        let (width, height) = (picture.width() as usize, picture.height() as usize);
        let line = |row: usize| &picture.pixels()[row * width..(row + 1) * width];
        while self.rows.end < (row + REACH + 1).min(height) {
            for (sum, pixel) in self.sums.iter_mut().zip(line(self.rows.end)) {
                sum.0 += u32::from(*pixel);
                sum.1 += u32::from(*pixel) * u32::from(*pixel);
            }
            self.rows.end += 1;
        }
        while self.rows.start + REACH < row {
            for (sum, pixel) in self.sums.iter_mut().zip(line(self.rows.start)) {
                sum.0 -= u32::from(*pixel);
                sum.1 -= u32::from(*pixel) * u32::from(*pixel);
            }
            self.rows.start += 1;
        }
        let (mut sum, mut square, mut columns) = (0_u32, 0_u32, 0..0);
        let pixels = line(row);
        for (column, dark) in dark.iter_mut().enumerate() {
            while columns.end < (column + REACH + 1).min(width) {
                sum += self.sums[columns.end].0;
                square += self.sums[columns.end].1;
                columns.end += 1;
            }
            while columns.start + REACH < column {
                sum -= self.sums[columns.start].0;
                square -= self.sums[columns.start].1;
                columns.start += 1;
            }
            let count = (columns.len() * self.rows.len()) as f32;
            let mean = sum as f32 / count;
            let spread = (square as f32 / count - mean * mean).max(0.0);
            let lower = mean - f32::from(pixels[column]);
            // Without a root: this runs for every pixel.
            *dark = DARKER < lower && SHARE * SHARE * spread < lower * lower;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_bars_are_two_spots_and_touching_corners_stay_apart() {
        let mut pixels = vec![200; 60 * 40];
        let mut bar = |columns: std::ops::Range<usize>, rows: std::ops::Range<usize>| {
            for row in rows {
                pixels[row * 60 + columns.start..row * 60 + columns.end].fill(20);
            }
        };
        bar(10..14, 10..20);
        bar(14..18, 20..30);
        bar(40..43, 5..35);
        let found = blobs(&Gray::new(60, 40, pixels).unwrap());
        let sizes: Vec<_> = found
            .iter()
            .map(|blob| (blob.left, blob.top, blob.area))
            .collect();
        assert_eq!(sizes, [(40, 5, 90), (10, 10, 40), (14, 20, 40)]);
    }
}
