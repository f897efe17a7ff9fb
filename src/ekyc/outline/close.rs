//! A close look at a candidate: what lies beside its sides, within and without.

use super::{
    quads::Candidate,
    slopes::{RIM, Slopes},
};
use crate::plane::Point;

/// What is seen of a candidate, each about from -1 to 3.
pub const SIGHTS: usize = 40;
/// Places along a side.
const PLACES: usize = 28;
/// Pieces of a side that speak each for itself: one may lie on another sheet, or under a hand.
const PIECES: usize = 7;
/// A piece of which both sides are so many levels apart is plain.
const PLAIN: f32 = 2.0;
/// How far from a side is looked, in pixels of the reduced copy; beyond a side's own blur.
const NEAR: f32 = 2.2;
const FAR: [f32; 2] = [4.0, 6.0];

#[derive(Clone, Copy, Debug, Default)]
struct Beside {
    /// Inside less outside, close by and farther off, in shades.
    near: f32,
    far: f32,
    /// Share of the places that have the side's sign.
    agree: f32,
    inside: f32,
    outside: f32,
    /// How much the tone changes along the side.
    rough_in: f32,
    rough_out: f32,
    /// How much the side itself differs from what is beside it: a line that is drawn does.
    drawn: f32,
    /// Inside and outside apart, in shades: in a weak piece, and in a middling one.
    weak: f32,
    middling: f32,
    /// Share of the pieces that are plain.
    plain: f32,
    /// How much of what its pieces differ is left of the whole: 1 where all differ the same way.
    same_way: f32,
}

/// Looks.
#[must_use]
pub fn look(slopes: &Slopes, candidate: &Candidate) -> [f32; SIGHTS] {
    let (q, fit) = (&candidate.quad.0, &candidate.fit);
    let sides: [Beside; 4] = std::array::from_fn(|n| beside(slopes, q[n], q[(n + 1) % 4]));
    let mean = |of: fn(&Beside) -> f32| sides.iter().map(of).sum::<f32>() / 4.0;
    let least = |of: fn(&Beside) -> f32| sides.iter().map(of).fold(f32::MAX, f32::min);
    let most = |of: fn(&Beside) -> f32| sides.iter().map(of).fold(f32::MIN, f32::max);
    let spread = |of: fn(&Beside) -> f32| {
        let middle = mean(of);
        (sides
            .iter()
            .map(|side| (of(side) - middle).powi(2))
            .sum::<f32>()
            / 4.0)
            .sqrt()
    };
    let mut support = candidate.support;
    support.sort_by(f32::total_cmp);
    let log = |shades: f32| (1.0 + shades.abs()).ln() / 2.0;
    let lighter = candidate.lighter.iter().filter(|lighter| **lighter).count() as f32;
    let area = candidate.quad.area() / (slopes.width * slopes.height) as f32;
    [
        1.0,
        2.0 * support.iter().sum::<f32>() / 4.0,
        2.0 * support[0],
        2.0 * support[1],
        candidate.beyond[0],
        candidate.beyond[1],
        candidate.beyond[2],
        2.0 * mean(|side| side.agree) - 1.0,
        2.0 * least(|side| side.agree) - 1.0,
        log(mean(|side| side.near.abs())),
        log(least(|side| side.near.abs())),
        log(mean(|side| side.far.abs())),
        log(least(|side| side.far.abs())),
        log(mean(|side| side.rough_in)),
        log(most(|side| side.rough_in)),
        log(mean(|side| side.rough_out)),
        log(least(|side| side.rough_out)),
        log(spread(|side| side.inside)),
        log(spread(|side| side.outside)),
        log(mean(|side| side.inside) - mean(|side| side.outside)),
        (fit.off + 0.03).ln() / 2.0,
        (fit.off / 8.0).min(1.0),
        fit.tilt / 30.0,
        f32::from(u8::from(fit.upright)),
        area.max(1e-3).ln() / 2.0 + 1.0,
        (lighter - 2.0).abs() - 1.0,
        log(least(|side| side.inside) - most(|side| side.outside)),
        candidate.corners.iter().fold(f32::MAX, |a, b| a.min(*b)),
        log(mean(|side| side.drawn)),
        log(most(|side| side.drawn)),
        log(mean(|side| side.weak)),
        log(least(|side| side.weak)),
        log(least(|side| side.middling)),
        2.0 * mean(|side| side.plain) - 1.0,
        2.0 * least(|side| side.plain) - 1.0,
        2.0 * mean(|side| side.same_way) - 1.0,
        log(most(|side| side.rough_out)),
        to_border(slopes, q),
        // What is known of others only is filled in later.
        0.0,
        0.0,
    ]
}

/// How far the corner nearest to a border is from it, 0 to 1 for up to 20 pixels.
fn to_border(slopes: &Slopes, corners: &[Point; 4]) -> f32 {
    let (width, height) = (slopes.width as f32, slopes.height as f32);
    let near = |p: &Point| p.x.min(p.y).min(width - p.x).min(height - p.y) - RIM as f32;
    corners.iter().map(near).fold(20.0, f32::min).max(0.0) / 20.0
}

fn beside(slopes: &Slopes, from: Point, to: Point) -> Beside {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let length = dx.hypot(dy).max(1.0);
    // Clockwise with y down: inside is to the right of the way.
    let (nx, ny) = (-dy / length, dx / length);
    let mut near = [0.0_f32; PLACES];
    let mut inner = [0.0_f32; PLACES];
    let mut outer = [0.0_f32; PLACES];
    let mut pieces = [(0.0_f32, 0.0_f32); PIECES];
    let (mut n, mut far, mut drawn) = (0, 0.0, 0.0);
    for place in 0..PLACES {
        let t = 0.06 + 0.88 * (place as f32 + 0.5) / PLACES as f32;
        let at = |by: f32| slopes.tone(from.x + dx * t + nx * by, from.y + dy * t + ny * by);
        let (Some(a), Some(b)) = (at(NEAR), at(-NEAR)) else {
            continue;
        };
        // Beyond a border that is near all goes on as it is there.
        let c = at(FAR[0]).unwrap_or(a);
        let d = at(-FAR[0]).unwrap_or(b);
        let e = at(FAR[1]).unwrap_or(c);
        let f = at(-FAR[1]).unwrap_or(d);
        near[n] = a - b;
        inner[n] = (a + c + e) / 3.0;
        outer[n] = (b + d + f) / 3.0;
        far += (c + e - d - f) / 2.0;
        drawn += at(0.0).unwrap_or(b) - (a + b) / 2.0;
        let piece = &mut pieces[place * PIECES / PLACES];
        *piece = (piece.0 + a - b, piece.1 + 1.0);
        n += 1;
    }
    if n < 6 {
        return Beside::default();
    }
    let count = n as f32;
    let mean = |of: &[f32]| of.iter().sum::<f32>() / count;
    // Light falls off slowly: what changes from place to place is print or grain.
    let rough = |of: &[f32]| {
        of.windows(2)
            .map(|pair| (pair[0] - pair[1]).abs())
            .sum::<f32>()
            / (count - 1.0)
    };
    let middle = mean(&near[..n]);
    let mut apart = pieces.map(|(sum, amount)| sum.abs() / amount.max(1.0));
    apart.sort_by(f32::total_cmp);
    let all: f32 = apart.iter().sum();
    let whole: f32 = pieces.iter().map(|piece| piece.0 / piece.1.max(1.0)).sum();
    Beside {
        near: middle,
        far: far / count,
        agree: near[..n]
            .iter()
            .filter(|step| (**step > 0.0) == (middle > 0.0))
            .count() as f32
            / count,
        inside: mean(&inner[..n]),
        outside: mean(&outer[..n]),
        rough_in: rough(&inner[..n]),
        rough_out: rough(&outer[..n]),
        drawn: (drawn / count).abs(),
        weak: apart[1],
        middling: apart[PIECES / 2],
        plain: apart.iter().filter(|apart| PLAIN < **apart).count() as f32 / PIECES as f32,
        same_way: whole.abs() / all.max(0.5),
    }
}
