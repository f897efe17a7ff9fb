//! Where tones change, in a reduced copy of the picture: which way, and how much against what is beside.

use crate::Gray;

/// Shorter side of the reduced copy, about: coarse enough to be quick, fine enough for a page's edge to stay an edge.
const SHORT_SIDE: u32 = 240;
/// Half of the steepest slope near, in 64ths of a level a pixel: of the noise in good light, 0.8 levels, a quarter
/// remains.
const FLOOR: f32 = 50.0;
/// A slope that goes on for so many pixels both ways is none of an edge.
const WIDE: usize = 4;
/// What a slope is worth that is alone and steep.
pub const FULL: f32 = 64.0;

/// Beyond its borders the copy goes on for so many pixels as it ends there: sides may lie as near to a border.
pub const RIM: usize = 4;

/// The slopes of a picture; kept from frame to frame for its memory only.
///
/// Each slope is measured by the steepest within two pixels. So a page a few levels away from its desk has sides as
/// plain as one of another tone, and every edge is thin.
#[derive(Clone, Debug, Default)]
pub struct Slopes {
    /// Pixels of the picture to one of the reduced copy, each way.
    pub factor: u32,
    /// Of the copy with its rim.
    pub width: usize,
    pub height: usize,
    /// How much lighter it gets to the right, and downward: -64 to 64.
    pub across: Vec<i16>,
    pub down: Vec<i16>,
    small: Vec<i16>,
    smooth: Vec<i16>,
    sizes: Vec<i16>,
    most: Vec<i16>,
    row: Vec<i16>,
}

impl Slopes {
    /// Takes the slopes of this picture; there are none in pictures of fewer than 16 pixels either way.
    pub fn take(&mut self, picture: &Gray) {
        self.factor = ((picture.width().min(picture.height()) + SHORT_SIDE / 2) / SHORT_SIDE)
            .max(picture.width().max(picture.height()) / 800)
            .max(1);
        let (width, height) = (
            (picture.width() / self.factor) as usize,
            (picture.height() / self.factor) as usize,
        );
        if width < 16 || height < 16 {
            (self.width, self.height) = (0, 0);
            return;
        }
        (self.width, self.height) = (width + 2 * RIM, height + 2 * RIM);
        self.reduce(picture, width, height);
        self.soften();
        self.differ();
        self.widen();
        self.weigh();
    }

    /// How much lighter it gets along (nx, ny) at a pixel: -64 to 64.
    pub fn along(&self, at: usize, nx: f32, ny: f32) -> f32 {
        nx * f32::from(self.across[at]) + ny * f32::from(self.down[at])
    }

    /// The tone at the pixel of a place, 0 to 255; None outside the picture.
    #[must_use]
    pub fn tone(&self, x: f32, y: f32) -> Option<f32> {
        let rim = RIM as f32 - 0.5;
        if !(x > rim && y > rim) {
            return None;
        }
        let (x, y) = ((x + 0.5) as usize, (y + 0.5) as usize);
        (x + RIM < self.width && y + RIM < self.height)
            .then(|| f32::from(self.smooth[y * self.width + x]) / 8.0)
    }

    /// Means of squares of `factor` pixels, times eight, and the rim.
    fn reduce(&mut self, picture: &Gray, width: usize, height: usize) {
        let (by, stride) = (self.factor as usize, picture.width() as usize);
        let pixels = picture.pixels();
        self.small.clear();
        self.small.resize(self.width * self.height, 0);
        // Large pictures: at most four by four places of a square are enough for its mean.
        let step = by.div_ceil(4);
        let places = by.div_ceil(step);
        let scale = (8 << 16) / (places * places) as u32;
        let rows = self.small.chunks_exact_mut(self.width).skip(RIM);
        for (y, row) in rows.take(height).enumerate() {
            let inner = &mut row[RIM..RIM + width];
            if by == 2 {
                let upper = &pixels[2 * y * stride..][..2 * width];
                let lower = &pixels[(2 * y + 1) * stride..][..2 * width];
                let pairs = upper.as_chunks::<2>().0.iter();
                for (mean, (a, b)) in inner.iter_mut().zip(pairs.zip(lower.as_chunks::<2>().0)) {
                    *mean =
                        2 * (i16::from(a[0]) + i16::from(a[1]) + i16::from(b[0]) + i16::from(b[1]));
                }
            } else {
                for (x, mean) in inner.iter_mut().enumerate() {
                    let mut sum = 0_u32;
                    for dy in (0..by).step_by(step) {
                        let line = &pixels[(y * by + dy) * stride + x * by..][..by];
                        let places = line.iter().step_by(step);
                        sum += places.map(|p| u32::from(*p)).sum::<u32>();
                    }
                    *mean = ((sum * scale) >> 16) as i16;
                }
            }
            let (first, last) = (row[RIM], row[RIM + width - 1]);
            row[..RIM].fill(first);
            row[RIM + width..].fill(last);
        }
        for y in 0..RIM {
            let line = self.width;
            self.small
                .copy_within(RIM * line..(RIM + 1) * line, y * line);
            let last = (RIM + height - 1) * line;
            self.small
                .copy_within(last..last + line, (RIM + height + y) * line);
        }
    }

    /// Each pixel with its neighbors as 1-2-1, both ways.
    fn soften(&mut self) {
        let (width, height) = (self.width, self.height);
        self.smooth.clear();
        self.smooth.resize(width * height, 0);
        self.row.clear();
        self.row.resize(width, 0);
        for y in 0..height {
            let line = |y: usize| &self.small[y * width..(y + 1) * width];
            let (above, here, below) = (
                line(y.saturating_sub(1)),
                line(y),
                line((y + 1).min(height - 1)),
            );
            for (sum, ((a, b), c)) in self.row.iter_mut().zip(above.iter().zip(here).zip(below)) {
                *sum = a + 2 * b + c;
            }
            let out = &mut self.smooth[y * width..(y + 1) * width];
            out[0] = self.row[0] / 4;
            out[width - 1] = self.row[width - 1] / 4;
            for (pixel, near) in out[1..width - 1].iter_mut().zip(self.row.windows(3)) {
                // At most 4 * 4 * 255 * 8, which fits.
                *pixel = (near[0] + 2 * near[1] + near[2]) / 16;
            }
        }
    }

    /// Slopes after Sobel, and their sizes.
    fn differ(&mut self) {
        let (width, height) = (self.width, self.height);
        for plane in [&mut self.across, &mut self.down, &mut self.sizes] {
            plane.clear();
            plane.resize(width * height, 0);
        }
        for y in 1..height - 1 {
            let above = &self.smooth[(y - 1) * width..y * width];
            let here = &self.smooth[y * width..(y + 1) * width];
            let below = &self.smooth[(y + 1) * width..(y + 2) * width];
            let across = &mut self.across[y * width..(y + 1) * width];
            let down = &mut self.down[y * width..(y + 1) * width];
            let sizes = &mut self.sizes[y * width..(y + 1) * width];
            for x in 1..width - 1 {
                let right = (above[x + 1] - above[x - 1])
                    + 2 * (here[x + 1] - here[x - 1])
                    + (below[x + 1] - below[x - 1]);
                let lower = (below[x - 1] - above[x - 1])
                    + 2 * (below[x] - above[x])
                    + (below[x + 1] - above[x + 1]);
                let (a, b) = (right.abs(), lower.abs());
                let (most, least) = (a.max(b), a.min(b));
                across[x] = right;
                down[x] = lower;
                // Within 4 % of the root of squares.
                sizes[x] = (most - most / 16).max(most - most / 8 + least / 2);
            }
        }
    }

    /// The steepest slope within two pixels of each.
    fn widen(&mut self) {
        let (width, height) = (self.width, self.height);
        self.most.clear();
        self.most.resize(width * height, 0);
        for y in 0..height {
            let line = &self.sizes[y * width..(y + 1) * width];
            let out = &mut self.most[y * width + 2..(y + 1) * width - 2];
            for (most, near) in out.iter_mut().zip(line.windows(5)) {
                *most = near[0].max(near[1]).max(near[2]).max(near[3]).max(near[4]);
            }
        }
        // `sizes` is read no more: it takes the result of the second way.
        for y in 2..height - 2 {
            for x in 0..width {
                let at = |by: usize| self.most[(y + by - 2) * width + x];
                self.sizes[y * width + x] = at(0).max(at(1)).max(at(2)).max(at(3)).max(at(4));
            }
        }
    }

    /// Measures each slope by the steepest near, and leaves out what rises on and on: light falls off, shadows are soft.
    fn weigh(&mut self) {
        let (width, height) = (self.width, self.height);
        for y in 0..height {
            let line = |y: usize| &self.smooth[y * width..(y + 1) * width];
            let (above, here, below) = (
                line(y.saturating_sub(WIDE)),
                line(y),
                line((y + WIDE).min(height - 1)),
            );
            let row = y * width..(y + 1) * width;
            let across = &mut self.across[row.clone()];
            let down = &mut self.down[row.clone()];
            let most = &self.sizes[row];
            for x in 2..width - 2 {
                let (right, lower) = (f32::from(across[x]), f32::from(down[x]));
                let (a, b) = (right.abs(), lower.abs());
                let size = a.max(b) + 0.4 * a.min(b) + 1.0;
                // Over eight pixels, in the same 64ths of a level a pixel.
                let rise =
                    f32::from(here[(x + WIDE).min(width - 1)] - here[x.saturating_sub(WIDE)]).abs();
                let fall = f32::from(below[x] - above[x]).abs();
                let lasting = (rise.max(fall) + 0.4 * rise.min(fall)) / size;
                let by =
                    FULL / (f32::from(most[x]) + FLOOR) * (1.6 - 1.6 * lasting).clamp(0.0, 1.0);
                across[x] = (right * by) as i16;
                down[x] = (lower * by) as i16;
            }
        }
        // Nothing is known along the borders.
        for plane in [&mut self.across, &mut self.down] {
            plane[..2 * width].fill(0);
            plane[(height - 2) * width..].fill(0);
            for y in 0..height {
                plane[y * width..y * width + 2].fill(0);
                plane[(y + 1) * width - 2..(y + 1) * width].fill(0);
            }
        }
    }
}
