//! English: forms of a word, compounds; and one way of writing for every script.

use super::*;
use crate::text::{fold, stemmed};

#[test]
fn forms_of_a_word_are_one_term() {
    let same: [&[&str]; 24] = [
        &["bolt", "bolts", "BOLTS", "Ｂｏｌｔ", "bolt's"],
        &["battery", "batteries"],
        &["knife", "knives", "Knives"],
        &["foot", "feet"],
        &["man", "men", "men's", "mens", "men’s"],
        &["woman", "women", "womens", "women's"],
        &["mouse", "mice"],
        &["shelf", "shelves", "shelves'"],
        &["child", "children", "children's", "childrens"],
        &["lens", "lenses"],
        &["bus", "buses"],
        &["gas", "gases"],
        &["tooth", "teeth"],
        &["goose", "geese"],
        &["leaf", "leaves"],
        &["canvas", "canvases"],
        &["box", "boxes"],
        &["brush", "brushes", "brushed", "brushing"],
        &["glove", "gloves"],
        &["plate", "plated", "plating"],
        &["lubricate", "lubricated", "lubricating", "lubrication"],
        &["café", "cafe", "cafes", "cafe\u{301}"],
        &["filter", "ﬁlter", "filters"],
        &["μ", "µ", "Μ"],
    ];
    for forms in same {
        let term = &analyze(forms[0], Side::Query, None)[0].term;
        for form in forms {
            meet(forms[0], form, term);
        }
    }
}

#[test]
fn different_things_stay_different() {
    for (a, b) in [
        ("organic", "organ"),
        ("news", "new"),
        ("universal", "university"),
        ("past", "paste"),
        ("lens", "len"),
    ] {
        assert_ne!(stemmed(a), stemmed(b));
    }
}

#[test]
fn irregular_forms_are_in_order_and_end_where_their_singulars_do() {
    for (form, singular) in [
        ("knives", "knife"),
        ("geese", "goose"),
        ("mice", "mouse"),
        ("halves", "half"),
        ("dying", "die"),
    ] {
        assert_eq!(stemmed(form), stemmed(singular));
    }
    // every row is found by binary search, so the table is in order
    for form in [
        "andes",
        "womens",
        "wolves",
        "lens",
        "childrens",
        "skies",
        "ugly",
    ] {
        assert_ne!(stemmed(form), format!("{form}s"));
    }
}

#[test]
fn compounds_are_found_apart_and_together() {
    for form in ["t-shirt", "T-Shirts", "t shirt", "tshirt", "tshirts"] {
        let tokens = analyze(form, Side::Query, None);
        assert!(
            tokens.iter().any(|token| token.term == "tshirt"),
            "{tokens:?}"
        );
    }
    meet("heavy-duty", "heavy duty", "duti");
    meet("heavy-duty", "heavyduty", "heavyduti");
    meet("O-ring", "oring", "ore");
    meet("stainless-steel", "stainlesssteel", "stainlesssteel");
}

#[test]
fn stop_words_are_known_but_kept() {
    let tokens = analyze("the case for iPad", Side::Query, None);
    let stops: Vec<_> = tokens
        .iter()
        .map(|token| (token.term.as_str(), token.stop))
        .collect();
    assert_eq!(
        stops,
        [
            ("the", true),
            ("case", false),
            ("for", true),
            ("ipad", false)
        ]
    );
}

#[test]
fn one_way_of_writing() {
    let cases = [
        ("ＡＢＣ　１２３", "abc 123"),
        ("Ünïcödé Straße Ærø", "unicode strasse aero"),
        ("Đồng hồ", "dong ho"),
        ("ΩMEGA Ω", "ωmega ω"),
        ("БОЛТ", "болт"),
        ("2½ m² 10²", "2 1⁄2 m2 10 2"),
        ("“10” ‘x’ 5′ 6″", " 10\" 'x' 5' 6\""),
        ("H₂O ℃ № ㎜ ① 𝐛𝐨𝐥𝐝", "h2o °c no mm 1 bold"),
        ("soft\u{AD}hyphen zero\u{200B}width", "softhyphen zerowidth"),
        ("a–b−c‐d", "a-b-c-d"),
        ("Ø10 Malmø 5", " 10 malmo 5"),
        ("bù xiù gāng", "bu xiu gang"),
        ("塑膠螺絲 鋼 裏 麵", "塑胶螺丝 钢 里 面"),
        ("⼯具", "工具"),
    ];
    for (text, folded) in cases {
        assert_eq!(fold(text), folded);
    }
}
