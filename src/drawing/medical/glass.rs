//! Laboratory glassware.

use std::fmt::Write as _;

use crate::Dimensions;
use crate::pen::{Ink, Sketch, at};

fn volume(d: &Dimensions) -> Option<String> {
    d.number("volume_ml")
        .map(|v| format!("{} mL", crate::dimensions::written(v)))
}

/// Graduation: `count` marks upwards from `y`, starting at `x`.
fn marks(s: &mut Sketch, x: f64, y: f64, count: u32, step: f64) {
    let mut path = String::new();
    for n in 0..count {
        let long = if n % 2 == 0 { 18.0 } else { 10.0 };
        let _ = write!(path, "M{x} {}h{long}", y - step * f64::from(n));
    }
    s.thin(path);
}

pub fn beaker(s: &mut Sketch, d: &Dimensions) {
    s.body("M-58-66C-62-70-56-74-50-72H48C54-74 58-70 54-66V62C54 70 50 74 42 74H-38C-46 74-50 70-50 62V-56C-50-60-54-62-58-66z");
    s.shade("M-50 4H54V62C54 70 50 74 42 74H-38C-46 74-50 70-50 62z");
    s.line("M-50 4H54");
    s.thin("M-54-67H54M46-58V54");
    marks(s, -14.0, 58.0, 9, 11.0);
    s.round(Ink::Thin, 14.0, -44.0, 26.0, 18.0, 2.0);
    s.note(at(54.0, 40.0), at(20.0, -16.0), volume(d));
    s.width(-50.0, 54.0, 74.0, 1, d.label_after("⌀", "diameter"));
    s.height(-72.0, 74.0, -58.0, -1, d.label("height"));
}

pub fn erlenmeyer(s: &mut Sketch, d: &Dimensions) {
    s.mirrored(
        Ink::Body,
        0.0,
        "M0-80H22Q25-80 25-77T22-74H19V-34C19-30 20-27 22-24L62 60C66 70 62 76 52 76H0",
    );
    s.mirrored(Ink::Shade, 0.0, "M0 16H41L62 60C66 70 62 76 52 76H0");
    s.line("M-41 16H41");
    s.thin("M-21-74H21M14-70V-32");
    marks(s, -14.0, 62.0, 6, 14.0);
    s.note(at(50.0, 36.0), at(20.0, -16.0), volume(d));
    let body = d.label_after("⌀", "diameter");
    s.width(
        -63.0,
        63.0,
        76.0,
        1,
        body.or_else(|| d.label_after("⌀", "outer_diameter")),
    );
    s.height(-80.0, 76.0, -63.0, -1, d.label("height"));
}

pub fn volumetric(s: &mut Sketch, d: &Dimensions) {
    s.mirrored(
        Ink::Body,
        0.0,
        "M0-88H9Q11-88 11-86V-84H8V-10C8-2 12 0 20 5C36 13 42 26 42 40C42 58 32 72 18 76H0",
    );
    s.mirrored(
        Ink::Shade,
        0.0,
        "M0-38H8V-10C8-2 12 0 20 5C36 13 42 26 42 40C42 58 32 72 18 76H0",
    );
    s.body("M-7-88H7L9-98H-9z");
    s.line("M-8-38H8M-11-42H-8M8-42H11");
    s.round(Ink::Thin, -18.0, 30.0, 36.0, 22.0, 2.0);
    s.thin("M33 24C37 36 36 50 30 60");
    s.note(at(42.0, 40.0), at(20.0, 12.0), volume(d));
    s.width(-42.0, 42.0, 76.0, 1, d.label_after("⌀", "diameter"));
    s.height(-98.0, 76.0, -42.0, -1, d.label("height"));
}

pub fn cylinder(s: &mut Sketch, d: &Dimensions) {
    s.body("M-22-84C-26-88-18-90-14-88H18V62H-16V-78C-16-81-20-82-22-84z");
    s.shade("M-16-24H18V62H-16z");
    s.line("M-16-24Q1-19 18-24");
    s.body("M-16 62H18L40 74Q44 80 38 80H-36Q-42 80-38 74z");
    let mut path = String::new();
    for n in 0..25 {
        let long = if n % 5 == 0 { 18.0 } else { 9.0 };
        let _ = write!(path, "M-16 {}h{long}", 52.0 - 5.0 * f64::from(n));
    }
    s.thin(path);
    s.thin("M13-80V56M-38 74H40");
    s.note(at(18.0, -40.0), at(24.0, -16.0), volume(d));
    s.height(-88.0, 80.0, -40.0, -1, d.label("height"));
}

pub fn test_tube(s: &mut Sketch, d: &Dimensions) {
    s.turned(14.0, 0.0, 0.0, |s| {
        s.body("M-19-84H19Q22-84 22-81T19-78H17V62A17 17 0 0 1-17 62V-78H-19Q-22-78-22-81T-19-84z");
        s.thin("M-19-78H19M11-70V58M-17-56H17");
        s.round(Ink::Thin, -9.0, -44.0, 16.0, 20.0, 1.5);
    });
    s.shade("M-17.800 0H19C14 24 8 44 1.400 64.500A17 17 0 0 1-31.500 56.300z");
    s.line("M-17.500 0H17.800");
    s.note(at(-26.0, 40.0), at(-26.0, -18.0), volume(d));
}
