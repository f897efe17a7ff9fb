//! The texts of `data/`, line by line. A line that says nothing useful is passed over: tests look at the texts.

use super::{Gathered, Name, terms_of};
use crate::lexicon::mine::Pair;

/// How sure the first, second, third … English name of our own glossary is: they stand in order.
const BY_PLACE: [u8; 8] = [100, 94, 88, 82, 77, 72, 68, 64];
/// What a general dictionary says beside our own glossary: its senses are seldom those of the trade.
const BESIDE_OURS: u8 = 35;
/// Not worth its bytes.
const LEAST: u8 = 15;
/// The bytes give a length four bits; the initial stands apart.
const LONGEST: usize = 16;

/// Lines `中文 中文<TAB>english, english`.
pub fn glossary(text: &str, gathered: &mut Gathered) {
    for line in text.lines() {
        let Some((chinese, english)) = line.split_once('\t') else {
            continue;
        };
        for word in chinese.split(' ') {
            for (place, phrase) in english.split(", ").enumerate() {
                let weight = BY_PLACE[place.min(BY_PLACE.len() - 1)];
                gathered.add(word, phrase, weight);
            }
        }
    }
}

/// What a catalogue's own names tell; what is known already keeps its weight where that is greater.
pub fn mined(pairs: &[Pair], gathered: &mut Gathered) {
    for pair in pairs {
        gathered.add(&pair.chinese, &pair.english, pair.weight);
    }
}

/// Lines `中文<TAB>english weight, english weight`.
pub fn dictionary(text: &str, gathered: &mut Gathered) {
    for line in text.lines() {
        let Some((word, english)) = line.split_once('\t') else {
            continue;
        };
        let is_ours = gathered.words.contains_key(word);
        for sense in english.split(", ") {
            let Some((phrase, weight)) = sense.rsplit_once(' ') else {
                continue;
            };
            let Ok(weight) = weight.parse::<u8>() else {
                continue;
            };
            let weight = if is_ours {
                weight.min(BESIDE_OURS) / 2
            } else {
                weight
            };
            if LEAST <= weight {
                gathered.add(word, phrase, weight);
            }
        }
    }
}

/// A word a line.
pub fn silent(text: &str, gathered: &mut Gathered) {
    for word in text.lines() {
        if is_word(word) {
            gathered.words.insert(word.to_owned(), Default::default());
        }
    }
}

/// Lines `字<TAB>syllable` and `中文<TAB>syllable syllable`.
pub fn readings(text: &str, gathered: &mut Gathered) {
    for line in text.lines() {
        let Some((word, syllables)) = line.split_once('\t') else {
            continue;
        };
        let syllables: Vec<String> = syllables.split(' ').map(str::to_owned).collect();
        let mut letters = word.chars();
        match (letters.next(), letters.next()) {
            (Some(only), None) => {
                gathered
                    .characters
                    .extend(syllables.into_iter().next().map(|s| (only, s)));
            }
            _ if is_word(word) && word.chars().count() == syllables.len() => {
                gathered.words.entry(word.to_owned()).or_default();
                gathered.odd.insert(word.to_owned(), syllables);
            }
            _ => {}
        }
    }
}

/// Lines `中文<TAB>n`, where a word is one in 10^(9 - n) of running text.
pub fn frequencies(text: &str, gathered: &mut Gathered) {
    for line in text.lines() {
        let Some((word, tenths)) = line.split_once('\t') else {
            continue;
        };
        let Some((whole, tenth)) = tenths.split_once('.') else {
            continue;
        };
        let (Ok(whole), Ok(tenth)) = (whole.parse::<i32>(), tenth.parse::<i32>()) else {
            continue;
        };
        // A step is half a power of ten.
        let steps = (90 - 10 * whole - tenth).clamp(0, 90) / 5;
        if is_word(word) {
            gathered.words.entry(word.to_owned()).or_default();
            gathered
                .costs
                .insert(word.to_owned(), u8::try_from(steps).unwrap_or(0));
        }
    }
}

impl Gathered {
    fn add(&mut self, word: &str, phrase: &str, weight: u8) {
        let terms = terms_of(phrase);
        if !is_word(word) || terms.is_empty() || 60 < terms.len() || 60 < phrase.len() {
            return;
        }
        let names = self.words.entry(word.to_owned()).or_default();
        let name = names.entry(terms).or_insert(Name {
            written: phrase.to_owned(),
            weight,
        });
        if name.weight < weight {
            *name = Name {
                written: phrase.to_owned(),
                weight,
            };
        }
    }
}

/// Han characters of the basic plane only: Latin pieces (T恤) are looked up as what they are.
fn is_word(text: &str) -> bool {
    let count = text.chars().count();
    (1..=LONGEST).contains(&count) && text.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
}
