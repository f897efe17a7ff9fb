//! Sums of slopes along all straight lines at once: what is too weak to be seen at any place shows along a whole side.

/// Strips are this wide, and sums go over two of them.
const STRIP: usize = 64;
/// Lines may enter a strip from this far outside the picture.
const ROOM: usize = 32;
/// A sum of less is met in noise and among rubble all the time: 64 for each of 128 pixels would be most.
const LEAST: i16 = 1200;
/// No more of the strongest are worth following.
const MOST: usize = 110;

/// A straight run of slopes of one kind across two strips of columns: its height at both ends, and the sum.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Seed {
    pub from: (f32, f32),
    pub to: (f32, f32),
    pub sum: i16,
}

/// What the sums are made in, kept for its memory only.
#[derive(Clone, Debug, Default)]
pub struct Radon {
    one: Vec<i16>,
    other: Vec<i16>,
}

impl Radon {
    /// The strongest runs, strongest first, among lines at most half a right angle away from the rows.
    ///
    /// `column` writes the slopes of a column, from its top. The sums follow Brady's fast transform: those of each
    /// strip are made of those of its halves, so that all lines together cost about as much as a few passes over the
    /// picture.
    pub fn seeds(
        &mut self,
        width: usize,
        height: usize,
        column: impl Fn(usize, &mut [i16]),
    ) -> Vec<Seed> {
        let rows = height + 2 * ROOM;
        let strips = width.div_ceil(STRIP).max(2);
        self.one.clear();
        self.one.resize(strips * STRIP * rows, 0);
        for (x, line) in self.one.chunks_mut(rows).enumerate().take(width) {
            column(x, &mut line[ROOM..ROOM + height]);
        }
        let mut wide = 1;
        while wide < STRIP {
            self.double(wide, rows);
            wide *= 2;
        }
        self.pick(strips, rows)
    }

    /// From strips of `wide` columns to strips twice as wide.
    fn double(&mut self, wide: usize, rows: usize) {
        let (lines, twice) = (2 * wide - 1, 4 * wide - 1);
        let strips = self.one.len() / (lines * rows);
        self.other.resize(strips / 2 * twice * rows, 0);
        for (strip, out) in self.other.chunks_mut(twice * rows).enumerate() {
            let half = |n: usize| &self.one[(2 * strip + n) * lines * rows..][..lines * rows];
            let (left, right) = (half(0), half(1));
            for (n, out) in out.chunks_mut(rows).enumerate() {
                let rise = n as isize - (2 * wide as isize - 1);
                let inner = (rise / 2 + wide as isize - 1) as usize;
                join(
                    &left[inner * rows..][..rows],
                    &right[inner * rows..][..rows],
                    rise - rise / 2,
                    out,
                );
            }
        }
        std::mem::swap(&mut self.one, &mut self.other);
    }

    /// Sums over pairs of strips, and the peaks among them.
    fn pick(&mut self, strips: usize, rows: usize) -> Vec<Seed> {
        let (lines, twice) = (2 * STRIP - 1, 4 * STRIP - 1);
        let mut seeds = Vec::new();
        self.other.resize(twice * rows, 0);
        for strip in 0..strips - 1 {
            let half = |n: usize| &self.one[(strip + n) * lines * rows..][..lines * rows];
            let (left, right) = (half(0), half(1));
            for (n, out) in self.other[..twice * rows].chunks_mut(rows).enumerate() {
                let rise = n as isize - (2 * STRIP as isize - 1);
                let inner = (rise / 2 + STRIP as isize - 1) as usize;
                join(
                    &left[inner * rows..][..rows],
                    &right[inner * rows..][..rows],
                    rise - rise / 2,
                    out,
                );
            }
            let sums = &self.other[..twice * rows];
            for n in 2..twice - 2 {
                let line = &sums[n * rows..(n + 1) * rows];
                for row in strong(line) {
                    if !peak(sums, rows, n, row) {
                        continue;
                    }
                    let x = (strip * STRIP) as f32;
                    let y = row as f32 - ROOM as f32;
                    let rise = n as f32 - (2 * STRIP - 1) as f32;
                    seeds.push(Seed {
                        from: (x, y),
                        to: (x + (2 * STRIP - 1) as f32, y + rise),
                        sum: line[row],
                    });
                }
            }
        }
        seeds.sort_by_key(|seed| std::cmp::Reverse(seed.sum.abs()));
        seeds.truncate(MOST);
        seeds
    }
}

/// The rows of sums that are worth a look, but for two at each end.
fn strong(line: &[i16]) -> impl Iterator<Item = usize> {
    let inner = &line[2..line.len() - 2];
    // Most runs of sixteen hold nothing.
    inner.chunks(16).enumerate().flat_map(|(n, run)| {
        let most = run.iter().fold(0, |most: i16, sum| most.max(sum.abs()));
        let rows = if most < LEAST { &[] } else { run };
        rows.iter()
            .enumerate()
            .filter(|(_, sum)| LEAST <= sum.abs())
            .map(move |(k, _)| 2 + 16 * n + k)
    })
}

/// The left line and the right one, `shift` rows lower; nothing lies outside.
fn join(left: &[i16], right: &[i16], shift: isize, out: &mut [i16]) {
    let rows = left.len();
    let by = shift.unsigned_abs().min(rows);
    out.copy_from_slice(left);
    let (out, right) = if shift >= 0 {
        (&mut out[..rows - by], &right[by..])
    } else {
        (&mut out[by..], &right[..rows - by])
    };
    for (sum, more) in out.iter_mut().zip(right) {
        *sum += more;
    }
}

/// No line nearly the same has a greater sum.
fn peak(sums: &[i16], rows: usize, n: usize, row: usize) -> bool {
    let at = n * rows + row;
    let size = sums[at].abs();
    (n - 2..=n + 2).all(|m| {
        let near = &sums[m * rows + row - 2..=m * rows + row + 2];
        near.iter()
            .enumerate()
            .all(|(k, sum)| sum.abs() < size || (sum.abs() == size && m * rows + row + k - 2 >= at))
    })
}
