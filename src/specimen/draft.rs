//! Pages that look like documents from afar: portrait, lines of print, two or three lines for machines, a frame, a seal.
//!
//! Nothing on them can be read; they are there for finding outlines and for judging pictures.

use ekyc::Gray;

use crate::{
    Area, Chance, Field, Paper, Sheet,
    canvas::{Block, Canvas, Letters, noise},
};

/// A page of this paper; the same chance gives the same page.
#[must_use]
pub fn draft(paper: Paper, chance: &mut Chance) -> Sheet {
    let mut sketch = Sketch::new(paper, chance);
    match paper {
        Paper::Passport => passport(&mut sketch, chance),
        Paper::Card => card(&mut sketch, chance),
        Paper::A4 => letter(&mut sketch, chance),
    }
    sketch.finish(paper)
}

struct Sketch {
    canvas: Canvas,
    width: f32,
    height: f32,
    fields: Vec<Field>,
    ink: f32,
}

impl Sketch {
    fn new(paper: Paper, chance: &mut Chance) -> Self {
        let (width, height, scale, tone) = match paper {
            Paper::Passport => (125.0, 88.0, 8.0, chance.between(165.0, 238.0)),
            Paper::Card if chance.happens(0.2) => (85.6, 53.98, 11.0, chance.between(55.0, 140.0)),
            Paper::Card => (85.6, 53.98, 11.0, chance.between(150.0, 238.0)),
            Paper::A4 if chance.happens(0.25) => (297.0, 210.0, 4.5, chance.between(210.0, 246.0)),
            Paper::A4 => (210.0, 297.0, 4.5, chance.between(210.0, 246.0)),
        };
        let mut canvas = Canvas::new((0.0, 0.0), (width, height), scale, tone);
        let ink = if tone < 120.0 {
            225.0
        } else {
            chance.between(15.0, 70.0)
        };
        if paper != Paper::A4 {
            // Security print: fine waves, and a broad cloud of another tone.
            let (waves, cloud) = (chance.between(0.0, 7.0), chance.between(0.0, 14.0));
            let (period, seed) = (chance.between(0.8, 2.5), chance.below(1 << 20) as u32);
            let inset = chance.between(0.0, 3.0);
            canvas.shade(|x, y, tone| {
                let rim = x.min(y).min(width - x).min(height - y);
                if rim < inset {
                    return tone;
                }
                let wave = ((x + 4.0 * (y * 0.13).sin()) * std::f32::consts::TAU / period).sin()
                    * ((y + 3.0 * (x * 0.11).sin()) * std::f32::consts::TAU / period).sin();
                tone + waves * wave + cloud * noise(seed, x * 0.04, y * 0.04)
            });
        }
        Self {
            canvas,
            width,
            height,
            fields: Vec::new(),
            ink,
        }
    }

    fn line(
        &mut self,
        chance: &mut Chance,
        name: &'static str,
        place: (f32, f32),
        letters: Letters,
    ) {
        self.canvas.print(chance, place, 0.0, letters);
        let area = Area {
            left: place.0,
            top: place.1,
            width: letters.count as f32 * letters.pitch,
            height: letters.height,
        };
        let value = String::new();
        self.fields.push(Field { name, value, area });
    }

    fn portrait(&mut self, chance: &mut Chance, area: Area) {
        let (back, hair, face) = (
            chance.between(150.0, 225.0),
            chance.between(15.0, 120.0),
            chance.between(120.0, 210.0),
        );
        let Area {
            left,
            top,
            width,
            height,
        } = area;
        self.canvas.fill(left, top, width, height, back);
        let middle = left + width / 2.0;
        let oval = |y: f32, w: f32, h: f32| Block {
            middle: (middle, top + height * y),
            size: (width * w, height * h),
            turn: 0.0,
        };
        let mut blob = |block: Block, tone: f32| {
            self.canvas.block(block, |u, v, under| {
                if (u - 0.5).hypot(v - 0.5) < 0.5 {
                    tone + 15.0 * (u - 0.5)
                } else {
                    under
                }
            });
        };
        blob(oval(0.40, 0.66, 0.62), hair);
        blob(oval(0.46, 0.5, 0.54), face);
        for eye in [-0.11, 0.11] {
            let mut block = oval(0.42, 0.1, 0.04);
            block.middle.0 += eye * width;
            blob(block, 40.0);
        }
        blob(oval(0.62, 0.16, 0.03), 80.0);
        let coat = chance.between(20.0, 120.0);
        let shoulders = Block {
            middle: (middle, top + height * 0.9),
            size: (width * 0.9, height * 0.2),
            turn: 0.0,
        };
        self.canvas.block(shoulders, |_, _, _| coat);
        let value = String::new();
        self.fields.push(Field {
            name: "portrait",
            value,
            area,
        });
    }

    fn finish(self, paper: Paper) -> Sheet {
        let bytes = self
            .canvas
            .pixels
            .iter()
            .map(|tone| tone.clamp(0.0, 255.0) as u8);
        let (width, height) = (self.canvas.width as u32, self.canvas.height as u32);
        Sheet {
            paper,
            pixels: Gray::new(width, height, bytes.collect()).expect("the canvas is of this size"),
            width_mm: self.width,
            height_mm: self.height,
            fields: self.fields,
        }
    }
}

/// Print of this pitch and size in the page's ink.
fn letters(sketch: &Sketch, count: usize, pitch: f32, height: f32) -> Letters {
    Letters {
        count,
        pitch,
        height,
        tone: sketch.ink,
        words: true,
    }
}

/// Lines for machines: pitch 2.54 mm, no spaces (ICAO Doc 9303 part 3).
fn machine_lines(sketch: &mut Sketch, chance: &mut Chance, count: usize, tops: &[f32], left: f32) {
    const NAMES: [&str; 3] = ["mrz1", "mrz2", "mrz3"];
    for (name, top) in NAMES.into_iter().zip(tops) {
        let letters = Letters {
            count,
            pitch: 2.54,
            height: 2.6,
            tone: 25.0,
            words: false,
        };
        sketch.line(chance, name, (left, *top), letters);
    }
}

fn passport(sketch: &mut Sketch, chance: &mut Chance) {
    if chance.happens(0.35) {
        // A band with the country's name, of another tone, from side to side.
        let (high, tone) = (chance.between(6.0, 12.0), chance.between(90.0, 230.0));
        sketch.canvas.fill(0.0, 0.0, 125.0, high, tone);
    }
    if chance.happens(0.4) {
        // The lines for machines stand on lighter ground.
        let tone = chance.between(215.0, 245.0);
        sketch.canvas.fill(0.0, 64.8, 125.0, 23.2, tone);
    }
    let left = if chance.happens(0.85) { 5.0 } else { 86.0 };
    let area = Area {
        left,
        top: 17.0,
        width: 34.0,
        height: 44.0,
    };
    sketch.portrait(chance, area);
    let text = if left < 50.0 { 44.0 } else { 6.0 };
    let title = letters(sketch, 18, 2.6, 3.2);
    sketch.line(chance, "title", (text, 4.5), title);
    for row in 0..7 {
        let top = 14.0 + row as f32 * 7.0;
        let label = letters(sketch, 10 + chance.below(10), 1.1, 1.3);
        sketch.line(chance, "label", (text, top), label);
        let value = letters(sketch, 8 + chance.below(16), 2.1, 2.5);
        sketch.line(chance, "text", (text, top + 2.2), value);
    }
    machine_lines(sketch, chance, 44, &[68.5, 75.2], 6.5);
}

fn card(sketch: &mut Sketch, chance: &mut Chance) {
    let back = chance.happens(0.3);
    if back {
        machine_lines(sketch, chance, 30, &[31.0, 38.0, 45.0], 4.5);
        for row in 0..3 {
            let text = letters(sketch, 10 + chance.below(22), 1.9, 2.2);
            sketch.line(chance, "text", (6.0, 6.0 + row as f32 * 6.5), text);
        }
        return;
    }
    if chance.happens(0.4) {
        let tone = chance.between(60.0, 240.0);
        sketch.canvas.fill(0.0, 0.0, 85.6, 9.5, tone);
    }
    let right = chance.happens(0.5);
    let area = Area {
        left: if right { 58.0 } else { 4.5 },
        top: 13.0,
        width: 23.0,
        height: 29.0,
    };
    sketch.portrait(chance, area);
    let text = if right { 5.0 } else { 31.0 };
    for row in 0..5 {
        let line = letters(sketch, 8 + chance.below(14), 2.2, 2.4);
        sketch.line(chance, "text", (text, 12.0 + row as f32 * 6.0), line);
    }
    let number = Letters {
        words: false,
        ..letters(sketch, 18, 2.8, 2.9)
    };
    sketch.line(chance, "number", (22.0, 46.0), number);
    if chance.happens(0.3) {
        let tone = chance.between(150.0, 210.0);
        sketch.canvas.fill(text + 2.0, 20.0, 12.0, 10.0, tone);
    }
}

fn letter(sketch: &mut Sketch, chance: &mut Chance) {
    let (width, height) = (sketch.width, sketch.height);
    if chance.happens(0.35) {
        // A licence: a frame of two lines some way inside the edge.
        let (inset, thick, tone) = (
            chance.between(7.0, 20.0),
            chance.between(0.7, 4.0),
            chance.between(60.0, 190.0),
        );
        for gap in [0.0, thick * 1.8] {
            let (near, thick) = (inset + gap, if gap > 0.0 { thick * 0.4 } else { thick });
            let (w, h) = (width - 2.0 * near, height - 2.0 * near);
            sketch.canvas.fill(near, near, w, thick, tone);
            sketch
                .canvas
                .fill(near, height - near - thick, w, thick, tone);
            sketch.canvas.fill(near, near, thick, h, tone);
            sketch
                .canvas
                .fill(width - near - thick, near, thick, h, tone);
        }
    }
    let pitch = chance.between(2.0, 2.8);
    let title = letters(sketch, 16, 5.0, 6.0);
    sketch.line(chance, "title", (width * 0.3, 30.0), title);
    let mut top = 48.0;
    while top < height - 50.0 {
        let full = ((width - 60.0) / pitch) as usize;
        for _ in 0..1 + chance.below(6) {
            let count = full.saturating_sub(if chance.happens(0.3) {
                chance.below(full)
            } else {
                0
            });
            let line = letters(sketch, count, pitch, pitch * 1.2);
            sketch.line(chance, "text", (30.0, top), line);
            top += pitch * 2.3;
            if top > height - 45.0 {
                break;
            }
        }
        top += pitch * 2.0;
    }
    if chance.happens(0.6) {
        let middle = (width * 0.72, height - 48.0);
        sketch.canvas.disc(middle, 20.0, |d, under| {
            if !(0.2..=0.9).contains(&d) {
                under * 0.6
            } else {
                under
            }
        });
    }
}
