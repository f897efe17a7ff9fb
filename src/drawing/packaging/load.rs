//! Pallets and edge protectors.

use crate::Dimensions;
use crate::pen::{Ink, Point, Sketch, at};

fn iso(x: f64, y: f64, z: f64) -> Point {
    at((x - y) * 0.866, (x + y) * 0.5 - z)
}

pub fn pallet(s: &mut Sketch, d: &Dimensions) {
    let (l, w) = (
        d.number("length").unwrap_or(1200.0),
        d.number("width").unwrap_or(1000.0),
    );
    let u = 120.0 / l.max(w);
    let (l, w) = ((l * u).max(50.0), (w * u).max(50.0));
    // Five deck boards on blocks; only what can be seen of the feet.
    let gap = w / 19.0;
    let board = gap * 3.0;
    for n in 0..5 {
        let y = f64::from(n) * (board + gap);
        let face = [
            iso(0.0, y, 15.0),
            iso(l, y, 15.0),
            iso(l, y + board, 15.0),
            iso(0.0, y + board, 15.0),
        ];
        s.polygon(Ink::Body, &face);
        s.polygon(
            Ink::Body,
            &[
                iso(l, y + board, 15.0),
                iso(l, y, 15.0),
                iso(l, y, 12.0),
                iso(l, y + board, 12.0),
            ],
        );
    }
    s.polygon(
        Ink::Body,
        &[
            iso(0.0, w, 15.0),
            iso(l, w, 15.0),
            iso(l, w, 12.0),
            iso(0.0, w, 12.0),
        ],
    );
    s.polygon(
        Ink::Body,
        &[
            iso(l, w, 12.0),
            iso(l, 0.0, 12.0),
            iso(l, 0.0, 9.0),
            iso(l, w, 9.0),
        ],
    );
    let foot = 14.0;
    for n in 0..3 {
        let x = (l - foot) * f64::from(n) / 2.0;
        s.polygon(
            Ink::Dark,
            &[
                iso(x, w, 12.0),
                iso(x + foot, w, 12.0),
                iso(x + foot, w, 3.0),
                iso(x, w, 3.0),
            ],
        );
        let y = (w - foot) * f64::from(n) / 2.0;
        s.polygon(
            Ink::Dark,
            &[
                iso(l, y + foot, 9.0),
                iso(l, y, 9.0),
                iso(l, y, 3.0),
                iso(l, y + foot, 3.0),
            ],
        );
    }
    s.polygon(
        Ink::Body,
        &[
            iso(0.0, w, 3.0),
            iso(l, w, 3.0),
            iso(l, w, 0.0),
            iso(0.0, w, 0.0),
        ],
    );
    s.polygon(
        Ink::Body,
        &[
            iso(l, w, 3.0),
            iso(l, 0.0, 3.0),
            iso(l, 0.0, 0.0),
            iso(l, w, 0.0),
        ],
    );
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
}

pub fn edge_protector(s: &mut Sketch, d: &Dimensions) {
    // An angle seen from above its ridge, along x.
    let (w, t, l) = (40.0, 5.0, 170.0);
    let face = |points: [[f64; 3]; 4]| points.map(|[x, y, z]| iso(x, y, z));
    s.polygon(
        Ink::Body,
        &face([[0.0, 0.0, w], [l, 0.0, w], [l, w, w], [0.0, w, w]]),
    );
    let side = face([[0.0, w, w], [l, w, w], [l, w, 0.0], [0.0, w, 0.0]]);
    s.polygon(Ink::Body, &side);
    s.polygon(Ink::Shade, &side);
    s.polygon(
        Ink::Dark,
        &[
            iso(l, 0.0, w),
            iso(l, w, w),
            iso(l, w, 0.0),
            iso(l, w - t, 0.0),
            iso(l, w - t, w - t),
            iso(l, 0.0, w - t),
        ],
    );
    for y in [0.14, 0.3] {
        let (a, b) = (iso(l * 0.04, w * y, w), iso(l * 0.7, w * y, w));
        s.thin(format!("M{} {}L{} {}", a.x, a.y, b.x, b.y));
    }
    s.aligned(
        iso(0.0, w, 0.0),
        iso(l, w, 0.0),
        at(-0.866, 0.5),
        d.label("length"),
    );
}
