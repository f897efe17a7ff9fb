//! What holds for any catalogue and any text, and a few catalogues small enough to know the answer.

use proptest::prelude::*;

use super::Engine;
use crate::{
    ask::{Answer, Ask, Form, Found, Part, Reason, Suggestion},
    document::{Document, Field, Kind},
    segment::Writer,
};

/// Names of a small shop, by row.
const SHOP: [(&str, &str, &str); 10] = [
    ("Hex bolt, M8x40, zinc", "六角螺栓 M8×40", "HB-M8-40"),
    ("Hex nut, M8, zinc", "六角螺母 M8", "HN-M8"),
    ("Box spanner for hex bolts", "套筒扳手", "BS-13"),
    ("Stainless steel water pump", "不锈钢水泵", "WP-200"),
    ("Wire mesh screen", "金属丝网", "WM-1"),
    ("Screwdriver set", "螺丝刀套装", "SD-6"),
    ("Nitrile gloves, box of 100", "丁腈手套", "NG-100"),
    ("Gloves for bolts and screws", "工作手套", "WG-2"),
    ("Refrigerator 200 L", "冰箱", "RF-200"),
    ("Water bottle with bolt handle", "水瓶", "WB-5"),
];

fn segment(rows: &[(u32, (&str, &str, &str))]) -> Vec<u8> {
    let mut writer = Writer::new(None);
    for (row, (name, chinese, code)) in rows {
        let mut fields = [""; Field::ALL.len()];
        fields[Field::NameEn as usize] = name;
        fields[Field::NameZh as usize] = chinese;
        fields[Field::Codes as usize] = code;
        writer.add(&Document {
            kind: Kind::Product,
            row: *row,
            key: "",
            fields,
        });
    }
    writer.finish()
}

fn places() -> Vec<u8> {
    let mut writer = Writer::new(None);
    for (row, (kind, key, name)) in [
        (Kind::Category, "bolts", "Bolts and screws"),
        (Kind::Category, "pumps", "Pumps"),
        (Kind::Supplier, "bolt-house", "Bolt House"),
    ]
    .into_iter()
    .enumerate()
    {
        let mut fields = [""; Field::ALL.len()];
        fields[Field::NameEn as usize] = name;
        let row = u32::try_from(row).unwrap();
        writer.add(&Document {
            kind,
            row,
            key,
            fields,
        });
    }
    writer.finish()
}

fn engine(segments: Vec<Vec<u8>>) -> Engine {
    let mut engine = Engine::default();
    for bytes in segments {
        let answer = engine.add("part".into(), Part::Segment, bytes);
        assert!(matches!(answer, Answer::Added { .. }), "{answer:?}");
    }
    engine
}

fn numbered() -> Vec<(u32, (&'static str, &'static str, &'static str))> {
    (0..).zip(SHOP).collect()
}

fn shop() -> Engine {
    engine(vec![places(), segment(&numbered())])
}

fn search(engine: &mut Engine, text: &str) -> Found {
    let ask = Ask::Search {
        version: 7,
        text: text.to_owned(),
        limit: 50,
    };
    match engine.answer(&ask) {
        Answer::Found { version: 7, found } => found,
        other => panic!("{other:?}"),
    }
}

fn rows(engine: &mut Engine, text: &str) -> Vec<u32> {
    let found = search(engine, text);
    found.hits.iter().map(|hit| hit.row).collect()
}

#[test]
fn what_is_asked_for_is_found_first() {
    let check = |text: &str, row: u32| {
        let rows = rows(&mut shop(), text);
        assert_eq!(rows.first(), Some(&row), "{text}: {rows:?}");
    };
    check("hex bolt", 0);
    check("hex bolts M8*40", 0);
    check("screw driver", 5);
    check("refrigirator", 8);
    check("hb-m8-40", 0);
    check("water pump", 3);
    check("不锈钢", 3);
}

#[test]
fn words_written_together_are_found_apart() {
    let screens: Vec<_> = (0..8)
        .map(|row| (row, ("Wire mesh screen", "金属丝网", "")))
        .collect();
    let mut shop = engine(vec![segment(&screens), segment(&[(8, SHOP[5])])]);
    assert_eq!(rows(&mut shop, "wiremesh").len(), screens.len());
}

#[test]
fn the_thing_itself_stands_before_what_is_for_it() {
    let rows = rows(&mut shop(), "bolt");
    let place = |row: u32| rows.iter().position(|found| *found == row).unwrap();
    assert!(place(0) < place(2), "{rows:?}");
    assert!(place(0) < place(9), "{rows:?}");
}

#[test]
fn parts_say_how_a_word_was_taken() {
    let mut shop = shop();
    let found = search(&mut shop, "refrigirator");
    let parts = &found.hits[0].parts;
    let is_spelled = |reason: &Reason| matches!(reason, Reason::Word { form: Form::Spelling(word), .. } if word == "refrigerator");
    assert!(
        parts.iter().any(|part| is_spelled(&part.reason)),
        "{parts:?}"
    );
    assert_eq!(found.did_you_mean.as_deref(), Some("refrigerator"));
    assert!(
        found.words[0]
            .marks
            .iter()
            .any(|mark| mark == "refrigerator")
    );
    assert_eq!(search(&mut shop, "hex bolt").did_you_mean, None);
}

#[test]
fn nothing_found_still_names_words_and_no_hits() {
    let found = search(&mut shop(), "xylophone");
    assert!(found.hits.is_empty());
    assert_eq!(found.words.len(), 1);
    assert_eq!(found.whole, 0);
}

#[test]
fn what_is_typed_is_finished_and_places_are_offered() {
    let ask = Ask::Suggest {
        version: 3,
        text: "hex bo".to_owned(),
        limit: 8,
    };
    let Answer::Suggested { suggestions, .. } = shop().answer(&ask) else {
        panic!("not suggested");
    };
    let finished = Suggestion::Query {
        text: "hex bolt".to_owned(),
    };
    assert!(
        suggestions.iter().any(|one| *one == finished
            || matches!(one, Suggestion::Query { text } if text == "hex bolts")),
        "{suggestions:?}"
    );
    let is_category = |one: &Suggestion| matches!(one, Suggestion::Place { kind: Kind::Category, key, .. } if key == "bolts");
    assert!(suggestions.iter().any(is_category), "{suggestions:?}");
}

#[test]
fn damaged_bytes_are_refused_and_change_nothing() {
    let mut shop = shop();
    let before = search(&mut shop, "bolt");
    for part in [Part::Segment, Part::Lexicon, Part::Offers] {
        let answer = shop.add("bad".into(), part, b"not what it should be".to_vec());
        assert!(matches!(answer, Answer::Refused { .. }), "{answer:?}");
    }
    assert_eq!(search(&mut shop, "bolt"), before);
}

/// Words of the shop, whole ones.
const WORDS: [&str; 12] = [
    "hex ",
    "bolt ",
    "bolts ",
    "M8x40 ",
    "zinc ",
    "box ",
    "steel ",
    "水泵 ",
    "不锈钢 ",
    "gloves ",
    "200 L ",
    "hb-m8-40 ",
];

/// Words of the shop, other words, and anything.
fn text() -> impl Strategy<Value = String> {
    let known: Vec<String> = SHOP
        .iter()
        .flat_map(|(name, chinese, code)| name.split(' ').chain([*chinese, *code]))
        .map(str::to_owned)
        .collect();
    let word = prop_oneof![
        4 => prop::sample::select(known),
        1 => "[a-zA-Z0-9 .,/x×*'\"%°-]{1,10}",
        1 => any::<char>().prop_map(String::from),
        1 => "[一-龥]{1,5}",
    ];
    prop::collection::vec(word, 0..7).prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn parts_add_up_to_the_score_and_scores_fall(text in text()) {
        let found = search(&mut shop(), &text);
        for hit in &found.hits {
            let sum: i32 = hit.parts.iter().map(|part| part.points).sum();
            prop_assert_eq!(sum, hit.score, "{} {:?}", &text, hit);
        }
        prop_assert!(found.hits.is_sorted_by(|a, b| (b.score, a.row) < (a.score, b.row)), "{:?}", found.hits);
        prop_assert!(found.whole as usize <= found.hits.len());
    }

    #[test]
    fn insertion_changes_nothing(text in text(), turn in 0usize..10, backwards: bool) {
        let mut turned = numbered();
        turned.rotate_left(turn);
        if backwards {
            turned.reverse();
        }
        let mut other = engine(vec![places(), segment(&turned)]);
        prop_assert_eq!(search(&mut other, &text), search(&mut shop(), &text));
    }

    /// How a stem is mostly written is known by segment, which is seen only where words are begun or misspelled.
    #[test]
    fn segments_change_nothing(words in prop::collection::vec(prop::sample::select(&WORDS[..]), 1..7), cut in 0usize..=10) {
        let text = words.concat();
        let shop_rows = numbered();
        let (one, two) = shop_rows.split_at(cut);
        let mut split = engine(vec![segment(one), places(), segment(two)]);
        let order = |found: Found| -> Vec<_> {
            found.hits.into_iter().map(|hit| (hit.row, hit.score, hit.parts)).collect()
        };
        prop_assert_eq!(order(search(&mut split, &text)), order(search(&mut shop(), &text)));
    }

    #[test]
    fn any_text_is_a_query_and_gives_the_same_twice(text in text()) {
        let mut shop = shop();
        let first = search(&mut shop, &text);
        prop_assert_eq!(search(&mut shop, &text), first);
        let ask = Ask::Suggest { version: 1, text, limit: 8 };
        let first = shop.answer(&ask);
        prop_assert_eq!(shop.answer(&ask), first);
    }
}
