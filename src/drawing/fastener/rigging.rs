//! Shackles, chain, turnbuckles and hooks.

use super::Thread;
use super::bolt::size_label;
use crate::Dimensions;
use crate::pen::{Affine, Ink, Sketch, at};

pub fn shackle(s: &mut Sketch, d: &Dimensions) {
    let size = d.or("diameter", 12.0);
    s.within(&Affine::scale(size / 12.0), |s| {
        // The bow, open downwards, with an eye at each end.
        s.body("M-13 34V-2A19 19 0 0 1-19-16A19 19 0 0 1 19-16A19 19 0 0 1 13-2V34H25V4C29-2 31-9 31-16A31 31 0 0 0-31-16C-31-9-29-2-25 4V34z");
        s.thin("M-25-13A25 25 0 0 1 0-41");
        s.both(0.0, |s| s.round(Ink::Body, 11.0, 30.0, 16.0, 26.0, 5.0));
        s.body("M-11 37H11V49H-11z");
        s.body("M27 36H31V50H27zM31 39H37A8 8 0 1 1 37 47H31z");
        s.circle(Ink::Line, 43.0, 43.0, 3.5);
        s.body("M-27 39H-33V47H-27z");
        s.thin("M-30 39V47");
        s.center("M-40 43H58");
    });
    let unit = size / 12.0;
    s.note(
        at(-28.0 * unit, -30.0 * unit),
        at(-16.0, -8.0),
        d.label_after("⌀", "diameter"),
    );
    s.width(-11.0 * unit, 11.0 * unit, 56.0 * unit, 1, d.label("width"));
    s.height(-35.0 * unit, 37.0 * unit, 31.0 * unit, 1, d.label("length"));
}

pub fn chain(s: &mut Sketch, d: &Dimensions) {
    let wire = d
        .number("wire_diameter")
        .or(d.number("diameter"))
        .unwrap_or(8.0);
    let inner = d.or_within("length", wire * 3.0, wire * 2.2, wire * 6.0);
    let width = wire * 3.4;
    let pitch = inner;
    let half = width / 2.0;
    for n in [0.0, 2.0, 4.0] {
        let x = n * pitch;
        s.round(Ink::Ring, x - wire, -half, inner + 2.0 * wire, width, half);
        s.round(
            Ink::Ring,
            x,
            -half + wire,
            inner,
            width - 2.0 * wire,
            half - wire,
        );
        s.thin(format!(
            "M{} -{1}H{2}",
            x + half,
            half - wire * 0.35,
            x + inner - half
        ));
    }
    for n in [1.0, 3.0] {
        let x = n * pitch;
        let (from, to) = (x - wire, x + inner + wire);
        let r = wire / 2.0;
        // Seen edge-on, through its neighbours: hidden where they lie over it.
        s.body(format!(
            "M{0} -{r}H{1}V{r}H{0}A{r} {r} 0 0 1 {0} -{r}z",
            from + wire,
            to - wire
        ));
        s.line(format!(
            "M{0} -{r}H{1}A{r} {r} 0 0 0 {1} {r}H{0}",
            from + wire,
            from + r
        ));
        s.line(format!(
            "M{0} -{r}H{1}A{r} {r} 0 0 1 {1} {r}H{0}",
            to - wire,
            to - r
        ));
    }
    s.width(0.0, inner, half, 1, d.label("length"));
    s.height(
        -half,
        -half + wire,
        -wire,
        -1,
        d.number("wire_diameter")
            .or(d.number("diameter"))
            .map(|w| format!("⌀{}", crate::dimensions::written(w))),
    );
    s.height(-half, half, 4.0 * pitch + inner + wire, 1, d.label("width"));
}

pub fn turnbuckle(s: &mut Sketch, d: &Dimensions) {
    let thread = Thread::of(d, 10.0);
    let size = thread.diameter;
    let body = d.or_within("length", size * 12.0, size * 8.0, size * 18.0);
    let (half, r) = (body / 2.0, size / 2.0);
    let (wide, boss) = (size * 1.35, size * 1.6);
    s.round(Ink::Ring, -half, -wide, body, 2.0 * wide, size * 0.9);
    s.round(
        Ink::Ring,
        -half + boss,
        -wide + size * 0.62,
        body - 2.0 * boss,
        2.0 * wide - size * 1.24,
        size * 0.5,
    );
    let scale = Sketch::scale_for(body * 1.9, 2.0 * wide);
    let reach = half + size * 4.0;
    s.both(0.0, |s| {
        s.body(format!("M{0} -{r}H{1}V{r}H{0}z", half, reach - size * 1.4));
        thread.lines(s, at(half, 0.0), reach - half - size * 1.6, scale);
        s.body(format!(
            "M{0} -{r}H{1}V{r}H{0}z",
            half - boss - size * 2.0,
            half - boss
        ));
        thread.lines(s, at(half - boss - size * 2.0, 0.0), size * 2.0, scale);
        s.circle(Ink::Ring, reach, 0.0, size * 1.45);
        s.circle(Ink::Ring, reach, 0.0, size * 0.75);
    });
    s.center(format!("M-{0} 0H{0}", reach + size * 2.2));
    s.width(-half, half, wide, 1, d.label("length"));
    s.note(at(half + size * 1.2, -r), at(10.0, -26.0), size_label(d));
}

pub fn hook(s: &mut Sketch, d: &Dimensions) {
    // An eye hook with a safety latch, in millimetres of a one-tonne hook.
    s.ring("M0-52A15 15 0 1 0 0-82A15 15 0 1 0 0-52zM0-59A8 8 0 1 1 0-75A8 8 0 1 1 0-59z");
    s.body(
        "M-9-54L-8-36C-8-26-18-20-25-10C-38 9-36 36-12 47C10 57 37 46 42 22\
         C43 14 42 8 40 2C39-2 35-2 34 2C32 12 29 21 20 25C7 31-10 24-12 8\
         C-13-6 8-18 10-36L9-54",
    );
    s.thin("M-27 4C-31 20-22 36-8 41C4 45 18 43 27 36");
    s.dark("M5-22C16-20 29-11 36 1L33 4C26-6 15-14 3-16z");
    s.circle(Ink::Line, 3.0, -19.0, 2.6);
    s.center("M0-88V58");
    s.note(
        at(-33.0, 20.0),
        at(-24.0, 14.0),
        d.number("working_load")
            .map(|load| format!("{} kg", crate::dimensions::written(load))),
    );
}
