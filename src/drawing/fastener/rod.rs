//! Bars threaded all along or at both ends.

use super::Thread;
use super::bolt::{break_lines, size_label};
use crate::Dimensions;
use crate::pen::{Ink, Sketch, at};

/// A longer bar is drawn broken.
const LONGEST: f64 = 10.0;

pub fn threaded_rod(s: &mut Sketch, d: &Dimensions) {
    bar(s, d, 12.0, 1.0);
}

pub fn stud(s: &mut Sketch, d: &Dimensions) {
    bar(s, d, 6.0, 0.36);
}

/// `threaded`: what part of the length the thread takes at each end; all of it from a half on.
fn bar(s: &mut Sketch, d: &Dimensions, usual: f64, threaded: f64) {
    let thread = Thread::of(d, 10.0);
    let (size, r) = (thread.diameter, thread.radius());
    let length = d.or("length", usual * size).max(size);
    let drawn = length.min(LONGEST * size);
    let end = drawn + size * 1.7;
    let scale = Sketch::scale_for(end + r, size);
    let (e, gap) = (r * 0.22, r * 0.7);
    let cut = drawn * 0.5 - gap / 2.0;
    let broken = drawn < length;
    if broken {
        s.body(format!("M{cut} -{r}H{e}L0 -{0}V{0}L{e} {r}H{cut}", r - e));
        s.body(format!(
            "M{} -{r}H{}l{e} {e}V{}l-{e} {e}H{0}",
            cut + gap,
            drawn - e,
            r - e
        ));
        break_lines(s, at(cut, 0.0), gap, r);
    } else {
        s.flipped(
            Ink::Body,
            0.0,
            format!("M0 0V-{}L{e} -{r}H{}l{e} {e}V0", r - e, drawn - e),
        );
    }
    s.line(format!("M{e} -{r}V{r}M{} -{r}V{r}", drawn - e));
    if 0.5 <= threaded {
        let first = if broken { cut } else { drawn - e };
        thread.lines(s, at(e, 0.0), first - e, scale);
        if broken {
            thread.lines(s, at(cut + gap, 0.0), drawn - e - cut - gap, scale);
        }
    } else {
        let near = (drawn * threaded).min(size * 1.5);
        let known = d.number("thread_length").map(|part| part * drawn / length);
        let far = known.unwrap_or(near * 1.4).clamp(2.0 * e, drawn - near - e);
        thread.lines(s, at(e, 0.0), near - e, scale);
        thread.lines(s, at(drawn - far, 0.0), far - e, scale);
        s.line(format!("M{near} -{r}V{r}M{0} -{r}V{r}", drawn - far));
        s.width(drawn - far, drawn, -r, -1, d.label("thread_length"));
    }
    s.center(format!("M-{} 0H{}", r * 0.5, drawn + r * 0.5));
    s.circle(Ink::Body, end, 0.0, r);
    s.circle(Ink::Thin, end, 0.0, r * 0.82);
    let over = r * 1.25;
    s.center(format!(
        "M{} 0H{}M{end} -{over}V{over}",
        end - over,
        end + over
    ));
    s.width(0.0, drawn, r, 1, d.label("length"));
    s.height(-r, r, end + r, 1, size_label(d));
}
