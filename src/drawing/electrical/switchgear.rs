//! What clips on a DIN rail: circuit breakers, contactors, relays.

use crate::Dimensions;
use crate::pen::{Ink, Sketch};

fn screw(s: &mut Sketch, x: f64, y: f64, r: f64) {
    let q = r * 0.6;
    s.circle(Ink::Body, x, y, r);
    s.line(format!("M{} {}L{} {}", x - q, y - q, x + q, y + q));
}

pub fn circuit_breaker(s: &mut Sketch, d: &Dimensions) {
    let poles = d.count("poles", 1, 4);
    // Modules of 18 mm (IEC 60715 rail, DIN 43880 width), 85 mm tall.
    let (m, h) = (18.0, 85.0);
    for n in 0..poles {
        s.moved(m * f64::from(n), 0.0, |s| {
            s.body("M.6 0H17.4V20H18V65H17.4V85H.6V65H0V20H.6z");
            s.line("M0 20H18M0 65H18");
            screw(s, 9.0, 9.0, 4.2);
            screw(s, 9.0, 76.0, 4.2);
            s.round(Ink::Line, 4.0, 31.0, 10.0, 22.0, 1.0);
            s.thin("M3 24.5H15M3 58H12M3 61H9");
        });
    }
    let w = m * f64::from(poles);
    // One lever, tied over all poles.
    s.round(Ink::Dark, 5.0, 34.0, w - 10.0, 8.0, 1.5);
    s.thin(format!("M7 38H{}", w - 7.0));
    // Side view, with the notch for the rail.
    let x = w + 16.0;
    s.moved(x, 0.0, |s| {
        s.body("M0 0H44V20H62V65H44V85H0V64H4V60H0V26H5V22H0z");
        s.dark("M62 36L71 33V42L62 46z");
        s.line("M44 20V65");
        s.thin("M-4 22V27H-1V58H-4V63");
        s.circle(Ink::Thin, 33.0, 42.5, 1.8);
        s.circle(Ink::Thin, 14.0, 8.0, 1.8);
        s.circle(Ink::Thin, 14.0, 77.0, 1.8);
        s.line("M36 0V14H44M36 85V71H44");
        s.thin("M20 32H38M20 36H30M20 50H38M20 54H34M48 24V61");
    });
    s.width(0.0, w, h, 1, known(d, "width"));
    s.height(0.0, h, x + 71.0, 1, known(d, "height"));
}

fn known(d: &Dimensions, key: &str) -> Option<String> {
    d.label(key)
}

pub fn contactor(s: &mut Sketch, d: &Dimensions) {
    s.body("M-40-60H40V-34H36V34H40V60H-40V34H-36V-34H-40z");
    s.body("M-30-30H30V30H-30z");
    s.line("M-40-34H40M-40 34H40");
    for n in 0..4 {
        let x = -28.0 + 18.7 * f64::from(n);
        s.above_and_below(0.0, |s| {
            screw(s, x, -47.0, 6.4);
            s.thin(format!("M{} -60V-56M{} -60V-56", x - 5.0, x + 5.0));
        });
    }
    s.round(Ink::Dark, -10.0, -14.0, 20.0, 20.0, 2.0);
    s.line("M-5-4H5");
    s.thin("M-24 14H24M-24 20H10M-24-22H24");
    s.moved(74.0, 0.0, |s| {
        s.body("M-18-60H20V-34H44V34H20V60H-18V20H-14V16H-18V-14H-12V-18H-18z");
        s.line("M20-34V34");
        s.body("M44-14H49V8H44z");
        s.thin("M-22-18V-12H-19V14H-22V20M28-34V34");
    });
    s.width(-40.0, 40.0, 60.0, 1, known(d, "width"));
    s.height(-60.0, 60.0, 123.0, 1, known(d, "height"));
}

pub fn relay(s: &mut Sketch, d: &Dimensions) {
    // A plug-in relay in its clear cover: coil, armature, contacts, blades.
    s.round(Ink::Body, -34.0, -56.0, 68.0, 96.0, 5.0);
    s.dark("M-37 40H37V50H-37z");
    s.round(Ink::Dark, -24.0, -12.0, 26.0, 42.0, 2.0);
    s.thin("M-24-7H2M-24-2H2M-24 3H2M-24 8H2M-24 13H2M-24 18H2M-24 23H2");
    s.body("M-27-16H5V-12H-27zM-27 30H5V34H-27z");
    s.line("M-29-20L8-20 16-36M8-20V34M18-44V-30M18-33H13M18-44V-38M22-46V34M26 34V-40H21");
    s.round(Ink::Line, -28.0, -50.0, 36.0, 18.0, 2.0);
    s.thin("M-24-44H4M-24-38H-6");
    for x in [-29.0, -13.0, 3.0, 19.0] {
        s.body(format!("M{x} 50h8v16l-2 4h-4l-2-4z"));
        s.circle(Ink::Thin, x + 4.0, 63.0, 1.4);
    }
    s.moved(88.0, 0.0, |s| {
        s.round(Ink::Ring, -26.0, -36.0, 52.0, 72.0, 5.0);
        for y in [-22.0, -4.0, 14.0, 26.0] {
            s.rect(Ink::Dark, -16.0, y - 2.0, 9.0, 4.5);
            s.rect(Ink::Dark, 7.0, y - 2.0, 9.0, 4.5);
        }
    });
    s.width(-34.0, 34.0, 70.0, 1, known(d, "width"));
}
