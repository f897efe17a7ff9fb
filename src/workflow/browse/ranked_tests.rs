//! The list as the engine ranks it.

use search::ask::{Found, Hit};

use super::tests::{TODAY, shelf};
use super::*;

/// The engine's answer: rows best first, the first `whole` of them with every word.
fn found(rows: &[u32], whole: u32) -> Found {
    let hit = |&row: &u32| Hit {
        row,
        score: 0,
        parts: Vec::new(),
    };
    Found {
        hits: rows.iter().map(hit).collect(),
        whole,
        ..Found::default()
    }
}

fn searched(text: &str) -> Filter {
    Filter {
        text: text.into(),
        ..Filter::default()
    }
}

#[track_caller]
fn check(scope: &Scope, filter: &Filter, found: &Found, rows: &[usize], whole: usize) -> Listing {
    let listing = shelf().browse(scope, filter, Some(found), TODAY);
    assert_eq!(listing.rows, rows, "{filter:?}");
    assert_eq!((listing.total, listing.whole), (rows.len(), whole));
    listing
}

#[test]
fn hits_stand_in_the_engines_order_whether_or_not_the_names_have_the_words() {
    check(
        &Scope::All,
        &searched("luosi"),
        &found(&[1, 0, 2], 2),
        &[1, 0, 2],
        2,
    );
}

#[test]
fn facets_are_counted_over_the_hits() {
    let listing = check(&Scope::All, &searched("m4"), &found(&[2, 1], 2), &[2, 1], 2);
    let keys = |counts: &[Count]| -> Vec<String> {
        counts
            .iter()
            .map(|count| format!("{} {}", count.key, count.products))
            .collect()
    };
    assert_eq!(keys(&listing.facets.categories), ["bolts 1", "nuts 1"]);
    assert_eq!(keys(&listing.facets.departments), ["fasteners 2"]);
    assert_eq!(listing.facets.in_stock, 2);
}

#[test]
fn another_order_keeps_those_with_every_word_first() {
    let by_price = Filter {
        sort: Sort::Price,
        ..searched("bolt")
    };
    // The nut is the cheapest of all, but has only some of the words.
    check(
        &Scope::All,
        &by_price,
        &found(&[0, 1, 3, 2], 2),
        &[1, 0, 2, 3],
        2,
    );
}

#[test]
fn filters_and_scope_narrow_the_hits_and_what_is_left_of_the_whole_ones() {
    let in_stock = Filter {
        in_stock: true,
        ..searched("bolt")
    };
    check(&Scope::All, &in_stock, &found(&[0, 1, 2], 2), &[1, 2], 1);
    let bolts = Scope::Category("bolts".into());
    check(&bolts, &searched("bolt"), &found(&[2, 1, 0], 1), &[1, 0], 0);
    let chosen = Scope::Chosen(vec!["ace.b10".into(), "bee.s1".into()]);
    check(
        &chosen,
        &searched("bolt"),
        &found(&[3, 2, 0], 3),
        &[3, 0],
        2,
    );
}

#[test]
fn rows_that_the_list_does_not_have_are_left_out() {
    check(
        &Scope::All,
        &searched("bolt"),
        &found(&[9, 1, u32::MAX, 0], 3),
        &[1, 0],
        1,
    );
}

#[test]
fn an_answer_does_not_outlive_its_question() {
    let all = shelf().browse(
        &Scope::All,
        &Filter::default(),
        Some(&found(&[1], 1)),
        TODAY,
    );
    assert_eq!((all.total, all.whole), (4, 4));
}

#[test]
fn the_order_is_in_the_address_where_it_is_not_the_usual_one() {
    let sort_of = |filter: &Filter| -> Option<String> {
        let query = filter.to_query();
        query
            .into_iter()
            .find(|(key, _)| *key == "sort")
            .map(|(_, value)| value)
    };
    let by = |text: &str, sort| Filter {
        sort,
        ..searched(text)
    };
    assert_eq!(sort_of(&by("", Sort::Relevance)), None);
    assert_eq!(sort_of(&by("", Sort::Name)), None);
    assert_eq!(sort_of(&by("bolt", Sort::Relevance)), None);
    assert_eq!(sort_of(&by("bolt", Sort::Name)).as_deref(), Some("name"));
    assert_eq!(by("", Sort::Relevance).order(), Sort::Name);
    assert_eq!(by("bolt", Sort::Relevance).order(), Sort::Relevance);
}
