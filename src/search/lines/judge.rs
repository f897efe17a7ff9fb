//! How sure it is that the best product is the one that a line means.

use crate::ask::{Choice, Form, Reason};
use crate::document::Field;
use crate::rank::Ranked;
use crate::segment::Index;

use super::Found;

/// Things offered to choose from.
const CHOICES: usize = 5;
/// Products of one thing, by different suppliers.
const SELLERS: usize = 6;
/// From here on a line is accepted, in thousandths of [`Judged::sureness`]: `cargo hub search lines` says how many of those
/// are wrong.
const SURE: i32 = 100;

/// What became of a line.
#[derive(Clone, Debug, Default)]
pub struct Judged {
    /// Best first. Products of one thing stand together: the same name, by several suppliers.
    pub choices: Vec<Choice>,
    /// Thousandths.
    pub sureness: i32,
}

impl Judged {
    pub fn is_sure(&self) -> bool {
        SURE <= self.sureness
    }
}

pub fn judge(what: &str, (words, ranked): &Found, index: &Index) -> Judged {
    let Some(best) = ranked.first() else {
        return Judged::default();
    };
    let mut things: Vec<Vec<&Ranked>> = Vec::new();
    for one in ranked {
        let is_of = |thing: &&mut Vec<&Ranked>| index.is_same_name(thing[0].doc, one.doc);
        match things.iter_mut().find(is_of) {
            Some(thing) => thing.push(one),
            None => things.push(vec![one]),
        }
    }
    let next = things.get(1).and_then(|thing| thing.first());
    let sureness = sureness(what, *words, best, next.copied());
    let mut choices = Vec::new();
    for (number, thing) in (0u8..).zip(things.iter().take(CHOICES)) {
        for one in thing.iter().take(SELLERS) {
            choices.push(Choice {
                row: one.row,
                score: one.score,
                thing: number,
            });
        }
    }
    Judged { choices, sureness }
}

/// How far the best stands before the next, as a share of its points; less where words of the line were not found or were
/// guessed; wholly where it is known by its own number.
fn sureness(what: &str, words: usize, best: &Ranked, next: Option<&Ranked>) -> i32 {
    let number = |one: &Ranked| is_known_by_number(what, one);
    if number(best) && !next.is_some_and(number) {
        return 1_000;
    }
    let behind = next.map_or(0, |next| next.score.max(0));
    let lead = i64::from(best.score - behind) * 1_000 / i64::from(best.score.max(1));
    let found = i64::try_from(found(best).min(words)).unwrap_or(0);
    let whole = i64::try_from(words.max(1)).unwrap_or(1);
    let sureness = lead * found * found / (whole * whole);
    i32::try_from(sureness.clamp(0, 999)).unwrap_or(0)
}

/// Different words of the line that the product has, of the first 64.
fn found(one: &Ranked) -> usize {
    let words = one
        .parts
        .iter()
        .fold(0u64, |words, part| match &part.reason {
            Reason::Word { word, .. } => {
                words | 1u64.checked_shl((*word).into()).unwrap_or_default()
            }
            _ => words,
        });
    words.count_ones() as usize
}

/// Whether a part number, GTIN or CAS number of the product is all that the line says.
fn is_known_by_number(what: &str, one: &Ranked) -> bool {
    let is_code = what.bytes().any(|byte| byte.is_ascii_digit()) && !what.trim().contains(' ');
    let has = one.parts.iter().any(|part| {
        matches!(
            &part.reason,
            Reason::Word {
                field: Field::Codes,
                form: Form::Same,
                ..
            }
        )
    });
    is_code && 5 <= what.trim().len() && has && one.is_whole
}
