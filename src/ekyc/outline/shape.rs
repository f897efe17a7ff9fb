//! Whether a quadrilateral can be a page of a known kind, seen by a camera whose focal length nobody knows.

use crate::plane::{Quad, Rays};

/// What kind of page is looked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Expected {
    /// Any of the others.
    #[default]
    Any,
    /// The data page of a passport (TD3, ISO/IEC 7810 ID-3): 125 by 88 mm, the lines for machines below.
    Passport,
    /// A card (ID-1): 85.6 by 53.98 mm.
    Card,
    /// A sheet of A4 or its kin, upright or lying.
    Sheet,
}

/// How well a quadrilateral fits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fit {
    /// In deviations of a page well found, from the aspect and the right angles of the kind that it fits best.
    pub off: f32,
    /// Degrees between the page's normal and the line of sight.
    pub tilt: f32,
    /// Higher than wide.
    pub upright: bool,
}

/// Logarithms of width by height of known pages, lying, and whether they are ever seen upright: passports of 125 by
/// 88 mm, cards of 85.6 by 53.98 mm, sheets of one by the root of two.
const KINDS: [(f32, bool); 3] = [
    (0.350_98, false),
    (0.461_1, false),
    (std::f32::consts::LN_2 / 2.0, true),
];
/// Focal lengths by the picture's longer side: phones have 0.72 to 0.85, webcams to 1.1.
const FOCALS: [f32; 6] = [0.71, 0.77, 0.84, 0.92, 1.0, 1.1];
/// What a pixel in the reduced copy does to the logarithm of the aspect, and to the cosine between the sides.
const ASPECT_ROOM: f32 = 0.022;
const SKEW_ROOM: f32 = 0.025;

impl Expected {
    /// Width and height in millimeters of the page of this kind that fits best, as it lies in the picture.
    #[must_use]
    pub fn millimeters(self, quad: &Quad, size: (f32, f32)) -> Option<(f32, f32)> {
        let fits = [Self::Passport, Self::Card, Self::Sheet]
            .into_iter()
            .filter(|kind| self == Self::Any || self == *kind)
            .filter_map(|kind| Some((kind, kind.fit(quad, size)?)));
        let (kind, fit) = fits.min_by(|a, b| a.1.off.total_cmp(&b.1.off))?;
        Some(match kind {
            Self::Passport | Self::Any => (125.0, 88.0),
            Self::Card => (85.6, 53.98),
            Self::Sheet if fit.upright => (210.0, 297.0),
            Self::Sheet => (297.0, 210.0),
        })
    }

    /// How well this fits in a picture of this size. None where the corners are no quadrilateral.
    #[must_use]
    pub fn fit(self, quad: &Quad, size: (f32, f32)) -> Option<Fit> {
        let rays = Rays::of(quad, size.0, size.1)?;
        let kinds = match self {
            Self::Any => &KINDS[..],
            Self::Passport => &KINDS[..1],
            Self::Card => &KINDS[1..2],
            Self::Sheet => &KINDS[2..],
        };
        let mut best = (f32::MAX, FOCALS[0], false);
        for focal in FOCALS {
            let (aspect, skew) = rays.shape(focal)?;
            let upright = aspect < 0.0;
            let away = kinds
                .iter()
                .map(|(known, turns)| {
                    let aspect = if *turns { aspect.abs() } else { aspect };
                    (aspect - known).abs()
                })
                .fold(f32::MAX, f32::min);
            let off = (away / ASPECT_ROOM).powi(2) + (skew / SKEW_ROOM).powi(2);
            if off < best.0 {
                best = (off, focal, upright);
            }
        }
        let (off, focal, upright) = best;
        Some(Fit {
            off: off.sqrt(),
            tilt: rays.lie(focal)?.tilt,
            upright,
        })
    }
}
