//! Where tones change, in a reduced copy of the picture.

use crate::Gray;

/// Shorter side of the reduced copy, about: coarse enough to be quick, fine enough for a page's edge to stay an edge.
const SHORT_SIDE: u32 = 240;
/// Slopes are counted in 64ths of a level a pixel. Below 1.1 levels a pixel is noise even in good light.
const LEAST_SLOPE: i32 = 70;
/// Above 2.6 levels a pixel an edge counts however rough the desk is: a page 12 levels away has 4.
const MOST_SLOPE: i32 = 166;
/// Directions in a full turn.
pub const TURN: usize = 128;

/// One place on an edge.
#[derive(Clone, Copy, Debug)]
pub struct Edgel {
    pub x: u16,
    pub y: u16,
    /// Where it gets lighter: 0 to [`TURN`], from right by down.
    pub direction: u8,
    /// 1 to 3: how far over the threshold.
    pub weight: u8,
}

/// The edges of a picture; kept from frame to frame for its memory only.
#[derive(Clone, Debug, Default)]
pub struct Edges {
    /// Pixels of the picture to one of the reduced copy, each way.
    pub factor: u32,
    pub width: usize,
    pub height: usize,
    pub edgels: Vec<Edgel>,
    /// 0 where there is no edge, else 1 and its direction.
    pub map: Vec<u8>,
    small: Vec<i16>,
    smooth: Vec<i16>,
    row: Vec<i16>,
    slopes: Vec<(i16, i16)>,
    sizes: Vec<i16>,
}

impl Edges {
    /// Finds the edges of this picture; there are none in pictures of fewer than 16 pixels either way.
    pub fn find(&mut self, picture: &Gray) {
        self.factor = ((picture.width().min(picture.height()) + SHORT_SIDE / 2) / SHORT_SIDE)
            .max(picture.width().max(picture.height()) / 800)
            .max(1);
        self.width = (picture.width() / self.factor) as usize;
        self.height = (picture.height() / self.factor) as usize;
        self.edgels.clear();
        if self.width < 16 || self.height < 16 {
            self.map.clear();
            return;
        }
        self.reduce(picture);
        self.soften();
        let threshold = self.slope();
        self.thin(threshold);
    }

    /// Means of squares of `factor` pixels, times eight.
    fn reduce(&mut self, picture: &Gray) {
        let (by, stride) = (self.factor as usize, picture.width() as usize);
        let (width, height) = (self.width, self.height);
        self.small.clear();
        self.small.reserve(width * height);
        let pixels = picture.pixels();
        if by == 2 {
            for y in 0..height {
                let upper = &pixels[2 * y * stride..][..2 * width];
                let lower = &pixels[(2 * y + 1) * stride..][..2 * width];
                let pairs = upper
                    .as_chunks::<2>()
                    .0
                    .iter()
                    .zip(lower.as_chunks::<2>().0);
                self.small.extend(pairs.map(|(a, b)| {
                    2 * (i16::from(a[0]) + i16::from(a[1]) + i16::from(b[0]) + i16::from(b[1]))
                }));
            }
            return;
        }
        // Large pictures: at most four by four places of a square are enough for its mean.
        let step = by.div_ceil(4);
        let places = by.div_ceil(step);
        let scale = (8 << 16) / (places * places) as u32;
        for y in 0..height {
            for x in 0..width {
                let mut sum = 0_u32;
                for dy in (0..by).step_by(step) {
                    let line = &pixels[(y * by + dy) * stride + x * by..][..by];
                    sum += line
                        .iter()
                        .step_by(step)
                        .map(|p| u32::from(*p))
                        .sum::<u32>();
                }
                self.small.push(((sum * scale) >> 16) as i16);
            }
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

    /// Slopes after Sobel; gives the threshold above which a slope is an edge.
    fn slope(&mut self) -> i16 {
        let (width, height) = (self.width, self.height);
        self.slopes.clear();
        self.slopes.resize(width * height, (0, 0));
        self.sizes.clear();
        self.sizes.resize(width * height, 0);
        let mut counts = [0_u32; 256];
        for y in 1..height - 1 {
            let above = &self.smooth[(y - 1) * width..y * width];
            let here = &self.smooth[y * width..(y + 1) * width];
            let below = &self.smooth[(y + 1) * width..(y + 2) * width];
            for x in 1..width - 1 {
                let across = (above[x + 1] - above[x - 1])
                    + 2 * (here[x + 1] - here[x - 1])
                    + (below[x + 1] - below[x - 1]);
                let down = (below[x - 1] - above[x - 1])
                    + 2 * (below[x] - above[x])
                    + (below[x + 1] - above[x + 1]);
                let (a, b) = (across.abs(), down.abs());
                // Within 4 % of the root of squares.
                let size = (a.max(b) - a.max(b) / 16).max(a.max(b) - a.max(b) / 8 + a.min(b) / 2);
                self.slopes[y * width + x] = (across, down);
                self.sizes[y * width + x] = size;
                counts[(size as usize / 4).min(255)] += 1;
            }
        }
        let half = counts.iter().sum::<u32>() / 2;
        let mut sum = 0;
        let median = counts.iter().position(|count| {
            sum += count;
            sum > half
        });
        let median = median.unwrap_or(0) as i32 * 4 + 2;
        (2 * median).clamp(LEAST_SLOPE, MOST_SLOPE) as i16
    }

    /// Keeps the steepest place across each edge.
    fn thin(&mut self, threshold: i16) {
        let (width, height) = (self.width, self.height);
        self.map.clear();
        self.map.resize(width * height, 0);
        for y in 2..height - 2 {
            for x in 2..width - 2 {
                let at = y * width + x;
                let size = self.sizes[at];
                if size < threshold {
                    continue;
                }
                let (across, down) = self.slopes[at];
                let (a, b) = (i32::from(across).abs(), i32::from(down).abs());
                let step = if 5 * b < 2 * a {
                    1
                } else if 5 * a < 2 * b {
                    width
                } else if (across > 0) == (down > 0) {
                    width + 1
                } else {
                    width - 1
                };
                if size < self.sizes[at - step] || size <= self.sizes[at + step] {
                    continue;
                }
                let direction = direction(across, down);
                self.map[at] = 1 + direction;
                self.edgels.push(Edgel {
                    x: x as u16,
                    y: y as u16,
                    direction,
                    weight: (size / threshold).clamp(1, 3) as u8,
                });
            }
        }
    }
}

/// The direction of a slope in [`TURN`] parts, within a part.
fn direction(across: i16, down: i16) -> u8 {
    let (x, y) = (f32::from(across), f32::from(down));
    let (a, b) = (x.abs(), y.abs());
    let ratio = a.min(b) / a.max(b).max(1.0);
    // arctan within 0.004: enough for 2.8 degrees.
    let mut angle = ratio * (0.972_4 - 0.191_9 * ratio * ratio);
    if b > a {
        angle = std::f32::consts::FRAC_PI_2 - angle;
    }
    if x < 0.0 {
        angle = std::f32::consts::PI - angle;
    }
    if y < 0.0 {
        angle = -angle;
    }
    let parts = angle * (TURN as f32 / std::f32::consts::TAU);
    (parts.round() as i32).rem_euclid(TURN as i32) as u8
}
