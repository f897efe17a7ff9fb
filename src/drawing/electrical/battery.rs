//! Cells and batteries.

use crate::Dimensions;
use crate::pen::{Affine, Ink, Sketch, at};

/// IEC 60086 sizes by their trade names: diameter and height in millimetres.
fn cell(code: &str) -> (f64, f64) {
    let code = code.to_ascii_uppercase();
    let is = |names: &[&str]| names.iter().any(|name| code.starts_with(name));
    if is(&["AAA", "LR03", "R03", "HR03", "FR03"]) {
        (10.5, 44.5)
    } else if is(&["C", "LR14", "R14"]) && !code.starts_with("CR") {
        (26.2, 50.0)
    } else if is(&["D", "LR20", "R20"]) {
        (34.2, 61.5)
    } else if is(&["18650"]) {
        (18.6, 65.2)
    } else {
        (14.5, 50.5)
    }
}

pub fn battery(s: &mut Sketch, d: &Dimensions) {
    let code = d.code("battery_type").unwrap_or("AA").to_ascii_uppercase();
    if code.starts_with("9V") || code.contains("LR61") || code.contains("F22") {
        return block(s, d);
    }
    if code.contains("12V") || d.number("battery_capacity").is_some_and(|ah| 3.9 < ah) {
        return accumulator(s, d);
    }
    let (w, h) = cell(&code);
    let (w, h) = (
        d.or_within("diameter", w, 4.0, 90.0),
        d.or_within("height", h, 10.0, 200.0),
    );
    let h = h.clamp(w * 1.1, w * 6.0);
    let draw = |s: &mut Sketch| {
        let (r, e) = (w / 2.0, w * 0.09);
        s.round(Ink::Body, -r, 0.0, w, h, e);
        s.mirrored(Ink::Body, 0.0, format!("M0-{0}H{1}V0H0", w * 0.1, w * 0.19));
        s.line(format!("M-{r} {0}H{r}M-{r} {1}H{r}", h * 0.26, h * 0.97));
        s.shade(format!("M-{r} {e}H{r}V{}H-{r}z", h * 0.26));
        let (c, a) = (h * 0.13, w * 0.12);
        s.line(format!(
            "M-{a} {c}H{a}M0 {0}V{1}M-{a} {2}H{a}",
            c - a,
            c + a,
            h * 0.88
        ));
        s.thin(format!("M{} {}V{}", -r + w * 0.14, h * 0.32, h * 0.9));
    };
    draw(s);
    s.moved(w * 1.5, 0.0, |s| s.within(&Affine::flip(h / 2.0), draw));
    s.height(0.0, h, w * 2.0, 1, d.label("height"));
    s.width(-w / 2.0, w / 2.0, h, 1, d.label_after("⌀", "diameter"));
    s.note(
        at(-w / 2.0, h * 0.5),
        at(-14.0, 16.0),
        d.code("battery_type").map(str::to_owned),
    );
}

fn block(s: &mut Sketch, d: &Dimensions) {
    s.round(Ink::Body, -13.0, 0.0, 26.0, 46.0, 1.5);
    s.line("M-13 13H13");
    s.shade("M-13 1H13V13H-13z");
    s.body("M-9 0V-2.6H-3V0zM2.6 0L3.4-2.6H9.6L10.4 0z");
    s.line("M-8 7H-4M-6 5V9M4.6 7H8.6");
    s.thin("M-9 20H9M-9 23H4");
    s.note(
        at(13.0, 28.0),
        at(16.0, 10.0),
        d.code("battery_type").map(str::to_owned),
    );
}

fn accumulator(s: &mut Sketch, d: &Dimensions) {
    s.body("M-60-30H40V44H-60zM-60-30L-36-48H64L40-30zM40-30L64-48V26L40 44z");
    s.shade("M40-30L64-48V26L40 44z");
    s.line("M-60-18H40L64-36");
    s.body("M-44-36V-44H-30V-36zM24-36V-44H38V-36z");
    s.line("M-50 34H-42M-46 30V38M22 34H30");
    s.round(Ink::Thin, -40.0, -8.0, 60.0, 34.0, 2.0);
    s.thin("M-32 2H12M-32 9H12M-32 16H-6");
    let capacity = d
        .number("battery_capacity")
        .map(|a| format!("{} Ah", crate::dimensions::written(a)));
    s.note(at(64.0, 0.0), at(8.0, 24.0), capacity);
}

pub fn button(s: &mut Sketch, d: &Dimensions) {
    // CR2032: twenty millimetres across, 3.2 thick.
    let digits: String = d
        .code("battery_type")
        .unwrap_or("")
        .chars()
        .filter(char::is_ascii_digit)
        .collect();
    let parsed = digits.parse::<f64>().ok().filter(|_| digits.len() == 4);
    let (w, h) = parsed.map_or((20.0, 3.2), |n| ((n / 100.0).floor(), n % 100.0 / 10.0));
    let w = d.or_within("diameter", w.clamp(4.0, 30.0), 4.0, 40.0);
    let h = d
        .or_within("height", h, w * 0.06, w * 0.6)
        .clamp(w * 0.06, w * 0.6);
    let r = w / 2.0;
    s.circle(Ink::Body, 0.0, 0.0, r);
    s.circle(Ink::Line, 0.0, 0.0, r * 0.86);
    s.circle(Ink::Thin, 0.0, 0.0, r * 0.82);
    let a = r * 0.16;
    s.line(format!(
        "M-{a} -{0}H{a}M0 -{1}V-{2}",
        r * 0.4,
        r * 0.4 + a,
        r * 0.4 - a
    ));
    s.thin(format!(
        "M-{0} {1}H{0}M-{2} {3}H{2}",
        r * 0.5,
        r * 0.15,
        r * 0.36,
        r * 0.35
    ));
    let y = r * 1.5;
    s.body(format!(
        "M-{r} {y}H{r}V{0}Q{r} {1} {2} {1}H-{2}Q-{r} {1}-{r} {0}z",
        y + h * 0.55,
        y + h * 0.75,
        r * 0.95
    ));
    s.body(format!(
        "M-{0} {1}H{0}V{2}H-{0}z",
        r * 0.82,
        y + h * 0.75,
        y + h
    ));
    s.width(-r, r, y + h, 1, d.label_after("⌀", "diameter"));
    s.height(y, y + h, r, 1, d.label("height"));
    s.note(
        at(r * 0.71, -r * 0.71),
        at(20.0, -4.0),
        d.code("battery_type").map(str::to_owned),
    );
}
