//! A page's sides to a fraction of a pixel, in the picture as it is.

use crate::{
    Gray,
    plane::{Point, Quad},
};

/// How closely sides are looked at.
#[derive(Clone, Copy, Debug)]
pub struct Care {
    /// Pieces of a side that are measured each by itself: up to 32.
    pub pieces: usize,
    /// Places along a piece that are averaged.
    pub places: usize,
    /// Offsets across a side that are looked at: up to 65, and odd.
    pub offsets: usize,
}

/// For many candidates.
pub const QUICK: Care = Care {
    pieces: 14,
    places: 3,
    offsets: 19,
};
/// For the one.
pub const FINE: Care = Care {
    pieces: 32,
    places: 6,
    offsets: 33,
};
/// Most of each.
const PIECES: usize = 32;
pub const OFFSETS: usize = 65;
/// A side may be turned by so many steps from end to end.
const TURN: i32 = 4;
/// One place counts no more than so many levels a step: neither print nor a scratch moves a side.
const MOST: f32 = 12.0;
/// What is nearer to the page's inside wins with this share of the best: beyond the edge lies its shadow, which often
/// ends in a plainer edge than it begins.
const INNER: f32 = 0.7;
/// So many pixels beside an edge, in a picture of 480 rows, it is no longer as steep.
const APART: f32 = 2.4;

/// Moves the sides to where the page ends within `reach` pixels; sides that show nothing stay, and those that are
/// settled.
#[must_use]
pub fn refit(picture: &Gray, quad: &Quad, reach: f32, care: Care, settled: [bool; 4]) -> Quad {
    moved(quad, 3.0 * reach + 2.0, |n, from, to| {
        if settled[n] {
            return None;
        }
        side(picture, from, to, reach, care)
    })
}

/// The quadrilateral of moved sides; the old one where a corner would come to lie farther away than `most`.
pub fn moved(
    quad: &Quad,
    most: f32,
    mut side: impl FnMut(usize, Point, Point) -> Option<(Point, Point)>,
) -> Quad {
    let lines: [(Point, Point); 4] = std::array::from_fn(|n| {
        let (from, to) = (quad.0[n], quad.0[(n + 1) % 4]);
        side(n, from, to).unwrap_or((from, to))
    });
    let corner = |n: usize| crossing(&lines[(n + 3) % 4], &lines[n]).unwrap_or(quad.0[n]);
    let moved = Quad(std::array::from_fn(corner));
    let far = moved
        .0
        .iter()
        .zip(&quad.0)
        .any(|(a, b)| (a.x - b.x).hypot(a.y - b.y) > most);
    if far { *quad } else { moved }
}

fn crossing(a: &(Point, Point), b: &(Point, Point)) -> Option<Point> {
    let (ax, ay) = (a.1.x - a.0.x, a.1.y - a.0.y);
    let (bx, by) = (b.1.x - b.0.x, b.1.y - b.0.y);
    let cross = ax * by - ay * bx;
    if cross.abs() < 1e-3 {
        return None;
    }
    let t = ((b.0.x - a.0.x) * by - (b.0.y - a.0.y) * bx) / cross;
    Some(Point {
        x: a.0.x + t * ax,
        y: a.0.y + t * ay,
    })
}

/// The tone at a place, between four pixels; None outside.
#[must_use]
pub fn tone(picture: &Gray, x: f32, y: f32) -> Option<f32> {
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    let (x, y) = (x - 0.5, y - 0.5);
    if !(x >= 0.0 && y >= 0.0) {
        return None;
    }
    let (left, top) = (x as usize, y as usize);
    if left + 1 >= width || top + 1 >= height {
        return None;
    }
    let (part_x, part_y) = (x - left as f32, y - top as f32);
    let at = top * width + left;
    let pixels = picture.pixels();
    let upper = &pixels[at..at + 2];
    let lower = &pixels[at + width..at + width + 2];
    let mix = |pair: &[u8]| f32::from(pair[0]) * (1.0 - part_x) + f32::from(pair[1]) * part_x;
    Some(mix(upper) * (1.0 - part_y) + mix(lower) * part_y)
}

/// Tones across a side: for each piece along it, from outside to inside.
pub struct Profile {
    tones: [[f32; OFFSETS]; PIECES],
    seen: [bool; PIECES],
    step: f32,
    /// Of the picture, by one of 480 rows.
    scale: f32,
    care: Care,
}

fn side(picture: &Gray, from: Point, to: Point, reach: f32, care: Care) -> Option<(Point, Point)> {
    let length = (to.x - from.x).hypot(to.y - from.y);
    if length < 24.0 {
        return None;
    }
    let step = reach / ((care.offsets / 2) as f32 - 4.0);
    let profile = profile(picture, from, to, step, care);
    let (place, sign) = profile.edge()?;
    Some(shifted(from, to, profile.line(place, sign)))
}

/// A side moved inward by so many pixels at its beginning, and by so many more at its end.
pub fn shifted(from: Point, to: Point, (shift, more): (f32, f32)) -> (Point, Point) {
    let length = (to.x - from.x).hypot(to.y - from.y).max(1.0);
    // Clockwise with y down: inside is to the right of the way, which is (-dy, dx).
    let (nx, ny) = ((from.y - to.y) / length, (to.x - from.x) / length);
    let at = |point: Point, by: f32| Point {
        x: point.x + nx * by,
        y: point.y + ny * by,
    };
    (at(from, shift), at(to, shift + more))
}

/// Looks across a side in steps of so many pixels.
pub fn profile(picture: &Gray, from: Point, to: Point, step: f32, care: Care) -> Profile {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let length = dx.hypot(dy);
    let (nx, ny) = (-dy / length, dx / length);
    let mut tones = [[0.0; OFFSETS]; PIECES];
    let mut seen = [true; PIECES];
    let piece = 0.9 / care.pieces as f32;
    let places = care.places.min((piece * length) as usize).max(2);
    for n in 0..care.pieces {
        for place in 0..places {
            let t = 0.05 + piece * (n as f32 + (place as f32 + 0.5) / places as f32);
            for (at, sum) in tones[n][..care.offsets].iter_mut().enumerate() {
                let offset = (at as f32 - (care.offsets / 2) as f32) * step;
                match tone(
                    picture,
                    from.x + dx * t + nx * offset,
                    from.y + dy * t + ny * offset,
                ) {
                    Some(tone) => *sum += tone / places as f32,
                    None => seen[n] = false,
                }
            }
        }
    }
    Profile {
        tones,
        seen,
        step,
        scale: (picture.width().min(picture.height()) as f32 / 480.0).max(0.5),
        care,
    }
}

impl Profile {
    /// How far along the side the middle of a piece lies, 0 to 1.
    pub fn along(&self, n: usize) -> f32 {
        0.05 + 0.9 * (n as f32 + 0.5) / self.care.pieces as f32
    }

    pub fn pieces(&self) -> impl Iterator<Item = (usize, &[f32; OFFSETS])> {
        let seen = |n: &usize| self.seen[*n];
        (0..self.care.pieces)
            .filter(seen)
            .map(|n| (n, &self.tones[n]))
    }

    /// Where the page ends: the offset in the middle, and by how much it changes from end to end, in steps; and whether
    /// it gets lighter inward (1), darker (-1), or both ways (0).
    fn edge(&self) -> Option<((f32, f32), f32)> {
        let amount = self.pieces().count();
        if amount < self.care.pieces / 4 {
            return None;
        }
        let (offsets, half) = (self.care.offsets, self.care.offsets / 2);
        let apart = (APART * self.scale / self.step).round() as usize;
        let last = offsets - 5;
        let mut best = [(0.0_f32, 0.0_f32, 0_i32); OFFSETS];
        for turn in -TURN..=TURN {
            let sums = self.sums(turn);
            // What goes on as steep on both sides is the light on a page that bends, and no edge of it.
            for at in 5..last {
                let sum = sums[at];
                let (out, within) = (
                    sums[at.saturating_sub(apart).max(3)],
                    sums[(at + apart).min(offsets - 4)],
                );
                let lasting = (out * sum.signum()).min(within * sum.signum()).max(0.0);
                let size = sum.abs() - lasting;
                if size > best[at].0 {
                    best[at] = (size, sum, turn);
                }
            }
        }
        let size = |at: usize| best[at].0;
        let most = (5..last).map(size).fold(0.0, f32::max);
        // Noise of 9 levels after averaging comes to less than a third of a level a step.
        if most < 0.35 * amount as f32 {
            return None;
        }
        let at = (5..last).rev().find(|at| {
            size(*at) >= INNER * most && size(*at) >= size(at - 1) && size(*at) >= size(at + 1)
        })?;
        let (_, sum, turn) = best[at];
        Some(((at as f32 - half as f32, turn as f32), sum.signum()))
    }

    /// How much lighter it gets inward at each offset, over all pieces of a side that is turned so.
    fn sums(&self, turn: i32) -> [f32; OFFSETS] {
        let mut sums = [0.0_f32; OFFSETS];
        for (n, tones) in self.pieces() {
            let by = (turn as f32 * (self.along(n) - 0.5)).round() as i32;
            for (at, sum) in sums
                .iter_mut()
                .enumerate()
                .take(self.care.offsets - 3)
                .skip(3)
            {
                let here = (at as i32 + by) as usize;
                *sum += ((tones[here + 1] - tones[here - 1]) / 2.0).clamp(-MOST, MOST);
            }
        }
        sums
    }

    /// The line (offset at its beginning, and by how much it changes, in pixels) through the steepest places near.
    fn line(&self, (middle, turn): (f32, f32), sign: f32) -> (f32, f32) {
        let mut found = [(0.0, 0.0, 0.0); PIECES];
        let mut amount = 0;
        for (n, tones) in self.pieces() {
            let t = self.along(n);
            let expected = (self.care.offsets / 2) as f32 + middle + turn * (t - 0.5);
            let rise = |at: usize| sign * (tones[at + 1] - tones[at - 1]);
            let low = (expected - 3.0).max(2.0) as usize;
            let high = ((expected + 3.5) as usize).min(self.care.offsets - 3);
            let mut best = (0, 0.0);
            for at in low..=high {
                let here = rise(at) + 0.5 * (rise(at - 1) + rise(at + 1));
                if here > best.1 {
                    best = (at, here);
                }
            }
            if best.1 < 1.5 {
                continue;
            }
            let at = best.0;
            let (a, b, c) = (rise(at - 1), rise(at), rise(at + 1));
            let bend = a - 2.0 * b + c;
            let part = if bend < -1e-3 {
                (0.5 * (a - c) / bend).clamp(-1.0, 1.0)
            } else {
                0.0
            };
            let offset = (at as f32 - (self.care.offsets / 2) as f32 + part) * self.step;
            found[amount] = (t, offset, best.1.min(40.0));
            amount += 1;
        }
        let rough = ((middle - turn / 2.0) * self.step, turn * self.step);
        consent(&found[..amount], 0.35 * self.step + 0.45).unwrap_or(rough)
    }
}

/// The line (shift, slope) that most of the pieces (place, offset, weight) agree on within `room`.
fn consent(found: &[(f32, f32, f32)], room: f32) -> Option<(f32, f32)> {
    if found.len() < 4 {
        return None;
    }
    let apart = found.len() / 3;
    let mut best = (0.0, 0.0, 0.0);
    for (n, a) in found.iter().enumerate() {
        for b in &found[(n + apart).min(found.len())..] {
            let slope = (b.1 - a.1) / (b.0 - a.0).max(1e-3);
            let shift = a.1 - slope * a.0;
            let near = |piece: &&(f32, f32, f32)| (piece.1 - shift - slope * piece.0).abs() < room;
            let sum: f32 = found.iter().filter(near).map(|piece| piece.2.sqrt()).sum();
            if sum > best.0 {
                best = (sum, shift, slope);
            }
        }
    }
    let (_, mut shift, mut slope) = best;
    for _ in 0..3 {
        let (mut w, mut wt, mut wo, mut wtt, mut wto) = (0.0_f32, 0.0, 0.0, 0.0, 0.0);
        for (t, offset, weight) in found {
            let off = (offset - shift - slope * t) / (2.0 * room);
            let weight = weight.sqrt() * (1.0 - off * off).max(0.0);
            w += weight;
            wt += weight * t;
            wo += weight * offset;
            wtt += weight * t * t;
            wto += weight * t * offset;
        }
        let spread = w * wtt - wt * wt;
        if spread.abs() < 1e-6 || w <= 0.0 {
            return None;
        }
        slope = (w * wto - wt * wo) / spread;
        shift = (wo - slope * wt) / w;
    }
    (shift.is_finite() && slope.is_finite()).then_some((shift, slope))
}
