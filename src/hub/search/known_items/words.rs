//! Words otherwise than the catalogue has them: one typing mistake, plural for singular; and whole names.
//!
//! Right answers: every product whose English name has all words as they should have been typed, and the size where one
//! is asked for; every product of exactly the name.

use std::collections::BTreeSet;

use super::{
    Case, Kind,
    shelf::{Item, Shelf, english_head, key, lot, spread, words},
};

const TYPOS: usize = 260;
const PLURALS: usize = 160;
const NAMES: usize = 120;

/// Shorter words have too many neighbors: one letter of `nut` changed is `not`, `net` or `cut`.
const SHORTEST: usize = 5;

/// Words that have no singular, or another one.
const PLURAL_ONLY: [&str; 12] = [
    "pliers", "scissors", "goggles", "glasses", "tweezers", "series", "gas", "lens", "bus",
    "chassis", "canvas", "overalls",
];
const KEYBOARD: [&str; 3] = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

pub fn cases(shelf: &Shelf) -> Vec<Case> {
    let vocabulary = vocabulary(shelf);
    let mut cases = Vec::new();
    // One product of each head: two hundred bolts would be two hundred times the same mistake.
    let mut heads: Vec<(&Item, Vec<&str>)> = Vec::new();
    let mut seen = BTreeSet::new();
    for item in &shelf.items {
        let head = english_head(&item.product.name.en);
        if !head.is_empty() && seen.insert(head.join(" ").to_lowercase()) {
            heads.push((item, head));
        }
    }
    let typos = heads.iter().filter_map(|(item, head)| {
        let (at, wrong) = mistyped(head, item.product.sku.as_str(), &vocabulary)?;
        Some(changed(shelf, item, head, at, &wrong, Kind::Typo))
    });
    cases.extend(spread(typos.collect(), TYPOS));
    let plurals = heads.iter().filter_map(|(item, head)| {
        let last = head.len() - 1;
        let other = other_number(head[last])?;
        Some(changed(
            shelf,
            item,
            head,
            last,
            &other,
            Kind::PluralOrSingular,
        ))
    });
    cases.extend(spread(plurals.collect(), PLURALS));
    for item in spread(shelf.items.iter().collect(), NAMES) {
        let name = &item.product.name;
        cases.push(Case {
            kind: Kind::EnglishName,
            query: name.en.clone(),
            answers: shelf.rows(|other| other.product.name.en == name.en),
        });
        cases.push(Case {
            kind: Kind::ChineseName,
            query: name.zh.clone(),
            answers: shelf.rows(|other| other.product.name.zh == name.zh),
        });
    }
    cases
}

/// The head with one word typed otherwise, for every second product with its first number behind it.
fn changed(shelf: &Shelf, item: &Item, head: &[&str], at: usize, wrong: &str, kind: Kind) -> Case {
    let mut typed: Vec<&str> = head.to_vec();
    typed[at] = wrong;
    let size = size_in(&item.product.name.en).filter(|_| lot(item.product.id().as_str(), 2) == 0);
    let mut query = typed.join(" ").to_lowercase();
    if let Some(size) = size {
        query = format!("{query} {size}");
    }
    let asked = head.iter().flat_map(|word| words(word));
    let asked: Vec<String> = asked.map(|word| key(&word)).collect();
    Case {
        kind,
        query,
        answers: shelf.rows(|other| {
            let name = &other.product.name.en;
            other.has_words(&asked) && size.is_none_or(|size| parts(name).any(|part| part == size))
        }),
    }
}

/// The pieces of a name between blanks and commas.
fn parts(name: &str) -> impl Iterator<Item = &str> {
    name.split([' ', ',']).filter(|part| !part.is_empty())
}

/// A code of letters and digits such as `M8`, `P80`, `A4-80`, `6205-2RS`.
fn size_in(name: &str) -> Option<&str> {
    parts(name).find(|part| {
        part.chars().any(|c| c.is_ascii_digit())
            && part.chars().any(|c| c.is_ascii_alphabetic())
            && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    })
}

/// Every English word of the catalogue: a mistake that makes another word of it is none.
fn vocabulary(shelf: &Shelf) -> BTreeSet<String> {
    let texts = shelf.items.iter().flat_map(|item| {
        let product = item.product;
        [&product.name.en, &product.description.en]
    });
    texts.flat_map(|text| words(text)).collect()
}

/// Which word of the head is typed wrong, and how.
fn mistyped(head: &[&str], seed: &str, vocabulary: &BTreeSet<String>) -> Option<(usize, String)> {
    let long: Vec<usize> = (0..head.len())
        .filter(|at| {
            SHORTEST <= head[*at].len()
                && head[*at]
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_uppercase())
        })
        .collect();
    let at = *long.get(lot(seed, long.len()))?;
    let word = head[at].to_lowercase();
    (0..4)
        .map(|turn| mistake(&word, lot(seed, 4) + turn, lot(&word, word.len() - 2)))
        .find(|wrong| *wrong != word && !vocabulary.contains(wrong))
        .map(|wrong| (at, wrong))
}

/// One mistake at a letter that is neither the first nor the last: swapped, left out, doubled, or the key beside it.
fn mistake(word: &str, way: usize, at: usize) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let at = at + 1;
    match way % 4 {
        // Neither the first letter nor the last moves.
        0 if at + 2 < letters.len() => letters.swap(at, at + 1),
        0 => letters.swap(at - 1, at),
        1 => {
            letters.remove(at);
        }
        2 => letters.insert(at, letters[at]),
        _ => letters[at] = beside(letters[at]),
    }
    letters.into_iter().collect()
}

fn beside(letter: char) -> char {
    let row = KEYBOARD.iter().find(|row| row.contains(letter));
    row.and_then(|row| {
        let at = row.find(letter)?;
        let next = row[at + 1..].chars().next();
        next.or_else(|| row[..at].chars().next_back())
    })
    .unwrap_or(letter)
}

/// The plural of a singular, the singular of a plural; `None` for words that have but one of them.
fn other_number(word: &str) -> Option<String> {
    let word = word.to_lowercase();
    if word.len() < 3 || PLURAL_ONLY.contains(&word.as_str()) || word.contains('-') {
        return None;
    }
    let ends = |ending: &str| word.ends_with(ending);
    if ends("ies") {
        return Some(format!("{}y", &word[..word.len() - 3]));
    }
    if ["shes", "ches", "xes", "sses"]
        .iter()
        .any(|ending| ends(ending))
    {
        return Some(word[..word.len() - 2].to_owned());
    }
    if ends("ss") || ["sh", "ch", "x"].iter().any(|ending| ends(ending)) {
        return Some(format!("{word}es"));
    }
    if let Some(singular) = word.strip_suffix('s') {
        return Some(singular.to_owned());
    }
    let before_y = word.strip_suffix('y');
    match before_y {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => Some(format!("{stem}ies")),
        _ => Some(format!("{word}s")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plurals_and_singulars_are_english() {
        let check =
            |word, other: Option<&str>| assert_eq!(other_number(word).as_deref(), other, "{word}");
        check("bolt", Some("bolts"));
        check("Battery", Some("batteries"));
        check("batteries", Some("battery"));
        check("box", Some("boxes"));
        check("brushes", Some("brush"));
        check("glass", Some("glasses"));
        check("tray", Some("trays"));
        check("plugs", Some("plug"));
        check("pliers", None);
    }

    #[test]
    fn a_mistake_is_one_edit_inside_the_word() {
        assert_eq!(mistake("washer", 0, 2), "wasehr");
        assert_eq!(mistake("washer", 0, 0), "wsaher");
        assert_eq!(mistake("washer", 1, 2), "waser");
        assert_eq!(mistake("washer", 2, 2), "washher");
        assert_eq!(mistake("washer", 3, 2), "wasjer");
    }

    #[test]
    fn a_mistake_that_makes_another_word_is_none() {
        let vocabulary: BTreeSet<String> = words("board baord boad bboard").into_iter().collect();
        for seed in ["a", "b", "c", "d"] {
            if let Some((_, wrong)) = mistyped(&["board"], seed, &vocabulary) {
                assert!(!vocabulary.contains(&wrong), "{wrong}");
            }
        }
    }
}
