//! Diagnostic instruments.

use crate::Dimensions;
use crate::pen::{Ink, Sketch};

pub fn thermometer(s: &mut Sketch, _: &Dimensions) {
    s.turned(-24.0, 0.0, 0.0, |s| {
        s.body("M-104 0C-104-3-101-4-98-4H-58C-44-4-38-17-22-17H84C94-17 100-10 100 0S94 17 84 17H-22C-38 17-44 4-58 4H-98C-101 4-104 3-104 0z");
        s.dark("M-104 0C-104-3-101-4-98-4H-84V4H-98C-101 4-104 3-104 0z");
        s.round(Ink::Dark, -14.0, -10.0, 62.0, 20.0, 3.0);
        s.circle(Ink::Line, 76.0, 0.0, 9.0);
        s.thin("M55-17V17");
        // 36.6 in seven segments.
        s.line("M-6-6H1V0H-5M1 0V6H-6M15-6H8V6H15V0H8M20 6h.1M33-6H26V6H33V0H26");
        s.circle(Ink::Thin, 40.0, -4.0, 1.8);
    });
}

pub fn blood_pressure(s: &mut Sketch, _: &Dimensions) {
    s.body(
        "M-96-20C-96-27-92-30-86-30H-4C2-30 6-27 6-20V52C6 59 2 62-4 62H-86C-92 62-96 59-96 52z",
    );
    s.round(Ink::Dark, -86.0, -21.0, 82.0, 50.0, 3.0);
    s.line("M-66-14H-60V-7.500H-66V-1H-60M-55-14H-49V-1H-55zM-66 4H-60V17H-66zM-66 10.500H-60M-55 4H-49V17H-55z");
    s.line("M-72-14V-1");
    s.solid("M-28 2L-36-6C-40-12-31-16-28-9C-25-16-16-12-20-6z");
    s.thin("M-38 12H-14M-38 18H-20M-78 22H-12");
    s.circle(Ink::Body, -26.0, 46.0, 10.0);
    s.round(Ink::Line, -82.0, 40.0, 16.0, 11.0, 5.0);
    s.round(Ink::Line, -60.0, 40.0, 16.0, 11.0, 5.0);
    // Cuff and tube.
    s.body("M34-62H92C98-62 102-58 102-52V6C102 12 98 16 92 16H34C28 16 24 12 24 6V-52C24-58 28-62 34-62z");
    s.body("M24-50C12-50 10-46 10-40V-8C10-2 12 2 24 2");
    s.thin("M30-56H96V10H30zM44-56V10M82-56V10");
    s.round(Ink::Dark, 50.0, -40.0, 26.0, 34.0, 3.0);
    s.line("M60 16C60 38 46 42 30 42H6M66 16C66 44 50 48 30 48H6");
}

pub fn stethoscope(s: &mut Sketch, _: &Dimensions) {
    s.both(0.0, |s| {
        s.line("M-16-82C-28-80-36-70-36-54C-36-30-22-8-3 2V12M-19-77C-28-74-31-66-31-54C-31-32-18-12 0-4");
        s.dark("M-8-88L-17-85C-21-84-20-75-16-75L-8-77C-4-78-4-88-8-88z");
    });
    s.body("M-4 0H4V14H-4z");
    s.line("M-3 14C-3 40-10 70 20 74C44 78 52 60 52 42V34M3 14C3 38-4 65 20 68.500C40 72 46 58 46 42V34");
    s.circle(Ink::Body, 49.0, 14.0, 20.0);
    s.circle(Ink::Dark, 49.0, 14.0, 13.0);
    s.circle(Ink::Thin, 49.0, 14.0, 5.0);
    s.line("M45 34H53");
}

pub fn oximeter(s: &mut Sketch, _: &Dimensions) {
    s.turned(-14.0, 0.0, 0.0, |s| {
        // The clip over a finger, from above and aside.
        s.body("M-78-30C-78-42-70-48-60-48H52C64-48 72-42 72-30V2H-78z");
        s.dark("M-78 2H72L64 14H-60C-70 14-76 10-78 2z");
        s.body("M-60 14H64C68 26 64 42 50 44H-56C-70 44-78 36-78 22V2C-76 10-70 14-60 14z");
        s.thin("M-70 26H60M-48 38H40");
        s.round(Ink::Dark, -46.0, -39.0, 84.0, 32.0, 3.0);
        s.line("M-32-31H-38V-23H-32V-15H-38V-31M-32-23V-15M-20-31H-26V-23H-20V-31V-15H-26M-10-12L-2-12 2-22 7-14 11-30 16-12H30");
        s.circle(Ink::Line, 55.0, -23.0, 8.0);
        s.line("M64 14L92 8C104 6 108 20 98 24L66 30");
        s.thin("M96 12C99 13 99 18 95 19");
    });
}
