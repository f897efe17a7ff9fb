//! Whiteboards and flipcharts.

use crate::Dimensions;
use crate::pen::{Ink, Sketch};

pub fn whiteboard(s: &mut Sketch, d: &Dimensions) {
    s.round(Ink::Ring, -100.0, -66.0, 200.0, 124.0, 4.0);
    s.rect(Ink::Line, -94.0, -60.0, 188.0, 112.0);
    s.body("M-92 66H92V70Q92 72 90 72H-90Q-92 72-92 70z");
    s.dark("M-70 59H-44V66H-70zM20 62H46V66H20zM54 62H80V66H54z");
    s.thin("M28 62V66M62 62V66M-70 62.500H-44");
    s.thin("M-78 30L-50-4-30 12 4-34 24-20M-78-44V34H40M56-44H80M56-32H80M56-20H70M70 44L84 22M78 44L88 28");
    let length = d.label("length");
    let tall = d
        .label("height")
        .or_else(|| length.as_ref().and(d.label("width")));
    let wide = length.or_else(|| d.label("width"));
    s.width(-100.0, 100.0, 66.0, 1, wide);
    s.height(-66.0, 58.0, 100.0, 1, tall);
}

pub fn flipchart(s: &mut Sketch, _: &Dimensions) {
    s.body("M-52-82H52V34H-52z");
    s.dark("M-56-90H56V-80H-56z");
    s.line("M-52 22C-40 20-34 26-30 34");
    s.body("M-58 34H58V41H-58z");
    s.body("M-34 41L-52 96H-46L-27 41zM34 41L52 96H46L27 41z");
    s.line("M-3 41V88M3 41V88M-3 88H3M-42 68H42");
    s.thin("M-38-64H20M-38-50H34M-38-36H6M-38-4V-18H-26V-4M-20-4V-28H-8V-4M-2-4V-12H10V-4M16-4V-34H28V-4M-42-4H36");
    s.circle(Ink::Line, -40.0, -85.0, 2.0);
    s.circle(Ink::Line, 40.0, -85.0, 2.0);
}
