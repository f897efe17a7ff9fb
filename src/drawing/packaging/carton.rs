//! Cartons in isometric projection, true to their proportions.

use crate::Dimensions;
use crate::pen::{Ink, Point, Sketch, at};

/// Isometric projection: x to the lower right, y to the lower left, z up.
fn iso(x: f64, y: f64, z: f64) -> Point {
    at((x - y) * 0.866, (x + y) * 0.5 - z)
}

struct Sides {
    length: f64,
    width: f64,
    height: f64,
}

fn sides(d: &Dimensions, usual: [f64; 3]) -> Sides {
    let [length, width, height] = ["length", "width", "height"].map(|key| d.number(key));
    let scale = length.map_or(1.0, |l| l / usual[0]);
    let length = length.unwrap_or(usual[0]);
    let width = width.unwrap_or(usual[1] * scale);
    let height = height.or(d.number("depth")).unwrap_or(usual[2] * scale);
    // No side under a twelfth of the longest, so that every face is seen.
    let least = length.max(width).max(height) / 12.0;
    Sides {
        length: length.max(least),
        width: width.max(least),
        height: height.max(least),
    }
}

fn labels(s: &mut Sketch, d: &Dimensions, b: &Sides) {
    let (l, w, h) = (b.length, b.width, b.height);
    s.aligned(
        iso(0.0, w, 0.0),
        iso(l, w, 0.0),
        at(-0.866, 0.5),
        d.label("length"),
    );
    s.aligned(
        iso(l, w, 0.0),
        iso(l, 0.0, 0.0),
        at(0.866, 0.5),
        d.label("width"),
    );
    s.aligned(
        iso(l, 0.0, 0.0),
        iso(l, 0.0, h),
        at(0.866, 0.5),
        d.label("height"),
    );
}

pub fn carton(s: &mut Sketch, d: &Dimensions) {
    let b = sides(d, [400.0, 300.0, 250.0]);
    let (l, w, h) = (b.length, b.width, b.height);
    let long = [
        iso(0.0, w, h),
        iso(l, w, h),
        iso(l, w, 0.0),
        iso(0.0, w, 0.0),
    ];
    let short = [
        iso(l, w, h),
        iso(l, 0.0, h),
        iso(l, 0.0, 0.0),
        iso(l, w, 0.0),
    ];
    let top = [
        iso(0.0, 0.0, h),
        iso(l, 0.0, h),
        iso(l, w, h),
        iso(0.0, w, h),
    ];
    s.polygon(Ink::Body, &top);
    s.polygon(Ink::Body, &long);
    s.polygon(Ink::Body, &short);
    s.polygon(Ink::Shade, &short);
    // Tape over the middle seam, and down the end.
    let (t, m) = (w * 0.07, w / 2.0);
    let drop = (h * 0.22).min(w * 0.3);
    s.polygon(
        Ink::Shade,
        &[
            iso(0.0, m - t, h),
            iso(l, m - t, h),
            iso(l, m + t, h),
            iso(0.0, m + t, h),
        ],
    );
    s.polygon(
        Ink::Thin,
        &[
            iso(0.0, m - t, h),
            iso(l, m - t, h),
            iso(l, m - t, h - drop),
            iso(l, m + t, h - drop),
            iso(l, m + t, h),
            iso(0.0, m + t, h),
        ],
    );
    s.polygon(
        Ink::Thin,
        &[iso(0.0, m, h), iso(l, m, h), iso(l, m, h - 0.001)],
    );
    // This side up.
    let u = (l.min(h)) * 0.1;
    let (x, z) = (l - u * 3.2, u * 1.2);
    for dx in [0.0, 1.4] {
        let x = x + dx * u;
        let p = |a: f64, c: f64| iso(x + a * u, w, z + c * u);
        s.polygon(
            Ink::Thin,
            &[
                p(0.3, 0.4),
                p(0.3, 1.4),
                p(0.0, 1.4),
                p(0.5, 2.2),
                p(1.0, 1.4),
                p(0.7, 1.4),
                p(0.7, 0.4),
            ],
        );
    }
    s.polygon(
        Ink::Thin,
        &[iso(x, w, z), iso(x + 2.4 * u, w, z), iso(x, w, z)],
    );
    labels(s, d, &b);
}

pub fn mailer(s: &mut Sketch, d: &Dimensions) {
    // Lid open at the back.
    let b = sides(d, [300.0, 220.0, 80.0]);
    let (l, w, h) = (b.length, b.width, b.height);
    let e = l.min(w) * 0.035;
    s.polygon(
        Ink::Body,
        &[
            iso(0.0, w, h),
            iso(l, w, h),
            iso(l, w, 0.0),
            iso(0.0, w, 0.0),
        ],
    );
    let short = [
        iso(l, w, h),
        iso(l, 0.0, h),
        iso(l, 0.0, 0.0),
        iso(l, w, 0.0),
    ];
    s.polygon(Ink::Body, &short);
    s.polygon(Ink::Shade, &short);
    let rim = [
        iso(0.0, 0.0, h),
        iso(l, 0.0, h),
        iso(l, w, h),
        iso(0.0, w, h),
    ];
    let inner = [
        iso(e, e, h),
        iso(l - e, e, h),
        iso(l - e, w - e, h),
        iso(e, w - e, h),
    ];
    s.polygon(Ink::Ring, &rim);
    s.polygon(Ink::Ring, &inner);
    s.polygon(Ink::Shade, &inner);
    // Inside corner, then the lid, leaning back from the rear edge, with its ears.
    let deep = h.min(w * 0.5);
    let c = iso(e, e, h - deep);
    s.thin(format!(
        "M{} {}L{} {}",
        iso(e, e, h).x,
        iso(e, e, h).y,
        c.x,
        c.y
    ));
    let (back, rise) = (-w * 0.28, h + w * 0.86);
    s.polygon(
        Ink::Body,
        &[
            iso(0.0, 0.0, h),
            iso(l, 0.0, h),
            iso(l, back, rise),
            iso(0.0, back, rise),
        ],
    );
    s.polygon(
        Ink::Body,
        &[
            iso(l, 0.0, h),
            iso(l, back, rise),
            iso(l, back + h * 0.75, rise - h * 0.1),
            iso(l, h * 0.55, h + h * 0.45),
        ],
    );
    s.line(format!(
        "M{} {}L{} {}",
        iso(l * 0.35, w, h).x,
        iso(l * 0.35, w, h).y,
        iso(l * 0.35, w, h * 0.75).x,
        iso(l * 0.35, w, h * 0.75).y
    ));
    s.line(format!(
        "M{} {}L{} {}",
        iso(l * 0.65, w, h).x,
        iso(l * 0.65, w, h).y,
        iso(l * 0.65, w, h * 0.75).x,
        iso(l * 0.65, w, h * 0.75).y
    ));
    labels(s, d, &b);
}
