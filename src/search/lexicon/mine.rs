//! What a catalogue's own names in two languages tell: which Chinese word goes with which English one.
//!
//! A supplier who writes `外六角螺栓` beside `Hex bolt` on many products has written a dictionary. With it a product
//! that has an English name only is found by the Chinese word, and the other way round.

use std::collections::{BTreeMap, BTreeSet};

use super::{Lexicon, build::terms_of};

/// A Chinese word and an English phrase that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    pub chinese: String,
    pub english: String,
    /// How sure, 1 to 100.
    pub weight: u8,
}

/// Kinds of name in which both must stand: two may be chance.
const OFTEN: u32 = 3;
/// How much of where either stands the other must stand too (Dice's coefficient), in hundredths.
const TOGETHER: u32 = 70;
/// Never as sure as what a person wrote into the glossary.
const MOST: u32 = 90;
/// Pieces of a Chinese name that may be one word, words of an English one that may be one phrase.
const PIECES: usize = 3;

/// Words by run: what stands between numbers and marks.
type Runs = Vec<Vec<String>>;

/// Texts by number, each with how many kinds of name it stands in.
#[derive(Default)]
struct Texts {
    numbers: BTreeMap<String, u32>,
    texts: Vec<String>,
    often: Vec<u32>,
}

impl Texts {
    fn number(&mut self, text: &str) -> u32 {
        if let Some(number) = self.numbers.get(text) {
            return *number;
        }
        let number =
            u32::try_from(self.texts.len()).expect("names have fewer than four billion words");
        self.numbers.insert(text.to_owned(), number);
        self.texts.push(text.to_owned());
        self.often.push(0);
        number
    }
}

/// Counts over kinds of name: names that differ in numbers only are one kind, or the sizes of a bolt would outvote
/// all other goods.
#[derive(Default)]
struct Counts {
    chinese: Texts,
    english: Texts,
    /// Chinese and English number of every pair in every kind of name.
    together: Vec<(u32, u32)>,
    /// Terms of phrases, and how they are written, by their terms.
    terms: BTreeMap<String, String>,
    written: BTreeMap<String, String>,
}

/// Finds pairs in names told as (English, Chinese), in any order. Known words are cut by `lexicon`; what it knows
/// already is not told again.
pub fn mine(names: &[(&str, &str)], lexicon: &Lexicon) -> Vec<Pair> {
    let mut counts = Counts::default();
    let kinds: BTreeSet<(Runs, Runs)> = names
        .iter()
        .map(|(english, chinese)| (english_runs(english), chinese_runs(chinese, lexicon)))
        .collect();
    for (english, chinese) in &kinds {
        counts.add(&spans(english, " "), &spans(chinese, ""));
    }
    counts.pairs(lexicon)
}

impl Counts {
    fn add(&mut self, english: &BTreeSet<String>, chinese: &BTreeSet<String>) {
        let mut terms = BTreeSet::new();
        for phrase in english {
            let of_phrase = self
                .terms
                .entry(phrase.clone())
                .or_insert_with(|| named_by(phrase));
            if of_phrase.is_empty() {
                continue;
            }
            self.written
                .entry(of_phrase.clone())
                .or_insert_with(|| phrase.clone());
            terms.insert(self.english.number(of_phrase));
        }
        for number in &terms {
            self.english.often[*number as usize] += 1;
        }
        for word in chinese {
            let word = self.chinese.number(word);
            self.chinese.often[word as usize] += 1;
            self.together
                .extend(terms.iter().map(|terms| (word, *terms)));
        }
    }

    /// Pairs that stand together, with how often.
    fn met(&mut self) -> Vec<(u32, u32, u32)> {
        self.together.sort_unstable();
        let same = self.together.chunk_by(|a, b| a == b);
        same.map(|pairs| (pairs[0].0, pairs[0].1, pairs.len() as u32))
            .collect()
    }

    /// Links the surest first; each word and phrase is linked once. What the lexicon knows is linked before all else,
    /// so that only the words left over are guessed about.
    fn pairs(&mut self, lexicon: &Lexicon) -> Vec<Pair> {
        let met = self.met();
        let mut links: Vec<Link> = met
            .iter()
            .filter_map(|(word, terms, together)| {
                let either =
                    self.chinese.often[*word as usize] + self.english.often[*terms as usize];
                let (word, terms) = (
                    &self.chinese.texts[*word as usize],
                    &self.english.texts[*terms as usize],
                );
                let dice = 200 * together / either;
                let letters: Vec<char> = word.chars().collect();
                // Asked of the lexicon only where it can matter: most pairs meet by chance.
                let is_known = TOGETHER / 2 <= dice
                    && lexicon
                        .english(&letters)
                        .iter()
                        .any(|name| name.terms.join(" ") == *terms);
                let is_sure = OFTEN <= *together && TOGETHER <= dice && 1 < letters.len();
                (is_known || is_sure).then_some(Link {
                    word,
                    terms,
                    dice,
                    together: *together,
                    is_known,
                })
            })
            .collect();
        links.sort_by(|a, b| b.key().cmp(&a.key()));
        let (mut words, mut phrases) = (BTreeSet::new(), BTreeSet::new());
        let mut pairs = Vec::new();
        for (place, link) in links.iter().enumerate() {
            if words.contains(link.word) || phrases.contains(link.terms) {
                continue;
            }
            let rivals = || {
                links[place + 1..]
                    .iter()
                    .filter(|other| !phrases.contains(other.terms))
            };
            // Another phrase that is no part of this one and goes with the word as well: nobody can tell which it is.
            let is_open = rivals().any(|other| other.word == link.word && link.is_rival(other));
            words.insert(link.word);
            phrases.insert(link.terms);
            if link.is_known || is_open {
                continue;
            }
            let weight = MOST.min(link.dice) * link.together / (link.together + 1);
            pairs.push(Pair {
                chinese: link.word.to_owned(),
                english: self.written.get(link.terms).cloned().unwrap_or_default(),
                weight: u8::try_from(weight).unwrap_or(1).max(1),
            });
        }
        pairs.sort_by(|a, b| (&a.chinese, &a.english).cmp(&(&b.chinese, &b.english)));
        pairs
    }
}

struct Link<'c> {
    word: &'c str,
    terms: &'c str,
    /// Hundredths.
    dice: u32,
    together: u32,
    is_known: bool,
}

impl Link<'_> {
    /// Surer first, then longer, since a part goes with whatever the whole goes with; the text decides the rest.
    fn key(&self) -> impl Ord + use<'_> {
        (
            self.is_known,
            self.dice,
            self.together,
            self.word.len(),
            self.terms.len(),
            self.word,
            self.terms,
        )
    }

    fn is_rival(&self, other: &Link) -> bool {
        let shares = other
            .terms
            .split(' ')
            .any(|term| self.terms.split(' ').any(|own| own == term));
        !shares && self.dice < other.dice + 5
    }
}

/// The terms of a phrase that may be the name of something: not one that begins or ends with a word that says nothing,
/// or with an abbreviation (`kg pail`, `and id`).
fn named_by(phrase: &str) -> String {
    let says =
        |word: Option<&str>| word.is_some_and(|word| 2 < word.len() && !terms_of(word).is_empty());
    let mut words = phrase.split(' ');
    let (first, last) = (words.next(), words.next_back());
    if says(first) && (last.is_none() || says(last)) {
        terms_of(phrase)
    } else {
        String::new()
    }
}

/// Runs of English words without numbers between them.
fn english_runs(name: &str) -> Runs {
    let is_letter = |c: char| c.is_alphabetic() || c == '\'' || c == '-';
    name.to_lowercase()
        .split(|c: char| !is_letter(c) && c != ' ')
        .map(|run| {
            run.split(' ')
                .map(|word| word.trim_matches('-'))
                .filter(|word| 1 < word.len())
                .map(str::to_owned)
                .collect::<Vec<_>>()
        })
        .filter(|run| !run.is_empty())
        .collect()
}

/// Runs of Han characters, cut into words.
fn chinese_runs(name: &str, lexicon: &Lexicon) -> Runs {
    name.split(|c: char| !('\u{4e00}'..='\u{9fff}').contains(&c))
        .filter(|run| !run.is_empty())
        .map(|run| {
            let letters: Vec<char> = run.chars().collect();
            let mut rest = letters.as_slice();
            let mut words = Vec::new();
            for length in lexicon.cut(&letters) {
                let (word, after) = rest.split_at(length.min(rest.len()));
                words.push(word.iter().collect());
                rest = after;
            }
            words
        })
        .collect()
}

/// Every run of one to three neighbors.
fn spans(runs: &[Vec<String>], joint: &str) -> BTreeSet<String> {
    runs.iter()
        .flat_map(|run| {
            (1..=PIECES)
                .flat_map(move |length| run.windows(length).map(move |words| words.join(joint)))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::build::{self, Sources};

    fn empty() -> Lexicon {
        let nothing = Sources {
            glossary: &[],
            dictionary: "",
            silent: "",
            readings: "",
            frequencies: "",
        };
        Lexicon::open(build::build(&nothing, &[])).expect("just built")
    }

    fn own() -> Lexicon {
        Lexicon::open(build::build(&build::OURS, &[])).expect("just built")
    }

    /// Names in two languages out of a supplier's file of the demonstration.
    fn names(file: &str) -> Vec<(String, String)> {
        file.lines()
            .skip(1)
            .filter_map(|line| {
                let mut cells = Vec::new();
                let (mut cell, mut quoted) = (String::new(), false);
                for c in line.chars() {
                    match c {
                        '"' => quoted = !quoted,
                        ',' if !quoted => cells.push(std::mem::take(&mut cell)),
                        _ => cell.push(c),
                    }
                }
                Some((cells.get(3)?.clone(), cells.get(4)?.clone()))
            })
            .collect()
    }

    fn mined(files: &[&str], lexicon: &Lexicon) -> Vec<Pair> {
        let names: Vec<(String, String)> = files.iter().flat_map(|file| names(file)).collect();
        let borrowed: Vec<(&str, &str)> = names
            .iter()
            .map(|(en, zh)| (en.as_str(), zh.as_str()))
            .collect();
        mine(&borrowed, lexicon)
    }

    #[test]
    fn what_always_stands_together_is_found() {
        let names: Vec<(String, String)> = ["red", "blue", "green", "black"]
            .iter()
            .zip(["红色", "蓝色", "绿色", "黑色"])
            .flat_map(|(en, zh)| {
                ["Widget", "Gadget"].map(|thing| {
                    let chinese = if thing == "Widget" {
                        "威吉特"
                    } else {
                        "小玩意"
                    };
                    (format!("{thing}, {en}"), format!("{chinese} {zh}"))
                })
            })
            .collect();
        let borrowed: Vec<(&str, &str)> = names
            .iter()
            .map(|(en, zh)| (en.as_str(), zh.as_str()))
            .collect();
        let pairs = mine(&borrowed, &own());
        let found = |zh: &str, en: &str| {
            pairs
                .iter()
                .any(|pair| pair.chinese == zh && pair.english == en)
        };
        assert!(found("威吉特", "widget"), "{pairs:?}");
        assert!(
            !pairs.iter().any(|pair| pair.chinese == "红色"),
            "known before: {pairs:?}"
        );
    }

    #[test]
    fn sizes_of_one_thing_count_once() {
        let names: Vec<(String, String)> = (1..50)
            .map(|size| (format!("Frobnicator M{size}"), format!("弗罗布器 M{size}")))
            .collect();
        let borrowed: Vec<(&str, &str)> = names
            .iter()
            .map(|(en, zh)| (en.as_str(), zh.as_str()))
            .collect();
        assert_eq!(mine(&borrowed, &empty()), []);
    }

    #[test]
    fn the_demonstration_tells_words_of_its_trade() {
        let pairs = mined(
            &[
                include_str!("../../catalogue/demonstration/tuasbolt.csv"),
                include_str!("../../catalogue/demonstration/merfix.csv"),
                include_str!("../../catalogue/demonstration/anchorway.csv"),
            ],
            &own(),
        );
        for pair in &pairs {
            assert!((1..=90).contains(&pair.weight), "{pair:?}");
        }
        let again = mined(
            &[
                include_str!("../../catalogue/demonstration/anchorway.csv"),
                include_str!("../../catalogue/demonstration/merfix.csv"),
                include_str!("../../catalogue/demonstration/tuasbolt.csv"),
            ],
            &own(),
        );
        assert_eq!(pairs, again, "the order of the files does not matter");
        assert!(!pairs.is_empty());
    }
}
