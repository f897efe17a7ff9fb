//! One character cut out of a picture, at a size and contrast of its own.

use crate::Gray;

/// A patch is this many samples wide and high.
pub const COLUMNS: usize = 16;
pub const ROWS: usize = 20;
/// Samples to the height of a capital letter: the patch holds 1.6 heights by 1.28.
pub const HEIGHT: f32 = 12.5;

/// Samples row by row; ink is positive, mean 0, deviation about 1.
pub type Patch = [f32; COLUMNS * ROWS];

/// Where a character stands in a picture; lengths in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cell {
    /// The middle of the character, from the picture's top left corner.
    pub middle: (f32, f32),
    /// Height of a capital.
    pub height: f32,
    /// Which way the line runs: a vector of length one.
    pub along: (f32, f32),
    /// How much wider than usual the character is drawn; 1 as a rule.
    pub width: f32,
}

/// What was sampled before contrast is taken out.
#[derive(Clone)]
pub struct Sampled {
    samples: Patch,
    mean: f32,
    /// Standard deviation of the samples in shades.
    pub deviation: f32,
}

/// A deviation of less than this share of the line's is not stretched: it is paper, not ink.
const FLOOR: f32 = 0.45;

/// Samples a cell; what lies outside the picture is as its edge.
#[must_use]
pub fn sample(picture: &Gray, cell: &Cell) -> Sampled {
    let step = (cell.height / HEIGHT).clamp(0.05, 200.0);
    let across = step * cell.width.clamp(0.3, 3.0);
    // Several samples where a step is more than one pixel, or fine print would alias.
    let fine = (step.round() as usize).clamp(1, 4);
    let share = 1.0 / fine as f32;
    let (cos, sin) = cell.along;
    let mut samples = [0.0; COLUMNS * ROWS];
    for (at, sample) in samples.iter_mut().enumerate() {
        let (column, row) = ((at % COLUMNS) as f32, (at / COLUMNS) as f32);
        let mut sum = 0.0;
        for part in 0..fine * fine {
            let (part_x, part_y) = ((part % fine) as f32, (part / fine) as f32);
            let u = (column + (part_x + 0.5) * share - COLUMNS as f32 / 2.0) * across;
            let v = (row + (part_y + 0.5) * share - ROWS as f32 / 2.0) * step;
            sum += at_place(
                picture,
                cell.middle.0 + u * cos - v * sin,
                cell.middle.1 + u * sin + v * cos,
            );
        }
        *sample = sum * share * share;
    }
    let count = samples.len() as f32;
    let mean = samples.iter().sum::<f32>() / count;
    let spread: f32 = samples.iter().map(|sample| (sample - mean).powi(2)).sum();
    Sampled {
        samples,
        mean,
        deviation: (spread / count).sqrt(),
    }
}

impl Sampled {
    /// With the contrast of its line: `line` is the usual deviation of a cell there.
    #[must_use]
    pub fn patch(&self, line: f32) -> Patch {
        let scale = 1.0 / self.deviation.max(FLOOR * line).max(1.0);
        self.samples.map(|sample| (self.mean - sample) * scale)
    }

    /// The steepest change between neighboring samples, as a share of the whole range: about 0.5 where print is sharp,
    /// below 0.3 where it is blurred by more than an eighth of the pitch.
    #[must_use]
    pub fn steepness(&self) -> f32 {
        let low = self.samples.iter().copied().fold(f32::MAX, f32::min);
        let high = self.samples.iter().copied().fold(f32::MIN, f32::max);
        let rows = self.samples.chunks_exact(COLUMNS);
        let steps = rows.flat_map(|row| row.windows(2).map(|pair| (pair[0] - pair[1]).abs()));
        steps.fold(0.0, f32::max) / (high - low).max(1.0)
    }
}

/// The shade at a place, between four pixels; pixel middles lie at halves.
fn at_place(picture: &Gray, x: f32, y: f32) -> f32 {
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    // NaN becomes 0 in the conversions below: any numbers are safe here.
    let x = (x - 0.5).clamp(0.0, (width - 1) as f32);
    let y = (y - 0.5).clamp(0.0, (height - 1) as f32);
    let (left, top) = (x as usize, y as usize);
    let (right, below) = ((left + 1).min(width - 1), (top + 1).min(height - 1));
    let (part_x, part_y) = (x - left as f32, y - top as f32);
    let pixels = picture.pixels();
    let pixel = |column: usize, row: usize| f32::from(pixels[row * width + column]);
    let upper = pixel(left, top) * (1.0 - part_x) + pixel(right, top) * part_x;
    let lower = pixel(left, below) * (1.0 - part_x) + pixel(right, below) * part_x;
    upper * (1.0 - part_y) + lower * part_y
}
