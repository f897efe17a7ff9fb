//! What documents lie on.

use crate::{
    Chance,
    canvas::{Block, Canvas, Letters, noise},
};

/// A background.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Desk {
    Plain,
    Wood,
    Cloth,
    /// Other sheets with print, one over the other.
    Papers,
    /// Keyboard, pens, cups, cables.
    Clutter,
    Tiles,
    Stone,
    /// One tone that turns from dark to light.
    Gradient,
    /// Within 6 to 22 levels of the page's margin.
    SameTone,
    /// 12 levels away from the page's margin.
    Twelve,
}

impl Desk {
    /// All of them but [`Desk::Twelve`], which is a test of its own.
    pub const ALL: [Self; 9] = [
        Self::Plain,
        Self::Wood,
        Self::Cloth,
        Self::Papers,
        Self::Clutter,
        Self::Tiles,
        Self::Stone,
        Self::Gradient,
        Self::SameTone,
    ];

    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Wood => "wood",
            Self::Cloth => "cloth",
            Self::Papers => "papers",
            Self::Clutter => "clutter",
            Self::Tiles => "tiles",
            Self::Stone => "stone",
            Self::Gradient => "gradient",
            Self::SameTone => "same tone",
            Self::Twelve => "twelve levels",
        }
    }

    /// Draws it on the whole canvas; `page` is the tone of the page's margin.
    pub fn draw(self, canvas: &mut Canvas, chance: &mut Chance, page: f32) {
        let tone = away_from(page, chance);
        match self {
            Self::Plain => speckle(canvas, chance, tone, 1.5),
            Self::Wood => wood(canvas, chance, tone),
            Self::Cloth => cloth(canvas, chance, tone),
            Self::Papers => papers(canvas, chance, tone, page),
            Self::Clutter => clutter(canvas, chance, tone),
            Self::Tiles => tiles(canvas, chance, tone),
            Self::Stone => stone(canvas, chance, tone),
            Self::Gradient => gradient(canvas, chance, tone),
            Self::SameTone => {
                let by = chance.between(6.0, 22.0) * if chance.happens(0.6) { -1.0 } else { 1.0 };
                let level = if page + by > 250.0 {
                    page - by
                } else {
                    page + by
                };
                same(canvas, chance, level);
            }
            Self::Twelve => {
                let by = if chance.happens(0.5) && page < 238.0 {
                    12.0
                } else {
                    -12.0
                };
                same(canvas, chance, page + by);
            }
        }
    }
}

/// A tone that can be told from the page's.
fn away_from(page: f32, chance: &mut Chance) -> f32 {
    loop {
        let tone = chance.between(25.0, 235.0);
        if (tone - page).abs() > 30.0 {
            return tone;
        }
    }
}

fn seed(chance: &mut Chance) -> u32 {
    chance.below(usize::MAX) as u32
}

fn speckle(canvas: &mut Canvas, chance: &mut Chance, tone: f32, depth: f32) {
    let (fine, broad) = (seed(chance), seed(chance));
    canvas.shade(|x, y, _| {
        tone + depth * noise(fine, x * 1.7, y * 1.7)
            + 2.0 * depth * noise(broad, x * 0.02, y * 0.02)
    });
}

/// Faint texture only: what is to be found here is found by its tone.
fn same(canvas: &mut Canvas, chance: &mut Chance, tone: f32) {
    let depth = chance.between(0.3, 1.8);
    let (fine, broad) = (seed(chance), seed(chance));
    let turn = chance.between(0.0, 3.0);
    let (sin, cos) = turn.sin_cos();
    let stretch = chance.between(0.08, 1.0);
    canvas.shade(|x, y, _| {
        let (u, v) = (x * cos + y * sin, (y * cos - x * sin) * stretch);
        tone + depth * noise(fine, u * 1.1, v * 1.1)
            + 0.6 * depth * noise(broad, x * 0.05, y * 0.05)
    });
}

fn wood(canvas: &mut Canvas, chance: &mut Chance, tone: f32) {
    let turn = chance.between(-0.5, 0.5) + if chance.happens(0.5) { 1.57 } else { 0.0 };
    let (sin, cos) = turn.sin_cos();
    let (warp, fine, plank_seed) = (seed(chance), seed(chance), seed(chance));
    let depth = chance.between(5.0, 18.0);
    let plank = chance.between(60.0, 160.0);
    let seam = chance.between(0.0, 40.0);
    canvas.shade(|x, y, _| {
        let (along, across) = (x * cos + y * sin, y * cos - x * sin);
        let board = (across / plank).floor();
        let shift = 50.0 * noise(plank_seed, board * 3.1, 0.5);
        let bend = 9.0 * noise(warp, (along + shift) * 0.012, across * 0.03 + board * 7.0);
        let rings = ((across + bend) * 0.9).sin() * 0.6 + ((across + bend) * 0.31).sin();
        let grain = noise(fine, along * 0.06, across * 2.4);
        let edge = (across - board * plank).min((board + 1.0) * plank - across);
        let groove = seam * (1.0 - edge / 0.9).clamp(0.0, 1.0);
        let board_tone = 8.0 * noise(plank_seed, board * 5.7, 9.5);
        tone + board_tone + depth * (0.35 * rings + 0.5 * grain) - groove
    });
}

fn cloth(canvas: &mut Canvas, chance: &mut Chance, tone: f32) {
    let turn = chance.between(-0.7, 0.7);
    let (sin, cos) = turn.sin_cos();
    let period = chance.between(5.0, 45.0);
    let depth = chance.between(8.0, 45.0);
    let share = chance.between(0.2, 0.6);
    let (fold, fine) = (seed(chance), seed(chance));
    canvas.shade(|x, y, _| {
        let wave = 3.0 * noise(fold, x * 0.015, y * 0.015);
        let (u, v) = (x * cos + y * sin + wave, y * cos - x * sin + wave);
        let stripe = |t: f32| {
            if (t / period).rem_euclid(1.0) < share {
                1.0
            } else {
                0.0
            }
        };
        let weave = (u * 5.0).sin() * (v * 5.0).sin();
        tone + depth * (stripe(u) + stripe(v) - 2.0 * share) * 0.5
            + 3.0 * weave
            + 5.0 * noise(fold, x * 0.02, y * 0.03)
            + 2.0 * noise(fine, x * 2.0, y * 2.0)
    });
}

fn tiles(canvas: &mut Canvas, chance: &mut Chance, tone: f32) {
    let turn = chance.between(-0.8, 0.8);
    let (sin, cos) = turn.sin_cos();
    let (w, h) = (chance.between(25.0, 140.0), chance.between(25.0, 140.0));
    let joint = chance.between(1.0, 4.0);
    let depth = chance.between(15.0, 60.0) * if chance.happens(0.5) { -1.0 } else { 1.0 };
    let stagger = if chance.happens(0.5) { 0.5 } else { 0.0 };
    let (each, fine) = (seed(chance), seed(chance));
    canvas.shade(|x, y, _| {
        let (u, v) = (x * cos + y * sin, y * cos - x * sin);
        let row = (v / h).floor();
        let u = u + stagger * w * row.rem_euclid(2.0);
        let column = (u / w).floor();
        let (du, dv) = (u - column * w, v - row * h);
        let edge = du.min(w - du).min(dv).min(h - dv);
        let in_joint = (1.0 - (edge - joint / 2.0) * 2.0).clamp(0.0, 1.0);
        tone + 7.0 * noise(each, column * 3.3, row * 4.1)
            + depth * in_joint
            + 2.5 * noise(fine, x * 1.2, y * 1.2)
    });
}

fn stone(canvas: &mut Canvas, chance: &mut Chance, tone: f32) {
    let depth = chance.between(6.0, 22.0);
    let (a, b, c) = (seed(chance), seed(chance), seed(chance));
    canvas.shade(|x, y, _| {
        let vein = noise(c, x * 0.04 + 2.0 * noise(b, x * 0.03, y * 0.03), y * 0.04);
        let line = if vein.abs() < 0.04 { -1.2 } else { 0.0 };
        tone + depth
            * (noise(a, x * 0.9, y * 0.9) + 0.7 * noise(b, x * 0.25, y * 0.25) + line)
            * 0.7
    });
}

fn gradient(canvas: &mut Canvas, chance: &mut Chance, tone: f32) {
    let turn = chance.between(0.0, std::f32::consts::TAU);
    let (sin, cos) = turn.sin_cos();
    let slope = chance.between(0.15, 0.55);
    let fine = seed(chance);
    canvas.shade(|x, y, _| {
        let ramp = (tone + slope * ((x - 60.0) * cos + (y - 50.0) * sin)).clamp(8.0, 248.0);
        ramp + 1.5 * noise(fine, x * 1.5, y * 1.5)
    });
}

/// A place anywhere on the canvas.
fn anywhere(canvas: &Canvas, chance: &mut Chance) -> (f32, f32) {
    let (w, h) = (
        canvas.width as f32 / canvas.scale,
        canvas.height as f32 / canvas.scale,
    );
    (
        canvas.origin.0 + chance.between(-0.1, 1.1) * w,
        canvas.origin.1 + chance.between(-0.1, 1.1) * h,
    )
}

/// A thing on the desk: its shadow, then itself.
fn lay(canvas: &mut Canvas, block: Block, tone: f32, thick: f32) {
    let shadow = Block {
        middle: (block.middle.0 + thick, block.middle.1 + thick),
        size: (block.size.0 + thick, block.size.1 + thick),
        ..block
    };
    canvas.block(shadow, |_, _, under| under * 0.72);
    canvas.block(block, |u, v, _| tone + 5.0 * (u - 0.5) + 4.0 * (v - 0.5));
}

fn papers(canvas: &mut Canvas, chance: &mut Chance, tone: f32, page: f32) {
    speckle(canvas, chance, tone, 3.0);
    for _ in 0..5 + chance.below(5) {
        let middle = anywhere(canvas, chance);
        let turn = chance.between(-1.6, 1.6);
        let size = *chance.pick(&[
            (210.0, 297.0),
            (148.0, 210.0),
            (220.0, 110.0),
            (297.0, 210.0),
        ]);
        let white = if chance.happens(0.5) {
            chance.between(185.0, 245.0)
        } else {
            (page + chance.between(-40.0, 25.0)).clamp(60.0, 245.0)
        };
        let block = Block { middle, size, turn };
        let thick = chance.between(0.3, 1.5);
        lay(canvas, block, white, thick);
        let (sin, cos) = turn.sin_cos();
        let pitch = chance.between(1.8, 3.0);
        let lines = chance.below(14);
        for line in 0..lines {
            let (u, v) = (-size.0 * 0.4, -size.1 * 0.4 + line as f32 * pitch * 2.6);
            if v > size.1 * 0.42 {
                break;
            }
            let place = (middle.0 + u * cos - v * sin, middle.1 + u * sin + v * cos);
            let count = (size.0 * chance.between(0.3, 0.8) / pitch) as usize;
            let letters = Letters {
                count,
                pitch,
                height: pitch * 1.2,
                tone: 60.0,
                words: true,
            };
            canvas.print(chance, place, turn, letters);
        }
    }
}

fn clutter(canvas: &mut Canvas, chance: &mut Chance, tone: f32) {
    match chance.below(3) {
        0 => wood(canvas, chance, tone),
        1 => stone(canvas, chance, tone),
        _ => speckle(canvas, chance, tone, 4.0),
    }
    if chance.happens(0.8) {
        keyboard(canvas, chance);
    }
    for _ in 0..2 + chance.below(3) {
        let (x, y) = anywhere(canvas, chance);
        let (radius, cup, inside) = (
            chance.between(18.0, 45.0),
            chance.between(30.0, 240.0),
            chance.between(15.0, 90.0),
        );
        canvas.disc((x + 4.0, y + 4.0), radius * 1.1, |_, under| under * 0.7);
        canvas.disc((x, y), radius, |_, _| cup);
        canvas.disc((x, y), radius * 0.85, |d, _| inside + 20.0 * d);
    }
    for _ in 0..3 + chance.below(5) {
        let middle = anywhere(canvas, chance);
        let turn = chance.between(-1.6, 1.6);
        let size = *chance.pick(&[
            (140.0, 8.0),
            (75.0, 150.0),
            (60.0, 60.0),
            (300.0, 28.0),
            (90.0, 50.0),
        ]);
        let shade = chance.between(15.0, 240.0);
        lay(canvas, Block { middle, size, turn }, shade, 2.0);
    }
    // A cable: short straight pieces.
    let (mut x, mut y) = anywhere(canvas, chance);
    let mut turn = chance.between(0.0, std::f32::consts::TAU);
    let shade = chance.between(10.0, 220.0);
    for _ in 0..60 {
        turn += chance.between(-0.3, 0.3);
        (x, y) = (x + 5.0 * turn.cos(), y + 5.0 * turn.sin());
        let block = Block {
            middle: (x, y),
            size: (6.5, 4.0),
            turn,
        };
        canvas.block(block, |_, v, _| shade + 25.0 * (0.5 - (v - 0.4).abs()));
    }
}

fn keyboard(canvas: &mut Canvas, chance: &mut Chance) {
    let (x, y) = anywhere(canvas, chance);
    let turn = chance.between(-0.6, 0.6);
    let (sin, cos) = turn.sin_cos();
    let body = chance.between(20.0, 210.0);
    let key = if chance.happens(0.5) {
        body * 0.6
    } else {
        (body + 50.0).min(245.0)
    };
    let block = Block {
        middle: (x, y),
        size: (430.0, 130.0),
        turn,
    };
    lay(canvas, block, body, 4.0);
    for row in 0..6 {
        for column in 0..22 {
            let (u, v) = (
                (column as f32 - 10.5) * 19.0 + row as f32 * 2.0,
                (row as f32 - 2.5) * 19.5,
            );
            let middle = (x + u * cos - v * sin, y + u * sin + v * cos);
            let size = (16.0, 16.0);
            canvas.block(Block { middle, size, turn }, |_, v, _| key - 10.0 * v);
            let size = (3.0, 4.0);
            canvas.block(Block { middle, size, turn }, |_, _, under| 255.0 - under);
        }
    }
}
