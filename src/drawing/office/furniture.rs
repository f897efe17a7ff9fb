//! Desks, chairs and cabinets.

use crate::Dimensions;
use crate::pen::{Ink, Sketch, at};

pub fn desk(s: &mut Sketch, d: &Dimensions) {
    s.body("M-100-20L-76-44H100L82-20z");
    s.body("M-100-20H82V-13H-100z");
    s.body("M82-20L100-44V-37L82-13z");
    s.body("M28-13H78V44H28z");
    s.line("M28 4H78M28 22H78");
    s.dark("M46-6H60V-3H46zM46 11H60V14H46zM46 31H60V34H46z");
    s.body("M78-13L94-34V23L78 44z");
    s.body("M-96-13H-88V52H-96zM-88-13H-84V48L-88 52");
    s.dark("M30 44H38V50H30zM68 44H76V50H68z");
    s.thin("M-84-10H28M-84 12H28");
    s.width(
        -100.0,
        82.0,
        52.0,
        1,
        d.label("width").or_else(|| d.label("length")),
    );
    s.height(-20.0, 52.0, -100.0, -1, d.label("height"));
    s.aligned(
        at(82.0, -20.0),
        at(100.0, -44.0),
        at(0.8, 0.6),
        d.label("depth"),
    );
}

pub fn chair(s: &mut Sketch, d: &Dimensions) {
    s.body("M-30-92C-12-98 12-98 30-92C38-88 38-60 34-30C33-22 28-20 20-19C8-17-8-17-20-19C-28-20-33-22-34-30C-38-60-38-88-30-92z");
    s.thin("M-25-86C-10-91 10-91 25-86C31-82 31-58 28-32M-25-86C-31-82-31-58-28-32M-32-56C-12-52 12-52 32-56");
    s.body("M-4-17.500H4V0H-4z");
    s.dark("M-44 0C-46-4-42-6-36-6H36C42-6 46-4 44 0L42 10Q40 16 34 16H-34Q-40 16-42 10z");
    s.both(0.0, |s| {
        s.body("M42 6H54V-24H60V12H44");
        s.dark("M44-30H66Q70-30 70-27T66-24H44Q40-24 40-27T44-30z");
        s.body("M5 58L52 74V80L3 66z");
        s.circle(Ink::Dark, 52.0, 85.0, 6.0);
        s.body("M2 66L20 82V87L-1 70z");
        s.circle(Ink::Dark, 20.0, 92.0, 5.5);
    });
    s.body("M-7 16H7V36H-7zM-4 36H4V66H-4z");
    s.width(-66.0, 66.0, 97.0, 1, d.label("width"));
    s.height(-97.0, 97.0, -66.0, -1, d.label("height"));
}

pub fn cabinet(s: &mut Sketch, d: &Dimensions) {
    s.body("M-46-76H34V80H-46zM34-76L56-90V66L34 80zM-46-76L-24-90H56L34-76z");
    s.shade("M34-76L56-90V66L34 80z");
    for y in [-72.0, -35.0, 2.0, 39.0] {
        s.round(Ink::Line, -42.0, y, 72.0, 34.0, 1.5);
        s.round(Ink::Dark, -18.0, y + 18.0, 24.0, 5.0, 2.0);
        s.round(Ink::Thin, -14.0, y + 5.0, 16.0, 8.0, 1.0);
    }
    s.circle(Ink::Line, 23.0, -62.0, 2.4);
    s.width(-46.0, 34.0, 80.0, 1, d.label("width"));
    s.height(-76.0, 80.0, -46.0, -1, d.label("height"));
    s.aligned(
        at(34.0, 80.0),
        at(56.0, 66.0),
        at(0.54, 0.84),
        d.label("depth"),
    );
}
