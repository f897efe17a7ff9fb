//! What is asked for, and what then is true.

use crate::{Desk, Flaw, Paper};

/// How hard a picture is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// A careful person by day: tilt to 10 degrees, roll to 5, hardly any noise or blur, no shadow.
    Easy,
    /// Everyday pictures: tilt to 26 degrees, roll to 14, shadows, uneven light, exposure 0.55 to 1.12, noise 1 to 9,
    /// defocus to 1.4 pixels, a smear in a quarter and a highlight in a quarter of the pictures, JPEG quality 70 to 95.
    Usual,
    /// Evening light and shaky hands: tilt to 38 degrees, roll to 25, noise to 14, defocus to 2.2, JPEG from 40.
    Hard,
}

/// What is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Wish {
    pub size: (u32, u32),
    pub level: Level,
    /// None for no document at all.
    pub paper: Option<Paper>,
    pub desk: Desk,
    /// One thing wrong with an otherwise good picture; None leaves all to the level.
    pub flaw: Option<Flaw>,
    /// The page is the lower half of an open booklet.
    pub open: bool,
}

/// The truth about a picture. Corners in pixels from the picture's top left corner, pixel middles at halves.
#[derive(Clone, Debug)]
pub struct Truth {
    /// Top left, top right, bottom right, bottom left as printed; None where no document is.
    pub corners: Option<[(f32, f32); 4]>,
    pub paper: Option<Paper>,
    pub desk: Desk,
    pub flaw: Option<Flaw>,
    /// Some corner lies outside.
    pub cut: bool,
    pub tilt: f32,
    pub pixels_per_mm: f32,
    /// Deviation of all blur together, in pixels.
    pub blur: f32,
    /// Length of the smear in pixels.
    pub smear: f32,
    /// Share of the worst hit field that light has wiped out.
    pub glare: f32,
    /// Share of the worst hit field under a finger.
    pub covered: f32,
    /// The page's margin in the picture, 0 to 255.
    pub paper_tone: f32,
}
