//! A flat surface to draw on, measured in millimeters.

use crate::Chance;

/// Shades of gray (0 black, 255 white, between them anything) over a rectangle of the plane.
#[derive(Clone, Debug)]
pub struct Canvas {
    pub width: usize,
    pub height: usize,
    /// Pixels a millimeter.
    pub scale: f32,
    /// Where the first pixel's corner lies, in millimeters.
    pub origin: (f32, f32),
    pub pixels: Vec<f32>,
}

/// A rectangle that may lie askew: its middle, its size, its turn in radians.
#[derive(Clone, Copy, Debug)]
pub struct Block {
    pub middle: (f32, f32),
    pub size: (f32, f32),
    pub turn: f32,
}

impl Canvas {
    #[must_use]
    pub fn new(origin: (f32, f32), size_mm: (f32, f32), scale: f32, tone: f32) -> Self {
        let width = (size_mm.0 * scale).ceil().max(1.0) as usize;
        let height = (size_mm.1 * scale).ceil().max(1.0) as usize;
        let pixels = vec![tone; width * height];
        Self {
            width,
            height,
            scale,
            origin,
            pixels,
        }
    }

    /// Changes every pixel by its place in millimeters and its tone.
    pub fn shade(&mut self, change: impl Fn(f32, f32, f32) -> f32) {
        let (step, (left, top)) = (1.0 / self.scale, self.origin);
        for (row, line) in self.pixels.chunks_mut(self.width).enumerate() {
            let y = top + (row as f32 + 0.5) * step;
            for (column, pixel) in line.iter_mut().enumerate() {
                *pixel = change(left + (column as f32 + 0.5) * step, y, *pixel);
            }
        }
    }

    /// Changes the pixels of a block; `change` is given how far across and down the block a pixel lies (0 to 1) and its tone.
    pub fn block(&mut self, block: Block, change: impl Fn(f32, f32, f32) -> f32) {
        let (sin, cos) = block.turn.sin_cos();
        let (half_w, half_h) = (block.size.0 / 2.0, block.size.1 / 2.0);
        let reach_x = (half_w * cos).abs() + (half_h * sin).abs();
        let reach_y = (half_w * sin).abs() + (half_h * cos).abs();
        let to = |mm: f32, origin: f32, most: usize| {
            (((mm - origin) * self.scale).floor().max(0.0) as usize).min(most)
        };
        let columns = to(block.middle.0 - reach_x, self.origin.0, self.width)
            ..to(
                block.middle.0 + reach_x + 2.0 / self.scale,
                self.origin.0,
                self.width,
            );
        let rows = to(block.middle.1 - reach_y, self.origin.1, self.height)
            ..to(
                block.middle.1 + reach_y + 2.0 / self.scale,
                self.origin.1,
                self.height,
            );
        for row in rows {
            let y = self.origin.1 + (row as f32 + 0.5) / self.scale - block.middle.1;
            for column in columns.clone() {
                let x = self.origin.0 + (column as f32 + 0.5) / self.scale - block.middle.0;
                let (u, v) = (x * cos + y * sin, y * cos - x * sin);
                // Part of the pixel that the block covers, so that slanting edges are smooth.
                let cover = |distance: f32| (distance * self.scale + 0.5).clamp(0.0, 1.0);
                let share = cover(half_w - u.abs()) * cover(half_h - v.abs());
                if share > 0.0 {
                    let pixel = &mut self.pixels[row * self.width + column];
                    let new = change(
                        0.5 + u / block.size.0.max(1e-3),
                        0.5 + v / block.size.1.max(1e-3),
                        *pixel,
                    );
                    *pixel += share * (new - *pixel);
                }
            }
        }
    }

    /// An upright rectangle of one tone.
    pub fn fill(&mut self, left: f32, top: f32, width: f32, height: f32, tone: f32) {
        let block = Block {
            middle: (left + width / 2.0, top + height / 2.0),
            size: (width, height),
            turn: 0.0,
        };
        self.block(block, |_, _, _| tone);
    }

    /// A round spot; `change` is given the distance from its middle (0 to 1) and the tone.
    pub fn disc(&mut self, middle: (f32, f32), radius: f32, change: impl Fn(f32, f32) -> f32) {
        let block = Block {
            middle,
            size: (2.0 * radius, 2.0 * radius),
            turn: 0.0,
        };
        self.block(block, |u, v, tone| {
            let distance = 2.0 * (u - 0.5).hypot(v - 0.5);
            if distance <= 1.0 {
                change(distance, tone)
            } else {
                tone
            }
        });
    }

    /// A line of print that nobody can read: marks of three to five strokes in cells `pitch` apart and `height` high.
    pub fn print(&mut self, chance: &mut Chance, place: (f32, f32), turn: f32, letters: Letters) {
        let (sin, cos) = turn.sin_cos();
        for n in 0..letters.count {
            if letters.words && chance.happens(0.14) {
                continue;
            }
            let ink = letters.tone;
            let mut stroke = |u: f32, v: f32, width: f32, height: f32| {
                let along = (n as f32 + u) * letters.pitch;
                let down = v * letters.height;
                let middle = (
                    place.0 + along * cos - down * sin,
                    place.1 + along * sin + down * cos,
                );
                let block = Block {
                    middle,
                    size: (width, height),
                    turn,
                };
                self.block(block, |_, _, _| ink);
            };
            let thick = letters.height * 0.13;
            for _ in 0..2 + chance.below(2) {
                let at = *chance.pick(&[0.22, 0.45, 0.7]);
                let high = letters.height * chance.between(0.5, 1.0);
                stroke(at, 0.5, thick, high);
            }
            for _ in 0..1 + chance.below(2) {
                let at = *chance.pick(&[0.06, 0.5, 0.94]);
                stroke(0.46, at, letters.pitch * 0.6, thick);
            }
        }
    }

    /// The tone at a place in millimeters, between four pixels.
    #[must_use]
    pub fn at(&self, x: f32, y: f32) -> f32 {
        let x = ((x - self.origin.0) * self.scale - 0.5).clamp(0.0, (self.width - 1) as f32);
        let y = ((y - self.origin.1) * self.scale - 0.5).clamp(0.0, (self.height - 1) as f32);
        let (left, top) = (x as usize, y as usize);
        let (right, below) = (
            (left + 1).min(self.width - 1),
            (top + 1).min(self.height - 1),
        );
        let (part_x, part_y) = (x - left as f32, y - top as f32);
        let pixel = |column: usize, row: usize| self.pixels[row * self.width + column];
        let upper = pixel(left, top) * (1.0 - part_x) + pixel(right, top) * part_x;
        let lower = pixel(left, below) * (1.0 - part_x) + pixel(right, below) * part_x;
        upper * (1.0 - part_y) + lower * part_y
    }
}

/// How a line of unreadable print looks; lengths in millimeters.
#[derive(Clone, Copy, Debug)]
pub struct Letters {
    pub count: usize,
    pub pitch: f32,
    pub height: f32,
    pub tone: f32,
    /// With spaces between words.
    pub words: bool,
}

/// Smooth noise from -1 to 1 that changes over about one unit.
#[must_use]
pub fn noise(seed: u32, x: f32, y: f32) -> f32 {
    let (cell_x, cell_y) = (x.floor(), y.floor());
    let (u, v) = (x - cell_x, y - cell_y);
    let corner = |dx: i32, dy: i32| {
        let mut hash = (cell_x as i32 + dx) as u32;
        hash = hash.wrapping_mul(0x85eb_ca6b) ^ seed;
        hash = (hash ^ (hash >> 15)).wrapping_add((cell_y as i32 + dy) as u32);
        hash = hash.wrapping_mul(0xc2b2_ae35);
        hash = (hash ^ (hash >> 13)).wrapping_mul(0x27d4_eb2f);
        (hash >> 16) as f32 / 32_767.5 - 1.0
    };
    let ease = |t: f32| t * t * (3.0 - 2.0 * t);
    let (u, v) = (ease(u), ease(v));
    let upper = corner(0, 0) * (1.0 - u) + corner(1, 0) * u;
    let lower = corner(0, 1) * (1.0 - u) + corner(1, 1) * u;
    upper * (1.0 - v) + lower * v
}
