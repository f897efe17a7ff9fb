//! Wiring devices and enclosures.

use crate::Dimensions;
use crate::pen::{Ink, Sketch, at};

pub fn socket_outlet(s: &mut Sketch, d: &Dimensions) {
    // BS 1363, switched, as Singapore wires: one gang, or two where the plate is long.
    let size = d.number("width").zip(d.number("height"));
    let twin = size.is_some_and(|(width, height)| 1.4 * height < width);
    let half = if twin { 120.0 } else { 70.0 };
    s.round(Ink::Body, -half, -70.0, 2.0 * half, 140.0, 9.0);
    s.round(Ink::Thin, 5.0 - half, -65.0, 2.0 * half - 10.0, 130.0, 6.0);
    let gang = |s: &mut Sketch| {
        s.dark("M-7-22H7V4H-7zM-46 26H-20V38H-46zM20 26H46V38H20z");
        s.round(Ink::Body, 26.0, -56.0, 22.0, 34.0, 3.0);
        s.thin("M26-39H48M31-50H43");
        s.solid("M35-31h4v3h-4z");
    };
    if twin {
        s.moved(-58.0, 0.0, gang);
        s.moved(58.0, 0.0, gang);
    } else {
        gang(s);
    }
    s.both(0.0, |s| screw(s, half - 14.0));
    plate(s, d, half);
}

fn screw(s: &mut Sketch, x: f64) {
    s.circle(Ink::Line, x, 0.0, 5.0);
    s.line(format!("M{}-3L{} 3", x - 3.0, x + 3.0));
}

fn plate(s: &mut Sketch, d: &Dimensions, half: f64) {
    s.width(-half, half, 70.0, 1, d.label("width"));
    s.height(-70.0, 70.0, half, 1, d.label("height"));
}

pub fn wall_switch(s: &mut Sketch, d: &Dimensions) {
    s.round(Ink::Body, -70.0, -70.0, 140.0, 140.0, 9.0);
    s.round(Ink::Thin, -65.0, -65.0, 130.0, 130.0, 6.0);
    for x in [-36.0, 4.0] {
        s.round(Ink::Body, x, -34.0, 32.0, 68.0, 4.0);
        s.shade(format!("M{x} 4H{}V34H{x}z", x + 32.0));
        s.thin(format!("M{x} 4H{}", x + 32.0));
        s.circle(Ink::Line, x + 16.0, -22.0, 3.0);
        s.line(format!("M{} 22v6", x + 16.0));
    }
    s.both(0.0, |s| screw(s, 56.0));
    plate(s, d, 70.0);
}

pub fn plug(s: &mut Sketch, _: &Dimensions) {
    // BS 1363 plug: seen from the pins, and from the side.
    s.body("M-92-34C-92-46-84-52-74-52H-30C-20-52-12-46-12-34L-8 30C-8 42-16 46-26 46H-78C-88 46-96 42-96 30z");
    s.thin("M-87-32C-87-42-80-46-73-46H-31C-24-46-17-42-17-32L-13 28C-13 37-20 41-28 41H-76C-84 41-91 37-91 28z");
    s.dark("M-57-34H-47V-14H-57zM-82 12H-62V22H-82zM-42 12H-22V22H-42z");
    s.circle(Ink::Line, -52.0, 2.0, 5.0);
    s.line("M-55 2H-49");
    s.round(Ink::Thin, -58.0, 26.0, 12.0, 9.0, 2.0);
    s.body("M34-52H48C52-52 53-48 53-44L56 30C56 40 52 46 46 46H34z");
    s.body("M34-32H2Q0-30 0-27T2-22H34zM34 10H10Q8 12 8 16T10 22H34z");
    s.thin("M14-32V-22M20 10V22");
    s.body("M36 46H46L44 60H38z");
    s.line("M39 60C39 70 50 74 62 74H82M43 60C44 66 52 68 62 68H82");
    s.thin("M37 51H45M38 55H45");
}

pub fn enclosure(s: &mut Sketch, d: &Dimensions) {
    let (w, h, depth) = (
        d.or("width", 300.0),
        d.or("height", 400.0),
        d.or("depth", 200.0),
    );
    // To a front of at most 100 units.
    let u = 100.0 / w.max(h);
    let (w, h) = ((w * u).max(30.0), (h * u).max(30.0));
    let (dx, dy) = (
        (depth * u * 0.5).clamp(8.0, 60.0),
        (depth * u * 0.28).clamp(5.0, 34.0),
    );
    s.rect(Ink::Body, 0.0, 0.0, w, h);
    s.body(format!("M0 0L{dx} -{dy}H{}L{w} 0z", w + dx));
    s.body(format!("M{w} 0L{} -{dy}V{}L{w} {h}z", w + dx, h - dy));
    s.shade(format!("M{w} 0L{} -{dy}V{}L{w} {h}z", w + dx, h - dy));
    let e = 3.2;
    s.round(Ink::Line, e, e, w - 2.0 * e, h - 2.0 * e, 1.5);
    s.thin(format!(
        "M{0} {0}H{1}V{2}",
        e + 3.0,
        w - e - 3.0,
        h - e - 3.0
    ));
    for y in [h * 0.18, h * 0.82 - 9.0] {
        s.round(Ink::Dark, -2.2, y, 4.4, 9.0, 1.0);
    }
    s.circle(Ink::Body, w - 9.5, h * 0.5, 3.6);
    s.line(format!("M{} {}v-4", w - 9.5, h * 0.5 + 2.0));
    s.width(0.0, w, h, 1, d.label("width"));
    s.height(0.0, h, 0.0, -1, d.label("height"));
    s.aligned(
        at(w, h),
        at(w + dx, h - dy),
        at(0.5, 0.866),
        d.label("depth"),
    );
}
