//! What the analysis promises, as tables of cases and as properties of any text.

mod any_text;
mod chinese;
mod codes;
mod quantities;
mod words;

use super::{HanWords, Kind, Side, analyze};

/// A document and a query both have `term`, and the other way round.
fn meet(left: &str, right: &str, term: &str) {
    for (document, query) in [(left, right), (right, left)] {
        for (text, side) in [
            (document, Side::Name),
            (document, Side::Body),
            (query, Side::Query),
        ] {
            let tokens = analyze(text, side, None);
            assert!(
                tokens.iter().any(|token| token.term == term),
                "{term} is not in {text:?} ({side:?}): {tokens:#?}"
            );
        }
    }
}

/// The terms of a kind, in order.
fn terms(text: &str, kind: Kind) -> Vec<String> {
    let tokens = analyze(text, Side::Name, None);
    tokens
        .into_iter()
        .filter(|token| token.kind == kind)
        .map(|token| token.term)
        .collect()
}

/// No term of the kind.
fn lacks(text: &str, kind: Kind) {
    assert_eq!(terms(text, kind), Vec::<String>::new(), "{text:?}");
}

/// A little dictionary.
struct Few;

const FEW: [(&str, &str); 7] = [
    ("不锈钢", "bu xiu gang"),
    ("螺丝", "luo si"),
    ("螺丝刀", "luo si dao"),
    ("水泵", "shui beng"),
    ("泵", "beng"),
    ("绿色", "lv se"),
    ("阀门", "fa men"),
];

impl HanWords for Few {
    fn words_at(&self, han: &[char], word: &mut dyn FnMut(usize, u32)) {
        for (known, _) in FEW {
            let length = known.chars().count();
            if han.len() >= length && known.chars().eq(han[..length].iter().copied()) {
                word(length, 1000);
            }
        }
    }

    fn reading(&self, word: &[char], syllable: &mut dyn FnMut(&str)) {
        let word: String = word.iter().collect();
        for (known, said) in FEW {
            if known == word {
                said.split(' ').for_each(&mut *syllable);
            }
        }
    }
}
