//! Screwdrivers and bits.

use crate::Dimensions;
use crate::pen::{Ink, Point, Sketch, at};

pub fn screwdriver(s: &mut Sketch, d: &Dimensions) {
    let slotted = d
        .code("drive")
        .is_some_and(|code| code.to_ascii_uppercase().contains("SL"));
    let blade = d.number("length").unwrap_or(100.0).clamp(50.0, 220.0);
    let (r, end) = (3.0, 100.0 + blade * 0.95);
    s.flipped(
        Ink::Dark,
        0.0,
        "M0 0V-7C0-13 4-16 10-16C18-16 22-14.5 30-14C42-13.4 56-16 70-15.5C78-15.2 82-12 85-9C87-7.4 90-7 94-7H98V0",
    );
    s.thin("M6-10C22-8 60-11 80-7M4 0H84M6 10C22 8 60 11 80 7");
    s.line("M88-7.2V7.2");
    s.flipped(
        Ink::Body,
        0.0,
        format!("M98 0V-5H102V-{r}H{}", end - 16.0)
            + &if slotted {
                format!(
                    "C{} -{r} {} -5.5 {} -5.5L{end} -4.5V0",
                    end - 12.0,
                    end - 10.0,
                    end - 6.0
                )
            } else {
                format!("L{} -{r}L{end} -1V0", end - 6.0)
            },
    );
    if slotted {
        s.thin(format!(
            "M{} -3.5L{end} -1.2M{} 3.5L{end} 1.2",
            end - 14.0,
            end - 14.0
        ));
    } else {
        s.thin(format!("M{} -{r}V{r}M{} 0H{end}", end - 6.0, end - 14.0));
    }
    s.line("M102-3V3");
    s.width(98.0, end, 8.0, 1, d.label("length"));
}

pub fn bit(s: &mut Sketch, d: &Dimensions) {
    let length = d.number("length").unwrap_or(25.0).clamp(20.0, 110.0) * 4.0;
    let (c, e) = (14.7, 7.3);
    let neck = 46.0_f64.max(length * 0.5).min(length - 40.0);
    s.flipped(
        Ink::Body,
        0.0,
        format!("M0 0V-11L4-{c}H{}", 14.0)
            + &format!(
                "Q17-11 20-{c}H{neck}L{} -9H{}L{length} -4V0",
                neck + 6.0,
                length - 18.0
            ),
    );
    s.line(format!(
        "M4-{e}H{neck}M4 {e}H{neck}M4-{c}V{c}M{neck} -{c}V{c}"
    ));
    s.thin(format!(
        "M{0} -9V9M{1} 0H{length}M{1} -3.5L{length} -1.5M{1} 3.5L{length} 1.5",
        length - 18.0,
        length - 16.0
    ));
    let center = at(length * 0.5, 52.0);
    s.regular(Ink::Body, 6, center, 12.7, 30.0);
    cross_recess(s, center);
    s.width(0.0, length, -14.7, -1, d.label("length"));
    let drive = d.code("drive").or_else(|| d.code("drive_size"));
    s.note(
        at(length - 8.0, 6.0),
        at(4.0, 24.0),
        drive.map(str::to_owned),
    );
}

fn cross_recess(s: &mut Sketch, center: Point) {
    s.moved(center.x, center.y, |s| {
        s.dark("M-8-1.6L-2.4-2.4-1.6-8H1.6L2.4-2.4 8-1.6V1.6L2.4 2.4 1.6 8H-1.6L-2.4 2.4-8 1.6z");
    });
}
