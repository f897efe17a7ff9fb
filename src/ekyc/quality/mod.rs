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

impl Instruction {
    /// Stable, for words to be found by.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::ShowDocument => "show-document",
            Self::CutOff => "cut-off",
            Self::Nearer => "nearer",
            Self::TiltLess => "tilt-less",
            Self::TooDark => "too-dark",
            Self::TooBright => "too-bright",
            Self::Glare => "glare",
            Self::HoldStill => "hold-still",
        }
    }
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

    /// All that is wrong, the most pressing first.
    pub fn instructions(&self) -> impl Iterator<Item = Instruction> {
        let all = [
            (self.fill < LEAST_FILL, Instruction::Nearer),
            (self.light.lightest < LEAST_LIGHT, Instruction::TooDark),
            (self.light.burnt > MOST_BURNT, Instruction::TooBright),
            (self.tilt > MOST_TILT, Instruction::TiltLess),
            (self.light.spot > LEAST_GLARE, Instruction::Glare),
            (self.blur > MOST_BLUR, Instruction::HoldStill),
        ];
        let wrong = all.into_iter().filter(|(is_wrong, _)| *is_wrong);
        wrong.map(|(_, instruction)| instruction)
    }
}

/// What is measured of a picture, and what is to be done about it.
#[derive(Clone, Debug)]
pub struct Judged {
    /// None where no whole page was found.
    pub quality: Option<Quality>,
    /// All that is wrong, the most pressing first; nothing with a good picture.
    pub reasons: Vec<Instruction>,
    pub good: Option<Good>,
}

/// Measures and judges a picture by what was found in it.
#[must_use]
pub fn measure(picture: &Gray, sighting: &Sighting, expected: Expected) -> Judged {
    let refused = |reason| Judged {
        quality: None,
        reasons: vec![reason],
        good: None,
    };
    let outline = match sighting {
        Sighting::Nothing => {
            return refused(light::hides(picture).unwrap_or(Instruction::ShowDocument));
        }
        Sighting::Cut(_) => return refused(light::hides(picture).unwrap_or(Instruction::CutOff)),
        Sighting::Found(outline) => *outline,
    };
    let Some(quality) = Quality::of(picture, &outline, expected) else {
        return refused(Instruction::ShowDocument);
    };
    let reasons: Vec<Instruction> = quality.instructions().collect();
    let good = reasons.is_empty().then_some(Good { outline, expected });
    Judged {
        quality: Some(quality),
        reasons,
        good,
    }
}

/// The same in one word, for a frame of a camera.
#[must_use]
pub fn judge(picture: &Gray, sighting: &Sighting, expected: Expected) -> Verdict {
    let judged = measure(picture, sighting, expected);
    match (judged.good, judged.reasons.first()) {
        (Some(good), _) => Verdict::Good(good),
        (None, Some(reason)) => Verdict::Retake(*reason),
        (None, None) => Verdict::Retake(Instruction::ShowDocument),
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
                let sighting = Sighting::Found(outline);
                let judged = measure(&picture, &sighting, expected);
                prop_assert_eq!(judged.good.is_some(), judged.reasons.is_empty());
                let is_good = matches!(judge(&picture, &sighting, expected), Verdict::Good(_));
                prop_assert_eq!(judged.good.is_some(), is_good);
            }
        }
    }
}
