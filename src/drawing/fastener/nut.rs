//! Nuts: front view and side view.

use super::bolt::size_label;
use super::{Thread, Views};
use crate::Dimensions;
use crate::pen::{Affine, Ink, Point, Sketch, at};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Top {
    Plain,
    Ring,
    Dome,
    Flange,
}

pub fn hex(s: &mut Sketch, d: &Dimensions) {
    nut(s, d, Top::Plain);
}

pub fn lock(s: &mut Sketch, d: &Dimensions) {
    nut(s, d, Top::Ring);
}

pub fn cap(s: &mut Sketch, d: &Dimensions) {
    nut(s, d, Top::Dome);
}

pub fn flange(s: &mut Sketch, d: &Dimensions) {
    nut(s, d, Top::Flange);
}

/// The seat is on the right, at x = 0; the front view is seen from the left.
fn nut(s: &mut Sketch, d: &Dimensions, top: Top) {
    let thread = Thread::of(d, 8.0);
    let size = thread.diameter;
    let across = d.or_within("across_flats", 1.62 * size, 1.25 * size, 3.0 * size);
    let usual = match top {
        Top::Plain => 0.82,
        Top::Ring => 1.0,
        Top::Dome => 1.6,
        Top::Flange => 1.0,
    };
    let height = d.or_within("height", usual * size, 0.35 * size, 3.2 * size);
    let corner = across * 0.577;
    let collar = if top == Top::Flange {
        d.or_within("outer_diameter", 1.36 * across, 1.2 * across, 2.2 * across) / 2.0
    } else {
        corner
    };
    let views = Views::lay(-height, 0.0, collar, collar);
    let hexagon = match top {
        Top::Plain => (-height, 0.0),
        Top::Ring => (-height * 0.78, 0.0),
        Top::Dome => (-height * 0.45, 0.0),
        Top::Flange => (-height, -height * 0.22),
    };
    prism(s, hexagon, across, top == Top::Plain);
    let r = across * 0.46;
    match top {
        Top::Plain => {}
        Top::Ring => {
            let (near, left) = (hexagon.0, -height);
            let q = r * 0.82;
            let bend = near + (left - near) * 0.55;
            s.flipped(
                Ink::Body,
                0.0,
                format!("M{near} 0V-{}H{bend}Q{left} -{q} {left} -{}V0", q, q * 0.72),
            );
        }
        Top::Dome => {
            let near = hexagon.0;
            let q = r * 0.9;
            let neck = near - height * 0.06;
            s.flipped(
                Ink::Body,
                0.0,
                format!(
                    "M{near} 0V-{q}H{neck}C{} -{q} {} -{} {} 0",
                    -height * 0.8,
                    -height,
                    q * 0.75,
                    -height
                ),
            );
        }
        Top::Flange => {
            let near = hexagon.1;
            s.flipped(
                Ink::Body,
                0.0,
                format!(
                    "M0 0V-{collar}H{}Q{} -{} {near} -{}V0",
                    near * 0.35,
                    near * 0.5,
                    corner * 1.02,
                    corner
                ),
            );
        }
    }
    front(s, d, top, &views, (across, collar));
    views.cross(s, collar);
    s.center(format!("M{} 0H{}", -height * 1.15, height * 0.15));
    let bore = thread.radius();
    if top != Top::Dome {
        s.hidden(format!("M{} -{bore}H0M{} {bore}H0", -height, -height));
    }

    let (x, y) = (views.end.x, views.end.y);
    s.width(
        x - across / 2.0,
        x + across / 2.0,
        y + collar,
        1,
        d.label("across_flats"),
    );
    s.width(-height, 0.0, collar, 1, d.label("height"));
    if top == Top::Flange {
        s.height(
            -collar,
            collar,
            0.0,
            1,
            d.label_after("⌀", "outer_diameter"),
        );
    }
    let tip = at(x + bore * 0.71, y - bore * 0.71);
    let out = (collar - bore * 0.71) * views.scale + 8.0;
    s.note(tip, at(out * 0.45, -out), size_label(d));
}

fn front(s: &mut Sketch, d: &Dimensions, top: Top, views: &Views, (across, collar): (f64, f64)) {
    let (x, y, r) = (views.end.x, views.end.y, across / 2.0);
    if top == Top::Flange {
        s.circle(Ink::Ring, x, y, collar);
        s.regular(Ink::Line, 6, views.end, r, 30.0);
    } else {
        s.regular(Ink::Ring, 6, views.end, r, 30.0);
    }
    s.circle(Ink::Thin, x, y, r * 0.94);
    let thread = Thread::of(d, 8.0);
    match top {
        Top::Dome => {
            s.circle(Ink::Line, x, y, r * 0.84);
            s.circle(Ink::Thin, x, y, r * 0.3);
        }
        Top::Ring => {
            s.circle(Ink::Line, x, y, r * 0.76);
            thread.bore(s, views.end);
        }
        Top::Plain | Top::Flange => thread.bore(s, views.end),
    }
}

/// The side of a hexagon, corners up and down, bevelled left and, on a plain nut, right.
fn prism(s: &mut Sketch, (left, right): (f64, f64), across: f64, both: bool) {
    let (corner, edge) = (across * 0.577, across * 0.289);
    let bevel = ((right - left) * 0.13).min(across * 0.08);
    let (near, far) = (left + bevel, if both { right - bevel } else { right });
    let drop = bevel * 1.4;
    s.flipped(
        Ink::Body,
        0.0,
        format!(
            "M{left} 0V{}L{near} -{corner}H{far}L{right} {}V0",
            drop - corner,
            if both { drop - corner } else { -corner }
        ),
    );
    s.line(format!("M{near} -{edge}H{far}M{near} {edge}H{far}"));
    let arcs = |s: &mut Sketch, x: f64, out: f64| {
        s.thin(format!(
            "M{x} -{corner}C{out} -{} {out} -{} {x} -{edge}C{out} -{} {out} {} {x} {edge}C{out} {} {out} {} {x} {corner}",
            corner * 0.85, edge * 1.3, edge * 0.5, edge * 0.5, edge * 1.3, corner * 0.85
        ));
    };
    arcs(s, near, left - bevel / 3.0);
    if both {
        arcs(s, far, right + bevel / 3.0);
    }
}

pub fn wing(s: &mut Sketch, d: &Dimensions) {
    let size = Thread::of(d, 8.0).diameter;
    let half = d.or_within("width", 4.0 * size, 2.6 * size, 8.0 * size) / 2.0;
    let tall = half * 0.92;
    let (base, boss) = (size * 0.98, size * 0.8);
    let body = size * 0.95;
    s.mirrored(Ink::Body, 0.0, format!("M0 0H{base}L{boss} -{body}H0"));
    // Wings in hundredths of their span.
    s.within(&Affine::scale(half / 50.0), |s| {
        s.both(0.0, |s| {
            s.body(
                "M22.3-13C27-15 27-26 30-37C33-46 42-48 46-43C51-37 49-27 45-18C40-7 33-1 24.4 0",
            )
        });
    });
    s.hidden(format!("M-{0} 0V-{body}M{0} 0V-{body}", size / 2.0));
    s.center(format!("M0 {}V-{}", size * 0.3, body * 1.35));
    s.width(-half * 0.98, half * 0.98, 0.0, 1, d.label("width"));
    s.height(-tall, 0.0, half * 0.95, 1, d.label("height"));
    s.note(at(size * 0.3, -body), at(14.0, -26.0), size_label(d));
}

pub fn square(s: &mut Sketch, d: &Dimensions) {
    let thread = Thread::of(d, 8.0);
    let size = thread.diameter;
    let across = d.or_within("across_flats", 1.62 * size, 1.25 * size, 3.0 * size);
    let height = d.or_within("height", 0.8 * size, 0.3 * size, 2.0 * size);
    let r = across / 2.0;
    let views = Views::lay(-height, 0.0, r, r);
    let (x, y) = (views.end.x, views.end.y);
    s.round(Ink::Ring, x - r, y - r, across, across, across * 0.05);
    s.circle(Ink::Thin, x, y, r * 0.97);
    thread.bore(s, views.end);
    views.cross(s, r);
    let c = height * 0.12;
    s.flipped(
        Ink::Body,
        0.0,
        format!("M0 0V-{r}H{}L-{height} -{}V0", c - height, r * 0.93),
    );
    let bore = thread.radius();
    s.hidden(format!("M-{height} -{bore}H0M-{height} {bore}H0"));
    s.center(format!("M{} 0H{}", -height * 1.15, height * 0.15));
    s.width(x - r, x + r, y + r, 1, d.label("across_flats"));
    s.width(-height, 0.0, r, 1, d.label("height"));
    note_bore(s, views.end, bore, views.scale, r, size_label(d));
}

fn note_bore(s: &mut Sketch, center: Point, bore: f64, scale: f64, r: f64, label: Option<String>) {
    let tip = at(center.x + bore * 0.71, center.y - bore * 0.71);
    let out = (r - bore * 0.71) * scale + 8.0;
    s.note(tip, at(out * 0.45, -out), label);
}
