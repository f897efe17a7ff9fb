//! The SVG path language in: every command, absolute and relative.

use super::affine::{Point, at};
use super::path::{Arc, Path, Segment};

/// Reads path data. Drawings are written by us, so a slip is a bug: it fails in debug
/// builds and cuts the path short in release builds.
pub fn read(text: &str) -> Path {
    let mut reader = Reader {
        rest: text,
        pen: at(0.0, 0.0),
        start: at(0.0, 0.0),
        control: None,
        segments: Vec::new(),
    };
    let whole = reader.run().is_some();
    debug_assert!(whole, "not a path: {text}");
    Path(reader.segments)
}

struct Reader<'a> {
    rest: &'a str,
    pen: Point,
    start: Point,
    /// The last control point, for the smooth commands.
    control: Option<Point>,
    segments: Vec<Segment>,
}

impl Reader<'_> {
    fn run(&mut self) -> Option<()> {
        let mut command = 'M';
        loop {
            self.skip();
            let Some(next) = self.rest.chars().next() else {
                return Some(());
            };
            if next.is_ascii_alphabetic() {
                command = next;
                self.rest = &self.rest[1..];
            } else if matches!(command, 'z' | 'Z') {
                return None;
            }
            self.step(command)?;
            command = match command {
                'M' => 'L',
                'm' => 'l',
                other => other,
            };
        }
    }

    fn step(&mut self, command: char) -> Option<()> {
        let base = if command.is_ascii_lowercase() {
            self.pen
        } else {
            at(0.0, 0.0)
        };
        let smooth = self.control.take();
        let reflected = smooth.map_or(self.pen, |c| self.pen * 2.0 - c);
        match command.to_ascii_uppercase() {
            'M' => {
                self.pen = base + self.point()?;
                self.start = self.pen;
                self.segments.push(Segment::Move(self.pen));
            }
            'L' => {
                let to = base + self.point()?;
                self.line(to);
            }
            'H' => {
                let to = at(base.x + self.number()?, self.pen.y);
                self.line(to);
            }
            'V' => {
                let to = at(self.pen.x, base.y + self.number()?);
                self.line(to);
            }
            'C' => {
                let a = base + self.point()?;
                let b = base + self.point()?;
                let to = base + self.point()?;
                self.curve(a, b, to);
            }
            'S' => {
                let b = base + self.point()?;
                let to = base + self.point()?;
                self.curve(reflected, b, to);
            }
            'Q' => {
                let q = base + self.point()?;
                let to = base + self.point()?;
                let a = self.pen + (q - self.pen) * (2.0 / 3.0);
                let b = to + (q - to) * (2.0 / 3.0);
                self.curve(a, b, to);
                self.control = Some(q);
            }
            'T' => {
                let to = base + self.point()?;
                let a = self.pen + (reflected - self.pen) * (2.0 / 3.0);
                let b = to + (reflected - to) * (2.0 / 3.0);
                self.curve(a, b, to);
                self.control = Some(reflected);
            }
            'A' => {
                let radii = self.point()?;
                let turn = self.number()?;
                let large = self.flag()?;
                let sweep = self.flag()?;
                let to = base + self.point()?;
                self.pen = to;
                self.segments.push(Segment::Arc(Arc {
                    radii,
                    turn,
                    large,
                    sweep,
                    to,
                }));
            }
            'Z' => {
                self.pen = self.start;
                self.segments.push(Segment::Close);
            }
            _ => return None,
        }
        Some(())
    }

    fn line(&mut self, to: Point) {
        self.pen = to;
        self.segments.push(Segment::Line(to));
    }

    fn curve(&mut self, a: Point, b: Point, to: Point) {
        self.pen = to;
        self.control = Some(b);
        self.segments.push(Segment::Curve(a, b, to));
    }

    fn skip(&mut self) {
        self.rest = self
            .rest
            .trim_start_matches(|c: char| c.is_ascii_whitespace() || c == ',');
    }

    fn point(&mut self) -> Option<Point> {
        Some(at(self.number()?, self.number()?))
    }

    fn flag(&mut self) -> Option<bool> {
        self.skip();
        let flag = match self.rest.chars().next()? {
            '0' => false,
            '1' => true,
            _ => return None,
        };
        self.rest = &self.rest[1..];
        Some(flag)
    }

    fn number(&mut self) -> Option<f64> {
        self.skip();
        let mut dot = false;
        let mut end = 0;
        for (index, c) in self.rest.char_indices() {
            match c {
                '-' if index == 0 => {}
                '0'..='9' => {}
                '.' if !dot => dot = true,
                _ => break,
            }
            end = index + 1;
        }
        let value = self.rest[..end].parse().ok()?;
        self.rest = &self.rest[end..];
        Some(value)
    }
}
