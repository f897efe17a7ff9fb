//! The page as a flat thing: its edge, its margin, its drawing made coarser.

use crate::{Sheet, canvas::Canvas};

/// Distance from the edge of a page in millimeters, negative inside.
pub(crate) fn inside(u: f32, v: f32, page: (f32, f32), corner: f32) -> f32 {
    let x = (u - page.0 / 2.0).abs() - page.0 / 2.0 + corner;
    let y = (v - page.1 / 2.0).abs() - page.1 / 2.0 + corner;
    x.max(0.0).hypot(y.max(0.0)) + x.max(y).min(0.0) - corner
}

/// The tone along the page's edge.
pub(crate) fn margin_tone(sheet: &Sheet) -> f32 {
    let (width, height) = (
        sheet.pixels.width() as usize,
        sheet.pixels.height() as usize,
    );
    let pixels = sheet.pixels.pixels();
    let row = |y: usize| {
        pixels[y * width..(y + 1) * width]
            .iter()
            .map(|p| u64::from(*p))
            .sum::<u64>()
    };
    let column = |x: usize| {
        (0..height)
            .map(|y| u64::from(pixels[y * width + x]))
            .sum::<u64>()
    };
    let sum = row(2.min(height - 1))
        + row(height.saturating_sub(3))
        + column(2.min(width - 1))
        + column(width.saturating_sub(3));
    sum as f32 / (2 * (width + height)) as f32
}

/// The page at about this many pixels a millimeter: what is finer would glitter.
pub(crate) fn shrunk(sheet: &Sheet, scale: f32) -> Canvas {
    let by = (sheet.pixels_per_mm() / scale).floor().max(1.0) as usize;
    let (width, height) = (
        sheet.pixels.width() as usize,
        sheet.pixels.height() as usize,
    );
    let (columns, rows) = (width.div_ceil(by), height.div_ceil(by));
    let pixels = sheet.pixels.pixels();
    let mean = |at: usize| {
        let (left, top) = (at % columns * by, at / columns * by);
        let (right, bottom) = ((left + by).min(width), (top + by).min(height));
        let sum: u32 = (top..bottom)
            .flat_map(|y| pixels[y * width + left..y * width + right].iter())
            .map(|pixel| u32::from(*pixel))
            .sum();
        sum as f32 / ((right - left) * (bottom - top)) as f32
    };
    Canvas {
        width: columns,
        height: rows,
        scale: sheet.pixels_per_mm() / by as f32,
        origin: (0.0, 0.0),
        pixels: (0..columns * rows).map(mean).collect(),
    }
}
