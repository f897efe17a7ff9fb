//! Washers, O-rings and retaining rings: a front view, and a section where it tells something.

use crate::Dimensions;
use crate::pen::{Ink, Sketch, at};

/// A thinner part is drawn this thick, so that its section can be seen.
const THINNEST: f64 = 0.035;

struct Disc {
    inner: f64,
    outer: f64,
    thickness: f64,
    /// Where the section starts, right of the front view.
    section: f64,
}

fn disc(d: &Dimensions, inner: f64, outer: f64, thickness: f64) -> Disc {
    let inner_known = d.number("inner_diameter");
    let outer_known = d.number("outer_diameter");
    let hole = inner_known.unwrap_or_else(|| outer_known.map_or(inner, |o| o * inner / outer));
    let rim = outer_known.unwrap_or(hole * outer / inner);
    let rim = rim.max(hole * 1.06);
    let hole = hole.max(rim * 0.12);
    let usual = rim * thickness / outer;
    Disc {
        inner: hole / 2.0,
        outer: rim / 2.0,
        thickness: d.or_within("thickness", usual, rim * THINNEST, rim * 0.5),
        section: rim * 0.5 + rim * 0.3,
    }
}

fn label(s: &mut Sketch, d: &Dimensions, ring: &Disc) {
    s.width(
        -ring.outer,
        ring.outer,
        ring.outer,
        1,
        d.label_after("⌀", "outer_diameter"),
    );
    s.width(
        -ring.inner,
        ring.inner,
        -ring.outer,
        -1,
        d.label_after("⌀", "inner_diameter"),
    );
    s.width(
        ring.section,
        ring.section + ring.thickness,
        ring.outer,
        1,
        d.label("thickness"),
    );
}

fn cross(s: &mut Sketch, radius: f64) {
    let r = radius * 1.06;
    s.center(format!("M-{r} 0H{r}M0-{r}V{r}"));
}

/// The upper and lower halves of a sectioned ring.
fn section(s: &mut Sketch, ring: &Disc) {
    let (x, t) = (ring.section, ring.thickness);
    s.rect(Ink::Line, x, -ring.inner, t, 2.0 * ring.inner);
    s.above_and_below(0.0, |s| {
        s.rect(Ink::Body, x, -ring.outer, t, ring.outer - ring.inner);
        let (top, low) = (-ring.outer, -ring.inner);
        s.hatch(&[at(x, top), at(x + t, top), at(x + t, low), at(x, low)]);
    });
    s.center(format!(
        "M{} 0H{}",
        x - ring.outer * 0.12,
        x + t + ring.outer * 0.12
    ));
}

pub fn flat(s: &mut Sketch, d: &Dimensions) {
    let ring = disc(d, 8.4, 16.0, 1.6);
    s.circle(Ink::Ring, 0.0, 0.0, ring.outer);
    s.circle(Ink::Ring, 0.0, 0.0, ring.inner);
    cross(s, ring.outer);
    section(s, &ring);
    label(s, d, &ring);
}

pub fn spring(s: &mut Sketch, d: &Dimensions) {
    let ring = disc(d, 8.1, 14.8, 2.0);
    let (i, o, t) = (ring.inner, ring.outer, ring.thickness);
    // The slit at the top, cut on the slant.
    let (a, b) = (o * 0.03, o * 0.11);
    let y = |r: f64, x: f64| -(r * r - x * x).max(0.0).sqrt();
    s.body(format!(
        "M{a} {}A{o} {o} 0 1 1 -{b} {}L-{a} {}A{i} {i} 0 1 0 {b} {}z",
        y(o, a),
        y(o, b),
        y(i, a),
        y(i, b)
    ));
    cross(s, o);
    let (x, rise) = (ring.section, t * 0.5);
    s.body(format!("M{x} -{o}L{} -{o}V{o}H{x}z", x + t));
    s.line(format!("M{x} -{}L{} {}", o * 0.16, x + t, o * 0.02));
    s.line(format!("M{x} -{}L{} {}", o * 0.05, x + t, o * 0.13));
    s.body(format!(
        "M{} -{}l{rise} {}V{}l-{rise} -{}z",
        x + t,
        o * 0.02,
        o * 0.05,
        o * 0.98,
        o * 0.05
    ));
    label(s, d, &ring);
}

pub fn star(s: &mut Sketch, d: &Dimensions) {
    let ring = disc(d, 8.4, 15.0, 1.2);
    let (rim, crest) = (ring.outer * 0.78, ring.outer);
    let root = f64::midpoint(ring.inner, rim)
        .max(ring.inner * 1.08)
        .min(rim);
    let mut path = String::new();
    let teeth = 14;
    for tooth in 0..teeth {
        let angle = f64::from(tooth) * std::f64::consts::TAU / f64::from(teeth);
        let turn = |r: f64, by: f64| {
            let (sin, cos) = (angle + by).sin_cos();
            format!("{} {}", r * cos, r * sin)
        };
        let letter = if tooth == 0 { 'M' } else { 'L' };
        path.push_str(&format!(
            "{letter}{}L{}L{}L{}",
            turn(root.max(rim), 0.0),
            turn(crest, 0.04),
            turn(crest, 0.27),
            turn(root.max(rim), 0.23)
        ));
    }
    s.ring(path + "z");
    s.circle(Ink::Ring, 0.0, 0.0, ring.inner);
    cross(s, ring.outer);
    let (x, t) = (ring.section, ring.thickness);
    s.rect(Ink::Body, x, -rim, t, 2.0 * rim);
    s.above_and_below(0.0, |s| {
        s.body(format!(
            "M{} -{rim}L{} -{crest}h{}L{} -{rim}z",
            x,
            x - t * 0.5,
            t,
            x + t
        ));
        s.body(format!(
            "M{} -{}L{} -{}h{t}L{} -{}z",
            x,
            rim * 0.62,
            x - t * 0.6,
            rim * 0.42,
            x + t,
            rim * 0.62
        ));
    });
    label(s, d, &ring);
}

pub fn o_ring(s: &mut Sketch, d: &Dimensions) {
    let inner = d.or("inner_diameter", 20.0);
    let cord = d.or_within("cross_section", inner * 0.13, inner * 0.035, inner * 0.8);
    let (i, o) = (inner / 2.0, inner / 2.0 + cord);
    s.circle(Ink::Ring, 0.0, 0.0, o);
    s.circle(Ink::Ring, 0.0, 0.0, i);
    let middle = f64::midpoint(i, o) + cord * 0.18;
    let (x, y) = (middle * 0.64, middle * 0.77);
    s.thin(format!("M-{x} -{y}A{middle} {middle} 0 0 1 {x} -{y}"));
    cross(s, o);
    let section = o * 1.55;
    let r = cord / 2.0;
    s.above_and_below(0.0, |s| {
        s.circle(Ink::Dark, section + r, i + r, r);
        let ring: Vec<_> = (0..24)
            .map(|n| (f64::from(n) * std::f64::consts::TAU / 24.0).sin_cos())
            .map(|(sin, cos)| at(section + r + r * cos, i + r + r * sin))
            .collect();
        s.hatch(&ring);
    });
    s.line(format!(
        "M{section} -{}V{}M{} -{}V{}",
        i + r,
        i + r,
        section + cord,
        i + r,
        i + r
    ));
    s.center(format!("M{} 0H{}", section - cord, section + 2.0 * cord));
    s.width(-i, i, -o, -1, d.label_after("⌀", "inner_diameter"));
    s.width(-o, o, o, 1, d.label_after("⌀", "outer_diameter"));
    s.width(section, section + cord, o, 1, d.label("cross_section"));
}

pub fn external_ring(s: &mut Sketch, d: &Dimensions) {
    let ring = disc(d, 18.5, 24.0, 1.2);
    clip(s, d, &ring, 1.0);
}

pub fn internal_ring(s: &mut Sketch, d: &Dimensions) {
    let ring = disc(d, 18.0, 23.5, 1.0);
    clip(s, d, &ring, -1.0);
}

/// DIN 471 and DIN 472: a ring open at the bottom, with lugs outside or inside.
fn clip(s: &mut Sketch, d: &Dimensions, ring: &Disc, out: f64) {
    let (i, o) = (ring.inner, ring.outer);
    let band = o - i;
    // The opening, and a band that grows narrower towards it.
    let half = o * 0.17;
    let (ri, ro) = if out < 0.0 {
        (i + band * 0.15, o)
    } else {
        (i, o - band * 0.15)
    };
    let lug = band.max(o * 0.16) * 0.62;
    let edge = |r: f64, x: f64| (r * r - x * x).max(0.0).sqrt();
    let (shift, middle) = (band * 0.16 * out, f64::midpoint(ri, ro));
    let hole = middle + lug * 0.75 * out;
    // Outline: from the gap round the outer edge, back along the inner one.
    let (yo, yi) = (edge(ro, half), edge(ri, half));
    if 0.0 < out {
        s.body(format!(
            "M{half} {yi}V{}A{lug} {lug} 0 0 0 {} {}L{} {}A{ro} {ro} 0 1 0 -{} {}L-{} {}A{lug} {lug} 0 0 0 -{half} {}V{yi}A{ri} {ri} 0 1 1 {half} {yi}z",
            hole + lug * 0.8,
            half + lug * 1.9, hole - lug * 0.2,
            half + lug * 2.3, edge(ro, half + lug * 2.3),
            half + lug * 2.3, edge(ro, half + lug * 2.3),
            half + lug * 1.9, hole - lug * 0.2,
            hole + lug * 0.8
        ));
    } else {
        s.body(format!(
            "M{half} {yo}V{}A{lug} {lug} 0 0 1 {} {}L{} {}A{ri} {ri} 0 1 0 -{} {}L-{} {}A{lug} {lug} 0 0 1 -{half} {}V{yo}A{ro} {ro} 0 1 1 {half} {yo}z",
            hole - lug * 0.8,
            half + lug * 1.9, hole + lug * 0.2,
            half + lug * 2.2, edge(ri, half + lug * 2.2),
            half + lug * 2.2, edge(ri, half + lug * 2.2),
            half + lug * 1.9, hole + lug * 0.2,
            hole - lug * 0.8
        ));
    }
    s.both(0.0, |s| {
        s.circle(Ink::Line, half + lug * 0.95, hole, lug * 0.38)
    });
    let _ = shift;
    cross(s, o);
    let (x, t) = (ring.section, ring.thickness);
    s.rect(Ink::Body, x, -o, t, 2.0 * o);
    s.line(format!("M{x} -{i}h{t}M{x} {i}h{t}"));
    let low = o.max(hole + lug);
    s.width(-o, o, low, 1, d.label_after("⌀", "outer_diameter"));
    s.width(-i, i, -o, -1, d.label_after("⌀", "inner_diameter"));
    s.width(x, x + t, -o, -1, d.label("thickness"));
}
