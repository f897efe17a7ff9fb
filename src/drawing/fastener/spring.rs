//! Compression springs.

use std::fmt::Write as _;

use crate::Dimensions;
use crate::pen::{Ink, Sketch, at};

pub fn compression(s: &mut Sketch, d: &Dimensions) {
    let outer = d.or("outer_diameter", 20.0);
    let wire = d.or_within("wire_diameter", outer * 0.12, outer * 0.05, outer * 0.3);
    let length = d.or_within("length", outer * 2.4, outer * 0.8, outer * 6.0);
    let coils = f64::from(d.count("coils", 6, 40));
    // The coils at both ends are closed; between them only as many as can be told apart.
    let coils = coils
        .min(((length - 3.0 * wire) / (wire * 1.5)).floor())
        .clamp(2.0, 14.0) as u32;
    let (r, w) = (outer / 2.0 - wire / 2.0, wire / 2.0);
    let first = wire * 1.5;
    let step = (length - 2.0 * first) / f64::from(coils);
    let mut front = String::new();
    let mut back = String::new();
    for n in 0..coils {
        let x = first + step * f64::from(n);
        let end = x + step / 2.0;
        let slant = (step / 2.0).hypot(2.0 * r);
        let (nx, ny) = (w * 2.0 * r / slant, w * step / 2.0 / slant);
        // A capsule from the lower to the upper edge: one half turn, seen from the front.
        let _ = write!(
            front,
            "M{} {}L{} {}A{w} {w} 0 0 1 {} {}L{} {}A{w} {w} 0 0 1 {0} {1}z",
            x - nx,
            r - ny,
            end - nx,
            -r - ny,
            end + nx,
            -r + ny,
            x + nx,
            r + ny
        );
        // The half turn behind shows between the front ones.
        let (a, b) = (0.12, 0.88);
        let next = x + step;
        for side in [-1.0, 1.0] {
            let along = |t: f64| (end + (next - end) * t + side * nx * 0.9, -r + 2.0 * r * t);
            let ((p, q), (u, v)) = (along(a), along(b));
            let _ = write!(back, "M{p} {q}L{u} {v}");
        }
    }
    s.body(front);
    s.thin(back);
    for x in [0.0, length - wire] {
        s.round(Ink::Body, x, -r - w, wire, 2.0 * (r + w), w);
    }
    s.center(format!("M-{} 0H{}", outer * 0.12, length + outer * 0.12));
    s.width(0.0, length, outer / 2.0, 1, d.label("length"));
    s.height(
        -outer / 2.0,
        outer / 2.0,
        length,
        1,
        d.label_after("⌀", "outer_diameter"),
    );
    s.note(
        at(w * 1.2, -outer / 2.0),
        at(-6.0, -16.0),
        d.label_after("⌀", "wire_diameter"),
    );
}
