//! Lines of print: spots side by side, of one height.

use super::blobs::Blob;

/// A line of letters from left to right.
#[derive(Clone, Debug)]
pub struct Line {
    pub blobs: Vec<Blob>,
    /// Height of its capitals in pixels.
    pub height: f32,
    /// The middle of the letters at the picture's left edge, and how far it falls with each pixel to the right.
    pub start: f32,
    pub slope: f32,
}

impl Line {
    /// The middle of the letters at this column.
    #[must_use]
    pub fn at(&self, x: f32) -> f32 {
        self.start + self.slope * x
    }

    /// From spots that stand side by side; `None` if they do not lie on a line.
    fn of(mut blobs: Vec<Blob>) -> Option<Self> {
        let height = quantile(blobs.iter().map(Blob::height), 0.75)?;
        let (start, slope) = fit(&blobs)?;
        blobs.retain(|blob| {
            let (x, y) = blob.middle();
            (y - start - slope * x).abs() < 0.32 * height
        });
        let (start, slope) = fit(&blobs)?;
        let height = quantile(blobs.iter().map(Blob::height), 0.75)?;
        Some(Self {
            blobs,
            height,
            start,
            slope,
        })
    }
}

/// The value that this share of all are below; `None` of nothing.
pub fn quantile(values: impl Iterator<Item = f32>, share: f32) -> Option<f32> {
    let mut values: Vec<f32> = values.collect();
    values.sort_by(f32::total_cmp);
    let at = (values.len() as f32 * share) as usize;
    values.get(at.min(values.len().checked_sub(1)?)).copied()
}

/// Height and fall of the straight line through the middles: the median fall between halves keeps strays out.
fn fit(blobs: &[Blob]) -> Option<(f32, f32)> {
    let middles: Vec<(f32, f32)> = blobs.iter().map(Blob::middle).collect();
    let half = middles.len() / 2;
    let pairs = (0..half).map(|n| (middles[n], middles[n + middles.len() - half]));
    let falls = pairs.map(|(left, right)| (right.1 - left.1) / (right.0 - left.0).max(1.0));
    let slope = quantile(falls, 0.5)?;
    let start = quantile(middles.iter().map(|(x, y)| y - slope * x), 0.5)?;
    Some((start, slope))
}

/// Lines of at least `least` letters.
#[must_use]
pub fn lines(blobs: &[Blob], least: usize) -> Vec<Line> {
    let mut sorted: Vec<Blob> = blobs
        .iter()
        .filter(|blob| blob.width() < 2.2 * blob.height())
        .copied()
        .collect();
    sorted.sort_by_key(|blob| blob.left + blob.right);
    let grid = Grid::new(&sorted);
    let mut taken = vec![false; sorted.len()];
    let mut next: Vec<Option<usize>> = Vec::with_capacity(sorted.len());
    for at in 0..sorted.len() {
        let right = grid.right_of(&sorted, at, &taken);
        if let Some(right) = right {
            taken[right] = true;
        }
        next.push(right);
    }
    let mut found = Vec::new();
    for first in (0..sorted.len()).filter(|at| !taken[*at]) {
        let chain = std::iter::successors(Some(first), |at| next[*at]);
        let chain: Vec<Blob> = chain.map(|at| sorted[at]).collect();
        if least <= chain.len() {
            found.extend(Line::of(chain).filter(|line| least <= line.blobs.len()));
        }
    }
    found
}

/// Spots by bands of rows, so that a neighbor is found without asking all.
struct Grid(Vec<Vec<usize>>);

const BAND: u32 = 16;

impl Grid {
    fn new(blobs: &[Blob]) -> Self {
        let bands = blobs
            .iter()
            .map(|blob| blob.bottom / BAND + 1)
            .max()
            .unwrap_or(0);
        let mut grid = vec![Vec::new(); bands as usize];
        for (at, blob) in blobs.iter().enumerate() {
            grid[((blob.top + blob.bottom) / 2 / BAND) as usize].push(at);
        }
        Self(grid)
    }

    /// The nearest spot to the right that may belong to the same line.
    fn right_of(&self, blobs: &[Blob], at: usize, taken: &[bool]) -> Option<usize> {
        let blob = &blobs[at];
        let (x, y) = blob.middle();
        let height = blob.height();
        let band = |y: f32| (y.max(0.0) as u32 / BAND) as usize;
        let bands = band(y - 0.5 * height)..(band(y + 0.5 * height) + 1).min(self.0.len());
        let mut best: Option<(f32, usize)> = None;
        for band in &self.0[bands.start.min(bands.end)..bands.end] {
            let from = band.partition_point(|other| *other <= at);
            for other in &band[from..] {
                let (right, below) = blobs[*other].middle();
                let high = blobs[*other].height();
                let taller = height.max(high);
                if 2.6 * taller < right - x {
                    break;
                }
                let level = (below - y).abs() < 0.42 * taller;
                let like = taller < 1.9 * height.min(high);
                let apart = 0.2 * taller < right - x;
                let cost = right - x + 2.0 * (below - y).abs();
                if level && like && apart && !taken[*other] && best.is_none_or(|best| cost < best.0)
                {
                    best = Some((cost, *other));
                }
            }
        }
        best.map(|(_, other)| other)
    }
}
