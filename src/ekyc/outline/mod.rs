//! Where the document lies: edges, lines, four of them that make a page, and these to a fraction of a pixel.

mod edges;
mod lines;
mod quads;
mod refit;

use crate::{
    Gray,
    plane::{Point, Quad},
};
use edges::Edges;
use lines::Lines;
use quads::{Candidate, Quads};

/// A candidate with less is no document: of empty desks hardly one has more.
const ENOUGH: f32 = 1.0;
/// A page that is cut off needs as much, since a border of the picture proves nothing.
const ENOUGH_CUT: f32 = 1.0;

/// What a picture shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Sighting {
    Nothing,
    /// A document of which a part lies outside; these corners are guesses.
    Cut(Quad),
    Found(Outline),
}

/// Where a whole document lies.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outline {
    pub quad: Quad,
    /// How sure: 1.3 is just enough, 2 is without doubt.
    pub score: f32,
    /// Top, right, bottom, left: inside is lighter than outside.
    pub lighter: [bool; 4],
}

/// Finds documents, frame by frame; what it keeps between frames is memory only.
#[derive(Clone, Debug, Default)]
pub struct Finder {
    edges: Edges,
    lines: Lines,
    quads: Quads,
}

impl Finder {
    /// Where the document lies in this picture.
    pub fn find(&mut self, picture: &Gray) -> Sighting {
        self.edges.find(picture);
        self.lines.find(&self.edges);
        self.quads.find(&self.edges, &self.lines);
        let Some(best) = self.quads.best.first().copied() else {
            return Sighting::Nothing;
        };
        let whole = self.quads.best.iter().find(|other| !other.cut).copied();
        match (best.cut, whole) {
            (true, _) if best.score >= ENOUGH_CUT => Sighting::Cut(self.full(&best).quad),
            (false, Some(whole)) if whole.score >= ENOUGH => {
                let whole =
                    quads::lower_page(&whole, &self.lines.lying, &self.edges).unwrap_or(whole);
                let found = self.full(&whole);
                let outline = self.refine(picture, &found);
                if leaves(&outline.quad, picture) {
                    Sighting::Cut(outline.quad)
                } else {
                    Sighting::Found(outline)
                }
            }
            _ => Sighting::Nothing,
        }
    }

    /// The best candidates, best first, in pixels of the picture: for looking into.
    #[must_use]
    pub fn candidates(&self) -> Vec<(Quad, f32, bool)> {
        let full =
            |candidate: &Candidate| (self.full(candidate).quad, candidate.score, candidate.cut);
        self.quads.best.iter().map(full).collect()
    }

    fn full(&self, candidate: &Candidate) -> Candidate {
        let by = self.edges.factor as f32;
        let grown = |p: &Point| Point {
            x: (p.x + 0.5) * by,
            y: (p.y + 0.5) * by,
        };
        let quad = Quad(std::array::from_fn(|n| grown(&candidate.quad.0[n])));
        Candidate { quad, ..*candidate }
    }

    fn refine(&self, picture: &Gray, candidate: &Candidate) -> Outline {
        let by = self.edges.factor as f32;
        let mut quad = candidate.quad;
        let mut reach = 1.6 * by + 1.0;
        loop {
            quad = refit::refit(picture, &quad, &candidate.lighter, reach);
            if reach <= 3.0 {
                break;
            }
            reach = (reach / 3.0).max(2.5);
        }
        Outline {
            quad,
            score: candidate.score,
            lighter: candidate.lighter,
        }
    }
}

/// Some corner lies outside the picture, by more than its place is uncertain there.
fn leaves(quad: &Quad, picture: &Gray) -> bool {
    let (width, height) = (picture.width() as f32, picture.height() as f32);
    let room = 1.5 + width.min(height) / 480.0;
    quad.0
        .iter()
        .any(|p| p.x < -room || p.y < -room || p.x > width + room || p.y > height + room)
}

#[cfg(test)]
mod tests;
