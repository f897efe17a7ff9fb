//! A sketch in its own units, gathered stroke by stroke, then fitted into the frame.

use std::fmt::Write as _;

use super::affine::{Affine, Point, at};
use super::dimension::{self, Dimension, Span};
use super::path::{Path, Segment};
use super::write::Writer;
use super::{hatch, read};
use crate::Drawing;

/// The frame that every drawing shares, 4:3.
const FRAME: Point = at(240.0, 180.0);
/// The least margin around the shape.
const PLAIN: Point = at(12.0, 10.0);
/// The least margin around dimension lines and numbers.
const EDGE: f64 = 2.5;
/// What dimension lines and numbers usually need around the shape.
const DIMENSIONED: Point = at(20.0, 20.0);
/// Between the lines of a hatch, in frame units.
const HATCH: f64 = 4.2;

/// What a path is drawn with; the order is the order of painting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// A shadow or a coloured zone: filled, no outline.
    Shade,
    /// Material: outlined and lightly filled.
    Body,
    /// As a body, with holes where paths overlap.
    Ring,
    /// Rubber, grips and screens: outlined and filled darker.
    Dark,
    Line,
    Thin,
    Hidden,
    Center,
    Solid,
}

const INKS: [(Ink, &str); 9] = [
    (
        Ink::Shade,
        r#"stroke="none" fill="currentColor" fill-opacity=".12""#,
    ),
    (Ink::Body, r#"fill="currentColor" fill-opacity=".06""#),
    (
        Ink::Ring,
        r#"fill="currentColor" fill-opacity=".06" fill-rule="evenodd""#,
    ),
    (Ink::Dark, r#"fill="currentColor" fill-opacity=".2""#),
    (Ink::Line, ""),
    (Ink::Thin, r#"stroke-width=".75""#),
    (
        Ink::Hidden,
        r#"stroke-width=".75" stroke-dasharray="3.5 2.5" stroke-linecap="butt""#,
    ),
    (
        Ink::Center,
        r#"stroke-width=".75" stroke-dasharray="9 2 2 2" stroke-linecap="butt""#,
    ),
    (Ink::Solid, r#"stroke="none" fill="currentColor""#),
];

#[derive(Default)]
pub struct Sketch {
    strokes: Vec<(Ink, Path)>,
    hatches: Vec<Vec<Point>>,
    dimensions: Vec<Dimension>,
    within: Option<Affine>,
}

impl Sketch {
    /// Adds a path written in the SVG path language.
    pub fn ink(&mut self, ink: Ink, path: impl AsRef<str>) {
        self.add(ink, read::read(path.as_ref()));
    }

    pub fn body(&mut self, path: impl AsRef<str>) {
        self.ink(Ink::Body, path);
    }

    pub fn ring(&mut self, path: impl AsRef<str>) {
        self.ink(Ink::Ring, path);
    }

    pub fn dark(&mut self, path: impl AsRef<str>) {
        self.ink(Ink::Dark, path);
    }

    pub fn shade(&mut self, path: impl AsRef<str>) {
        self.ink(Ink::Shade, path);
    }

    pub fn line(&mut self, path: impl AsRef<str>) {
        self.ink(Ink::Line, path);
    }

    pub fn thin(&mut self, path: impl AsRef<str>) {
        self.ink(Ink::Thin, path);
    }

    pub fn hidden(&mut self, path: impl AsRef<str>) {
        self.ink(Ink::Hidden, path);
    }

    pub fn center(&mut self, path: impl AsRef<str>) {
        self.ink(Ink::Center, path);
    }

    pub fn solid(&mut self, path: impl AsRef<str>) {
        self.ink(Ink::Solid, path);
    }

    /// Closes a half outline with its image on the other side of the vertical line `x`.
    pub fn mirrored(&mut self, ink: Ink, x: f64, half: impl AsRef<str>) {
        let half = read::read(half.as_ref());
        self.add(ink, half.closed_with(&Affine::mirror(x)));
    }

    /// Closes a half outline with its image on the other side of the horizontal line `y`.
    pub fn flipped(&mut self, ink: Ink, y: f64, half: impl AsRef<str>) {
        let half = read::read(half.as_ref());
        self.add(ink, half.closed_with(&Affine::flip(y)));
    }

    /// Draws the same twice: as it is, and mirrored about the vertical line `x`.
    pub fn both(&mut self, x: f64, draw: impl Fn(&mut Sketch)) {
        draw(self);
        self.within(&Affine::mirror(x), draw);
    }

    /// Draws the same twice: as it is, and mirrored about the horizontal line `y`.
    pub fn above_and_below(&mut self, y: f64, draw: impl Fn(&mut Sketch)) {
        draw(self);
        self.within(&Affine::flip(y), draw);
    }

    pub fn moved(&mut self, x: f64, y: f64, draw: impl FnOnce(&mut Sketch)) {
        self.within(&Affine::shift(x, y), draw);
    }

    pub fn turned(&mut self, degrees: f64, x: f64, y: f64, draw: impl FnOnce(&mut Sketch)) {
        self.within(&Affine::turn(degrees, at(x, y)), draw);
    }

    pub fn within(&mut self, frame: &Affine, draw: impl FnOnce(&mut Sketch)) {
        let outer = self.within;
        self.within = Some(outer.map_or(*frame, |outer| outer.after(frame)));
        draw(self);
        self.within = outer;
    }

    pub fn circle(&mut self, ink: Ink, x: f64, y: f64, radius: f64) {
        self.ellipse(ink, x, y, radius, radius);
    }

    pub fn ellipse(&mut self, ink: Ink, x: f64, y: f64, rx: f64, ry: f64) {
        let (left, across) = (x - rx, 2.0 * rx);
        let back = -across;
        self.ink(
            ink,
            format!("M{left} {y}a{rx} {ry} 0 0 1 {across} 0a{rx} {ry} 0 0 1 {back} 0z"),
        );
    }

    pub fn rect(&mut self, ink: Ink, x: f64, y: f64, width: f64, height: f64) {
        let back = -width;
        self.ink(ink, format!("M{x} {y}h{width}v{height}h{back}z"));
    }

    /// A rectangle with rounded corners.
    pub fn round(&mut self, ink: Ink, x: f64, y: f64, width: f64, height: f64, radius: f64) {
        let r = radius.min(width / 2.0).min(height / 2.0);
        let (right, down) = (x + width, y + height);
        let (x1, x2, y1, y2) = (x + r, right - r, y + r, down - r);
        self.ink(
            ink,
            format!(
                "M{x1} {y}H{x2}A{r} {r} 0 0 1 {right} {y1}V{y2}A{r} {r} 0 0 1 {x2} {down}\
                 H{x1}A{r} {r} 0 0 1 {x} {y2}V{y1}A{r} {r} 0 0 1 {x1} {y}z"
            ),
        );
    }

    pub fn polygon(&mut self, ink: Ink, corners: &[Point]) {
        let mut text = String::new();
        for (index, p) in corners.iter().enumerate() {
            let letter = if index == 0 { 'M' } else { 'L' };
            // Writing to a String cannot fail.
            let _ = write!(text, "{letter}{} {}", p.x, p.y);
        }
        text.push('z');
        self.ink(ink, text);
    }

    /// A regular polygon by its inner radius; `turn` in degrees, 0 with a corner to the right.
    pub fn regular(&mut self, ink: Ink, sides: u32, center: Point, inner: f64, turn: f64) {
        let step = std::f64::consts::TAU / f64::from(sides);
        let outer = inner / (step / 2.0).cos();
        let corners: Vec<Point> = (0..sides)
            .map(|i| {
                let (sin, cos) = (turn.to_radians() + step * f64::from(i)).sin_cos();
                center + at(cos, sin) * outer
            })
            .collect();
        self.polygon(ink, &corners);
    }

    /// Section hatching of a polygon.
    pub fn hatch(&mut self, corners: &[Point]) {
        let corners = corners.iter().map(|&p| self.place(p)).collect();
        self.hatches.push(corners);
    }

    /// Dimension between two x, under `y` (a positive tier) or above it (a negative one).
    pub fn width(&mut self, from: f64, to: f64, y: f64, tier: i8, label: Option<String>) {
        self.span(at(from, y), at(to, y), Span::Across, tier, label);
    }

    /// Dimension between two y, right of `x` (a positive tier) or left of it (a negative one).
    pub fn height(&mut self, from: f64, to: f64, x: f64, tier: i8, label: Option<String>) {
        self.span(at(x, from), at(x, to), Span::Upright, tier, label);
    }

    /// Dimension along a slanted edge, standing off in the direction `away` (of length 1).
    pub fn aligned(&mut self, from: Point, to: Point, away: Point, label: Option<String>) {
        if let Some(label) = label {
            let (from, to) = (self.place(from), self.place(to));
            self.dimensions.push(Dimension::Aligned {
                from,
                to,
                away,
                label,
            });
        }
    }

    /// A number with an arrow to a point, `by` away from it in frame units.
    pub fn note(&mut self, point: Point, by: Point, label: Option<String>) {
        if let Some(label) = label {
            let point = self.place(point);
            self.dimensions.push(Dimension::Note { point, by, label });
        }
    }

    /// Frame units to a unit of the sketch, for a dimensioned drawing of this extent.
    pub fn scale_for(width: f64, height: f64) -> f64 {
        let room = FRAME - DIMENSIONED * 2.0;
        (room.x / width).min(room.y / height)
    }

    fn span(&mut self, from: Point, to: Point, along: Span, tier: i8, label: Option<String>) {
        if let Some(label) = label {
            let (from, to) = (self.place(from), self.place(to));
            self.dimensions.push(Dimension::Span {
                from,
                to,
                along,
                tier,
                label,
            });
        }
    }

    fn place(&self, point: Point) -> Point {
        self.within.map_or(point, |frame| frame.apply(point))
    }

    fn add(&mut self, ink: Ink, path: Path) {
        let path = match &self.within {
            Some(frame) => path.transformed(frame),
            None => path,
        };
        self.strokes.push((ink, path));
    }

    /// Fits the sketch into the frame and writes both layers.
    pub fn finish(mut self) -> Drawing {
        let fit = self.fit();
        for corners in std::mem::take(&mut self.hatches) {
            for (from, to) in hatch::lines(&corners, HATCH / fit.factor()) {
                let path = Path(vec![Segment::Move(from), Segment::Line(to)]);
                self.strokes.push((Ink::Thin, path));
            }
        }
        let mut shape = String::from(
            r#"<g fill="none" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round" stroke-linecap="round">"#,
        );
        for (ink, attributes) in INKS {
            let mut writer = Writer::default();
            for (_, path) in self.strokes.iter().filter(|(used, _)| *used == ink) {
                let path = path.transformed(&fit);
                // Even-odd does not mind directions, and lines are not filled.
                if matches!(ink, Ink::Shade | Ink::Body | Ink::Dark | Ink::Solid) {
                    writer.path(&path.clockwise());
                } else {
                    writer.path(&path);
                }
            }
            let data = writer.finish();
            if !data.is_empty() {
                let space = if attributes.is_empty() { "" } else { " " };
                let _ = write!(shape, r#"<path{space}{attributes} d="{data}"/>"#);
            }
        }
        shape.push_str("</g>");
        Drawing {
            view_box: "0 0 240 180",
            shape,
            dimensions: dimension::write(&self.dimensions, &fit, FRAME),
        }
    }

    /// Where the sketch goes in the frame: as large as it may be with its dimensions around it.
    fn fit(&self) -> Affine {
        let (low, high) = self.extent();
        let extent = high - low;
        if !(extent.x.is_finite() && extent.y.is_finite()) {
            return Affine::IDENTITY;
        }
        let (mut near, mut far) = (PLAIN, PLAIN);
        let place = |near: Point, far: Point| {
            let room = FRAME - near - far;
            let scale = (room.x / extent.x.max(1e-6)).min(room.y / extent.y.max(1e-6));
            let corner = near + room * 0.5 - (low + high) * (0.5 * scale);
            Affine::shift(corner.x, corner.y).after(&Affine::scale(scale))
        };
        // Dimensions keep their size while the sketch shrinks: a few rounds settle it.
        for _ in 0..6 {
            let fit = place(near, far);
            for (first, last) in self
                .dimensions
                .iter()
                .map(|dimension| dimension.reach(&fit))
            {
                near = grown(near, at(EDGE - first.x, EDGE - first.y));
                far = grown(far, at(last.x - FRAME.x + EDGE, last.y - FRAME.y + EDGE));
            }
        }
        place(near, far)
    }

    fn extent(&self) -> (Point, Point) {
        let mut low = at(f64::INFINITY, f64::INFINITY);
        let mut high = at(f64::NEG_INFINITY, f64::NEG_INFINITY);
        for point in self.strokes.iter().flat_map(|(_, path)| path.samples()) {
            low = at(low.x.min(point.x), low.y.min(point.y));
            high = at(high.x.max(point.x), high.y.max(point.y));
        }
        (low, high)
    }
}

/// A margin that grows by what sticks out, but leaves most of the frame to the sketch.
fn grown(margin: Point, out: Point) -> Point {
    let one = |margin: f64, out: f64, most: f64| (margin + out.max(0.0)).min(most);
    at(one(margin.x, out.x, 60.0), one(margin.y, out.y, 46.0))
}
