//! The products by the rows of the published list, ready to be asked which of them answer a description.

use std::collections::BTreeSet;

use domain::{Product, Value};

/// A product with what is compared again and again.
pub struct Item<'a> {
    /// Row in the published list: products in the order of their ids.
    pub row: u32,
    pub product: &'a Product,
    /// The part number without case and marks.
    pub bare_sku: String,
    /// The Chinese name without blanks: it goes on behind them.
    pub han: Vec<char>,
    /// The words of the English name, lower case, without the plural's s.
    words: BTreeSet<String>,
}

impl Item<'_> {
    /// Whether the English name has all these words, given by their [`key`]s.
    pub fn has_words(&self, keys: &[String]) -> bool {
        keys.iter().all(|key| self.words.contains(key))
    }

    /// A value that is the same in every language.
    pub fn code(&self, key: &str) -> Option<&str> {
        match self.product.attribute(key)? {
            Value::Code(code) => Some(code),
            _ => None,
        }
    }

    pub fn number(&self, key: &str) -> Option<f64> {
        match self.product.attribute(key)? {
            Value::Number(number) => Some(*number),
            _ => None,
        }
    }
}

/// All products.
pub struct Shelf<'a> {
    pub items: Vec<Item<'a>>,
}

impl<'a> Shelf<'a> {
    pub fn new(products: &'a [Product]) -> Self {
        let mut products: Vec<&Product> = products.iter().collect();
        products.sort_by_cached_key(|product| product.id());
        let items = (0..).zip(products).map(|(row, product)| Item {
            row,
            product,
            bare_sku: bare(product.sku.as_str()),
            han: product.name.zh.chars().filter(|c| *c != ' ').collect(),
            words: words(&product.name.en)
                .iter()
                .map(|word| key(word))
                .collect(),
        });
        Self {
            items: items.collect(),
        }
    }

    /// All words, abbreviations and pieces of codes in Latin letters, lower case: of names, part numbers, attributes.
    pub fn latin_words(&self) -> BTreeSet<String> {
        let mut latin = BTreeSet::new();
        for item in &self.items {
            let product = item.product;
            let values = product.attributes.iter().map(|one| match &one.value {
                Value::Code(code) => code.as_str(),
                Value::Text(text) => text.en.as_str(),
                Value::Number(_) => "",
            });
            let texts = [
                product.name.en.as_str(),
                &product.name.zh,
                product.sku.as_str(),
            ];
            for text in texts.into_iter().chain(values) {
                let runs = text.split(|c: char| !c.is_ascii_alphabetic());
                latin.extend(runs.map(str::to_lowercase));
            }
        }
        latin
    }

    /// The rows of all products of which this is true.
    pub fn rows(&self, is_answer: impl Fn(&Item) -> bool) -> BTreeSet<u32> {
        let answers = self.items.iter().filter(|item| is_answer(item));
        answers.map(|item| item.row).collect()
    }
}

/// Lower-case words of letters and digits.
pub fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// What is left of a part number without case and marks.
pub fn bare(sku: &str) -> String {
    let kept = sku.chars().filter(char::is_ascii_alphanumeric);
    kept.map(|c| c.to_ascii_lowercase()).collect()
}

/// What a word and its plural with s have in common.
pub fn key(word: &str) -> String {
    let word = word.to_lowercase();
    match word.strip_suffix('s') {
        Some(stem) if 3 <= stem.len() && !stem.ends_with('s') => stem.to_owned(),
        _ => word,
    }
}

/// What the thing is called: the English name up to its first comma or number, without abbreviations at the end.
pub fn english_head(name: &str) -> Vec<&str> {
    let head = name.split([',', '(', ':']).next().unwrap_or_default();
    let mut words: Vec<&str> = head
        .split_whitespace()
        .take_while(|word| word.chars().all(|c| c.is_alphabetic() || c == '-'))
        .collect();
    let is_abbreviation = |word: &&str| word.len() < 3 || word.chars().all(char::is_uppercase);
    while words.last().is_some_and(is_abbreviation) {
        words.pop();
    }
    words
}

/// At most `count` of them, evenly from all.
pub fn spread<T>(all: Vec<T>, count: usize) -> Vec<T> {
    let whole = all.len();
    let picked = all.into_iter().enumerate().filter(|(at, _)| {
        // Exactly `count` of these steps cross a whole number.
        whole <= count || (at * count) / whole != ((at + 1) * count) / whole
    });
    picked.map(|(_, one)| one).collect()
}

/// A number that looks like chance and is the same every time (FNV-1a).
pub fn lot(text: &str, below: usize) -> usize {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    // The low bits of this hash are its weakest.
    usize::try_from(hash >> 33).unwrap_or_default() % below.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_is_what_the_thing_is_called() {
        let check = |name, expected: &[&str]| assert_eq!(english_head(name), expected, "{name}");
        check("Hex bolt, full thread, ISO 4017, M6 × 16", &["Hex", "bolt"]);
        check(
            "Nylon Cable Tie 200 x 4.8 mm Natural",
            &["Nylon", "Cable", "Tie"],
        );
        check(
            "Corded Foam Ear Plugs SNR 37",
            &["Corded", "Foam", "Ear", "Plugs"],
        );
        check("MCCB 63 A 3P", &[]);
        check("Hook-and-loop disc, 125 mm", &["Hook-and-loop", "disc"]);
    }

    #[test]
    fn samples_are_spread_evenly() {
        assert_eq!(spread((0..10).collect(), 3), [3, 6, 9]);
        assert_eq!(spread(vec![1, 2], 5), [1, 2]);
        assert_eq!(spread((0..1000).collect(), 7).len(), 7);
    }

    #[test]
    fn lots_stay_below_their_limit() {
        let lots: BTreeSet<usize> = (0..200).map(|n| lot(&format!("x{n}"), 7)).collect();
        assert_eq!(lots, (0..7).collect());
    }
}
