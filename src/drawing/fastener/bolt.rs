//! Bolts and machine screws: a head, a shank with a thread, and the head's end view.

use super::{Thread, Views};
use crate::Dimensions;
use crate::pen::{Ink, Point, Sketch, at};

/// A longer shank is drawn broken.
const LONGEST: f64 = 8.5;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Head {
    Hex,
    Cap,
    Button,
    Countersunk,
    Pan,
}

pub fn hex_bolt(s: &mut Sketch, d: &Dimensions) {
    bolt(s, d, Head::Hex, 0.5);
}

pub fn hex_screw(s: &mut Sketch, d: &Dimensions) {
    bolt(s, d, Head::Hex, 0.97);
}

pub fn cap(s: &mut Sketch, d: &Dimensions) {
    bolt(s, d, Head::Cap, 0.62);
}

pub fn button(s: &mut Sketch, d: &Dimensions) {
    bolt(s, d, Head::Button, 0.97);
}

pub fn countersunk(s: &mut Sketch, d: &Dimensions) {
    bolt(s, d, Head::Countersunk, 1.0);
}

pub fn pan(s: &mut Sketch, d: &Dimensions) {
    bolt(s, d, Head::Pan, 0.97);
}

fn bolt(s: &mut Sketch, d: &Dimensions, head: Head, threaded: f64) {
    let thread = Thread::of(d, 8.0);
    let size = thread.diameter;
    // Usual proportions: ISO 4017, ISO 4762, ISO 7380-1, ISO 10642, ISO 7045.
    let (usual_height, usual_width) = match head {
        Head::Hex => (0.66, 1.62),
        Head::Cap => (1.0, 1.55),
        Head::Button => (0.55, 1.75),
        Head::Countersunk => (0.55, 2.0),
        Head::Pan => (0.62, 2.0),
    };
    let height = d.or_within("head_height", usual_height * size, 0.25 * size, 2.0 * size);
    let width_key = if head == Head::Hex {
        "across_flats"
    } else {
        "head_diameter"
    };
    let width = d.or_within(width_key, usual_width * size, 1.15 * size, 3.0 * size);
    let least = if head == Head::Countersunk {
        (width - size) / 2.0 + 0.5 * size
    } else {
        0.6 * size
    };
    let length = d.or("length", 4.0 * size).max(least);
    let drawn = length.min(LONGEST * size);
    let half = if head == Head::Hex {
        width * 0.577
    } else {
        width / 2.0
    };
    // A countersunk head counts in the length, the others do not.
    let (left, shank) = if head == Head::Countersunk {
        (0.0, (width - size) / 2.0)
    } else {
        (-height, 0.0)
    };
    let views = Views::lay(left, drawn, half, half);
    let shown = d
        .number("thread_length")
        .map_or(drawn * threaded, |l| l * drawn / length)
        .max(0.3 * size)
        .min(drawn - shank);
    draw_shank(
        s,
        at(shank, 0.0),
        drawn - shank,
        shown,
        thread,
        views.scale,
        drawn < length,
    );
    side(s, head, height, width, size);
    end(s, head, d.code("drive"), views.end, width, size);
    views.cross(s, half);
    let overhang = 0.04 * (drawn + height);
    s.center(format!("M{} 0H{}", left - overhang, drawn + overhang * 0.3));

    s.width(0.0, drawn, half, 1, d.label("length"));
    if head != Head::Countersunk {
        s.width(-height, 0.0, -half, -1, d.label("head_height"));
    }
    s.width(drawn - shown, drawn, -half, -1, d.label("thread_length"));
    s.height(-size / 2.0, size / 2.0, drawn, 1, size_label(d));
    let (x, y, r) = (views.end.x, views.end.y, width / 2.0);
    let sign = if head == Head::Hex { "" } else { "⌀" };
    s.width(x - r, x + r, y + half, 1, d.label_after(sign, width_key));
}

/// `M8`, or `⌀ 8` where there is only a diameter.
pub fn size_label(d: &Dimensions) -> Option<String> {
    d.code("thread")
        .map(str::to_owned)
        .or_else(|| d.label_after("⌀", "diameter"))
}

/// A shank with its thread at the far end; broken in the middle where it is drawn too short.
pub fn draw_shank(
    s: &mut Sketch,
    from: Point,
    length: f64,
    threaded: f64,
    thread: Thread,
    scale: f64,
    broken: bool,
) {
    let (x, y, r) = (from.x, from.y, thread.radius());
    let end = x + length;
    let bevel = (r * 0.22).min(length * 0.2);
    let start = end - threaded;
    if !broken {
        s.flipped(
            Ink::Body,
            y,
            format!("M{x} {y}V{}H{}l{bevel} {bevel}V{y}", y - r, end - bevel),
        );
        thread.lines(s, at(start, y), threaded - bevel, scale);
    } else {
        let plain = length - threaded;
        let gap = r * 0.7;
        let cut = if 2.5 * r < plain {
            x + plain * 0.5
        } else {
            end - threaded * 0.55
        };
        s.body(format!("M{cut} {}H{x}V{}H{cut}", y - r, y + r));
        let tip = end - bevel;
        let over = cut + gap;
        s.body(format!(
            "M{over} {}H{tip}l{bevel} {bevel}V{}l-{bevel} {bevel}H{over}",
            y - r,
            y + r - bevel
        ));
        break_lines(s, at(cut, y), gap, r);
        if start < cut {
            thread.lines(s, at(start, y), cut - start, scale);
            thread.lines(s, at(over, y), tip - over, scale);
        } else {
            thread.lines(s, at(start, y), tip - start, scale);
        }
    }
    s.line(format!("M{} {}V{}", end - bevel, y - r, y + r));
    if x + bevel < start {
        s.line(format!("M{start} {}V{}", y - r, y + r));
    }
}

/// The wavy ends of a bar that is drawn shorter than it is.
pub fn break_lines(s: &mut Sketch, cut: Point, gap: f64, r: f64) {
    for x in [cut.x, cut.x + gap] {
        let (top, low, swing) = (cut.y - r, cut.y + r, r * 0.45);
        s.thin(format!(
            "M{x} {top}C{} {} {} {} {x} {low}",
            x + swing,
            cut.y - r * 0.3,
            x - swing,
            cut.y + r * 0.3
        ));
    }
}

/// The hexagon seen from its side, corners up and down, bevelled on the left.
pub fn hex_side(s: &mut Sketch, left: f64, right: f64, across: f64) {
    let (corner, edge) = (across * 0.577, across * 0.289);
    let bevel = ((right - left) * 0.14).min(across * 0.07);
    let inner = left + bevel;
    s.flipped(
        Ink::Body,
        0.0,
        format!(
            "M{right} 0V{}H{inner}L{left} {}V0",
            -corner,
            -corner + bevel * 1.6
        ),
    );
    s.line(format!("M{inner} {}H{right}M{inner} {edge}H{right}", -edge));
    let out = left - bevel / 3.0;
    s.thin(format!(
        "M{inner} {}C{out} {} {out} {} {inner} {}C{out} {} {out} {} {inner} {edge}C{out} {} {out} {} {inner} {corner}",
        -corner, -corner * 0.85, -edge * 1.3, -edge, -edge * 0.5, edge * 0.5, edge * 1.3, corner * 0.85
    ));
}

fn side(s: &mut Sketch, head: Head, height: f64, width: f64, size: f64) {
    let (r, left) = (width / 2.0, -height);
    match head {
        Head::Hex => hex_side(s, left, 0.0, width),
        Head::Cap => {
            let e = height * 0.1;
            s.flipped(
                Ink::Body,
                0.0,
                format!("M0 0V{}H{}l-{e} {e}V0", -r, left + e),
            );
            s.line(format!("M{} {}V{r}", left + e, -r));
            socket(s, left, size * 0.75, height * 0.55);
        }
        Head::Button => {
            let flat = r * 0.5;
            s.flipped(
                Ink::Body,
                0.0,
                format!(
                    "M0 0V{}H{}Q{left} {} {left} {}V0",
                    -r,
                    left * 0.12,
                    -r * 0.92,
                    -flat
                ),
            );
            socket(s, left, size * 0.62, height * 0.6);
        }
        Head::Countersunk => {
            let (lip, run) = (size * 0.06, (width - size) / 2.0);
            s.flipped(
                Ink::Body,
                0.0,
                format!("M0 0V{}H{lip}L{} {}V0", -r, run + lip, -size / 2.0),
            );
            s.line(format!("M{lip} {}V{r}", -r));
        }
        Head::Pan => {
            s.flipped(
                Ink::Body,
                0.0,
                format!(
                    "M0 0V{}H{}Q{left} {} {left} {}V0",
                    -r,
                    left * 0.45,
                    -r,
                    -r * 0.55
                ),
            );
        }
    }
}

/// A hexagon socket from the left, hidden in the head.
pub fn socket(s: &mut Sketch, left: f64, across: f64, depth: f64) {
    let (corner, edge) = (across * 0.577, across * 0.289);
    let bottom = left + depth;
    s.hidden(format!(
        "M{left} {}H{bottom}L{} 0L{bottom} {corner}H{left}M{bottom} {}V{corner}M{left} {}H{bottom}M{left} {edge}H{bottom}",
        -corner,
        bottom + corner * 0.4,
        -corner,
        -edge
    ));
}

fn end(s: &mut Sketch, head: Head, drive: Option<&str>, center: Point, width: f64, size: f64) {
    let (x, y, r) = (center.x, center.y, width / 2.0);
    if head == Head::Hex {
        s.regular(Ink::Body, 6, center, r, 30.0);
        s.circle(Ink::Thin, x, y, r * 0.94);
        return;
    }
    s.circle(Ink::Body, x, y, r);
    match head {
        Head::Cap => {
            s.circle(Ink::Thin, x, y, r * 0.9);
            s.regular(Ink::Dark, 6, center, size * 0.375, 30.0);
        }
        Head::Button => s.regular(Ink::Dark, 6, center, size * 0.31, 30.0),
        _ => drive_end(s, drive, center, r),
    }
}

/// The recess of a screw from its end: cross unless the code says otherwise.
pub fn drive_end(s: &mut Sketch, drive: Option<&str>, center: Point, radius: f64) {
    let code = drive.unwrap_or("PH").to_ascii_uppercase();
    let (x, y) = (center.x, center.y);
    if code.contains("HEX") || code.starts_with('H') {
        s.regular(Ink::Dark, 6, center, radius * 0.38, 30.0);
    } else if code.starts_with('T') || code.contains("TORX") || code.contains("TX") {
        let (out, into) = (radius * 0.5, radius * 0.34);
        let mut path = String::new();
        for index in 0..12 {
            let bend = if index % 2 == 0 { out } else { into };
            let (sin, cos) = (f64::from(index) * 30.0_f64).to_radians().sin_cos();
            let letter = if index == 0 { 'M' } else { 'L' };
            path.push_str(&format!("{letter}{} {}", x + cos * bend, y + sin * bend));
        }
        s.dark(path + "z");
    } else if code.contains("SL") {
        let (half, slot) = (radius * 0.99, radius * 0.11);
        s.dark(format!(
            "M{} {}h{}v{}h-{}z",
            x - half,
            y - slot,
            half * 2.0,
            slot * 2.0,
            half * 2.0
        ));
    } else {
        let (arm, w, inner) = (radius * 0.58, radius * 0.13, radius * 0.2);
        let mut path = String::new();
        for index in 0..4_u8 {
            let (sin, cos) = (f64::from(index) * 90.0_f64).to_radians().sin_cos();
            let turn = |px: f64, py: f64| (x + px * cos - py * sin, y + px * sin + py * cos);
            for (index2, (px, py)) in [(inner, -inner), (arm, -w), (arm, w)]
                .into_iter()
                .enumerate()
            {
                let (px, py) = turn(px, py);
                let letter = if usize::from(index) + index2 == 0 {
                    'M'
                } else {
                    'L'
                };
                path.push_str(&format!("{letter}{px} {py}"));
            }
        }
        s.dark(path + "z");
        if code.contains("PZ") || code.contains("POZI") {
            let (a, b) = (radius * 0.28, radius * 0.5);
            s.thin(format!(
                "M{} {}L{} {}M{} {}L{} {}M{} {}L{} {}M{} {}L{} {}",
                x + a,
                y + a,
                x + b,
                y + b,
                x - a,
                y - a,
                x - b,
                y - b,
                x + a,
                y - a,
                x + b,
                y - b,
                x - a,
                y + a,
                x - b,
                y + b
            ));
        }
    }
}
