//! Sterilisation pouches.

use crate::Dimensions;
use crate::pen::{Ink, Sketch};

pub fn pouch(s: &mut Sketch, d: &Dimensions) {
    let (w, h) = (d.number("width"), d.number("length").or(d.number("height")));
    let ratio = w.zip(h).map_or(0.6, |(w, h)| w / h).clamp(0.4, 1.6);
    let (h2, w2) = (70.0, 70.0 * ratio);
    s.rect(Ink::Body, -w2, -h2, 2.0 * w2, 2.0 * h2);
    // The peel-open chevron, seals and flap.
    s.line(format!(
        "M-{0} {1}V-{2}M{0}-{2}V{1}",
        w2 - 6.0,
        h2,
        h2 - 22.0
    ));
    s.line(format!(
        "M-{0}-{1}L0-{2}L{0}-{1}",
        w2 - 6.0,
        h2 - 22.0,
        h2 - 6.0
    ));
    s.thin(format!(
        "M-{0} {1}V-{2}M{0}-{2}V{1}M-{0}-{2}L0-{3}L{0}-{2}",
        w2 - 10.0,
        h2,
        h2 - 25.0,
        h2 - 10.0
    ));
    s.dark(format!("M-{w2} {0}H{w2}V{1}H-{w2}z", h2 - 14.0, h2));
    s.thin(format!("M-{w2} {0}H{w2}", h2 - 18.0));
    // A pair of forceps inside.
    s.line("M-3-26C-8 0-10 20-4 38M3-26C8 0 10 20 4 38M-3-26Q0-30 3-26M-4 38L-1 20M4 38L1 20");
    s.width(-w2, w2, h2, 1, w.map(crate::dimensions::written));
    s.height(-h2, h2, w2, 1, h.map(crate::dimensions::written));
}
