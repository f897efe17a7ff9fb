//! Dimension lines: extension lines, arrowheads and numbers, in frame units.

use std::fmt::Write as _;

use super::affine::{Affine, Point, at};
use super::path::{Path, Segment};
use super::write::{Writer, coordinate};

/// From the feature to the first dimension line; more where the number stands between them.
const FIRST: f64 = 9.0;
const FIRST_WITH_TEXT: f64 = 12.5;
/// From one dimension line to the next.
const NEXT: f64 = 12.0;
/// Arrowheads: slender, as ISO 129-1 draws them.
const ARROW: f64 = 5.0;
const ARROW_HALF: f64 = 1.3;
const TEXT: f64 = 9.0;
/// A digit is about this wide; enough to keep a number inside the frame.
const DIGIT: f64 = 5.2;

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Span {
    Across,
    Upright,
}

pub enum Dimension {
    Span {
        from: Point,
        to: Point,
        along: Span,
        tier: i8,
        label: String,
    },
    /// Along any direction; `away` is where the line stands off to.
    Aligned {
        from: Point,
        to: Point,
        away: Point,
        label: String,
    },
    Note {
        point: Point,
        by: Point,
        label: String,
    },
}

impl Dimension {
    /// What this takes up in the frame, were it not kept inside: upper left and lower right.
    pub fn reach(&self, fit: &Affine) -> (Point, Point) {
        let corners = match self {
            Dimension::Span {
                from,
                to,
                along,
                tier,
                label,
            } => {
                let (from, to) = (fit.apply(*from), fit.apply(*to));
                let (half, offset) = (width(label) / 2.0, offset(*tier));
                match along {
                    Span::Across => {
                        let (x, y) = (beside_arrows(from.x, to.x, half, 1.0), from.y + offset);
                        vec![from, to, at(x - half, y - TEXT), at(x + half, y + 3.0)]
                    }
                    Span::Upright => {
                        let (x, y) = (from.x + offset, beside_arrows(from.y, to.y, half, -1.0));
                        vec![from, to, at(x - TEXT, y - half), at(x + 3.0, y + half)]
                    }
                }
            }
            Dimension::Aligned { from, to, away, .. } => {
                let off = *away * (FIRST + TEXT);
                vec![fit.apply(*from) + off, fit.apply(*to) + off]
            }
            Dimension::Note { point, by, label } => {
                let elbow = fit.apply(*point) + *by;
                let end = elbow.x + width(label).copysign(by.x);
                vec![elbow, at(end, elbow.y - TEXT)]
            }
        };
        let low = |pick: fn(&Point) -> f64| corners.iter().map(pick).fold(f64::INFINITY, f64::min);
        let high =
            |pick: fn(&Point) -> f64| corners.iter().map(pick).fold(f64::NEG_INFINITY, f64::max);
        (
            at(low(|p| p.x), low(|p| p.y)),
            at(high(|p| p.x), high(|p| p.y)),
        )
    }
}

/// From the feature to its dimension line, to the right and below or to the left and above.
fn offset(tier: i8) -> f64 {
    let first = if 0 < tier { FIRST_WITH_TEXT } else { FIRST };
    (first + NEXT * (f64::from(tier.abs()) - 1.0)) * f64::from(tier.signum())
}

#[derive(Default)]
struct Layer {
    lines: Writer,
    arrows: Writer,
    texts: String,
}

/// The dimension layer; empty where nothing is known.
pub fn write(dimensions: &[Dimension], fit: &Affine, frame: Point) -> String {
    if dimensions.is_empty() {
        return String::new();
    }
    let mut layer = Layer::default();
    for dimension in dimensions {
        match dimension {
            Dimension::Span {
                from,
                to,
                along,
                tier,
                label,
            } => {
                let (from, to) = (fit.apply(*from), fit.apply(*to));
                let offset = offset(*tier);
                match along {
                    Span::Across => layer.across(from, to, offset, label, frame),
                    Span::Upright => layer.upright(from, to, offset, label, frame),
                }
            }
            Dimension::Aligned {
                from,
                to,
                away,
                label,
            } => layer.aligned(fit.apply(*from), fit.apply(*to), *away, label, frame),
            Dimension::Note { point, by, label } => {
                layer.note(fit.apply(*point), *by, label, frame);
            }
        }
    }
    format!(
        r#"<g fill="currentColor" font-size="{TEXT}" text-anchor="middle"><path fill="none" stroke="currentColor" stroke-width=".75" d="{}"/><path d="{}"/>{}</g>"#,
        layer.lines.finish(),
        layer.arrows.finish(),
        layer.texts
    )
}

impl Layer {
    fn across(&mut self, from: Point, to: Point, offset: f64, label: &str, frame: Point) {
        let y = (from.y + offset).clamp(TEXT + 1.0, frame.y - 4.0);
        let sign = offset.signum();
        for end in [from, to] {
            self.line(at(end.x, end.y + sign * 2.0), at(end.x, y + sign * 2.5));
        }
        self.arrowed(at(from.x.min(to.x), y), at(from.x.max(to.x), y), frame);
        let half = width(label) / 2.0;
        let middle = beside_arrows(from.x, to.x, half, 1.0);
        let x = middle.clamp(half + 1.0, frame.x - half - 1.0);
        self.text(at(x, y - 2.0), "", label);
    }

    fn upright(&mut self, from: Point, to: Point, offset: f64, label: &str, frame: Point) {
        let x = (from.x + offset).clamp(TEXT + 1.0, frame.x - 4.0);
        let sign = offset.signum();
        for end in [from, to] {
            self.line(at(end.x + sign * 2.0, end.y), at(x + sign * 2.5, end.y));
        }
        self.arrowed(at(x, from.y.min(to.y)), at(x, from.y.max(to.y)), frame);
        let half = width(label) / 2.0;
        let middle = beside_arrows(from.y, to.y, half, -1.0);
        let y = middle.clamp(half + 1.0, frame.y - half - 1.0);
        let (tx, ty) = (coordinate(x - 2.0), coordinate(y));
        let turn = format!(r#" transform="rotate(-90 {tx} {ty})""#);
        self.text(at(x - 2.0, y), &turn, label);
    }

    fn aligned(&mut self, from: Point, to: Point, away: Point, label: &str, frame: Point) {
        let (a, b) = (from + away * FIRST, to + away * FIRST);
        for (end, line) in [(from, a), (to, b)] {
            self.line(end + away * 2.0, line + away * 2.5);
        }
        self.arrowed(a, b, frame);
        // The number stands outside the line, read from below or from the right.
        let mut angle = (b.y - a.y).atan2(b.x - a.x).to_degrees();
        if angle <= -90.0 || 90.0 < angle {
            angle += if angle < 0.0 { 180.0 } else { -180.0 };
        }
        let (sin, cos) = angle.to_radians().sin_cos();
        let outside = sin * -away.x + cos * away.y;
        let gap = if 0.0 < outside { TEXT * 0.9 } else { -2.0 };
        let middle = (a + b) * 0.5 + at(-sin, cos) * gap;
        let half = width(label) / 2.0;
        let room = at(half * cos.abs() + TEXT, half * sin.abs() + TEXT);
        let point = at(
            middle.x.clamp(
                room.x.min(frame.x / 2.0),
                (frame.x - room.x).max(frame.x / 2.0),
            ),
            middle.y.clamp(
                room.y.min(frame.y / 2.0),
                (frame.y - room.y).max(frame.y / 2.0),
            ),
        );
        let (x, y) = (coordinate(point.x), coordinate(point.y));
        let turn = format!(r#" transform="rotate({} {x} {y})""#, coordinate(angle));
        self.text(point, &turn, label);
    }

    /// An arrow to the point, from a shoulder that the number stands on.
    fn note(&mut self, point: Point, by: Point, label: &str, frame: Point) {
        let length = width(label);
        let toward = if by.x < 0.0 { -1.0 } else { 1.0 };
        let y = (point.y + by.y).clamp(TEXT + 1.0, frame.y - 4.0);
        let room = if toward < 0.0 {
            (length + 1.0, frame.x)
        } else {
            (0.0, frame.x - length - 1.0)
        };
        let elbow = at((point.x + by.x).clamp(room.0, room.1.max(room.0)), y);
        let end = at(elbow.x + toward * length, y);
        let path = vec![
            Segment::Move(point),
            Segment::Line(elbow),
            Segment::Line(end),
        ];
        self.lines.path(&Path(path));
        self.arrow(point, point - elbow);
        let middle = f64::midpoint(elbow.x, end.x);
        self.text(at(middle, y - 2.0), "", label);
    }

    /// A line with arrowheads at both ends; from outside where there is no room inside.
    fn arrowed(&mut self, from: Point, to: Point, frame: Point) {
        let along = to - from;
        let length = along.x.hypot(along.y);
        let unit = if length < 1e-6 {
            at(1.0, 0.0)
        } else {
            along * (1.0 / length)
        };
        if ARROW * 2.5 < length {
            self.line(from, to);
            self.arrow(from, unit * -1.0);
            self.arrow(to, unit);
            return;
        }
        let inside = |p: Point| at(p.x.clamp(1.0, frame.x - 1.0), p.y.clamp(1.0, frame.y - 1.0));
        self.line(
            inside(from - unit * (ARROW * 2.0)),
            inside(to + unit * (ARROW * 2.0)),
        );
        self.arrow(from, unit);
        self.arrow(to, unit * -1.0);
    }

    fn line(&mut self, from: Point, to: Point) {
        let path = vec![Segment::Move(from), Segment::Line(to)];
        self.lines.path(&Path(path));
    }

    /// An arrowhead with its tip here, pointing that way.
    fn arrow(&mut self, tip: Point, toward: Point) {
        let length = toward.x.hypot(toward.y).max(1e-6);
        let unit = toward * (1.0 / length);
        let side = at(-unit.y, unit.x) * ARROW_HALF;
        let foot = tip - unit * ARROW;
        self.arrows.path(&Path(vec![
            Segment::Move(tip),
            Segment::Line(foot + side),
            Segment::Line(foot - side),
            Segment::Close,
        ]));
    }

    fn text(&mut self, point: Point, attributes: &str, label: &str) {
        let (x, y) = (coordinate(point.x), coordinate(point.y));
        let label = escaped(label);
        let _ = write!(
            self.texts,
            r#"<text x="{x}" y="{y}"{attributes}>{label}</text>"#
        );
    }
}

/// The middle of a number: between the ends, or past them where the gap is too narrow for it.
fn beside_arrows(from: f64, to: f64, half: f64, toward: f64) -> f64 {
    let (middle, reach) = (f64::midpoint(from, to), (to - from).abs() / 2.0);
    if half <= reach + 1.0 {
        return middle;
    }
    middle + toward * (reach + half + 3.0)
}

fn width(label: &str) -> f64 {
    label.chars().count() as f64 * DIGIT
}

/// Text as XML character data or as an attribute value.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // Not allowed in XML 1.0, not even escaped.
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
    out
}
