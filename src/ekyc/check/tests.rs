use domain::Date;

use super::*;

const ZONE: &str =
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10";

fn day(year: u16, month: u8, day: u8) -> Date {
    Date::new(year, month, day).unwrap()
}

fn secret(text: &str) -> Option<Secret> {
    Some(Secret::new(text.to_owned()))
}

/// A day on which the specimen is valid.
fn valid() -> Date {
    day(2011, 1, 1)
}

fn passport() -> Evidence {
    Evidence {
        mrz: Some(Mrz::parse(ZONE.as_bytes(), valid()).unwrap()),
        ..Evidence::default()
    }
}

#[track_caller]
fn outcome(evidence: &Evidence, code: CheckCode, today: Date) -> Option<Outcome> {
    let findings = check(evidence, today);
    assert!(findings.is_sorted_by_key(|finding| finding.check));
    findings
        .into_iter()
        .find(|finding| finding.check == code)
        .map(|finding| finding.outcome)
}

#[track_caller]
fn holds(evidence: Evidence, code: CheckCode, expected: Outcome) {
    assert_eq!(outcome(&evidence, code, valid()), Some(expected));
}

#[test]
fn what_is_missing_is_not_checked() {
    assert_eq!(check(&Evidence::default(), valid()), []);
    let codes: Vec<CheckCode> = check(&passport(), valid())
        .iter()
        .map(|finding| finding.check)
        .collect();
    use CheckCode::{KnownStates, NoSpecimen, NotExpired, OfAge};
    assert_eq!(codes, [NotExpired, OfAge, NoSpecimen, KnownStates]);
}

#[test]
fn a_chinese_number_holds_birth_date_and_sex() {
    let card = |born, sex| Evidence {
        resident_id: Some("11010519491231002X".parse().unwrap()),
        born: Some(Birth(born)),
        sex: Some(sex),
        ..Evidence::default()
    };
    let right = card(day(1949, 12, 31), Sex::Female);
    holds(right.clone(), CheckCode::BirthDateInNumber, Outcome::Passed);
    holds(right, CheckCode::SexInNumber, Outcome::Passed);
    let wrong = card(day(1949, 12, 13), Sex::Male);
    holds(wrong.clone(), CheckCode::BirthDateInNumber, Outcome::Failed);
    holds(wrong, CheckCode::SexInNumber, Outcome::Failed);
}

#[test]
fn a_chinese_passport_zone_stands_in_for_print() {
    let both = Evidence {
        resident_id: Some("11010519491231002X".parse().unwrap()),
        ..passport()
    };
    holds(both.clone(), CheckCode::BirthDateInNumber, Outcome::Failed);
    holds(both, CheckCode::SexInNumber, Outcome::Passed);
}

#[test]
fn print_and_zone_are_compared() {
    let with_birth = |born| Evidence {
        born: Some(Birth(born)),
        ..passport()
    };
    holds(
        with_birth(day(1974, 8, 12)),
        CheckCode::BirthDateInZone,
        Outcome::Passed,
    );
    holds(
        with_birth(day(1974, 12, 8)),
        CheckCode::BirthDateInZone,
        Outcome::Failed,
    );

    let with_number = |number| Evidence {
        document_number: secret(number),
        ..passport()
    };
    holds(
        with_number("L898902C3"),
        CheckCode::DocumentNumberTwice,
        Outcome::Passed,
    );
    holds(
        with_number("l 898902-c3"),
        CheckCode::DocumentNumberTwice,
        Outcome::Passed,
    );
    holds(
        with_number("L898902O3"),
        CheckCode::DocumentNumberTwice,
        Outcome::Failed,
    );

    let with_expiry = |expires| Evidence {
        expires: Some(expires),
        ..passport()
    };
    holds(
        with_expiry(Expiry::On(day(2012, 4, 15))),
        CheckCode::ExpiryInZone,
        Outcome::Passed,
    );
    holds(
        with_expiry(Expiry::Never),
        CheckCode::ExpiryInZone,
        Outcome::Failed,
    );
}

#[test]
fn a_birth_date_known_in_part_is_to_be_looked_at() {
    let mut evidence = passport();
    let mrz = evidence.mrz.as_mut().unwrap();
    (mrz.born.month, mrz.born.day) = (None, None);
    evidence.born = Some(Birth(day(1974, 8, 12)));
    holds(evidence.clone(), CheckCode::BirthDateInZone, Outcome::Look);
    evidence.born = Some(Birth(day(1975, 8, 12)));
    holds(evidence, CheckCode::BirthDateInZone, Outcome::Failed);
}

#[test]
fn names_have_the_same_words_in_any_order() {
    let with = |name| Evidence {
        name: secret(name),
        ..passport()
    };
    holds(
        with("Anna Maria Eriksson"),
        CheckCode::NameInZone,
        Outcome::Passed,
    );
    holds(
        with("ERIKSSON, ANNA-MARIA"),
        CheckCode::NameInZone,
        Outcome::Passed,
    );
    holds(with("Anna Eriksson"), CheckCode::NameInZone, Outcome::Look);
    holds(
        with("Annamaria Eriksson"),
        CheckCode::NameInZone,
        Outcome::Look,
    );
    holds(
        with("Ånna Märia Erïksson"),
        CheckCode::NameInZone,
        Outcome::Look,
    );
    holds(
        with("Peter Stevenson"),
        CheckCode::NameInZone,
        Outcome::Failed,
    );
}

#[test]
fn the_last_day_still_counts() {
    let on = |today| outcome(&passport(), CheckCode::NotExpired, today);
    assert_eq!(on(day(2012, 1, 1)), Some(Outcome::Passed));
    assert_eq!(on(day(2012, 3, 1)), Some(Outcome::Look));
    assert_eq!(on(day(2012, 4, 15)), Some(Outcome::Look));
    assert_eq!(on(day(2012, 4, 16)), Some(Outcome::Failed));
    let card = Evidence {
        expires: Some(Expiry::Never),
        ..Evidence::default()
    };
    holds(card, CheckCode::NotExpired, Outcome::Passed);
    // Of two that differ, the earlier.
    let printed = Evidence {
        expires: Some(Expiry::On(day(2010, 12, 31))),
        ..passport()
    };
    holds(printed, CheckCode::NotExpired, Outcome::Failed);
}

#[test]
fn who_signs_is_of_age() {
    let on = |today| outcome(&passport(), CheckCode::OfAge, today);
    assert_eq!(on(day(1992, 8, 11)), Some(Outcome::Failed));
    assert_eq!(on(day(1992, 8, 12)), Some(Outcome::Passed));
    assert_eq!(on(day(1974, 8, 11)), Some(Outcome::Failed));
}

#[test]
fn specimens_and_unknown_states_are_noticed() {
    holds(passport(), CheckCode::NoSpecimen, Outcome::Failed);
    holds(passport(), CheckCode::KnownStates, Outcome::Passed);
}

#[test]
fn the_licence_is_the_registered_companys() {
    let with = |paper: &str, registered: &str| Evidence {
        company_on_paper: Some(paper.parse().unwrap()),
        company_registered: Some(registered.parse().unwrap()),
        ..Evidence::default()
    };
    holds(
        with("202630832C", "202630832c"),
        CheckCode::Company,
        Outcome::Passed,
    );
    holds(
        with("202630832C", "197401143C"),
        CheckCode::Company,
        Outcome::Failed,
    );
    holds(
        with("91350100M000100Y43", "202630832C"),
        CheckCode::Company,
        Outcome::Look,
    );
}

#[test]
fn every_check_says_what_it_leaves_open_and_holds_no_value() {
    let mut codes: Vec<&str> = CheckCode::ALL.map(CheckCode::code).to_vec();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), CheckCode::ALL.len());
    assert!(
        CheckCode::ALL
            .iter()
            .all(|code| code.limits().contains(&Limit::Genuine))
    );
    let evidence = Evidence {
        resident_id: Some("11010519491231002X".parse().unwrap()),
        born: Some(Birth(day(1949, 12, 31))),
        name: secret("Anna"),
        document_number: secret("L898902C3"),
        ..passport()
    };
    let printed = format!("{evidence:?} {:?}", check(&evidence, valid()));
    for value in ["1949", "L898", "ANNA", "Anna", "ERIKSSON", "110105"] {
        assert!(!printed.contains(value), "{value}");
    }
}
