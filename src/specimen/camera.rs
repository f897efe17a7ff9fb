//! Where the camera stands, and what it therefore sees where.

use crate::Chance;

/// Plane to picture: millimeters on the desk to pixels, and back.
#[derive(Clone, Copy, Debug)]
pub struct Camera {
    forth: [f64; 9],
    back: [f64; 9],
    /// Angle between the page's normal and the view, in degrees.
    pub tilt: f32,
}

/// How the page lies before the camera.
#[derive(Clone, Copy, Debug)]
pub struct Pose {
    /// Degrees by which the page leans away, and the direction of it.
    pub tilt: f32,
    pub lean: f32,
    /// Degrees by which the page is turned in the picture.
    pub roll: f32,
    /// The focal length by the picture's longer side.
    pub focal: f32,
    /// Share of the picture that the page takes, by the side where it fits tightest.
    pub fill: f32,
    /// Where the page's middle lies, -1 to 1 of the room that is left.
    pub shift: (f32, f32),
}

impl Pose {
    /// A pose within these limits.
    pub fn any(chance: &mut Chance, tilt: f32, roll: f32, fill: (f32, f32)) -> Self {
        Self {
            tilt: tilt * chance.unit().sqrt(),
            lean: chance.between(0.0, 360.0),
            roll: chance.between(-roll, roll),
            focal: chance.between(0.72, 1.1),
            fill: chance.between(fill.0, fill.1),
            shift: (chance.between(-1.0, 1.0), chance.between(-1.0, 1.0)),
        }
    }
}

fn times(a: &[f64; 9], b: &[f64; 9]) -> [f64; 9] {
    std::array::from_fn(|n| (0..3).map(|k| a[n / 3 * 3 + k] * b[k * 3 + n % 3]).sum())
}

fn inverse(m: &[f64; 9]) -> [f64; 9] {
    let minor = |a: usize, b: usize, c: usize, d: usize| m[a] * m[d] - m[b] * m[c];
    let adjoint = [
        minor(4, 5, 7, 8),
        -minor(1, 2, 7, 8),
        minor(1, 2, 4, 5),
        -minor(3, 5, 6, 8),
        minor(0, 2, 6, 8),
        -minor(0, 2, 3, 5),
        minor(3, 4, 6, 7),
        -minor(0, 1, 6, 7),
        minor(0, 1, 3, 4),
    ];
    let determinant = m[0] * adjoint[0] + m[1] * adjoint[3] + m[2] * adjoint[6];
    adjoint.map(|value| value / determinant)
}

impl Camera {
    /// The camera that sees a page of `page` millimeters in a picture of `picture` pixels in this pose.
    #[must_use]
    pub fn new(pose: &Pose, page: (f32, f32), picture: (u32, u32)) -> Self {
        let mut pose = *pose;
        // Moving a tilted page aside makes it larger on one side: then a little farther away.
        loop {
            let camera = Self::once(&pose, page, picture);
            let (left, top, right, bottom) = camera.bounds(page);
            let room = (f64::from(picture.0) - right).min(f64::from(picture.1) - bottom);
            if pose.fill > 0.97 || left.min(top).min(room) > 3.0 {
                return camera;
            }
            pose.fill *= 0.98;
        }
    }

    fn once(pose: &Pose, page: (f32, f32), picture: (u32, u32)) -> Self {
        let (width, height) = (f64::from(picture.0), f64::from(picture.1));
        let focal = f64::from(pose.focal) * width.max(height);
        let (page_w, page_h) = (f64::from(page.0), f64::from(page.1));
        let (tilt, lean, roll) = (
            f64::from(pose.tilt).to_radians(),
            f64::from(pose.lean).to_radians(),
            f64::from(pose.roll).to_radians(),
        );
        // Turn by `tilt` about an axis in the plane, then by `roll` about the line of sight.
        let (axis_x, axis_y) = (lean.cos(), lean.sin());
        let (s, c) = tilt.sin_cos();
        let turn = [
            c + axis_x * axis_x * (1.0 - c),
            axis_x * axis_y * (1.0 - c),
            axis_y * s,
            axis_x * axis_y * (1.0 - c),
            c + axis_y * axis_y * (1.0 - c),
            -axis_x * s,
            -axis_y * s,
            axis_x * s,
            c,
        ];
        let (s, c) = roll.sin_cos();
        let turn = times(&[c, -s, 0.0, s, c, 0.0, 0.0, 0.0, 1.0], &turn);
        let at = |distance: f64, move_x: f64, move_y: f64| {
            let center = |row: usize| -(turn[row * 3] * page_w + turn[row * 3 + 1] * page_h) / 2.0;
            let outer = [
                turn[0],
                turn[1],
                center(0) + move_x,
                turn[3],
                turn[4],
                center(1) + move_y,
                turn[6],
                turn[7],
                center(2) + distance,
            ];
            let inner = [
                focal,
                0.0,
                width / 2.0,
                0.0,
                focal,
                height / 2.0,
                0.0,
                0.0,
                1.0,
            ];
            let forth = times(&inner, &outer);
            Self {
                forth,
                back: inverse(&forth),
                tilt: pose.tilt,
            }
        };
        // The distance at which the page's projection takes its share of the picture.
        let mut distance = focal * (page_w / width).max(page_h / height) / f64::from(pose.fill);
        for _ in 0..4 {
            let (left, top, right, bottom) = at(distance, 0.0, 0.0).bounds(page);
            let taken = ((right - left) / width).max((bottom - top) / height);
            distance *= taken / f64::from(pose.fill);
        }
        let (left, top, right, bottom) = at(distance, 0.0, 0.0).bounds(page);
        let middle = ((left + right) / 2.0, (top + bottom) / 2.0);
        let rest = |room: f64, taken: f64| (room - taken).max(0.0) / 2.0 * 0.94;
        let wish_x = width / 2.0 - middle.0 + f64::from(pose.shift.0) * rest(width, right - left);
        let wish_y = height / 2.0 - middle.1 + f64::from(pose.shift.1) * rest(height, bottom - top);
        at(
            distance,
            wish_x * distance / focal,
            wish_y * distance / focal,
        )
    }

    fn bounds(&self, page: (f32, f32)) -> (f64, f64, f64, f64) {
        let corners = self.corners(page);
        let x = corners.map(|corner| f64::from(corner.0));
        let y = corners.map(|corner| f64::from(corner.1));
        let least = |of: [f64; 4]| of.into_iter().fold(f64::MAX, f64::min);
        let most = |of: [f64; 4]| of.into_iter().fold(f64::MIN, f64::max);
        (least(x), least(y), most(x), most(y))
    }

    /// The same view with everything moved by so many pixels.
    #[must_use]
    pub fn moved(&self, x: f32, y: f32) -> Self {
        let by = [
            1.0,
            0.0,
            f64::from(x),
            0.0,
            1.0,
            f64::from(y),
            0.0,
            0.0,
            1.0,
        ];
        let forth = times(&by, &self.forth);
        Self {
            forth,
            back: inverse(&forth),
            tilt: self.tilt,
        }
    }

    /// Millimeters to pixels.
    #[must_use]
    pub fn sees(&self, x: f32, y: f32) -> (f32, f32) {
        apply(&self.forth, f64::from(x), f64::from(y))
    }

    /// Pixels to millimeters.
    #[must_use]
    pub fn hits(&self, x: f32, y: f32) -> (f32, f32) {
        apply(&self.back, f64::from(x), f64::from(y))
    }

    /// The page's corners in the picture: top left, top right, bottom right, bottom left as printed.
    #[must_use]
    pub fn corners(&self, page: (f32, f32)) -> [(f32, f32); 4] {
        [(0.0, 0.0), (page.0, 0.0), page, (0.0, page.1)].map(|(x, y)| self.sees(x, y))
    }

    /// Pixels a millimeter at a place of the page, as the geometric mean over directions.
    #[must_use]
    pub fn scale_at(&self, x: f32, y: f32) -> f32 {
        let (here, right, down) = (
            self.sees(x, y),
            self.sees(x + 1.0, y),
            self.sees(x, y + 1.0),
        );
        let area = (right.0 - here.0) * (down.1 - here.1) - (right.1 - here.1) * (down.0 - here.0);
        area.abs().sqrt()
    }
}

fn apply(m: &[f64; 9], x: f64, y: f64) -> (f32, f32) {
    let w = m[6] * x + m[7] * y + m[8];
    let w = if w.abs() < 1e-9 { 1e-9 } else { w };
    (
        ((m[0] * x + m[1] * y + m[2]) / w) as f32,
        ((m[3] * x + m[4] * y + m[5]) / w) as f32,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_seen_is_hit_again() {
        let mut chance = Chance::new(3);
        for _ in 0..200 {
            let pose = Pose::any(&mut chance, 30.0, 20.0, (0.4, 0.95));
            let camera = Camera::new(&pose, (125.0, 88.0), (640, 480));
            for (x, y) in camera.corners((125.0, 88.0)) {
                assert!((0.0..640.0).contains(&x) && (0.0..480.0).contains(&y));
            }
            let (x, y) = camera.sees(17.0, 80.0);
            let (u, v) = camera.hits(x, y);
            assert!((u - 17.0).abs() < 1e-2 && (v - 80.0).abs() < 1e-2);
        }
    }
}
