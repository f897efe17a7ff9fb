//! How blurred a picture of a page is, whatever is printed on it.

use crate::{
    Gray,
    plane::{Quad, seen},
};

/// Places across and down the page where an edge is looked for.
const PLACES: usize = 110;
/// Of the edges found the steepest of a hundred count, and there must be so many.
const STEEPEST: usize = 40;
const LEAST: usize = 40;
/// Less is noise, in levels a step.
const LEAST_SLOPE: f32 = 8.0;
/// Deviation of the blur added for comparison, in steps.
const ADDED: f32 = 1.2;
/// The pitch of print for machines in steps: fine enough to tell a good picture, coarse enough for a bad one's edges to
/// stay over the noise.
const PITCH: f32 = 9.0;
/// What the difference of tones two steps apart, each the mean of a step, adds: the variance, in steps.
const OWN: f32 = 1.0 / 3.0 + 1.0 / 12.0;

/// Deviation of the blur of edges in pixels, along the way where there is most of it; None where no edge is.
///
/// `pitch` is that of print for machines (2.54 mm) in pixels.
/// An edge of deviation s is as steep as 1/s; after a further blur of deviation a it is as steep as 1/sqrt(s² + a²).
/// The ratio of both says s, whatever the contrast (Elder and Zucker's measure).
pub fn blur(picture: &Gray, quad: &Quad, pitch: f32) -> Option<f32> {
    let step = ((pitch / PITCH).round().max(1.0) as usize).min(12);
    // A smear shows along its own way only, so that four are looked along.
    [(1, 0), (0, 1), (1, 1), (-1, 1)]
        .into_iter()
        .filter_map(|way| one_way(picture, quad, way, step))
        .max_by(f32::total_cmp)
}

fn one_way(picture: &Gray, quad: &Quad, way: (isize, isize), step: usize) -> Option<f32> {
    let matrix = quad.from_unit()?;
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    let pixels = picture.pixels();
    let room = 6 * step;
    if width <= 2 * room || height <= 2 * room {
        return None;
    }
    let weights: [f32; 7] = {
        let all: [f32; 7] =
            std::array::from_fn(|n| (-((n as f32 - 3.0) / ADDED).powi(2) / 2.0).exp());
        let sum: f32 = all.iter().sum();
        all.map(|weight| weight / sum)
    };
    // Mean tone of the square of one step that begins here.
    let block = |at: usize| {
        let row = |n: usize| {
            let line = &pixels[at + n * width..at + n * width + step];
            line.iter().map(|tone| u32::from(*tone)).sum::<u32>()
        };
        (0..step).map(row).sum::<u32>() as f32 / (step * step) as f32
    };
    let by = step as isize * (way.0 + way.1 * width as isize);
    let long = (way.0 * way.0 + way.1 * way.1) as f32;
    let mut found: Vec<(f32, f32)> = Vec::new();
    for n in 0..PLACES * PLACES {
        let u = (n % PLACES) as f32 / PLACES as f32;
        let v = (n / PLACES) as f32 / PLACES as f32;
        let place = seen(&matrix, 0.04 + 0.92 * u, 0.04 + 0.92 * v);
        let (x, y) = (place.x.max(0.0) as usize, place.y.max(0.0) as usize);
        if x < room || y < room || x + room >= width || y + room >= height {
            continue;
        }
        let first = (y * width + x).wrapping_add_signed(-4 * by);
        let tones: [f32; 9] =
            std::array::from_fn(|n| block(first.wrapping_add_signed(n as isize * by)));
        let slope = |n: usize| (tones[n + 1] - tones[n - 1]) / 2.0;
        let here = slope(4);
        // The steepest place of its edge only.
        if here.abs() < LEAST_SLOPE || here.abs() < slope(3).abs() || here.abs() < slope(5).abs() {
            continue;
        }
        let softened: f32 = (0..7).map(|n| weights[n] * slope(n + 1)).sum();
        found.push((here.abs(), (softened / here).clamp(0.05, 0.98)));
    }
    if found.len() < LEAST {
        return None;
    }
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    let count = (found.len() * STEEPEST / 100).max(LEAST);
    let mut ratios: Vec<f32> = found[..count].iter().map(|edge| edge.1).collect();
    ratios.sort_by(f32::total_cmp);
    let ratio = ratios[ratios.len() / 2];
    let all = ADDED * ADDED * ratio * ratio / (1.0 - ratio * ratio);
    Some(((all - OWN).max(0.0) * long).sqrt() * step as f32)
}
