//! Syringes and needles.

use std::fmt::Write as _;

use crate::Dimensions;
use crate::pen::{Ink, Sketch, at};

pub fn syringe(s: &mut Sketch, d: &Dimensions) {
    let volume = d.number("volume_ml");
    // A larger syringe is thicker for its length.
    let r = volume.map_or(13.0, |v| {
        9.0 + 4.0 * (v.max(0.5)).log10().clamp(-0.3, 2.0) * 1.6
    });
    let q = r - 2.4;
    s.flipped(
        Ink::Body,
        0.0,
        format!("M-60 0V-{r}H52Q58-{r} 59-{}L60-5H66V-3.5L78-2.5V0", r - 3.0),
    );
    s.body(format!("M-64-{0}H-60V{0}H-64z", r + 10.0));
    s.dark(format!("M14-{q}H24Q30-{0} 31 0Q30 {0} 24 {q}H14z", q * 0.7));
    s.line(format!("M18-{q}V{q}"));
    s.line("M-100-4H14M-100 4H14");
    s.thin("M-100 0H14");
    s.round(Ink::Body, -105.0, -r, 5.0, 2.0 * r, 2.0);
    let mut marks = String::new();
    for n in 0..21 {
        let tall = if n % 5 == 0 { r * 0.75 } else { r * 0.4 };
        let _ = write!(marks, "M{}-{r}v{tall}", 52.0 - 5.0 * f64::from(n));
    }
    s.thin(marks);
    s.flipped(Ink::Body, 0.0, "M78 0V-4H88L90-2V0");
    s.line("M90-.8H118L124 .8H90");
    let label = volume.map(|v| format!("{} mL", crate::dimensions::written(v)));
    s.note(at(0.0, r), at(12.0, 22.0), label);
}

pub fn needle(s: &mut Sketch, d: &Dimensions) {
    // The hub with its cannula, and the sheath above.
    s.flipped(Ink::Dark, 0.0, "M0 0V-15H4V-12L28-9L34-5H40V0");
    s.line("M4-12V12M28-9V9");
    s.thin("M8-7H28M8 0H30M8 7H28");
    s.line("M40-1.4H142L154 1.4H40z");
    s.thin("M142-1.4L146 1.4");
    s.moved(0.0, -44.0, |s| {
        s.flipped(Ink::Body, 0.0, "M6 0V-13H12V-11L140-6Q146-6 146 0");
        s.line("M12-11V11");
        s.thin("M20-5L138-2.5M20 5L138 2.5");
    });
    s.width(40.0, 154.0, 3.0, 1, d.label("length"));
    s.note(
        at(20.0, 10.0),
        at(-14.0, 24.0),
        d.code("needle_gauge").map(str::to_owned),
    );
}
