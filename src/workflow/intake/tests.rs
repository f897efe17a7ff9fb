use super::ask::*;
use super::*;

/// A file with these columns; `sku` must be there, `unit` too.
fn opened(sources: [Source; 2]) -> Opened {
    let column = |name: &str| TemplateColumn {
        name: name.into(),
        label: Default::default(),
        is_required: true,
    };
    let of_file = |name: &str| FileColumn {
        name: name.into(),
        examples: Vec::new(),
    };
    Opened {
        columns: vec![of_file("Nr"), of_file("Einheit")],
        rows: 250,
        template: vec![column("sku"), column("unit")],
        sources: sources.into(),
        ..Opened::default()
    }
}

fn dropped(intake: &mut Intake) -> u32 {
    let file = "bolts.v2.xlsx".to_owned();
    match intake.update(Event::Dropped { file }).pop() {
        Some(Effect::Open(Ask::Open { version, .. })) => version,
        other => panic!("{other:?}"),
    }
}

/// A file that was read and checked; its version.
fn checked(intake: &mut Intake) -> u32 {
    let version = dropped(intake);
    let opened = opened([Source::Place(0), Source::Place(1)]);
    let effects = intake.update(Event::Answered(Answer::Opened { version, opened }));
    let Some(Effect::Ask(Ask::Check { version, .. })) = effects.first() else {
        panic!("{effects:?}");
    };
    let checked = Checked {
        tally: Tally {
            done: 250,
            of: 250,
            accepted: 150,
            remarked: 0,
            refused: 100,
        },
        problems: 120,
        ..Checked::default()
    };
    let version = *version;
    let answer = Answer::Checked { version, checked };
    assert_eq!(intake.update(Event::Answered(answer)), []);
    version
}

#[test]
fn a_file_whose_columns_are_plain_is_checked_at_once() {
    let mut intake = Intake::default();
    let version = checked(&mut intake);
    assert_eq!((intake.view, intake.lines()), (View::Problems, 120));
    let (from, count) = (0, SLICE);
    let problems = Effect::Ask(Ask::Problems {
        version,
        from,
        count,
    });
    assert_eq!(intake.update(Event::Scrolled(0..20)), [problems]);
    assert_eq!(intake.update(Event::Scrolled(5..25)), []);
    intake.update(Event::ViewChosen(View::Products));
    assert_eq!(intake.lines(), 150);
    let products = Effect::Ask(Ask::Products {
        version,
        from: 100,
        count,
    });
    assert_eq!(intake.update(Event::Scrolled(140..900)), [products]);
}

#[test]
fn the_next_rows_are_asked_for_until_all_are_checked() {
    let mut intake = Intake::default();
    let version = dropped(&mut intake);
    let opened = opened([Source::Place(0), Source::Always("C62".into())]);
    intake.update(Event::Answered(Answer::Opened { version, opened }));
    let version = version + 1;
    let tally = Tally {
        done: 200,
        of: 250,
        ..Tally::default()
    };
    let effects = intake.update(Event::Answered(Answer::Checking { version, tally }));
    assert_eq!(effects, [Effect::Ask(Ask::Continue { version })]);
    assert_eq!(intake.stage, Stage::Checking(tally));
}

#[test]
fn a_column_that_is_not_known_is_asked_for_and_remembered() {
    let mut intake = Intake::new("Menge\tmoq\n");
    let version = dropped(&mut intake);
    let opened = opened([Source::Place(0), Source::Absent]);
    intake.update(Event::Answered(Answer::Opened { version, opened }));
    assert_eq!(
        (&intake.stage, intake.has_all_columns()),
        (&Stage::Columns, false)
    );
    assert_eq!(intake.update(Event::ColumnsAccepted), []);
    let source = Source::Place(1);
    let effects = intake.update(Event::SourceChosen { column: 1, source });
    assert_eq!(
        effects,
        [Effect::Remember("Einheit\tunit\nMenge\tmoq\n".into())]
    );
    let effects = intake.update(Event::ColumnsAccepted);
    assert!(
        matches!(&effects[..], [Effect::Ask(Ask::Check { .. })]),
        "{effects:?}"
    );
}

#[test]
fn a_column_of_the_file_means_one_thing() {
    let mut intake = Intake::default();
    checked(&mut intake);
    intake.update(Event::ColumnsOpened);
    intake.update(Event::SourceChosen {
        column: 1,
        source: Source::Place(0),
    });
    assert_eq!(intake.sources, [Source::Absent, Source::Place(0)]);
}

#[test]
fn cancelling_stops_the_worker_and_late_answers_change_nothing() {
    let mut intake = Intake::default();
    let version = dropped(&mut intake);
    assert_eq!(intake.update(Event::Cancelled), [Effect::Stop]);
    let opened = opened([Source::Place(0), Source::Place(1)]);
    assert_eq!(
        intake.update(Event::Answered(Answer::Opened { version, opened })),
        []
    );
    assert_eq!(intake.stage, Stage::Empty);
    assert_eq!(
        intake.update(Event::Cancelled),
        [],
        "there is nothing to cancel"
    );
}

#[test]
fn another_file_stops_the_one_before() {
    let mut intake = Intake::default();
    dropped(&mut intake);
    let effects = intake.update(Event::Dropped {
        file: "nuts.csv".into(),
    });
    assert!(
        matches!(&effects[..], [Effect::Stop, Effect::Open(_)]),
        "{effects:?}"
    );
}

#[test]
fn of_what_is_typed_the_last_is_searched_for_one_at_a_time() {
    let mut intake = Intake::default();
    let version = checked(&mut intake);
    intake.update(Event::ViewChosen(View::Products));
    let search = |text: &str| {
        let (text, limit) = (text.to_owned(), 100);
        Effect::Ask(Ask::Search {
            version,
            text,
            limit,
        })
    };
    assert_eq!(intake.update(Event::Typed("b".into())), [search("b")]);
    assert_eq!(intake.update(Event::Typed("bo".into())), []);
    assert_eq!(intake.update(Event::Typed("bolt ".into())), []);
    let found = |text: &str| {
        Event::Answered(Answer::Found {
            version,
            text: text.into(),
            found: Default::default(),
            products: Vec::new(),
        })
    };
    assert_eq!(intake.update(found("b")), [search("bolt")]);
    assert_eq!(intake.update(found("bolt")), []);
    assert_eq!(intake.lines(), 0);
    intake.update(Event::Typed(String::new()));
    assert_eq!(intake.lines(), 150);
}

#[test]
fn files_are_named_after_the_file() {
    let mut intake = Intake::default();
    let version = checked(&mut intake);
    let which = Which::Refused { chinese: true };
    let asked = intake.update(Event::FileWanted(which));
    assert_eq!(asked, [Effect::Ask(Ask::File { version, which })]);
    let bytes = vec![1];
    let effects = intake.update(Event::Answered(Answer::File {
        version,
        which,
        bytes,
    }));
    let name = "bolts.v2-to-correct.csv".to_owned();
    assert_eq!(
        effects,
        [Effect::Save {
            name,
            bytes: vec![1]
        }]
    );
}

#[test]
fn a_dead_worker_leaves_a_page_that_says_so_and_takes_the_next_file() {
    let mut intake = Intake::default();
    dropped(&mut intake);
    assert_eq!(intake.update(Event::Died), []);
    assert_eq!(intake.stage, Stage::Failed);
    let effects = intake.update(Event::Dropped {
        file: "nuts.csv".into(),
    });
    assert!(matches!(&effects[..], [Effect::Open(_)]), "{effects:?}");
}
