//! Paths out, in as few bytes as the path language allows: relative, in tenths of a unit.

use super::affine::Point;
use super::path::{Path, Segment};

/// A coordinate in tenths of a frame unit: a fifth of a pixel at 480 px.
fn tenths(value: f64) -> i64 {
    (value * 10.0).round() as i64
}

/// A number with at most one decimal, without the zero before the point.
fn number(tenths: i64) -> String {
    let sign = if tenths < 0 { "-" } else { "" };
    let (whole, part) = (tenths.abs() / 10, tenths.abs() % 10);
    match (whole, part) {
        (whole, 0) => format!("{sign}{whole}"),
        (0, part) => format!("{sign}.{part}"),
        (whole, part) => format!("{sign}{whole}.{part}"),
    }
}

/// A number of a frame coordinate as attributes need it.
pub fn coordinate(value: f64) -> String {
    number(tenths(value))
}

/// Collects path data over several paths, so that one element can hold them all.
#[derive(Default)]
pub struct Writer {
    out: String,
    command: char,
    /// Whether the last number has a point already: then `.5` may follow unseparated.
    pointed: bool,
    pen: (i64, i64),
    start: (i64, i64),
}

impl Writer {
    pub fn finish(self) -> String {
        self.out
    }

    pub fn path(&mut self, path: &Path) {
        let mut pending = None;
        for segment in &path.0 {
            match *segment {
                Segment::Move(p) => pending = Some(p),
                Segment::Close => {
                    if pending.is_none() {
                        self.letter('z');
                        self.pen = self.start;
                    }
                }
                ref drawn => {
                    if let Some(p) = pending.take() {
                        self.start_at(p);
                    }
                    self.draw(drawn);
                }
            }
        }
    }

    fn start_at(&mut self, p: Point) {
        let to = (tenths(p.x), tenths(p.y));
        if self.out.is_empty() {
            self.letter('M');
            self.numbers(&[to.0, to.1]);
        } else {
            self.letter('m');
            self.numbers(&[to.0 - self.pen.0, to.1 - self.pen.1]);
            // Pairs after a relative move are relative lines.
            self.command = 'l';
        }
        self.pen = to;
        self.start = to;
    }

    fn draw(&mut self, segment: &Segment) {
        let (px, py) = self.pen;
        let relative = |p: Point| (tenths(p.x) - px, tenths(p.y) - py);
        let by = match *segment {
            Segment::Line(p) => {
                let by = relative(p);
                match by {
                    // A dot still shows, thanks to round caps.
                    (0, 0) => self.command('h', &[0]),
                    (x, 0) => self.command('h', &[x]),
                    (0, y) => self.command('v', &[y]),
                    (x, y) => self.command('l', &[x, y]),
                }
                by
            }
            Segment::Curve(a, b, p) => {
                let (a, b, by) = (relative(a), relative(b), relative(p));
                self.command('c', &[a.0, a.1, b.0, b.1, by.0, by.1]);
                by
            }
            Segment::Arc(arc) => {
                let by = relative(arc.to);
                let round = arc.radii.x == arc.radii.y;
                let turn = if round { 0 } else { tenths(arc.turn) };
                let (rx, ry) = (tenths(arc.radii.x), tenths(arc.radii.y));
                let flags = [i64::from(arc.large) * 10, i64::from(arc.sweep) * 10];
                self.command('a', &[rx, ry, turn, flags[0], flags[1], by.0, by.1]);
                by
            }
            Segment::Move(_) | Segment::Close => (0, 0),
        };
        self.pen = (px + by.0, py + by.1);
    }

    fn command(&mut self, letter: char, numbers: &[i64]) {
        if self.command != letter {
            self.letter(letter);
        }
        self.numbers(numbers);
    }

    fn letter(&mut self, letter: char) {
        self.out.push(letter);
        self.command = letter;
    }

    fn numbers(&mut self, numbers: &[i64]) {
        for &value in numbers {
            let text = number(value);
            let after_digit = self.out.ends_with(|c: char| c.is_ascii_digit());
            let stands_apart = text.starts_with('-') || (text.starts_with('.') && self.pointed);
            if after_digit && !stands_apart {
                self.out.push(' ');
            }
            self.pointed = text.contains('.');
            self.out.push_str(&text);
        }
    }
}
