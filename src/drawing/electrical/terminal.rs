//! Crimp terminals, ferrules and terminal blocks.

use crate::Dimensions;
use crate::pen::{Ink, Sketch, at};

fn barrel(s: &mut Sketch) {
    s.flipped(Ink::Dark, 0.0, "M0 0V-14Q0-17 3-17L8-15H42L50-13V0");
    s.line("M8-15V15");
    s.thin("M14-11H40M14 11H40M22-15V15M26-15V15");
    s.hidden("M0-8H42M0 8H42");
}

pub fn ring(s: &mut Sketch, d: &Dimensions) {
    barrel(s);
    s.ring("M50-10L62-10C66-10 68-14 71-17A27 27 0 1 1 71 17C68 14 66 10 62 10H50zM92-12A12 12 0 1 0 92 12A12 12 0 1 0 92-12z");
    s.center("M-8 0H128M92-36V36");
    let hole = d
        .label_after("⌀", "hole_diameter")
        .or_else(|| d.label_after("⌀", "inner_diameter"));
    s.note(
        at(92.0 + 8.5, -8.5),
        at(14.0, -34.0),
        hole.or_else(|| d.code("thread").map(str::to_owned)),
    );
    area(s, d);
    s.width(0.0, 119.0, 27.0, 1, d.label("length"));
}

fn area(s: &mut Sketch, d: &Dimensions) {
    let area = d
        .number("conductor_area")
        .map(|a| format!("{} mm²", crate::dimensions::written(a)));
    s.note(at(4.0, -8.0), at(10.0, -38.0), area);
}

pub fn spade(s: &mut Sketch, d: &Dimensions) {
    barrel(s);
    s.flipped(
        Ink::Body,
        0.0,
        "M50 0V-10H62C68-10 70-24 78-24H116Q120-24 120-20Q120-12 114-12H92C84-12 80-6 80 0",
    );
    s.center("M-8 0H128");
    s.height(-12.0, 12.0, 120.0, 1, d.label("width"));
    area(s, d);
    s.width(0.0, 120.0, 24.0, 1, d.label("length"));
}

pub fn ferrule(s: &mut Sketch, d: &Dimensions) {
    s.flipped(Ink::Dark, 0.0, "M0 0V-17Q0-20 3-20H34C42-20 44-10 50-10V0");
    s.line("M3-20V20");
    s.thin("M8-14H34M8 14H34");
    s.flipped(Ink::Body, 0.0, "M50 0V-10H120Q122-10 122-8V0");
    s.hidden("M0-13H36L46-7H122M0 13H36L46 7H122");
    s.center("M-8 0H130");
    s.moved(-36.0, 0.0, |s| {
        s.circle(Ink::Dark, 0.0, 0.0, 20.0);
        s.circle(Ink::Ring, 0.0, 0.0, 12.0);
        s.circle(Ink::Line, 0.0, 0.0, 7.0);
    });
    s.width(50.0, 122.0, 10.0, 1, d.label("length"));
    area(s, d);
}

pub fn block(s: &mut Sketch, d: &Dimensions) {
    let poles = d.count("poles", 6, 12).max(2);
    let pitch = 24.0;
    let w = pitch * f64::from(poles);
    s.rect(Ink::Body, 0.0, -34.0, w, 68.0);
    for n in 0..poles {
        let x = pitch * f64::from(n);
        let c = x + pitch / 2.0;
        if 0 < n {
            s.line(format!("M{x}-34V34"));
        }
        s.above_and_below(0.0, |s| {
            s.round(Ink::Body, x + 3.0, -30.0, pitch - 6.0, 22.0, 2.0);
            s.circle(Ink::Body, c, -19.0, 7.0);
            s.line(format!("M{}-23L{}-15", c - 4.0, c + 4.0));
        });
        s.round(Ink::Thin, x + 5.0, -4.0, pitch - 10.0, 8.0, 1.0);
    }
    s.both(w / 2.0, |s| {
        s.body("M0-20H-10Q-14-20-14-16V16Q-14 20-10 20H0z");
        s.circle(Ink::Line, -7.0, 0.0, 3.6);
    });
    s.width(0.0, pitch, 34.0, 1, None);
    s.note(
        at(w / 2.0, -34.0),
        at(8.0, -14.0),
        d.number("rated_current")
            .map(|a| format!("{} A", crate::dimensions::written(a))),
    );
}
