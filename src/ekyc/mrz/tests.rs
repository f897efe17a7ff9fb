use domain::Date;
use proptest::prelude::*;

use super::*;

const TD3: &str =
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10";
const TD1: &str = "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<";
const TD2: &str = "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6";
const MRV_A: &str =
    "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL8988901C4XXX4009078F96121096ZE184226B<<<<<<";
const MRV_B: &str = "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nL8988901C4XXX4009078F9612109<<<<<<<<";

pub(super) fn today() -> Date {
    Date::new(2026, 11, 22).unwrap()
}

fn parse(text: &str) -> Result<Mrz, MrzError> {
    Mrz::parse(text.as_bytes(), today())
}

#[test]
fn the_specimens_of_the_standard_are_read() {
    for (text, format) in [
        (TD3, Format::Td3),
        (TD1, Format::Td1),
        (TD2, Format::Td2),
        (MRV_A, Format::MrvA),
        (MRV_B, Format::MrvB),
    ] {
        let mrz = parse(text).unwrap();
        assert_eq!(mrz.format, format);
        assert_eq!(
            (mrz.primary.expose(), mrz.secondary.expose()),
            ("ERIKSSON", "ANNA MARIA")
        );
        assert_eq!((mrz.sex, mrz.may_be_cut), (MrzSex::Female, false));
        assert!(mrz.issuer.is_specimen());
    }
    let mrz = parse(TD3).unwrap();
    assert_eq!(
        (
            mrz.kind.expose(),
            mrz.number.expose(),
            mrz.optional.expose()
        ),
        ("P", "L898902C3", "ZE184226B")
    );
    assert_eq!(mrz.born.date(), Date::new(1974, 8, 12));
    assert_eq!(mrz.expires.to_string(), "2012-04-15");
    assert_eq!(parse(MRV_A).unwrap().nationality.code(), "XXX");
    assert_eq!(parse(TD1).unwrap().number.expose(), "D23145890");
}

#[test]
fn check_digits_of_the_standard() {
    assert_eq!(check_digit(b"L898902C3"), Some(b'6'));
    assert_eq!(check_digit(b"740812"), Some(b'2'));
    assert_eq!(check_digit(b"ZE184226B<<<<<"), Some(b'1'));
    assert_eq!(check_digit(b"<<<<<<"), Some(b'0'));
    assert_eq!(check_digit(b"a"), None);
}

#[test]
fn each_check_digit_is_named_when_it_is_wrong() {
    let wrong = |line: usize, column: usize, to: &str| {
        let mut lines: Vec<String> = TD3.lines().map(str::to_owned).collect();
        lines[line].replace_range(column..=column, to);
        parse(&lines.join("\n")).unwrap_err()
    };
    assert_eq!(wrong(1, 0, "M"), MrzError::Check(CheckOf::DocumentNumber));
    assert_eq!(wrong(1, 13, "8"), MrzError::Check(CheckOf::BirthDate));
    assert_eq!(wrong(1, 27, "8"), MrzError::Check(CheckOf::Expiry));
    assert_eq!(wrong(1, 28, "A"), MrzError::Check(CheckOf::Optional));
    assert_eq!(wrong(1, 43, "1"), MrzError::Check(CheckOf::Composite));
    assert_eq!(
        wrong(1, 20, "X"),
        MrzError::Character {
            line: 1,
            column: 20
        }
    );
    assert_eq!(wrong(0, 5, "<"), MrzError::Character { line: 0, column: 5 });
    assert_eq!(wrong(0, 18, "<"), MrzError::Name);
    assert_eq!(wrong(0, 3, "<"), MrzError::State);
}

#[test]
fn lines_are_parted_and_measured() {
    let crlf = format!("\r\n  {}  \r\n\r\n", TD3.replace('\n', "  \r\n"));
    assert!(parse(&crlf).is_ok());
    for wrong in [
        "",
        "\n",
        "P<UTO",
        &TD3[..44],
        &TD3[..88],
        &format!("{TD3}\n{}", &TD3[45..]),
        &TD3.to_lowercase(),
    ] {
        assert!(parse(wrong).is_err(), "{wrong:?}");
    }
}

#[test]
fn a_blank_optional_field_may_have_a_filler_for_its_digit() {
    let fields = Fields {
        optional: "",
        ..passport()
    };
    let lines = write(Format::Td3, &fields).unwrap();
    assert_eq!(&lines[1][42..43], "0");
    let mut with_filler = lines.clone();
    with_filler[1].replace_range(42..43, "<");
    assert!(
        parse(&with_filler.join("\n")).is_ok(),
        "a filler counts 0, so the composite digit stays"
    );
}

#[test]
fn long_numbers_of_cards_go_on_in_the_optional_data() {
    // The example of Doc 9303 part 5.
    let text = "I<UTOD23145890<7349<<<<<<<<<<<\n3407127M9507122UTO<<<<<<<<<<<2\nSTEVENSON<<PETER<JOHN<<<<<<<<<";
    let mrz = parse(text).unwrap();
    assert_eq!(
        (mrz.number.expose(), mrz.optional.expose()),
        ("D23145890734", "")
    );
    assert_eq!(
        parse(&text.replace("7349", "7348")),
        Err(MrzError::Check(CheckOf::DocumentNumber))
    );
    assert_eq!(
        parse(&text.replace("7349", "<<<<")),
        Err(MrzError::Check(CheckOf::DocumentNumber))
    );
    let base = Fields {
        number: "590330101258",
        kind: "ID",
        issuer: "BEL",
        nationality: "BEL",
        ..passport()
    };
    for format in [Format::Td1, Format::Td2] {
        let lines = write(
            format,
            &Fields {
                optional: "",
                ..base.clone()
            },
        )
        .unwrap();
        let mrz = parse(&lines.join("\n")).unwrap();
        assert_eq!(
            (mrz.number.expose(), mrz.optional.expose()),
            ("590330101258", "")
        );
    }
    let lines = write(
        Format::Td1,
        &Fields {
            optional: "X9",
            more: "Y",
            ..base.clone()
        },
    )
    .unwrap();
    assert_eq!(&lines[0][14..20], "<2587<");
    assert_eq!(parse(&lines.join("\n")).unwrap().optional.expose(), "X9 Y");
    let base = Fields { kind: "P", ..base };
    assert_eq!(write(Format::Td3, &base), Err(WriteError::TooLong));
    assert_eq!(
        write(Format::MrvB, &Fields { kind: "V", ..base }),
        Err(WriteError::TooLong)
    );
}

#[test]
fn unknown_birth_dates_are_valid() {
    let unknown = BirthDate {
        year: None,
        month: None,
        day: None,
    };
    let lines = write(
        Format::Td3,
        &Fields {
            born: unknown,
            ..passport()
        },
    )
    .unwrap();
    assert_eq!(&lines[1][13..20], "<<<<<<0");
    assert_eq!(parse(&lines.join("\n")).unwrap().born, unknown);
}

#[test]
fn what_no_zone_can_hold_is_not_written() {
    let wrong = |fields: Fields| write(Format::Td3, &fields).unwrap_err();
    assert_eq!(
        wrong(Fields {
            kind: "V",
            ..passport()
        }),
        WriteError::Kind
    );
    assert_eq!(
        wrong(Fields {
            kind: "",
            ..passport()
        }),
        WriteError::Kind
    );
    assert_eq!(
        wrong(Fields {
            primary: "MÜLLER",
            ..passport()
        }),
        WriteError::Character
    );
    assert_eq!(
        wrong(Fields {
            primary: " - ",
            ..passport()
        }),
        WriteError::Name
    );
    assert_eq!(
        wrong(Fields {
            more: "X",
            ..passport()
        }),
        WriteError::TooLong
    );
    assert_eq!(
        wrong(Fields {
            optional: "012345678901234",
            ..passport()
        }),
        WriteError::TooLong
    );
}

#[test]
fn a_zone_is_never_printed() {
    assert_eq!(format!("{:?}", parse(TD3).unwrap()), "Mrz(Td3, redacted)");
}

pub(super) fn passport() -> Fields<'static> {
    Fields {
        kind: "P",
        issuer: "UTO",
        nationality: "UTO",
        number: "L898902C3",
        primary: "ERIKSSON",
        secondary: "ANNA MARIA",
        born: Date::new(1974, 8, 12).unwrap().into(),
        sex: MrzSex::Female,
        expires: Date::new(2032, 4, 15).unwrap(),
        optional: "ZE184226B",
        more: "",
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..120)) {
        let _ = Mrz::parse(&bytes, today());
    }

    #[test]
    fn any_zone_is_read_or_refused(
        text in "[0-9A-Z<]{44}\n[0-9A-Z<]{44}|([0-9A-Z<]{30}\n){3}|[PV][0-9A-Z<]{35}\n[0-9A-Z<]{36}|[ -~é]{36}\n[ -~]{36}",
    ) {
        let _ = parse(&text);
        for format in Format::ALL {
            let _ = inspect(format, text.as_bytes(), today());
        }
    }

    #[test]
    fn what_is_written_is_read(
        of in 0usize..5,
        number in "[A-Z0-9]{1,13}",
        primary in "[A-Z]{1,9}( [A-Z]{1,4})?",
        secondary in "([A-Z]{1,5}( [A-Z]{1,4})?)?",
        born in 3_000i32..20_000,
        expires in 15_000i32..35_000,
        optional in "([A-Z0-9]{1,2})?",
    ) {
        let format = Format::ALL[of];
        let most = if matches!(format, Format::Td1 | Format::Td2) { 13 } else { 9 };
        let number = &number[..number.len().min(most)];
        // Long numbers of small cards fill the optional data.
        let optional = if format == Format::Td2 && 9 < number.len() { "" } else { &optional };
        let fields = Fields {
            kind: ["I", "ID", "P", "V", "VA"][of],
            number,
            primary: &primary,
            secondary: &secondary,
            born: Date::from_days_since_epoch(born).unwrap().into(),
            expires: Date::from_days_since_epoch(expires).unwrap(),
            optional,
            ..passport()
        };
        let lines = write(format, &fields).unwrap();
        let mrz = parse(&lines.join("\n")).unwrap();
        prop_assert_eq!(mrz.format, format);
        prop_assert_eq!(mrz.number.expose(), number);
        prop_assert_eq!(mrz.primary.expose(), primary.as_str());
        prop_assert_eq!(mrz.secondary.expose(), secondary.as_str());
        prop_assert_eq!(mrz.born, fields.born);
        prop_assert_eq!(mrz.expires, fields.expires);
        prop_assert_eq!(mrz.optional.expose(), optional);
    }
}
