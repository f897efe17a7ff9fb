//! Points and quadrilaterals in a picture, and what a flat page says about how it lies.

/// A place in a picture, in pixels from its top left corner; the first pixel's middle is at a half.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    pub x: f32,
    pub y: f32,
}

/// Four corners, clockwise from the one at the top left of the picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quad(pub [Point; 4]);

/// The focal length by the picture's longer side where nobody knows better: phones have 0.72 to 0.85, webcams to 1.1.
const USUAL_FOCAL: f32 = 0.86;

/// How a rectangle lies that is seen as a quadrilateral, by a camera of usual focal length.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lie {
    /// Width by height.
    pub aspect: f32,
    /// Cosine between the sides: 0 for a true rectangle.
    pub skew: f32,
    /// Degrees between the page's normal and the line of sight.
    pub tilt: f32,
}

impl Quad {
    /// Area in square pixels.
    #[must_use]
    pub fn area(&self) -> f32 {
        let cross = |n: usize| {
            let (a, b) = (self.0[n], self.0[(n + 1) % 4]);
            a.x * b.y - b.x * a.y
        };
        (0..4).map(cross).sum::<f32>().abs() / 2.0
    }

    /// Lengths of the four sides: top, right, bottom, left.
    #[must_use]
    pub fn sides(&self) -> [f32; 4] {
        std::array::from_fn(|n| {
            let (a, b) = (self.0[n], self.0[(n + 1) % 4]);
            (b.x - a.x).hypot(b.y - a.y)
        })
    }

    /// Whether all corners of another lie within, or outside by `room` at most.
    #[must_use]
    pub fn holds(&self, other: &Self, room: f32) -> bool {
        (0..4).all(|n| {
            let (a, b) = (self.0[n], self.0[(n + 1) % 4]);
            let (dx, dy) = (b.x - a.x, b.y - a.y);
            let least = -room * dx.hypot(dy);
            let inward = |p: &Point| dx * (p.y - a.y) - dy * (p.x - a.x);
            other.0.iter().all(|p| least <= inward(p))
        })
    }

    /// Where the unit square's (0 to 1, 0 to 1) places lie in the picture: nine numbers, row by row.
    ///
    /// None where three corners lie on a line.
    #[must_use]
    pub fn from_unit(&self) -> Option<[f32; 9]> {
        let [a, b, c, d] = self.0;
        let (dx1, dy1) = (b.x - c.x, b.y - c.y);
        let (dx2, dy2) = (d.x - c.x, d.y - c.y);
        let (sx, sy) = (a.x - b.x + c.x - d.x, a.y - b.y + c.y - d.y);
        let determinant = dx1 * dy2 - dx2 * dy1;
        if determinant.abs() < 1e-3 {
            return None;
        }
        let g = (sx * dy2 - dx2 * sy) / determinant;
        let h = (dx1 * sy - sx * dy1) / determinant;
        let matrix = [
            b.x - a.x + g * b.x,
            d.x - a.x + h * d.x,
            a.x,
            b.y - a.y + g * b.y,
            d.y - a.y + h * d.y,
            a.y,
            g,
            h,
            1.0,
        ];
        matrix
            .iter()
            .all(|value| value.is_finite())
            .then_some(matrix)
    }

    /// How the rectangle lies, seen in a picture of this size. None where the corners are no quadrilateral.
    #[must_use]
    pub fn lie(&self, width: f32, height: f32) -> Option<Lie> {
        Rays::of(self, width, height)?.lie(USUAL_FOCAL)
    }
}

/// What the four corners say about how the rectangle lies, but for the camera's focal length.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Rays {
    across: [f32; 3],
    down: [f32; 3],
}

impl Rays {
    pub(crate) fn of(quad: &Quad, width: f32, height: f32) -> Option<Self> {
        let m = quad.from_unit()?;
        let unit = width.max(height);
        let ray = |column: usize| {
            let w = m[6 + column];
            let x = (m[column] - width / 2.0 * w) / unit;
            let y = (m[3 + column] - height / 2.0 * w) / unit;
            [x, y, w]
        };
        Some(Self {
            across: ray(0),
            down: ray(1),
        })
    }

    /// The logarithm of width by height, and the cosine between the sides, for a camera of this focal length.
    pub(crate) fn shape(&self, focal: f32) -> Option<(f32, f32)> {
        let by = 1.0 / (focal * focal);
        let dot = |a: [f32; 3], b: [f32; 3]| (a[0] * b[0] + a[1] * b[1]) * by + a[2] * b[2];
        let (wide, high) = (dot(self.across, self.across), dot(self.down, self.down));
        if wide < 1e-12 || high < 1e-12 {
            return None;
        }
        Some((
            (wide / high).ln() / 2.0,
            dot(self.across, self.down) / (wide * high).sqrt(),
        ))
    }

    /// How it lies for a camera of this focal length, by the picture's longer side.
    pub(crate) fn lie(&self, focal: f32) -> Option<Lie> {
        let scaled = |ray: [f32; 3]| [ray[0] / focal, ray[1] / focal, ray[2]];
        let (across, down) = (scaled(self.across), scaled(self.down));
        let dot = |a: [f32; 3], b: [f32; 3]| a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
        let (wide, high) = (dot(across, across).sqrt(), dot(down, down).sqrt());
        if wide < 1e-6 || high < 1e-6 {
            return None;
        }
        let normal = [
            across[1] * down[2] - across[2] * down[1],
            across[2] * down[0] - across[0] * down[2],
            across[0] * down[1] - across[1] * down[0],
        ];
        let length = dot(normal, normal).sqrt().max(1e-9);
        Some(Lie {
            aspect: wide / high,
            skew: dot(across, down) / (wide * high),
            tilt: (normal[2].abs() / length)
                .clamp(0.0, 1.0)
                .acos()
                .to_degrees(),
        })
    }
}

/// The place in the picture of a place in the unit square.
#[must_use]
pub fn seen(matrix: &[f32; 9], u: f32, v: f32) -> Point {
    let w = matrix[6] * u + matrix[7] * v + matrix[8];
    let w = if w.abs() < 1e-6 { 1e-6 } else { w };
    Point {
        x: (matrix[0] * u + matrix[1] * v + matrix[2]) / w,
        y: (matrix[3] * u + matrix[4] * v + matrix[5]) / w,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_straight_view_has_its_own_proportions() {
        let at = |x: f32, y: f32| Point { x, y };
        let quad = Quad([
            at(100.0, 100.0),
            at(400.0, 100.0),
            at(400.0, 300.0),
            at(100.0, 300.0),
        ]);
        let lie = quad.lie(640.0, 480.0).unwrap();
        assert!((lie.aspect - 1.5).abs() < 1e-3 && lie.skew.abs() < 1e-3 && lie.tilt < 0.5);
        let middle = seen(&quad.from_unit().unwrap(), 0.5, 0.5);
        assert!((middle.x - 250.0).abs() < 1e-3 && (middle.y - 200.0).abs() < 1e-3);
        assert!((quad.area() - 60_000.0).abs() < 1.0);
    }

    #[test]
    fn corners_on_a_line_are_no_page() {
        let at = |x: f32| Point { x, y: 2.0 * x };
        assert!(
            Quad([at(0.0), at(1.0), at(2.0), at(3.0)])
                .lie(9.0, 9.0)
                .is_none()
        );
    }
}
