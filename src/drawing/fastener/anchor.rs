//! Anchors, wall plugs and blind rivets.

use super::Thread;
use super::bolt::{draw_shank, hex_side, size_label};
use crate::Dimensions;
use crate::pen::{Affine, Ink, Sketch, at};

pub fn expansion(s: &mut Sketch, d: &Dimensions) {
    let thread = Thread::of(d, 10.0);
    let (size, r) = (thread.diameter, thread.radius());
    let length = d.or_within("length", 8.0 * size, 4.5 * size, 11.0 * size);
    let scale = Sketch::scale_for(length, 1.9 * size);
    // From the left: thread, nut and washer, plain shank, expansion sleeve, cone.
    let threaded = length * 0.38;
    s.within(&Affine::mirror(threaded / 2.0), |s| {
        draw_shank(
            s,
            at(0.0, 0.0),
            threaded,
            threaded * 0.98,
            thread,
            scale,
            false,
        );
    });
    let nut = size * 0.55;
    s.moved(nut + size * 0.8, 0.0, |s| {
        hex_side(s, 0.0, size * 0.8, size * 1.62);
        s.rect(Ink::Body, size * 0.8, -size * 1.1, size * 0.18, size * 2.2);
    });
    let sleeve = length - size * 2.6;
    let (waist, cone) = (r * 0.72, length - size * 1.05);
    s.flipped(Ink::Body, 0.0, format!("M{threaded} 0V-{r}H{sleeve}V0"));
    s.flipped(Ink::Body, 0.0, format!("M{sleeve} 0V-{r}H{cone}V0"));
    s.flipped(
        Ink::Body,
        0.0,
        format!(
            "M{cone} 0V-{waist}L{} -{r}H{}L{length} -{}V0",
            length - size * 0.35,
            length - r * 0.2,
            r * 0.8
        ),
    );
    s.line(format!(
        "M{} -{}H{cone}M{} {}H{cone}",
        sleeve + size * 0.35,
        r * 0.25,
        sleeve + size * 0.35,
        r * 0.25
    ));
    s.both(f64::midpoint(sleeve, cone), |s| {
        s.thin(format!(
            "M{} -{r}v{}M{} {r}v-{}",
            sleeve + size * 0.35,
            r * 0.5,
            sleeve + size * 0.35,
            r * 0.5
        ));
    });
    s.center(format!("M-{} 0H{}", r * 0.5, length + r * 0.5));
    s.width(0.0, length, r * 1.6, 1, d.label("length"));
    s.height(-r, r, 0.0, -1, size_label(d));
}

pub fn drop_in(s: &mut Sketch, d: &Dimensions) {
    let inner = Thread::of(d, 10.0);
    // The sleeve's diameter goes by either name.
    let key = ["outer_diameter", "diameter"]
        .into_iter()
        .find(|key| d.number(key).is_some());
    let key = key
        .filter(|_| d.code("thread").is_some())
        .unwrap_or("outer_diameter");
    let outer = d.or_within(
        key,
        inner.diameter * 1.28,
        inner.diameter * 1.1,
        inner.diameter * 2.0,
    );
    let length = d.or_within("length", outer * 3.1, outer * 1.6, outer * 6.0);
    let (r, q) = (outer / 2.0, inner.radius());
    let slit = length * 0.58;
    s.flipped(
        Ink::Body,
        0.0,
        format!("M0 0V-{r}H{}l{} {}V0", length - r * 0.2, r * 0.2, r * 0.15),
    );
    s.line(format!(
        "M{slit} -{0}H{length}M{slit} {0}H{length}M{slit} -{0}A{0} {0} 0 0 0 {slit} {0}",
        r * 0.16
    ));
    s.hidden(format!(
        "M0 -{q}H{0}L{1} -{2}H{length}M0 {q}H{0}L{1} {2}H{length}M{0} -{q}V{q}",
        length * 0.5,
        length * 0.55,
        q * 0.72
    ));
    let band = length * 0.14;
    for n in 0..4 {
        let x = band + f64::from(n) * outer * 0.07;
        s.thin(format!("M{x} -{r}V{r}"));
    }
    s.center(format!("M-{} 0H{}", r * 0.4, length + r * 0.15));
    let x = -outer * 0.95;
    s.circle(Ink::Ring, x, 0.0, r);
    inner.bore(s, at(x, 0.0));
    let over = r * 1.15;
    s.center(format!("M{} 0H{}M{x} -{over}V{over}", x - over, x + over));
    s.width(0.0, length, r, 1, d.label("length"));
    s.height(-r, r, length, 1, d.label_after("⌀", key));
    let tip = at(x - q * 0.71, -q * 0.71);
    s.note(tip, at(8.0, -30.0), size_label(d));
}

pub fn wall_plug(s: &mut Sketch, d: &Dimensions) {
    let size = d.or("diameter", 8.0);
    let length = d.or_within("length", 5.0 * size, 2.8 * size, 9.0 * size);
    let r = size / 2.0;
    let (collar, start, end) = (size * 0.22, length * 0.3, length * 0.94);
    let mut edge = format!("M0 0V-{}H{collar}V-{}H{start}", r * 1.28, r * 0.92);
    let teeth = 6;
    let step = (end - start) / f64::from(teeth);
    for tooth in 0..teeth {
        let x = start + step * f64::from(tooth);
        edge.push_str(&format!("L{} -{r}V-{}", x + step * 0.8, r * 0.82));
        edge.push_str(&format!("H{}", x + step));
    }
    edge.push_str(&format!("L{length} -{}V0", r * 0.55));
    s.flipped(Ink::Body, 0.0, edge);
    let slit = r * 0.13;
    s.line(format!(
        "M{start} -{slit}A{slit} {slit} 0 0 0 {start} {slit}H{length}M{start} -{slit}H{length}"
    ));
    s.body(format!(
        "M{} -{}L{} -{}l{} 0L{} -{}z",
        start * 0.75,
        r * 0.92,
        start * 0.2 + collar,
        r * 1.35,
        size * 0.14,
        start,
        r * 0.92
    ));
    s.body(format!(
        "M{} {}L{} {}l{} 0L{} {}z",
        start * 0.75,
        r * 0.92,
        start * 0.2 + collar,
        r * 1.35,
        size * 0.14,
        start,
        r * 0.92
    ));
    s.hidden(format!("M0 -{0}H{1}M0 {0}H{1}", r * 0.5, length * 0.28));
    s.center(format!("M-{} 0H{}", r * 0.6, length + r * 0.15));
    s.width(0.0, length, r * 1.28, 1, d.label("length"));
    s.height(-r, r, length, 1, d.label_after("⌀", "diameter"));
}

pub fn blind_rivet(s: &mut Sketch, d: &Dimensions) {
    let size = d.or("diameter", 4.0);
    let length = d.or_within("length", 2.5 * size, 1.2 * size, 7.0 * size);
    let head = d.or_within("head_diameter", 2.0 * size, 1.4 * size, 3.6 * size) / 2.0;
    let (r, pin) = (size / 2.0, size * 0.28);
    let (height, tail, bulb) = (size * 0.3, size * 3.4, size * 0.75);
    s.flipped(
        Ink::Body,
        0.0,
        format!(
            "M0 0V-{head}H-{}Q-{height} -{} -{height} -{}V0",
            height * 0.3,
            head * 0.95,
            head * 0.5
        ),
    );
    s.flipped(Ink::Body, 0.0, format!("M0 0V-{r}H{length}V0"));
    s.flipped(
        Ink::Dark,
        0.0,
        format!(
            "M-{height} 0V-{pin}H-{}L-{} 0",
            tail + height - pin * 2.0,
            tail + height
        ),
    );
    s.flipped(
        Ink::Body,
        0.0,
        format!(
            "M{length} 0V-{pin}L{} -{}H{}A{1} {1} 0 0 1 {} 0",
            length + size * 0.12,
            r * 0.9,
            length + bulb * 0.45,
            length + bulb * 0.45 + r * 0.9
        ),
    );
    s.hidden(format!("M0 -{pin}H{length}M0 {pin}H{length}"));
    for n in 0..3 {
        let x = height + size * (0.5 + 0.22 * f64::from(n));
        s.thin(format!("M-{x} -{pin}V{pin}"));
    }
    s.center(format!(
        "M-{} 0H{}",
        tail + height + r,
        length + bulb + r * 0.4
    ));
    s.width(0.0, length, head, 1, d.label("length"));
    s.height(
        -r,
        r,
        length + bulb * 1.2,
        1,
        d.label_after("⌀", "diameter"),
    );
    s.height(
        -head,
        head,
        length + bulb * 1.2,
        2,
        d.label_after("⌀", "head_diameter"),
    );
}
