//! Intermediate bulk containers and crates.

use std::fmt::Write as _;

use crate::Dimensions;
use crate::pen::{Ink, Sketch};

pub fn ibc(s: &mut Sketch, _: &Dimensions) {
    // Bottle in its cage of tubes, on a pallet. The cage stops at what hangs on it.
    s.round(Ink::Shade, -68.0, -64.0, 136.0, 122.0, 12.0);
    s.body("M-18-64V-75Q-18-79-14-79H14Q18-79 18-75V-64z");
    s.thin("M-11-77V-66M-4-77V-66M4-77V-66M11-77V-66");
    s.round(Ink::Line, -74.0, -64.0, 148.0, 124.0, 3.0);
    s.line("M-74-44H74M-74-18H-34M34-18H74M-74 10H-34M34 10H74M-74 36H-14M14 36H74");
    s.both(0.0, |s| s.thin("M54-64V60M37-64V60M18-64V-28M18 20V60"));
    s.thin("M0-64V-28M0 20V34");
    s.rect(Ink::Body, -34.0, -28.0, 68.0, 48.0);
    s.thin("M-26-16H26M-26-6H14M-26 4H20");
    s.dark("M-14 34H14V48H-14z");
    s.circle(Ink::Body, 0.0, 50.0, 8.0);
    s.line("M-5 50H5");
    s.body("M-78 60H78V66H-78zM-78 79H78V85H-78z");
    s.dark("M-78 66H-56V79H-78zM-13 66H13V79H-13zM56 66H78V79H56z");
}

pub fn crate_(s: &mut Sketch, d: &Dimensions) {
    s.body("M-88-44H88L80 58Q80 62 76 62H-76Q-80 62-80 58z");
    s.dark("M-92-52H92V-42H-92z");
    s.ring("M-24-34H24Q28-34 28-30V-24Q28-20 24-20H-24Q-28-20-28-24V-30Q-28-34-24-34z");
    let mut slots = String::new();
    for row in 0..3 {
        for column in 0..9 {
            let (x, y) = (
                -68.0 + 15.6 * f64::from(column),
                -8.0 + 22.0 * f64::from(row),
            );
            let _ = write!(slots, "M{x} {y}h9v15h-9z");
        }
    }
    s.line(slots);
    s.line("M-76-42L-72-12M76-42L72-12");
    s.thin("M-84-47H84M-79 56H79");
    s.width(
        -92.0,
        92.0,
        62.0,
        1,
        d.label("length").or_else(|| d.label("width")),
    );
    s.height(-52.0, 62.0, 92.0, 1, d.label("height"));
}
