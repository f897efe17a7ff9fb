//! A page as it comes from a straightener that was nearly right: a little turned, bent to a trapezoid, soft and grainy.

use ekyc::Gray;

use crate::{
    Chance, Sheet,
    soften::{blur, smear},
};

/// How such a picture was made.
#[derive(Clone, Copy, Debug)]
pub struct View {
    /// Pixels a millimeter of the picture.
    pub scale: f32,
    /// Deviation of the blur in millimeters.
    pub blur: f32,
    /// Turn in radians.
    pub turn: f32,
    /// How much the corners are off, in millimeters.
    pub off: f32,
    /// Deviation of the noise, in shades.
    pub noise: f32,
}

impl View {
    /// The picture of a sheet, or of the part of it within `part` (left, top, width, height in millimeters).
    #[must_use]
    pub fn take(&self, sheet: &Sheet, part: (f32, f32, f32, f32), chance: &mut Chance) -> Gray {
        let (width, height) = (
            (part.2 * self.scale) as usize,
            (part.3 * self.scale) as usize,
        );
        let corner: [(f32, f32); 4] =
            std::array::from_fn(|_| (self.off * chance.normal(), self.off * chance.normal()));
        let (sin, cos) = self.turn.sin_cos();
        let fine = sheet.pixels_per_mm();
        let (light, lean) = (
            chance.between(0.7, 1.08),
            (0.12 * chance.normal(), 0.12 * chance.normal()),
        );
        let (columns, rows) = (
            sheet.pixels.width() as usize,
            sheet.pixels.height() as usize,
        );
        // As many samples as the sheet has pixels, so that nothing aliases.
        let steps = ((fine / self.scale).ceil() as usize).clamp(1, 3);
        let mut pixels = Vec::with_capacity(width * height);
        for at in 0..width * height {
            let (column, row) = ((at % width) as f32, (at / width) as f32);
            let (u, v) = (column / width as f32, row / height as f32);
            let bent = |pick: fn(&(f32, f32)) -> f32| {
                let top = pick(&corner[0]) * (1.0 - u) + pick(&corner[1]) * u;
                let bottom = pick(&corner[3]) * (1.0 - u) + pick(&corner[2]) * u;
                top * (1.0 - v) + bottom * v
            };
            let (bend_x, bend_y) = (bent(|corner| corner.0), bent(|corner| corner.1));
            let mut sum = 0.0;
            for part_at in 0..steps * steps {
                let (dx, dy) = (
                    (part_at % steps) as f32 + 0.5,
                    (part_at / steps) as f32 + 0.5,
                );
                let x = (column + dx / steps as f32) / self.scale - part.2 / 2.0;
                let y = (row + dy / steps as f32) / self.scale - part.3 / 2.0;
                let (x, y) = (
                    x * cos - y * sin + part.2 / 2.0,
                    x * sin + y * cos + part.3 / 2.0,
                );
                let x = ((part.0 + x + bend_x) * fine).clamp(0.0, columns as f32 - 1.0) as usize;
                let y = ((part.1 + y + bend_y) * fine).clamp(0.0, rows as f32 - 1.0) as usize;
                sum += f32::from(sheet.pixels.pixels()[y * columns + x]);
            }
            let lit = light + lean.0 * (u - 0.5) + lean.1 * (v - 0.5);
            pixels.push(sum / (steps * steps) as f32 * lit);
        }
        blur(&mut pixels, width, self.blur * self.scale);
        if chance.happens(0.2) {
            smear(
                &mut pixels,
                width,
                chance.between(0.05, 0.25) * self.scale,
                chance.happens(0.5),
            );
        }
        let grainy = |pixel: f32, chance: &mut Chance| {
            (pixel + self.noise * chance.normal() + 0.5).clamp(0.0, 255.0) as u8
        };
        let bytes = pixels.iter().map(|pixel| grainy(*pixel, chance)).collect();
        Gray::new(width as u32, height as u32, bytes)
            .expect("the part has a size, and there is a byte for each pixel")
    }
}
