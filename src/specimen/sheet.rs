//! A page drawn flat, before any camera sees it.

use ekyc::{Expected, Gray};

/// What a page is by its size and its edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// The data page of a passport (TD3, ISO/IEC 7810 ID-3): 125 by 88 mm, square corners here.
    Passport,
    /// A card (ID-1): 85.6 by 53.98 mm, corners rounded with 3.18 mm.
    Card,
    /// A4: 210 by 297 mm, upright or lying.
    A4,
}

impl Paper {
    /// What a reader is told to look for.
    #[must_use]
    pub fn expected(self) -> Expected {
        match self {
            Self::Passport => Expected::Passport,
            Self::Card => Expected::Card,
            Self::A4 => Expected::Sheet,
        }
    }
}

/// A rectangle on the page, in millimeters from its top left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    pub left: f32,
    pub top: f32,
    pub width: f32,
    pub height: f32,
}

/// Something printed that a reader shall find.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// What it is, e.g. `mrz1`, `number`, `portrait`.
    pub name: &'static str,
    /// What is printed there; empty for a portrait.
    pub value: String,
    pub area: Area,
}

/// A page of nobody who exists.
#[derive(Clone, Debug)]
pub struct Sheet {
    pub paper: Paper,
    /// As many pixels a millimeter across as down.
    pub pixels: Gray,
    pub width_mm: f32,
    pub height_mm: f32,
    pub fields: Vec<Field>,
}

impl Sheet {
    /// How fine the drawing is.
    #[must_use]
    pub fn pixels_per_mm(&self) -> f32 {
        self.pixels.width() as f32 / self.width_mm
    }

    /// Radius of the corners in millimeters (ISO/IEC 7810, 5.1.1 for ID-1).
    #[must_use]
    pub fn corner_mm(&self) -> f32 {
        match self.paper {
            Paper::Card => 3.18,
            Paper::Passport | Paper::A4 => 0.0,
        }
    }
}
