//! What light, lens and sensor do to a picture.

use crate::Chance;

/// A picture while it is being taken.
#[derive(Clone, Debug)]
pub struct Film {
    pub width: usize,
    pub height: usize,
    pub pixels: Vec<f32>,
}

impl Film {
    /// Changes each pixel by its place and tone.
    pub fn shade(&mut self, change: impl Fn(f32, f32, f32) -> f32) {
        for (row, line) in self.pixels.chunks_mut(self.width).enumerate() {
            for (column, pixel) in line.iter_mut().enumerate() {
                *pixel = change(column as f32 + 0.5, row as f32 + 0.5, *pixel);
            }
        }
    }

    /// Out of focus: a Gaussian of this deviation in pixels.
    pub fn defocus(&mut self, sigma: f32) {
        if sigma < 0.05 {
            return;
        }
        let reach = (3.0 * sigma).ceil() as usize;
        let weight = |n: usize| {
            let d = n as f32 - reach as f32;
            (-d * d / (2.0 * sigma * sigma)).exp()
        };
        let kernel: Vec<f32> = (0..=2 * reach).map(weight).collect();
        let sum: f32 = kernel.iter().sum();
        let kernel: Vec<f32> = kernel.iter().map(|w| w / sum).collect();
        self.along(&kernel, 1.0, 0.0);
        self.along(&kernel, 0.0, 1.0);
    }

    /// Moved while open: a straight smear of this length in pixels; `turn` in radians.
    pub fn motion(&mut self, length: f32, turn: f32) {
        let taps = (length.ceil() as usize * 2).max(1) | 1;
        let kernel = vec![1.0 / taps as f32; taps];
        let step = length / taps as f32;
        self.along(&kernel, step * turn.cos(), step * turn.sin());
    }

    fn along(&mut self, kernel: &[f32], step_x: f32, step_y: f32) {
        let (width, height) = (self.width as isize, self.height as isize);
        let source = std::mem::take(&mut self.pixels);
        let half = (kernel.len() / 2) as f32;
        let steps: Vec<(isize, isize, f32, f32, f32)> = kernel
            .iter()
            .enumerate()
            .map(|(n, weight)| {
                let (x, y) = ((n as f32 - half) * step_x, (n as f32 - half) * step_y);
                let (left, top) = (x.floor(), y.floor());
                (left as isize, top as isize, x - left, y - top, *weight)
            })
            .collect();
        let pixel = |x: isize, y: isize| {
            let (x, y) = (x.clamp(0, width - 1), y.clamp(0, height - 1));
            source[(y * width + x) as usize]
        };
        let whole = steps.iter().all(|step| step.2 == 0.0 && step.3 == 0.0);
        self.pixels = (0..width * height)
            .map(|at| {
                let (x, y) = (at % width, at / width);
                let mut sum = 0.0;
                for (dx, dy, part_x, part_y, weight) in &steps {
                    let (x, y) = (x + dx, y + dy);
                    let value = if whole {
                        pixel(x, y)
                    } else {
                        let upper = pixel(x, y) * (1.0 - part_x) + pixel(x + 1, y) * part_x;
                        let lower = pixel(x, y + 1) * (1.0 - part_x) + pixel(x + 1, y + 1) * part_x;
                        upper * (1.0 - part_y) + lower * part_y
                    };
                    sum += weight * value;
                }
                sum
            })
            .collect();
    }

    /// What the sensor adds: more in the light than in the dark, and half of it shared by neighbors, as after demosaicing.
    pub fn noise(&mut self, sigma: f32, chance: &mut Chance) {
        let width = self.width;
        let grain: Vec<f32> = self.pixels.iter().map(|_| chance.normal()).collect();
        for (at, pixel) in self.pixels.iter_mut().enumerate() {
            let near = |by: usize| grain[at.saturating_sub(by)];
            let own = 0.8 * grain[at] + 0.42 * near(1) + 0.42 * near(width);
            *pixel += sigma * (0.6 + 0.4 * (*pixel / 255.0).clamp(0.0, 1.0)) * own;
        }
    }

    /// Blocks of eight by eight rounded as JPEG does (ITU-T T.81, K.1) at this quality, 1 to 100.
    pub fn jpeg(&mut self, quality: f32) {
        const LUMA: [u8; 64] = [
            16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57,
            69, 56, 14, 17, 22, 29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55,
            64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100,
            103, 99,
        ];
        let scale = if quality < 50.0 {
            50.0 / quality
        } else {
            2.0 - quality / 50.0
        };
        let basis: [f32; 64] = std::array::from_fn(|n| {
            let (k, x) = ((n / 8) as f32, (n % 8) as f32);
            let norm = if n < 8 { 0.125_f32.sqrt() } else { 0.5 };
            norm * ((2.0 * x + 1.0) * k * std::f32::consts::PI / 16.0).cos()
        });
        let transform = |block: &[f32; 64], back: bool| -> [f32; 64] {
            let pass = |from: &[f32; 64]| -> [f32; 64] {
                // Rows, written transposed: twice gives both ways.
                std::array::from_fn(|n| {
                    let (k, row) = (n / 8, n % 8);
                    (0..8)
                        .map(|x| {
                            from[row * 8 + x] * basis[if back { x * 8 + k } else { k * 8 + x }]
                        })
                        .sum()
                })
            };
            pass(&pass(block))
        };
        for top in (0..self.height.saturating_sub(7)).step_by(8) {
            for left in (0..self.width.saturating_sub(7)).step_by(8) {
                let place = |n: usize| (top + n / 8) * self.width + left + n % 8;
                let block: [f32; 64] = std::array::from_fn(|n| self.pixels[place(n)] - 128.0);
                let mut turned = transform(&block, false);
                for (value, step) in turned.iter_mut().zip(LUMA) {
                    let step = (f32::from(step) * scale).max(1.0);
                    *value = (*value / step).round() * step;
                }
                for (n, value) in transform(&turned, true).into_iter().enumerate() {
                    self.pixels[place(n)] = value + 128.0;
                }
            }
        }
    }

    /// The bytes of the picture.
    #[must_use]
    pub fn develop(&self) -> Vec<u8> {
        let byte = |tone: &f32| (tone + 0.5).clamp(0.0, 255.0) as u8;
        self.pixels.iter().map(byte).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gentle_rounding_keeps_the_picture() {
        let pixels: Vec<f32> = (0..16 * 16).map(|n| (n * 37 % 200) as f32).collect();
        let mut film = Film {
            width: 16,
            height: 16,
            pixels: pixels.clone(),
        };
        film.jpeg(100.0);
        let worst = film.pixels.iter().zip(&pixels).map(|(a, b)| (a - b).abs());
        assert!(worst.fold(0.0, f32::max) < 3.0);
    }

    #[test]
    fn a_smear_keeps_the_light() {
        let mut film = Film {
            width: 40,
            height: 30,
            pixels: vec![0.0; 1200],
        };
        film.pixels[15 * 40 + 20] = 100.0;
        film.motion(6.0, 0.7);
        film.defocus(1.3);
        assert!((film.pixels.iter().sum::<f32>() - 100.0).abs() < 0.5);
    }
}
