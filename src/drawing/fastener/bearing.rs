//! Rolling bearings: a section through the axis, and the front view.

use crate::Dimensions;
use crate::pen::{Ink, Sketch, at};

struct Bearing {
    bore: f64,
    outer: f64,
    width: f64,
    /// Half of the axis distance between the two views.
    front: f64,
}

fn bearing(d: &Dimensions) -> Bearing {
    let bore_known = d.number("inner_diameter").or(d.number("bore"));
    let outer_known = d.number("outer_diameter");
    let bore = bore_known.unwrap_or_else(|| outer_known.map_or(20.0, |o| o * 0.43));
    let outer = outer_known
        .unwrap_or(bore * 2.3)
        .clamp(bore * 1.25, bore * 8.0);
    let width = d.or_within("width", outer * 0.3, outer * 0.12, outer * 0.8);
    Bearing {
        bore: bore / 2.0,
        outer: outer / 2.0,
        width,
        front: width + outer * 0.16 + outer / 2.0,
    }
}

impl Bearing {
    fn label(&self, s: &mut Sketch, d: &Dimensions) {
        let inner = d
            .label_after("⌀", "inner_diameter")
            .or_else(|| d.label_after("⌀", "bore"));
        s.width(0.0, self.width, self.outer, 1, d.label("width"));
        s.height(
            -self.outer,
            self.outer,
            0.0,
            -2,
            d.label_after("⌀", "outer_diameter"),
        );
        s.height(-self.bore, self.bore, 0.0, -1, inner);
    }

    fn front_view(&self, s: &mut Sketch, rings: &[f64]) {
        let x = self.front;
        s.circle(Ink::Ring, x, 0.0, self.outer);
        s.circle(Ink::Ring, x, 0.0, self.bore);
        for &ring in rings {
            s.circle(Ink::Line, x, 0.0, ring);
        }
        let e = self.outer - (self.outer - self.bore) * 0.06;
        s.circle(Ink::Thin, x, 0.0, e);
        let over = self.outer * 1.05;
        s.center(format!("M{} 0H{}M{x} -{over}V{over}", x - over, x + over));
    }

    fn axis(&self, s: &mut Sketch) {
        s.center(format!("M-{} 0H{}", self.width * 0.2, self.width * 1.2));
        s.line(format!("M0 -{0}V{0}M{1} -{0}V{0}", self.bore, self.width));
    }
}

pub fn ball(s: &mut Sketch, d: &Dimensions) {
    let b = bearing(d);
    let (w, depth) = (b.width, b.outer - b.bore);
    let middle = f64::midpoint(b.bore, b.outer);
    let ball = (depth * 0.3).min(w * 0.36);
    let (low, high) = (middle - ball * 0.62, middle + ball * 0.62);
    s.above_and_below(0.0, |s| {
        let c = w * 0.06;
        // Rings with their grooves, seen cut.
        let half = (ball * ball - (ball * 0.62).powi(2)).sqrt();
        let (l, r) = (w / 2.0 - half, w / 2.0 + half);
        s.body(format!(
            "M{c} -{0}H{1}L{w} -{2}V-{high}H{r}A{ball} {ball} 0 0 0 {l} -{high}H0V-{2}z",
            b.outer,
            w - c,
            b.outer - c
        ));
        s.body(format!(
            "M{c} -{0}H{1}L{w} -{2}V-{low}H{r}A{ball} {ball} 0 0 1 {l} -{low}H0V-{2}z",
            b.bore,
            w - c,
            b.bore + c
        ));
        s.circle(Ink::Line, w / 2.0, -middle, ball);
        let groove = |from: f64, turn: f64| {
            (0..=6).map(move |n| {
                let x = r + (l - r) * f64::from(n) / 6.0;
                let rise = (ball * ball - (x - w / 2.0).powi(2)).max(0.0).sqrt() - ball * 0.62;
                at(x, -(from + turn * rise))
            })
        };
        let mut cut = vec![at(0.0, -b.outer), at(w, -b.outer), at(w, -high)];
        cut.extend(groove(high, 1.0));
        cut.push(at(0.0, -high));
        s.hatch(&cut);
        let mut cut = vec![at(0.0, -b.bore), at(w, -b.bore), at(w, -low)];
        cut.extend(groove(low, -1.0));
        cut.push(at(0.0, -low));
        s.hatch(&cut);
    });
    b.axis(s);
    b.front_view(s, &[low, high]);
    let spacing = (ball * 2.6 / middle).max(0.3);
    let count = (std::f64::consts::TAU / spacing).floor().clamp(6.0, 14.0) as u32;
    for n in 0..count {
        let (sin, cos) = (f64::from(n) * std::f64::consts::TAU / f64::from(count)).sin_cos();
        let small = ball.min(middle * 2.6 / f64::from(count)) * 0.96;
        s.circle(Ink::Thin, b.front + middle * cos, middle * sin, small);
    }
    b.label(s, d);
}

pub fn roller(s: &mut Sketch, d: &Dimensions) {
    let b = bearing(d);
    let (w, depth) = (b.width, b.outer - b.bore);
    let middle = f64::midpoint(b.bore, b.outer);
    let half = depth * 0.16;
    let (low, high) = (middle - half, middle + half);
    s.above_and_below(0.0, |s| {
        let (l, r) = (w * 0.22, w * 0.78);
        s.rect(Ink::Body, 0.0, -b.outer, w, b.outer - high);
        s.hatch(&[
            at(0.0, -b.outer),
            at(w, -b.outer),
            at(w, -high),
            at(0.0, -high),
        ]);
        let lip = low + half * 0.45;
        s.body(format!(
            "M0 -{}H{w}V-{lip}H{r}V-{low}H{l}V-{lip}H0z",
            b.bore
        ));
        s.hatch(&[
            at(0.0, -b.bore),
            at(w, -b.bore),
            at(w, -lip),
            at(r, -lip),
            at(r, -low),
            at(l, -low),
            at(l, -lip),
            at(0.0, -lip),
        ]);
        s.rect(Ink::Line, l, -high, r - l, high - low);
        s.center(format!("M{} -{middle}H{}", l - w * 0.1, r + w * 0.1));
    });
    b.axis(s);
    b.front_view(s, &[low + half * 0.45, high]);
    let count = (std::f64::consts::TAU * middle / (half * 2.7))
        .floor()
        .clamp(8.0, 18.0) as u32;
    for n in 0..count {
        let (sin, cos) = (f64::from(n) * std::f64::consts::TAU / f64::from(count)).sin_cos();
        s.circle(Ink::Thin, b.front + middle * cos, middle * sin, half * 0.9);
    }
    b.label(s, d);
}

pub fn tapered(s: &mut Sketch, d: &Dimensions) {
    let b = bearing(d);
    let (w, depth) = (b.width, b.outer - b.bore);
    // The raceways rise to the right.
    let (cup_l, cup_r) = (b.bore + depth * 0.56, b.bore + depth * 0.86);
    let (cone_l, cone_r) = (b.bore + depth * 0.26, b.bore + depth * 0.44);
    s.above_and_below(0.0, |s| {
        let (a, z) = (w * 0.0, w * 0.86);
        s.polygon(
            Ink::Body,
            &[
                at(a, -b.outer),
                at(z, -b.outer),
                at(z, -cup_r),
                at(a, -cup_l),
            ],
        );
        s.hatch(&[
            at(a, -b.outer),
            at(z, -b.outer),
            at(z, -cup_r),
            at(a, -cup_l),
        ]);
        let cone = [
            at(w * 0.1, -b.bore),
            at(w, -b.bore),
            at(w, -cone_r - depth * 0.1),
            at(w * 0.86, -cone_r - depth * 0.1),
            at(w * 0.86, -cone_r),
            at(w * 0.2, -cone_l),
            at(w * 0.1, -cone_l - depth * 0.02),
        ];
        s.polygon(Ink::Body, &cone);
        s.hatch(&cone);
        let rise = |x: f64| cup_l + (cup_r - cup_l) * x / 0.86;
        s.polygon(
            Ink::Line,
            &[
                at(w * 0.2, -rise(0.14)),
                at(w * 0.78, -rise(0.72)),
                at(w * 0.84, -cone_r),
                at(w * 0.22, -cone_l),
            ],
        );
    });
    s.center(format!("M-{} 0H{}", w * 0.2, w * 1.2));
    s.line(format!("M{0} -{1}V{1}M{w} -{1}V{1}", w * 0.1, b.bore));
    b.front_view(s, &[cone_l, cup_l]);
    let middle = f64::midpoint(cone_l, cup_l);
    for n in 0..18 {
        let (sin, cos) = (f64::from(n) * std::f64::consts::TAU / 18.0).sin_cos();
        let (p, q) = (middle - depth * 0.1, middle + depth * 0.1);
        let x = b.front;
        s.thin(format!(
            "M{} {}L{} {}",
            x + p * cos,
            p * sin,
            x + q * cos,
            q * sin
        ));
    }
    b.label(s, d);
}

pub fn pillow_block(s: &mut Sketch, d: &Dimensions) {
    let bore = d
        .number("inner_diameter")
        .or(d.number("bore"))
        .unwrap_or(25.0)
        / 2.0;
    // In hundredths of the base, after UCP 200 housings.
    let unit = bore / 12.5;
    s.within(&crate::pen::Affine::scale(unit), |s| {
        s.mirrored(
            Ink::Ring,
            0.0,
            "M0-36C19-36 32-25 36-8C38-1 40 6 45 8H66C69 8 70 10 70 13V34H34L30 30H0",
        );
        s.circle(Ink::Ring, 0.0, 0.0, 12.5);
        s.circle(Ink::Line, 0.0, 0.0, 28.0);
        s.circle(Ink::Line, 0.0, 0.0, 17.5);
        s.circle(Ink::Thin, 0.0, 0.0, 24.5);
        s.both(0.0, |s| {
            s.hidden("M48 8V34M59 8V34");
            s.center("M53.5 2V40");
        });
        s.body("M-4-36V-40H4V-36zM-2.5-40L-3-43H3L2.5-40z");
        s.circle(Ink::Dark, 14.7, -3.0, 1.6);
        s.center("M-42 0H42M0-48V40");
    });
    let inner = d
        .label_after("⌀", "inner_diameter")
        .or_else(|| d.label_after("⌀", "bore"));
    s.note(at(bore * 0.71, -bore * 0.71), at(52.0, -44.0), inner);
    s.width(-70.0 * unit, 70.0 * unit, 34.0 * unit, 1, d.label("length"));
    s.height(-36.0 * unit, 34.0 * unit, 70.0 * unit, 1, d.label("height"));
}
