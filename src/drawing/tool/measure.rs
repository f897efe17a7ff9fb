//! Measuring tools.

use std::fmt::Write as _;

use crate::Dimensions;
use crate::pen::{Ink, Sketch};

/// Scale marks from `x` on, `step` apart, every fifth longer, hanging from `y` by `tall`.
fn marks(s: &mut Sketch, x: f64, y: f64, count: u32, step: f64, tall: f64) {
    let mut path = String::new();
    for n in 0..count {
        let high = if n % 5 == 0 { tall } else { tall * 0.55 };
        let _ = write!(path, "M{} {y}v{high}", x + step * f64::from(n));
    }
    s.thin(path);
}

pub fn caliper(s: &mut Sketch, d: &Dimensions) {
    s.body("M-100-10V-26L-92-36-88-10H100V10H-68V14L-76 60C-77 66-82 68-84 64L-100 20z");
    s.body("M-64-16H-6V-10M-6 10V18H-46V22L-58 56C-60 64-65 66-66 62L-68 14");
    s.body("M-64-10V-16L-78-36-84-10");
    s.line("M-64-10V-16H-6V18H-46");
    s.rect(Ink::Body, 100.0, -3.0, 10.0, 6.0);
    s.circle(Ink::Body, -44.0, -20.0, 4.0);
    s.thin("M-6 4H100");
    marks(s, -2.0, 10.0, 21, 5.0, -9.0);
    marks(s, -58.0, 16.0, 11, 4.6, -7.0);
    s.line("M-60 8H-10");
    s.dark("M-22 18H-12Q-10 26-17 26T-22 18z");
    s.width(
        -68.0,
        100.0,
        -30.0,
        -1,
        d.code("measuring_range").map(str::to_owned),
    );
}

pub fn micrometer(s: &mut Sketch, d: &Dimensions) {
    s.body("M-82-14H-66V-8H-56V8H-62C-62 40-40 52-18 52C2 52 14 40 14 14V-14H34V14H32C32 52 8 70-18 70C-54 70-80 46-82 8z");
    s.rect(Ink::Body, -56.0, -5.0, 12.0, 10.0);
    s.rect(Ink::Body, -34.0, -5.0, 48.0, 10.0);
    s.rect(Ink::Body, 34.0, -9.0, 26.0, 18.0);
    s.thin("M34 0H60");
    marks(s, 37.0, 0.0, 6, 4.0, -5.0);
    s.body("M60-9L68-14H98V14H68L60 9z");
    s.thin("M68-14V14M62-6H68M61-2H68M61 2H68M62 6H68");
    s.dark("M98-11H114V11H98z");
    s.thin("M98-6H114M98-2H114M98 2H114M98 6H114");
    s.body("M20-14V-20H28V-14");
    s.round(Ink::Dark, -32.0, 54.0, 28.0, 11.0, 4.0);
    s.width(
        -44.0,
        -34.0,
        -14.0,
        -1,
        d.code("measuring_range").map(str::to_owned),
    );
}

pub fn tape_measure(s: &mut Sketch, d: &Dimensions) {
    s.body("M-62-52C-62-64-54-70-44-70H10C34-70 48-54 48-30V34C48 40 44 44 38 44H-62C-66 44-68 42-68 38V-40z");
    s.circle(Ink::Dark, -14.0, -14.0, 34.0);
    s.circle(Ink::Thin, -14.0, -14.0, 27.0);
    s.body("M48 33H116V44H40C45 43 48 39 48 33z");
    s.body("M113 33H116V54H112V44");
    marks(s, 53.0, 44.0, 12, 5.0, -7.0);
    s.dark("M-40-70Q-38-79-28-79H-6Q2-79 4-70z");
    s.thin("M-62 36H42");
    s.note(
        crate::pen::at(-14.0, -14.0),
        crate::pen::at(70.0, -44.0),
        d.number("roll_length").or(d.number("length")).map(|l| {
            format!(
                "{} m",
                crate::dimensions::written(if 200.0 < l { l / 1000.0 } else { l })
            )
        }),
    );
}

pub fn spirit_level(s: &mut Sketch, d: &Dimensions) {
    s.rect(Ink::Body, -108.0, -18.0, 216.0, 36.0);
    s.dark("M-108-18H-100V18H-108zM100-18H108V18H100z");
    s.thin("M-100-13H100M-100 13H100");
    s.round(Ink::Dark, -20.0, -13.0, 40.0, 15.0, 4.0);
    s.round(Ink::Line, -7.0, -10.0, 14.0, 7.0, 3.5);
    s.thin("M-9-13V2M9-13V2");
    for x in [-66.0, 66.0] {
        s.circle(Ink::Ring, x, 0.0, 12.0);
        s.round(Ink::Dark, x - 4.0, -10.0, 8.0, 20.0, 4.0);
        s.thin(format!("M{0}-3h8M{0} 3h8", x - 4.0));
    }
    s.width(-108.0, 108.0, 18.0, 1, d.label("length"));
}

pub fn steel_rule(s: &mut Sketch, d: &Dimensions) {
    s.ring("M-108-16H100A16 16 0 0 1 100 16H-108zM99-5A5 5 0 1 0 99 5A5 5 0 1 0 99-5z");
    let mut path = String::new();
    for n in 0..37 {
        let x = -106.0 + 5.0 * f64::from(n);
        let tall = if n % 10 == 0 {
            13.0
        } else if n % 5 == 0 {
            10.0
        } else {
            6.0
        };
        let _ = write!(path, "M{x}-16v{tall}");
        if n % 2 == 0 {
            let _ = write!(path, "M{x} 16v-{}", tall * 0.7);
        }
    }
    s.thin(path);
    s.width(-108.0, 116.0, 16.0, 1, d.label("length"));
}
