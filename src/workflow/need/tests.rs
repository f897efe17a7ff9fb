use search::understood::{Meaning, Span, Understood};

use super::*;

fn need() -> Need {
    Need {
        text: "M8 不锈钢螺栓".into(),
        quantity: Some(1_000),
        target_price: Some(3_600),
        needed_by: day("2026-12-15"),
        destination: Some("CN".into()),
        certificates: vec!["ISO 9001".into(), "RoHS".into()],
        incoterm: Some("CIF".into()),
        sample: true,
        weights: Weights {
            price: 100,
            speed: 0,
            reliability: 35,
        },
    }
}

fn read_back(asked: &Asked) -> Asked {
    let query = asked.to_query();
    Asked::from_query(|key| {
        let found = query.iter().find(|(name, _)| *name == key);
        found.map(|(_, value)| value.clone())
    })
}

#[test]
fn a_need_survives_the_address() {
    let asked = Asked {
        need: need(),
        dismissed: vec![Clue::By, Clue::Sample],
        by_supplier: true,
    };
    assert_eq!(read_back(&asked), asked);
    assert_eq!(read_back(&Asked::default()), Asked::default());
    assert_eq!(Asked::default().to_query(), []);
}

#[test]
fn fields_are_taken_one_by_one() {
    let mut asked = Asked::default();
    for (field, value) in [
        ("need", " M8 bolts "),
        ("quantity", "1000"),
        ("price", "0.4"),
        ("by", "2026-12-15"),
        ("certificate", "CE"),
        ("certificate", "UL"),
        ("certificate", "CE"),
        ("certificate", ""),
        ("fast", "90"),
        ("sample", "on"),
    ] {
        asked.set(field, value);
    }
    assert_eq!(
        asked.need.text, " M8 bolts ",
        "spaces are still being typed"
    );
    assert_eq!(
        (asked.need.quantity, asked.need.target_price),
        (Some(1_000), Some(4_000))
    );
    assert_eq!(asked.need.certificates, ["CE", "UL"]);
    assert_eq!((asked.need.weights.speed, asked.need.sample), (90, true));
    asked.dismissed.push(Clue::By);
    asked.set("quantity", "many");
    asked.set("sample", "");
    assert_eq!((asked.need.quantity, asked.need.sample), (None, false));
    assert_eq!(asked.dismissed, [Clue::By]);
    asked.set("need", "");
    assert_eq!(asked.dismissed, [], "other words, other clues");
}

#[test]
fn nonsense_in_the_address_is_left_out() {
    for nonsense in ["-1", "0", "x", "1e9", "999999999999999999999"] {
        let asked = Asked::from_query(|key| (key != "need").then(|| nonsense.to_owned()));
        let need = &asked.need;
        assert_eq!(
            (need.quantity, need.target_price, need.needed_by),
            (None, None, None),
            "{nonsense}"
        );
        assert!(asked.dismissed.is_empty() && !asked.by_supplier);
    }
    let heavy = Asked::from_query(|key| (key == "cheap").then(|| "255".to_owned()));
    assert_eq!(heavy.need.weights.price, 100);
}

#[test]
fn prices_and_days_are_read_and_written() {
    assert_eq!(price(" 0.36 "), Some(3_600));
    assert_eq!(written_price(3_600), "0.36");
    assert_eq!(written_price(85), "0.0085");
    assert_eq!(day("1970-01-02"), Some(1));
    assert_eq!(written_day(1).as_deref(), Some("1970-01-02"));
    assert_eq!(day("2026-02-30"), None);
}

/// What was read out of a text, without its places.
fn understood(need: Need) -> Understood {
    Understood {
        need,
        spans: Vec::new(),
    }
}

#[test]
fn words_fill_what_the_buyer_left_open() {
    let asked = Asked {
        need: Need {
            quantity: Some(50),
            ..Need::default()
        },
        ..Asked::default()
    };
    let (whole, taken) = complete(&asked, &understood(need()));
    assert_eq!(whole.quantity, Some(50), "what is filled in counts");
    assert_eq!((whole.target_price, whole.sample), (Some(3_600), true));
    assert_eq!(whole.certificates, ["ISO 9001", "RoHS"]);
    assert_eq!(
        whole.weights,
        Weights::default(),
        "weights are never read out of words"
    );
    let rest = [
        Clue::Price,
        Clue::By,
        Clue::To,
        Clue::Certificates,
        Clue::Incoterm,
        Clue::Sample,
    ];
    assert_eq!(taken, rest);
}

#[test]
fn what_was_dismissed_is_not_taken_again() {
    let asked = Asked {
        dismissed: Clue::ALL.to_vec(),
        ..Asked::default()
    };
    let (whole, taken) = complete(&asked, &understood(need()));
    assert_eq!((whole, taken), (Need::default(), Vec::new()));
    let nothing = complete(&Asked::default(), &Understood::default());
    assert_eq!(nothing, (Need::default(), Vec::new()));
}

#[test]
fn words_understood_are_not_searched_for_and_dismissed_ones_are() {
    let text = "500 M8螺栓 到上海 CIF";
    let span = |words: &str, meaning| {
        let start = text.find(words).unwrap();
        Span {
            start: u32::try_from(start).unwrap(),
            end: u32::try_from(start + words.len()).unwrap(),
            meaning,
        }
    };
    let understood = Understood {
        need: need(),
        spans: vec![
            span("500", Meaning::Quantity(500)),
            span("到上海", Meaning::Destination("CN".into())),
            span("CIF", Meaning::Incoterm("CIF".into())),
        ],
    };
    let searched = |dismissed: &[Clue]| {
        let asked = Asked {
            need: Need {
                text: text.into(),
                ..Need::default()
            },
            dismissed: dismissed.to_vec(),
            ..Asked::default()
        };
        complete(&asked, &understood).0.text
    };
    assert_eq!(searched(&[]), "M8螺栓");
    assert_eq!(searched(&[Clue::Quantity]), "500 M8螺栓");
    assert_eq!(searched(&[Clue::Incoterm]), "M8螺栓 CIF");
}

#[test]
fn an_answer_to_other_words_cuts_no_character() {
    let asked = Asked {
        need: Need {
            text: "螺栓".into(),
            ..Need::default()
        },
        ..Asked::default()
    };
    let span = |start, end| Span {
        start,
        end,
        meaning: Meaning::Sample,
    };
    let understood = Understood {
        need: Need::default(),
        spans: vec![span(1, 2), span(0, 2), span(3, 99), span(90, 99)],
    };
    assert_eq!(complete(&asked, &understood).0.text, "螺栓");
}
