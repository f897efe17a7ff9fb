//! What four lines are worth as the sides of a page, before anything is looked at closely.

use super::{lines::Line, quads::Candidate, shape::Expected};
use crate::plane::{Point, Quad};

/// What the picture's border is worth as a side: less than any plain one.
pub const BORDER: f32 = 0.35;
/// Pieces of a side that are counted each by itself: light and shadow may turn the sign of a side, not of a piece.
const PIECES: usize = 5;

/// A side, or the picture's border in its place.
pub struct Side<'a> {
    pub line: &'a Line,
    pub border: bool,
}

/// A standing line between two lying ones.
#[derive(Clone, Copy, Debug)]
pub struct Upright {
    pub side: usize,
    /// Where it crosses them: steps along the upper one, and along the lower one.
    pub top: f32,
    pub bottom: f32,
    /// Steps along itself.
    pub span: (f32, f32),
    pub support: Support,
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

/// More than this four sides of which these are two are hardly worth.
pub fn bound(left: &Upright, right: &Upright) -> f32 {
    let (a, b) = (left.support.share, right.support.share);
    0.4 * (a + b + 1.7) + 0.6 * a.min(b)
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
    /// Top and bottom.
    pub lying: [&'a Side<'a>; 2],
    /// Right and left.
    pub standing: [&'a Side<'a>; 2],
    pub right: &'a Upright,
    pub left: &'a Upright,
}

impl Four<'_> {
    /// What they are worth, unless it is less than `floor`.
    pub fn judge(&self, size: (f32, f32), floor: f32, expected: Expected) -> Option<Candidate> {
        let [top, bottom] = self.lying;
        let [right, left] = self.standing;
        let borders = [top, right, bottom, left]
            .iter()
            .filter(|side| side.border)
            .count();
        if borders > 2 {
            return None;
        }
        let (over, under) = (
            (self.left.top, self.right.top),
            (self.left.bottom, self.right.bottom),
        );
        let supports = [
            support(top, over.0, over.1)?,
            self.right.support,
            support(bottom, under.0, under.1)?,
            self.left.support,
        ];
        let shares = supports.map(|support| support.share);
        let (sum, least) = (
            shares.iter().sum::<f32>(),
            shares.iter().copied().fold(1.0, f32::min),
        );
        let supported = 0.4 * sum + 0.6 * least;
        if supported < floor {
            return None;
        }
        let corner = |side: &Side, t: f32| {
            let (x, y) = side.line.at(t);
            Point { x, y }
        };
        let quad = Quad([
            corner(top, over.0),
            corner(top, over.1),
            corner(bottom, under.1),
            corner(bottom, under.0),
        ]);
        let room = 0.1 * size.0.max(size.1);
        let near = |point: &Point| {
            point.x > -room && point.y > -room && point.x < size.0 + room && point.y < size.1 + room
        };
        if !quad.0.iter().all(near) {
            return None;
        }
        let share = quad.area() / (size.0 * size.1);
        if share < 0.035 {
            return None;
        }
        let mut score = supported + 0.2 * share.min(1.0).ln();
        if score < floor {
            return None;
        }
        let [a, b] = [beyond(top, over), beyond(bottom, under)];
        let [c, d] = [beyond(right, self.right.span), beyond(left, self.left.span)];
        let beyond = [(a[0] + a[1] + b[0] + b[1]) / 2.0, c[0] + d[0], c[1] + d[1]];
        score -= 0.12 * beyond[0] + 0.03 * beyond[1] + 0.06 * beyond[2];
        let fit = expected.fit(&quad, size)?;
        score -= if borders > 0 {
            0.12 + 0.1 * borders as f32
        } else {
            0.8 * (1.0 - (-(fit.off / 4.0).powi(2) / 2.0).exp())
                + 0.3 * ((fit.tilt - 40.0) / 20.0).clamp(0.0, 1.0)
        };
        // Inside is to the right of the top side's way (down), and of the right side's.
        let lighter = std::array::from_fn(|n| supports[n].lighter == (n < 2));
        (score > floor).then_some(Candidate {
            quad,
            lighter,
            score,
            support: shares,
            beyond,
            corners: [0.0; 4],
            fit,
            cut: borders > 0,
        })
    }
}
