//! Lists as they are pasted.

use proptest::prelude::*;

use super::{DEPTH, List, MOST, Row, matched, read};
use crate::ask::Line;
use crate::document::{Document, Kind};
use crate::query::understand;
use crate::rank::Ranker;
use crate::segment::{Index, Segment, Writer};
use crate::understood::Rates;

const RATES: Rates = Rates {
    cny_per_sgd_millionths: 5_000_000,
    sgd_per_usd_millionths: 1_300_000,
};

fn check(text: &str, expected: &[(u32, &[&str], Option<u32>)]) {
    let told = read(text, RATES).rows;
    let told: Vec<(u32, Vec<&str>, Option<u32>)> = told
        .iter()
        .map(|row: &Row| {
            (
                row.number,
                row.ways.iter().map(String::as_str).collect(),
                row.quantity,
            )
        })
        .collect();
    let expected: Vec<(u32, Vec<&str>, Option<u32>)> = expected
        .iter()
        .map(|(number, ways, quantity)| (*number, ways.to_vec(), *quantity))
        .collect();
    assert_eq!(told, expected, "{text:?}");
}

#[test]
fn a_spreadsheet_with_headings_is_read_by_its_columns() {
    check(
        "No.\tPart No.\tDescription\tQty\tUnit\tTarget price\n1\tHS17-8X40\tHex bolt M8\t500\tpcs\tS$0.12\n\n2\t\tNut M8\t\tpcs\t",
        &[
            (
                2,
                &["HS17-8X40", "Hex bolt M8", "HS17-8X40 Hex bolt M8"],
                Some(500),
            ),
            (4, &["Nut M8"], None),
        ],
    );
    check(
        "货号\t品名\t数量（个）\nHS17\t六角螺栓\t1,200",
        &[(2, &["HS17", "六角螺栓", "HS17 六角螺栓"], Some(1_200))],
    );
    let list = read("Item\tUnit price\nHex bolt\tS$0.12", RATES);
    assert_eq!(list.rows[0].target_price, Some(1_200));
}

#[test]
fn a_spreadsheet_without_headings_is_guessed() {
    check(
        "1\tHS17-8X40\tHex bolt M8\t500\tpcs",
        &[(
            1,
            &["HS17-8X40", "Hex bolt M8", "HS17-8X40 Hex bolt M8"],
            Some(500),
        )],
    );
    check("Hex bolt M8\t500 pcs", &[(1, &["Hex bolt M8"], Some(500))]);
    check("4006381333931\t12", &[(1, &["4006381333931"], Some(12))]);
    check("500 pcs hex bolt\t", &[(1, &["hex bolt"], Some(500))]);
}

#[test]
fn plain_lines_lose_their_marks_and_headings_are_left_out() {
    check(
        "Item, qty\n1. hex bolt M8x40 - 500\n2) 外六角螺栓 M8×40，200个\n• gloves size 9\n1.5 mm cable, 100 m\n\n- 20 pcs tape",
        &[
            (2, &["hex bolt M8x40"], Some(500)),
            (3, &["外六角螺栓 M8×40"], Some(200)),
            (4, &["gloves size 9"], None),
            (5, &["1.5 mm cable, 100 m"], None),
            (7, &["tape"], Some(20)),
        ],
    );
}

fn index() -> Index {
    let product = |row, en, zh, code| {
        let mut fields = [""; 8];
        fields[..3].copy_from_slice(&[en, zh, code]);
        Document {
            kind: Kind::Product,
            row,
            key: "",
            fields,
        }
    };
    let mut writer = Writer::new(None);
    for document in [
        product(
            0,
            "Hex bolt M8 × 40 zinc",
            "外六角螺栓 M8×40 镀锌",
            "HB-8X40",
        ),
        product(
            1,
            "Hex bolt M8 × 40 zinc",
            "外六角螺栓 M8×40 镀锌",
            "OTHER-840",
        ),
        product(
            2,
            "Hex bolt M8 × 40 stainless",
            "外六角螺栓 M8×40 不锈钢",
            "HB-8X40-A2",
        ),
        product(3, "Nitrile gloves, size L", "丁腈手套 L码", "NG-L"),
    ] {
        writer.add(&document);
    }
    let mut index = Index::new();
    index.push(Segment::open(writer.finish()).unwrap());
    index
}

fn all(text: &str) -> Vec<Line> {
    let (index, mut ranker) = (index(), Ranker::default());
    let list = read(text, RATES);
    let ways: Vec<Vec<String>> = list.rows.into_iter().map(|row| row.ways).collect();
    matched(&ways, &index, &mut |what| {
        let query = understand(what, &index, None, false);
        (query.words.len(), ranker.rank(&query, &index, DEPTH))
    })
}

fn told(text: &str) -> Vec<(bool, Vec<(u32, u8)>)> {
    let told = all(text).into_iter().map(|line| {
        let choices = line.choices.iter().map(|choice| (choice.row, choice.thing));
        (line.is_sure, choices.collect())
    });
    told.collect()
}

#[test]
fn a_number_is_sure_and_what_several_things_are_called_is_not() {
    let told = told("HB-8X40-A2 100\nhex bolt M8x40\nhex bolt M8x40 zinc, 20 pcs\nflux capacitor");
    assert_eq!((told[0].0, told[0].1[0].0), (true, 2));
    assert!(!told[1].0, "zinc or stainless: {told:?}");
    assert!(told[2].0, "{told:?}");
    // One thing, by two suppliers.
    let sellers: Vec<u32> = told[2]
        .1
        .iter()
        .filter(|(_, thing)| *thing == 0)
        .map(|(row, _)| *row)
        .collect();
    assert_eq!(sellers.len(), 2, "{told:?}");
    assert_eq!(told[3], (false, Vec::new()));
}

#[test]
fn a_list_has_its_most() {
    let list = read(&"gloves\n".repeat(MOST + 5), RATES);
    assert_eq!((list.rows.len(), list.left_out), (MOST, 5));
}

#[test]
fn a_line_that_names_nothing_is_told() {
    let list = read("Item\tQty\nHex bolt M8\t500\n\t500\n\n", RATES);
    let unread: Vec<(u32, &str)> = list
        .unread
        .iter()
        .map(|row| (row.number, row.text.as_str()))
        .collect();
    assert_eq!((list.rows.len(), unread), (1, vec![(3, "500")]));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_a_list(text in "[\\PC\\n\\t]{0,200}") {
        let count = text.lines().filter(|line| !line.trim().is_empty()).count();
        let List { rows: told, unread, .. } = read(&text, RATES);
        prop_assert!(told.len() + unread.len() <= count);
        prop_assert!(unread.iter().all(|row| row.ways.is_empty()));
        prop_assert!(told.iter().all(|row| row.ways.iter().all(|way| !way.trim().is_empty())));
    }
}
