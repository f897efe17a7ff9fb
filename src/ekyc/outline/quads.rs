//! Which four lines are the sides of a page.

use super::{
    edges::Edges,
    lines::{Line, Lines},
};
use crate::plane::{Point, Quad, seen};

/// What four lines are worth as a page, in the reduced copy.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Candidate {
    pub quad: Quad,
    /// Top, right, bottom, left: lighter inside than outside.
    pub lighter: [bool; 4],
    /// How much speaks for it; a page without doubt has 2.
    pub score: f32,
    /// The picture's own border stands for one or two sides.
    pub cut: bool,
}

/// Sides of known documents: passports, A4 and its kin are 1.414 to 1.42, cards 1.586; licenses and letters lie between.
const ASPECTS: [f32; 3] = [std::f32::consts::SQRT_2, 1.4205, 1.5858];
/// A mistaken aspect of 6 % is what an unknown focal length does at usual tilts.
const ASPECT_ROOM: f32 = 0.06;
/// Cosine of the corners' angle that an unknown focal length does.
const SKEW_ROOM: f32 = 0.09;
/// Sides shorter than this, in pixels of the reduced copy, are no document that anybody could read.
const SHORTEST: f32 = 34.0;
/// What the picture's border is worth as a side: less than any true one.
const BORDER: f32 = 0.62;

/// The crossing of a lying and a standing line: steps along each.
type Crossing = Option<(f32, f32)>;

struct Side<'a> {
    line: &'a Line,
    border: bool,
}

/// What is looked for, kept for its memory only.
#[derive(Clone, Debug, Default)]
pub struct Quads {
    pub best: Vec<Candidate>,
    crossings: Vec<Crossing>,
}

impl Quads {
    /// The few best, best first.
    pub fn find(&mut self, edges: &Edges, lines: &Lines) {
        self.best.clear();
        let (width, height) = (edges.width as f32, edges.height as f32);
        let level = |y: f32| Line {
            x: 0.0,
            y,
            dx: 1.0,
            dy: 0.0,
            ..Line::default()
        };
        let upright = |x: f32| Line {
            x,
            y: 0.0,
            dx: 0.0,
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
                let pair = a.line.crossing(b.line).zip(b.line.crossing(a.line));
                self.crossings.push(pair);
            }
        }
        let count = standing.len();
        for top in 0..lying.len() {
            for bottom in 0..lying.len() {
                if top == bottom || (lying[top].border && lying[bottom].border) {
                    continue;
                }
                for left in 0..count {
                    let (Some(a), Some(d)) = (
                        self.crossings[top * count + left],
                        self.crossings[bottom * count + left],
                    ) else {
                        continue;
                    };
                    if d.1 - a.1 < SHORTEST {
                        continue;
                    }
                    for right in 0..count {
                        let (Some(b), Some(c)) = (
                            self.crossings[top * count + right],
                            self.crossings[bottom * count + right],
                        ) else {
                            continue;
                        };
                        if b.0 - a.0 < SHORTEST || c.0 - d.0 < SHORTEST || c.1 - b.1 < SHORTEST {
                            continue;
                        }
                        let sides = [
                            &lying[top],
                            &standing[right],
                            &lying[bottom],
                            &standing[left],
                        ];
                        let spans = [(a.0, b.0), (b.1, c.1), (d.0, c.0), (a.1, d.1)];
                        if let Some(found) = judge(&sides, &spans, (width, height), self.floor()) {
                            self.keep(found);
                        }
                    }
                }
            }
        }
    }

    fn floor(&self) -> f32 {
        if self.best.len() < 4 {
            0.6
        } else {
            self.best[3].score
        }
    }

    fn keep(&mut self, found: Candidate) {
        let near = |a: &Quad, b: &Quad| {
            a.0.iter()
                .zip(&b.0)
                .all(|(a, b)| (a.x - b.x).abs() + (a.y - b.y).abs() < 4.0)
        };
        if let Some(twin) = self
            .best
            .iter_mut()
            .find(|kept| near(&kept.quad, &found.quad))
        {
            if found.score > twin.score {
                *twin = found;
            }
        } else {
            self.best.push(found);
        }
        self.best.sort_by(|a, b| b.score.total_cmp(&a.score));
        self.best.truncate(4);
    }
}

fn judge(
    sides: &[&Side; 4],
    spans: &[(f32, f32); 4],
    size: (f32, f32),
    floor: f32,
) -> Option<Candidate> {
    let borders = sides.iter().filter(|side| side.border).count();
    if borders > 2 {
        return None;
    }
    let (mut sum, mut least, mut beyond) = (0.0, 1.0_f32, 0.0);
    let mut lighter = [false; 4];
    let mut agree = 0;
    for (n, (side, (from, to))) in sides.iter().zip(spans).enumerate() {
        if side.border {
            sum += BORDER;
            least = least.min(BORDER);
            continue;
        }
        let line = side.line;
        let (first, last) = (
            line.from as f32,
            line.from as f32 + line.left.len() as f32 - 1.0,
        );
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
        let (left, right) = line.support(low, high);
        let share = ((left.max(right) + 0.5 * left.min(right)) / visible).min(1.0);
        if share < 0.3 {
            return None;
        }
        sum += share;
        least = least.min(share);
        // Inside is to the left (down) of the top side, and of the right side (toward smaller x).
        lighter[n] = if n == 0 || n == 1 {
            left >= right
        } else {
            right >= left
        };
        agree += i32::from(lighter[n]);
        let more = (0.14 * length).max(7.0);
        for (low, high) in [(from - more, from - 3.0), (to + 3.0, to + more)] {
            let (low, high) = (low.max(first), high.min(last));
            if high - low > 2.0 {
                let (left, right) = line.support(low, high);
                beyond += left.max(right) / (high - low) / 8.0;
            }
        }
    }
    let supported = 0.3 * sum + 0.8 * least - 1.0 * beyond;
    if supported < floor - 0.06 {
        return None;
    }
    let corner = |n: usize, t: f32| {
        let line = sides[n].line;
        Point {
            x: line.x + line.dx * t,
            y: line.y + line.dy * t,
        }
    };
    let quad = Quad([
        corner(0, spans[0].0),
        corner(0, spans[0].1),
        corner(2, spans[2].1),
        corner(2, spans[2].0),
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
    let mut score = supported + 0.35 * share.min(1.0).ln() + 0.025 * (2 * agree - 4).abs() as f32;
    score -= if borders > 0 {
        0.22 + 0.1 * borders as f32
    } else {
        misshapen(&quad, size)?
    };
    (score > floor).then_some(Candidate {
        quad,
        lighter,
        score,
        cut: borders > 0,
    })
}

/// What is to be taken off for being no rectangle of a known aspect: 0 to 0.9.
fn misshapen(quad: &Quad, size: (f32, f32)) -> Option<f32> {
    let lie = quad.lie(size.0, size.1)?;
    let long = lie.aspect.max(1.0 / lie.aspect).ln();
    let away = ASPECTS
        .iter()
        .map(|known| (long - known.ln()).abs())
        .fold(f32::MAX, f32::min);
    let off = |value: f32, room: f32| 1.0 - (-(value / room).powi(2) / 2.0).exp();
    let steep = ((lie.tilt - 40.0) / 20.0).clamp(0.0, 1.0);
    Some(0.45 * off(away, ASPECT_ROOM) + 0.45 * off(lie.skew, SKEW_ROOM) + 0.3 * steep)
}

/// The data page where `book` is an open passport: two pages of the same size one over the other, with a fold from
/// side to side between them.
#[must_use]
pub fn lower_page(book: &Candidate, lying: &[Line], edges: &Edges) -> Option<Candidate> {
    let lie = book.quad.lie(edges.width as f32, edges.height as f32)?;
    if !(1.25..1.6).contains(&(1.0 / lie.aspect)) {
        return None;
    }
    let matrix = book.quad.from_unit()?;
    let (left, right) = (seen(&matrix, 0.0, 0.5), seen(&matrix, 1.0, 0.5));
    let room = 0.035 * (edges.width.max(edges.height)) as f32;
    let fold = lying.iter().find_map(|line| {
        let along = |p: Point| (p.x - line.x) * line.dx + (p.y - line.y) * line.dy;
        let off = |p: Point| (p.y - line.y) * line.dx - (p.x - line.x) * line.dy;
        let near = off(left).abs() < room && off(right).abs() < room;
        let (from, to) = (along(left), along(right));
        let share = |low: f32, high: f32| {
            let (a, b) = line.support(from + low * (to - from), from + high * (to - from));
            (a + b) / ((high - low) * (to - from)).max(1.0)
        };
        // A fold goes from edge to edge; a line of print does not.
        let full =
            near && share(0.02, 0.98) > 0.8 && share(0.02, 0.12) > 0.6 && share(0.88, 0.98) > 0.6;
        let at = |t: f32| Point {
            x: line.x + line.dx * t,
            y: line.y + line.dy * t,
        };
        let (a, b) = line.support(from, to);
        full.then(|| (at(from), at(to), a >= b))
    })?;
    let [_, _, bottom_right, bottom_left] = book.quad.0;
    let mut lighter = book.lighter;
    lighter[0] = fold.2;
    let quad = Quad([fold.0, fold.1, bottom_right, bottom_left]);
    Some(Candidate {
        quad,
        lighter,
        ..*book
    })
}
