//! Numbers of persons and companies from the place where they are printed.

use domain::Date;

use super::{
    blobs::{Blob, blobs},
    lines::{lines, quantile},
    net::{CLASSES, Net, Scores},
    patch::{Cell, Sampled, sample},
};
use crate::{
    Gray, Secret,
    numbers::{Kind, Verdict, assess},
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
const STEEP: f32 = 0.24;
/// A place less sure than this (natural logarithm) was not read.
const FAINTEST: f32 = -0.45;
/// A check may choose another character for one place, if that costs no more likelihood than this.
const DEAREST: f32 = 2.5;

/// All numbers of a kind on a page that is roughly upright, or on a part of one, whose checks are right.
#[must_use]
pub fn find_numbers(picture: &Gray, net: &Net, kind: Kind, today: Date) -> Vec<Number> {
    let spots: Vec<Blob> = blobs(picture)
        .iter()
        .flat_map(|blob| split(picture, net, blob))
        .collect();
    let forms = FORMS
        .iter()
        .filter(|(other, _)| *other == kind)
        .flat_map(|(_, forms)| *forms);
    let forms: Vec<&str> = forms.copied().collect();
    let least = forms.iter().map(|form| form.len()).min().unwrap_or(9);
    let mut found: Vec<Number> = Vec::new();
    for line in lines(&spots, least * 2 / 3) {
        let tall = |blob: &&Blob| 0.6 * line.height < blob.height();
        let letters: Vec<Blob> = line.blobs.iter().filter(tall).copied().collect();
        for form in &forms {
            for at in 0..(letters.len() + 1).saturating_sub(form.len()) {
                if stands_alone(&letters, at, form.len()) {
                    let word = &letters[at..at + form.len()];
                    found.extend(read(picture, net, kind, form, word, line.slope, today));
                }
            }
        }
    }
    found
}

/// A spot as letters: what is wider than high is more than one as a rule, cut where ink is least.
fn split(picture: &Gray, net: &Net, blob: &Blob) -> Vec<Blob> {
    let height = blob.height();
    let is_one = blob.width() < 1.08 * height || 24.0 * height < blob.width();
    if is_one || height < 8.0 || is_wide(picture, net, blob) {
        return vec![*blob];
    }
    let parts = ((blob.width() + 0.1 * height) / (ADVANCE * height))
        .round()
        .max(1.0) as u32;
    let mut found = Vec::new();
    let mut left = blob.left;
    for part in 1..=parts {
        let near = (blob.right - blob.left) as f32 * part as f32 / parts as f32;
        let right = if part == parts {
            blob.right
        } else {
            cut(picture, blob, blob.left as f32 + near, 0.2 * height)
        };
        if left < right {
            found.push(Blob {
                left,
                right,
                ..*blob
            });
        }
        left = right;
    }
    found
}

/// Whether a wide spot is one wide letter rather than two that touch.
fn is_wide(picture: &Gray, net: &Net, blob: &Blob) -> bool {
    let cell = Cell {
        middle: blob.middle(),
        height: blob.height(),
        along: (1.0, 0.0),
        width: 1.0,
    };
    let scores = net.scores(&sample(picture, &cell).patch(0.0));
    let wide = CLASSES
        .iter()
        .zip(scores)
        .filter(|(letter, _)| b"WM".contains(letter));
    blob.width() < 1.6 * blob.height() && 0.5 < wide.map(|(_, score)| score.exp()).sum::<f32>()
}

/// From digit to digit in heights, in the usual sans fonts.
const ADVANCE: f32 = 0.78;

/// The brightest column of a spot near this one.
fn cut(picture: &Gray, blob: &Blob, near: f32, reach: f32) -> u32 {
    let width = picture.width() as usize;
    let light = |column: &u32| {
        let rows = blob.top as usize..blob.bottom as usize;
        let pixels = rows.map(|row| u32::from(picture.pixels()[row * width + *column as usize]));
        pixels.sum::<u32>()
    };
    let from = (near - reach).max(blob.left as f32 + 1.0) as u32;
    let to = (near + reach).min(blob.right as f32 - 1.0) as u32;
    (from..=to.max(from))
        .filter(|column| *column < blob.right)
        .max_by_key(light)
        .unwrap_or(blob.left)
}

/// Whether these letters are a word of their own, and all of one height.
fn stands_alone(letters: &[Blob], at: usize, length: usize) -> bool {
    let word = &letters[at..at + length];
    let Some(height) = quantile(word.iter().map(Blob::height), 0.5) else {
        return false;
    };
    let gap = |left: &Blob, right: &Blob| right.left as f32 - left.right as f32;
    let even = word
        .iter()
        .all(|blob| (blob.height() - height).abs() < 0.22 * height + 1.5);
    let close = word
        .windows(2)
        .all(|pair| gap(&pair[0], &pair[1]) < 0.95 * height);
    let before = at
        .checked_sub(1)
        .is_none_or(|before| 0.3 * height < gap(&letters[before], &word[0]));
    let after = letters
        .get(at + length)
        .is_none_or(|after| 0.3 * height < gap(&word[length - 1], after));
    even && close && before && after
}

fn read(
    picture: &Gray,
    net: &Net,
    kind: Kind,
    form: &str,
    word: &[Blob],
    slope: f32,
    today: Date,
) -> Option<Number> {
    let height = quantile(word.iter().map(Blob::height), 0.6)?;
    let base = quantile(
        word.iter()
            .map(|blob| blob.middle().1 - slope * blob.middle().0),
        0.5,
    )?;
    let length = (1.0 + slope * slope).sqrt();
    let cell = |blob: &Blob| {
        let x = blob.middle().0;
        let along = (1.0 / length, slope / length);
        sample(
            picture,
            &Cell {
                middle: (x, base + slope * x),
                height,
                along,
                width: 1.0,
            },
        )
    };
    let cells: Vec<Sampled> = word.iter().map(cell).collect();
    let deviation = quantile(cells.iter().map(|cell| cell.deviation), 0.6)?;
    if quantile(cells.iter().map(Sampled::steepness), 0.3)? < STEEP {
        return None;
    }
    let places: Vec<Vec<(u8, f32)>> = cells
        .iter()
        .zip(form.bytes())
        .map(|(cell, rule)| choices(rule, &net.scores(&cell.patch(deviation))))
        .collect();
    let (mut text, mut confidence) = (Vec::new(), 0.0_f32);
    for place in &places {
        let (letter, score) = place.first()?;
        text.push(*letter);
        confidence = confidence.min(*score);
    }
    let changed = if stands(kind, &text, today) {
        if confidence < FAINTEST {
            return None;
        }
        Vec::new()
    } else {
        let (at, letter) = correction(kind, &text, &places, today)?;
        text[at] = letter;
        vec![at]
    };
    let top = word.iter().map(|blob| blob.top).min()?;
    let bottom = word.iter().map(|blob| blob.bottom).max()?;
    Some(Number {
        kind,
        text: Secret::new(String::from_utf8(text).ok()?),
        confidence: confidence.exp(),
        changed,
        area: (
            word[0].left as f32,
            top as f32,
            word[word.len() - 1].right as f32,
            bottom as f32,
        ),
    })
}

fn stands(kind: Kind, text: &[u8], today: Date) -> bool {
    str::from_utf8(text).is_ok_and(|text| matches!(assess(kind, text, today), Verdict::Stands(_)))
}

/// The one change of one unsure place after which the check is right; `None` if there is none, or more than one, or if
/// more than one place was not read.
fn correction(
    kind: Kind,
    text: &[u8],
    places: &[Vec<(u8, f32)>],
    today: Date,
) -> Option<(usize, u8)> {
    let unsure = |place: &&Vec<(u8, f32)>| place[0].1 < FAINTEST;
    if 1 < places.iter().filter(unsure).count() {
        return None;
    }
    let mut found = Vec::new();
    for (at, place) in places.iter().enumerate() {
        for (letter, score) in &place[1..] {
            let mut other = text.to_vec();
            other[at] = *letter;
            // All other places were read surely, or the check would choose among guesses.
            let sure = places
                .iter()
                .enumerate()
                .all(|(n, place)| n == at || FAINTEST <= place[0].1);
            if place[0].1 - score <= DEAREST && sure && stands(kind, &other, today) {
                found.push((at, *letter));
            }
        }
    }
    let [only] = found[..] else {
        return None;
    };
    Some(only)
}

/// The letters that a rule allows, the likeliest first, with the logarithms of their probabilities among those and
/// paper.
fn choices(rule: u8, scores: &Scores) -> Vec<(u8, f32)> {
    let allowed = |letter: u8| match rule {
        b'9' => letter.is_ascii_digit(),
        b'A' => letter.is_ascii_uppercase(),
        b'X' => letter.is_ascii_digit() || letter == b'X',
        b's' => b"STFGM".contains(&letter),
        b't' => b"TSR".contains(&letter),
        _ => letter.is_ascii_alphanumeric() && !b"IOSVZ".contains(&letter),
    };
    let pairs = CLASSES.iter().copied().zip(scores.iter().copied());
    let mut found: Vec<(u8, f32)> = pairs.filter(|(letter, _)| allowed(*letter)).collect();
    found.sort_by(|left, right| right.1.total_cmp(&left.1));
    let paper = scores[CLASSES.len() - 1].exp();
    let all = (found.iter().map(|(_, score)| score.exp()).sum::<f32>() + paper)
        .max(0.02)
        .ln();
    for (_, score) in &mut found {
        *score -= all;
    }
    found
}

/// The kind only.
impl std::fmt::Debug for Number {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Number({})", self.kind.code())
    }
}
