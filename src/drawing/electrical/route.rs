//! Conduit, trunking and cable ties.

use crate::Dimensions;
use crate::pen::{Affine, Ink, Sketch, at};

pub fn conduit(s: &mut Sketch, d: &Dimensions) {
    let size = d.number("diameter").or(d.number("outer_diameter"));
    let outer = d
        .label_after("⌀", "diameter")
        .or_else(|| d.label_after("⌀", "outer_diameter"));
    let _ = size;
    let r = 26.0;
    s.turned(-14.0, 0.0, 0.0, |s| {
        for (n, y) in [(0.0, -62.0), (1.0, 0.0)] {
            s.moved(n * 18.0, y, |s| {
                s.ellipse(Ink::Ring, -88.0, 0.0, 11.0, r);
                s.ellipse(Ink::Ring, -88.0, 0.0, 8.4, r * 0.84);
                s.body(format!(
                    "M-88-{r}H88A11 {r} 0 0 1 88 {r}H-88A11 {r} 0 0 0-88-{r}"
                ));
                s.thin("M-70-17H86M-60-12H40M-66 19H88");
            });
        }
    });
    s.note(at(-62.0, 42.0), at(8.0, 18.0), outer);
    let length = d
        .number("length")
        .map(|l| format!("L {}", crate::dimensions::written(l)));
    s.note(at(60.0, -92.0), at(20.0, -10.0), length);
}

pub fn trunking(s: &mut Sketch, d: &Dimensions) {
    let (w, h) = (d.or("width", 40.0), d.or("height", 25.0));
    let u = 60.0 / w.max(h);
    let (w, h) = ((w * u).max(14.0), (h * u).max(12.0));
    let (dx, dy, t) = (100.0, -46.0, 2.6);
    // End face: the tray with its lid, then the length running away.
    s.ring(format!("M0 0V{h}H{w}V0H{0}V{1}H{t}V0z", w - t, h - t));
    s.ring(format!("M-2 6V-3H{0}V6H{w}V0H0V6z", w + 2.0));
    s.body(format!(
        "M-2-3L{} {}H{}L{} -3z",
        dx - 2.0,
        dy - 3.0,
        w + dx + 2.0,
        w + 2.0
    ));
    s.body(format!(
        "M{0}-3L{1} {2}V{3}L{0} 6z",
        w + 2.0,
        w + 2.0 + dx,
        dy - 3.0,
        dy + 6.0
    ));
    s.body(format!(
        "M{w} 6L{0} {1}V{2}L{w} {h}z",
        w + dx,
        dy + 6.0,
        h + dy
    ));
    s.shade(format!(
        "M{w} 6L{0} {1}V{2}L{w} {h}z",
        w + dx,
        dy + 6.0,
        h + dy
    ));
    s.thin(format!(
        "M{0} -3L{1} {2}",
        w * 0.12,
        w * 0.12 + dx,
        dy - 3.0
    ));
    s.width(0.0, w, h, 1, d.label("width"));
    s.height(0.0, h, 0.0, -1, d.label("height"));
}

pub fn cable_tie(s: &mut Sketch, d: &Dimensions) {
    let long = d.label("length");
    let wide = d.label("width");
    // Straight from above, and looped.
    s.body("M-104 44H-84V49H96C102 49 106 51 108 52.5C106 54 102 56 96 56H-84V61H-104Q-106 61-106 58V47Q-106 44-104 44z");
    s.rect(Ink::Dark, -98.0, 49.0, 7.0, 7.0);
    s.thin("M-78 51H60M-78 54H60M-70 51V54M-62 51V54M-54 51V54M-46 51V54M-38 51V54M-30 51V54M-22 51V54M-14 51V54M-6 51V54M2 51V54M10 51V54M18 51V54M26 51V54M34 51V54M42 51V54M50 51V54");
    s.within(&Affine::shift(-10.0, -36.0), |s| {
        s.ring("M-4-44A44 44 0 1 0 36-24L30-20A38 38 0 1 1-4-38z");
        s.dark("M-8-48H16V-34H-8z");
        s.body("M16-46C40-50 66-56 88-72L92-66C70-50 44-42 16-38z");
        s.line("M16-38C26-34 32-28 36-24");
        s.thin("M-8 34A37 37 0 0 1-41 8");
    });
    s.width(-106.0, 108.0, 61.0, 1, long);
    s.height(49.0, 56.0, 108.0, 1, wide);
}
