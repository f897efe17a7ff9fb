//! Which four lines may be the sides of a page.

use super::{
    four::{BORDER, Crossing, Four, Side, Support, Upright, alike, support},
    lines::{Line, Lines},
    shape::{Expected, Fit},
    slopes::{RIM, Slopes},
};
use crate::plane::{Point, Quad};

/// What four lines are worth as a page, in the reduced copy.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Candidate {
    pub quad: Quad,
    /// Top, right, bottom, left: lighter inside than outside.
    pub lighter: [bool; 4],
    /// How much speaks for it, before anything was looked at closely.
    pub score: f32,
    /// How well each side is supported, 0 to 1.
    pub support: [f32; 4],
    /// How far lines go on beyond the corners: to the sides, upward, downward; 0 to 2 each.
    pub beyond: [f32; 3],
    /// How well both arms of each corner are supported.
    pub corners: [f32; 4],
    pub fit: Fit,
    /// The picture's own border stands for one or two sides.
    pub cut: bool,
}

/// Candidates that are looked at closely.
pub const CLOSELY: usize = 48;
/// Of those that are cut only the best is told of.
const CUT: usize = 2;
/// Less is no page.
const LEAST: f32 = -3.0;
/// Sides shorter than this, in pixels of the reduced copy, are no document that anybody could read.
const SHORTEST: f32 = 34.0;
/// Both arms of a corner over this length together have at least so much support.
const ARM: f32 = 26.0;
const LEAST_CORNER: f32 = 0.14;

/// What is looked for, kept for its memory only.
#[derive(Clone, Debug, Default)]
pub struct Quads {
    pub best: Vec<Candidate>,
    /// The same of pages that the picture's border cuts.
    pub cut: Vec<Candidate>,
    crossings: Vec<Option<Crossing>>,
    /// How well lying lines are supported between two standing ones: known, and not at all, or unknown yet.
    spans: Vec<Option<Option<Support>>>,
    lefts: Vec<Upright>,
    rights: Vec<Upright>,
}

impl Quads {
    /// The few best, best first.
    pub fn find(&mut self, slopes: &Slopes, lines: &Lines, expected: Expected) {
        self.best.clear();
        self.cut.clear();
        let (width, height) = (slopes.width as f32, slopes.height as f32);
        let level = |y: f32| Line {
            y,
            dx: 1.0,
            ..Line::default()
        };
        let upright = |x: f32| Line {
            x,
            dy: 1.0,
            ..Line::default()
        };
        let rim = RIM as f32;
        let lying_borders = [level(rim), level(height - 1.0 - rim)];
        let standing_borders = [upright(rim), upright(width - 1.0 - rim)];
        let of = |line, border| Side { line, border };
        let lying: Vec<Side> = lines
            .lying
            .iter()
            .map(|line| of(line, false))
            .chain(lying_borders.iter().map(|line| of(line, true)))
            .collect();
        let standing: Vec<Side> = lines
            .standing
            .iter()
            .map(|line| of(line, false))
            .chain(standing_borders.iter().map(|line| of(line, true)))
            .collect();
        self.crossings.clear();
        for a in &lying {
            for b in &standing {
                self.crossings.push(crossing(a, b));
            }
        }
        self.spans.clear();
        self.spans
            .resize(lying.len() * standing.len() * standing.len(), None);
        // In the middle of the picture: lines that meet within it are no opposite sides.
        let height_of = |side: &Side| {
            let line = side.line;
            line.y + (width / 2.0 - line.x) * line.dy / line.dx.max(0.5)
        };
        let heights: Vec<f32> = lying.iter().map(height_of).collect();
        for top in 0..lying.len() {
            for bottom in 0..lying.len() {
                let both = lying[top].border && lying[bottom].border;
                if both || heights[bottom] - heights[top] < SHORTEST / 2.0 {
                    continue;
                }
                self.gather(&standing, top, bottom);
                self.pair(&lying, &standing, (top, bottom), (width, height), expected);
            }
        }
    }

    /// The standing lines that may be the left or the right side between these two.
    fn gather(&mut self, standing: &[Side], top: usize, bottom: usize) {
        let count = standing.len();
        self.lefts.clear();
        self.rights.clear();
        for (side, stands) in standing.iter().enumerate() {
            let (Some(upper), Some(lower)) = (
                &self.crossings[top * count + side],
                &self.crossings[bottom * count + side],
            ) else {
                continue;
            };
            let left = upper.arms[0] > LEAST_CORNER && lower.arms[3] > LEAST_CORNER;
            let right = upper.arms[1] > LEAST_CORNER && lower.arms[2] > LEAST_CORNER;
            if lower.at.1 - upper.at.1 < SHORTEST || !(left || right) {
                continue;
            }
            let Some(support) = support(stands, upper.at.1, lower.at.1) else {
                continue;
            };
            let upright = |corners: [usize; 2]| Upright {
                side,
                top: *upper,
                bottom: *lower,
                support,
                worth: Upright::worth(upper, lower, corners, support),
            };
            if left {
                self.lefts.push(upright([0, 3]));
            }
            if right {
                self.rights.push(upright([1, 2]));
            }
        }
    }

    /// All left and right sides between these two.
    fn pair(
        &mut self,
        lying: &[Side],
        standing: &[Side],
        (top, bottom): (usize, usize),
        size: (f32, f32),
        expected: Expected,
    ) {
        let count = standing.len();
        let (lefts, rights) = (
            std::mem::take(&mut self.lefts),
            std::mem::take(&mut self.rights),
        );
        for left in &lefts {
            let borders = lying[top].border || lying[bottom].border || standing[left.side].border;
            for right in &rights {
                let cut = borders || standing[right.side].border;
                if left.bound(right, cut) < self.floor(cut) {
                    continue;
                }
                let over = (left.top.at.0, right.top.at.0);
                let under = (left.bottom.at.0, right.bottom.at.0);
                let lengths = (over.1 - over.0, under.1 - under.0);
                if lengths.0 < SHORTEST || lengths.1 < SHORTEST || !alike(lengths.0, lengths.1) {
                    continue;
                }
                let high = |upright: &Upright| upright.bottom.at.1 - upright.top.at.1;
                if !alike(high(left), high(right)) {
                    continue;
                }
                let mut span = |line: usize, ends: (f32, f32)| {
                    let known = &mut self.spans[(line * count + left.side) * count + right.side];
                    *known.get_or_insert_with(|| support(&lying[line], ends.0, ends.1))
                };
                let (Some(upper), Some(lower)) = (span(top, over), span(bottom, under)) else {
                    continue;
                };
                let four = Four {
                    sides: [
                        &lying[top],
                        &standing[right.side],
                        &lying[bottom],
                        &standing[left.side],
                    ],
                    right,
                    left,
                    lying: [upper, lower],
                };
                if let Some(found) = four.judge(size, self.floor(cut), expected) {
                    self.keep(found);
                }
            }
        }
        (self.lefts, self.rights) = (lefts, rights);
    }

    fn floor(&self, cut: bool) -> f32 {
        let (kept, most) = if cut {
            (&self.cut, CUT)
        } else {
            (&self.best, CLOSELY)
        };
        kept.get(most - 1).map_or(LEAST, |last| last.score)
    }

    fn keep(&mut self, found: Candidate) {
        let (kept, most) = if found.cut {
            (&mut self.cut, CUT)
        } else {
            (&mut self.best, CLOSELY)
        };
        let near = |a: &Quad, b: &Quad| {
            a.0.iter()
                .zip(&b.0)
                .all(|(a, b)| (a.x - b.x).abs() + (a.y - b.y).abs() < 2.5)
        };
        if let Some(twin) = kept.iter().position(|other| near(&other.quad, &found.quad)) {
            if found.score <= kept[twin].score {
                return;
            }
            kept.remove(twin);
        }
        let place = kept.partition_point(|other| other.score >= found.score);
        kept.insert(place, found);
        kept.truncate(most);
    }
}

fn crossing(lying: &Side, standing: &Side) -> Option<Crossing> {
    let (a, b) = (lying.line, standing.line);
    let at = a.crossing(b).zip(b.crossing(a))?;
    let (x, y) = a.at(at.0);
    let found = Crossing {
        point: Point { x, y },
        at,
        arms: [BORDER; 4],
    };
    if lying.border && standing.border {
        return Some(found);
    }
    // What lies outside the picture is neither for it nor against it.
    let arm = |side: &Side, from: f32, to: f32| {
        if side.border {
            return BORDER;
        }
        let (low, high) = (
            from.max(side.line.from as f32),
            to.min(side.line.to() as f32),
        );
        if high - low < 8.0 {
            return 0.3;
        }
        side.line.sum(low, high).abs() / (high - low)
    };
    // Rounded corners have no edge on the line.
    let both = |side: &Side, t: f32| {
        [
            arm(side, t - ARM - 4.0, t - 4.0),
            arm(side, t + 4.0, t + ARM + 4.0),
        ]
    };
    let [to_left, to_right] = both(lying, at.0);
    let [up, down] = both(standing, at.1);
    Some(Crossing {
        arms: [to_right + down, to_left + down, to_left + up, to_right + up],
        ..found
    })
}
