//! Laboratory plastics and instruments.

use std::fmt::Write as _;

use crate::Dimensions;
use crate::pen::{Ink, Sketch, at};

pub fn centrifuge_tube(s: &mut Sketch, d: &Dimensions) {
    let small = d.number("volume_ml").is_some_and(|v| v <= 2.5);
    let label = d
        .number("volume_ml")
        .map(|v| format!("{} mL", crate::dimensions::written(v)));
    if small {
        // A micro tube with its hinged lid open.
        s.body("M-26-50H26V-42H23V0L8 72Q0 82-8 72L-23 0V-42H-26z");
        s.line("M-23-42H23M-23 0H23");
        s.body("M26-50C34-50 36-56 38-62L42-60C40-52 38-46 26-46z");
        s.turned(-68.0, 40.0, -62.0, |s| {
            s.body("M38-68H94V-62H38zM46-62H86V-52H46z");
        });
        s.thin("M-23-10H-8M-20 16H-8M-17 34H-6M-12 56H-4");
        s.note(at(18.0, 24.0), at(24.0, 14.0), label);
        return;
    }
    s.dark("M-27-84H27Q30-84 30-81V-58H-30V-81Q-30-84-27-84z");
    s.thin("M-24-80V-60M-18-80V-60M-12-80V-60M-6-80V-60M0-80V-60M6-80V-60M12-80V-60M18-80V-60M24-80V-60");
    s.body("M-24-58H24V36L5 80Q0 84-5 80L-24 36z");
    s.line("M-26-54H26");
    s.thin("M-24 36H24");
    let mut path = String::new();
    for n in 0..14 {
        let long = if n % 2 == 0 { 16.0 } else { 9.0 };
        let _ = write!(path, "M-24 {}h{long}", 30.0 - 6.0 * f64::from(n));
    }
    s.thin(path);
    s.round(Ink::Shade, 0.0, -40.0, 18.0, 50.0, 1.5);
    s.thin("M12 52L4 70M-14 50H-6M-10 60H-4");
    s.note(at(24.0, 20.0), at(24.0, 12.0), label);
}

pub fn pipette_tip(s: &mut Sketch, d: &Dimensions) {
    s.turned(-90.0, 0.0, 0.0, |s| {
        for y in [-34.0, 0.0, 34.0] {
            s.moved(0.0, y, |s| {
                s.flipped(Ink::Body, 0.0, "M88 0V-12H82V-11L50-10-30-6-84-2.200V0");
                s.line("M82-11V11");
                s.thin("M78-8H52M78 0H40M78 8H52M-10-7V-2M20-8.500V-3");
                s.shade("M-30-6L-84-2.200V2.200L-30 6z");
            });
        }
    });
    let label = d.number("volume_ml").map(|v| {
        if v < 1.0 {
            format!("{} µL", crate::dimensions::written(v * 1000.0))
        } else {
            format!("{} mL", crate::dimensions::written(v))
        }
    });
    s.note(at(42.0, 10.0), at(22.0, 18.0), label);
}

pub fn pipette(s: &mut Sketch, d: &Dimensions) {
    s.turned(24.0, 0.0, 0.0, |s| {
        s.body("M-4-90H4V-80H-4z");
        s.dark("M-10-98H10Q12-98 12-94T10-90H-10Q-12-90-12-94T-10-98z");
        s.body("M-12-80H14C18-80 22-78 30-76C36-74 36-66 28-66L16-64C14-40 12-10 9 10H-9C-12-10-14-40-14-66C-14-74-14-78-12-80z");
        s.round(Ink::Dark, -6.0, -56.0, 12.0, 32.0, 2.0);
        s.thin("M-6-48H6M-6-40H6M-6-32H6");
        s.body("M-9 10H9L6 22H4L3 56H-3L-4 22H-6z");
        s.body("M-5 52H5L2 92H-2L-5 52z");
        s.thin("M-8 4H8");
    });
    s.note(
        at(-6.0, 30.0),
        at(-36.0, 10.0),
        d.code("measuring_range").map(str::to_owned),
    );
}

pub fn petri_dish(s: &mut Sketch, d: &Dimensions) {
    s.ellipse(Ink::Body, -30.0, -14.0, 74.0, 30.0);
    s.ellipse(Ink::Thin, -30.0, -14.0, 69.0, 26.500);
    s.body("M-104-14V4A74 30 0 0 0 44 4V-14A74 30 0 0 1-104-14z");
    s.shade("M-104-4V4A74 30 0 0 0 44 4V-4A74 30 0 0 1-104-4z");
    for (x, y, r) in [
        (-52.0, -18.0, 5.0),
        (-20.0, -26.0, 3.5),
        (-8.0, -8.0, 6.0),
        (-66.0, -6.0, 3.0),
        (14.0, -18.0, 4.0),
        (-36.0, -2.0, 3.0),
    ] {
        s.ellipse(Ink::Thin, x, y, r, r * 0.55);
    }
    // The lid leans on it.
    s.turned(-58.0, 60.0, 10.0, |s| {
        s.ellipse(Ink::Ring, 66.0, 6.0, 66.0, 24.0);
        s.ellipse(Ink::Thin, 66.0, 6.0, 60.0, 20.0);
    });
    s.width(-104.0, 44.0, 34.0, 1, d.label_after("⌀", "diameter"));
}

pub fn balance(s: &mut Sketch, _: &Dimensions) {
    s.body("M-70 18H70L84 62Q86 70 78 70H-78Q-86 70-84 62z");
    s.round(Ink::Dark, -40.0, 34.0, 80.0, 22.0, 3.0);
    s.line("M-6 39V51M0 51H8V45H0V39H8M14 39H22V51H14zM22 45H14M28 51h.1");
    s.circle(Ink::Line, -58.0, 45.0, 6.0);
    s.circle(Ink::Line, 58.0, 45.0, 6.0);
    s.thin("M-76 62H76");
    // Draught shield and pan.
    s.body("M-58 18V-74H58V18z");
    s.line("M-58-64H58M0-74V-64");
    s.body("M-62-74H62V-80H-62z");
    s.ellipse(Ink::Dark, 0.0, 4.0, 32.0, 6.0);
    s.line("M0 10V18M-10 18H10");
    s.thin("M-46-50L-34-20M-38-54L-32-38M30-52L44-18");
    s.body("M-7-2V-16Q-7-18-3-18V-21H3V-18Q7-18 7-16V-2");
    s.body("M-66 70H-54V75H-66zM54 70H66V75H54z");
}

pub fn microscope(s: &mut Sketch, _: &Dimensions) {
    s.body("M-50 72H54Q60 72 60 78V82H-58V80Q-58 72-50 72z");
    s.body("M18 72C22 60 27 50 27 40C34 20 34-6 22-22L10-34 18-46C46-26 56 12 42 46C40 56 40 64 44 72z");
    s.dark("M-42 34H27V42H-42z");
    s.body("M-24 42H-4L-8 54H-20zM-30 60H2L6 72H-34z");
    s.thin("M-20 54V60M-8 54V60");
    s.turned(-30.0, 0.0, -30.0, |s| {
        s.body("M-9-74H9V-24H-9z");
        s.dark("M-11-88H11V-74H-11z");
        s.thin("M-9-66H9");
        s.body("M-12-24H12V-12H-12z");
        s.body("M-8-12H8V4H6V14H4L3 20H-3L-4 14H-6V4H-8z");
        s.line("M-8 4H8");
    });
    s.circle(Ink::Dark, 37.0, 30.0, 5.5);
    s.line("M-36 34V30H-20");
}
