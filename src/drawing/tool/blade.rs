//! Circular saw blades and hacksaw blades.

use std::fmt::Write as _;

use crate::Dimensions;
use crate::pen::{Ink, Sketch, at};

/// More teeth than this cannot be told apart in the frame.
const TEETH: u32 = 40;

pub fn saw(s: &mut Sketch, d: &Dimensions) {
    let size = d
        .number("diameter")
        .or(d.number("outer_diameter"))
        .unwrap_or(210.0);
    let bore = d.or_within("bore", size * 0.14, size * 0.06, size * 0.35) / 2.0;
    let teeth = d.count("teeth", 24, TEETH).max(12);
    let (r, root) = (size / 2.0, size * 0.5 * (1.0 - 2.4 / f64::from(teeth)));
    let step = std::f64::consts::TAU / f64::from(teeth);
    let mut rim = String::new();
    for n in 0..teeth {
        let angle = step * f64::from(n);
        let point = |radius: f64, part: f64| {
            let (sin, cos) = (angle + step * part).sin_cos();
            format!("{} {}", radius * cos, radius * sin)
        };
        let letter = if n == 0 { 'M' } else { 'L' };
        let _ = write!(
            rim,
            "{letter}{}L{}L{}L{}",
            point(r, 0.0),
            point(r * 0.99, 0.22),
            point(root * 1.01, 0.72),
            point(root, 0.96)
        );
    }
    s.ring(rim + "z");
    s.circle(Ink::Ring, 0.0, 0.0, bore);
    s.circle(Ink::Thin, 0.0, 0.0, r * 0.52);
    // Slits that let the rim grow when it warms.
    for n in 0..4 {
        let angle = std::f64::consts::FRAC_PI_2 * f64::from(n) + 0.5;
        let (sin, cos) = angle.sin_cos();
        let (a, b) = (root * 0.99, r * 0.74);
        s.line(format!("M{} {}L{} {}", a * cos, a * sin, b * cos, b * sin));
        s.circle(Ink::Line, b * cos, b * sin, size * 0.009);
    }
    let over = r * 1.06;
    s.center(format!("M-{over} 0H{over}M0-{over}V{over}"));
    let outer = d
        .label_after("⌀", "diameter")
        .or_else(|| d.label_after("⌀", "outer_diameter"));
    s.width(-r, r, r, 1, outer);
    s.note(
        at(bore * 0.71, -bore * 0.71),
        at(50.0, -52.0),
        d.label_after("⌀", "bore"),
    );
}

pub fn hacksaw(s: &mut Sketch, d: &Dimensions) {
    let mut edge = String::from("M-108-9H108C112-9 112 9 108 9");
    for n in 0..36 {
        let x = 100.0 - 5.6 * f64::from(n);
        let _ = write!(edge, "L{x} 9L{} 13L{} 9", x - 1.4, x - 5.6);
    }
    edge.push_str("H-108C-112 9-112-9-108-9z");
    s.ring(edge);
    s.circle(Ink::Ring, -103.0, 0.0, 3.2);
    s.circle(Ink::Ring, 103.0, 0.0, 3.2);
    s.thin("M-94 4H94");
    // Teeth enlarged.
    s.circle(Ink::Body, 0.0, 56.0, 27.0);
    s.line("M-26.5 60L-18 60-15 72-4 60-1 72 10 60 13 72 24 60 26.7 60");
    s.thin("M-8 13L-14 33M8 13L14 33");
    s.width(-103.0, 103.0, -9.0, -1, d.label("length"));
}
