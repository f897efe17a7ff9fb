//! What prints a page: millimeters in, shades out.

use std::f32::consts::TAU;

use ekyc::Gray;

use crate::{
    Area, Chance, Field, Paper, Sheet,
    font::{Font, Ink},
    soften::blur,
};

/// A page while it is printed.
pub struct Press {
    paper: Paper,
    size: (f32, f32),
    /// Pixels a millimeter.
    scale: f32,
    columns: usize,
    rows: usize,
    pixels: Vec<f32>,
    fields: Vec<Field>,
}

/// A line of print: lengths in millimeters, tones 0 to 255.
#[derive(Clone, Copy)]
pub struct Print<'a> {
    pub font: &'a Font,
    /// Left end of the baseline.
    pub at: (f32, f32),
    /// Height of a capital.
    pub height: f32,
    /// From letter to letter, where they stand evenly; as the font wants it otherwise.
    pub pitch: Option<f32>,
    pub tone: f32,
}

impl Press {
    /// A page with a pattern behind: fine waves as of security print.
    pub fn new(paper: Paper, size: (f32, f32), scale: f32, chance: &mut Chance) -> Self {
        let (columns, rows) = ((size.0 * scale) as usize, (size.1 * scale) as usize);
        let tone = chance.between(185.0, 245.0);
        let mut press = Self {
            paper,
            size,
            scale,
            columns,
            rows,
            pixels: vec![tone; columns * rows],
            fields: Vec::new(),
        };
        if paper != Paper::A4 {
            let depth = chance.between(0.0, 13.0);
            let (period, turn) = (chance.between(0.7, 3.0), chance.between(0.0, 3.1));
            let (bend, far) = (chance.between(0.5, 4.0), chance.between(4.0, 20.0));
            press.shade(|x, y, tone| {
                let (u, v) = (
                    x * turn.cos() + y * turn.sin(),
                    y * turn.cos() - x * turn.sin(),
                );
                let wave = (TAU / period * (u + bend * (TAU * v / far).sin())).sin();
                let other = (TAU / period * (u - bend * (TAU * v / far + 1.0).sin())).sin();
                tone + depth * 0.5 * (wave + other)
            });
        }
        press
    }

    fn shade(&mut self, change: impl Fn(f32, f32, f32) -> f32) {
        for (at, pixel) in self.pixels.iter_mut().enumerate() {
            let (x, y) = ((at % self.columns) as f32, (at / self.columns) as f32);
            *pixel = change(x / self.scale, y / self.scale, *pixel);
        }
    }

    /// Prints text; gives the area that it takes.
    pub fn print(&mut self, print: &Print, text: &str) -> Area {
        let em = print.height / print.font.capital;
        let mut x = print.at.0;
        let mut places = Vec::new();
        for letter in text.chars() {
            let advance = print.font.advance(letter) * em;
            // Evenly standing letters stand in the middle of their place.
            let lead = print.pitch.map_or(0.0, |pitch| (pitch - advance) / 2.0);
            places.push((letter, x + lead));
            x += print.pitch.unwrap_or(advance);
        }
        let top = print.at.1 - 1.3 * print.height;
        let first = (top * self.scale).max(0.0) as usize;
        let tall =
            ((2.0 * print.height * self.scale) as usize).min(self.rows.saturating_sub(first));
        let left = (print.at.0 * self.scale).max(0.0) as usize;
        let wide =
            (((x - print.at.0) * self.scale) as usize + 4).min(self.columns.saturating_sub(left));
        if 0 < tall && 0 < wide {
            let mut ink = Ink::new(wide, tall);
            for (letter, x) in places {
                let place = (
                    x * self.scale - left as f32,
                    print.at.1 * self.scale - first as f32,
                );
                let size = em * self.scale;
                print.font.draw(&mut ink, letter, place, (size, size), 0.0);
            }
            ink.dry();
            blur(&mut ink.cover, wide, 0.02 * print.height * self.scale);
            for (row, line) in ink.cover.chunks_exact(wide).enumerate() {
                let at = (first + row) * self.columns + left;
                for (pixel, cover) in self.pixels[at..at + wide].iter_mut().zip(line) {
                    *pixel += (print.tone - *pixel) * cover;
                }
            }
        }
        Area {
            left: print.at.0,
            top: print.at.1 - print.height,
            width: x - print.at.0,
            height: print.height,
        }
    }

    /// Prints text that a reader shall find.
    pub fn field(&mut self, name: &'static str, print: &Print, text: &str) {
        let area = self.print(print, text);
        let value = text.to_owned();
        self.fields.push(Field { name, value, area });
    }

    /// A head and shoulders of nobody.
    pub fn portrait(&mut self, area: Area, chance: &mut Chance) {
        let (skin, hair) = (chance.between(120.0, 215.0), chance.between(20.0, 150.0));
        self.shade(|x, y, tone| {
            let (u, v) = ((x - area.left) / area.width, (y - area.top) / area.height);
            if !(0.0..1.0).contains(&u) || !(0.0..1.0).contains(&v) {
                return tone;
            }
            let within =
                |cx: f32, cy: f32, rx: f32, ry: f32| ((u - cx) / rx).hypot((v - cy) / ry) < 1.0;
            match () {
                () if within(0.5, 0.47, 0.21, 0.24) => skin,
                () if within(0.5, 0.38, 0.27, 0.28) => hair,
                () if within(0.5, 1.05, 0.46, 0.33) => 0.6 * hair + 20.0,
                () => 205.0,
            }
        });
        let value = String::new();
        self.fields.push(Field {
            name: "portrait",
            value,
            area,
        });
    }

    /// The page, with SPECIMEN across it.
    pub fn finish(mut self, font: &Font) -> Sheet {
        let height = self.size.1.min(self.size.0) * 0.1;
        let print = Print {
            font,
            at: (self.size.0 * 0.42, self.size.1 * 0.62),
            height,
            pitch: None,
            tone: 150.0,
        };
        // Behind the print: only where the paper is bare does it darken anything.
        let before = self.pixels.clone();
        self.print(&print, "SPECIMEN");
        for (pixel, before) in self.pixels.iter_mut().zip(before) {
            *pixel = before + 0.35 * (pixel.min(before) - before);
        }
        let bytes = self
            .pixels
            .iter()
            .map(|tone| (tone + 0.5).clamp(0.0, 255.0) as u8)
            .collect();
        let size = (self.columns as u32, self.rows as u32);
        Sheet {
            paper: self.paper,
            pixels: Gray::new(size.0, size.1, bytes)
                .expect("a page has pixels, and one byte for each"),
            width_mm: self.size.0,
            height_mm: self.size.1,
            fields: self.fields,
        }
    }
}
