//! How a page is lit.

use super::Instruction;
use crate::{
    Gray,
    plane::{Quad, seen},
};

/// Places across and down a page that are looked at.
const ACROSS: usize = 96;
const DOWN: usize = 72;
/// From here on a pixel says nothing but that it was too bright; JPEG turns 255 into a little less.
const BURNT: u8 = 250;

/// A picture burnt over this share shows a page no edge of which is left: of pages that are not seen in such light at
/// least 0.88 was measured, of all others at most 0.13.
const BLIND: f32 = 0.6;
/// Where even the lightest hundredth of a picture is darker, a page may lie there unseen; desks alone are lighter.
const NIGHT: u8 = 60;

/// How a page is lit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Light {
    /// The tone that a hundredth of the page is lighter than.
    pub lightest: f32,
    /// Share of the page that is burnt out.
    pub burnt: f32,
    /// Share of the page that the largest burnt spot takes, where the page as a whole is not.
    pub spot: f32,
}

impl Light {
    /// None where the corners are no quadrilateral.
    pub(super) fn of(picture: &Gray, quad: &Quad) -> Option<Self> {
        let matrix = quad.from_unit()?;
        let (width, height) = (picture.width() as usize, picture.height() as usize);
        let tone = |at: usize| {
            let u = 0.02 + 0.96 * ((at % ACROSS) as f32 + 0.5) / ACROSS as f32;
            let v = 0.02 + 0.96 * ((at / ACROSS) as f32 + 0.5) / DOWN as f32;
            let place = seen(&matrix, u, v);
            let x = (place.x.max(0.0) as usize).min(width - 1);
            let y = (place.y.max(0.0) as usize).min(height - 1);
            picture.pixels()[y * width + x]
        };
        let tones: Vec<u8> = (0..ACROSS * DOWN).map(tone).collect();
        let mut sorted = tones.clone();
        sorted.sort_unstable();
        let burnt = tones.iter().filter(|tone| **tone >= BURNT).count() as f32 / tones.len() as f32;
        // Of a white page that is burnt all over no spot can be told.
        let median = sorted[tones.len() / 2];
        let spot = if median >= BURNT { 0 } else { largest(&tones) };
        Some(Self {
            lightest: f32::from(sorted[tones.len() * 99 / 100]),
            burnt,
            spot: spot as f32 / tones.len() as f32,
        })
    }
}

/// Why no whole page is seen in this picture, if its light is why.
pub(super) fn hides(picture: &Gray) -> Option<Instruction> {
    let pixels = picture.pixels();
    let share =
        |of: fn(&&u8) -> bool| pixels.iter().filter(of).count() as f32 / pixels.len() as f32;
    if share(|tone| **tone >= BURNT) > BLIND {
        Some(Instruction::TooBright)
    } else if share(|tone| **tone >= NIGHT) < 0.01 {
        Some(Instruction::TooDark)
    } else {
        None
    }
}

/// Places in the largest connected burnt spot.
fn largest(tones: &[u8]) -> usize {
    let mut open: Vec<bool> = tones.iter().map(|tone| *tone >= BURNT).collect();
    let (mut most, mut stack) = (0, Vec::new());
    for start in 0..open.len() {
        let mut size = 0;
        stack.push(start);
        while let Some(at) = stack.pop() {
            if !std::mem::take(&mut open[at]) {
                continue;
            }
            size += 1;
            let x = at % ACROSS;
            let near = [
                (x > 0).then(|| at - 1),
                (x + 1 < ACROSS).then_some(at + 1),
                at.checked_sub(ACROSS),
                (at + ACROSS < open.len()).then_some(at + ACROSS),
            ];
            stack.extend(near.into_iter().flatten());
        }
        most = most.max(size);
    }
    most
}
