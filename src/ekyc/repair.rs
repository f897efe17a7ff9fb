//! Check digits choose among what a recognizer saw, and never beyond it.

use zeroize::{Zeroize, Zeroizing};

/// What a place may hold, and how sure the recognizer is of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Candidate {
    pub letter: u8,
    /// Natural logarithm of the probability: 0 is certain, -0.7 is even.
    pub log_probability: f32,
}

/// How far check digits may be trusted to correct a reading.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limits {
    /// A place whose best character is less likely than this was not read, and the text with it.
    pub faintest: f32,
    /// The most likelihood that all changes together may cost.
    pub dearest: f32,
    /// How much dearer any other text with right check digits must be.
    pub margin: f32,
    /// The most places changed.
    pub changes: usize,
}

/// A text that is right in itself, mostly as it was read.
#[derive(Clone, PartialEq)]
pub struct Repaired {
    /// All characters, line after line.
    pub zone: Zeroizing<Vec<u8>>,
    /// Places that check digits decided against the likeliest character, ascending; to be shown to the person.
    pub changed: Vec<usize>,
}

/// Why nothing came of a reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unrepaired {
    /// The picture is blurred: check digits would pick one of many texts that fit.
    Blurred,
    /// Not as many places as there must be.
    Size,
    /// A place was not read surely enough, or holds nothing that may stand there.
    Unsure { at: usize },
    /// Nothing within the limits is right.
    Wrong,
    /// More than one is, and none is much likelier than the others.
    Ambiguous,
}

impl Default for Limits {
    /// In a trial on pictures that passed the gate for blur these let no wrong zone through; beyond that gate, 16 of 60
    /// accepted ones were consistent and wrong.
    fn default() -> Self {
        Self {
            faintest: -0.9,
            dearest: 4.0,
            margin: 1.0,
            changes: 2,
        }
    }
}

/// How many places are considered for a second change: the cheapest.
const SECOND_CHANGES: usize = 40;

/// One place that may be read otherwise.
#[derive(Clone, Copy)]
struct Change {
    at: usize,
    letter: u8,
    cost: f32,
}

/// A whole text that fits, and the changes that lead to it.
struct Fit {
    cost: f32,
    changes: Vec<Change>,
}

/// What was read, or what lies close to it and fits.
///
/// `allowed` is the grammar of places; `fits` says whether all together are right, told how many were changed. Only
/// characters that the recognizer offered are used, and nothing is accepted unless every other fit is less likely by a
/// margin; nothing at all if the picture is not sharp.
pub(crate) fn settle(
    places: &[Vec<Candidate>],
    is_sharp: bool,
    limits: Limits,
    allowed: impl Fn(usize) -> &'static [u8],
    fits: impl Fn(&[u8], usize) -> bool,
) -> Result<Repaired, Unrepaired> {
    if !is_sharp {
        return Err(Unrepaired::Blurred);
    }
    let mut read = Zeroizing::new(vec![b'<'; places.len()]);
    let mut others: Vec<Change> = Vec::new();
    for (at, candidates) in places.iter().enumerate() {
        let letters = allowed(at);
        let best = read_place(letters, candidates, limits).ok_or(Unrepaired::Unsure { at })?;
        read[at] = best.letter;
        let near = candidates
            .iter()
            .filter(|other| other.letter != best.letter && may_stand(letters, other));
        others.extend(near.filter_map(|other| {
            let cost = best.log_probability - other.log_probability;
            (cost <= limits.dearest + limits.margin).then_some(Change {
                at,
                letter: other.letter,
                cost,
            })
        }));
    }
    others.sort_by(|left, right| left.cost.total_cmp(&right.cost));
    let found = all_fits(&read, &others, limits, fits);
    // What was nearly read is as telling as what was.
    others.iter_mut().for_each(|change| change.letter.zeroize());
    let (best, rest) = found.split_first().ok_or(Unrepaired::Wrong)?;
    if rest
        .first()
        .is_some_and(|next| next.cost < best.cost + limits.margin)
    {
        return Err(Unrepaired::Ambiguous);
    }
    if limits.dearest < best.cost {
        return Err(Unrepaired::Wrong);
    }
    let mut changed: Vec<usize> = best.changes.iter().map(|change| change.at).collect();
    changed.sort_unstable();
    for change in &best.changes {
        read[change.at] = change.letter;
    }
    Ok(Repaired {
        zone: read,
        changed,
    })
}

fn may_stand(letters: &[u8], candidate: &Candidate) -> bool {
    // A probability that is no number is no probability.
    candidate.log_probability.is_finite() && letters.contains(&candidate.letter)
}

/// The likeliest character that may stand there, if the likeliest of all is likely enough.
fn read_place(letters: &[u8], candidates: &[Candidate], limits: Limits) -> Option<Candidate> {
    let is_likelier = |left: &&Candidate, right: &&Candidate| {
        left.log_probability.total_cmp(&right.log_probability)
    };
    let finite = candidates
        .iter()
        .filter(|candidate| candidate.log_probability.is_finite());
    let likeliest = finite.max_by(is_likelier)?;
    if likeliest.log_probability < limits.faintest {
        return None;
    }
    let best = candidates
        .iter()
        .filter(|candidate| may_stand(letters, candidate))
        .max_by(is_likelier)?;
    // What the grammar rules out may be told by a hair, as 0 from O; but not made up.
    (likeliest.log_probability - best.log_probability <= limits.dearest).then_some(*best)
}

/// All that fits, cheapest first.
fn all_fits(
    read: &[u8],
    others: &[Change],
    limits: Limits,
    fits: impl Fn(&[u8], usize) -> bool,
) -> Vec<Fit> {
    let mut zone = Zeroizing::new(read.to_vec());
    let mut found = Vec::new();
    let mut try_changes = |changes: &[Change]| {
        let cost: f32 = changes.iter().map(|change| change.cost).sum();
        if limits.changes < changes.len() || limits.dearest + limits.margin < cost {
            return;
        }
        for change in changes {
            zone[change.at] = change.letter;
        }
        if fits(&zone, changes.len()) {
            found.push(Fit {
                cost,
                changes: changes.to_vec(),
            });
        }
        for change in changes {
            zone[change.at] = read[change.at];
        }
    };
    try_changes(&[]);
    for change in others {
        try_changes(&[*change]);
    }
    let cheap = &others[..others.len().min(SECOND_CHANGES)];
    for (index, first) in cheap.iter().enumerate() {
        for second in cheap[index + 1..]
            .iter()
            .filter(|second| second.at != first.at)
        {
            try_changes(&[*first, *second]);
        }
    }
    found.sort_by(|left, right| left.cost.total_cmp(&right.cost));
    found
}

impl std::fmt::Debug for Repaired {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Repaired({} changed, redacted)", self.changed.len())
    }
}
