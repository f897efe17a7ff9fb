//! A close look at a candidate: what lies beside its sides, within and without.

use super::{quads::Candidate, slopes::Slopes};
use crate::plane::Point;

/// What is seen of a candidate, each about from -1 to 3.
pub const SIGHTS: usize = 28;
/// Places along a side.
const PLACES: usize = 28;
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
    ]
}

fn beside(slopes: &Slopes, from: Point, to: Point) -> Beside {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let length = dx.hypot(dy).max(1.0);
    // Clockwise with y down: inside is to the right of the way.
    let (nx, ny) = (-dy / length, dx / length);
    let mut near = [0.0_f32; PLACES];
    let mut inner = [0.0_f32; PLACES];
    let mut outer = [0.0_f32; PLACES];
    let (mut n, mut far) = (0, 0.0);
    for place in 0..PLACES {
        let t = 0.06 + 0.88 * (place as f32 + 0.5) / PLACES as f32;
        let at = |by: f32| slopes.tone(from.x + dx * t + nx * by, from.y + dy * t + ny * by);
        let (Some(a), Some(b), Some(c), Some(d), Some(e), Some(f)) = (
            at(NEAR),
            at(-NEAR),
            at(FAR[0]),
            at(-FAR[0]),
            at(FAR[1]),
            at(-FAR[1]),
        ) else {
            continue;
        };
        near[n] = a - b;
        inner[n] = (a + c + e) / 3.0;
        outer[n] = (b + d + f) / 3.0;
        far += (c + e - d - f) / 2.0;
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
    }
}
