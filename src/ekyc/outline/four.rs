//! What four lines are worth as the sides of a page, before anything is looked at closely.

use super::{lines::Line, quads::Candidate, shape::Expected};
use crate::plane::{Point, Quad};

/// What the picture's border is worth as a side: less than any plain one.
pub const BORDER: f32 = 0.35;
/// Pieces of a side that are counted each by itself: light and shadow may turn the sign of a side, not of a piece.
const PIECES: usize = 5;

/// What sides are worth by how well they are supported, by the weakest of them, and by the arms of their corners; and
/// what is added at most where they fit a known page. By these weights the page was among the first most often.
const SHARES: f32 = 0.7;
const WEAKEST: f32 = 0.6;
const ARMS: f32 = 0.38;
const FITS: f32 = 1.65;

/// A side, or the picture's border in its place.
pub struct Side<'a> {
    pub line: &'a Line,
    pub border: bool,
}

/// A standing line between two lying ones.
#[derive(Clone, Copy, Debug)]
pub struct Upright {
    pub side: usize,
    /// Where it crosses them.
    pub top: Crossing,
    pub bottom: Crossing,
    pub support: Support,
    /// What it adds to what four sides are worth, as the left or as the right one.
    pub worth: f32,
}

impl Upright {
    /// What corners and support add where these two are its corners of a page.
    pub fn worth(top: &Crossing, bottom: &Crossing, corners: [usize; 2], support: Support) -> f32 {
        SHARES * support.share + ARMS * (top.arms[corners[0]] + bottom.arms[corners[1]])
    }

    /// More than this four sides of which these are two are hardly worth.
    pub fn bound(&self, other: &Self, cut: bool) -> f32 {
        let (a, b) = (self.support.share, other.support.share);
        if cut {
            0.4 * (a + b + 2.0) + WEAKEST * a.min(b)
        } else {
            self.worth + other.worth + 2.0 * SHARES + WEAKEST * a.min(b) + FITS
        }
    }

    /// Steps along itself.
    fn span(&self) -> (f32, f32) {
        (self.top.at.1, self.bottom.at.1)
    }
}

/// Where a lying and a standing line cross.
#[derive(Clone, Copy, Debug)]
pub struct Crossing {
    pub point: Point,
    /// Steps along the lying one, and along the standing one.
    pub at: (f32, f32),
    /// How well its arms are supported as the corner top left, top right, bottom right, bottom left.
    pub arms: [f32; 4],
}

/// How well a line is supported between two corners.
#[derive(Clone, Copy, Debug)]
pub struct Support {
    pub share: f32,
    /// It gets lighter to the right of the line's way.
    pub lighter: bool,
}

/// Opposite sides of a page, seen by a camera that is not far too steep.
pub fn alike(a: f32, b: f32) -> bool {
    a < 1.9 * b && b < 1.9 * a
}

/// How well a side is supported between two corners; None where it hardly is.
pub fn support(side: &Side, from: f32, to: f32) -> Option<Support> {
    if side.border {
        return Some(Support {
            share: BORDER,
            lighter: true,
        });
    }
    let line = side.line;
    let (first, last) = (line.from as f32, line.to() as f32);
    let length = to - from;
    // Rounded corners have no edge on the line.
    let (low, high) = (
        (from + 0.045 * length).max(first),
        (to - 0.045 * length).min(last),
    );
    let visible = high - low;
    if visible < 0.55 * length {
        return None;
    }
    let piece = visible / PIECES as f32;
    let mut sums = [0.0; PIECES + 1];
    for (n, sum) in sums.iter_mut().enumerate() {
        *sum = line.sum_to(low + n as f32 * piece);
    }
    let pieces: f32 = sums.windows(2).map(|pair| (pair[1] - pair[0]).abs()).sum();
    let whole = sums[PIECES] - sums[0];
    let share = (0.7 * pieces + 0.3 * whole.abs()) / visible;
    (share > 0.1).then_some(Support {
        share,
        lighter: whole >= 0.0,
    })
}

/// How far a line goes on before and after its corners: 0 to 1 each.
pub fn beyond(side: &Side, (from, to): (f32, f32)) -> [f32; 2] {
    if side.border {
        return [0.0; 2];
    }
    let line = side.line;
    let more = (0.14 * (to - from)).max(7.0);
    [(from - more, from - 3.0), (to + 3.0, to + more)].map(|(low, high)| {
        let (low, high) = (low.max(line.from as f32), high.min(line.to() as f32));
        if high - low > 2.0 {
            line.sum(low, high).abs() / (high - low)
        } else {
            0.0
        }
    })
}

/// Four sides.
pub struct Four<'a> {
    /// Top, right, bottom, left.
    pub sides: [&'a Side<'a>; 4],
    pub right: &'a Upright,
    pub left: &'a Upright,
    /// How well top and bottom are supported.
    pub lying: [Support; 2],
}

impl Four<'_> {
    /// What they are worth, unless it is less than `floor`.
    pub fn judge(&self, size: (f32, f32), floor: f32, expected: Expected) -> Option<Candidate> {
        let borders = self.sides.iter().filter(|side| side.border).count();
        if borders > 2 {
            return None;
        }
        let (left, right) = (self.left, self.right);
        let supports = [self.lying[0], right.support, self.lying[1], left.support];
        let shares = supports.map(|support| support.share);
        let (sum, least) = (
            shares.iter().sum::<f32>(),
            shares.iter().copied().fold(1.0, f32::min),
        );
        let corners = [left.top, right.top, right.bottom, left.bottom];
        let quad = Quad(corners.map(|corner| corner.point));
        let share = (quad.area() / (size.0 * size.1)).min(1.0);
        if share < 0.035 {
            return None;
        }
        let arms: [f32; 4] = std::array::from_fn(|n| corners[n].arms[n]);
        let (mut score, most) = if borders > 0 {
            (0.4 * sum + 0.6 * least - 0.12 - 0.1 * borders as f32, 0.0)
        } else {
            let corners = ARMS * arms.iter().sum::<f32>();
            (SHARES * sum + WEAKEST * least + corners, FITS)
        };
        if score + most < floor {
            return None;
        }
        score += share.ln() * if borders > 0 { 0.2 } else { 0.85 };
        if score + most < floor {
            return None;
        }
        let room = 0.1 * size.0.max(size.1);
        let near = |point: &Point| {
            point.x > -room && point.y > -room && point.x < size.0 + room && point.y < size.1 + room
        };
        if !quad.0.iter().all(near) {
            return None;
        }
        let [top, right, bottom, left] = self.sides;
        let [a, b] = [
            beyond(top, (self.left.top.at.0, self.right.top.at.0)),
            beyond(bottom, (self.left.bottom.at.0, self.right.bottom.at.0)),
        ];
        let [c, d] = [
            beyond(right, self.right.span()),
            beyond(left, self.left.span()),
        ];
        let beyond = [(a[0] + a[1] + b[0] + b[1]) / 2.0, c[0] + d[0], c[1] + d[1]];
        let by = if borders > 0 {
            [0.12, 0.03, 0.06]
        } else {
            [0.63, 0.33, 0.5]
        };
        score -= by
            .iter()
            .zip(beyond)
            .map(|(by, beyond)| by * beyond)
            .sum::<f32>();
        if score + most < floor {
            return None;
        }
        let fit = expected.fit(&quad, size)?;
        if borders == 0 {
            let bell = |room: f32| (-(fit.off / room).powi(2) / 2.0).exp();
            score += 0.52 * bell(4.0) + 0.41 * bell(1.0)
                - 0.58 * (fit.off + 0.3).ln()
                - 0.63 * ((fit.tilt - 40.0) / 20.0).clamp(0.0, 1.0);
        }
        // Inside is to the right of the top side's way (down), and of the right side's.
        let lighter = std::array::from_fn(|n| supports[n].lighter == (n < 2));
        (score > floor).then_some(Candidate {
            quad,
            lighter,
            score,
            support: shares,
            beyond,
            corners: arms,
            fit,
            cut: borders > 0,
        })
    }
}
