//! Numbers of persons and companies from the place where they are printed.

use domain::Date;

use super::{
    blobs::{Blob, blobs},
    lines::lines,
    net::{CLASSES, Net, Scores},
    track::{Path, Track},
};
use crate::{
    Gray, Secret,
    numbers::{Kind, repair},
    repair::{Candidate, Limits},
};

/// A number that was read and whose check is right.
#[derive(Clone)]
pub struct Number {
    pub kind: Kind,
    pub text: Secret,
    /// Probability of its least sure character.
    pub confidence: f32,
    /// Characters that the check decided against the likeliest one: to be shown to the person.
    pub changed: Vec<usize>,
    /// Left, top, right, bottom in pixels of the picture.
    pub area: (f32, f32, f32, f32),
}

/// What may stand at each place: `9` a digit, `A` a letter, `X` a digit or X, `s` a series, `u` a character of a USCC.
const FORMS: [(Kind, &[&str]); 4] = [
    (Kind::Nric, &["s9999999A"]),
    (Kind::ResidentId, &["99999999999999999X"]),
    (Kind::Uscc, &["uu999999uuuuuuuuuu"]),
    (Kind::Uen, &["99999999A", "999999999A", "t99AA9999A"]),
];

/// Edges flatter than this are blurred: no check is asked then.
const STEEP: f32 = 0.34;
/// One place may be decided by the check, if that is cheap.
const LIMITS: Limits = Limits {
    faintest: -0.7,
    dearest: 2.5,
    margin: 1.0,
    changes: 1,
};
/// A word that fits its form so well is not looked at in any other way, and one that fits so badly was not read (mean
/// logarithm of a letter's probability).
const WELL: f32 = -0.02;
const POORLY: f32 = -0.5;
/// Turns of the line and shares of its height that are tried where it does not fit well.
const OTHERWISE: [(f32, f32); 5] = [
    (0.02, 1.0),
    (-0.02, 1.0),
    (0.0, 0.92),
    (0.0, 1.08),
    (0.0, 0.85),
];
/// A number whose letters are all together less sure than this (natural logarithm) was guessed.
const FAINTEST: f32 = -1.6;
/// How much better a form must fit a word than all others, in the mean logarithm of a letter's probability.
const SURER: f32 = 0.15;

/// The numbers of a kind on a page that is roughly upright, or on a part of one, whose checks are right; one of a word at
/// most.
#[must_use]
pub fn find_numbers(picture: &Gray, net: &Net, kind: Kind, today: Date) -> Vec<Number> {
    let spots: Vec<Blob> = blobs(picture)
        .iter()
        .flat_map(|blob| split(picture, blob))
        .collect();
    let forms = FORMS
        .iter()
        .filter(|(other, _)| *other == kind)
        .flat_map(|(_, forms)| *forms);
    let forms: Vec<&str> = forms.copied().collect();
    let lengths = forms.iter().map(|form| form.len());
    let (least, most) = lengths.fold((usize::MAX, 0), |(least, most), length| {
        (least.min(length), most.max(length))
    });
    let mut found: Vec<Number> = Vec::new();
    for line in lines(&spots, least / 2) {
        for track in Track::of(picture, net, &line, &spots, least..=most) {
            found.extend(read(picture, net, &track, kind, &forms, today));
        }
    }
    found
}

/// A spot as letters: what is wider than high is cut evenly, so that lines of touching letters have a height and a
/// direction; where letters really end is not asked here.
fn split(picture: &Gray, blob: &Blob) -> Vec<Blob> {
    let height = blob.height();
    let is_one = blob.width() < 1.3 * height || 24.0 * height < blob.width();
    if is_one || height < 8.0 {
        return vec![*blob];
    }
    let parts = (blob.width() / (ADVANCE * height)).round().max(2.0) as u32;
    let cut = |part: u32| blob.left + (blob.right - blob.left) * part / parts;
    (0..parts)
        .map(|part| Blob {
            left: cut(part),
            right: cut(part + 1),
            ..*blob
        })
        .filter(|part| part.left < part.right)
        .map(|part| shrink(picture, part))
        .collect()
}

/// Without the rows above and below that hold no ink: a slanting spot is higher than its letters.
fn shrink(picture: &Gray, part: Blob) -> Blob {
    let width = picture.width() as usize;
    let darkest = |row: u32| {
        let from = row as usize * width;
        let pixels = &picture.pixels()[from + part.left as usize..from + part.right as usize];
        pixels.iter().copied().min().unwrap_or(u8::MAX)
    };
    let rows: Vec<u8> = (part.top..part.bottom).map(darkest).collect();
    let (Some(low), Some(high)) = (rows.iter().min(), rows.iter().max()) else {
        return part;
    };
    let edge = u8::midpoint(*low, *high);
    let is_ink = |row: &u8| *row <= edge;
    let first = rows.iter().position(is_ink).unwrap_or(0) as u32;
    let last = rows.iter().rposition(is_ink).unwrap_or(0) as u32;
    Blob {
        top: part.top + first,
        bottom: part.top + last + 1,
        ..part
    }
}

/// From digit to digit in heights, in the usual sans fonts.
const ADVANCE: f32 = 0.78;

/// A word laid out as one of the forms.
struct Laid {
    path: Path,
    rules: Vec<Vec<bool>>,
    /// How much better than in any other form.
    ahead: f32,
}

/// A word in the form that it fits best.
fn lay(track: &Track, forms: &[&str]) -> Option<Laid> {
    let mut laid: Vec<Laid> = Vec::new();
    for form in forms {
        let rule = |rule: u8| CLASSES.iter().map(move |letter| allows(rule, *letter));
        let rules: Vec<Vec<bool>> = form.bytes().map(|byte| rule(byte).collect()).collect();
        laid.extend(track.lay(&rules).map(|path| Laid {
            path,
            rules,
            ahead: f32::MAX,
        }));
    }
    laid.sort_by(|left, right| right.path.score.total_cmp(&left.path.score));
    let second = laid.get(1).map(|other| other.path.score);
    let mut best = laid.into_iter().next()?;
    if let Some(second) = second {
        best.ahead = best.path.score - second;
    }
    Some(best)
}

/// The number that a word is. Which form it has and how its line lies is told by what fits best, never by the check.
fn read(
    picture: &Gray,
    net: &Net,
    track: &Track,
    kind: Kind,
    forms: &[&str],
    today: Date,
) -> Option<Number> {
    let mut best = lay(track, forms).map(|laid| (laid, None));
    for (turn, grow) in OTHERWISE {
        let score = best.as_ref().map_or(f32::MIN, |(laid, _)| laid.path.score);
        if WELL < score {
            break;
        }
        let again = track.again(picture, net, turn, grow);
        if let Some(laid) = lay(&again, forms)
            && score < laid.path.score
        {
            best = Some((laid, Some(again)));
        }
    }
    let (laid, again) = best?;
    let track = again.as_ref().unwrap_or(track);
    let (path, rules) = (&laid.path, &laid.rules);
    if laid.ahead < SURER || path.score < POORLY {
        return None;
    }
    let places: Vec<Vec<Candidate>> = track
        .scores(path)
        .iter()
        .zip(rules)
        .map(|(scores, rule)| candidates(rule, scores))
        .collect();
    let is_sharp = STEEP < track.steepness(path);
    let repaired = repair(kind, &places, is_sharp, LIMITS, today).ok()?;
    let sure = |(place, letter): (&Vec<Candidate>, &u8)| {
        let found = place.iter().find(|one| one.letter == *letter);
        found.map_or(f32::MIN, |one| one.log_probability)
    };
    let sure: Vec<f32> = places.iter().zip(repaired.zone.iter()).map(sure).collect();
    // What the check decided is told by the check; all else must have been seen.
    let seen = sure
        .iter()
        .enumerate()
        .filter(|(at, _)| !repaired.changed.contains(at));
    if seen.map(|(_, score)| score).sum::<f32>() < FAINTEST {
        return None;
    }
    Some(Number {
        kind,
        text: Secret::new(String::from_utf8(repaired.zone.to_vec()).ok()?),
        confidence: sure.iter().copied().fold(0.0, f32::min).exp(),
        changed: repaired.changed,
        area: track.area(path),
    })
}

/// Whether a letter may stand where the form has this rule.
fn allows(rule: u8, letter: u8) -> bool {
    match rule {
        b'9' => letter.is_ascii_digit(),
        b'A' => letter.is_ascii_uppercase(),
        b'X' => letter.is_ascii_digit() || letter == b'X',
        b's' => b"STFGM".contains(&letter),
        b't' => b"TSR".contains(&letter),
        _ => letter.is_ascii_alphanumeric() && !b"IOSVZ".contains(&letter),
    }
}

/// The letters that may stand at a place, with the logarithms of their probabilities among those and paper.
fn candidates(rule: &[bool], scores: &Scores) -> Vec<Candidate> {
    let allowed = CLASSES
        .iter()
        .zip(scores)
        .zip(rule)
        .filter(|(_, may)| **may);
    let mut found: Vec<Candidate> = allowed
        .map(|((letter, score), _)| Candidate {
            letter: *letter,
            log_probability: *score,
        })
        .collect();
    let paper = scores[CLASSES.len() - 1].exp();
    let letters: f32 = found.iter().map(|one| one.log_probability.exp()).sum();
    // Where hardly anything is left of it, it was not read.
    let all = (letters + paper).max(0.02).ln();
    for one in &mut found {
        one.log_probability -= all;
    }
    found
}

/// The kind only.
impl std::fmt::Debug for Number {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Number({})", self.kind.code())
    }
}
