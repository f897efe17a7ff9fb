//! Section hatching: parallel lines at 45°, cut to a polygon.

use super::affine::{Point, at};

/// Lines `spacing` apart that cover the polygon (even-odd).
pub fn lines(polygon: &[Point], spacing: f64) -> Vec<(Point, Point)> {
    let mut found = Vec::new();
    let along = |p: &Point| p.x + p.y;
    let low = polygon.iter().map(along).fold(f64::INFINITY, f64::min);
    let high = polygon.iter().map(along).fold(f64::NEG_INFINITY, f64::max);
    let step = spacing * std::f64::consts::SQRT_2;
    // A limit, so that no input can make it long.
    let count = ((high - low) / step).min(80.0) as usize;
    for index in 0..=count {
        let level = low + step * (index as f64 + 0.5);
        let mut crossings: Vec<Point> = (0..polygon.len())
            .filter_map(|i| crossing(polygon[i], polygon[(i + 1) % polygon.len()], level))
            .collect();
        crossings.sort_by(|a, b| a.x.total_cmp(&b.x));
        for pair in crossings.chunks_exact(2) {
            found.push((pair[0], pair[1]));
        }
    }
    found
}

/// Where the edge meets the line x + y = level.
fn crossing(from: Point, to: Point, level: f64) -> Option<Point> {
    let (a, b) = (from.x + from.y - level, to.x + to.y - level);
    if (a < 0.0) == (b < 0.0) {
        return None;
    }
    let t = a / (a - b);
    Some(at(
        from.x + (to.x - from.x) * t,
        from.y + (to.y - from.y) * t,
    ))
}
