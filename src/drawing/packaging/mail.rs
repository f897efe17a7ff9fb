//! Envelopes and mailing bags.

use crate::Dimensions;
use crate::pen::{Ink, Sketch};

pub fn envelope(s: &mut Sketch, d: &Dimensions) {
    let (w, h) = (
        d.number("length").or(d.number("width")),
        d.number("height").or(d.number("width")),
    );
    let ratio = w.zip(h).map_or(1.5, |(w, h)| w / h).clamp(1.2, 2.4);
    let (w2, h2) = (58.0 * ratio, 58.0);
    s.round(Ink::Body, -w2, -h2, 2.0 * w2, 2.0 * h2, 3.0);
    // Lower flaps, then the closing one.
    s.thin(format!(
        "M-{0} {1}L-{2} 6M{0} {1}L{2} 6",
        w2 - 1.0,
        h2 - 1.0,
        w2 * 0.2
    ));
    s.shade(format!(
        "M-{0} -{1}L-8 8Q0 16 8 8L{0} -{1}z",
        w2 - 1.0,
        h2 - 1.0
    ));
    s.line(format!(
        "M-{0} -{1}L-8 8Q0 16 8 8L{0} -{1}",
        w2 - 1.0,
        h2 - 1.0
    ));
    s.thin(format!(
        "M-{0} -{1}L-7 1Q0 8 7 1L{0} -{1}",
        w2 - 12.0,
        h2 - 3.5
    ));
    s.width(
        -w2,
        w2,
        h2,
        1,
        d.label("length").or_else(|| d.label("width")),
    );
    // Of an envelope, the length is the longer side.
    let across = d.number("length").and(d.label("width"));
    s.height(-h2, h2, w2, 1, d.label("height").or(across));
}

pub fn mailer_bag(s: &mut Sketch, d: &Dimensions) {
    s.body("M-56-60C-58-20-58 30-55 76C-20 79 20 79 55 76C58 30 58-20 56-60z");
    s.body("M-56-60L-48-82H48L56-60z");
    s.shade("M-56-60L-48-82H48L56-60z");
    s.thin("M-53-67H53M-51-73H51M-50 72C-18 75 18 75 50 72M-48-50C-44-44-46-38-50-34M48-50C44-44 46-38 50-34");
    s.round(Ink::Line, -36.0, -30.0, 72.0, 58.0, 2.0);
    s.thin("M-28-18H8M-28-10H20M-28-2H0");
    s.line("M-28 8V22M-24 8V22M-22 8V22M-17 8V22M-13 8V22M-11 8V22M-6 8V22M-2 8V22M1 8V22M6 8V22M8 8V22M13 8V22M17 8V22M19 8V22M24 8V22M28 8V22");
    s.width(-55.0, 55.0, 77.0, 1, d.label("width"));
    s.height(
        -82.0,
        76.0,
        57.0,
        1,
        d.label("length").or_else(|| d.label("height")),
    );
}
