//! Folders and binders.

use crate::Dimensions;
use crate::pen::{Ink, Sketch, at};

pub fn folder(s: &mut Sketch, d: &Dimensions) {
    s.body("M-84-56H-30Q-26-56-24-53L-18-44H76Q82-44 82-38V-30H-62L-84 50z");
    s.body("M-62-30H96Q101-30 100-25L84 52Q83 57 78 57H-80Q-86 57-85 51L-68-26Q-67-30-62-30z");
    s.body("M-21-49L-18-62H68L72-44");
    s.thin("M-10-54H50M-8-49H30M-76 50H80");
    s.round(Ink::Line, -30.0, 0.0, 62.0, 24.0, 3.0);
    s.thin("M-20 9H20M-20 16H6");
    s.note(
        at(92.0, 10.0),
        at(12.0, 24.0),
        d.code("paper_size").map(str::to_owned),
    );
}

pub fn binder(s: &mut Sketch, d: &Dimensions) {
    s.body("M-56-80H-22V82H-56Q-60 82-60 78V-76Q-60-80-56-80z");
    s.body("M-22-80L62-72Q66-71 66-67V69Q66 73 62 74L-22 82z");
    s.round(Ink::Line, -51.0, -62.0, 20.0, 70.0, 2.0);
    s.thin("M-46-50V-8M-41-50V-20M-36-50V-8M58-71V73M-17-79V81");
    s.circle(Ink::Ring, -41.0, 44.0, 10.0);
    s.circle(Ink::Ring, -41.0, 44.0, 6.5);
    s.dark("M-60 76H-22V82H-56Q-60 82-60 78zM-60-74V-76Q-60-80-56-80H-22V-74z");
    s.width(
        -60.0,
        -22.0,
        82.0,
        1,
        d.label("width").or_else(|| d.label("thickness")),
    );
    s.note(
        at(62.0, 20.0),
        at(16.0, 20.0),
        d.code("paper_size").map(str::to_owned),
    );
    s.height(-80.0, 82.0, -60.0, -1, d.label("height"));
}
