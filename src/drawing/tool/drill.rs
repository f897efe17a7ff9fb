//! Twist drills and hole saws.

use std::fmt::Write as _;

use crate::Dimensions;
use crate::pen::{Ink, Sketch};

pub fn bit(s: &mut Sketch, d: &Dimensions) {
    let size = d.or("diameter", 8.0);
    let length = d.or_within("length", 11.0 * size, 5.0 * size, 14.0 * size);
    let (r, tip) = (size / 2.0, length - size * 0.3);
    let flute = length * 0.36;
    s.flipped(
        Ink::Body,
        0.0,
        format!("M0 0V-{}L{} -{r}H{tip}L{length} 0", r * 0.85, r * 0.15),
    );
    // The two flutes wind round: each shows as a slanted S once a turn.
    let pitch = size * 2.2;
    let turns = ((tip - flute) / pitch).clamp(1.0, 12.0).floor() as u32;
    let mut edge = String::new();
    let mut land = String::new();
    for n in 0..turns {
        let x = tip - pitch * f64::from(n + 1) - size * 0.42;
        for turn in [0.0, pitch / 2.0] {
            for (shift, path) in [(0.0, &mut edge), (size * 0.34, &mut land)] {
                let a = x + turn + shift;
                let (b, c, e) = (a + pitch * 0.12, a + pitch * 0.38, a + pitch * 0.5);
                let _ = write!(path, "M{a} {r}C{b} {0} {c} -{0} {e} -{r}", r * 0.5);
            }
        }
    }
    s.line(edge);
    s.thin(land);
    s.line(format!("M{tip} -{r}L{} {}", tip - size * 0.08, r * 0.2));
    s.center(format!("M-{} 0H{}", r, flute * 0.9));
    let x = -size * 1.3;
    s.circle(Ink::Body, x, 0.0, r);
    s.line(format!(
        "M{} {}L{} {}",
        x - r * 0.2,
        -r * 0.12,
        x + r * 0.2,
        r * 0.12
    ));
    let (a, b, c) = (r * 0.2, r * 0.12, r * 0.55);
    s.thin(format!(
        "M{} -{b}L{} {}M{} {b}L{} -{}",
        x - a,
        x + c,
        r * 0.7,
        x + a,
        x - c,
        r * 0.7
    ));
    s.width(0.0, length, r, 1, d.label("length"));
    s.height(-r, r, length, 1, d.label_after("⌀", "diameter"));
}

pub fn hole_saw(s: &mut Sketch, d: &Dimensions) {
    let size = d.or("diameter", 50.0).clamp(12.0, 200.0);
    let u = 100.0 / size.max(1.0);
    let half = 50.0;
    let mut rim = format!("M0-{0}H{half}V34", 26.0);
    let teeth = 10;
    let step = 100.0 / f64::from(teeth);
    for n in 0..teeth {
        let x = half - step * f64::from(n);
        let _ = write!(rim, "L{} 44L{} 36", x - step * 0.35, x - step);
    }
    rim.push_str("V-26z");
    s.body(rim);
    s.line("M-50-20H50");
    s.both(0.0, |s| s.round(Ink::Dark, 16.0, -8.0, 20.0, 30.0, 8.0));
    s.body("M-14-26V-38H14V-26z");
    s.body("M-6-38V-72L-4-74H4L6-72V-38z");
    s.thin("M-2-38V-74M2-38V-74");
    s.body("M-4 41V52L0 58 4 52V41");
    s.hidden("M-4-20V40M4-20V40");
    s.center("M0-80V61");
    let _ = u;
    s.width(-half, half, 60.0, 1, d.label_after("⌀", "diameter"));
}
