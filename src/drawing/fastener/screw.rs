//! Screws that cut their own thread, set screws and eye bolts.

use super::bolt::{draw_shank, drive_end, hex_side, size_label, socket};
use super::{Thread, Views};
use crate::Dimensions;
use crate::pen::{Ink, Point, Sketch, at};

/// A longer screw is drawn shorter; its number still tells the truth.
const LONGEST: f64 = 11.0;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Head {
    Pan,
    Flat,
    Hex,
    HexWasher,
}

pub fn self_tapping(s: &mut Sketch, d: &Dimensions) {
    pointed(s, d, Head::Pan, 1.0, 4.2);
}

pub fn self_drilling(s: &mut Sketch, d: &Dimensions) {
    pointed(s, d, Head::HexWasher, 0.72, 5.5);
}

pub fn wood(s: &mut Sketch, d: &Dimensions) {
    pointed(s, d, Head::Flat, 0.62, 4.0);
}

pub fn coach(s: &mut Sketch, d: &Dimensions) {
    pointed(s, d, Head::Hex, 0.6, 8.0);
}

fn pointed(s: &mut Sketch, d: &Dimensions, head: Head, threaded: f64, usual: f64) {
    let size = Thread::of(d, usual).diameter;
    let (height, width) = match head {
        Head::Pan => (0.6, 1.95),
        Head::Flat => (0.55, 2.0),
        Head::Hex => (0.66, 1.62),
        Head::HexWasher => (0.9, 1.5),
    };
    let height = d.or_within("head_height", height * size, 0.3 * size, 1.5 * size);
    let wide = d.number("head_diameter").or(d.number("across_flats"));
    let width = wide.unwrap_or(width * size).clamp(1.2 * size, 2.8 * size);
    let length = d.or("length", 6.0 * size).clamp(2.5 * size, LONGEST * size);
    let flange = width * 0.68;
    let half = match head {
        Head::Pan | Head::Flat => width / 2.0,
        Head::Hex => width * 0.577,
        Head::HexWasher => flange,
    };
    let (left, neck) = match head {
        Head::Flat => (0.0, (width - size * 0.8) / 2.0),
        _ => (-height, 0.0),
    };
    let views = Views::lay(left, length, half, half);
    let (end, r) = (views.end, width / 2.0);
    match head {
        Head::Pan => {
            let edge = left * 0.45;
            s.flipped(
                Ink::Body,
                0.0,
                format!("M0 0V{}H{edge}Q{left} {} {left} {}V0", -r, -r, -r * 0.5),
            );
            s.circle(Ink::Body, end.x, end.y, r);
            drive_end(s, d.code("drive"), end, r);
        }
        Head::Flat => {
            s.flipped(
                Ink::Body,
                0.0,
                format!("M0 0V{}h{}L{neck} {}V0", -r, size * 0.08, -size * 0.4),
            );
            s.circle(Ink::Body, end.x, end.y, r);
            drive_end(s, d.code("drive"), end, r);
        }
        Head::Hex => {
            hex_side(s, left, 0.0, width);
            s.regular(Ink::Body, 6, end, r, 30.0);
            s.circle(Ink::Thin, end.x, end.y, r * 0.94);
        }
        Head::HexWasher => {
            let rim = left * 0.25;
            hex_side(s, left, rim, width);
            s.flipped(
                Ink::Body,
                0.0,
                format!("M0 0V{}H{}L{rim} {}V0", -flange, rim * 0.6, -flange * 0.92),
            );
            s.circle(Ink::Body, end.x, end.y, flange);
            s.regular(Ink::Line, 6, end, r, 30.0);
        }
    }
    views.cross(s, half);
    let plain = neck + (length - neck) * (1.0 - threaded);
    let drill = head == Head::HexWasher;
    let tip = if drill {
        length - size * 1.3
    } else {
        length - size * 0.2
    };
    let start = if drill { neck + size * 0.3 } else { plain };
    coarse(
        s,
        at(neck, start),
        at(tip, length),
        size,
        drill,
        views.scale,
    );
    s.center(format!("M{} 0H{}", left - 0.04 * length, length * 1.012));

    s.width(0.0, length, half, 1, d.label("length"));
    s.height(-size / 2.0, size / 2.0, length, 1, size_label(d));
    let key = if wide == d.number("head_diameter") {
        "head_diameter"
    } else {
        "across_flats"
    };
    let sign = if key == "head_diameter" { "⌀" } else { "" };
    s.width(
        end.x - r,
        end.x + r,
        end.y + half,
        1,
        d.label_after(sign, key),
    );
}

/// A coarse thread with its flanks seen in the outline, running out in a point or a drill.
/// `neck`: from where the core starts to where the thread does; `tip`: where the thread ends
/// and where the screw does.
fn coarse(s: &mut Sketch, neck: Point, tip: Point, size: f64, drill: bool, scale: f64) {
    let (from, start) = (neck.x, neck.y);
    let (run_out, end) = (tip.x, tip.y);
    let (crest, root) = (size / 2.0, size * 0.36);
    let taper = if drill { run_out } else { end - size * 1.3 };
    let narrow = |x: f64| {
        if x <= taper {
            1.0
        } else {
            ((end - x) / (end - taper)).max(0.0)
        }
    };
    if drill {
        let w = root * 0.92;
        s.flipped(
            Ink::Body,
            0.0,
            format!(
                "M{from} 0V{}H{run_out}V{}H{}L{end} 0",
                -root,
                -w,
                end - w * 0.7
            ),
        );
        let q = end - w * 0.7;
        s.line(format!(
            "M{run_out} {}C{} {} {} {} {q} {}M{run_out} {}V{root}",
            -w * 0.4,
            run_out + w,
            -w * 0.4,
            q - w * 0.6,
            w * 0.6,
            w,
            -root
        ));
    } else {
        s.flipped(
            Ink::Body,
            0.0,
            format!("M{from} 0V{}H{taper}L{end} 0", -root),
        );
    }
    let step = (size * 0.38).max(6.0 / scale);
    let count = ((run_out - start) / step).clamp(1.0, 60.0) as usize;
    for index in 0..count {
        let x = start + step * (index as f64 + 0.5);
        let (low, high) = (x - step * 0.25, x + step * 0.25);
        let (a, b) = (crest * narrow(low).max(0.12), crest * narrow(high));
        let (ra, rb) = (root * narrow(low), root * narrow(high));
        let foot = step * 0.22;
        s.line(format!(
            "M{} {ra}L{low} {a}L{} {ra}",
            low - foot,
            low + foot
        ));
        s.line(format!(
            "M{} {}L{high} {}L{} {}",
            high - foot,
            -rb,
            -b,
            high + foot,
            -rb
        ));
        s.thin(format!(
            "M{low} {a}L{high} {}M{} {ra}L{} {}",
            -b,
            low + foot,
            high + foot,
            -rb
        ));
    }
}

pub fn set_screw(s: &mut Sketch, d: &Dimensions) {
    let thread = Thread::of(d, 8.0);
    let (size, r) = (thread.diameter, thread.radius());
    let length = d.or_within("length", 1.5 * size, 0.8 * size, 7.0 * size);
    let views = Views::lay(0.0, length, r, r);
    let e = r * 0.2;
    s.flipped(
        Ink::Body,
        0.0,
        format!(
            "M0 0V{}l{e} -{e}H{}L{length} {}V0",
            -r + e,
            length - r * 0.45,
            -r * 0.55
        ),
    );
    s.line(format!("M{e} {}V{r}M{} {}V{r}", -r, length - r * 0.45, -r));
    s.line(format!(
        "M{length} {}L{} 0L{length} {}",
        -r * 0.55,
        length - r * 0.3,
        r * 0.55
    ));
    thread.lines(s, at(e, 0.0), length - e - r * 0.5, views.scale);
    socket(s, 0.0, size * 0.5, (size * 0.6).min(length * 0.5));
    s.circle(Ink::Body, views.end.x, views.end.y, r);
    s.circle(Ink::Thin, views.end.x, views.end.y, r * 0.84);
    s.regular(Ink::Dark, 6, views.end, size * 0.25, 30.0);
    views.cross(s, r);
    s.center(format!("M{} 0H{}", -0.06 * length, length * 1.02));
    s.width(0.0, length, r, 1, d.label("length"));
    s.height(-r, r, length, 1, size_label(d));
    let key = d.number("across_flats").map(|_| "across_flats");
    s.width(
        views.end.x - size * 0.25,
        views.end.x + size * 0.25,
        views.end.y + r,
        1,
        key.and_then(|key| d.label(key)),
    );
}

pub fn eye_bolt(s: &mut Sketch, d: &Dimensions) {
    let thread = Thread::of(d, 10.0);
    let (size, r) = (thread.diameter, thread.radius());
    let length = d.or_within("length", 2.4 * size, 1.2 * size, 8.0 * size);
    let inner = d.or_within("inner_diameter", 1.8 * size, size, 4.0 * size) / 2.0;
    let outer = d.or_within("outer_diameter", 3.6 * size, 2.0 * size, 7.0 * size) / 2.0;
    let outer = outer.max(inner + 0.4 * size);
    let scale = Sketch::scale_for(2.0 * outer + length, 2.0 * outer);
    let center = -outer * 0.97;
    let collar = size * 0.3;
    s.circle(Ink::Ring, center, 0.0, outer);
    s.circle(Ink::Ring, center, 0.0, inner);
    let middle = f64::midpoint(inner, outer);
    s.thin(format!(
        "M{} -{middle}A{middle} {middle} 0 0 0 {center} {middle}",
        center
    ));
    s.flipped(Ink::Body, 0.0, format!("M0 0V-{}H{collar}V0", size * 0.95));
    draw_shank(
        s,
        at(collar, 0.0),
        length,
        length * 0.92,
        thread,
        scale,
        false,
    );
    let over = outer * 0.15;
    s.center(format!(
        "M{} 0H{}M{center} -{}V{}",
        center - outer - over,
        length + collar + over,
        outer + over,
        outer + over
    ));
    s.width(collar, collar + length, size * 0.95, 1, d.label("length"));
    s.height(-r, r, collar + length, 1, size_label(d));
    s.width(
        center - inner,
        center + inner,
        outer,
        1,
        d.label_after("⌀", "inner_diameter"),
    );
    s.width(
        center - outer,
        center + outer,
        -outer,
        -1,
        d.label_after("⌀", "outer_diameter"),
    );
}
