//! Staplers, punches, scissors, calculators, trays, clips, rubber bands.

use crate::Dimensions;
use crate::pen::{Ink, Sketch};

pub fn stapler(s: &mut Sketch, _: &Dimensions) {
    s.body("M-92 40H78Q92 40 92 30V20H100Q104 20 104 26V34Q104 52 90 52H-92Q-98 52-98 46T-92 40z");
    s.dark("M-92 52H-70V57H-92zM70 52H92V57H70z");
    s.body("M-84 20L92 4L94 18L-82 32z");
    s.thin("M-78 25L84 10");
    s.dark("M-94 4C-96-6-88-14-76-17L44-40C70-45 100-38 104-14C105-4 102 2 96 4L-84 20C-90 20-93 14-94 4z");
    s.body("M84-2A10 10 0 1 1 104-2V26H88z");
    s.circle(Ink::Line, 94.0, -2.0, 4.0);
    s.thin("M-84-2L40-26M-60 40Q-54 36-48 40");
    s.line("M-72 40H-62");
}

pub fn punch(s: &mut Sketch, _: &Dimensions) {
    s.body("M-84 44H84L90 56Q92 62 86 62H-86Q-92 62-90 56z");
    s.body("M-76 44L-70 8H70L76 44z");
    s.dark("M-78 8C-80-30-58-46-30-48H30C58-46 80-30 78 8z");
    s.thin("M-64-2C-62-26-48-34-28-36H28C48-34 62-26 64-2");
    s.both(0.0, |s| {
        s.body("M30 8H46V36H30z");
        s.thin("M30 16H46M30 22H46M30 28H46");
        s.circle(Ink::Dark, 62.0, 20.0, 5.0);
    });
    s.body("M84 50H112V57H88z");
    s.thin("M96 50V57M102 50V57M108 50V57");
}

pub fn scissors(s: &mut Sketch, d: &Dimensions) {
    s.turned(-90.0, 0.0, 0.0, |s| {
        s.above_and_below(0.0, |s| {
            s.body("M-16-5L-8-9L100 1Q104 2 103 5L-6 9z");
            s.ring(
                "M-12 3C-26 6-36 8-48 14C-66 10-96 16-98 34C-99 50-84 56-68 52C-52 48-40 38-32 28C-24 20-16 14-6 9z\
                 M-56 22C-48 24-50 32-58 37C-68 43-84 44-86 34C-86 24-68 19-56 22z",
            );
            s.thin("M0-4L92 3");
        });
        s.circle(Ink::Dark, 0.0, 0.0, 5.0);
        s.line("M-2-2L2 2");
    });
    s.height(-103.0, 98.0, 52.0, 1, d.label("length"));
}

pub fn calculator(s: &mut Sketch, _: &Dimensions) {
    s.round(Ink::Body, -56.0, -80.0, 112.0, 160.0, 9.0);
    s.round(Ink::Dark, -45.0, -69.0, 90.0, 34.0, 4.0);
    // 1280
    s.line("M-8-60V-44M-2-60H6V-52H-2V-44H6M12-60H20V-44H12zM12-52H20M26-60H34V-44H26z");
    for row in 0..5 {
        for column in 0..4 {
            let (x, y) = (
                -45.0 + 24.0 * f64::from(column),
                -24.0 + 20.0 * f64::from(row),
            );
            let ink = if column == 3 || row == 0 {
                Ink::Dark
            } else {
                Ink::Body
            };
            if !(column == 3 && row == 4) {
                let tall = if column == 3 && row == 3 { 34.0 } else { 14.0 };
                s.round(ink, x, y, 18.0, tall, 3.0);
            }
        }
    }
    s.line("M30-17H36M30 3H36M33 0V6");
}

pub fn desk_tray(s: &mut Sketch, _: &Dimensions) {
    s.body("M-70-46H70L92-8H-92z");
    s.thin("M-63-40H63L80-8M-63-40L-80-8");
    s.body("M-50-36H46L56-10H-60z");
    s.thin("M-42-29H30M-46-22H40M-50-15H10");
    s.body("M-92-8H-32C-28-8-27 3-20 3H20C27 3 28-8 32-8H92V9H-92z");
    s.both(0.0, |s| s.dark("M78 9H86V34H78z"));
    s.line("M-64 34L-58 22H60L66 34");
    s.thin("M-50 28H36");
    s.body("M-92 34H-32C-28 34-27 45-20 45H20C27 45 28 34 32 34H92V51H-92z");
}

pub fn clip(s: &mut Sketch, d: &Dimensions) {
    // A binder clip with its levers up, and a paper clip.
    s.mirrored(Ink::Dark, -34.0, "M-34-6H-12L12 54Q14 60 8 60H-34");
    s.line("M-78 54H10");
    s.ring("M-40-6L-54-52C-58-66-10-66-14-52L-28-6H-33L-20-52C-19-59-49-59-48-52L-35-6z");
    s.thin("M-52 4L-70 46M-16 4L2 46");
    s.line("M54-20V34A14 14 0 0 0 82 34V-34A20 20 0 0 0 42-34V38A26 26 0 0 0 94 38V-22");
    s.width(-80.0, 12.0, 60.0, 1, d.label("width"));
}

pub fn rubber_band(s: &mut Sketch, d: &Dimensions) {
    s.ring(
        "M-70-8C-74-36-40-56-4-52C36-48 72-44 80-14C88 18 52 22 40 38C28 56-4 62-30 50C-54 40-66 18-70-8z\
         M-63-8C-60 16-48 34-28 44C-6 54 22 49 34 34C46 18 80 14 73-12C66-38 34-41-4-45C-36-49-66-32-63-8z",
    );
    s.ring("M-40-4C-40-22-8-30 16-22C40-14 40 14 16 22C-8 30-38 20-40-4zM-34-4C-32 15-8 23 14 16C34 9 33-9 14-16C-8-24-35-18-34-4z");
    s.thin("M-66 2C-60 26-46 40-28 47M77-16C82 10 52 16 38 34");
    s.width(
        -70.0,
        82.0,
        54.0,
        1,
        d.label("diameter").or_else(|| d.label("length")),
    );
}
