//! Chinese names typed in pinyin, by initials, and in Traditional characters; alone, with a size, and two words at once.
//!
//! `trade_words.csv` beside this file says by hand how words of the catalogue are read and written; it shares nothing
//! with the engine, so that the engine's tables are tested and not repeated.
//!
//! Right answers: every product whose Chinese name has all that was asked for. Pinyin may mean several words: any name
//! with characters that can be read so is right. Initials that are a word or code of the catalogue themselves (`sb`, a
//! class of safety shoes; `lm`, lumens) mean that first, and are not asked.

use std::collections::{BTreeMap, BTreeSet};

use search::text::HanWords;

use super::{
    Case, Kind,
    shelf::{Item, Shelf, lot, spread},
};
use crate::search::engine;

const WORDS: &str = include_str!("trade_words.csv");
/// How many products lend a size to each word.
const SIZES: usize = 2;
const PAIRS: usize = 80;
/// So few initials stand for half the catalogue: nobody types them alone.
const FEWEST_INITIALS: usize = 3;
const UNITS: [&str; 12] = [
    "mm", "cm", "m", "ml", "L", "g", "kg", "W", "V", "A", "K", "um",
];

struct Word {
    simplified: &'static str,
    traditional: &'static str,
    syllables: Vec<&'static str>,
}

/// Which syllables a character is read as.
type Readings = BTreeMap<char, BTreeSet<String>>;

pub fn cases(shelf: &Shelf) -> Vec<Case> {
    let words = read_words();
    let readings = readings_of(&words, shelf);
    let latin = shelf.latin_words();
    let mut cases = Vec::new();
    for word in &words {
        let named: Vec<&Item> = named(shelf, word).collect();
        let sizes: Vec<String> = named
            .iter()
            .filter_map(|item| size_in(&item.product.name.zh))
            .collect();
        let sizes: BTreeSet<String> = spread(sizes, SIZES).into_iter().collect();
        for size in sizes.into_iter().map(Some).chain([None]) {
            cases.extend(of_word(shelf, word, &readings, &latin, size.as_deref()));
        }
    }
    cases.extend(pairs(shelf, &words, &readings));
    cases
}

fn read_words() -> Vec<Word> {
    let lines = WORDS.lines().skip(1);
    lines
        .filter_map(|line| {
            let mut cells = line.split(',');
            Some(Word {
                simplified: cells.next()?,
                traditional: cells.next()?,
                syllables: cells.next()?.split(' ').collect(),
            })
        })
        .collect()
}

fn readings_of(words: &[Word], shelf: &Shelf) -> Readings {
    let mut readings = Readings::new();
    // Every character as the dictionary has it: it only adds right answers to what is asked by hand.
    let dictionary = engine::words();
    let names = shelf
        .items
        .iter()
        .flat_map(|item| item.product.name.zh.chars());
    for c in names.collect::<BTreeSet<char>>() {
        HanWords::reading(&dictionary, &[c], &mut |syllable| {
            readings.entry(c).or_default().insert(syllable.to_owned());
        });
    }
    for word in words {
        for (c, syllable) in word.simplified.chars().zip(&word.syllables) {
            readings
                .entry(c)
                .or_default()
                .insert((*syllable).to_owned());
        }
    }
    readings
}

fn named<'a>(shelf: &'a Shelf<'a>, word: &'a Word) -> impl Iterator<Item = &'a Item<'a>> {
    let items = shelf.items.iter();
    items.filter(|item| item.product.name.zh.contains(word.simplified))
}

/// The first size or code in a Chinese name: `M8×40`, `6204-2RS`, `0.5`. Quantities with a unit (`10cm`) are written in
/// several ways in the names themselves, and are asked for in `units`.
fn size_in(name: &str) -> Option<String> {
    let is_mark = |c: char| c.is_ascii_alphanumeric() || "×.-".contains(c);
    let mut sizes = name.split_whitespace().filter(|token| {
        token.chars().all(is_mark)
            && token.chars().any(|c| c.is_ascii_digit())
            // A bare number is as likely the number of a standard.
            && token.chars().any(|c| !c.is_ascii_digit())
            && !UNITS.contains(&token.trim_start_matches(|c| !char::is_alphabetic(c)))
    });
    sizes.next().map(str::to_owned)
}

/// Whether the name has this size, with a unit behind it or without.
fn has_size(name: &str, size: &str) -> bool {
    name.split_whitespace().any(|token| {
        let behind = token.strip_prefix(size);
        behind.is_some_and(|unit| unit.is_empty() || UNITS.contains(&unit) || is_chinese(unit))
    })
}

fn is_chinese(text: &str) -> bool {
    text.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
}

fn of_word(
    shelf: &Shelf,
    word: &Word,
    readings: &Readings,
    latin: &BTreeSet<String>,
    size: Option<&str>,
) -> Vec<Case> {
    let has_size = |name: &str| size.is_none_or(|size| has_size(name, size));
    let tail = size.map_or_else(String::new, |size| format!(" {}", size.to_lowercase()));
    let case = |kind, query: String, is_named: &dyn Fn(&Item) -> bool| Case {
        kind,
        query: format!("{query}{tail}"),
        answers: shelf.rows(|item| {
            let name = item.product.name.zh.as_str();
            has_size(name) && is_named(item)
        }),
    };
    let syllables = &word.syllables;
    let mark = if lot(word.simplified, 4) == 0 {
        " "
    } else {
        ""
    };
    let mut cases = vec![case(Kind::Pinyin, syllables.join(mark), &|item| {
        can_be_read(&item.han, syllables.len(), readings, |at, syllable| {
            syllables[at] == syllable
        })
    })];
    let initials = initials(syllables);
    if (size.is_some() || FEWEST_INITIALS <= syllables.len()) && !latin.contains(&initials) {
        cases.push(case(Kind::Initials, initials.clone(), &|item| {
            can_be_read(&item.han, syllables.len(), readings, |at, syllable| {
                initials.as_bytes().get(at) == syllable.as_bytes().first()
            })
        }));
    }
    if word.traditional != word.simplified {
        cases.push(case(
            Kind::Traditional,
            word.traditional.to_owned(),
            &|item| item.product.name.zh.contains(word.simplified),
        ));
    }
    cases
}

fn initials(syllables: &[&str]) -> String {
    syllables
        .iter()
        .filter_map(|one| one.chars().next())
        .collect()
}

/// Whether some run of `count` characters can be read as `fits` says, place by place. A name goes on behind a blank:
/// 口罩 独立 may be begun as `kzd`.
fn can_be_read(
    han: &[char],
    count: usize,
    readings: &Readings,
    fits: impl Fn(usize, &str) -> bool,
) -> bool {
    han.windows(count).any(|run| {
        run.iter().enumerate().all(|(at, c)| {
            let syllables = readings.get(c).into_iter().flatten();
            syllables.into_iter().any(|syllable| fits(at, syllable))
        })
    })
}

/// Whether both words stand in the name apart: 扳手套装 is no glove (手套).
fn has_both(name: &str, first: &Word, second: &Word) -> bool {
    let without = |word: &Word| name.replace(word.simplified, " ");
    without(first).contains(second.simplified) && without(second).contains(first.simplified)
}

/// Two words of one name at once, in pinyin and in Traditional characters.
fn pairs(shelf: &Shelf, words: &[Word], readings: &Readings) -> Vec<Case> {
    let mut pairs = Vec::new();
    for first in words {
        for second in words {
            let both =
                named(shelf, first).any(|item| has_both(&item.product.name.zh, first, second));
            let overlap = first.simplified.contains(second.simplified)
                || second.simplified.contains(first.simplified);
            if both && !overlap {
                pairs.push((first, second));
            }
        }
    }
    let mut cases = Vec::new();
    for (first, second) in spread(pairs, PAIRS) {
        let reads = |item: &Item, word: &Word| {
            can_be_read(&item.han, word.syllables.len(), readings, |at, syllable| {
                word.syllables[at] == syllable
            })
        };
        cases.push(Case {
            kind: Kind::Pinyin,
            query: format!("{} {}", first.syllables.concat(), second.syllables.concat()),
            answers: shelf.rows(|item| reads(item, first) && reads(item, second)),
        });
        let written = format!("{}{}", first.traditional, second.traditional);
        if written != format!("{}{}", first.simplified, second.simplified) {
            cases.push(Case {
                kind: Kind::Traditional,
                query: written,
                answers: shelf.rows(|item| {
                    let name = item.product.name.zh.as_str();
                    name.contains(first.simplified) && name.contains(second.simplified)
                }),
            });
        }
    }
    cases
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_has_a_syllable_for_each_character() {
        let words = read_words();
        assert!(100 <= words.len());
        for word in &words {
            let count = word.simplified.chars().count();
            assert_eq!(word.syllables.len(), count, "{}", word.simplified);
            assert_eq!(
                word.traditional.chars().count(),
                count,
                "{}",
                word.simplified
            );
        }
    }

    #[test]
    fn names_are_read_by_their_characters() {
        let words = read_words();
        let readings = readings_of(&words, &Shelf::new(&[]));
        let reads = |name: &str, wanted: &[&str]| {
            let han: Vec<char> = name.chars().collect();
            can_be_read(&han, wanted.len(), &readings, |at, syllable| {
                wanted[at] == syllable
            })
        };
        assert!(reads("六角螺母 ISO 4032 M6", &["luo", "mu"]));
        assert!(!reads("六角螺母 ISO 4032 M6", &["mu", "luo"]));
    }

    #[test]
    fn a_size_is_the_same_with_its_unit() {
        assert!(has_size("中性笔 0.5mm 拔盖 黑色", "0.5"));
        assert!(has_size("内六角扳手 ISO 2936 1.5 mm", "1.5"));
        assert!(!has_size("中性笔 0.55 拔盖", "0.5"));
        assert!(!has_size("螺栓 M8×401", "M8×40"));
    }

    #[test]
    fn sizes_are_found_in_names() {
        let check = |name, size: Option<&str>| assert_eq!(size_in(name).as_deref(), size, "{name}");
        check("外六角螺栓 全牙 ISO 4017 M6×16 8.8级 镀锌", Some("M6×16"));
        check("深沟球轴承 6205-2RS 25×52×15 双面胶盖", Some("6205-2RS"));
        check("柠檬酸 25kg/袋", None);
        check("无菌纱布 10cm 100片", None);
    }
}
