//! Straight lines among the slopes, and how well each is supported where.

use super::{
    radon::{Radon, Seed},
    slopes::{FULL, Slopes},
};

/// Lines kept of those that lie, and of those that stand.
pub const KEPT: usize = 32;
/// A place speaks for a line when its slope is worth more than this share of a full one.
const USUAL: f32 = 0.25;
/// Lines with a shorter run are left out: half of what the shortest side of a page may be.
const SHORTEST: f32 = 8.0;

/// How far beside a line it is looked for a margin, in pixels of the reduced copy.
const BESIDE: [f32; 2] = [2.6, 4.0];
/// A line with changes of so many levels on both sides counts half.
const RUBBLE: f32 = 4.0;

/// A line: where it passes, and its unit direction.
#[derive(Clone, Debug, Default)]
pub struct Line {
    pub x: f32,
    pub y: f32,
    pub dx: f32,
    pub dy: f32,
    /// The steps along the line that lie in the picture, counted from (x, y).
    pub from: i32,
    /// How much lighter it gets across the line to the right of its direction (down, where it lies), summed up to each step.
    pub sums: Vec<f32>,
    /// The best run: what its places are worth beyond the usual.
    pub solid: f32,
}

impl Line {
    /// The last step in the picture.
    #[must_use]
    pub fn to(&self) -> i32 {
        self.from + self.sums.len() as i32 - 1
    }

    /// How much lighter it gets across the line between two steps: -1 to 1 for each step.
    #[must_use]
    pub fn sum(&self, from: f32, to: f32) -> f32 {
        let last = self.sums.len() as i32 - 1;
        if last < 1 || to <= from {
            return 0.0;
        }
        let at = |t: f32| ((t as i32).saturating_sub(self.from)).clamp(0, last) as usize;
        self.sums[at(to)] - self.sums[at(from)]
    }

    /// The sum up to a step.
    #[must_use]
    pub fn sum_to(&self, to: f32) -> f32 {
        let at = (to as i32)
            .saturating_sub(self.from)
            .clamp(0, self.sums.len() as i32 - 1);
        self.sums.get(at as usize).copied().unwrap_or(0.0)
    }

    /// How far along the line it crosses another; None where they hardly cross.
    #[must_use]
    pub fn crossing(&self, other: &Self) -> Option<f32> {
        let cross = self.dx * other.dy - self.dy * other.dx;
        let (x, y) = (other.x - self.x, other.y - self.y);
        (cross.abs() > 0.5).then(|| (x * other.dy - y * other.dx) / cross)
    }

    /// A place on the line.
    #[must_use]
    pub fn at(&self, t: f32) -> (f32, f32) {
        (self.x + self.dx * t, self.y + self.dy * t)
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
    radon: Radon,
    worth: Vec<f32>,
    /// Lines within half a right angle of lying, to the right.
    pub lying: Vec<Line>,
    /// Lines within half a right angle of standing, downward.
    pub standing: Vec<Line>,
}

impl Lines {
    pub fn find(&mut self, slopes: &Slopes) {
        self.lying.clear();
        self.standing.clear();
        let (width, height) = (slopes.width, slopes.height);
        if width == 0 {
            return;
        }
        let seeds = self.radon.seeds(width, height, |x, column| {
            for (y, slope) in column.iter_mut().enumerate() {
                *slope = slopes.down[y * width + x];
            }
        });
        let mut lying = std::mem::take(&mut self.lying);
        self.follow_all(slopes, &seeds, &mut lying);
        self.lying = lying;
        let seeds = self.radon.seeds(height, width, |y, row| {
            row.copy_from_slice(&slopes.across[y * width..(y + 1) * width]);
        });
        let turned = |seed: &Seed| Seed {
            from: (seed.from.1, seed.from.0),
            to: (seed.to.1, seed.to.0),
            // To the right of a way down is to the left.
            sum: -seed.sum,
        };
        let seeds: Vec<Seed> = seeds.iter().map(turned).collect();
        let mut standing = std::mem::take(&mut self.standing);
        self.follow_all(slopes, &seeds, &mut standing);
        self.standing = standing;
    }

    fn follow_all(&mut self, slopes: &Slopes, seeds: &[Seed], kept: &mut Vec<Line>) {
        for seed in seeds {
            let (dx, dy) = (seed.to.0 - seed.from.0, seed.to.1 - seed.from.1);
            let length = dx.hypot(dy);
            let rough = Line {
                x: seed.from.0,
                y: seed.from.1,
                dx: dx / length,
                dy: dy / length,
                ..Line::default()
            };
            if kept.iter().any(|line| same(line, &rough, length)) {
                continue;
            }
            let sign = f32::from(seed.sum.signum());
            if let Some(line) = self.follow(slopes, rough, sign, length)
                && !kept.iter().any(|other| same(other, &line, length))
            {
                kept.push(line);
            }
        }
        kept.sort_by(|a, b| b.solid.total_cmp(&a.solid));
        kept.truncate(KEPT);
    }

    /// The line of a seed, moved to where its slopes are steepest.
    fn follow(&mut self, slopes: &Slopes, mut line: Line, sign: f32, length: f32) -> Option<Line> {
        let (low, high) = line.in_picture(slopes.width, slopes.height)?;
        fit(
            slopes,
            &mut line,
            sign,
            3,
            (low.max(0), high.min(length as i32)),
        )?;
        let run = self.weigh(slopes, &mut line, sign)?;
        fit(slopes, &mut line, sign, 2, run)?;
        let run = self.weigh(slopes, &mut line, sign)?;
        let rough = rough(slopes, &line, run) / RUBBLE;
        line.solid /= 1.0 + rough * rough;
        (line.solid > SHORTEST).then_some(line)
    }

    /// Sums up the line's slopes; gives its best run of this sign.
    fn weigh(&mut self, slopes: &Slopes, line: &mut Line, sign: f32) -> Option<(i32, i32)> {
        let (low, high) = line.in_picture(slopes.width, slopes.height)?;
        let across = Across::of(line, slopes);
        self.worth.clear();
        line.from = low;
        line.sums.clear();
        line.sums.push(0.0);
        let (mut sum, mut run, mut start, mut best) = (0.0, 0.0_f32, low, (low, low, 0.0));
        for t in low..=high {
            let at = across.at(line, t);
            // Within a pixel: no page is quite flat, no lens quite straight.
            let worth = across.most(slopes, at);
            sum += worth;
            line.sums.push(sum);
            run += sign * worth - USUAL;
            if run <= 0.0 {
                (run, start) = (0.0, t + 1);
            } else if run > best.2 {
                best = (start, t, run);
            }
        }
        line.solid = best.2;
        (best.1 - best.0 >= 12).then_some((best.0, best.1))
    }
}

/// How to go across a line pixel by pixel.
struct Across {
    nx: f32,
    ny: f32,
    step: isize,
    width: isize,
    /// A step along a row or column is a little longer than across the line.
    scale: f32,
}

impl Across {
    fn of(line: &Line, slopes: &Slopes) -> Self {
        let (nx, ny) = (-line.dy, line.dx);
        let by_row = nx.abs() < ny.abs();
        let sign = if by_row { ny.signum() } else { nx.signum() } as isize;
        Self {
            nx,
            ny,
            step: sign * if by_row { slopes.width as isize } else { 1 },
            width: slopes.width as isize,
            scale: nx.abs().max(ny.abs()),
        }
    }

    fn at(&self, line: &Line, t: i32) -> isize {
        let (x, y) = line.at(t as f32);
        (y + 0.5) as isize * self.width + (x + 0.5) as isize
    }

    /// The worth within a pixel that is farthest from nothing.
    fn most(&self, slopes: &Slopes, at: isize) -> f32 {
        let (a, b, c) = (
            self.worth(slopes, at, -1),
            self.worth(slopes, at, 0),
            self.worth(slopes, at, 1),
        );
        let larger = |a: f32, b: f32| if a.abs() < b.abs() { b } else { a };
        larger(larger(a, b), c)
    }

    fn worth(&self, slopes: &Slopes, at: isize, by: isize) -> f32 {
        slopes.along((at + by * self.step) as usize, self.nx, self.ny) / FULL
    }
}

/// Moves the line to the middle of the slopes of this sign within `reach` pixels between two steps.
fn fit(slopes: &Slopes, line: &mut Line, sign: f32, reach: isize, run: (i32, i32)) -> Option<()> {
    let across = Across::of(line, slopes);
    let (mut n, mut st, mut so, mut stt, mut sto) = (0.0_f32, 0.0, 0.0, 0.0, 0.0);
    for t in run.0..=run.1 {
        let at = across.at(line, t);
        for by in -reach..=reach {
            let worth = (sign * across.worth(slopes, at, by)).max(0.0);
            let (weight, t, offset) = (worth * worth, t as f32, by as f32 * across.scale);
            n += weight;
            st += weight * t;
            so += weight * offset;
            stt += weight * t * t;
            sto += weight * t * offset;
        }
    }
    let spread = n * stt - st * st;
    if n < 3.0 || spread < 1.0 {
        return None;
    }
    let slope = (n * sto - st * so) / spread;
    let shift = (so - slope * st) / n;
    let length = (1.0 + slope * slope).sqrt();
    line.x += across.nx * shift;
    line.y += across.ny * shift;
    let (dx, dy) = (line.dx + across.nx * slope, line.dy + across.ny * slope);
    (line.dx, line.dy) = (dx / length, dy / length);
    Some(())
}

/// How much the tone changes along the calmer side of a run, in levels from place to place: a page has a margin, a line
/// of print has not.
fn rough(slopes: &Slopes, line: &Line, run: (i32, i32)) -> f32 {
    let (nx, ny) = (-line.dy, line.dx);
    [1.0, -1.0]
        .map(|side| {
            let (mut sum, mut n, mut last) = (0.0, 0.0_f32, None);
            for t in (run.0..=run.1).step_by(3) {
                let (x, y) = line.at(t as f32);
                let at = |by: f32| slopes.tone(x + nx * by * side, y + ny * by * side);
                let here = at(BESIDE[0]).zip(at(BESIDE[1])).map(|(a, b)| (a + b) / 2.0);
                if let Some((here, last)) = here.zip(last) {
                    sum += f32::abs(here - last);
                    n += 1.0;
                }
                last = here;
            }
            sum / n.max(1.0)
        })
        .into_iter()
        .fold(f32::MAX, f32::min)
}

/// Nearly one line over the length of a seed.
fn same(a: &Line, b: &Line, length: f32) -> bool {
    let off = |t: f32| {
        let (x, y) = b.at(t);
        ((x - a.x) * a.dy - (y - a.y) * a.dx).abs()
    };
    off(0.0) < 1.6 && off(length) < 1.6
}
