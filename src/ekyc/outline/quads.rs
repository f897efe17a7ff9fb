//! Which four lines may be the sides of a page.

use super::{
    four::{BORDER, Four, Side, Upright, alike, bound, support},
    lines::{Line, Lines},
    shape::{Expected, Fit},
    slopes::Slopes,
};
use crate::plane::Quad;

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
pub const CLOSELY: usize = 64;
/// Of those that are cut only the best is told of.
const CUT: usize = 2;
/// Sides shorter than this, in pixels of the reduced copy, are no document that anybody could read.
const SHORTEST: f32 = 34.0;
/// Both arms of a corner over this length together have at least so much support.
const ARM: f32 = 26.0;
const LEAST_CORNER: f32 = 0.14;

/// Where a lying and a standing line cross: steps along each, and which corners of a page it may be.
#[derive(Clone, Copy, Debug, Default)]
struct Crossing {
    at: Option<(f32, f32)>,
    /// How well its arms are supported as the corner top left, top right, bottom right, bottom left.
    arms: [f32; 4],
}

/// What is looked for, kept for its memory only.
#[derive(Clone, Debug, Default)]
pub struct Quads {
    pub best: Vec<Candidate>,
    /// The same of pages that the picture's border cuts.
    pub cut: Vec<Candidate>,
    crossings: Vec<Crossing>,
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
        let lying_borders = [level(0.0), level(height - 1.0)];
        let standing_borders = [upright(0.0), upright(width - 1.0)];
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
        let count = standing.len();
        let (mut lefts, mut rights) = (Vec::new(), Vec::new());
        for top in 0..lying.len() {
            for bottom in 0..lying.len() {
                if top == bottom || (lying[top].border && lying[bottom].border) {
                    continue;
                }
                lefts.clear();
                rights.clear();
                for (side, stands) in standing.iter().enumerate() {
                    let (upper, lower) = (
                        &self.crossings[top * count + side],
                        &self.crossings[bottom * count + side],
                    );
                    let (Some(a), Some(b)) = (upper.at, lower.at) else {
                        continue;
                    };
                    let left = upper.arms[0] > LEAST_CORNER && lower.arms[3] > LEAST_CORNER;
                    let right = upper.arms[1] > LEAST_CORNER && lower.arms[2] > LEAST_CORNER;
                    if b.1 - a.1 < SHORTEST || !(left || right) {
                        continue;
                    }
                    let Some(support) = support(stands, a.1, b.1) else {
                        continue;
                    };
                    let upright = Upright {
                        side,
                        top: a.0,
                        bottom: b.0,
                        span: (a.1, b.1),
                        support,
                    };
                    if left {
                        lefts.push(upright);
                    }
                    if right {
                        rights.push(upright);
                    }
                }
                for left in &lefts {
                    for right in &rights {
                        let (over, under) = (right.top - left.top, right.bottom - left.bottom);
                        if over < SHORTEST || under < SHORTEST || !alike(over, under) {
                            continue;
                        }
                        let high = left.span.1 - left.span.0;
                        if !alike(high, right.span.1 - right.span.0) {
                            continue;
                        }
                        let most = bound(left, right);
                        let cut = [
                            &lying[top],
                            &lying[bottom],
                            &standing[left.side],
                            &standing[right.side],
                        ]
                        .iter()
                        .any(|side| side.border);
                        if most < self.floor(cut) {
                            continue;
                        }
                        let four = Four {
                            lying: [&lying[top], &lying[bottom]],
                            standing: [&standing[right.side], &standing[left.side]],
                            right,
                            left,
                        };
                        let size = (width, height);
                        let Some(mut found) = four.judge(size, self.floor(cut), expected) else {
                            continue;
                        };
                        let arms = |line: usize, side: usize, corner: usize| {
                            self.crossings[line * count + side].arms[corner]
                        };
                        found.corners = [
                            arms(top, left.side, 0),
                            arms(top, right.side, 1),
                            arms(bottom, right.side, 2),
                            arms(bottom, left.side, 3),
                        ];
                        self.keep(found);
                    }
                }
            }
        }
    }

    fn floor(&self, cut: bool) -> f32 {
        let (kept, most) = if cut {
            (&self.cut, CUT)
        } else {
            (&self.best, CLOSELY)
        };
        kept.get(most - 1).map_or(-1.0, |last| last.score)
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

fn crossing(lying: &Side, standing: &Side) -> Crossing {
    let (a, b) = (lying.line, standing.line);
    let Some(at) = a.crossing(b).zip(b.crossing(a)) else {
        return Crossing::default();
    };
    if lying.border && standing.border {
        return Crossing {
            at: Some(at),
            arms: [BORDER; 4],
        };
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
    Crossing {
        at: Some(at),
        arms: [to_right + down, to_left + down, to_left + up, to_right + up],
    }
}
