//! Grinding and sanding.

use std::fmt::Write as _;

use crate::Dimensions;
use crate::pen::{Ink, Sketch, at};

pub fn cutting_disc(s: &mut Sketch, d: &Dimensions) {
    let size = d
        .number("diameter")
        .or(d.number("outer_diameter"))
        .unwrap_or(125.0);
    let bore = d.or_within("bore", size * 0.178, size * 0.06, size * 0.35) / 2.0;
    let thick = d.or_within("thickness", size * 0.01, size * 0.016, size * 0.12);
    let r = size / 2.0;
    s.circle(Ink::Ring, 0.0, 0.0, r);
    s.circle(Ink::Ring, 0.0, 0.0, bore);
    s.circle(Ink::Line, 0.0, 0.0, bore * 1.25);
    s.circle(Ink::Thin, 0.0, 0.0, r * 0.52);
    s.circle(Ink::Thin, 0.0, 0.0, r * 0.96);
    // Grit: short strokes, scattered the same way every time.
    let mut grit = String::new();
    for n in 0..44 {
        let angle = f64::from(n) * 2.399_963;
        let radius = r * (0.56 + 0.36 * (f64::from(n * 7 % 44) / 44.0));
        let (sin, cos) = angle.sin_cos();
        let _ = write!(grit, "M{} {}h{}", radius * cos, radius * sin, r * 0.012);
    }
    s.thin(grit);
    let over = r * 1.07;
    s.center(format!("M-{over} 0H{over}M0-{over}V{over}"));
    let x = r * 1.3;
    s.rect(Ink::Body, x, -r, thick, size);
    s.rect(
        Ink::Body,
        x - thick * 0.4,
        -bore * 1.25,
        thick * 1.8,
        bore * 2.5,
    );
    let outer = d
        .label_after("⌀", "diameter")
        .or_else(|| d.label_after("⌀", "outer_diameter"));
    s.width(-r, r, r, 1, outer);
    s.width(x, x + thick, r, 1, d.label("thickness"));
    s.note(
        at(-bore * 0.71, -bore * 0.71),
        at(-68.0, -48.0),
        d.label_after("⌀", "bore"),
    );
}

pub fn flap_disc(s: &mut Sketch, d: &Dimensions) {
    let size = d
        .number("diameter")
        .or(d.number("outer_diameter"))
        .unwrap_or(125.0);
    let bore = d.or_within("bore", size * 0.178, size * 0.08, size * 0.3) / 2.0;
    let r = size / 2.0;
    let inner = r * 0.5;
    s.circle(Ink::Ring, 0.0, 0.0, r);
    s.circle(Ink::Ring, 0.0, 0.0, inner);
    s.circle(Ink::Ring, 0.0, 0.0, inner);
    s.circle(Ink::Ring, 0.0, 0.0, bore);
    s.circle(Ink::Thin, 0.0, 0.0, inner * 0.85);
    let mut flaps = String::new();
    for n in 0..36 {
        let angle = f64::from(n) * std::f64::consts::TAU / 36.0;
        let ((s1, c1), (s2, c2)) = (angle.sin_cos(), (angle + 0.16).sin_cos());
        let _ = write!(
            flaps,
            "M{} {}L{} {}",
            inner * c1,
            inner * s1,
            r * c2,
            r * s2
        );
    }
    s.thin(flaps);
    let over = r * 1.07;
    s.center(format!("M-{over} 0H{over}M0-{over}V{over}"));
    let x = r * 1.25;
    s.flipped(
        Ink::Body,
        0.0,
        format!(
            "M{x} 0V-{inner}L{} -{r}h{}L{} -{}V0",
            x + r * 0.14,
            r * 0.08,
            x + r * 0.1,
            inner * 0.9
        ),
    );
    let outer = d
        .label_after("⌀", "diameter")
        .or_else(|| d.label_after("⌀", "outer_diameter"));
    s.width(-r, r, r, 1, outer);
    s.note(
        at(-bore * 0.71, -bore * 0.71),
        at(-68.0, -48.0),
        d.label_after("⌀", "bore"),
    );
}

pub fn sandpaper(s: &mut Sketch, d: &Dimensions) {
    s.body("M-50-62H50V38C50 52 44 58 30 60L-50 62z");
    s.shade("M-50-62H50V38C50 52 44 58 30 60L-50 62z");
    s.body("M30 60C26 52 28 42 34 38C40 34 48 34 50 38C50 52 44 58 30 60z");
    let mut grit = String::new();
    for n in 0..60 {
        let (x, y) = (f64::from(n * 37 % 60), f64::from(n * 23 % 53));
        let (x, y) = (-45.0 + x * 1.5, -57.0 + y * 2.1);
        if y < 30.0 || x < 18.0 {
            let _ = write!(grit, "M{x} {y}h.4");
        }
    }
    s.line(grit);
    s.body("M-50-62L-58-54V70L-50 62zM-58 70L24 68 30 60-50 62z");
    let grit = d.code("grit").map(|g| {
        if g.starts_with(|c: char| c.is_ascii_digit()) {
            format!("P{g}")
        } else {
            g.to_owned()
        }
    });
    s.note(at(20.0, -30.0), at(52.0, -20.0), grit);
    s.width(-58.0, 50.0, 68.0, 1, d.label("width"));
    s.height(-62.0, 62.0, -58.0, -1, d.label("length"));
}
