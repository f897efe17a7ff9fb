//! Hinges, handles and padlocks.

use crate::Dimensions;
use crate::pen::{Affine, Ink, Sketch, at};

pub fn hinge(s: &mut Sketch, d: &Dimensions) {
    let tall = d.number("length").or(d.number("height"));
    let (tall_mm, wide) = (tall.unwrap_or(75.0), d.or("width", 50.0));
    let h = 100.0;
    let w = (h * wide / tall_mm).clamp(45.0, 160.0) / 2.0;
    let pin = 5.0;
    s.both(0.0, |s| {
        s.ring(format!(
            "M{pin} 0H{0}A4 4 0 0 1 {w} 4V96A4 4 0 0 1 {0} 100H{pin}z",
            w - 4.0
        ));
        for (x, y) in [(0.42, 14.0), (0.7, 37.0), (0.7, 63.0), (0.42, 86.0)] {
            let x = pin + (w - pin) * x;
            s.circle(Ink::Ring, x, y, 4.2);
            s.circle(Ink::Thin, x, y, 2.4);
        }
    });
    for n in 0..5 {
        s.rect(Ink::Body, -pin, f64::from(n) * 20.0, 2.0 * pin, 20.0);
    }
    s.body("M-5 0Q-5-4 0-4Q5-4 5 0zM-5 100Q-5 104 0 104Q5 104 5 100z");
    s.thin("M-2 3V17M-2 23V37M-2 43V57M-2 63V77M-2 83V97");
    s.height(0.0, 100.0, w, 1, tall.map(crate::dimensions::written));
    s.width(-w, w, 104.0, 1, d.label("width"));
}

pub fn handle(s: &mut Sketch, d: &Dimensions) {
    let length = d.number("length").unwrap_or(128.0);
    let drop = 36.0_f64;
    let half = (length * 0.5).clamp(40.0, 120.0);
    let bar = 11.0;
    let (top, r) = (-drop, 16.0);
    s.mirrored(
        Ink::Body,
        0.0,
        format!(
            "M0 {top}H{0}A{r} {r} 0 0 1 {1} {2}V-5H{3}V{4}A{5} {5} 0 0 0 {6} {7}H0",
            half - r,
            half,
            top + r,
            half - bar,
            top + r + 1.0,
            r - bar,
            half - r,
            top + bar
        ),
    );
    s.thin(format!("M-{0} {1}H{0}", half - r, top + 3.2));
    s.both(0.0, |s| {
        s.round(Ink::Body, half - bar - 4.0, -5.0, bar + 8.0, 5.0, 1.5);
        s.hidden(format!(
            "M{0} 0V-20M{1} 0V-20M{0} -20H{1}",
            half - bar / 2.0 - 2.5,
            half - bar / 2.0 + 2.5
        ));
        s.center(format!("M{0} 8V-42", half - bar / 2.0));
    });
    let c = half - bar / 2.0;
    s.width(-c, c, 3.0, 1, d.label("length"));
}

pub fn padlock(s: &mut Sketch, d: &Dimensions) {
    s.within(&Affine::scale(1.0), |s| {
        s.round(Ink::Body, -30.0, 0.0, 60.0, 52.0, 7.0);
        s.mirrored(
            Ink::Body,
            0.0,
            "M0-44C14-44 23-34 23-20V0H14V-20C14-29 8-35 0-35",
        );
        s.thin("M-19-6V-20C-19-31-12-39-2-40");
        s.line("M-30 9H30");
        s.circle(Ink::Line, 0.0, 30.0, 10.0);
        s.solid("M0 24A3.6 3.6 0 0 1 2 30.6L3 37H-3L-2 30.6A3.6 3.6 0 0 1 0 24z");
        s.thin("M-24 46H24");
    });
    s.width(-30.0, 30.0, 52.0, 1, d.label("width"));
    let shackle = d.label_after("⌀", "diameter");
    s.note(at(20.0, -34.0), at(14.0, -8.0), shackle);
    s.height(-44.0, 52.0, 30.0, 1, d.label("height"));
}
