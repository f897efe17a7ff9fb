//! What goes wrong when people photograph documents.

use crate::{Area, Chance, Sheet};

/// One thing wrong with an otherwise good picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// Nothing: sharp, well lit, near, flat.
    None,
    /// All blur together over 0.13 of the pitch of characters.
    Blur,
    /// Smeared by half a character and more.
    Motion,
    /// A highlight that wipes out part of a field.
    Glare,
    /// The page's margin below 62 of 255.
    Dark,
    /// The page's margin far over 255.
    Bright,
    /// The page takes less than 38 % of the picture.
    Far,
    /// Tilted by 30 degrees and more.
    Tilt,
    /// A part of the page lies outside.
    Cut,
    /// A finger over a field.
    Finger,
}

impl Flaw {
    pub const ALL: [Self; 10] = [
        Self::None,
        Self::Blur,
        Self::Motion,
        Self::Glare,
        Self::Dark,
        Self::Bright,
        Self::Far,
        Self::Tilt,
        Self::Cut,
        Self::Finger,
    ];

    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Blur => "blur",
            Self::Motion => "motion",
            Self::Glare => "glare",
            Self::Dark => "dark",
            Self::Bright => "bright",
            Self::Far => "far",
            Self::Tilt => "tilt",
            Self::Cut => "cut",
            Self::Finger => "finger",
        }
    }
}

/// A lamp mirrored in the page: an oval spot with a soft rim.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Glare {
    middle: (f32, f32),
    radius: (f32, f32),
    turn: f32,
    strength: f32,
}

/// A field that a reader needs, at random.
fn field(chance: &mut Chance, sheet: Option<&Sheet>) -> Option<Area> {
    let fields = &sheet?.fields;
    (!fields.is_empty()).then(|| chance.pick(fields).area)
}

impl Glare {
    pub(crate) fn new(
        chance: &mut Chance,
        flaw: Option<Flaw>,
        sheet: Option<&Sheet>,
        page: (f32, f32),
    ) -> Self {
        let wanted = flaw == Some(Flaw::Glare);
        let anywhere = (chance.between(0.0, page.0), chance.between(0.0, page.1));
        let middle = match field(chance, sheet).filter(|_| wanted) {
            Some(area) => (
                area.left + chance.between(0.2, 0.8) * area.width,
                area.top + chance.between(0.2, 0.8) * area.height,
            ),
            None => anywhere,
        };
        let size = page.0.min(page.1);
        let radius = size * chance.between(0.09, 0.22);
        Self {
            middle,
            radius: (radius, radius * chance.between(0.45, 1.0)),
            turn: chance.between(0.0, std::f32::consts::PI),
            strength: if wanted {
                chance.between(260.0, 420.0)
            } else {
                chance.between(40.0, 200.0)
            },
        }
    }

    /// Light added at a place of the page.
    pub(crate) fn at(&self, u: f32, v: f32) -> f32 {
        let (x, y) = (u - self.middle.0, v - self.middle.1);
        let (sin, cos) = self.turn.sin_cos();
        let across = (
            (x * cos + y * sin) / self.radius.0,
            (y * cos - x * sin) / self.radius.1,
        );
        let distance = across.0.hypot(across.1);
        self.strength * (-distance.powi(4) * 0.9).exp()
    }
}

/// A finger that comes in over the page's edge.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Finger {
    tip: (f32, f32),
    toward: (f32, f32),
    radius: f32,
    tone: f32,
}

impl Finger {
    pub(crate) fn new(
        chance: &mut Chance,
        flaw: Option<Flaw>,
        sheet: Option<&Sheet>,
    ) -> Option<Self> {
        let sheet = sheet.filter(|_| flaw == Some(Flaw::Finger))?;
        let area = field(chance, Some(sheet))?;
        let tip = (
            area.left + chance.between(0.1, 0.9) * area.width,
            area.top + chance.between(0.2, 0.8) * area.height,
        );
        // From the nearest edge, as hands hold.
        let (right, down) = (sheet.width_mm - tip.0, sheet.height_mm - tip.1);
        let nearest = tip.0.min(tip.1).min(right).min(down);
        let straight = if nearest == tip.0 {
            (-1.0, 0.0)
        } else if nearest == right {
            (1.0, 0.0)
        } else if nearest == down {
            (0.0, 1.0)
        } else {
            (0.0, -1.0)
        };
        let (sin, cos) = chance.between(-0.6, 0.6_f32).sin_cos();
        let toward = (
            straight.0 * cos - straight.1 * sin,
            straight.0 * sin + straight.1 * cos,
        );
        Some(Self {
            tip,
            toward,
            radius: chance.between(7.0, 10.5),
            tone: *chance.pick(&[70.0, 105.0, 140.0, 165.0, 185.0]),
        })
    }

    /// How far from the finger's axis, by its radius, and how far up the finger in millimeters.
    fn place(&self, u: f32, v: f32) -> (f32, f32) {
        // The tip's round end is centered one radius up.
        let (x, y) = (
            u - self.tip.0 - self.toward.0 * self.radius,
            v - self.tip.1 - self.toward.1 * self.radius,
        );
        let along = x * self.toward.0 + y * self.toward.1;
        let across = x * self.toward.1 - y * self.toward.0;
        let distance = if along > 0.0 {
            across.abs()
        } else {
            across.hypot(along)
        };
        (distance / self.radius, along)
    }

    pub(crate) fn hides(&self, u: f32, v: f32) -> bool {
        self.place(u, v).0 < 1.0
    }

    pub(crate) fn over(&self, u: f32, v: f32, under: f32) -> f32 {
        let (distance, along) = self.place(u, v);
        if distance < 1.0 {
            let round = (1.0 - distance * distance).sqrt();
            let nail =
                if (-0.5 * self.radius..0.6 * self.radius).contains(&along) && distance < 0.62 {
                    22.0
                } else {
                    0.0
                };
            let crease = if (along % 22.0 - 18.0).abs() < 0.6 {
                14.0
            } else {
                0.0
            };
            self.tone * (0.72 + 0.33 * round) + nail - crease
        } else {
            under * (1.0 - 0.35 * (1.0 - (distance - 1.0) * 3.0).max(0.0))
        }
    }
}
