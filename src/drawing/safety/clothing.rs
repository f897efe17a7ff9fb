//! Vests and coveralls.

use crate::Dimensions;
use crate::pen::{Ink, Sketch, at};

pub fn vest(s: &mut Sketch, d: &Dimensions) {
    s.both(0.0, |s| {
        s.body("M0-34L18-80L44-72C40-50 44-34 58-26V80H0z");
        s.thin("M4-33L21-79M41-71C37-48 41-31 55-24");
        // Reflective tape: one brace, two bands.
        s.shade("M23-78L35-75V10H23zM0 10H58V24H0zM0 44H58V58H0z");
        s.line("M23-78V10M35-75V10M0 10H58M0 24H58M0 44H58M0 58H58");
    });
    s.line("M-18-80C-12-72 12-72 18-80");
    s.thin("M-2-32V80M2-32V80");
    s.round(Ink::Thin, 12.0, -18.0, 10.0, 16.0, 1.0);
    s.note(
        at(58.0, 70.0),
        at(22.0, 6.0),
        d.code("size").map(str::to_owned),
    );
}

pub fn coverall(s: &mut Sketch, d: &Dimensions) {
    s.both(0.0, |s| {
        s.body(
            "M0-74H14C28-72 40-66 46-56C56-38 64-10 70 20L56 25C48 4 42-12 35-26C34-6 35 10 37 26\
             C40 50 40 70 40 92H8C7 70 5 52 0 36z",
        );
        s.thin("M68 14L54 19M40 86H8M35-26C34-20 33-14 34-8");
        s.line("M0 14H35.500");
        s.round(Ink::Line, 8.0, -42.0, 17.0, 16.0, 1.5);
        s.thin("M8-36H25M36 22L20 30M0 17H36");
    });
    s.body("M-20-73C-24-92-14-104 0-104S24-92 20-73C12-66-12-66-20-73z");
    s.thin("M-13-74C-16-88-10-97 0-97S16-88 13-74C8-70-8-70-13-74z");
    s.line("M0-68V36");
    s.thin("M3-67V30");
    s.note(
        at(60.0, 0.0),
        at(22.0, 22.0),
        d.code("size").map(str::to_owned),
    );
}
