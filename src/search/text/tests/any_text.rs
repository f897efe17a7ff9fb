//! What holds for any text at all.

use proptest::prelude::*;

use crate::text::{HanWords, OwnedToken, Side, analyze, fold, pinyin, stemmed};

/// A dictionary in which every pair that begins with a character of even number is a word.
pub struct Pairs;

impl HanWords for Pairs {
    fn words_at(&self, han: &[char], word: &mut dyn FnMut(usize, u32)) {
        if let [first, _, ..] = han
            && u32::from(*first) % 2 == 0
        {
            word(2, 100);
        }
        word(1, 1000);
    }

    fn reading(&self, word: &[char], syllable: &mut dyn FnMut(&str)) {
        for c in word {
            syllable(if u32::from(*c) % 3 == 0 { "lv" } else { "beng" });
        }
    }
}

/// Text with much of what has rules of its own.
fn text() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        any::<char>().prop_map(String::from),
        "[a-zA-Z0-9 .,/x×*'\"%°~-]{1,8}",
        prop::sample::select(vec![
            "mm",
            "10",
            "1/2",
            "½",
            "²",
            "Ø",
            " in",
            "M8",
            "x",
            "ISO",
            "EN ",
            "不锈钢",
            "米",
            "塑膠",
            "５",
            "ﬁ",
            "e\u{301}",
            "67-63-0",
            "'s",
            " sq. ft",
            "℃",
            "N·m",
            "‘",
            "…",
            "\u{200B}",
            "㎜",
            "Ⅷ",
        ])
        .prop_map(String::from),
    ];
    prop::collection::vec(part, 0..12).prop_map(|parts| parts.concat())
}

fn sound(text: &str, tokens: &[OwnedToken]) {
    for token in tokens {
        let (start, end) = (token.start as usize, token.end as usize);
        assert!(
            text.get(start..end).is_some_and(|span| !span.is_empty()),
            "{token:?} of {text:?}"
        );
        assert!(
            !token.term.is_empty() && token.term.len() <= 40,
            "{token:?}"
        );
        assert!(!token.term.contains(' '), "{token:?} of {text:?}");
        assert!(token.width > 0);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn any_text_is_analyzed_the_same_way_twice(text in text()) {
        for side in [Side::Name, Side::Body, Side::Query] {
            let tokens = analyze(&text, side, Some(&Pairs));
            sound(&text, &tokens);
            prop_assert_eq!(&tokens, &analyze(&text, side, Some(&Pairs)));
            sound(&text, &analyze(&text, side, None));
        }
    }

    #[test]
    fn folding_again_changes_nothing(text in text()) {
        let folded = fold(&text);
        prop_assert_eq!(fold(&folded), folded);
    }

    #[test]
    fn folding_before_changes_no_term(text in "[ -~½×µéÉ０-９Ａ-Ｚ一-十 ]{0,24}") {
        // capitals tell MW from mW, and WD 40 in running text; everything else is the same
        let text = text.to_lowercase();
        let terms = |text: &str| -> Vec<String> {
            analyze(text, Side::Query, None).into_iter().map(|token| token.term).collect()
        };
        prop_assert_eq!(terms(&text), terms(&fold(&text)));
    }

    #[test]
    fn stemming_never_panics_nor_lengthens_much(word in "[a-z]{0,30}") {
        prop_assert!(stemmed(&word).len() <= word.len() + 1);
    }

    #[test]
    fn pinyin_is_found_in_what_it_was_joined_of(word in "(bu|xiu|gang|luo|si|beng|lv|er|xian){1,6}") {
        prop_assert!(pinyin::is_pinyin(&word));
        let known = |term: &str| pinyin::is_syllable(&term[1..]);
        prop_assert!(!pinyin::words_said(&[&word], &known).is_empty());
    }
}
