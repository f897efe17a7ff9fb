//! Rolls: tape, film, bubble wrap, labels, strapping.

use std::fmt::Write as _;

use crate::Dimensions;
use crate::pen::{Ink, Sketch, at};

/// A roll lying on its side, its face to the left front: outer and core ellipses and the run
/// of its width to the right.
fn roll(s: &mut Sketch, rx: f64, ry: f64, core: f64, run: f64) {
    s.ellipse(Ink::Ring, 0.0, 0.0, rx, ry);
    s.ellipse(Ink::Ring, 0.0, 0.0, rx * core, ry * core);
    s.ellipse(Ink::Line, 0.0, 0.0, rx * core * 0.86, ry * core * 0.86);
    s.body(format!(
        "M0 -{ry}H{run}A{rx} {ry} 0 0 1 {run} {ry}H0A{rx} {ry} 0 0 0 0 -{ry}"
    ));
    let mut turns = String::new();
    for n in 1..4 {
        let f = core + (1.0 - core) * f64::from(n) / 4.0;
        let (a, b) = (rx * f, ry * f);
        let _ = write!(turns, "M0 -{b}A{a} {b} 0 0 0 0 {b}A{a} {b} 0 0 0 0 -{b}");
    }
    s.thin(turns);
}

pub fn tape(s: &mut Sketch, d: &Dimensions) {
    roll(s, 50.0, 66.0, 0.62, 46.0);
    s.body("M4 66C30 66 60 66 92 70L96 66 100 71 104 67 108 72V62C90 60 76 54 66 46");
    s.thin("M60-58C82-40 90-14 92 10M20 62H44");
    s.width(0.0, 46.0, -66.0, -1, d.label("width"));
    roll_length(s, d, 96.0, 64.0);
}

fn roll_length(s: &mut Sketch, d: &Dimensions, x: f64, y: f64) {
    let length = d
        .number("roll_length")
        .map(|l| format!("{} m", crate::dimensions::written(l)));
    s.note(at(x, y), at(4.0, -22.0), length);
}

pub fn film(s: &mut Sketch, d: &Dimensions) {
    roll(s, 22.0, 32.0, 0.46, 150.0);
    s.body("M172-9V9H186A6 9 0 0 0 186-9z");
    s.body("M10 32H160C164 44 166 56 164 68H14C16 56 14 44 10 32z");
    s.thin("M24-24H150M40-14H160M30 50H60M90 60H140");
    s.width(0.0, 150.0, -32.0, -1, d.label("width"));
    roll_length(s, d, 164.0, 58.0);
}

pub fn bubble(s: &mut Sketch, d: &Dimensions) {
    roll(s, 40.0, 56.0, 0.2, 90.0);
    s.body("M90 56H4C30 62 60 72 150 72L130 50C124 48 116 44 112 40");
    let mut bubbles = String::new();
    for row in 0..5 {
        for column in 0..6 {
            let shift = f64::from(row % 2) * 6.5;
            let y = -40.0 + 19.0 * f64::from(row);
            let edge = 40.0 * (1.0 - (y / 56.0).powi(2)).max(0.0).sqrt();
            let x = edge + 8.0 + 13.0 * f64::from(column) + shift;
            let _ = write!(bubbles, "M{} {y}a4 4.6 0 1 1 8 0a4 4.6 0 1 1-8 0", x - 4.0);
        }
    }
    for n in 0..7 {
        let x = 46.0 + 13.0 * f64::from(n);
        let _ = write!(bubbles, "M{x} 65a4 2 0 1 1 8 0a4 2 0 1 1-8 0");
    }
    s.thin(bubbles);
    s.width(0.0, 90.0, -56.0, -1, d.label("width"));
    roll_length(s, d, 140.0, 60.0);
}

pub fn label(s: &mut Sketch, d: &Dimensions) {
    roll(s, 44.0, 58.0, 0.42, 60.0);
    s.body("M10 58H154L180 34H96C92 44 84 54 72 57");
    for x in [96.0, 122.0] {
        s.moved(x, 54.0, |s| {
            s.body("M0 0H20L37.500-16H17.500z");
            s.thin("M9-4.500H21M14-9H28");
        });
    }
    s.width(0.0, 60.0, -58.0, -1, d.label("width"));
    roll_length(s, d, 172.0, 44.0);
}

pub fn strapping(s: &mut Sketch, d: &Dimensions) {
    roll(s, 54.0, 70.0, 0.55, 36.0);
    let mut wraps = String::new();
    for n in 1..4 {
        let x = 9.0 * f64::from(n);
        let _ = write!(wraps, "M{x}-70A54 70 0 0 1 {x} 70");
    }
    s.thin(wraps);
    s.body("M20 70C60 74 96 74 128 62L130 70C98 82 56 82 8 70");
    s.thin("M110 72L114 68M102 74L106 70M94 75L98 71");
    s.dark("M66-10L82-14 84 2 68 6z");
    s.width(0.0, 36.0, -70.0, -1, d.label("width"));
    roll_length(s, d, 120.0, 66.0);
}
