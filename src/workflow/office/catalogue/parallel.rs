//! Names that stand beside each other in the catalogue, as a memory of how the trade says things in the other language.
//!
//! A name is likened to all that are there; of the nearest the other language's name is given, with the sizes and grades of
//! the name that was asked for put in the place of its own.

use std::collections::{BTreeMap, BTreeSet};

use api_types::address::Language;

/// Suggestions at most.
const MOST: usize = 3;
/// Names less alike than this say nothing about each other.
const ALIKE: f64 = 0.3;

/// How the other language says it, perhaps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    pub text: String,
    /// The name that it was taken from, in the language that was asked in.
    pub of: String,
}

/// A name in both languages.
struct Pair {
    names: [String; 2],
    words: [BTreeSet<String>; 2],
}

/// All names of the catalogue.
#[derive(Default)]
pub struct Parallel {
    pairs: Vec<Pair>,
    /// In how many names a word stands, by language.
    counts: [BTreeMap<String, u32>; 2],
}

fn place(language: Language) -> usize {
    match language {
        Language::English => 0,
        Language::Chinese => 1,
    }
}

impl Parallel {
    /// From English and Chinese names; where one is missing there is nothing to learn.
    #[must_use]
    pub fn new<'a>(names: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut parallel = Self::default();
        for (en, zh) in names {
            if en.trim().is_empty() || zh.trim().is_empty() {
                continue;
            }
            let words = [words(en), words(zh)];
            for (counts, words) in parallel.counts.iter_mut().zip(&words) {
                for word in words {
                    *counts.entry(word.clone()).or_default() += 1;
                }
            }
            let names = [en.to_owned(), zh.to_owned()];
            parallel.pairs.push(Pair { names, words });
        }
        parallel
    }

    /// How the name of this language may be said in the other one, best first.
    #[must_use]
    pub fn suggest(&self, name: &str, language: Language) -> Vec<Suggestion> {
        let (from, to) = (place(language), 1 - place(language));
        let asked = words(name);
        let whole = self.weight(from, asked.iter());
        let mut found: Vec<(f64, &Pair)> = Vec::new();
        for pair in &self.pairs {
            let common = self.weight(from, asked.intersection(&pair.words[from]));
            if common == 0.0 {
                continue;
            }
            let both = whole + self.weight(from, pair.words[from].iter());
            let alike = 2.0 * common / both;
            if ALIKE <= alike {
                found.push((alike, pair));
            }
        }
        // The order of the catalogue where two are alike in the same degree.
        found.sort_by(|(a, _), (b, _)| b.total_cmp(a));
        let mut suggestions: Vec<Suggestion> = Vec::new();
        for (_, pair) in found {
            let text = with_codes(&pair.names[to], &codes(&pair.names[from]), &codes(name));
            if suggestions.iter().all(|other| other.text != text) {
                let of = pair.names[from].clone();
                suggestions.push(Suggestion { text, of });
            }
            if suggestions.len() == MOST {
                break;
            }
        }
        suggestions
    }

    /// Rare words say more than common ones.
    fn weight<'a>(&self, language: usize, words: impl Iterator<Item = &'a String>) -> f64 {
        let all = self.pairs.len() as f64 + 1.0;
        let weights = words.map(|word| {
            let count = self.counts[language].get(word).copied().unwrap_or_default();
            let weight = (all / (f64::from(count) + 0.5)).ln().max(0.1);
            // Sizes are put in afterwards.
            if is_code(word) { weight * 0.2 } else { weight }
        });
        weights.sum()
    }
}

/// Words of a name: runs of letters and digits, and of Chinese each pair of neighbors.
fn words(name: &str) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    for run in runs(name) {
        let letters: Vec<char> = run.chars().collect();
        if letters.first().is_some_and(|letter| is_han(*letter)) {
            words.extend(
                letters
                    .windows(2)
                    .map(|pair| pair.iter().collect::<String>()),
            );
            if letters.len() == 1 {
                words.insert(run.to_owned());
            }
        } else {
            words.insert(run.to_lowercase());
        }
    }
    words
}

/// Sizes, grades and standards in their order: whatever has a digit.
fn codes(name: &str) -> Vec<&str> {
    runs(name).into_iter().filter(|run| is_code(run)).collect()
}

fn is_code(run: &str) -> bool {
    run.bytes().any(|byte| byte.is_ascii_digit())
}

fn is_han(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9fff}')
}

/// Runs of Chinese letters, and of other letters and digits with what joins them: `A2-70`, `1.4301`.
fn runs(name: &str) -> Vec<&str> {
    let mut runs = Vec::new();
    let mut begun: Option<(usize, bool)> = None;
    for (at, letter) in name.char_indices() {
        let is_joint = matches!(letter, '.' | '-' | '/')
            && begun.is_some_and(|(_, han)| !han)
            && name[at + 1..].starts_with(|next: char| next.is_alphanumeric() && !is_han(next));
        let kind = (letter.is_alphanumeric() || is_joint).then(|| is_han(letter));
        match (begun, kind) {
            (Some((_, before)), Some(now)) if before == now => (),
            (start, now) => {
                runs.extend(start.map(|(start, _)| &name[start..at]));
                begun = now.map(|han| (at, han));
            }
        }
    }
    runs.extend(begun.map(|(start, _)| &name[start..]));
    runs
}

/// The name with other codes, one for one; as it is where they do not match one for one. A code that stands there twice, such
/// as both sides of a square, is taken in its order.
fn with_codes(name: &str, before: &[&str], now: &[&str]) -> String {
    let there = codes(name);
    if before.len() != now.len() || there.iter().any(|code| !before.contains(code)) {
        return name.to_owned();
    }
    let mut text = String::new();
    let mut rest = name;
    for (place, code) in there.iter().enumerate() {
        let Some((ahead, behind)) = rest.split_once(code) else {
            continue;
        };
        let turn = there[..place].iter().filter(|other| *other == code).count();
        let mut said = before.iter().zip(now).filter(|(have, _)| *have == code);
        // Said more often here than there: the last time holds for the rest.
        let times = said.clone().count();
        let other = said.nth(turn.min(times - 1)).map(|(_, now)| *now);
        text.push_str(ahead);
        text.push_str(other.unwrap_or(code));
        rest = behind;
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn parallel() -> Parallel {
        Parallel::new([
            (
                "Hex bolt, full thread, ISO 4017, M6 × 16, A2-70 stainless",
                "外六角螺栓，全牙，ISO 4017，M6 × 16，A2-70 不锈钢",
            ),
            (
                "Hex bolt, full thread, ISO 4017, M8 × 40, 8.8, zinc",
                "外六角螺栓，全牙，ISO 4017，M8 × 40，8.8 级，镀锌",
            ),
            (
                "Hex nut, ISO 4032, M8, 8, zinc",
                "六角螺母，ISO 4032，M8，8 级，镀锌",
            ),
            (
                "Nitrile gloves, powder-free, size L",
                "丁腈手套，无粉，L 码",
            ),
            ("Only English", ""),
        ])
    }

    fn first(name: &str, language: Language) -> Option<String> {
        let found = parallel().suggest(name, language).into_iter().next();
        found.map(|suggestion| suggestion.text)
    }

    #[test]
    fn a_square_may_become_oblong() {
        let square = [("Pallet 900 x 900 mm", "托盘 900×900毫米")];
        let found = Parallel::new(square).suggest("Pallet 900 x 700 mm", Language::English);
        assert_eq!(found[0].text, "托盘 900×700毫米");
        let thrice = [("Box 30 cm", "箱 30 厘米（30）")];
        let found = Parallel::new(thrice).suggest("Box 40 cm", Language::English);
        assert_eq!(found[0].text, "箱 40 厘米（40）");
    }

    #[test]
    fn the_nearest_name_is_said_with_the_sizes_that_are_asked_for() {
        let asked = "Hex bolt, full thread, ISO 4017, M12 × 60, A4-80 stainless";
        let expected = "外六角螺栓，全牙，ISO 4017，M12 × 60，A4-80 不锈钢";
        assert_eq!(first(asked, Language::English).as_deref(), Some(expected));
        let back = "六角螺母，ISO 4032，M10，10 级，镀锌";
        let expected = "Hex nut, ISO 4032, M10, 10, zinc";
        assert_eq!(first(back, Language::Chinese).as_deref(), Some(expected));
    }

    #[test]
    fn sizes_that_do_not_match_one_for_one_are_left() {
        let asked = "Powder-free nitrile gloves, box of 100";
        let expected = "丁腈手套，无粉，L 码";
        assert_eq!(first(asked, Language::English).as_deref(), Some(expected));
    }

    #[test]
    fn what_is_like_nothing_has_no_suggestion() {
        for name in ["", "Soy sauce", "8.8", "，"] {
            assert_eq!(first(name, Language::English), None, "{name}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_name_is_answered(name in "\\PC{0,40}") {
            for language in Language::ALL {
                prop_assert!(parallel().suggest(&name, language).len() <= MOST);
            }
        }

        #[test]
        fn a_name_that_is_there_says_itself(at in 0_usize..4) {
            let parallel = parallel();
            let [en, zh] = &parallel.pairs[at].names;
            let there = parallel.suggest(en, Language::English);
            prop_assert_eq!(&there[0].text, zh);
            let back = parallel.suggest(zh, Language::Chinese);
            prop_assert_eq!(&back[0].text, en);
        }
    }
}
