//! Cans, tins, pails, drums and aerosols: things of sheet metal, seen a little from above.

use crate::Dimensions;
use crate::pen::{Ink, Sketch, at};

pub fn can(s: &mut Sketch, d: &Dimensions) {
    // A beverage can.
    s.body("M30-74L38-58V66L32 78H-32L-38 66V-58L-30-74");
    s.ellipse(Ink::Body, 0.0, -74.0, 30.0, 6.5);
    s.ellipse(Ink::Thin, 0.0, -73.0, 25.0, 4.6);
    s.body("M-8-76C-4-78 4-78 8-76C10-75 10-73 8-72C4-71-4-71-8-72C-10-73-10-75-8-76z");
    s.line("M-38-58Q0-50 38-58M-38 66Q0 74 38 66");
    s.thin("M-32 78Q0 84 32 78");
    s.shade("M-38-26Q0-18 38-26V34Q0 42-38 34z");
    s.line("M-38-26Q0-18 38-26M-38 34Q0 42 38 34");
    s.thin("M-20-4Q0 0 20-4M-26 8Q0 13 26 8M-14 21Q0 24 14 21M31-44V-34M31 44V58");
    s.note(at(38.0, 50.0), at(26.0, 10.0), super::content(d));
    super::size(s, d, 38.0, -80.0, 80.0);
}

pub fn tin(s: &mut Sketch, d: &Dimensions) {
    // A paint tin: lever lid and bail handle.
    s.body("M-52-44V62C-52 72-30 78 0 78S52 72 52 62V-44C52-34 30-28 0-28S-52-34-52-44z");
    s.ellipse(Ink::Ring, 0.0, -44.0, 52.0, 16.0);
    s.ellipse(Ink::Line, 0.0, -44.0, 44.0, 12.5);
    s.ellipse(Ink::Dark, 0.0, -43.0, 38.0, 10.0);
    s.thin("M-52 54C-52 64-30 70 0 70S52 64 52 54");
    s.shade("M-52-14C-52-4-30 2 0 2S52-4 52-14V36C52 46-30 52-30 51C-44 49-52 44-52 36z");
    s.line("M-52-14C-52-4-30 2 0 2S52-4 52-14M-52 36C-52 46-30 52 0 52S52 46 52 36");
    s.both(0.0, |s| s.circle(Ink::Body, 52.0, -22.0, 4.5));
    s.line("M-55-25C-66-58-50-84 0-84S66-58 55-25");
    s.thin("M-26 16Q0 22 26 16M-32 28Q0 35 32 28");
    s.note(at(52.0, 44.0), at(24.0, 14.0), super::content(d));
    super::size(s, d, 52.0, -60.0, 78.0);
}

pub fn pail(s: &mut Sketch, d: &Dimensions) {
    s.body("M-52-45L-43 66C-42 76-24 80 0 80S42 76 43 66L52-45");
    s.dark("M-56-56C-56-46-32-39 0-39S56-46 56-56V-49C56-39 32-32 0-32S-56-39-56-49z");
    s.ellipse(Ink::Body, 0.0, -56.0, 56.0, 17.0);
    s.ellipse(Ink::Line, 0.0, -57.0, 47.0, 13.0);
    s.thin("M-51-30C-48-20-28-14 0-14S48-20 51-30M-50-24C-47-14-28-8 0-8S47-14 50-24");
    s.shade("M-47 0C-44 8-26 14 0 14S44 8 47 0L44 48C40 56-26 62-26 59C-38 57-43 52-44 48z");
    s.line("M-47 0C-44 8-26 14 0 14S44 8 47 0M-44 48C-40 56-24 61 0 61S40 56 44 48");
    s.thin("M-22 27Q0 32 22 27M-28 39Q0 45 28 39");
    s.line("M-53-34C-64-6-50 22-2 26M53-34C64-6 50 22 18 25");
    s.dark("M-3 22H19Q21 26 19 30H-3Q-5 26-3 22z");
    s.note(at(44.0, 56.0), at(26.0, 10.0), super::content(d));
    super::size(s, d, 56.0, -73.0, 80.0);
}

pub fn drum(s: &mut Sketch, d: &Dimensions) {
    s.body("M-50-62V64C-50 74-28 80 0 80S50 74 50 64V-62");
    s.ellipse(Ink::Body, 0.0, -64.0, 51.0, 15.0);
    s.ellipse(Ink::Thin, 0.0, -63.0, 45.0, 12.0);
    s.ellipse(Ink::Dark, -22.0, -64.0, 9.0, 3.4);
    s.ellipse(Ink::Dark, 28.0, -60.0, 5.0, 2.0);
    for y in [-24.0, 20.0] {
        s.dark(format!(
            "M-50 {y}C-50 {0}-28 {1} 0 {1}S50 {0} 50 {y}Q54 {2} 50 {3}C50 {4} 28 {5} 0 {5}S-50 {4}-50 {3}Q-54 {2}-50 {y}z",
            y + 10.0, y + 15.0, y + 3.0, y + 6.0, y + 16.0, y + 21.0
        ));
    }
    s.thin("M-50 56C-50 66-28 72 0 72S50 66 50 56M-50-54C-50-45-28-40 0-40S50-45 50-54M40-36V-18M40 30V62");
    s.round(Ink::Line, -24.0, 44.0, 34.0, 20.0, 1.0);
    s.note(at(50.0, 48.0), at(26.0, 14.0), super::content(d));
    super::size(s, d, 51.0, -79.0, 80.0);
}

pub fn aerosol(s: &mut Sketch, d: &Dimensions) {
    s.mirrored(Ink::Dark, 0.0, "M0-92H12Q17-92 17-86V-62H0");
    s.body("M-5-96H5V-92H-5z");
    s.thin("M-12-88V-64M12-88V-64");
    s.mirrored(
        Ink::Body,
        0.0,
        "M0-62H20V-58C28-54 30-50 30-42V78Q30 84 25 84H0",
    );
    s.line("M-30-42H30M-20-58H20M-30 76H30");
    s.shade("M-30-26H30V54H-30z");
    s.line("M-30-26H30M-30 54H30");
    s.body("M0-16L12 4H-12z");
    s.solid("M-1-8H1L.700-1H-.700zM-1 .500H1V2.500H-1z");
    s.thin("M-18 18H18M-20 28H20M-10 38H10M24-36V-30M24 60V72");
    s.note(at(30.0, 46.0), at(28.0, 14.0), super::content(d));
    super::size(s, d, 30.0, -96.0, 84.0);
}
