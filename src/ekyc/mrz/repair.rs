use domain::Date;
use zeroize::{Zeroize, Zeroizing};

use super::{layout::Format, read::inspect};

/// What a place of the zone may hold, and how sure the recognizer is of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Candidate {
    pub letter: u8,
    /// Natural logarithm of the probability: 0 is certain, -0.7 is even.
    pub log_probability: f32,
}

/// How far check digits may be trusted to correct a reading.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limits {
    /// A place whose best character is less likely than this was not read, and the zone with it.
    pub faintest: f32,
    /// The most likelihood that all changes together may cost.
    pub dearest: f32,
    /// How much dearer any other zone with right check digits must be.
    pub margin: f32,
    /// The most places changed.
    pub changes: usize,
}

/// A zone that is right in itself, mostly as it was read.
#[derive(Clone, PartialEq)]
pub struct Repaired {
    /// All characters, line after line.
    pub zone: Zeroizing<Vec<u8>>,
    /// Places that check digits decided against the likeliest character, ascending; to be shown to the person.
    pub changed: Vec<usize>,
}

/// Why no zone came of a reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unrepaired {
    /// The picture is blurred: check digits would pick one of many zones that fit.
    Blurred,
    /// Not as many places as the format has.
    Size,
    /// A place was not read surely enough, or holds nothing that may stand there.
    Unsure { at: usize },
    /// No zone within the limits is right.
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

/// A whole zone that fits, and the changes that lead to it.
struct Fit {
    cost: f32,
    changes: Vec<Change>,
}

/// The zone that was read, or the one close to it that its check digits point to.
///
/// Only characters that the recognizer itself offered are used: nothing is invented. If the picture did not pass the gate
/// for blur (`is_sharp`), nothing is repaired or accepted. A zone is returned only when every other one that is right in
/// itself is less likely by a margin; that holds too for characters that check digits cannot tell apart, such as `0` and
/// `A`.
///
/// `places` are those of all lines, each with its candidates in any order.
///
/// # Errors
/// See [`Unrepaired`].
pub fn repair(
    format: Format,
    places: &[Vec<Candidate>],
    is_sharp: bool,
    limits: Limits,
    today: Date,
) -> Result<Repaired, Unrepaired> {
    if !is_sharp {
        return Err(Unrepaired::Blurred);
    }
    if places.len() != format.lines() * format.width() {
        return Err(Unrepaired::Size);
    }
    let mut read = Zeroizing::new(vec![b'<'; places.len()]);
    let mut others: Vec<Change> = Vec::new();
    for (at, candidates) in places.iter().enumerate() {
        let best = read_place(format, at, candidates, limits).ok_or(Unrepaired::Unsure { at })?;
        read[at] = best.letter;
        let near = candidates
            .iter()
            .filter(|other| other.letter != best.letter && may_stand(format, at, other));
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
    let fits = all_fits(format, &read, &others, limits, today);
    others.zeroize_all();
    let (best, rest) = fits.split_first().ok_or(Unrepaired::Wrong)?;
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

fn may_stand(format: Format, at: usize, candidate: &Candidate) -> bool {
    // A probability that is no number is no probability.
    candidate.log_probability.is_finite() && format.allowed(at).contains(&candidate.letter)
}

/// The likeliest character that may stand there, if the likeliest of all is likely enough.
fn read_place(
    format: Format,
    at: usize,
    candidates: &[Candidate],
    limits: Limits,
) -> Option<Candidate> {
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
        .filter(|candidate| may_stand(format, at, candidate))
        .max_by(is_likelier)?;
    // What the grammar rules out may be told by a hair, as 0 from O; but not made up.
    (likeliest.log_probability - best.log_probability <= limits.dearest).then_some(*best)
}

/// Zones that are right in themselves, cheapest first.
fn all_fits(
    format: Format,
    read: &[u8],
    others: &[Change],
    limits: Limits,
    today: Date,
) -> Vec<Fit> {
    let mut zone = Zeroizing::new(read.to_vec());
    let mut fits = Vec::new();
    let mut try_changes = |changes: &[Change]| {
        let cost: f32 = changes.iter().map(|change| change.cost).sum();
        if limits.changes < changes.len() || limits.dearest + limits.margin < cost {
            return;
        }
        for change in changes {
            zone[change.at] = change.letter;
        }
        if inspect(format, &zone, today).is_ok() {
            fits.push(Fit {
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
    fits.sort_by(|left, right| left.cost.total_cmp(&right.cost));
    fits
}

/// What was nearly read is as telling as what was.
trait ZeroizeAll {
    fn zeroize_all(&mut self);
}

impl ZeroizeAll for Vec<Change> {
    fn zeroize_all(&mut self) {
        for change in self {
            change.letter.zeroize();
        }
    }
}

impl std::fmt::Debug for Repaired {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Repaired({} changed, redacted)", self.changed.len())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::mrz::tests::today;

    const ZONE: &[u8] =
        b"P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408122F1204159ZE184226B<<<<<10";

    fn sure(letter: u8) -> Vec<Candidate> {
        vec![Candidate {
            letter,
            log_probability: -0.01,
        }]
    }

    fn between(likelier: u8, other: u8) -> Vec<Candidate> {
        [(likelier, -0.4), (other, -1.1)]
            .map(|(letter, log_probability)| Candidate {
                letter,
                log_probability,
            })
            .to_vec()
    }

    fn read() -> Vec<Vec<Candidate>> {
        ZONE.iter().map(|letter| sure(*letter)).collect()
    }

    #[track_caller]
    fn check(places: &[Vec<Candidate>], expected: Result<&[usize], Unrepaired>) {
        let found = repair(Format::Td3, places, true, Limits::default(), today());
        if let Ok(repaired) = &found {
            assert_eq!(&repaired.zone[..], ZONE);
        }
        assert_eq!(
            found.map(|repaired| repaired.changed),
            expected.map(<[usize]>::to_vec)
        );
    }

    #[test]
    fn what_is_right_is_left_alone() {
        check(&read(), Ok(&[]));
    }

    #[test]
    fn check_digits_choose_among_what_was_seen() {
        let mut places = read();
        places[58] = between(b'9', b'4');
        check(&places, Ok(&[58]));
        places[47] = between(b'6', b'8');
        check(&places, Ok(&[47, 58]));
        places[66] = between(b'7', b'2');
        check(&places, Err(Unrepaired::Wrong));
    }

    #[test]
    fn grammar_decides_before_check_digits() {
        let mut places = read();
        places[57] = between(b'T', b'7');
        places[7] = between(b'1', b'I');
        check(&places, Ok(&[]));
        places[57] = sure(b'T');
        check(&places, Err(Unrepaired::Unsure { at: 57 }));
    }

    #[test]
    fn nothing_is_invented() {
        let mut places = read();
        places[58] = sure(b'9');
        check(&places, Err(Unrepaired::Wrong));
        places[58] = Vec::new();
        check(&places, Err(Unrepaired::Unsure { at: 58 }));
        places[58] = vec![Candidate {
            letter: b'4',
            log_probability: -1.0,
        }];
        check(&places, Err(Unrepaired::Unsure { at: 58 }));
        places[58] = vec![Candidate {
            letter: b'4',
            log_probability: f32::NAN,
        }];
        check(&places, Err(Unrepaired::Unsure { at: 58 }));
    }

    #[test]
    fn what_check_digits_cannot_tell_apart_is_refused_unless_seen_clearly() {
        let mut places = read();
        // 8 and I are worth the same.
        places[45] = between(b'8', b'I');
        check(&places, Err(Unrepaired::Ambiguous));
        places[45][1].log_probability = -3.0;
        check(&places, Ok(&[]));
    }

    #[test]
    fn nothing_is_repaired_or_accepted_on_a_blurred_picture() {
        let found = repair(Format::Td3, &read(), false, Limits::default(), today());
        assert_eq!(found, Err(Unrepaired::Blurred));
        let found = repair(Format::Td1, &read(), true, Limits::default(), today());
        assert_eq!(found, Err(Unrepaired::Size));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

        #[test]
        fn any_reading_is_right_or_refused(
            places in proptest::collection::vec(
                proptest::collection::vec((any::<u8>(), -9.0f32..0.1), 0..4), 72..=72),
        ) {
            let seen = |at: usize| if places[at].is_empty() { sure(ZONE[at]) } else {
                places[at].iter().map(|(letter, log_probability)| {
                    Candidate { letter: *letter, log_probability: *log_probability }
                }).collect()
            };
            let places: Vec<Vec<Candidate>> = (0..72).map(seen).collect();
            if let Ok(repaired) = repair(Format::Td2, &places, true, Limits::default(), today()) {
                prop_assert_eq!(inspect(Format::Td2, &repaired.zone, today()), Ok(()));
            }
        }
    }
}
