use std::collections::BTreeSet;

use super::Outcome;
use crate::{mrz::Mrz, secret::Secret};

/// Whether a printed name and the one of the zone have the same words, in any order: papers and people put family names
/// first or last.
///
/// To be looked at, and not wrong, are: a zone that cut the name, and words that are on one side only, since zones leave
/// out titles and married names; letters with marks, which each state writes in its own way.
pub(super) fn compare(printed: &Secret, mrz: &Mrz) -> Outcome {
    let printed = words(printed.expose());
    let zone = Secret::new(format!(
        "{} {}",
        mrz.primary.expose(),
        mrz.secondary.expose()
    ));
    let zone = words(zone.expose());
    let texts = |words: &[Secret]| -> BTreeSet<String> {
        words.iter().map(|word| word.expose().to_owned()).collect()
    };
    let (left, right) = (texts(&printed), texts(&zone));
    let is_plain = left.iter().all(|word| word.is_ascii());
    let joined = |words: &BTreeSet<String>| words.iter().flat_map(|word| word.chars()).count();
    if left == right && !mrz.may_be_cut {
        return Outcome::Passed;
    }
    // One word more or less, or parted otherwise: XIAO MING and XIAOMING.
    let is_close = !left.is_disjoint(&right) || joined(&left) == joined(&right);
    if is_close || mrz.may_be_cut || !is_plain {
        return Outcome::Look;
    }
    Outcome::Failed
}

/// Words in capitals; apostrophes are left out as zones do, all other marks part words.
fn words(text: &str) -> Vec<Secret> {
    let parts =
        text.split(|letter: char| !letter.is_alphabetic() && letter != '\'' && letter != '’');
    let plain = |part: &str| {
        part.chars()
            .filter(|letter| letter.is_alphabetic())
            .flat_map(char::to_uppercase)
            .collect()
    };
    parts
        .map(|part| Secret::new(plain(part)))
        .filter(|word| !word.is_empty())
        .collect()
}
