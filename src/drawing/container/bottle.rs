//! Bottles.

use crate::Dimensions;
use crate::pen::{Ink, Sketch, at};

/// A ribbed screw cap of this half width between two heights.
fn cap(s: &mut Sketch, half: f64, top: f64, bottom: f64) {
    s.dark(format!(
        "M-{0} {top}H{0}Q{half} {top} {half} {1}V{bottom}H-{half}V{1}Q-{half} {top}-{0} {top}z",
        half - 2.0,
        top + 2.0
    ));
    let mut ribs = String::new();
    for n in 1..6 {
        let x = -half + half / 3.0 * f64::from(n);
        ribs.push_str(&format!("M{x} {}V{}", top + 3.0, bottom - 2.0));
    }
    s.thin(ribs);
}

fn label(s: &mut Sketch, half: f64, top: f64, bottom: f64) {
    s.shade(format!("M-{half} {top}H{half}V{bottom}H-{half}z"));
    s.line(format!("M-{half} {top}H{half}M-{half} {bottom}H{half}"));
    let y = f64::midpoint(top, bottom);
    s.thin(format!(
        "M-{0} {1}H{0}M-{2} {y}H{2}M-{3} {4}H{3}",
        half * 0.55,
        y - 8.0,
        half * 0.7,
        half * 0.4,
        y + 8.0
    ));
}

pub fn bottle(s: &mut Sketch, d: &Dimensions) {
    cap(s, 14.0, -84.0, -64.0);
    s.mirrored(
        Ink::Body,
        0.0,
        "M0-64H12V-60H15V-57H12V-52C12-44 36-42 36-24V74Q36 80 30 80H0",
    );
    label(s, 36.0, -8.0, 56.0);
    s.thin("M28-26V-14M28 62V74M-32 75H32");
    s.note(at(36.0, 40.0), at(24.0, 16.0), super::content(d));
    super::size(s, d, 36.0, -84.0, 80.0);
}

pub fn spray(s: &mut Sketch, d: &Dimensions) {
    s.mirrored(
        Ink::Body,
        0.0,
        "M0-26H11V-20C20-14 36-8 36 14V76Q36 82 30 82H0",
    );
    label(s, 36.0, 22.0, 66.0);
    s.dark("M-13-38H13V-26H-13z");
    s.thin("M-8-36V-28M-3-36V-28M3-36V-28M8-36V-28");
    s.body("M-9-38V-50L-34-54V-66L-30-72H10C24-72 34-64 36-48L28-50C20-54 12-54 9-50V-38z");
    s.dark("M-34-68H-42V-55H-34z");
    s.body("M-24-54C-28-44-26-36-32-28L-26-26C-18-34-18-44-14-51z");
    s.thin("M-28-66H16M0 66V-26");
    s.thin("M-50-64L-60-68M-50-61.500H-62M-50-59L-60-55");
    s.note(at(36.0, 50.0), at(24.0, 16.0), super::content(d));
    super::size(s, d, 36.0, -72.0, 82.0);
}

pub fn dropper(s: &mut Sketch, d: &Dimensions) {
    s.mirrored(Ink::Dark, 0.0, "M0-92C8-92 11-86 11-78C11-68 9-62 10-56H0");
    cap(s, 15.0, -56.0, -36.0);
    s.mirrored(
        Ink::Body,
        0.0,
        "M0-36H13V-30H16V-26H13C13-18 34-18 34 0V72Q34 78 28 78H0",
    );
    label(s, 34.0, 12.0, 58.0);
    s.thin("M-4-26V4M4-26V4");
    s.line("M-4 4L-1.500 10M4 4L1.500 10");
    s.note(at(34.0, 40.0), at(24.0, 16.0), super::content(d));
    super::size(s, d, 34.0, -92.0, 78.0);
}

pub fn sauce(s: &mut Sketch, d: &Dimensions) {
    cap(s, 10.0, -96.0, -80.0);
    s.mirrored(
        Ink::Body,
        0.0,
        "M0-80H8.500V-76H10.500V-72H8.500C8.500-52 10-42 18-32C26-22 28-16 28-6V78Q28 84 22 84H0",
    );
    label(s, 28.0, 2.0, 62.0);
    s.shade("M-12-42H12L18-32C26-22 28-16 28-6V2H-28V-6C-28-16-26-22-18-32z");
    s.round(Ink::Line, -8.7, -66.0, 17.4, 12.0, 1.0);
    s.thin("M21-14V-4M22 68V78");
    s.note(at(28.0, 46.0), at(28.0, 16.0), super::content(d));
    super::size(s, d, 28.0, -96.0, 84.0);
}

pub fn jar(s: &mut Sketch, d: &Dimensions) {
    cap(s, 36.0, -70.0, -50.0);
    s.mirrored(
        Ink::Body,
        0.0,
        "M0-50H34V-46C44-44 48-38 48-30V58Q48 68 38 68H0",
    );
    label(s, 48.0, -22.0, 44.0);
    s.thin("M40-36V-28M-36 62H36");
    s.note(at(48.0, 30.0), at(26.0, 18.0), super::content(d));
    super::size(s, d, 48.0, -70.0, 68.0);
}

pub fn jerrycan(s: &mut Sketch, d: &Dimensions) {
    s.ring(
        "M-52 76Q-56 76-56 72V-34C-56-40-54-43-50-47L-32-62H16V-56H24V-62H48Q52-62 52-58V72Q52 76 48 76z\
         M-40-38L-26-50H4Q8-50 8-46V-40Q8-36 4-36H-38Q-42-36-40-38z",
    );
    s.dark("M16-82H42Q44-82 44-80V-62H14V-80Q14-82 16-82z");
    s.thin("M20-79V-64M26-79V-64M32-79V-64M38-79V-64");
    s.line("M-56-24H52");
    s.round(Ink::Shade, -44.0, -10.0, 84.0, 62.0, 4.0);
    s.round(Ink::Line, -44.0, -10.0, 84.0, 62.0, 4.0);
    s.thin("M-30 6H20M-30 18H26M-30 30H4M-56 66H52M46-18V60");
    s.note(at(52.0, 50.0), at(22.0, 12.0), super::content(d));
}
