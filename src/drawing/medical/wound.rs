//! Bandages and plasters.

use crate::Dimensions;
use crate::pen::{Ink, Sketch};

pub fn bandage_roll(s: &mut Sketch, d: &Dimensions) {
    s.body("M-40-34C-22-34-8-20-8 2S-22 38-40 38H50C68 38 82 24 82 2S68-34 50-34z");
    s.ellipse(Ink::Ring, -40.0, 2.0, 32.0, 36.0);
    s.ellipse(Ink::Ring, -40.0, 2.0, 9.0, 10.0);
    s.thin("M-40-29A27 31 0 0 0-40 33A27 31 0 0 0-40-29M-40-22A21 24 0 0 0-40 26A21 24 0 0 0-40-22M-40-15A15 17 0 0 0-40 19A15 17 0 0 0-40-15");
    s.body("M-40 38H50L104 52C108 54 106 58 102 58H12C-8 58-24 50-40 38z");
    let mut weave = String::new();
    for n in 0..8 {
        let x = -18.0 + 11.0 * f64::from(n);
        weave.push_str(&format!("M{x}-28C{} -16 {} 20 {x} 32", x + 10.0, x + 10.0));
    }
    s.thin(weave);
    s.thin("M-12 43H66M2 50H90");
    s.width(-8.0, 82.0, -34.0, -1, d.label("width"));
}

pub fn plaster(s: &mut Sketch, d: &Dimensions) {
    s.turned(-24.0, 0.0, 0.0, |s| {
        s.round(Ink::Body, -90.0, -27.0, 180.0, 54.0, 27.0);
        s.round(Ink::Dark, -32.0, -27.0, 64.0, 54.0, 2.0);
        let mut holes = String::new();
        for n in 0..5 {
            for m in 0..4 {
                let (x, y) = (-22.0 + 11.0 * f64::from(n), -15.0 + 10.0 * f64::from(m));
                holes.push_str(&format!("M{x} {y}h.1"));
            }
        }
        s.line(holes);
        s.both(0.0, |s| {
            s.line("M46-12h.1M58-12h.1M70-8h.1M46 0h.1M58 0h.1M70 4h.1M46 12h.1M58 12h.1M78-2h.1")
        });
        s.width(-90.0, 90.0, 27.0, 1, None);
    });
    s.note(
        crate::pen::at(60.0, -8.0),
        crate::pen::at(14.0, 34.0),
        d.number("length").zip(d.number("width")).map(|(l, w)| {
            format!(
                "{}×{}",
                crate::dimensions::written(l),
                crate::dimensions::written(w)
            )
        }),
    );
}
