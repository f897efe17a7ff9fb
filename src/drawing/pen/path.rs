//! Paths: read from the SVG path language, transformed, measured, mirrored.

use super::affine::{Affine, Point, at};

#[derive(Clone, Copy, Debug)]
pub enum Segment {
    Move(Point),
    Line(Point),
    Curve(Point, Point, Point),
    Arc(Arc),
    Close,
}

/// An elliptical arc as SVG writes it, from the current point to `to`.
#[derive(Clone, Copy, Debug)]
pub struct Arc {
    pub radii: Point,
    pub turn: f64,
    pub large: bool,
    pub sweep: bool,
    pub to: Point,
}

#[derive(Clone, Debug, Default)]
pub struct Path(pub Vec<Segment>);

impl Path {
    pub fn transformed(&self, by: &Affine) -> Path {
        let segments = self.0.iter().map(|segment| match *segment {
            Segment::Move(p) => Segment::Move(by.apply(p)),
            Segment::Line(p) => Segment::Line(by.apply(p)),
            Segment::Curve(a, b, p) => Segment::Curve(by.apply(a), by.apply(b), by.apply(p)),
            Segment::Arc(arc) => Segment::Arc(Arc {
                radii: arc.radii * by.factor(),
                turn: if by.is_mirrored() {
                    by.angle() - arc.turn
                } else {
                    by.angle() + arc.turn
                },
                sweep: arc.sweep != by.is_mirrored(),
                to: by.apply(arc.to),
                ..arc
            }),
            Segment::Close => Segment::Close,
        });
        Path(segments.collect())
    }

    /// Closes an open half outline with its mirror image.
    pub fn closed_with(&self, mirror: &Affine) -> Path {
        let back = self.transformed(mirror).reversed();
        let mut segments = self.0.clone();
        for segment in back.0 {
            match segment {
                Segment::Move(p) if meets(p, segments.last()) => {}
                Segment::Move(p) => segments.push(Segment::Line(p)),
                other => segments.push(other),
            }
        }
        segments.push(Segment::Close);
        Path(segments)
    }

    /// The same line from its end to its start; the path must be in one piece.
    fn reversed(&self) -> Path {
        let mut points = Vec::with_capacity(self.0.len());
        let drawn = self.0.iter().filter(|s| !matches!(s, Segment::Close));
        let drawn: Vec<&Segment> = drawn.collect();
        for segment in &drawn {
            match **segment {
                Segment::Line(p) | Segment::Curve(_, _, p) | Segment::Move(p) => points.push(p),
                Segment::Arc(arc) => points.push(arc.to),
                Segment::Close => {}
            }
        }
        let mut segments: Vec<Segment> = points
            .last()
            .map(|&p| Segment::Move(p))
            .into_iter()
            .collect();
        for (index, segment) in drawn.iter().enumerate().skip(1).rev() {
            let to = points[index - 1];
            segments.push(match **segment {
                Segment::Curve(a, b, _) => Segment::Curve(b, a, to),
                Segment::Arc(arc) => Segment::Arc(Arc {
                    sweep: !arc.sweep,
                    to,
                    ..arc
                }),
                _ => Segment::Line(to),
            });
        }
        if drawn.len() < self.0.len() {
            segments.push(Segment::Close);
        }
        Path(segments)
    }

    /// Every piece turned clockwise, so that fills of overlapping pieces never cancel.
    pub fn clockwise(&self) -> Path {
        let mut pieces: Vec<Path> = Vec::new();
        for segment in &self.0 {
            match (segment, pieces.last_mut()) {
                (Segment::Move(_), _) | (_, None) => pieces.push(Path(vec![*segment])),
                (_, Some(piece)) => piece.0.push(*segment),
            }
        }
        let turned = pieces.into_iter().map(|piece| {
            let points = piece.samples();
            let next = points.iter().cycle().skip(1);
            let area: f64 = points
                .iter()
                .zip(next)
                .map(|(p, q)| p.x * q.y - q.x * p.y)
                .sum();
            if area < 0.0 { piece.reversed() } else { piece }
        });
        Path(turned.flat_map(|piece| piece.0).collect())
    }

    /// Points on the path, close enough to measure it.
    pub fn samples(&self) -> Vec<Point> {
        let mut points = Vec::new();
        let mut pen = at(0.0, 0.0);
        let mut start = pen;
        for segment in &self.0 {
            match *segment {
                Segment::Move(p) => {
                    start = p;
                    pen = p;
                }
                Segment::Line(p) => pen = p,
                Segment::Curve(a, b, p) => {
                    points.extend((1..16).map(|i| cubic(pen, a, b, p, f64::from(i) / 16.0)));
                    pen = p;
                }
                Segment::Arc(arc) => {
                    points.extend(along(pen, &arc));
                    pen = arc.to;
                }
                Segment::Close => pen = start,
            }
            points.push(pen);
        }
        points
    }
}

/// Whether the half outline ends on the axis, so that its image goes on from there.
fn meets(point: Point, last: Option<&Segment>) -> bool {
    let end = match last {
        Some(Segment::Move(p) | Segment::Line(p) | Segment::Curve(_, _, p)) => *p,
        Some(Segment::Arc(arc)) => arc.to,
        Some(Segment::Close) | None => return false,
    };
    (end - point).x.hypot((end - point).y) < 1e-6
}

fn cubic(p: Point, a: Point, b: Point, q: Point, t: f64) -> Point {
    let s = 1.0 - t;
    p * (s * s * s) + a * (3.0 * s * s * t) + b * (3.0 * s * t * t) + q * (t * t * t)
}

/// SVG 2, appendix B.2.4: from end points to centre, then 24 points along the arc.
fn along(from: Point, arc: &Arc) -> Vec<Point> {
    let (sin, cos) = arc.turn.to_radians().sin_cos();
    let half = (from - arc.to) * 0.5;
    let p = at(cos * half.x + sin * half.y, cos * half.y - sin * half.x);
    let (mut rx, mut ry) = (arc.radii.x.abs(), arc.radii.y.abs());
    if rx < 1e-9 || ry < 1e-9 {
        return Vec::new();
    }
    let excess = ((p.x / rx).powi(2) + (p.y / ry).powi(2)).sqrt();
    if 1.0 < excess {
        rx *= excess;
        ry *= excess;
    }
    let (px, py) = (p.x / rx, p.y / ry);
    let length = px * px + py * py;
    if length < 1e-12 {
        return Vec::new();
    }
    let mut root = ((1.0 - length) / length).max(0.0).sqrt();
    if arc.large == arc.sweep {
        root = -root;
    }
    let center = at(root * py, -root * px);
    let first = (py - center.y).atan2(px - center.x);
    let last = (-py - center.y).atan2(-px - center.x);
    let mut span = last - first;
    if arc.sweep && span < 0.0 {
        span += std::f64::consts::TAU;
    } else if !arc.sweep && 0.0 < span {
        span -= std::f64::consts::TAU;
    }
    let middle = (from + arc.to) * 0.5;
    (1..24)
        .map(|i| {
            let (s, c) = (first + span * f64::from(i) / 24.0).sin_cos();
            let (x, y) = (rx * (center.x + c), ry * (center.y + s));
            middle + at(cos * x - sin * y, sin * x + cos * y)
        })
        .collect()
}
