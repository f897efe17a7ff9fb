//! From a photograph to checked fields by `ekyc::analyse`, held against what is printed.

use ekyc::{Analysis, Finder, Gray, check::CheckCode, check::Outcome, read::Net};

use crate::{
    Chance, Desk, Font, Level, Scene, Sheet, Wish,
    page::{licence, passport, resident_front, today},
};

fn photograph(make: fn(&Font, &mut Chance) -> Sheet, seed: u64) -> (Sheet, Gray) {
    let fonts = Font::all();
    let font = fonts.iter().find(|font| font.name == "ocr-b");
    let sheet = make(font.unwrap_or(&fonts[0]), &mut Chance::new(seed));
    let wish = Wish {
        size: (1600, 1200),
        level: Level::Easy,
        paper: Some(sheet.paper),
        desk: Desk::Wood,
        flaw: None,
        open: false,
    };
    let scene = Scene::of(sheet.clone(), seed, &wish);
    (sheet, scene.picture)
}

fn analyse(picture: &Gray, sheet: &Sheet) -> Analysis {
    let expected = sheet.paper.expected();
    ekyc::analyse(
        &mut Finder::default(),
        &Net::trained(),
        picture,
        expected,
        today(),
    )
}

/// Of four photographs, upright and upside down: whatever passes the gates is read as it is printed, and most pass.
fn check(
    make: fn(&Font, &mut Chance) -> Sheet,
    read: fn(&Analysis) -> Option<String>,
    field: &str,
) {
    let mut exact = 0;
    for seed in [21, 22] {
        let (sheet, picture) = photograph(make, seed);
        for quarters in [0, 2] {
            let analysis = analyse(&picture.turned(quarters), &sheet);
            let printed = sheet.fields.iter().find(|printed| printed.name == field);
            let printed = printed.unwrap().value.as_str();
            match (analysis.page.is_some(), read(&analysis)) {
                (true, Some(text)) => {
                    assert!(printed.contains(&text), "{text} for {printed}");
                    assert_eq!(analysis.reading.quarters, quarters);
                    exact += 1;
                }
                (true, None) => {}
                (false, text) => {
                    assert_eq!(text, None, "what is not good is not read");
                    assert!(!analysis.judged.reasons.is_empty());
                }
            }
        }
    }
    assert!(exact >= 2, "{field}: {exact} of 4");
}

fn number(analysis: &Analysis) -> Option<String> {
    let number = analysis.reading.numbers.first()?;
    Some(number.text.expose().to_owned())
}

#[test]
fn passports_are_read_as_they_are_printed() {
    let of_zone = |analysis: &Analysis| {
        let zone = analysis.reading.zone.as_ref()?.as_ref().ok()?;
        let specimen = analysis.findings.iter();
        let specimen = specimen.filter(|finding| finding.check == CheckCode::NoSpecimen);
        let outcomes: Vec<Outcome> = specimen.map(|finding| finding.outcome).collect();
        assert_eq!(outcomes, [Outcome::Failed], "nobody is of Utopia");
        Some(zone.mrz.number.expose().to_owned())
    };
    check(passport, of_zone, "mrz2");
}

#[test]
fn cards_and_licences_are_read_as_they_are_printed() {
    check(resident_front, number, "number");
    check(licence, number, "number");
}
