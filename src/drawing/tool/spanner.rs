//! Spanners, sockets, ratchets and hexagon keys.

use crate::Dimensions;
use crate::pen::{Affine, Ink, Sketch, at};

pub fn combination(s: &mut Sketch, d: &Dimensions) {
    let across = d.or("across_flats", 13.0);
    let length = d.or_within("length", across * 10.0 + 40.0, across * 6.0, across * 17.0);
    // In units of a tenth of the across flats.
    let u = across / 10.0;
    let l = length / u;
    s.within(&Affine::scale(u), |s| {
        let ring = l - 17.0;
        // Open end, turned by 15 degrees, then the shaft to the ring.
        s.body(format!(
            "M{0} -3.4L19-3.8C17-4.4 16-6 15-8C13-12 8-14.5 3-13.5L-.5-7.6 8.5-4.5C10-3.6 10.5-1.6 9.6.6\
             C9 2.6 7 3.6 5.2 3.2L-3.9.6-5.6 7.4C-3 12 3 13.8 8.5 11.8C12 10.6 14.5 7.6 16.5 5.2C17.4 4.3 18.2 3.8 19 3.8L{0} 3.4\
             A9.4 9.4 0 1 0 {0} -3.4z",
            ring - 6.6
        ));
        s.regular(Ink::Ring, 12, at(ring + 2.1, 0.0), 5.2, 15.0);
        s.circle(Ink::Thin, ring + 2.1, 0.0, 7.6);
        s.thin(format!("M24-1.3H{0}A1.3 1.3 0 0 1 {0} 1.3H24A1.3 1.3 0 0 1 24-1.3z", ring - 12.0));
    });
    s.width(-5.6 * u, (l - 5.5) * u, 13.0 * u, 1, d.label("length"));
    s.height(-5.2 * u, 5.2 * u, (l - 5.5) * u, 1, d.label("across_flats"));
}

pub fn adjustable(s: &mut Sketch, d: &Dimensions) {
    s.turned(-28.0, 0.0, 0.0, |s| {
        s.body(
            "M-34-5.5H88C95-5.5 100-1 100 5S95 15.5 88 15.5H-30C-38 15.5-44 20-50 24L-64 26C-72 26-78 21-79 13L-58 11\
             C-52 10-50 4-53-2L-60-7-58-16C-50-19-42-15-34-5.5z",
        );
        s.body("M-64-9L-84-14C-86-20-80-29-71-32L-50-29-47-19-58-16-60-7z");
        s.line("M-56-13L-47-10M-40-8L-50 20");
        s.dark("M-47-5L-37-2-41 10-51 7z");
        s.thin("M-44.5-4L-48.5 8M-42-3.3L-46 8.7M-39.5-2.6L-43.5 9.3");
        s.ring("M88 1A4 4 0 1 1 88 9A4 4 0 1 1 88 1z");
        s.thin("M-24 0H76M-24 10H76");
        s.aligned(at(-84.0, 24.0), at(100.0, 24.0), at(0.469, 0.883), d.label("length"));
    });
}

pub fn socket(s: &mut Sketch, d: &Dimensions) {
    let across = d.or("across_flats", 13.0);
    let outer = across * 0.74;
    let length = d.or_within("length", across * 2.0, across * 1.2, across * 6.0);
    let x = -outer * 1.45;
    s.circle(Ink::Ring, x, 0.0, outer);
    s.circle(Ink::Thin, x, 0.0, outer * 0.9);
    s.regular(Ink::Ring, 6, at(x, 0.0), across / 2.0, 0.0);
    s.round(
        Ink::Dark,
        x - across * 0.19,
        -across * 0.19,
        across * 0.38,
        across * 0.38,
        across * 0.03,
    );
    let waist = outer * 0.82;
    s.flipped(
        Ink::Body,
        0.0,
        format!(
            "M0 0V-{}L{} -{outer}H{}C{} -{outer} {} -{waist} {} -{waist}H{}L{length} -{}V0",
            outer * 0.9,
            outer * 0.1,
            length * 0.42,
            length * 0.48,
            length * 0.48,
            length * 0.56,
            length - outer * 0.1,
            waist * 0.9
        ),
    );
    s.line(format!(
        "M{0} -{outer}V{outer}M{1} -{waist}V{waist}",
        outer * 0.1,
        length - outer * 0.1
    ));
    let (c, e, q) = (across * 0.577, across * 0.289, across * 0.19);
    s.hidden(format!(
        "M0 -{c}H{0}V{c}H0M0 -{e}H{0}M0 {e}H{0}M{length} -{q}H{1}V{q}H{length}",
        length * 0.4,
        length * 0.6
    ));
    for n in 0..3 {
        let y = waist * (0.5 - 0.5 * f64::from(n));
        s.thin(format!("M{} {y}h{}", length * 0.66, length * 0.2));
    }
    s.center(format!("M-{} 0H{}", outer * 0.15, length + outer * 0.15));
    s.width(
        x - across / 2.0,
        x + across / 2.0,
        outer,
        1,
        d.label("across_flats"),
    );
    s.width(0.0, length, outer, 1, d.label("length"));
}

pub fn ratchet(s: &mut Sketch, d: &Dimensions) {
    s.turned(-20.0, 0.0, 0.0, |s| {
        s.body("M-86-18C-76-18-70-14-62-9C-56-6-50-5.5-44-5.5H18V5.5H-44C-50 5.5-56 6-62 9C-70 14-76 18-86 18A18 18 0 0 1-86-18z");
        s.circle(Ink::Line, -86.0, 0.0, 12.5);
        s.rect(Ink::Dark, -91.5, -5.5, 11.0, 11.0);
        s.circle(Ink::Thin, -86.0, 0.0, 1.8);
        s.dark("M-70-3.5L-56-2.4V2.4L-70 3.5z");
        s.dark("M18-7.5C22-9 26-8 30-8H86C93-8 97-4 97 0S93 8 86 8H30C26 8 22 9 18 7.5z");
        s.thin("M28-8V8M34-8V8M80-8V8M40-3.5H74M40 0H74M40 3.5H74");
        s.aligned(at(-104.0, 19.0), at(97.0, 19.0), at(0.342, 0.94), d.label("length"));
    });
}

pub fn hex_key(s: &mut Sketch, d: &Dimensions) {
    let across = d.or("across_flats", 6.0);
    let length = d.or_within("length", across * 10.0 + 30.0, across * 6.0, across * 18.0);
    let short = d.or_within("width", length * 0.36, across * 3.0, length * 0.9);
    let (h, bend) = (across / 2.0, across * 1.6);
    let inner = bend - across * 0.5;
    let outer = bend + across * 0.5;
    s.body(format!(
        "M-{h} -{short}H{h}V-{outer}A{inner} {inner} 0 0 0 {outer} -{h}H{length}V{h}H{outer}A{outer} {outer} 0 0 1 -{h} -{outer}z"
    ));
    let q = across * 0.25;
    s.thin(format!(
        "M-{q} -{short}V-{outer}A{0} {0} 0 0 0 {outer} {q}H{length}M{q} -{short}V-{outer}A{1} {1} 0 0 0 {outer} -{q}H{length}",
        outer + q - h + h * 0.5 - q * 0.5,
        inner + h - q
    ));
    let x = length * 0.62;
    s.regular(Ink::Body, 6, at(x, -short * 0.62), across * 0.9, 0.0);
    s.center(format!(
        "M{} {1}H{2}M{x} {3}V{4}",
        x - across * 1.4,
        -short * 0.62,
        x + across * 1.4,
        -short * 0.62 - across * 1.4,
        -short * 0.62 + across * 1.4
    ));
    s.width(-h, length, h, 1, d.label("length"));
    s.height(
        -short * 0.62 - across * 0.9,
        -short * 0.62 + across * 0.9,
        x + across * 1.1,
        1,
        d.label("across_flats"),
    );
    s.height(-short, h, -h, -1, d.label("width"));
}
