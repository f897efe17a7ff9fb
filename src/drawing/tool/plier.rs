//! Pliers and cutters.

use crate::Dimensions;
use crate::pen::{Ink, Sketch, at};

pub fn pliers(s: &mut Sketch, d: &Dimensions) {
    // Standing: jaws up, handles down, a little open.
    s.both(0.0, |s| {
        s.body("M1-92C8-93 13-90 15-82L21-48C23-38 22-32 18-24L10-15H1.5V-92z");
        s.dark("M9-8C18 4 30 14 33 38C35 56 33 74 27 88C25 92 17 92 17 86C21 70 23 54 20 40C17 26 8 18 1 8C-2 3-1-6 9-8z");
        s.thin("M26 24C29 40 28 62 24 78");
    });
    s.circle(Ink::Body, 0.0, -14.0, 17.0);
    s.circle(Ink::Line, 0.0, -14.0, 7.0);
    s.thin("M-3.5-17L3.5-11");
    s.thin("M-1-88H1M-1.2-84H1.2M-1.2-80H1.2M-1.2-76H1.2M-1.2-72H1.2");
    s.ring("M0-67C6-65 6-50 0-48C-6-50-6-65 0-67z");
    s.line("M-14-40L0-34 14-40");
    s.height(-92.0, 90.0, 34.0, 1, d.label("length"));
}

pub fn cutter(s: &mut Sketch, d: &Dimensions) {
    // A snap-off knife.
    s.turned(-30.0, 0.0, 0.0, |s| {
        s.dark("M-40-13H78C88-13 94-8 94 0V4C94 10 90 13 84 13H-44L-52 4-48-10z");
        s.body("M-52-8L-104 6-108 10H-50z");
        s.thin("M-92 3L-96 10M-81 0L-85 10M-70-3L-74 10M-59-6L-63 10");
        s.line("M-40-13L-36-4H74");
        s.round(Ink::Body, -14.0, -10.0, 22.0, 12.0, 3.0);
        s.thin("M-9-10V2M-4-10V2M1-10V2M6-10V2");
        s.ring("M82-4A3.5 3.5 0 1 1 82 3A3.5 3.5 0 1 1 82-4z");
        s.thin("M20 7H70M20 3H70");
    });
    s.note(
        at(-50.0, 40.0),
        at(10.0, 18.0),
        d.label("width").map(|w| format!("{w} mm")),
    );
}
