use search::document::Kind;

use super::*;

fn query(text: &str) -> Suggestion {
    Suggestion::Query { text: text.into() }
}

fn nuts() -> Suggestion {
    Suggestion::Place {
        kind: Kind::Category,
        key: "nuts".into(),
        row: 0,
    }
}

fn empty() -> SearchBox {
    SearchBox::new(String::new(), History::default())
}

fn with_history(past: &str) -> SearchBox {
    SearchBox::new(String::new(), History::read(past))
}

/// Types, waits for the pause, and answers.
fn asked(text: &str, suggestions: &[Suggestion]) -> SearchBox {
    let mut state = empty();
    state.update(Event::Focused);
    answer(&mut state, text, suggestions);
    state
}

fn answer(state: &mut SearchBox, text: &str, suggestions: &[Suggestion]) {
    let Effect::Wait(version) = state.update(Event::Typed(text.into())) else {
        panic!("typing waits for a pause");
    };
    assert_eq!(
        state.update(Event::Paused(version)),
        Effect::Ask(text.into())
    );
    answered(state, text, suggestions);
}

fn answered(state: &mut SearchBox, text: &str, suggestions: &[Suggestion]) -> Effect {
    state.update(Event::Answered {
        text: text.into(),
        suggestions: suggestions.to_vec(),
    })
}

fn press(state: &mut SearchBox, key: &str) -> Effect {
    state.update(Event::Pressed(key.into()))
}

#[test]
fn only_the_last_pause_asks() {
    let mut state = empty();
    let first = state.update(Event::Typed("b".into()));
    let second = state.update(Event::Typed("bo".into()));
    let (Effect::Wait(first), Effect::Wait(second)) = (first, second) else {
        panic!("both wait");
    };
    assert_eq!(state.update(Event::Paused(first)), Effect::Nothing);
    assert_eq!(
        state.update(Event::Paused(second)),
        Effect::Ask("bo".into())
    );
}

#[test]
fn a_late_answer_is_dropped() {
    let mut state = asked("bolt", &[query("bolt m8")]);
    state.update(Event::Typed("nut".into()));
    let before = state.clone();
    for late in ["bolt", "nu", "nut "] {
        answered(&mut state, late, &[query("bolt m10")]);
        assert_eq!(state, before, "{late}");
    }
    answered(&mut state, "nut", &[query("nut m8")]);
    assert_eq!(state.offers(), [Offer::New(query("nut m8"))]);
}

#[test]
fn what_was_offered_for_other_words_leaves_at_once() {
    let mut state = asked("bol", &[query("bolt m8")]);
    for same in ["bolt", "bo"] {
        state.update(Event::Typed(same.into()));
        assert_eq!(state.offers(), [Offer::New(query("bolt m8"))], "{same}");
    }
    state.update(Event::Typed("nut".into()));
    assert_eq!(state.offers(), []);
}

#[test]
fn an_answer_after_the_search_was_made_opens_nothing() {
    let mut state = empty();
    let Effect::Wait(version) = state.update(Event::Typed("bolt".into())) else {
        panic!("typing waits");
    };
    assert_eq!(press(&mut state, "Enter"), Effect::Search("bolt".into()));
    answered(&mut state, "bolt", &[query("bolt m8")]);
    assert_eq!(state.offers(), []);
    assert_eq!(state.update(Event::Paused(version)), Effect::Nothing);
}

#[test]
fn nothing_happens_while_an_editor_puts_characters_together() {
    let mut state = asked("螺", &[query("螺栓")]);
    state.update(Event::Composing);
    for typed in ["螺s", "螺sh", "螺shuan"] {
        assert_eq!(state.update(Event::Typed(typed.into())), Effect::Nothing);
    }
    for key in ["Enter", "ArrowDown", "ArrowUp", "Escape", "Delete", "Home"] {
        assert_eq!(
            press(&mut state, key),
            Effect::Nothing,
            "{key} is the editor's"
        );
    }
    assert_eq!(state.active(), None);
    assert!(matches!(
        state.update(Event::Composed("螺栓".into())),
        Effect::Wait(_)
    ));
    state.update(Event::Composing);
    let searched = state.update(Event::Submitted);
    assert_eq!(
        searched,
        Effect::Search("螺栓".into()),
        "a button is no key"
    );
}

#[test]
fn a_pause_that_ends_in_the_middle_of_composing_asks_nothing() {
    let mut state = empty();
    let Effect::Wait(version) = state.update(Event::Typed("螺".into())) else {
        panic!("typing waits");
    };
    state.update(Event::Composing);
    assert_eq!(state.update(Event::Paused(version)), Effect::Nothing);
}

#[test]
fn arrows_go_round_through_the_field() {
    let mut state = asked("bo", &[query("bolt"), nuts()]);
    let mut walk = |keys: &[&str]| -> Vec<Option<usize>> {
        keys.iter()
            .map(|key| {
                assert_eq!(press(&mut state, key), Effect::Taken);
                state.active()
            })
            .collect()
    };
    assert_eq!(walk(&["ArrowDown"; 3]), [Some(0), Some(1), None]);
    assert_eq!(walk(&["ArrowUp"; 3]), [Some(1), Some(0), None]);
    assert_eq!(
        walk(&["ArrowDown", "End", "Home"]),
        [Some(0), Some(1), Some(0)]
    );
}

#[test]
fn a_better_answer_leaves_the_keyboard_where_it_stands() {
    let mut state = asked("bo", &[query("bolt"), nuts()]);
    press(&mut state, "ArrowDown");
    press(&mut state, "ArrowDown");
    answered(&mut state, "bo", &[query("bolt"), query("bow"), nuts()]);
    assert_eq!(state.active(), Some(2));
    answered(&mut state, "bo", &[query("bolt")]);
    assert_eq!(state.active(), None);
}

#[test]
fn home_and_end_are_the_fields_own_until_an_offer_is_reached() {
    let mut state = asked("bo", &[query("bolt")]);
    assert_eq!(press(&mut state, "Home"), Effect::Nothing);
    assert_eq!(press(&mut state, "End"), Effect::Nothing);
    assert_eq!(press(&mut state, "Delete"), Effect::Nothing);
}

#[test]
fn enter_takes_the_offer_or_searches_for_the_text() {
    let mut state = asked("bo", &[query("bolt m8"), nuts()]);
    assert_eq!(
        press(&mut state.clone(), "Enter"),
        Effect::Search("bo".into())
    );
    press(&mut state, "ArrowDown");
    assert_eq!(
        press(&mut state.clone(), "Enter"),
        Effect::Search("bolt m8".into())
    );
    press(&mut state, "ArrowDown");
    assert_eq!(press(&mut state, "Enter"), Effect::Open(nuts()));
    assert_eq!(state.offers(), [], "the list closes");
}

#[test]
fn escape_closes_and_then_empties() {
    let mut state = asked("bo", &[query("bolt")]);
    assert_eq!(press(&mut state, "Escape"), Effect::Taken);
    assert_eq!(state.offers(), []);
    assert_eq!(press(&mut state, "Escape"), Effect::Empty);
    assert_eq!(state.text(), "");
    assert_eq!(
        press(&mut state, "Escape"),
        Effect::Nothing,
        "left to the browser"
    );
}

#[test]
fn an_arrow_opens_a_closed_list() {
    let mut state = asked("bo", &[query("bolt")]);
    press(&mut state, "Escape");
    assert!(matches!(press(&mut state, "ArrowDown"), Effect::Wait(_)));
    assert_eq!(state.offers(), [Offer::New(query("bolt"))]);
}

#[test]
fn an_empty_field_offers_what_was_searched_before() {
    let mut state = with_history("bolt\nnut\nglove");
    assert_eq!(state.offers(), [], "not before the reader comes");
    assert_eq!(state.update(Event::Focused), Effect::Nothing);
    let past = |text: &str| Offer::Past(text.into());
    assert_eq!(state.offers(), [past("bolt"), past("nut"), past("glove")]);
    answer(&mut state, "n", &[query("nut"), query("nail")]);
    assert_eq!(
        state.offers(),
        [past("nut"), Offer::New(query("nail"))],
        "none twice"
    );
}

#[test]
fn searches_are_remembered_and_forgotten() {
    let mut state = with_history("nut\nbolt");
    state.update(Event::Focused);
    state.update(Event::Typed("  bolt ".into()));
    assert_eq!(press(&mut state, "Enter"), Effect::Search("bolt".into()));
    assert_eq!(state.history().write(), "bolt\nnut");
    state.update(Event::Typed(String::new()));
    state.update(Event::Pressed("ArrowDown".into()));
    assert_eq!(press(&mut state, "Delete"), Effect::Keep);
    assert_eq!(state.history().write(), "nut");
    assert_eq!(state.update(Event::Forgotten(0)), Effect::Keep);
    assert_eq!((state.offers(), state.active()), (Vec::new(), None));
    let mut all = with_history("a\nb");
    assert_eq!(all.update(Event::AllForgotten), Effect::Keep);
    assert_eq!(all.history().write(), "");
}

#[test]
fn what_is_no_past_search_cannot_be_forgotten() {
    let mut state = asked("bo", &[query("bolt")]);
    assert_eq!(state.update(Event::Forgotten(0)), Effect::Nothing);
    assert_eq!(state.update(Event::Chosen(7)), Effect::Nothing);
}

#[test]
fn an_empty_search_leaves_no_trace() {
    let mut state = with_history("nut");
    state.update(Event::Typed("  ".into()));
    assert_eq!(press(&mut state, "Enter"), Effect::Search(String::new()));
    assert_eq!(state.history().write(), "nut");
}

#[test]
fn the_address_changes_the_text_and_closes_the_list() {
    let mut state = asked("bo", &[query("bolt")]);
    state.update(Event::Moved("nut".into()));
    assert_eq!((state.text(), state.offers()), ("nut", Vec::new()));
}

#[test]
fn leaving_closes_the_list() {
    let mut state = asked("bo", &[query("bolt")]);
    state.update(Event::Left);
    assert_eq!(state.offers(), []);
}

#[test]
fn past_searches_are_few_and_cut_at_no_character() {
    let many: Vec<String> = (0..20).map(|number| number.to_string()).collect();
    let history = History::read(&many.join("\n\n"));
    assert_eq!(history.write().lines().count(), 8);
    let history = History::read("螺栓");
    assert_eq!(
        history.beginning_with("a").count(),
        0,
        "inside of a character"
    );
    assert_eq!(history.beginning_with("螺").count(), 1);
    assert_eq!(History::read("Hex bolt").beginning_with("hex b").count(), 1);
}
