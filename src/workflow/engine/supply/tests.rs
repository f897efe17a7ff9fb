use api_types::catalogue::{Department, EngineParts, FileRef, Text};

use super::*;

fn front() -> Front {
    let file = |name: &str, bytes| FileRef {
        file: name.into(),
        bytes,
    };
    let department = |slug: &str| Department {
        slug: slug.into(),
        name: Text::default(),
        summary: Text::default(),
        products: 1,
        categories: Vec::new(),
    };
    Front {
        departments: vec![department("metal"), department("food"), department("paper")],
        engine: EngineParts {
            places: file("places", 10),
            departments: vec![file("metal", 100), file("food", 200), file("paper", 300)],
            lexicon: file("lexicon", 400),
            offers: file("offers", 500),
        },
        ..Front::default()
    }
}

/// Brings the engine everything; returns the files in the order in which they were fetched.
fn fill(supply: &mut Supply, wish: &Wish) -> Vec<String> {
    let mut files = Vec::new();
    while let Some((file, ..)) = supply.next(wish) {
        supply.handed(&file);
        supply.arrived(&file);
        files.push(file);
    }
    files
}

fn order(wish: &Wish) -> Vec<String> {
    fill(&mut Supply::new(&front()), wish)
}

#[test]
fn parts_come_in_the_order_of_their_use() {
    let wish = Wish::default();
    assert_eq!(
        order(&wish),
        ["places", "metal", "food", "paper", "lexicon"]
    );
    let wish = Wish {
        department: Some("paper".into()),
        words: true,
        ..wish
    };
    assert_eq!(
        order(&wish),
        ["places", "paper", "lexicon", "metal", "food"]
    );
    let wish = Wish {
        department: Some("closed".into()),
        offers: true,
        words: false,
    };
    assert_eq!(
        order(&wish),
        ["places", "offers", "metal", "food", "paper", "lexicon"]
    );
}

#[test]
fn what_the_publication_lacks_is_not_waited_for() {
    let mut front = front();
    front.engine.lexicon = FileRef::default();
    front.engine.offers = FileRef::default();
    let mut supply = Supply::new(&front);
    let wish = Wish {
        offers: true,
        words: true,
        ..Wish::default()
    };
    for _ in 0..4 {
        let (file, ..) = supply.next(&wish).unwrap();
        supply.arrived(&file);
    }
    assert_eq!(supply.next(&wish), None);
    assert!(supply.can_match());
    supply.retry();
    assert_eq!(supply.next(&wish), None);
}

#[test]
fn progress_counts_the_bytes_of_the_index_that_the_engine_has() {
    let wish = Wish::default();
    let mut supply = Supply::new(&front());
    let filling = |have| Progress {
        stage: Stage::Filling,
        have,
        of: 610,
    };
    assert_eq!(supply.progress(), filling(0));
    assert!(!supply.can_search());
    supply.next(&wish).unwrap();
    supply.handed("places");
    assert_eq!(supply.progress(), filling(0));
    supply.arrived("places");
    assert_eq!(supply.progress(), filling(10));
    assert!(supply.can_search() && !supply.can_match());
    fill(&mut supply, &wish);
    let whole = supply.progress();
    assert_eq!((whole.stage, whole.have), (Stage::Whole, 610));
}

#[test]
fn a_part_that_does_not_arrive_is_tried_again_ever_later_and_then_on_demand() {
    let wish = Wish::default();
    let mut supply = Supply::new(&front());
    for wait in [2, 4, 8] {
        assert_eq!(supply.next(&wish).unwrap().0, "places");
        assert_eq!(supply.failed("places", true), Some(wait));
        supply.try_again("places");
    }
    supply.next(&wish).unwrap();
    assert_eq!(supply.failed("places", true), None);
    assert_eq!(supply.next(&wish).unwrap().0, "metal", "the others come");
    assert_eq!(supply.failed("metal", false), None, "no use to try");
    for file in ["food", "paper"] {
        supply.next(&wish).unwrap();
        supply.arrived(file);
    }
    let progress = supply.progress();
    assert_eq!((progress.stage, progress.have), (Stage::Partial, 500));
    supply.retry();
    assert_eq!(supply.progress().stage, Stage::Filling);
    assert_eq!(supply.next(&wish).unwrap().0, "places");
}

#[test]
fn refused_bytes_are_asked_for_once_more_past_the_caches() {
    let wish = Wish::default();
    let mut supply = Supply::new(&front());
    let first = ("places".to_owned(), Part::Segment, false);
    assert_eq!(supply.next(&wish), Some(first));
    supply.refused("places");
    let second = ("places".to_owned(), Part::Segment, true);
    assert_eq!(supply.next(&wish), Some(second));
    supply.refused("places");
    assert_eq!(supply.next(&wish).unwrap().0, "metal");
}

#[test]
fn an_engine_that_was_started_anew_gets_everything_again() {
    let wish = Wish::default();
    let mut supply = Supply::new(&front());
    let before = fill(&mut supply, &wish);
    supply.emptied();
    assert_eq!(supply.progress().have, 0);
    assert_eq!(fill(&mut supply, &wish), before);
}

#[test]
fn what_is_still_on_its_way_when_the_engine_dies_is_not_fetched_twice() {
    let wish = Wish::default();
    let mut supply = Supply::new(&front());
    for file in ["places", "metal"] {
        assert_eq!(supply.next(&wish).unwrap().0, file);
        if file == "places" {
            supply.arrived(file);
        }
    }
    supply.emptied();
    supply.handed("metal");
    supply.arrived("metal");
    assert_eq!(
        fill(&mut supply, &wish),
        ["places", "food", "paper", "lexicon"]
    );
}

#[test]
fn the_first_part_has_the_line_for_itself_unless_it_does_not_come() {
    let wish = Wish::default();
    let mut supply = Supply::new(&front());
    supply.next(&wish).unwrap();
    assert_eq!(supply.next(&wish), None);
    supply.handed("places");
    assert_eq!(supply.next(&wish), None, "not searched yet");
    supply.arrived("places");
    assert_eq!(supply.next(&wish).unwrap().0, "metal");
    assert_eq!(supply.next(&wish).unwrap().0, "food");

    let mut supply = Supply::new(&front());
    supply.next(&wish).unwrap();
    supply.failed("places", true);
    assert_eq!(supply.next(&wish).unwrap().0, "metal");
}
