//! Whether a picture of a page is good enough to be read, and if not, the one thing to do about it.

mod light;
mod sharpness;

pub use light::Light;

use crate::{Expected, Gray, Outline, Page, Sighting};

/// The one thing to do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Instruction {
    /// There is no document to be seen.
    ShowDocument,
    /// A part of it lies outside.
    CutOff,
    /// It is too small in the picture.
    Nearer,
    TiltLess,
    TooDark,
    TooBright,
    /// A lamp is mirrored in it.
    Glare,
    /// Out of focus, or moved.
    HoldStill,
}

/// What became of a picture.
#[derive(Clone, Debug)]
pub enum Verdict {
    Good(Good),
    Retake(Instruction),
}

/// A picture that passed, with its outline: what a [`Page`] is made of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Good {
    outline: Outline,
    expected: Expected,
}

impl Good {
    #[must_use]
    pub fn outline(&self) -> &Outline {
        &self.outline
    }

    /// The page straightened from the picture that was judged, or from a larger one of the same view.
    #[must_use]
    pub fn page(&self, picture: &Gray) -> Option<Page> {
        Page::straighten(picture, &self.outline, self.expected)
    }
}

/// All that is measured of a page in a picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quality {
    /// Share of the picture that the page takes, on the side where it fits tightest.
    pub fill: f32,
    /// Degrees between the page's normal and the line of sight.
    pub tilt: f32,
    pub light: Light,
    /// Deviation of the blur of edges in the worst direction, in parts of the pitch of print for machines (2.54 mm).
    pub blur: f32,
}

/// Below this the finest print of a page that fills the picture of a usual camera has less than 300 dots an inch.
const LEAST_FILL: f32 = 0.55;
/// A page leaning more loses a tenth of its height and a tenth of its focus from side to side; of those found straight
/// none was measured so high.
const MOST_TILT: f32 = 24.0;
/// Even dark cards have light print: where the lightest hundredth of the page is darker, noise drowns the print.
const LEAST_LIGHT: f32 = 105.0;
/// White paper in good light is burnt out too; where this much is, the print fades.
const MOST_BURNT: f32 = 0.86;
/// A burnt spot of this share of the page hides a character.
const LEAST_GLARE: f32 = 0.012;
/// From 0.12 of the pitch on readers begin to invent; those measured as 0.1 have less in truth, or are smeared.
const MOST_BLUR: f32 = 0.1;

impl Quality {
    /// Measures the page of this outline; None where its corners are no page.
    #[must_use]
    pub fn of(picture: &Gray, outline: &Outline, expected: Expected) -> Option<Self> {
        let (width, height) = (picture.width() as f32, picture.height() as f32);
        let quad = &outline.quad;
        let fit = expected.fit(quad, (width, height))?;
        let size = expected.millimeters(quad, (width, height))?;
        let reach = |of: fn(&crate::Point) -> f32, room: f32| {
            let most = quad.0.iter().map(of).fold(f32::MIN, f32::max);
            (most - quad.0.iter().map(of).fold(f32::MAX, f32::min)) / room
        };
        let [top, right, bottom, left] = quad.sides();
        let scale = ((top + bottom) / size.0 * ((right + left) / size.1)).sqrt() / 2.0;
        Some(Self {
            fill: reach(|p| p.x, width).max(reach(|p| p.y, height)),
            tilt: fit.tilt,
            light: Light::of(picture, quad)?,
            // A page without any edge in it cannot be read.
            blur: sharpness::blur(picture, quad, 2.54 * scale)
                .map_or(1.0, |blur| blur / (2.54 * scale).max(1e-3)),
        })
    }

    /// The most pressing thing that is wrong.
    #[must_use]
    pub fn instruction(&self) -> Option<Instruction> {
        if self.fill < LEAST_FILL {
            Some(Instruction::Nearer)
        } else if self.light.lightest < LEAST_LIGHT {
            Some(Instruction::TooDark)
        } else if self.light.burnt > MOST_BURNT {
            Some(Instruction::TooBright)
        } else if self.tilt > MOST_TILT {
            Some(Instruction::TiltLess)
        } else if self.light.spot > LEAST_GLARE {
            Some(Instruction::Glare)
        } else if self.blur > MOST_BLUR {
            Some(Instruction::HoldStill)
        } else {
            None
        }
    }
}

/// Judges a picture by what was found in it.
#[must_use]
pub fn judge(picture: &Gray, sighting: &Sighting, expected: Expected) -> Verdict {
    let outline = match sighting {
        Sighting::Nothing => return Verdict::Retake(Instruction::ShowDocument),
        Sighting::Cut(_) => return Verdict::Retake(Instruction::CutOff),
        Sighting::Found(outline) => *outline,
    };
    match Quality::of(picture, &outline, expected).map(|quality| quality.instruction()) {
        None => Verdict::Retake(Instruction::ShowDocument),
        Some(Some(instruction)) => Verdict::Retake(instruction),
        Some(None) => Verdict::Good(Good { outline, expected }),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{Point, Quad};

    proptest! {
        #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_outline_in_any_picture_is_judged(
            corners in proptest::array::uniform4((-300.0_f32..900.0, -300.0_f32..900.0)),
            width in 1_u32..300,
            height in 1_u32..300,
            seed in any::<u32>(),
        ) {
            let pixels = (0..width * height).map(|n| (n.wrapping_mul(seed | 1) >> 7) as u8);
            let picture = Gray::new(width, height, pixels.collect()).unwrap();
            let outline = Outline {
                quad: Quad(corners.map(|(x, y)| Point { x, y })),
                score: 0.0,
                lighter: [true; 4],
            };
            for expected in [Expected::Any, Expected::Card] {
                let _ = judge(&picture, &Sighting::Found(outline), expected);
            }
        }
    }
}
