//! Similarities of the plane: move, turn, scale alike in both directions, mirror.

use std::ops::{Add, Mul, Sub};

/// A point or a vector; y grows downwards, as in SVG.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    pub x: f64,
    pub y: f64,
}

/// Short for the many points of a drawing.
pub const fn at(x: f64, y: f64) -> Point {
    Point { x, y }
}

impl Add for Point {
    type Output = Point;
    fn add(self, other: Point) -> Point {
        at(self.x + other.x, self.y + other.y)
    }
}

impl Sub for Point {
    type Output = Point;
    fn sub(self, other: Point) -> Point {
        at(self.x - other.x, self.y - other.y)
    }
}

impl Mul<f64> for Point {
    type Output = Point;
    fn mul(self, factor: f64) -> Point {
        at(self.x * factor, self.y * factor)
    }
}

/// `x' = a x + c y + e`, `y' = b x + d y + f`; the linear part is always a similarity,
/// so that circles stay circles.
#[derive(Clone, Copy, Debug)]
pub struct Affine {
    a: f64,
    b: f64,
    c: f64,
    d: f64,
    e: f64,
    f: f64,
}

impl Affine {
    pub const IDENTITY: Affine = Affine {
        a: 1.0,
        b: 0.0,
        c: 0.0,
        d: 1.0,
        e: 0.0,
        f: 0.0,
    };

    pub fn shift(x: f64, y: f64) -> Affine {
        Affine {
            e: x,
            f: y,
            ..Affine::IDENTITY
        }
    }

    pub fn scale(factor: f64) -> Affine {
        Affine {
            a: factor,
            d: factor,
            ..Affine::IDENTITY
        }
    }

    /// Turns clockwise (as seen on the screen) about a centre.
    pub fn turn(degrees: f64, center: Point) -> Affine {
        let (sin, cos) = degrees.to_radians().sin_cos();
        Affine {
            a: cos,
            b: sin,
            c: -sin,
            d: cos,
            e: center.x - cos * center.x + sin * center.y,
            f: center.y - sin * center.x - cos * center.y,
        }
    }

    /// Mirrors left and right about the vertical line at `x`.
    pub fn mirror(x: f64) -> Affine {
        Affine {
            a: -1.0,
            e: 2.0 * x,
            ..Affine::IDENTITY
        }
    }

    /// Mirrors top and bottom about the horizontal line at `y`.
    pub fn flip(y: f64) -> Affine {
        Affine {
            d: -1.0,
            f: 2.0 * y,
            ..Affine::IDENTITY
        }
    }

    /// First `inner`, then this one.
    pub fn after(&self, inner: &Affine) -> Affine {
        let linear = |x: f64, y: f64| at(self.a * x + self.c * y, self.b * x + self.d * y);
        let first = linear(inner.a, inner.b);
        let second = linear(inner.c, inner.d);
        let origin = self.apply(at(inner.e, inner.f));
        Affine {
            a: first.x,
            b: first.y,
            c: second.x,
            d: second.y,
            e: origin.x,
            f: origin.y,
        }
    }

    pub fn apply(&self, point: Point) -> Point {
        at(
            self.a * point.x + self.c * point.y + self.e,
            self.b * point.x + self.d * point.y + self.f,
        )
    }

    pub fn factor(&self) -> f64 {
        self.a.hypot(self.b)
    }

    pub fn is_mirrored(&self) -> bool {
        self.a * self.d - self.b * self.c < 0.0
    }

    /// The turn of the x axis, in degrees.
    pub fn angle(&self) -> f64 {
        self.b.atan2(self.a).to_degrees()
    }
}
