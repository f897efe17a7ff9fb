//! How well a quadrilateral meets another.

type Corners = [(f32, f32); 4];

/// Intersection over union of two convex quadrilaterals, both clockwise as seen with y down.
#[must_use]
pub fn overlap(a: &Corners, b: &Corners) -> f32 {
    let mut rest = a.to_vec();
    for n in 0..4 {
        let (from, to) = (b[n], b[(n + 1) % 4]);
        let side =
            |p: (f32, f32)| (to.0 - from.0) * (p.1 - from.1) - (to.1 - from.1) * (p.0 - from.0);
        let mut kept = Vec::with_capacity(8);
        for (n, here) in rest.iter().enumerate() {
            let next = rest[(n + 1) % rest.len()];
            let (before, after) = (side(*here), side(next));
            if before >= 0.0 {
                kept.push(*here);
            }
            if (before >= 0.0) != (after >= 0.0) {
                let t = before / (before - after);
                kept.push((
                    here.0 + t * (next.0 - here.0),
                    here.1 + t * (next.1 - here.1),
                ));
            }
        }
        rest = kept;
    }
    let common = area(&rest);
    common / (area(a) + area(b) - common).max(1e-6)
}

/// The farthest corner's distance from its truth, in pixels, whichever corner is called the first.
#[must_use]
pub fn farthest(found: &Corners, truth: &Corners) -> f32 {
    let turned = |by: usize| {
        let off = |n: usize| {
            let (a, b) = (found[n], truth[(n + by) % 4]);
            (a.0 - b.0).hypot(a.1 - b.1)
        };
        (0..4).map(off).fold(0.0, f32::max)
    };
    (0..4).map(turned).fold(f32::MAX, f32::min)
}

fn area(corners: &[(f32, f32)]) -> f32 {
    let cross = |n: usize| {
        let (a, b) = (corners[n], corners[(n + 1) % corners.len()]);
        a.0 * b.1 - b.0 * a.1
    };
    (0..corners.len()).map(cross).sum::<f32>().abs() / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_square_and_one_half_beside_it() {
        let square = |x: f32| [(x, 0.0), (x + 2.0, 0.0), (x + 2.0, 2.0), (x, 2.0)];
        assert!((overlap(&square(0.0), &square(0.0)) - 1.0).abs() < 1e-6);
        assert!((overlap(&square(0.0), &square(1.0)) - 1.0 / 3.0).abs() < 1e-6);
        assert_eq!(overlap(&square(0.0), &square(9.0)), 0.0);
        assert!((farthest(&square(1.0), &square(0.0)) - 1.0).abs() < 1e-6);
    }
}
