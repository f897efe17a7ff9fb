//! Warning signs, lockout and traffic cones.

use crate::Dimensions;
use crate::pen::{Ink, Sketch};

pub fn warning(s: &mut Sketch, d: &Dimensions) {
    // ISO 3864: a triangle with round corners.
    s.body("M-6-72Q0-82 6-72L86 64Q91 74 80 74H-80Q-91 74-86 64z");
    s.ring("M-6-72Q0-82 6-72L86 64Q91 74 80 74H-80Q-91 74-86 64zM0-58L-72 65H72z");
    s.solid("M0-26C6-26 9-22 8.400-16L4 26H-4L-8.400-16C-9-22-6-26 0-26z");
    s.circle(Ink::Solid, 0.0, 43.0, 7.5);
    s.width(-88.0, 88.0, 74.0, 1, d.label("width"));
    s.height(-77.0, 74.0, 86.0, 1, d.label("height"));
}

pub fn lockout_padlock(s: &mut Sketch, d: &Dimensions) {
    s.mirrored(
        Ink::Body,
        0.0,
        "M0-84C16-84 26-74 26-60V-8H19V-60C19-70 11-77 0-77",
    );
    s.mirrored(
        Ink::Dark,
        0.0,
        "M0-8H30C35-8 37-5 37-1V54C37 60 34 63 28 63H0",
    );
    s.round(Ink::Body, -28.0, 4.0, 56.0, 40.0, 3.0);
    s.thin("M-22 13H22M-22 36H22");
    s.round(Ink::Line, -8.0, 18.0, 16.0, 12.0, 2.0);
    s.line("M-4 18V14.500A4 4 0 0 1 4 14.500V18");
    s.round(Ink::Line, -10.0, 63.0, 20.0, 6.0, 2.0);
    s.thin("M-34 50H34M-34 55H34");
    s.height(
        -84.0,
        -8.0,
        26.0,
        1,
        d.label("height").or_else(|| d.label("length")),
    );
    s.width(-37.0, 37.0, 69.0, 1, d.label("width"));
}

pub fn hasp(s: &mut Sketch, _: &Dimensions) {
    s.ring("M-15-46V-50A28 28 0 1 1 15-50V-46zM-7-52A19 19 0 1 1 7-52z");
    s.line("M-4-101L4-92M-15-46L-7-52M15-46L7-52");
    s.dark("M-34-46H34V-26L30 62Q30 70 22 70H-22Q-30 70-30 62L-34-26z");
    s.circle(Ink::Body, 0.0, -32.0, 6.0);
    for y in [-8.0, 18.0, 44.0] {
        s.both(0.0, |s| s.circle(Ink::Body, 14.0, y, 8.0));
    }
    s.thin("M-30-20H30");
}

pub fn cone(s: &mut Sketch, d: &Dimensions) {
    s.mirrored(Ink::Body, 0.0, "M0-84H7Q10-84 10.500-80L44 64H0");
    s.both(0.0, |s| {
        s.shade("M0-46H18.500L27-10H0zM0 12H32L38 38H0z");
    });
    s.line("M-18.500-46Q0-41 18.500-46M-27-10Q0-4 27-10M-32 12Q0 19 32 12M-38 38Q0 46 38 38");
    s.line("M-10-80Q0-77 10-80");
    s.mirrored(Ink::Dark, 0.0, "M0 64H58Q64 64 66 69L69 76Q70 80 65 80H0");
    s.height(-84.0, 80.0, 66.0, 1, d.label("height"));
}
