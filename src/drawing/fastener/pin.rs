//! Pins: dowel, split and spring.

use crate::Dimensions;
use crate::pen::{Ink, Sketch};

pub fn dowel(s: &mut Sketch, d: &Dimensions) {
    let size = d.or("diameter", 8.0);
    let length = d.or_within("length", 4.0 * size, 1.2 * size, 12.0 * size);
    let (r, e) = (size / 2.0, size * 0.14);
    s.flipped(
        Ink::Body,
        0.0,
        format!(
            "M0 0V-{}L{e} -{r}H{}Q{length} -{r} {length} -{}V0",
            r - e * 0.5,
            length - e * 1.6,
            r * 0.4
        ),
    );
    s.line(format!("M{e} -{r}V{r}M{0} -{r}V{r}", length - e * 1.6));
    s.thin(format!("M{} -{}H{}", e * 2.0, r * 0.5, length - e * 3.0));
    s.center(format!("M-{} 0H{}", r * 0.6, length + r * 0.15));
    let x = -size * 1.05;
    s.circle(Ink::Body, x, 0.0, r);
    s.circle(Ink::Thin, x, 0.0, r - e * 0.5);
    let over = r * 1.2;
    s.center(format!("M{} 0H{}M{x} -{over}V{over}", x - over, x + over));
    s.width(0.0, length, r, 1, d.label("length"));
    s.height(-r, r, length, 1, d.label_after("⌀", "diameter"));
}

pub fn split(s: &mut Sketch, d: &Dimensions) {
    let size = d.or("diameter", 4.0);
    let length = d.or_within("length", 9.0 * size, 4.0 * size, 14.0 * size);
    let r = size / 2.0;
    // The eye: both legs bent into one loop of wire.
    let (eye, wire) = (size * 1.05, r * 0.92);
    let x = -eye * 1.25;
    s.ring(format!(
        "M{0} -{r}C-{1} -{r} {2} -{eye} {x} -{eye}A{eye} {eye} 0 0 0 {x} {eye}C{2} {eye} -{1} {r} {0} {r}z",
        size * 0.2, size * 0.3, x + eye * 0.6
    ));
    let q = eye - wire;
    s.ring(format!(
        "M-{0} 0C-{1} -{2} {3} -{q} {x} -{q}A{q} {q} 0 0 0 {x} {q}C{3} {q} -{1} {2} -{0} 0z",
        size * 0.35,
        size * 0.5,
        r * 0.35,
        x + q * 0.4
    ));
    s.body(format!(
        "M{0} -{r}H{1}Q{2} -{r} {2} -{3}V0H{0}",
        size * 0.2,
        length - r * 1.4,
        length - r * 0.6,
        r * 0.4
    ));
    s.body(format!(
        "M{0} {r}H{1}Q{length} {r} {length} {2}V0H{0}",
        size * 0.2,
        length - r * 0.8,
        r * 0.4
    ));
    s.line(format!("M-{} 0H{}", size * 0.35, length - r * 0.6));
    s.width(0.0, length, r, 1, d.label("length"));
    s.height(-r, r, length, 1, d.label_after("⌀", "diameter"));
}

pub fn spring(s: &mut Sketch, d: &Dimensions) {
    let size = d.or("diameter", 6.0);
    let length = d.or_within("length", 4.5 * size, 1.5 * size, 12.0 * size);
    let (r, e) = (size / 2.0, size * 0.18);
    s.flipped(
        Ink::Body,
        0.0,
        format!(
            "M0 0V-{0}L{e} -{r}H{1}L{length} -{0}V0",
            r - e * 0.45,
            length - e
        ),
    );
    s.line(format!("M{e} -{r}V{r}M{0} -{r}V{r}", length - e));
    let slit = r * 0.14;
    s.line(format!("M0 -{slit}H{length}M0 {slit}H{length}"));
    let (x, q) = (-size * 1.05, r * 0.6);
    let edge = |rim: f64| (rim * rim - slit * slit).sqrt();
    s.body(format!(
        "M{} -{slit}A{r} {r} 0 1 0 {0} {slit}L{1} {slit}A{q} {q} 0 1 1 {1} -{slit}z",
        x + edge(r),
        x + edge(q)
    ));
    let over = r * 1.2;
    s.center(format!("M{} 0H{}M{x} -{over}V{over}", x - over, x + over));
    s.width(0.0, length, r, 1, d.label("length"));
    s.height(-r, r, length, 1, d.label_after("⌀", "diameter"));
}
