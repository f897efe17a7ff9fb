//! The machine readable zone of a page: two or three lines of one pitch, found, cut into places and read.

use domain::Date;

use super::{
    blobs::blobs,
    lines::quantile,
    net::{CLASSES, Net, Scores},
    row::{Row, Slot, groups, rows},
};
use crate::{
    Gray,
    mrz::{Candidate, Format, Limits, Repaired, Unrepaired, repair},
};

/// A zone as the recognizer sees it, before any check digit has been asked.
#[derive(Clone)]
pub struct Zone {
    pub format: Format,
    /// For each place, line after line, how likely each class is.
    places: Vec<Scores>,
    /// From one character to the next, in pixels.
    pub pitch: f32,
    /// How steep the edges of the print are: see [`super::Sampled::steepness`].
    pub steepness: f32,
    /// Top left, top right, bottom right, bottom left of the zone, in pixels of the picture.
    pub corners: [(f32, f32); 4],
}

/// Edges flatter than this are blurred over more than about an eighth of the pitch: nothing is accepted then.
const STEEP: f32 = 0.33;
/// A place without a check digit (names, states, kinds) is taken only when this sure (natural logarithm): nothing would
/// catch a slip there.
const SURE: f32 = -0.16;

/// Finds and reads the zone of a page that is roughly upright; `None` if there is none.
#[must_use]
pub fn find_zone(picture: &Gray, net: &Net) -> Option<Zone> {
    let spots = blobs(picture);
    let rows: Vec<Row> = rows(&spots).into_iter().take(12).collect();
    let mut read: Vec<Option<Vec<Slot>>> = vec![None; rows.len()];
    let mut best: Option<(f32, Zone)> = None;
    for group in groups(&rows) {
        for at in &group {
            if read[*at].is_none() {
                read[*at] = Some(rows[*at].read(picture, net));
            }
        }
        let slots: Vec<&[Slot]> = group.iter().filter_map(|at| read[*at].as_deref()).collect();
        for format in Format::ALL
            .into_iter()
            .filter(|format| format.lines() == group.len())
        {
            if let Some((score, zone)) = lay(format, &slots)
                && best.as_ref().is_none_or(|(most, _)| *most < score)
            {
                best = Some((score, zone));
            }
        }
    }
    best.filter(|(score, _)| -1.2 < *score)
        .map(|(_, zone)| zone)
}

/// Lays a format over lines of slots where it fits best; the score is the mean logarithm of the likeliest letters.
fn lay(format: Format, lines: &[&[Slot]]) -> Option<(f32, Zone)> {
    let width = format.width();
    let first = lines.first()?;
    let mut best: Option<(f32, Vec<usize>)> = None;
    for start in 0..(first.len() + 1).checked_sub(width)? {
        let starts: Option<Vec<usize>> = lines
            .iter()
            .map(|line| under(line, &first[start], width))
            .collect();
        let Some(starts) = starts else { continue };
        let mut score = 0.0;
        for (row, (line, start)) in lines.iter().zip(&starts).enumerate() {
            for column in 0..width {
                let place = likeliest(format, row * width + column, &line[start + column].scores);
                score += place.1.max(-4.0);
            }
            // A letter just outside is one that the format has no place for.
            for beside in [start.checked_sub(1), Some(start + width)]
                .into_iter()
                .flatten()
            {
                if let Some(slot) = line.get(beside) {
                    let blank = slot.scores[CLASSES.len() - 1];
                    score += blank.max(-4.0);
                }
            }
        }
        let score = score / (lines.len() * width) as f32;
        if best.as_ref().is_none_or(|(most, _)| *most < score) {
            best = Some((score, starts));
        }
    }
    let (score, starts) = best?;
    let laid: Vec<&Slot> = lines
        .iter()
        .zip(&starts)
        .flat_map(|(line, start)| &line[*start..start + width])
        .collect();
    let (top, bottom) = (&laid[..width], &laid[laid.len() - width..]);
    let corner = |slot: &Slot, x: f32, y: f32| {
        (
            slot.middle.0 + x * slot.pitch,
            slot.middle.1 + y * slot.height,
        )
    };
    let zone = Zone {
        format,
        places: laid.iter().map(|slot| slot.scores).collect(),
        pitch: quantile(laid.iter().map(|slot| slot.pitch), 0.5)?,
        steepness: quantile(laid.iter().map(|slot| slot.steepness), 0.3)?,
        corners: [
            corner(top[0], -0.5, -0.6),
            corner(top[width - 1], 0.5, -0.6),
            corner(bottom[width - 1], 0.5, 0.6),
            corner(bottom[0], -0.5, 0.6),
        ],
    };
    Some((score, zone))
}

/// Where a line begins that shall begin below this place; `None` if it would not be long enough.
fn under(line: &[Slot], above: &Slot, width: usize) -> Option<usize> {
    let (first, last) = (line.first()?, line.last()?);
    let slope = (last.middle.1 - first.middle.1) / (last.middle.0 - first.middle.0).max(1.0);
    let drop = first.middle.1 + slope * (above.middle.0 - first.middle.0) - above.middle.1;
    let x = above.middle.0 - slope * drop;
    let near = |slot: &Slot| (slot.middle.0 - x).abs();
    let at = (0..line.len()).min_by(|a, b| near(&line[*a]).total_cmp(&near(&line[*b])))?;
    (near(&line[at]) < 0.75 * above.pitch && at + width <= line.len()).then_some(at)
}

/// The letters that may stand at a place, with the logarithms of their probabilities among all classes.
///
/// `0` where only letters stand is `O`, and the other way around: most printers make them nearly alike.
fn may_stand(format: Format, at: usize, scores: &Scores) -> impl Iterator<Item = (u8, f32)> {
    let allowed = format.allowed(at);
    let twin = |letter: u8| match letter {
        b'0' => Some(b'O'),
        b'O' => Some(b'0'),
        _ => None,
    };
    let score = |letter: u8| {
        let at = CLASSES.iter().position(|other| *other == letter);
        at.map_or(f32::MIN, |at| scores[at])
    };
    CLASSES
        .iter()
        .copied()
        .filter(|letter| allowed.contains(letter))
        .map(move |letter| match twin(letter) {
            Some(twin) if !allowed.contains(&twin) => {
                let both = score(letter).exp() + score(twin).exp();
                (letter, both.max(1e-20).ln())
            }
            _ => (letter, score(letter)),
        })
}

/// The likeliest letter of those that may stand at a place, and the logarithm of its probability among all classes.
fn likeliest(format: Format, at: usize, scores: &Scores) -> (u8, f32) {
    may_stand(format, at, scores).fold(
        (b'<', f32::MIN),
        |best, one| {
            if best.1 < one.1 { one } else { best }
        },
    )
}

/// One place may be decided by check digits, if that is cheap: two places can be changed so that all digits fit again
/// and the zone is wrong, which generated pictures of print that leans have shown.
const LIMITS: Limits = Limits {
    faintest: -0.7,
    dearest: 3.0,
    margin: 2.0,
    changes: 1,
};

/// Shares the likelihood of `0` and `O` anew where both may stand: many printers make them alike, and states that issue
/// numbers rather avoid the letter. The check digits have the last word.
fn tell_zero(place: &mut [Candidate]) {
    /// How much likelier the digit is before anything was seen, and how far the recognizer can shift it.
    const PRIOR: f32 = 2.5;
    const SHIFT: f32 = 4.0;
    let find = |letter: u8| place.iter().position(|one| one.letter == letter);
    let (Some(zero), Some(oh)) = (find(b'0'), find(b'O')) else {
        return;
    };
    let (digit, letter) = (place[zero].log_probability, place[oh].log_probability);
    let both = (digit.exp() + letter.exp()).ln();
    let odds = PRIOR + (digit - letter).clamp(-SHIFT, SHIFT);
    place[zero].log_probability = both - (-odds).exp().ln_1p();
    place[oh].log_probability = both - odds.exp().ln_1p();
}

impl Zone {
    /// The zone of several pictures of one document: the likelihoods of each place averaged. `None` of nothing, or
    /// where the formats differ.
    #[must_use]
    pub fn merge(zones: &[Self]) -> Option<Self> {
        let mut merged = zones.first()?.clone();
        if zones.iter().any(|zone| zone.format != merged.format) {
            return None;
        }
        for (at, place) in merged.places.iter_mut().enumerate() {
            for (class, score) in place.iter_mut().enumerate() {
                let sum: f32 = zones
                    .iter()
                    .map(|zone| zone.places[at][class].max(-12.0))
                    .sum();
                *score = sum / zones.len() as f32;
            }
        }
        merged.steepness = quantile(zones.iter().map(|zone| zone.steepness), 0.5)?;
        Some(merged)
    }

    /// For each place the letters that may stand there, with the logarithms of their probabilities among those.
    fn candidates(&self) -> Vec<Vec<Candidate>> {
        let place = |(at, scores): (usize, &Scores)| {
            let mut found: Vec<Candidate> = may_stand(self.format, at, scores)
                .filter(|(_, score)| -14.0 < *score)
                .map(|(letter, log_probability)| Candidate {
                    letter,
                    log_probability,
                })
                .collect();
            tell_zero(&mut found);
            // What the grammar forbids takes no part: `0` where only letters stand is `O`, and surely so.
            let sum: f32 = found.iter().map(|other| other.log_probability.exp()).sum();
            // Unless hardly anything is left of it: then this was not read.
            let all = sum.max(0.02).ln();
            for candidate in &mut found {
                candidate.log_probability -= all;
            }
            found
        };
        self.places.iter().enumerate().map(place).collect()
    }

    /// The least sure place of those that no check digit covers, and the logarithm of its probability.
    fn faintest_unchecked(&self, places: &[Vec<Candidate>]) -> (usize, f32) {
        let width = self.format.width();
        let is_checked = |at: usize| match (self.format, at % width) {
            (Format::Td1, 5..) if at < width => true,
            (Format::Td1, column) => {
                width <= at && at < 2 * width && column != 7 && !(15..18).contains(&column)
            }
            _ if at < width => false,
            // Visas have no digit over all.
            (Format::MrvA | Format::MrvB, 28..) => false,
            (_, column) => column != 20 && !(10..13).contains(&column),
        };
        let best = |place: &Vec<Candidate>| {
            let scores = place.iter().map(|one| one.log_probability);
            scores.fold(f32::MIN, f32::max)
        };
        let unchecked = places.iter().enumerate().filter(|(at, _)| !is_checked(*at));
        unchecked
            .map(|(at, place)| (at, best(place)))
            .fold(
                (0, 0.0),
                |least, other| if other.1 < least.1 { other } else { least },
            )
    }

    /// The text of the zone, if check digits and the recognizer agree on one.
    ///
    /// # Errors
    /// Why not; see [`Unrepaired`].
    pub fn settle(&self, today: Date) -> Result<Repaired, Unrepaired> {
        let places = self.candidates();
        let (at, score) = self.faintest_unchecked(&places);
        if score < SURE {
            return Err(Unrepaired::Unsure { at });
        }
        repair(self.format, &places, STEEP < self.steepness, LIMITS, today)
    }

    /// The likeliest letter of each place, as far as the format allows it, with its probability; nothing is checked.
    #[must_use]
    pub fn likeliest(&self) -> Vec<(u8, f32)> {
        let place = |(at, scores)| {
            let (letter, score) = likeliest(self.format, at, scores);
            (letter, score.exp())
        };
        self.places.iter().enumerate().map(place).collect()
    }
}

/// The format only: what is printed is nobody's business in a log.
impl std::fmt::Debug for Zone {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Zone({:?})", self.format)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_empty_page_has_no_zone() {
        let page = Gray::new(640, 480, vec![200; 640 * 480]).unwrap();
        assert!(find_zone(&page, &Net::trained()).is_none());
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

        /// Stripes and noise of any size: many spots in even rows, none of them print.
        #[test]
        fn no_picture_makes_the_reader_panic(
            width in 1_u32..220,
            height in 1_u32..120,
            pattern in proptest::collection::vec(any::<u8>(), 1..97),
            period in 1_usize..23,
        ) {
            let pixel = |at: usize| {
                let (x, y) = (at % width as usize, at / width as usize);
                if x % period < period / 2 && y % 16 < 9 { pattern[at % pattern.len()] / 2 } else { 220 }
            };
            let pixels = (0..(width * height) as usize).map(pixel).collect();
            let picture = Gray::new(width, height, pixels).unwrap();
            let net = Net::trained();
            let today = Date::new(2026, 11, 22).unwrap();
            if let Some(zone) = find_zone(&picture, &net) {
                let _ = zone.settle(today);
            }
            for kind in crate::numbers::Kind::ALL {
                let _ = crate::read::find_numbers(&picture, &net, kind, today);
            }
        }
    }
}
