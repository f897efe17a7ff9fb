//! Paper, notebooks, labels and notes.

use std::fmt::Write as _;

use crate::Dimensions;
use crate::pen::{Ink, Sketch, at};

pub fn ream(s: &mut Sketch, d: &Dimensions) {
    s.body("M-84 4L0-36L84-4L0 40z");
    s.body("M-84 4L0 40V68L-84 32z");
    s.body("M0 40L84-4V24L0 68z");
    s.shade("M0 40L84-4V24L0 68z");
    s.thin("M-84 10L-60 20M-84 16L-60 26M-84 22L-60 32M-84 28L-60 38");
    // The wrapper leaves one end free.
    s.line("M-60 14.300L24-25.400M-60 14.300V42");
    s.thin("M-12 8L30-12M-2 14L44-8M10 21L34 9");
    let sheets = d.number("sheets").map(|n| format!("{n:.0}"));
    let size = d.code("paper_size").map(str::to_owned);
    let label = match (size, sheets) {
        (Some(size), Some(sheets)) => Some(format!("{size} ×{sheets}")),
        (size, sheets) => size.or(sheets),
    };
    s.note(at(42.0, -20.0), at(14.0, -24.0), label);
}

pub fn notebook(s: &mut Sketch, d: &Dimensions) {
    s.body("M-50-80H52Q58-80 58-74V74Q58 80 52 80H-50z");
    s.line("M-38-80V80");
    let mut rings = String::new();
    for n in 0..11 {
        let y = -70.0 + 14.0 * f64::from(n);
        let _ = write!(
            rings,
            "M-43 {y}H-57A2.5 2.5 0 0 0-57 {0}H-43A2.5 2.5 0 0 0-43 {y}",
            y + 5.0
        );
    }
    s.line(rings);
    s.round(Ink::Shade, -14.0, -52.0, 54.0, 34.0, 2.0);
    s.round(Ink::Line, -14.0, -52.0, 54.0, 34.0, 2.0);
    s.thin("M-4-40H30M-4-31H20M54-76V76");
    s.note(
        at(58.0, 30.0),
        at(22.0, 14.0),
        d.code("paper_size").map(str::to_owned),
    );
}

pub fn label_sheet(s: &mut Sketch, d: &Dimensions) {
    s.body("M-58-82H58V62L38 82H-58z");
    s.body("M38 82V66Q38 62 42 62H58z");
    for row in 0..7 {
        for column in 0..3 {
            let (x, y) = (
                -50.0 + 34.0 * f64::from(column),
                -74.0 + 20.6 * f64::from(row),
            );
            if !(row == 6 && column == 2) {
                s.round(Ink::Line, x, y, 31.0, 17.6, 2.5);
            }
        }
    }
    s.shade("M-50-74h31v17.600h-31z");
    s.thin("M-44-68H-26M-44-63H-32");
    s.note(
        at(58.0, 20.0),
        at(22.0, 14.0),
        d.code("paper_size").map(str::to_owned),
    );
}

pub fn sticky_notes(s: &mut Sketch, d: &Dimensions) {
    s.body("M-64-58H56V30C56 46 50 56 38 62H-64z");
    s.body("M56 30C50 24 40 24 34 30C38 40 40 52 38 62C50 56 56 46 56 30z");
    s.shade("M-64-58H56V-42H-64z");
    s.thin("M-64-42H56M-44-20H30M-44-4H36M-44 12H10");
    s.body("M-64 62V72H44L62 44V38C58 50 50 58 38 62z");
    s.thin("M-64 65.500H40M-64 69H43");
    s.width(-64.0, 56.0, -58.0, -1, d.label("width"));
    s.height(
        -58.0,
        62.0,
        -64.0,
        -1,
        d.label("length").or_else(|| d.label("height")),
    );
}
