//! What holds for any file at all, and what the sample shows.

use std::collections::BTreeSet;

use proptest::prelude::*;
use workflow::intake::ask::{Answer, Ask, Problem, Source, Which};

use crate::desk::Desk;
use crate::reply::reply;
use crate::sample::{BOLTS, Page, SAMPLE, TEMPLATE};

const VERSION: u32 = 2;

fn problems(page: &mut Page) -> Vec<Problem> {
    let mut all = Vec::new();
    let lines = page.checked.as_ref().map_or(0, |checked| checked.problems);
    for from in (0..lines).step_by(7) {
        let (version, count) = (VERSION, 7);
        match page.ask(&Ask::Problems {
            version,
            from,
            count,
        }) {
            Answer::Problems { problems, .. } => all.extend(problems),
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(all.len(), lines as usize);
    all
}

fn file(page: &mut Page, which: Which) -> Vec<u8> {
    match page.ask(&Ask::File {
        version: VERSION,
        which,
    }) {
        Answer::File { bytes, .. } => bytes,
        other => panic!("{other:?}"),
    }
}

/// Every row is accepted or named, and those that were not accepted come back.
fn all_is_told(page: &mut Page) {
    let Some(checked) = page.checked.clone() else {
        let columns = &page.opened.columns;
        assert!(
            page.opened.rows == 0
                || columns.len() < 25
                || page.opened.sources.contains(&Source::Absent)
        );
        return;
    };
    let tally = checked.tally;
    assert_eq!((tally.of, tally.done), (page.opened.rows, page.opened.rows));
    assert_eq!(tally.accepted + tally.refused, tally.of);
    let errors = problems(page)
        .into_iter()
        .filter(|problem| problem.is_error);
    let rows: BTreeSet<u32> = errors.filter_map(|problem| problem.row).collect();
    assert_eq!(rows.len(), tally.refused as usize);
    let refused = Page::open(&file(page, Which::Refused { chinese: true }));
    assert_eq!(refused.opened.rows, tally.refused);
    let accepted = Page::open(&file(page, Which::Accepted));
    let again = accepted
        .checked
        .expect("it has the template's columns")
        .tally;
    assert_eq!((again.accepted, again.refused), (tally.accepted, 0));
}

#[test]
fn the_sample_has_good_rows_and_bad_ones_and_the_template_has_none() {
    let mut page = Page::open(SAMPLE);
    all_is_told(&mut page);
    let checked = page.checked.clone().unwrap();
    assert_eq!((checked.tally.accepted, checked.tally.refused), (40, 8));
    assert!(8 <= checked.kinds.len(), "{:?}", checked.kinds);
    let found = problems(&mut page);
    assert!(
        found
            .iter()
            .all(|problem| problem.expected.en != problem.expected.zh)
    );
    let page = Page::open(TEMPLATE);
    assert_eq!((page.opened.rows, page.opened.troubles), (1, Vec::new()));
    assert_eq!(page.checked.unwrap().tally.accepted, 1);
}

#[test]
fn progress_is_told_and_good_rows_are_found() {
    let mut page = Page::open(BOLTS);
    page.learn();
    // Once more, with the words.
    let sources = page.opened.sources.clone();
    page.check(sources);
    all_is_told(&mut page);
    assert!(!page.told.is_empty() || page.opened.rows <= 200);
    let search = |text: &str| Ask::Search {
        version: VERSION,
        text: text.into(),
        limit: 5,
    };
    for text in ["hex bolt m8", "外六角螺栓", "lj luoshuan", "8.8 zinc"] {
        let Answer::Found { products, .. } = page.ask(&search(text)) else {
            panic!("{text}");
        };
        assert!(!products.is_empty(), "{text}");
    }
    let Answer::Found { products, .. } = page.ask(&search("HS17-88Z-6X20")) else {
        panic!();
    };
    assert_eq!(products[0].sku, "HS17-88Z-6X20");
    let row = products[0].row;
    let Answer::Product { product, .. } = page.ask(&Ask::Product {
        version: VERSION,
        row,
    }) else {
        panic!();
    };
    let product = product.unwrap();
    assert_eq!(
        (product.number, product.detail.sku.as_str()),
        (3, "HS17-88Z-6X20")
    );
    assert_eq!(product.category.en, "Hex bolts & screws");
    assert!(product.drawing.unwrap().contains("viewBox"));
    assert_eq!(product.attributes.len(), product.detail.attributes.len());
}

#[test]
fn a_value_for_every_row_stands_in_the_accepted_file() {
    let mut page = Page::open(BOLTS);
    let mut sources = page.opened.sources.clone();
    let of = |page: &Page, name: &str| {
        page.opened
            .template
            .iter()
            .position(|column| column.name == name)
    };
    let currency = of(&page, "currency").unwrap();
    sources[currency] = Source::Always("USD".into());
    page.check(sources);
    let accepted = file(&mut page, Which::Accepted);
    let again = Page::open(&accepted);
    assert_eq!(again.opened.columns[currency].examples, ["USD"]);
    let (version, from, count) = (2, 0, u32::MAX);
    let cells = page.ask(&Ask::Cells {
        version,
        from,
        count,
    });
    let Answer::Cells { rows, .. } = cells else {
        panic!("{cells:?}");
    };
    let tally = page.checked.unwrap().tally;
    assert_eq!(rows.len() as u32, tally.accepted);
    assert!(rows.iter().all(|row| row[currency] == "USD"));
}

#[test]
fn columns_that_are_missing_are_named() {
    let mut page = Page::open(BOLTS);
    let mut sources = page.opened.sources.clone();
    sources[2] = Source::Absent;
    sources[4] = Source::Always(" ".into());
    let answer = page.ask(&Ask::Check {
        version: 3,
        sources,
    });
    assert_eq!(
        answer,
        Answer::Missing {
            version: 3,
            columns: vec![2, 4]
        }
    );
    let late = page.ask(&Ask::Continue { version: 2 });
    assert_eq!(late, Answer::Refused);
}

#[test]
fn a_message_that_makes_no_sense_is_refused() {
    let mut desk = Desk::default();
    for head in [&b""[..], b"\xff\xff", b"\x02\x01"] {
        let answer = reply(&mut desk, head, Vec::new(), &mut |_| {});
        assert_eq!(postcard::from_bytes(&answer), Ok(Answer::Refused));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn every_row_of_any_file_is_accepted_or_named(
        damage in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..40),
        garbage in "[\\PC\n\r\",;:=|]{0,300}",
    ) {
        let mut bytes = SAMPLE.to_vec();
        // The header stays, so that rows are looked at.
        let rows = bytes.iter().position(|byte| *byte == b'\n').unwrap_or(0) + 1;
        for (at, byte) in damage {
            let at = rows + at.index(bytes.len() - rows);
            bytes[at] = byte;
        }
        bytes.extend(garbage.as_bytes());
        all_is_told(&mut Page::open(&bytes));
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..2_000)) {
        all_is_told(&mut Page::open(&bytes));
    }

    #[test]
    fn no_message_makes_it_panic(head in proptest::collection::vec(any::<u8>(), 0..40), body in proptest::collection::vec(any::<u8>(), 0..200)) {
        let mut desk = Desk::default();
        let _ = reply(&mut desk, &head, body, &mut |_| {});
    }
}
