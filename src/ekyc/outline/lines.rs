//! Straight lines among the edges, and how well each is supported where.

use super::edges::{Edges, TURN};

/// Directions of lines: half a turn.
const DIRECTIONS: usize = TURN / 2;
/// Lines drawn from the votes before they are weighed.
const CANDIDATES: usize = 90;
/// Lines kept of those that lie, and of those that stand.
pub const KEPT: usize = 22;
/// An edge belongs to a line when its direction is within this many parts of a turn: 17 degrees.
const ALIKE: i32 = 6;

/// A line: where it passes, and its unit direction.
#[derive(Clone, Debug, Default)]
pub struct Line {
    pub x: f32,
    pub y: f32,
    pub dx: f32,
    pub dy: f32,
    /// The steps along the line that lie in the picture, counted from (x, y).
    pub from: i32,
    /// How many places up to each step have an edge that gets lighter to the left of the direction.
    pub left: Vec<u16>,
    /// The same to the right.
    pub right: Vec<u16>,
    /// The longest solid piece: hits less twice the misses.
    pub solid: f32,
}

impl Line {
    /// Places with an edge between two steps, lighter to the left and lighter to the right.
    #[must_use]
    pub fn support(&self, from: f32, to: f32) -> (f32, f32) {
        let last = self.left.len() as i32 - 1;
        let at = |t: f32| ((t as i32).saturating_sub(self.from)).clamp(0, last.max(0)) as usize;
        if last < 1 || to <= from {
            return (0.0, 0.0);
        }
        let (a, b) = (at(from), at(to));
        (
            f32::from(self.left[b] - self.left[a]),
            f32::from(self.right[b] - self.right[a]),
        )
    }

    /// How far along the line it crosses another; None where they hardly cross.
    #[must_use]
    pub fn crossing(&self, other: &Self) -> Option<f32> {
        let cross = self.dx * other.dy - self.dy * other.dx;
        let (x, y) = (other.x - self.x, other.y - self.y);
        (cross.abs() > 0.5).then(|| (x * other.dy - y * other.dx) / cross)
    }

    fn in_picture(&self, width: usize, height: usize) -> Option<(i32, i32)> {
        let (mut low, mut high) = (-4000.0_f32, 4000.0_f32);
        for (at, by, most) in [(self.x, self.dx, width), (self.y, self.dy, height)] {
            let (near, far) = (3.0 - at, most as f32 - 4.0 - at);
            if by.abs() < 1e-4 {
                if near > 0.0 || far < 0.0 {
                    return None;
                }
                continue;
            }
            let (a, b) = (near / by, far / by);
            low = low.max(a.min(b));
            high = high.min(a.max(b));
        }
        (high - low > 12.0).then_some((low.ceil() as i32, high.floor() as i32))
    }
}

/// What lines are found with; kept for its memory only.
#[derive(Clone, Debug, Default)]
pub struct Lines {
    votes: Vec<u16>,
    hits: Vec<(i16, i8, bool)>,
    /// Lines within 50 degrees of lying.
    pub lying: Vec<Line>,
    /// Lines within 50 degrees of standing.
    pub standing: Vec<Line>,
}

impl Lines {
    pub fn find(&mut self, edges: &Edges) {
        self.lying.clear();
        self.standing.clear();
        if edges.edgels.is_empty() {
            return;
        }
        for (x, y, direction) in self.vote(edges) {
            let Some(mut line) = self.follow(edges, x, y, direction) else {
                continue;
            };
            if self.weigh(edges, &mut line) {
                let (lies, stands) = (line.dx.abs() > 0.642, line.dy.abs() > 0.642);
                let new = |kept: &Vec<Line>| !kept.iter().any(|other| same(other, &line));
                if lies && new(&self.lying) {
                    // One direction for all, so that left and right mean the same.
                    let line = if line.dx < 0.0 {
                        reversed(&line)
                    } else {
                        line.clone()
                    };
                    self.lying.push(line);
                }
                if stands && new(&self.standing) {
                    let line = if line.dy < 0.0 { reversed(&line) } else { line };
                    self.standing.push(line);
                }
            }
        }
        for kept in [&mut self.lying, &mut self.standing] {
            kept.sort_by(|a, b| b.solid.total_cmp(&a.solid));
            kept.truncate(KEPT);
        }
    }

    /// Each edge votes for the lines that it may lie on; the most voted ones as a place and a direction.
    fn vote(&mut self, edges: &Edges) -> Vec<(f32, f32, f32)> {
        let (width, height) = (edges.width as f32, edges.height as f32);
        let reach = (width.hypot(height) / 2.0) as i32 + 3;
        let columns = (2 * reach + 1) as usize;
        self.votes.clear();
        self.votes.resize(DIRECTIONS * columns, 0);
        let table: [(f32, f32); DIRECTIONS] = std::array::from_fn(|n| {
            let (sin, cos) = (n as f32 * std::f32::consts::PI / DIRECTIONS as f32).sin_cos();
            (cos, sin)
        });
        for edgel in &edges.edgels {
            let (x, y) = (
                f32::from(edgel.x) - width / 2.0,
                f32::from(edgel.y) - height / 2.0,
            );
            for by in 0..5 {
                let n = (usize::from(edgel.direction) + by + TURN - 2) % DIRECTIONS;
                let (cos, sin) = table[n];
                let distance = (x * cos + y * sin + reach as f32 + 0.5) as usize;
                let cell = &mut self.votes[n * columns + distance.min(columns - 1)];
                *cell = cell.saturating_add(u16::from(edgel.weight));
            }
        }
        let mut peaks: Vec<(u16, usize, usize)> = Vec::new();
        for n in 0..DIRECTIONS {
            for distance in 2..columns - 2 {
                let at = |n: usize, distance: usize| {
                    let base = n * columns + distance;
                    self.votes[base - 1] + 2 * self.votes[base] + self.votes[base + 1]
                };
                let here = at(n, distance);
                if here < 60 {
                    continue;
                }
                // Past half a turn the same line has the opposite distance.
                let near = |by: usize, distance: usize| {
                    let m = n + by;
                    if m == 0 {
                        at(DIRECTIONS - 1, columns - 1 - distance)
                    } else if m > DIRECTIONS {
                        at(0, columns - 1 - distance)
                    } else {
                        at(m - 1, distance)
                    }
                };
                let beaten = (distance - 1..=distance + 1)
                    .filter(|d| (2..columns - 2).contains(d))
                    .any(|d| near(0, d) > here || near(2, d) > here || near(1, d) > here);
                if !beaten {
                    peaks.push((here, n, distance));
                }
            }
        }
        peaks.sort_by_key(|peak| std::cmp::Reverse(peak.0));
        peaks.truncate(CANDIDATES);
        let place = |(_, n, distance): (u16, usize, usize)| {
            let (cos, sin) = table[n];
            let distance = distance as f32 - reach as f32;
            let angle = (n as f32) * std::f32::consts::PI / DIRECTIONS as f32;
            (
                width / 2.0 + cos * distance,
                height / 2.0 + sin * distance,
                angle,
            )
        };
        peaks.into_iter().map(place).collect()
    }

    /// The line through a voted place, moved to where its edges lie.
    fn follow(&mut self, edges: &Edges, x: f32, y: f32, normal: f32) -> Option<Line> {
        let (sin, cos) = normal.sin_cos();
        let mut line = Line {
            x,
            y,
            dx: -sin,
            dy: cos,
            ..Line::default()
        };
        for tolerance in [3, 2] {
            self.collect(edges, &line, tolerance)?;
            let (start, end, _) = solid(&self.hits);
            let piece = self.hits.get(start..end)?;
            let found = piece.iter().filter(|hit| hit.1 != i8::MAX);
            let (mut n, mut st, mut so, mut stt, mut sto) = (0.0_f32, 0.0, 0.0, 0.0, 0.0);
            for (t, offset, _) in found {
                let (t, offset) = (f32::from(*t), f32::from(*offset));
                n += 1.0;
                st += t;
                so += offset;
                stt += t * t;
                sto += t * offset;
            }
            let spread = n * stt - st * st;
            if n < 10.0 || spread < 1.0 {
                return None;
            }
            let slope = (n * sto - st * so) / spread;
            let shift = (so - slope * st) / n;
            // Offsets count along the normal, which is the direction turned to the left.
            let (nx, ny) = (-line.dy, line.dx);
            let length = (1.0 + slope * slope).sqrt();
            line.x += nx * shift;
            line.y += ny * shift;
            let (dx, dy) = (line.dx + nx * slope, line.dy + ny * slope);
            (line.dx, line.dy) = (dx / length, dy / length);
        }
        Some(line)
    }

    /// For each step along the line: the nearest fitting edge within `tolerance`, or none.
    fn collect(&mut self, edges: &Edges, line: &Line, tolerance: i32) -> Option<(i32, i32)> {
        let (from, to) = line.in_picture(edges.width, edges.height)?;
        let (nx, ny) = (-line.dy, line.dx);
        let parts = ny.atan2(nx) * TURN as f32 / std::f32::consts::TAU;
        let normal = (parts.round() as i32).rem_euclid(TURN as i32);
        let by_row = nx.abs() < ny.abs();
        let across = if by_row { edges.width as i32 } else { 1 };
        let sign = if by_row { ny.signum() } else { nx.signum() } as i32;
        // A step along a row or column is a little longer than across the line.
        let scale = nx.abs().max(ny.abs());
        const ORDER: [i32; 7] = [0, 1, -1, 2, -2, 3, -3];
        self.hits.clear();
        for t in from..=to {
            let x = (line.x + line.dx * t as f32 + 0.5) as i32;
            let y = (line.y + line.dy * t as f32 + 0.5) as i32;
            let base = y * edges.width as i32 + x;
            let mut hit = (t as i16, i8::MAX, false);
            for by in &ORDER[..1 + 2 * tolerance as usize] {
                let at = (base + by * sign * across) as usize;
                let Some(direction) = edges.map.get(at).copied().filter(|d| *d > 0) else {
                    continue;
                };
                let turn = (i32::from(direction) - 1 - normal).rem_euclid(TURN as i32);
                let half = TURN as i32 / 2;
                let away = (turn + half / 2).rem_euclid(half) - half / 2;
                if away.abs() <= ALIKE {
                    let lighter_left = turn <= ALIKE || turn >= TURN as i32 - ALIKE;
                    hit = (t as i16, (*by as f32 * scale).round() as i8, lighter_left);
                    break;
                }
            }
            self.hits.push(hit);
        }
        Some((from, to))
    }

    /// Counts the line's support; false where it has too little to matter.
    fn weigh(&mut self, edges: &Edges, line: &mut Line) -> bool {
        let Some((from, _)) = self.collect(edges, line, 1) else {
            return false;
        };
        let (start, end, score) = solid(&self.hits);
        if end - start < 16 || score < 10.0 {
            return false;
        }
        line.solid = score;
        line.from = from;
        let (mut left, mut right) = (0, 0);
        line.left = Vec::with_capacity(self.hits.len() + 1);
        line.right = Vec::with_capacity(self.hits.len() + 1);
        line.left.push(0);
        line.right.push(0);
        for (_, offset, lighter_left) in &self.hits {
            if *offset != i8::MAX {
                *(if *lighter_left { &mut left } else { &mut right }) += 1;
            }
            line.left.push(left);
            line.right.push(right);
        }
        true
    }
}

/// The piece with most hits of one kind over misses: where it starts, where it ends, and by how much.
fn solid(hits: &[(i16, i8, bool)]) -> (usize, usize, f32) {
    let mut best = (0, 0, 0.0);
    for kind in [false, true] {
        let (mut start, mut sum) = (0, 0.0_f32);
        for (n, (_, offset, lighter_left)) in hits.iter().enumerate() {
            sum += match (*offset == i8::MAX, *lighter_left == kind) {
                (false, true) => 1.0,
                (false, false) => -0.5,
                (true, _) => -1.2,
            };
            if sum <= 0.0 {
                (start, sum) = (n + 1, 0.0);
            } else if sum > best.2 {
                best = (start, n + 1, sum);
            }
        }
    }
    best
}

fn same(a: &Line, b: &Line) -> bool {
    let turn = (a.dx * b.dy - a.dy * b.dx).abs();
    let (x, y) = (b.x - a.x, b.y - a.y);
    // Measured where both are in the picture: at the second's foot.
    turn < 0.035 && (x * a.dy - y * a.dx).abs() < 2.0
}

fn reversed(line: &Line) -> Line {
    let flip = |counts: &[u16]| {
        let all = counts.last().copied().unwrap_or(0);
        counts.iter().rev().map(|count| all - count).collect()
    };
    let steps = line.left.len() as i32 - 1;
    Line {
        dx: -line.dx,
        dy: -line.dy,
        from: -(line.from + steps),
        left: flip(&line.right),
        right: flip(&line.left),
        ..line.clone()
    }
}
