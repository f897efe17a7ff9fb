//! Thread designations, and threads as catalogues draw them.

use crate::Dimensions;
use crate::pen::{Ink, Point, Sketch};

/// Lines of a thread closer than this (frame units) would fill in at thumbnail size.
const CLOSEST: f64 = 4.2;

/// A screw thread: nominal diameter and pitch in millimetres.
#[derive(Clone, Copy, Debug)]
pub struct Thread {
    pub diameter: f64,
    pub pitch: f64,
}

impl Thread {
    /// The product's thread, else its diameter, else what is usual.
    pub fn of(dimensions: &Dimensions, usual: f64) -> Thread {
        let parsed = dimensions.code("thread").and_then(parse);
        let diameter = parsed
            .or_else(|| dimensions.number("diameter"))
            .unwrap_or(usual)
            .clamp(0.8, 200.0);
        let pitch = dimensions.or_within(
            "thread_pitch",
            coarse_pitch(diameter),
            diameter * 0.05,
            diameter * 0.4,
        );
        Thread { diameter, pitch }
    }

    pub fn radius(&self) -> f64 {
        self.diameter / 2.0
    }

    /// Crest and root lines of an outer thread about the axis through `from`.
    pub fn lines(&self, s: &mut Sketch, from: Point, length: f64, scale: f64) {
        let step = self.pitch.max(CLOSEST / scale);
        let (crest, root) = (self.radius(), self.radius() * 0.8);
        let lean = step * 0.22;
        let count = (length / step).min(120.0) as usize;
        for index in 0..count {
            let x = from.x + step * (index as f64 + 0.3);
            let (low, high) = (from.y + crest, from.y - crest);
            s.thin(format!("M{} {low}L{} {high}", x - lean, x + lean));
            let (low, high) = (from.y + root, from.y - root);
            let middle = x + step / 2.0;
            if middle + lean < from.x + length {
                s.thin(format!(
                    "M{} {low}L{} {high}",
                    middle - lean * 0.8,
                    middle + lean * 0.8
                ));
            }
        }
    }

    /// The end view of an inner thread: the bore, and three quarters of the nominal circle.
    pub fn bore(&self, s: &mut Sketch, center: Point) {
        let (x, y, r) = (center.x, center.y, self.radius());
        s.circle(Ink::Ring, x, y, r * 0.82);
        s.thin(format!("M{} {y}A{r} {r} 0 1 1 {x} {}", x + r, y - r));
    }
}

/// `M8`, `M10x1.25`, `1/4-20 UNC`, `#10-24`, `G1/2`, `PG13.5`, `ST4.8`: the nominal diameter.
fn parse(code: &str) -> Option<f64> {
    let code = code.trim().to_ascii_uppercase();
    let (inch, rest) = if let Some(number) = code.strip_prefix('#') {
        let number = leading(number)?;
        return Some((0.06 + 0.013 * number) * 25.4);
    } else if let Some(rest) = code.strip_prefix("PG") {
        return leading(rest).map(|size| size * 1.15 + 4.8);
    } else if let Some(rest) = code.strip_prefix("ST") {
        (false, rest)
    } else if let Some(rest) = code.strip_prefix('M') {
        (false, rest)
    } else if let Some(rest) = code.strip_prefix('G') {
        return fraction(rest).map(|size| size * 25.4 + 7.0);
    } else {
        (
            code.contains('/') || code.contains("UN") || code.contains('"'),
            code.as_str(),
        )
    };
    let value = if inch {
        fraction(rest)? * 25.4
    } else {
        leading(rest)?
    };
    (0.8..=200.0).contains(&value).then_some(value)
}

fn leading(text: &str) -> Option<f64> {
    let end = text
        .find(|c: char| !c.is_ascii_digit() && c != '.')
        .unwrap_or(text.len());
    text[..end].parse().ok()
}

fn fraction(text: &str) -> Option<f64> {
    let whole = leading(text)?;
    match text.split_once('/') {
        Some((_, below)) => Some(whole / leading(below)?),
        None => Some(whole),
    }
}

/// ISO 261 coarse pitches, near enough for drawing.
fn coarse_pitch(diameter: f64) -> f64 {
    diameter * 0.1 + 0.4
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(code: &str, diameter: f64) {
        let found = parse(code).expect(code);
        assert!((found - diameter).abs() < 0.05, "{code}: {found}");
    }

    #[test]
    fn designations_give_the_nominal_diameter() {
        check("M8", 8.0);
        check("M10x1.25", 10.0);
        check("1/4-20 UNC", 6.35);
        check("#10-24", 4.83);
        check("ST4.8", 4.8);
        check("6", 6.0);
    }

    #[test]
    fn nonsense_has_no_diameter() {
        assert!(parse("long").is_none());
        assert!(parse("M0").is_none());
        assert!(parse("1/0 UNC").is_none());
    }
}
