//! Fire safety and first aid.

use crate::Dimensions;
use crate::pen::{Ink, Sketch, at};

pub fn extinguisher(s: &mut Sketch, d: &Dimensions) {
    s.mirrored(
        Ink::Body,
        0.0,
        "M0-54H10C22-52 30-44 30-32V74C30 78 28 80 25 80H0",
    );
    s.dark("M-26 80H26V86H-26z");
    s.rect(Ink::Body, -9.0, -64.0, 18.0, 10.0);
    s.body("M-9-64V-74H12L14-64z");
    s.dark("M8-74L-36-88C-40-88-41-83-37-81L-9-72z");
    s.dark("M-9-66L-38-60C-42-59-42-54-38-54L-34-54-9-60z");
    s.circle(Ink::Body, 16.0, -70.0, 6.0);
    s.line("M16-70L19-73");
    s.line("M-12-78A5 5 0 1 1-20-80");
    s.line("M14-62C34-60 44-46 44-26V26M9-57C29-56 38-44 38-26V26");
    s.dark("M38 26H44L48 60H34z");
    s.round(Ink::Line, -22.0, -24.0, 44.0, 62.0, 2.0);
    s.thin("M-16-14H16M-16-8H10M-16 26H16M-16 31H8M-30 58H30M-30 64H30");
    s.body("M0-2C6 4 10 8 10 13A10 8 0 0 1-10 13C-10 8-7 7-6 3C-4 5-3 6-2 7C-2 4-2 1 0-2z");
    let weight = d
        .number("net_weight")
        .map(|w| format!("{} kg", crate::dimensions::written(w)));
    s.note(at(-30.0, 50.0), at(-22.0, 18.0), weight);
    s.width(-30.0, 30.0, 86.0, 1, d.label_after("⌀", "diameter"));
    s.height(-88.0, 86.0, 48.0, 1, d.label("height"));
}

pub fn blanket(s: &mut Sketch, d: &Dimensions) {
    s.round(Ink::Body, -56.0, -66.0, 112.0, 100.0, 8.0);
    s.line("M-56 22H56");
    s.circle(Ink::Line, 0.0, -72.0, 4.0);
    s.body("M-12-66V-76Q-12-80-8-80H8Q12-80 12-76V-66");
    s.both(0.0, |s| {
        s.dark("M20 34H32V62C32 68 20 68 20 62z");
        s.thin("M26 38V60");
    });
    s.round(Ink::Line, -40.0, -54.0, 80.0, 62.0, 3.0);
    s.body("M-2-46C10-34 22-24 22-12C22-2 13 4 0 4S-22-2-22-12C-22-20-16-24-14-32C-10-29-8-26-6-23C-6-32-5-40-2-46z");
    s.thin("M0-14C4-9 8-6 8-2M0-14C-4-9-8-6-8-2");
    s.width(-56.0, 56.0, 66.0, 1, d.label("width"));
}

pub fn first_aid(s: &mut Sketch, _: &Dimensions) {
    s.round(Ink::Body, -90.0, -46.0, 180.0, 116.0, 12.0);
    s.ring("M-34-46V-58C-34-64-30-68-24-68H24C30-68 34-64 34-58V-46H25V-56Q25-59 22-59H-22Q-25-59-25-56V-46z");
    s.line("M-90-22H-36M36-22H90");
    s.circle(Ink::Body, 0.0, 12.0, 37.0);
    s.solid("M-8-12H8V4H24V20H8V36H-8V20H-24V4H-8z");
    s.both(0.0, |s| {
        s.round(Ink::Dark, 54.0, -32.0, 18.0, 18.0, 3.0);
        s.thin("M82-16V60");
    });
}
