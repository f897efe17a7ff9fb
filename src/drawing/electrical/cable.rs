//! Cable: stripped cores beside a cross-section with the right number of them.

use crate::Dimensions;
use crate::pen::{Ink, Sketch, at};

pub fn cable(s: &mut Sketch, d: &Dimensions) {
    let cores = d.count("cores", 3, 37);
    let outer = d.or("outer_diameter", 10.0);
    let label = d.label_after("⌀", "outer_diameter");
    // In units of a tenth of the sheath's radius.
    let (r, wall) = (34.0, if cores == 1 { 8.0 } else { 3.6 });
    let _ = outer;
    let section = -86.0;
    s.circle(Ink::Dark, section, 0.0, r);
    section_cores(s, section, r - wall, cores);
    s.center(format!(
        "M{} 0H{}M{section} -{2}V{2}",
        section - r - 4.0,
        section + r + 4.0,
        r + 4.0
    ));

    // Side view: sheath, then the cores that can be seen, fanned out, then bare copper.
    let shown = cores.min(5);
    let end = 6.0;
    s.dark(format!(
        "M92 -{r}H{end}C1 -{0} 1 {0} {end} {r}H92C87 {0} 97 -{0} 92 -{r}z",
        r * 0.5
    ));
    s.thin(format!("M{end} -{0}H90M{end} {1}H94", r * 0.55, r * 0.62));
    let thick = (2.0 * (r - wall) / f64::from(shown)).min(20.0);
    let thick = if cores == 1 { (r - wall) * 2.0 } else { thick };
    s.within(&crate::pen::Affine::mirror(0.0), |s| {
        let middle = (f64::from(shown) - 1.0) / 2.0;
        for n in 0..shown {
            let lane = f64::from(n) - middle;
            core(s, lane * thick * 0.98, lane * 3.2, thick);
        }
    });
    s.height(-r, r, 94.0, 1, label);
    let area = d.number("conductor_area").map(crate::dimensions::written);
    let area = area.map(|a| {
        if 1 < cores {
            format!("{cores}×{a} mm²")
        } else {
            format!("{a} mm²")
        }
    });
    let (x, y) = first_core(section, r - wall, cores);
    s.note(at(x, y), at(12.0, -(y + 60.0) - 14.0), area);
}

/// One core leaving the sheath (drawn to the right, mirrored by the caller), `lane` from the
/// axis, spread a little more at its end.
fn core(s: &mut Sketch, lane: f64, spread: f64, thick: f64) {
    let (h, q) = (thick * 0.44, thick * 0.24);
    let (x0, x1, x2, x3) = (-6.0, 3.0, 24.0, 42.0);
    let y = lane + spread;
    s.body(format!(
        "M{x0} {}C{x1} {} {x1} {} 14 {}H{x2}V{}H14C{x1} {} {x1} {} {x0} {}z",
        lane - h,
        lane - h,
        y - h,
        y - h,
        y + h,
        y + h,
        lane + h,
        lane + h
    ));
    s.body(format!("M{x2} {}H{x3}V{}H{x2}z", y - q, y + q));
    s.thin(format!(
        "M{x2} {}L{x3} {}M{x2} {}L{x3} {}",
        y - q * 0.2,
        y - q,
        y + q,
        y + q * 0.2
    ));
}

/// Rings that hold this many cores, from the middle out.
fn rings(cores: u32) -> &'static [u32] {
    match cores {
        0..=1 => &[1],
        2 => &[2],
        3 => &[3],
        4 => &[4],
        5 => &[5],
        6..=7 => &[1, 6],
        8..=12 => &[3, 9],
        13..=19 => &[1, 6, 12],
        20..=27 => &[3, 9, 15],
        _ => &[1, 6, 12, 18],
    }
}

fn places(radius: f64, cores: u32) -> (Vec<(f64, f64)>, f64) {
    let layers = rings(cores);
    let innermost = f64::from(layers[0]);
    let hub = if layers[0] == 1 {
        0.0
    } else {
        1.0 / (std::f64::consts::PI / innermost).sin()
    };
    let depth = f64::from(layers.len() as u32 - 1);
    let size = radius / (hub + 1.0 + 2.0 * depth);
    let mut found = Vec::new();
    for (layer, &count) in (0_u32..).zip(layers) {
        let reach = size * (hub + 2.0 * f64::from(layer));
        // The outermost ring may be open: then its cores spread evenly.
        let count = count.min(cores.saturating_sub(found.len() as u32));
        for n in 0..count {
            let turn = std::f64::consts::TAU * f64::from(n) / f64::from(count);
            let (sin, cos) = (turn - std::f64::consts::FRAC_PI_2).sin_cos();
            found.push((reach * cos, reach * sin));
        }
    }
    (found, size)
}

fn first_core(x: f64, radius: f64, cores: u32) -> (f64, f64) {
    let (places, size) = places(radius, cores);
    places
        .first()
        .map_or((x, 0.0), |&(dx, dy)| (x + dx + size * 0.3, dy - size * 0.3))
}

fn section_cores(s: &mut Sketch, x: f64, radius: f64, cores: u32) {
    let (places, size) = places(radius, cores);
    for (dx, dy) in places {
        let (cx, cy) = (x + dx, dy);
        s.circle(Ink::Body, cx, cy, size * 0.96);
        let wire = size * 0.58;
        if cores <= 5 {
            s.circle(Ink::Body, cx, cy, wire);
            // Strands.
            let strand = wire / 3.0;
            for n in 0..6 {
                let (sin, cos) = (f64::from(n) * std::f64::consts::FRAC_PI_3).sin_cos();
                s.circle(
                    Ink::Thin,
                    cx + 2.0 * strand * cos,
                    cy + 2.0 * strand * sin,
                    strand,
                );
            }
        } else {
            s.circle(Ink::Solid, cx, cy, wire * 0.9);
        }
    }
}

pub fn gland(s: &mut Sketch, d: &Dimensions) {
    use crate::fastener::Thread;
    let scale = Sketch::scale_for(120.0, 80.0);
    s.flipped(Ink::Body, 0.0, "M-50 0V-22L-46-26H-20V0");
    Thread {
        diameter: 52.0,
        pitch: 4.0,
    }
    .lines(s, at(-46.0, 0.0), 25.0, scale);
    s.flipped(Ink::Dark, 0.0, "M-20 0V-25H-15V0");
    s.flipped(Ink::Body, 0.0, "M-15 0V-36L-12-39H8L11-36V0");
    s.line("M-15-20H11M-15 20H11");
    s.thin("M-12-39Q-17-30-12-20Q-17 0-12 20Q-17 30-12 39");
    s.flipped(Ink::Body, 0.0, "M11 0V-29H18V0");
    s.flipped(Ink::Body, 0.0, "M18 0V-34L20-37H42C50-36 56-31 58-24V0");
    s.line("M18-19H54M18 19H54");
    s.thin("M42-37Q50-28 54-19Q58 0 54 19Q50 28 42 37");
    s.hidden("M-50-14H58M-50 14H58");
    s.center("M-60 0H68");
    let thread = d.code("thread").map(str::to_owned);
    s.height(-26.0, 26.0, -50.0, -1, thread);
    let range = d.code("clamping_range").map(|r| format!("⌀{r}"));
    s.height(-14.0, 14.0, 58.0, 1, range);
    s.width(-50.0, -20.0, 26.0, 1, d.label("length"));
    let across = d.label("across_flats").map(|width| format!("⬡ {width}"));
    s.note(at(-4.0, -39.0), at(16.0, -10.0), across);
}
