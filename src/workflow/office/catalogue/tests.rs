use api_types::listing::{
    Outcome as Answered, Publication, PublicationForm, PublicationItem, Publish, Withdraw,
};
use api_types::problem::FieldCode;
use serde_json::json;

use super::CertificateStanding::{Counts, Ended, EndsSoon};
use super::*;

const COMPANY: u64 = 99;

fn id(time: u64) -> Id {
    Id::new(time, [7; 10])
}

fn draft(time: u64, version: u64, sku: &str) -> Draft {
    let Value::Object(content) =
        json!({ "cells": { "sku": sku, "name_zh": "螺栓" }, "photos": [] })
    else {
        unreachable!("an object")
    };
    Draft {
        id: id(time),
        kind: DraftKind::Product,
        content,
        version,
        updated_at: 0,
    }
}

fn listing(time: u64, draft: u64, state: ListingState) -> Listing {
    Listing {
        id: id(time),
        kind: DraftKind::Product,
        version: 4,
        state,
        draft,
        published_at: 0,
    }
}

/// One product in each state but `Faulty`.
fn book() -> Book {
    let mut book = Book::new(id(COMPANY));
    let skus = [(1, 1, "M10"), (2, 3, "M8"), (3, 3, "a-2"), (4, 1, "")];
    book.take_drafts(
        skus.map(|(time, version, sku)| draft(time, version, sku))
            .into(),
    );
    book.take_listings(vec![
        listing(2, 3, ListingState::Published),
        listing(3, 2, ListingState::Published),
        listing(4, 1, ListingState::Withdrawn),
    ]);
    book
}

fn state(book: &Book, time: u64) -> State {
    book.get(id(time)).unwrap().state()
}

#[test]
fn a_row_says_how_draft_and_listing_stand() {
    let mut book = book();
    let states = [1, 2, 3, 4].map(|time| state(&book, time));
    let expected = [
        State::Draft,
        State::Published,
        State::Changed,
        State::Withdrawn,
    ];
    assert_eq!(states, expected);
    let content = book.get(id(2)).unwrap().with("moq", " 200 ");
    book.write(id(2), content);
    assert_eq!(state(&book, 2), State::Changed, "written, not sent yet");
    assert_eq!(book.get(id(2)).unwrap().cell("moq"), "200");
    book.sent(id(2), 4);
    assert_eq!(state(&book, 2), State::Changed);
    // What comes from the hub late does not go over what is written here.
    let content = book.get(id(1)).unwrap().with("sku", "M12");
    book.write(id(1), content);
    book.take_drafts(vec![draft(1, 2, "M10")]);
    assert_eq!(book.get(id(1)).unwrap().cell("sku"), "M12");
}

#[test]
fn a_cell_that_is_made_blank_is_gone_and_the_rest_stays() {
    let book = book();
    let content = book.get(id(1)).unwrap().with("sku", "  ");
    assert_eq!(
        Value::Object(content),
        json!({ "cells": { "name_zh": "螺栓" }, "photos": [] })
    );
    let odd = Product {
        content: json!({ "cells": [1] }).as_object().unwrap().clone(),
        ..Product::default()
    };
    assert_eq!(odd.cell("sku"), "");
    assert_eq!(
        Value::Object(odd.with("sku", "A")),
        json!({ "cells": { "sku": "A" } })
    );
}

#[test]
fn rows_are_counted_as_people_count_and_found_by_number_or_name() {
    let book = book();
    let shown = |text: &str, state| {
        let asked = Asked {
            text: text.to_owned(),
            state,
        };
        arrange(&book, &asked)
    };
    assert_eq!(shown("", None), [4, 3, 2, 1].map(id));
    assert_eq!(shown("m 螺", None), [2, 1].map(id));
    assert_eq!(shown("m8 m10", None), []);
    assert_eq!(shown("", Some(State::Changed)), [3].map(id));
    assert_eq!(shown("", Some(State::Faulty)), []);
}

#[test]
fn only_what_would_change_something_is_asked_for_five_hundred_at_a_time() {
    let mut book = book();
    let all = [1, 2, 3, 4, 77].map(id);
    let publish = publications(&book, &all, Want::Publish);
    let expected = [(1, 1), (3, 3), (4, 1)].map(|(time, draft)| Publish {
        id: id(time),
        draft,
    });
    assert_eq!(publish.len(), 1);
    assert_eq!(publish[0].publish, expected);
    let withdraw = publications(&book, &all, Want::Withdraw);
    let expected = [2, 3].map(|time| Withdraw {
        id: id(time),
        version: 4,
    });
    assert_eq!(withdraw[0].withdraw, expected);
    let content = Content::new();
    book.write(id(1), content);
    assert_eq!(
        publications(&book, &[id(1)], Want::Publish),
        [],
        "not with the hub"
    );
    let many: Vec<u64> = (1_000..2_001).collect();
    book.take_drafts(many.iter().map(|&time| draft(time, 1, "X")).collect());
    let many: Vec<Id> = many.into_iter().map(id).collect();
    let sizes = publications(&book, &many, Want::Publish);
    let sizes: Vec<usize> = sizes.iter().map(|form| form.publish.len()).collect();
    assert_eq!(sizes, [500, 500, 1]);
}

#[test]
fn what_was_refused_is_faulty_until_it_is_written_anew() {
    let mut book = book();
    let form = PublicationForm {
        publish: vec![
            Publish {
                id: id(1),
                draft: 1,
            },
            Publish {
                id: id(3),
                draft: 3,
            },
        ],
        withdraw: vec![Withdraw {
            id: id(2),
            version: 4,
        }],
    };
    let error = FieldError {
        pointer: "/cells/moq".to_owned(),
        code: FieldCode::Missing,
        detail: Some("blank".to_owned()),
    };
    let item = |time, outcome, version| PublicationItem {
        id: id(time),
        outcome,
        version,
        code: None,
        errors: Vec::new(),
    };
    let answer = Publication {
        id: id(50),
        version: 1,
        items: vec![
            item(2, Answered::Withdrawn, Some(5)),
            PublicationItem {
                code: Some(Code::InvalidBody),
                errors: vec![error.clone()],
                ..item(1, Answered::Refused, None)
            },
            item(3, Answered::Published, Some(5)),
        ],
        at: 7,
    };
    let mut sum = Outcome::default();
    settle(&mut book, &form, answer, &mut sum);
    let expected = Outcome {
        published: 1,
        withdrawn: 1,
        refused: vec![id(1)],
    };
    assert_eq!(sum, expected);
    let states = [1, 2, 3].map(|time| state(&book, time));
    assert_eq!(states, [State::Faulty, State::Withdrawn, State::Published]);
    assert_eq!(book.get(id(1)).unwrap().fault("moq"), Some(&error));
    assert_eq!(book.get(id(1)).unwrap().fault("sku"), None);
    let content = book.get(id(1)).unwrap().with("moq", "100");
    book.write(id(1), content);
    book.sent(id(1), 2);
    assert_eq!(state(&book, 1), State::Draft);
}

#[test]
fn certificates_are_told_by_what_is_left_of_them() {
    let today = 20_000;
    let day = |days: i32| domain::Date::from_days_since_epoch(today + days).unwrap();
    let cell = [61, -1, 0, 60].map(|days| format!("CE|{days}|TÜV|{}", day(days)));
    let cell = format!("{}; nonsense", cell.join(";"));
    let found = endings(&cell, today);
    let found: Vec<_> = found
        .iter()
        .map(|ending| (ending.days, ending.standing()))
        .collect();
    assert_eq!(
        found,
        [(-1, Ended), (0, EndsSoon), (60, EndsSoon), (61, Counts)]
    );
}

#[test]
fn every_column_of_the_table_is_in_the_form_and_none_is_there_twice() {
    for groups in [&PRODUCT[..], &PAGE[..]] {
        let mut names: Vec<&str> = Vec::new();
        for column in groups.iter().flat_map(|(_, columns)| columns.iter()) {
            match *column {
                Column::One { name, .. } => names.push(name),
                Column::Both { en, zh, .. } => names.extend([en, zh]),
            }
        }
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
        if count == 25 {
            assert!(TABLE.iter().all(|column| names.contains(column)));
        } else {
            assert_eq!(count, 16);
        }
    }
}
