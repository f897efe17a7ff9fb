//! Hammers, mallets and chisels.

use crate::Dimensions;
use crate::pen::{Ink, Sketch, at};

pub fn hammer(s: &mut Sketch, d: &Dimensions) {
    s.turned(30.0, 0.0, 0.0, |s| {
        // Engineer's hammer: face left, peen right.
        s.body("M-36-92H-18L-14-88H16L44-81C46-80.4 46-75.6 44-75L16-66H-14L-18-62H-36C-38-62-39-64-39-66V-88C-39-90-38-92-36-92z");
        s.line("M-33-92V-62M-18-92V-62");
        s.body("M-7-66V-60C-8-30-6-5-7 18H7C6-5 8-30 7-60V-66z");
        s.body("M-6-88V-93H6V-88");
        s.dark("M-7 18C-9 40-11 66-9 84C-8 92 8 92 9 84C11 66 9 40 7 18z");
        s.thin("M-8 28H8M-9 78H9M-3 34V72M3 34V72");
        s.aligned(at(46.0, -93.0), at(46.0, 88.0), at(0.866, 0.5), d.label("length"));
    });
}

pub fn mallet(s: &mut Sketch, d: &Dimensions) {
    s.turned(30.0, 0.0, 0.0, |s| {
        s.dark("M-38-94Q-42-94-42-90V-58Q-42-54-38-54H38Q42-54 42-58V-90Q42-94 38-94z");
        s.line("M-31-94V-54M31-94V-54");
        s.thin("M-31-86H31");
        s.body("M-6-54C-7-20-7 20-9 70C-9 80-7 88 0 88S9 80 9 70C7 20 7-20 6-54z");
        s.body("M-6-94V-98H6V-94");
        s.thin("M-9 76H9M-2.5-50V70M2.5-50V70");
        s.aligned(
            at(46.0, -93.0),
            at(46.0, 88.0),
            at(0.866, 0.5),
            d.label("length"),
        );
    });
}

pub fn chisel(s: &mut Sketch, d: &Dimensions) {
    let wide = d.number("width").unwrap_or(20.0).clamp(6.0, 50.0) * 0.45;
    s.flipped(
        Ink::Dark,
        0.0,
        "M0 0V-11Q0-14 4-14H8C30-11 50-15 72-14C80-13.5 84-10 88-9H94V0",
    );
    s.line("M8-14V14");
    s.thin("M14-6C34-4 58-7 82-5M14 6C34 4 58 7 82 5");
    s.flipped(Ink::Body, 0.0, "M88 0V-9.5H98V-8V0");
    s.flipped(
        Ink::Body,
        0.0,
        format!("M98 0V-5C106-4.6 108-4.6 112-4.6C120-4.6 120-{wide} 130-{wide}H214V0"),
    );
    s.line(format!("M196-{wide}V{wide}"));
    s.thin(format!("M134-{0}H196M134 {0}H196", wide * 0.65));
    s.height(-wide, wide, 214.0, 1, d.label("width"));
    s.note(
        at(160.0, wide),
        at(-8.0, 24.0),
        d.label("length").map(|l| format!("L {l}")),
    );
}
