//! Where two pages of a booklet meet: no edge, but the bottom of a valley in which light fades from both sides.

use super::refit::{Care, OFFSETS, moved, profile, shifted};
use crate::{
    Gray,
    plane::{Point, Quad},
};

const CARE: Care = Care {
    pieces: 16,
    places: 4,
    offsets: OFFSETS,
};
/// Pixels a step in a picture of 480 rows.
const STEP: f32 = 0.8;
/// Steps that each slope of a valley is followed; no lens blurs an edge so far.
const SLOPE: usize = 12;
/// A side may be turned by so many steps from end to end.
const TURN: i32 = 12;
/// Levels that a valley is deep over these steps.
const LEAST: f32 = 4.0;
/// What each quarter of a slope makes up of its rise: what rises at once is an edge, and what fades slower and slower a
/// shadow beside it, of which a fold may have one too.
const OUTER: std::ops::Range<f32> = 0.06..0.7;
const INNER: std::ops::Range<f32> = 0.13..0.42;
/// Nowhere is a slope so many times steeper than on the whole.
const STEEP: f32 = 2.0;
/// One piece counts no more than so many levels a step: print beside a fold is no slope of it.
const MOST: f32 = 6.0;

/// Moves sides that lie beside the bottom of a fold into it, and says which.
pub fn settle(picture: &Gray, quad: &Quad) -> (Quad, [bool; 4]) {
    let step = STEP * (picture.width().min(picture.height()) as f32 / 480.0).max(0.5);
    let mut settled = [false; 4];
    let mut quad = *quad;
    // The first time a side may have been too far off to be seen along its whole length.
    for _ in 0..2 {
        quad = moved(&quad, 40.0 * step, |n, from, to| {
            let found = bottom(picture, from, to, step);
            settled[n] = found.is_some();
            found
        });
    }
    (quad, settled)
}

fn bottom(picture: &Gray, from: Point, to: Point, step: f32) -> Option<(Point, Point)> {
    if (to.x - from.x).hypot(to.y - from.y) < 24.0 {
        return None;
    }
    let profile = profile(picture, from, to, step, CARE);
    let amount = profile.pieces().count();
    if amount < CARE.pieces / 2 {
        return None;
    }
    let mut best = (LEAST * amount as f32, 0, 0.0);
    // A step seen along a side that is turned looks like a slope: it shows at the turn where it is steepest.
    let mut steepest = [0.0_f32; OFFSETS];
    for turn in (-TURN..=TURN).step_by(2) {
        let room = (TURN / 2 + 1) as usize;
        // The tone at each offset beyond that at the first.
        let mut sums = [0.0_f32; OFFSETS];
        for (n, tones) in profile.pieces() {
            let by = (turn as f32 * (profile.along(n) - 0.5)).round() as i32;
            let mut sum = 0.0;
            let inner = sums.iter_mut().enumerate().take(OFFSETS - room).skip(room);
            for (at, all) in inner {
                let here = (at as i32 + by) as usize;
                sum += (tones[here] - tones[here - 1]).clamp(-MOST, MOST);
                *all += sum;
            }
        }
        for (at, steepest) in steepest.iter_mut().enumerate().skip(room) {
            *steepest = steepest.max((sums[at] - sums[at - 1]).abs());
        }
        for at in room + SLOPE..OFFSETS - room - SLOPE {
            let part = |from: usize| sums[from + SLOPE / 4] - sums[from];
            let depth = (sums[at - SLOPE] - sums[at]).min(sums[at + SLOPE] - sums[at]);
            let whole = [sums[at - SLOPE] - sums[at], sums[at + SLOPE] - sums[at]];
            let even = (0..4).all(|n| {
                let outer = -part(at - (n + 1) * SLOPE / 4) / whole[0];
                let inner = part(at + n * SLOPE / 4) / whole[1];
                OUTER.contains(&outer) && INNER.contains(&inner)
            });
            if best.0 < depth && even {
                best = (depth, at, turn as f32);
            }
        }
    }
    let (depth, at, turn) = best;
    let near = &steepest[at.saturating_sub(SLOPE / 2)..at + SLOPE / 2];
    let plain = near.iter().copied().fold(0.0, f32::max) * SLOPE as f32 > STEEP * depth;
    let middle = at as f32 - (OFFSETS / 2) as f32;
    (LEAST * (amount as f32) < depth && !plain)
        .then(|| shifted(from, to, ((middle - turn / 2.0) * step, turn * step)))
}
