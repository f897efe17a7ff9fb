//! A page as if seen from straight above.

use crate::{
    Expected, Gray, Outline,
    plane::{Quad, seen},
};

/// What readers ask for: 300 dots an inch, in pixels a millimeter.
const WANTED: f32 = 300.0 / 25.4;
/// More than the camera saw is invented; a tenth more keeps its finest direction.
const BEYOND: f32 = 1.1;
/// Pages are straightened at no less, or at what the camera saw, so that a far page is not made small twice.
const LEAST: f32 = 2.0;
/// A picture of a page has at most so many pixels a side: A4 at 300 dots an inch has 3508.
const LONGEST: f32 = 4000.0;

/// A straightened page. Only a picture that passed its gates makes one: [`crate::quality::Good::page`].
#[derive(Clone, Debug)]
pub struct Page {
    picture: Gray,
    pixels_per_mm: f32,
    seen_per_mm: f32,
}

impl Page {
    /// Straightens the page within this outline; None where the outline has no inside or lies mostly outside.
    ///
    /// The page comes at 300 dots an inch or at what the camera saw, whichever is less; to a picture taken from nearer it
    /// is the mean of what it covers, so that nothing glitters.
    pub(crate) fn straighten(
        picture: &Gray,
        outline: &Outline,
        expected: Expected,
    ) -> Option<Self> {
        let quad = &outline.quad;
        let (width, height) = (picture.width() as f32, picture.height() as f32);
        let size = expected.millimeters(quad, (width, height))?;
        let seen_per_mm = finest(quad, size);
        let pixels_per_mm = WANTED
            .min(seen_per_mm * BEYOND)
            .max(LEAST)
            .min(LONGEST / size.0.max(size.1));
        let columns = (size.0 * pixels_per_mm).round().max(1.0);
        let rows = (size.1 * pixels_per_mm).round().max(1.0);
        let matrix = quad.from_unit()?;
        // Of pictures finer than the page two or three places each way are averaged.
        let parts = (seen_per_mm / pixels_per_mm).round().clamp(1.0, 3.0) as u32;
        let mut pixels = Vec::with_capacity(columns as usize * rows as usize);
        for row in 0..rows as u32 {
            for column in 0..columns as u32 {
                let mut sum = 0.0;
                for part in 0..parts * parts {
                    let inner = |n: u32| (n as f32 + 0.5) / parts as f32;
                    let u = (column as f32 + inner(part % parts)) / columns;
                    let v = (row as f32 + inner(part / parts)) / rows;
                    let place = seen(&matrix, u, v);
                    sum += tone(picture, place.x, place.y);
                }
                pixels.push((sum / (parts * parts) as f32 + 0.5) as u8);
            }
        }
        let picture = Gray::new(columns as u32, rows as u32, pixels).ok()?;
        Some(Self {
            picture,
            pixels_per_mm,
            seen_per_mm,
        })
    }

    /// The page, upright as in the picture that it was taken from.
    #[must_use]
    pub fn picture(&self) -> &Gray {
        &self.picture
    }

    #[must_use]
    pub fn pixels_per_mm(&self) -> f32 {
        self.pixels_per_mm
    }

    /// How fine the camera saw the page where it saw it best, in dots an inch.
    #[must_use]
    pub fn dots_per_inch(&self) -> f32 {
        self.seen_per_mm * 25.4
    }
}

/// Pixels a millimeter along the side that is nearest to the camera.
fn finest(quad: &Quad, (width, height): (f32, f32)) -> f32 {
    let [top, right, bottom, left] = quad.sides();
    (top.max(bottom) / width).max(right.max(left) / height)
}

/// The tone between four pixels; beyond the border that of the border.
fn tone(picture: &Gray, x: f32, y: f32) -> f32 {
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    let x = (x - 0.5).clamp(0.0, (width - 1) as f32);
    let y = (y - 0.5).clamp(0.0, (height - 1) as f32);
    let (left, top) = (x as usize, y as usize);
    let (right, below) = ((left + 1).min(width - 1), (top + 1).min(height - 1));
    let (part_x, part_y) = (x - left as f32, y - top as f32);
    let at = |column: usize, row: usize| f32::from(picture.pixels()[row * width + column]);
    let upper = at(left, top) * (1.0 - part_x) + at(right, top) * part_x;
    let lower = at(left, below) * (1.0 - part_x) + at(right, below) * part_x;
    upper * (1.0 - part_y) + lower * part_y
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::Point;

    fn outline(corners: [(f32, f32); 4]) -> Outline {
        Outline {
            quad: Quad(corners.map(|(x, y)| Point { x, y })),
            score: 1.0,
            lighter: [true; 4],
        }
    }

    #[test]
    fn what_is_printed_comes_to_its_place() {
        // A card with a dark right half, seen straight, four pixels a millimeter.
        let (width, height) = (640_u32, 480_u32);
        let dark = |at: u32| at % width >= 100 + 171;
        let pixels = (0..width * height).map(|at| if dark(at) { 20 } else { 220 });
        let picture = Gray::new(width, height, pixels.collect()).unwrap();
        let card = outline([
            (100.0, 100.0),
            (442.4, 100.0),
            (442.4, 315.92),
            (100.0, 315.92),
        ]);
        let page = Page::straighten(&picture, &card, Expected::Card).unwrap();
        assert!((page.dots_per_inch() - 101.6).abs() < 0.5);
        let columns = page.picture().width() as usize;
        let row = &page.picture().pixels()[50 * columns..51 * columns];
        let turn = row.iter().position(|tone| *tone < 120).unwrap() as f32;
        assert!((turn / page.pixels_per_mm() - 42.75).abs() < 0.3, "{turn}");
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn no_corners_make_it_panic(
            corners in proptest::array::uniform4((-90.0_f32..120.0, -90.0_f32..120.0)),
            width in 1_u32..30,
            height in 1_u32..30,
        ) {
            let picture = Gray::new(width, height, vec![90; (width * height) as usize]).unwrap();
            if let Some(page) = Page::straighten(&picture, &outline(corners), Expected::Any) {
                prop_assert!(page.picture().pixels().iter().all(|tone| *tone == 90));
            }
        }
    }
}
