//! Letters as outlines, and outlines as ink.

use ttf_parser::{Face, OutlineBuilder};

/// A font's outlines, in parts of the em.
#[derive(Clone)]
pub struct Font {
    pub name: &'static str,
    face: Face<'static>,
    /// Height of `H` in parts of the em.
    pub capital: f32,
}

macro_rules! font {
    ($name:literal, $file:literal) => {
        ($name, include_bytes!(concat!("data/fonts/", $file)))
    };
}

/// Name and bytes of each font; what they are and may be used for is in `data/fonts/README.md`.
const FILES: [(&str, &[u8]); 20] = [
    font!("ocr-b", "ocr-b.otf"),
    font!("ocr-b-square", "ocr-b-square.otf"),
    font!("cousine", "cousine.ttf"),
    font!("dejavu-sans-mono", "dejavu-sans-mono.ttf"),
    font!("arimo", "arimo.ttf"),
    font!("arimo-bold", "arimo-bold.ttf"),
    font!("roboto-medium", "roboto-medium.ttf"),
    font!("roboto-condensed", "roboto-condensed.ttf"),
    font!("open-sans", "open-sans.ttf"),
    font!("dejavu-sans", "dejavu-sans.ttf"),
    font!("noto-sans", "noto-sans.ttf"),
    font!("noto-sans-sc", "noto-sans-sc.otf"),
    // Never trained on:
    font!("ocr-b-slanted", "ocr-b-slanted.otf"),
    font!("noto-sans-mono", "noto-sans-mono.ttf"),
    font!("hack", "hack.ttf"),
    font!("jetbrains-mono", "jetbrains-mono.ttf"),
    font!("inter-medium", "inter-medium.otf"),
    font!("heros", "heros.otf"),
    font!("heros-bold", "heros-bold.otf"),
    font!("open-sans-semibold", "open-sans-semibold.ttf"),
];

/// Fonts that the recognizer learns from come first.
pub const TRAINED: usize = 12;

impl Font {
    /// All fonts; the first [`TRAINED`] of them are for training.
    #[must_use]
    pub fn all() -> Vec<Self> {
        FILES
            .iter()
            .map(|(name, bytes)| Self::read(name, bytes))
            .collect()
    }

    /// One font by its name; OCR-B if there is none of this name.
    #[must_use]
    pub fn named(name: &str) -> Self {
        let found = FILES.iter().find(|(other, _)| *other == name);
        let (name, bytes) = found.unwrap_or(&FILES[0]);
        Self::read(name, bytes)
    }

    fn read(name: &'static str, bytes: &'static [u8]) -> Self {
        let face = Face::parse(bytes, 0).expect("a test reads every font of this build");
        let em = f32::from(face.units_per_em());
        let tall = face
            .glyph_index('H')
            .and_then(|glyph| face.glyph_bounding_box(glyph));
        let capital = tall.map_or(0.7, |area| f32::from(area.y_max) / em);
        Self {
            name,
            face,
            capital,
        }
    }

    /// How far the next letter stands, in parts of the em.
    #[must_use]
    pub fn advance(&self, letter: char) -> f32 {
        let glyph = self.face.glyph_index(letter);
        let advance = glyph.and_then(|glyph| self.face.glyph_hor_advance(glyph));
        advance.map_or(0.5, |advance| {
            f32::from(advance) / f32::from(self.face.units_per_em())
        })
    }

    /// The middle between a letter's left and right edge, in parts of the em from its origin.
    #[must_use]
    pub fn middle(&self, letter: char) -> f32 {
        let glyph = self.face.glyph_index(letter);
        let area = glyph.and_then(|glyph| self.face.glyph_bounding_box(glyph));
        let em = f32::from(self.face.units_per_em());
        area.map_or(0.3, |area| {
            (f32::from(area.x_min) + f32::from(area.x_max)) / 2.0 / em
        })
    }

    /// Draws a letter: `place` is the origin on the baseline in pixels, `size` the pixels of an em across and down,
    /// `slant` how far a unit of height leans to the right.
    pub fn draw(
        &self,
        ink: &mut Ink,
        letter: char,
        place: (f32, f32),
        size: (f32, f32),
        slant: f32,
    ) {
        let Some(glyph) = self.face.glyph_index(letter) else {
            return;
        };
        let em = f32::from(self.face.units_per_em());
        let mut pen = Pen {
            ink,
            place,
            size: (size.0 / em, size.1 / em),
            slant,
            start: (0.0, 0.0),
            last: (0.0, 0.0),
        };
        self.face.outline_glyph(glyph, &mut pen);
    }
}

struct Pen<'a> {
    ink: &'a mut Ink,
    place: (f32, f32),
    size: (f32, f32),
    slant: f32,
    start: (f32, f32),
    last: (f32, f32),
}

impl Pen<'_> {
    fn line(&mut self, to: (f32, f32)) {
        let pixel = |(x, y): (f32, f32)| {
            let (right, up) = (x * self.size.0, y * self.size.1);
            (self.place.0 + right + up * self.slant, self.place.1 - up)
        };
        self.ink.edge(pixel(self.last), pixel(to));
        self.last = to;
    }

    fn curve(&mut self, at: impl Fn(f32) -> (f32, f32)) {
        for n in 1..=6 {
            self.line(at(n as f32 / 6.0));
        }
    }
}

impl OutlineBuilder for Pen<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        (self.start, self.last) = ((x, y), (x, y));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.line((x, y));
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let (x0, y0) = self.last;
        self.curve(|t| {
            let s = 1.0 - t;
            let mix = |a, b, c| s * s * a + 2.0 * s * t * b + t * t * c;
            (mix(x0, x1, x), mix(y0, y1, y))
        });
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let (x0, y0) = self.last;
        self.curve(|t| {
            let s = 1.0 - t;
            let mix = |a, b, c, d| s * s * s * a + 3.0 * s * t * (s * b + t * c) + t * t * t * d;
            (mix(x0, x1, x2, x), mix(y0, y1, y2, y))
        });
    }

    fn close(&mut self) {
        self.line(self.start);
    }
}

/// How much of each pixel outlines cover; they are drawn as edges and filled by [`Ink::dry`].
#[derive(Clone)]
pub struct Ink {
    pub width: usize,
    pub height: usize,
    /// Before drying: how much each pixel's edges change the cover to their right. After: cover, 0 to 1.
    pub cover: Vec<f32>,
}

impl Ink {
    #[must_use]
    pub fn new(width: usize, height: usize) -> Self {
        let cover = vec![0.0; width * height];
        Self {
            width,
            height,
            cover,
        }
    }

    /// One edge of an outline: signed areas to the right of it, pixel by pixel.
    fn edge(&mut self, from: (f32, f32), to: (f32, f32)) {
        let (sign, top, bottom) = if from.1 < to.1 {
            (1.0, from, to)
        } else {
            (-1.0, to, from)
        };
        if bottom.1 - top.1 < 1e-6 {
            return;
        }
        let slope = (bottom.0 - top.0) / (bottom.1 - top.1);
        let rows = top.1.max(0.0) as usize..(bottom.1.max(0.0).ceil() as usize).min(self.height);
        for row in rows {
            let (y0, y1) = (top.1.max(row as f32), bottom.1.min(row as f32 + 1.0));
            if y1 <= y0 {
                continue;
            }
            // The slanting piece in this row, cut at the columns' borders into upright slices.
            let x_at = |y: f32| top.0 + (y - top.1) * slope;
            let (xa, xb) = (x_at(y0), x_at(y1));
            let (left, right) = (xa.min(xb), xa.max(xb));
            let whole = sign * (y1 - y0);
            let (first, last) = (left.floor() as isize, right.floor() as isize);
            for column in first..=last {
                let (a, b) = (left.max(column as f32), right.min(column as f32 + 1.0));
                let share = if right - left < 1e-6 {
                    1.0
                } else {
                    (b - a).max(0.0) / (right - left)
                };
                let covered = column as f32 + 1.0 - (a + b) / 2.0;
                self.add(row, column, whole * share * covered);
                self.add(row, column + 1, whole * share * (1.0 - covered));
            }
        }
    }

    fn add(&mut self, row: usize, column: isize, amount: f32) {
        let column = column.max(0) as usize;
        if column < self.width {
            self.cover[row * self.width + column] += amount;
        }
    }

    /// Sums edges up to cover.
    pub fn dry(&mut self) {
        for row in self.cover.chunks_exact_mut(self.width) {
            let mut sum = 0.0;
            for pixel in row {
                sum += *pixel;
                *pixel = sum.abs().min(1.0);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_font_draws_what_a_zone_may_hold() {
        for font in Font::all() {
            for letter in ekyc::read::CLASSES.iter().filter(|byte| **byte != b' ') {
                let mut ink = Ink::new(60, 60);
                font.draw(
                    &mut ink,
                    char::from(*letter),
                    (10.0, 45.0),
                    (40.0, 40.0),
                    0.0,
                );
                ink.dry();
                let sum: f32 = ink.cover.iter().sum();
                assert!((40.0..900.0).contains(&sum), "{} {letter} {sum}", font.name);
            }
        }
    }
}
