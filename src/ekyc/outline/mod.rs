//! Where the document lies: slopes, lines, four of them that make a page, and these to a fraction of a pixel.

mod close;
mod fold;
mod four;
mod lines;
mod quads;
mod radon;
mod refit;
mod shape;
mod slopes;
mod weights;

use crate::{
    Gray,
    plane::{Point, Quad},
};
pub use close::SIGHTS;
use lines::Lines;
use quads::{Candidate, Quads};
pub use shape::Expected;
use slopes::{RIM, Slopes};
pub use weights::{HIDDEN, WEIGHTS, Weights};

/// A candidate with less is no document. At 0 it is as likely one as not; a page missed in one frame is found in the
/// next, and one imagined in one frame is gone in the next, so that both weigh about the same.
const ENOUGH: f32 = -1.0;
/// A page that is cut off, by what its lines are worth before a closer look: two plain sides and two borders have as
/// much. It is told of only where no whole page is found.
const ENOUGH_CUT: f32 = 0.6;
/// How far a side may be off before it is refitted, in pixels of the reduced copy.
const REACH: f32 = 3.0;
/// Candidates that are refitted and looked at again.
const TWICE: usize = 14;

/// Of two that lie one within the other, the outer has so much more area: else they are one and the same.
const LARGER: f32 = 1.03;

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
    /// How sure: the logarithm of how much likelier this is a page than that there is none.
    pub score: f32,
    /// Top, right, bottom, left: inside is lighter than outside.
    pub lighter: [bool; 4],
}

/// A candidate and what is seen of it: what the weights are taught from.
#[derive(Clone, Debug)]
pub struct Look {
    /// In pixels of the picture.
    pub quad: Quad,
    pub sights: [f32; SIGHTS],
}

#[derive(Clone, Debug)]
struct Close {
    score: f32,
    /// In pixels of the picture.
    candidate: Candidate,
    sights: [f32; SIGHTS],
}

/// Finds documents, frame by frame; what it keeps between frames is memory only.
#[derive(Clone, Debug)]
pub struct Finder {
    slopes: Slopes,
    lines: Lines,
    quads: Quads,
    close: Vec<Close>,
    glance: Weights,
    verdict: Weights,
}

impl Default for Finder {
    fn default() -> Self {
        Self::with(Weights::glance(), Weights::verdict())
    }
}

impl Finder {
    /// One with other weights, for teaching: those for candidates as they are drawn from lines, and those for refitted
    /// ones.
    #[must_use]
    pub fn with(glance: Weights, verdict: Weights) -> Self {
        Self {
            slopes: Slopes::default(),
            lines: Lines::default(),
            quads: Quads::default(),
            close: Vec::new(),
            glance,
            verdict,
        }
    }

    /// Where the document lies in this picture.
    pub fn find(&mut self, picture: &Gray, expected: Expected) -> Sighting {
        self.slopes.take(picture);
        self.lines.find(&self.slopes);
        self.quads.find(&self.slopes, &self.lines, expected);
        self.look(picture, expected);
        let cut = self.quads.cut.first();
        match (self.close.first(), cut) {
            (Some(best), _) if best.score >= ENOUGH => {
                let quad = self.refine(picture, &best.candidate.quad);
                if leaves(&quad, picture) {
                    return Sighting::Cut(quad);
                }
                Sighting::Found(Outline {
                    quad,
                    score: best.score,
                    lighter: best.candidate.lighter,
                })
            }
            (_, Some(cut)) if cut.score >= ENOUGH_CUT => Sighting::Cut(self.grown(&cut.quad)),
            _ => Sighting::Nothing,
        }
    }

    /// All candidates of the last picture at a glance, best first.
    #[must_use]
    pub fn at_a_glance(&self) -> Vec<Look> {
        let look = |candidate: &Candidate| Look {
            quad: self.grown(&candidate.quad),
            sights: close::look(&self.slopes, candidate),
        };
        self.quads.best.iter().map(look).collect()
    }

    /// The few that were refitted and looked at again, best first.
    #[must_use]
    pub fn closely(&self) -> Vec<Look> {
        let look = |close: &Close| Look {
            quad: close.candidate.quad,
            sights: close.sights,
        };
        self.close.iter().map(look).collect()
    }

    /// Chooses among candidates at a glance, refits the likeliest and looks again.
    fn look(&mut self, picture: &Gray, expected: Expected) {
        let glances = self.quads.best.iter().map(|candidate| {
            let sights = close::look(&self.slopes, candidate);
            Close {
                score: self.glance.score(&sights),
                candidate: *candidate,
                sights,
            }
        });
        let mut close: Vec<Close> = glances.collect();
        close.sort_by(|a, b| b.score.total_cmp(&a.score));
        close.truncate(TWICE);
        let by = self.slopes.factor as f32;
        let size = (picture.width() as f32, picture.height() as f32);
        self.close.clear();
        for mut close in close {
            let rough = self.grown(&close.candidate.quad);
            let full = refit::refit(picture, &rough, REACH * by, refit::QUICK, [false; 4]);
            let small = |p: &Point| Point {
                x: p.x / by - 0.5 + RIM as f32,
                y: p.y / by - 0.5 + RIM as f32,
            };
            // The corners of a true page now fit its kind to a third of a percent; others only by accident.
            let Some(fit) = expected.fit(&full, size) else {
                continue;
            };
            let refitted = Candidate {
                quad: Quad(std::array::from_fn(|n| small(&full.0[n]))),
                fit,
                ..close.candidate
            };
            close.sights = close::look(&self.slopes, &refitted);
            close.candidate = Candidate {
                quad: full,
                ..refitted
            };
            self.close.push(close);
        }
        for n in 0..self.close.len() {
            let (outer, inner) = self.around(n);
            let close = &mut self.close[n];
            close.sights[0] = close.score / 4.0;
            close.sights[SIGHTS - 2] = outer;
            close.sights[SIGHTS - 1] = inner;
        }
        for close in &mut self.close {
            close.score = self.verdict.score(&close.sights);
        }
        self.close.sort_by(|a, b| b.score.total_cmp(&a.score));
    }

    /// How likely at a glance the likeliest candidates around this one and within it are: a frame may be printed on a
    /// page, and a page may lie on another.
    fn around(&self, n: usize) -> (f32, f32) {
        let this = &self.close[n];
        let area = this.candidate.quad.area();
        let best = |is: &dyn Fn(&Quad) -> bool| {
            let others = self.close.iter().filter(|other| is(&other.candidate.quad));
            let score = others.map(|other| other.score).fold(-12.0, f32::max);
            (score / 4.0).clamp(-3.0, 3.0)
        };
        let quad = &this.candidate.quad;
        (
            best(&|other| LARGER * area < other.area() && other.holds(quad, 2.0)),
            best(&|other| LARGER * other.area() < area && quad.holds(other, 2.0)),
        )
    }

    /// From the reduced copy to the picture.
    fn grown(&self, quad: &Quad) -> Quad {
        let by = self.slopes.factor as f32;
        let grown = |p: &Point| Point {
            x: (p.x + 0.5 - RIM as f32) * by,
            y: (p.y + 0.5 - RIM as f32) * by,
        };
        Quad(std::array::from_fn(|n| grown(&quad.0[n])))
    }

    fn refine(&self, picture: &Gray, quad: &Quad) -> Quad {
        let reach = REACH * self.slopes.factor as f32;
        let (quad, folds) = fold::settle(picture, quad);
        let quad = refit::refit(picture, &quad, 0.8 * reach, refit::FINE, folds);
        refit::refit(picture, &quad, 0.4 * reach, refit::FINE, folds)
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
