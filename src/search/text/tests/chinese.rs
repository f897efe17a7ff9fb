//! Chinese: words and pairs, Traditional and Simplified, and what is typed as it is said.

use super::*;
use crate::text::{OwnedToken, pinyin};

fn of(tokens: &[OwnedToken], kind: Kind) -> Vec<&str> {
    tokens
        .iter()
        .filter(|token| token.kind == kind)
        .map(|token| token.term.as_str())
        .collect()
}

#[test]
fn traditional_finds_simplified_and_the_reverse() {
    for (traditional, simplified) in [
        ("不鏽鋼螺絲", "不锈钢螺丝"),
        ("塑膠桶", "塑胶桶"),
        ("電纜", "电缆"),
        ("閥門", "阀门"),
    ] {
        let terms = |text| {
            analyze(text, Side::Query, None)
                .into_iter()
                .map(|token| token.term)
        };
        assert!(terms(traditional).eq(terms(simplified)), "{traditional}");
    }
}

#[test]
fn pairs_alone_without_a_dictionary() {
    let tokens = analyze("不锈钢螺丝", Side::Query, None);
    assert_eq!(
        of(&tokens, Kind::HanBigram),
        ["不锈", "锈钢", "钢螺", "螺丝"]
    );
    assert_eq!(of(&analyze("泵", Side::Query, None), Kind::HanChar), ["泵"]);
    assert_eq!(
        of(&analyze("水泵", Side::Name, None), Kind::HanChar),
        ["水", "泵"]
    );
}

#[test]
fn words_and_pairs_together_with_one() {
    let tokens = analyze("不锈钢螺丝刀", Side::Name, Some(&Few));
    assert_eq!(of(&tokens, Kind::HanWord), ["不锈钢", "螺丝刀"]);
    assert_eq!(
        of(&tokens, Kind::HanBigram),
        ["不锈", "锈钢", "钢螺", "螺丝", "丝刀"]
    );
    // a pair that is a word is told once
    let tokens = analyze("不锈钢螺丝", Side::Body, Some(&Few));
    assert_eq!(of(&tokens, Kind::HanWord), ["不锈钢", "螺丝"]);
    assert_eq!(of(&tokens, Kind::HanBigram), ["不锈", "锈钢", "钢螺"]);
    assert!(of(&tokens, Kind::Pinyin).is_empty(), "only names are heard");
}

#[test]
fn names_are_found_as_they_are_said() {
    let tokens = analyze("304不鏽鋼 螺絲 水泵 阀门", Side::Name, Some(&Few));
    let said = of(&tokens, Kind::Pinyin);
    for term in [
        "~buxiugang",
        "~bu",
        "~xiu",
        "~gang",
        "~luosi",
        "~shuibeng",
        "~beng",
    ] {
        assert!(said.contains(&term), "{term} {said:?}");
    }
    let initials = of(&tokens, Kind::Initials);
    for term in [
        "^bxg",
        "^bxgls",
        "^ls",
        "^sb",
        "^lssb",
        "^bxglssb",
        "^bxglssbfm",
    ] {
        assert!(initials.contains(&term), "{term} {initials:?}");
    }
    assert!(
        analyze("不锈钢", Side::Query, Some(&Few))
            .iter()
            .all(|token| token.kind != Kind::Pinyin)
    );
}

#[test]
fn names_do_not_run_into_each_other() {
    let tokens = analyze("不锈钢, 螺丝", Side::Name, Some(&Few));
    assert!(!of(&tokens, Kind::Initials).contains(&"^bxgls"));
}

#[test]
fn u_with_dots_is_typed_v_or_u() {
    let tokens = analyze("绿色", Side::Name, Some(&Few));
    let said = of(&tokens, Kind::Pinyin);
    assert!(
        said.contains(&"~lvse") && said.contains(&"~luse"),
        "{said:?}"
    );
    assert!(
        pinyin::is_pinyin("lvse")
            && pinyin::is_pinyin("luse")
            && pinyin::is_pinyin("lüse".replace('ü', "v").as_str())
    );
}

#[test]
fn letters_are_read_as_pinyin() {
    let known = |term: &str| ["~buxiugang", "~luosi", "~bu", "~beng"].contains(&term);
    let said = |typed: &[&str]| {
        let readings = pinyin::words_said(typed, &known);
        readings.first().map(|terms| terms.join(" "))
    };
    assert_eq!(said(&["buxiugang"]).as_deref(), Some("~buxiugang"));
    assert_eq!(said(&["bu", "xiu", "gang"]).as_deref(), Some("~buxiugang"));
    assert_eq!(
        said(&["buxiu", "gang", "luosi"]).as_deref(),
        Some("~buxiugang ~luosi")
    );
    assert_eq!(
        said(&["buxiugangluosi"]).as_deref(),
        Some("~buxiugang ~luosi")
    );
    assert_eq!(said(&["beng"]).as_deref(), Some("~beng"));
    assert_eq!(said(&["bolt"]), None);
    assert_eq!(said(&["luosidao"]), None, "not in the index");
    assert_eq!(pinyin::initials_term("bxgls").as_deref(), Some("^bxgls"));
    assert_eq!(
        pinyin::initials_term("bolti"),
        None,
        "no syllable begins with i"
    );
    for word in [
        "zhuang", "shuang", "er", "an", "xian", "lve", "nv", "jiong", "chuai",
    ] {
        assert!(pinyin::is_pinyin(word), "{word}");
    }
    for word in ["bolt", "xz", "i", "vb", "steel", "ng"] {
        assert!(!pinyin::is_pinyin(word), "{word}");
    }
}

#[test]
fn units_end_where_words_go_on() {
    let tokens = analyze("5升桶 100米/卷 3克拉", Side::Name, None);
    assert_eq!(of(&tokens, Kind::Quantity), ["=5000ml", "=100000mm"]);
    assert_eq!(of(&tokens, Kind::HanChar), ["桶", "卷", "克", "拉"]);
}

#[test]
fn spans_are_those_of_the_text_as_it_is_written() {
    let text = "Ａ級 不鏽鋼閥門";
    let tokens = analyze(text, Side::Name, Some(&Few));
    let word = tokens.iter().find(|token| token.term == "阀门");
    let span = word.map(|token| &text[token.start as usize..token.end as usize]);
    assert_eq!(span, Some("閥門"));
}
