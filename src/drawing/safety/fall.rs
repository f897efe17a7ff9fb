//! Harnesses and lanyards.

use crate::Dimensions;
use crate::pen::{Ink, Sketch};

pub fn harness(s: &mut Sketch, _: &Dimensions) {
    s.both(0.0, |s| {
        // Shoulder strap, half the chest strap, thigh loop.
        s.body("M5-72C14-84 33-82 36-62C39-40 36-16 32 4H24C28-16 31-40 28-59C26-70 16-70 9-63z");
        s.body("M9-34H30V-26H9z");
        s.body("M24 15H33L31 24H23z");
        s.turned(10.0, 24.0, 50.0, |s| {
            s.ellipse(Ink::Ring, 24.0, 50.0, 21.0, 28.0);
            s.ellipse(Ink::Ring, 24.0, 50.0, 13.0, 20.0);
        });
        s.ring("M40 3H44A7 7 0 0 1 44 16H40zM40 7H43A3 3 0 0 1 43 12H40z");
        s.dark("M26-48H37.500V-41H25.500z");
        s.dark("M37 52L46 54 44.500 62 35.500 60z");
        s.thin("M31-58C33-40 31-26 29-16");
    });
    s.body("M-40 4H40V15H-40z");
    s.dark("M-11 1H11V18H-11zM-9-37H9V-23H-9z");
    s.thin("M-36 9.500H-11M11 9.500H36");
    // The ring for the lanyard, behind the neck.
    s.ring("M-11-72V-84A11 11 0 0 1 11-84V-72zM-6-77V-84A6 6 0 0 1 6-84V-77z");
    s.dark("M-9-72H9L5-60H-5z");
}

pub fn lanyard(s: &mut Sketch, d: &Dimensions) {
    let snap = |s: &mut Sketch| {
        s.ring("M-6 0H6L7-8C14-12 17-20 17-28C17-40 9-47 0-47S-17-40-17-28C-17-20-14-12-7-8zM-9-17C-11-20-12-24-12-28C-12-36-7-41 0-41S12-36 12-28C12-22 9-16 4-13L-1-12C-4-13-7-15-9-17z");
        s.line("M-16-24L-8-12");
        s.circle(Ink::Line, 0.0, -4.0, 1.6);
    };
    s.moved(-70.0, -30.0, snap);
    s.moved(70.0, -30.0, snap);
    s.body("M-74-30H-66V4H-74zM65-30H75V-4H65z");
    // Shock absorber pack, then the rope in a loop.
    s.round(Ink::Dark, -82.0, 4.0, 24.0, 46.0, 4.0);
    s.thin("M-78 12H-62M-78 18H-62M-78 36H-62M-78 42H-62");
    s.body("M-74 50C-73 88-22 90-6 64C8 40 8 22 28 20C48 18 74 30 74-4H67C67 20 44 11 26 13C2 16 0 40-13 59C-25 78-66 78-67 50z");
    s.thin("M-64 64L-58 70M-44 72L-40 78M-24 66L-18 72M-8 50L0 54M0 32L8 36M12 17L18 22M34 13L36 20M54 11L56 18");
    s.note(
        crate::pen::at(-24.0, 76.0),
        crate::pen::at(10.0, 18.0),
        d.number("length")
            .map(|l| format!("L {}", crate::dimensions::written(l))),
    );
}
