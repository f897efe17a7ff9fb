//! What a query asks the files for.

use crate::text::{HanWords, Kind, OwnedToken, Side, analyze};

/// The terms of a text, each once, in its order. Chinese is asked for by the words of the dictionary, as long as it has
/// them: the lists of their single characters are the longest of all and say nothing more.
pub fn terms(text: &str, words: Option<&dyn HanWords>) -> Vec<String> {
    let tokens = analyze(text, Side::Query, words);
    let mut terms: Vec<String> = Vec::new();
    for token in &tokens {
        if !token.stop && !is_told_by_words(token, &tokens) && !terms.contains(&token.term) {
            terms.push(token.term.clone());
        }
    }
    terms
}

/// Whether all characters of a pair, or a single one, belong to words of the dictionary.
fn is_told_by_words(token: &OwnedToken, all: &[OwnedToken]) -> bool {
    if !matches!(token.kind, Kind::HanBigram | Kind::HanChar) {
        return false;
    }
    let words = all.iter().filter(|other| other.kind == Kind::HanWord);
    let mut from = token.start;
    // The words stand in the order of the text.
    for word in words {
        if word.start <= from && from < word.end {
            from = word.end;
        }
    }
    token.end <= from
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Words;

    impl HanWords for Words {
        fn words_at(&self, han: &[char], word: &mut dyn FnMut(usize, u32)) {
            if han.starts_with(&['螺', '钉']) {
                word(2, 1000);
            }
        }

        fn reading(&self, _: &[char], _: &mut dyn FnMut(&str)) {}
    }

    #[test]
    fn words_of_the_dictionary_are_asked_for_without_their_characters() {
        assert_eq!(terms("螺钉 M8", Some(&Words)), ["螺钉", "m8"]);
    }

    #[test]
    fn without_a_dictionary_pairs_are_asked_for() {
        let terms = terms("螺钉 螺钉", None);
        assert!(terms.contains(&"螺钉".to_owned()), "{terms:?}");
        assert_eq!(terms.iter().filter(|term| *term == "螺钉").count(), 1);
    }
}
