//! A page's sides to a fraction of a pixel, in the picture as it is.

use crate::{
    Gray,
    plane::{Point, Quad},
};

/// Pieces of a side that are measured each by itself.
const PIECES: usize = 32;
/// Places along a piece that are averaged.
const PLACES: usize = 7;

/// Moves the sides to where the tone changes most within `reach` pixels; sides that show nothing stay.
///
/// `lighter` says of each side (top, right, bottom, left) whether inside is lighter.
#[must_use]
pub fn refit(picture: &Gray, quad: &Quad, lighter: &[bool; 4], reach: f32) -> Quad {
    let lines: [(Point, Point); 4] = std::array::from_fn(|n| {
        let (from, to) = (quad.0[n], quad.0[(n + 1) % 4]);
        side(picture, from, to, lighter[n], reach).unwrap_or((from, to))
    });
    let corner = |n: usize| crossing(&lines[(n + 3) % 4], &lines[n]).unwrap_or(quad.0[n]);
    let moved = Quad(std::array::from_fn(corner));
    let far = moved
        .0
        .iter()
        .zip(&quad.0)
        .any(|(a, b)| (a.x - b.x).hypot(a.y - b.y) > 3.0 * reach + 2.0);
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

fn side(
    picture: &Gray,
    from: Point,
    to: Point,
    lighter: bool,
    reach: f32,
) -> Option<(Point, Point)> {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let length = dx.hypot(dy);
    if length < 24.0 {
        return None;
    }
    let (dx, dy) = (dx / length, dy / length);
    // Clockwise with y down: inside is to the right of the way, which is (-dy, dx).
    let sign = if lighter { 1.0 } else { -1.0 };
    let (nx, ny) = (-dy * sign, dx * sign);
    let step = (reach / 8.0).max(0.75);
    let half = (reach / step).ceil() as i32 + 1;
    let count = (2 * half + 1) as usize;
    let mut profile = [0.0_f32; 64];
    let count = count.min(profile.len());
    let piece = 0.9 * length / PIECES as f32;
    let places = PLACES.min(piece as usize).max(2);
    let mut found: [(f32, f32, f32); PIECES] = [(0.0, 0.0, 0.0); PIECES];
    let mut amount = 0;
    for n in 0..PIECES {
        let start = 0.05 * length + n as f32 * piece;
        profile[..count].fill(0.0);
        let mut outside = false;
        for place in 0..places {
            let t = start + (place as f32 + 0.5) * piece / places as f32;
            for (at, sum) in profile[..count].iter_mut().enumerate() {
                let offset = (at as i32 - half) as f32 * step;
                match tone(
                    picture,
                    from.x + dx * t + nx * offset,
                    from.y + dy * t + ny * offset,
                ) {
                    Some(tone) => *sum += tone,
                    None => outside = true,
                }
            }
        }
        if outside {
            continue;
        }
        let rise = |at: usize| profile[at + 1] - profile[at - 1];
        let mut best = (0, 0.0);
        for at in 2..count - 2 {
            let here = rise(at) + 0.5 * (rise(at - 1) + rise(at + 1));
            if here > best.1 {
                best = (at, here);
            }
        }
        if best.1 < 2.0 * places as f32 {
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
        let offset = ((at as i32 - half) as f32 + part) * step;
        found[amount] = (
            start + piece / 2.0,
            offset,
            best.1.min(40.0 * places as f32),
        );
        amount += 1;
    }
    let (shift, slope) = consent(&found[..amount], 0.35 * step + 0.45)?;
    let at = |t: f32| {
        let offset = shift + slope * t;
        Point {
            x: from.x + dx * t + nx * offset,
            y: from.y + dy * t + ny * offset,
        }
    };
    Some((at(0.0), at(length)))
}

/// The line (shift, slope) that most of the pieces (place, offset, weight) agree on within `room`.
fn consent(found: &[(f32, f32, f32)], room: f32) -> Option<(f32, f32)> {
    if found.len() < PIECES / 4 {
        return None;
    }
    let apart = found.len() / 3;
    let mut best = (0.0, 0.0, 0.0);
    for (n, a) in found.iter().enumerate() {
        for b in &found[(n + apart).min(found.len())..] {
            let slope = (b.1 - a.1) / (b.0 - a.0).max(1.0);
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
        if spread.abs() < 1e-3 || w <= 0.0 {
            return None;
        }
        slope = (w * wto - wt * wo) / spread;
        shift = (wo - slope * wt) / w;
    }
    (shift.is_finite() && slope.abs() < 0.2).then_some((shift, slope))
}
