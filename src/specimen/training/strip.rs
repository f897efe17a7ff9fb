//! Lines of print as a camera sees them, cut into patches with the truth: what the recognizer learns from.

use std::f32::consts::TAU;

use ekyc::{
    Gray,
    read::{CLASSES, Cell, Patch, sample},
};

use crate::{
    Chance,
    font::{Font, Ink},
    soften::{blur, smear},
};

/// Letters on a strip.
const LETTERS: usize = 10;

/// A patch, and what it shows.
pub struct Lesson {
    pub patch: Patch,
    /// Its place in [`CLASSES`].
    pub class: usize,
    /// A class that looks the same in this font: nothing is learned about telling the two apart. Only OCR-B is made so
    /// that `0` and `O` differ.
    pub twin: Option<usize>,
}

const ZERO: usize = 0;
const OH: usize = 24;

/// One strip's patches. The fonts with one width come first; only they have the filler `<`.
pub fn lessons(fonts: &[Font], chance: &mut Chance) -> Vec<Lesson> {
    let font = choose(fonts, chance);
    let zone = is_zone(font);
    // From what is barely legible to what a steady hand gives, more of the former.
    let height = 9.0 * 5.0_f32.powf(chance.unit() * chance.between(0.5, 1.0));
    let em = height / font.capital;
    let stretch = chance.between(0.9, 1.1);
    let spacing = if zone {
        0.0
    } else {
        chance.between(-0.01, 0.16)
    };
    let lean = if chance.happens(0.35) {
        chance.between(-0.05, 0.3)
    } else {
        0.0
    };
    let slant = lean + 0.04 * chance.normal();
    // A row of even pitch is cut by its pitch, other print by the spots it is made of.
    let by_pitch = zone && chance.happens(0.7);
    let (tall, margin) = ((height * 2.6) as usize, height);
    let mut x = margin;
    let mut placed = Vec::new();
    for _ in 0..LETTERS {
        let class = match chance.unit() {
            share if share < 0.05 => CLASSES.len() - 1,
            share if share < 0.12 && zone => CLASSES.len() - 2,
            _ => chance.below(36),
        };
        placed.push((class, x));
        let letter = if class + 1 == CLASSES.len() {
            '0'
        } else {
            char::from(CLASSES[class])
        };
        x += (font.advance(letter) + spacing) * em * stretch;
    }
    let mut ink = Ink::new((x + margin) as usize, tall);
    let base = (tall as f32 + height) / 2.0;
    for (class, x) in &placed {
        if class + 1 < CLASSES.len() {
            let letter = char::from(CLASSES[*class]);
            font.draw(&mut ink, letter, (*x, base), (em * stretch, em), slant);
        }
    }
    ink.dry();
    warp(&mut ink, height, chance);
    spread(&mut ink, height, chance);
    let picture = photograph(ink, height, chance);
    let turn = 0.025 * chance.normal();
    let off = (0.02 * chance.normal(), 0.04 * chance.normal());
    let grow = chance.between(0.91, 1.1);
    // The middle of what leans lies half its height up.
    let lean = 0.5 * slant * height;
    let middle = |class: usize, x: f32| {
        let letter = if class + 1 == CLASSES.len() {
            '0'
        } else {
            char::from(CLASSES[class])
        };
        let middle = if by_pitch {
            font.advance(letter) / 2.0
        } else {
            font.middle(letter)
        };
        x + middle * em * stretch + lean
    };
    let middles: Vec<(usize, f32)> = placed
        .iter()
        .map(|(class, x)| (*class, middle(*class, *x)))
        .collect();
    let mut cut = |class: usize, x: f32| {
        let jitter = 0.04 * chance.normal();
        let cell = Cell {
            middle: (
                x + (off.0 + jitter) * height,
                base - height / 2.0 + (off.1 + 0.02 * chance.normal()) * height,
            ),
            height: height * grow,
            along: (turn.cos(), turn.sin()),
            width: chance.between(0.96, 1.04),
        };
        (sample(&picture, &cell), class)
    };
    let mut sampled: Vec<_> = middles.iter().map(|(class, x)| cut(*class, *x)).collect();
    // Between two letters stands none: this is how touching ones are told apart.
    for pair in middles.windows(2).step_by(3) {
        let gap = pair[1].1 - pair[0].1;
        if 0.55 * height < gap {
            sampled.push(cut(CLASSES.len() - 1, pair[0].1 + 0.5 * gap));
        }
    }
    let mut deviations: Vec<f32> = sampled.iter().map(|(cell, _)| cell.deviation).collect();
    deviations.sort_by(f32::total_cmp);
    let line = deviations[deviations.len() * 6 / 10];
    let alike = !font.name.starts_with("ocr-b");
    let lesson = |(cell, class): &(ekyc::read::Sampled, usize)| Lesson {
        patch: cell.patch(line),
        class: *class,
        twin: match *class {
            ZERO if alike => Some(OH),
            OH if alike => Some(ZERO),
            _ => None,
        },
    };
    sampled.iter().map(lesson).collect()
}

/// Half of all lessons are of OCR-B, since the zone has no other font.
fn choose<'a>(fonts: &'a [Font], chance: &mut Chance) -> &'a Font {
    let zone = fonts
        .iter()
        .filter(|font| font.name.starts_with("ocr-b"))
        .count();
    if 0 < zone && chance.happens(0.5) {
        &fonts[chance.below(zone)]
    } else {
        chance.pick(fonts)
    }
}

/// Whether all letters of a font are equally wide.
fn is_zone(font: &Font) -> bool {
    (font.advance('I') - font.advance('W')).abs() < 1e-3
}

/// Bends the print a little, everywhere otherwise: no two printers' letters are alike, and there are more of them than
/// fonts here.
fn warp(ink: &mut Ink, height: f32, chance: &mut Chance) {
    let mut wave = |most: f32| {
        let far = height * chance.between(1.2, 3.5);
        let (size, turn) = (height * most * chance.unit(), chance.between(0.0, TAU));
        let (across, down) = (turn.cos() * TAU / far, turn.sin() * TAU / far);
        let phase = chance.between(0.0, TAU);
        move |x: f32, y: f32| size * (across * x + down * y + phase).sin()
    };
    let (right, below) = (wave(0.07), wave(0.05));
    let (width, tall) = (ink.width, ink.height);
    let flat = std::mem::take(&mut ink.cover);
    let at = |x: usize, y: usize| flat[y.min(tall - 1) * width + x.min(width - 1)];
    ink.cover = (0..width * tall)
        .map(|n| {
            let (x, y) = ((n % width) as f32, (n / width) as f32);
            let u = (x + right(x, y)).clamp(0.0, (width - 1) as f32);
            let v = (y + below(x, y)).clamp(0.0, (tall - 1) as f32);
            let (column, row) = (u as usize, v as usize);
            let (s, t) = (u - column as f32, v - row as f32);
            let upper = at(column, row) * (1.0 - s) + at(column + 1, row) * s;
            let lower = at(column, row + 1) * (1.0 - s) + at(column + 1, row + 1) * s;
            upper * (1.0 - t) + lower * t
        })
        .collect();
}

/// Ink runs into paper, or does not reach its edge.
fn spread(ink: &mut Ink, height: f32, chance: &mut Chance) {
    let soft = height * chance.between(0.015, 0.05);
    blur(&mut ink.cover, ink.width, soft);
    let (edge, steep) = (chance.between(0.28, 0.68), chance.between(1.5, 4.0));
    for cover in &mut ink.cover {
        *cover = ((*cover - edge) * steep + 0.5).clamp(0.0, 1.0);
    }
}

/// Paper with a pattern behind, light, lens and sensor.
fn photograph(ink: Ink, height: f32, chance: &mut Chance) -> Gray {
    let paper = chance.between(130.0, 245.0);
    let black = chance.between(5.0, 0.45 * paper);
    let waves = if chance.happens(0.6) {
        chance.between(0.0, 0.14) * (paper - black)
    } else {
        0.0
    };
    let period = height * chance.between(0.15, 1.6);
    let (lean, bend, phase) = (
        chance.between(-1.5, 1.5),
        chance.between(0.0, 2.0),
        chance.between(0.0, 6.3),
    );
    let light = (0.2 * chance.normal(), 0.12 * chance.normal());
    let (width, tall) = (ink.width, ink.height);
    let mut pixels: Vec<f32> = ink.cover;
    for (at, pixel) in pixels.iter_mut().enumerate() {
        let (x, y) = ((at % width) as f32, (at / width) as f32);
        let curve = bend * (x / height * 0.7 + phase).sin();
        let wave = (TAU * (y + lean * x) / period + curve + phase).sin();
        let behind = paper + waves * wave * (TAU * (y - 0.7 * lean * x) / period).cos();
        let lit = 1.0 + light.0 * (x / width as f32 - 0.5) + light.1 * (y / tall as f32 - 0.5);
        *pixel = (behind + (black - behind) * *pixel) * lit;
    }
    // Blur up to and a little beyond what the gate lets through, so that what is illegible looks unsure.
    blur(&mut pixels, width, height * 0.15 * chance.unit().powf(1.3));
    if chance.happens(0.3) {
        smear(
            &mut pixels,
            width,
            height * chance.between(0.05, 0.3),
            chance.happens(0.5),
        );
    }
    let grain = (paper - black) * 0.085 * chance.unit();
    let bytes = pixels
        .iter()
        .map(|pixel| (pixel + grain * chance.normal() + 0.5).clamp(0.0, 255.0) as u8)
        .collect();
    let size = (width as u32, tall as u32);
    Gray::new(size.0, size.1, bytes).expect("a strip has pixels, and one byte for each")
}
