//! Documents of persons.

use ekyc::{mrz::Format, numbers::Kind};

use super::{
    person::{name, number, zone},
    press::{Press, Print},
};
use crate::{Area, Chance, Font, Paper, Sheet};

/// Names of the zone's lines, as fields.
const LINES: [&str; 3] = ["mrz1", "mrz2", "mrz3"];
/// ICAO Doc 9303 part 3, 4.2: ten characters an inch.
const PITCH: f32 = 2.54;
/// The height of a capital in OCR-B, size 1 (ISO 1073-2).
const CAPITAL: f32 = 2.4;

fn portrait(left: f32, top: f32, width: f32, height: f32) -> Area {
    Area {
        left,
        top,
        width,
        height,
    }
}

/// Prints the zone's lines, the last one's baseline `bottom` millimeters from the top.
fn print_zone(
    press: &mut Press,
    format: Format,
    (left, bottom): (f32, f32),
    spacing: f32,
    font: &Font,
    chance: &mut Chance,
) {
    let lines = zone(format, chance);
    let tone = chance.between(8.0, 60.0);
    for (at, line) in lines.iter().enumerate() {
        let print = Print {
            font,
            at: (left, bottom - spacing * (lines.len() - 1 - at) as f32),
            height: CAPITAL,
            pitch: Some(PITCH),
            tone,
        };
        press.field(LINES[at], &print, line);
    }
}

/// Labels and values of no particular meaning.
fn lines_of_text(
    press: &mut Press,
    from: (f32, f32),
    step: f32,
    labels: &[&str],
    chance: &mut Chance,
) {
    let sans = Font::named("arimo");
    for (at, label) in labels.iter().enumerate() {
        let y = from.1 + step * at as f32;
        let print = |y: f32, height: f32, tone: f32| Print {
            font: &sans,
            at: (from.0, y),
            height,
            pitch: None,
            tone,
        };
        press.print(&print(y, 1.2, 110.0), label);
        press.print(&print(y + step * 0.5, 2.1, 40.0), &name(chance));
    }
}

/// The data page of a passport (TD3), its zone in this font.
#[must_use]
pub fn passport(font: &Font, chance: &mut Chance) -> Sheet {
    let mut press = Press::new(Paper::Passport, (125.0, 88.0), 12.0, chance);
    press.portrait(portrait(6.0, 16.0, 33.0, 42.0), chance);
    let labels = [
        "Surname / Nom",
        "Given names / Pr\u{e9}noms",
        "Nationality",
        "Date of birth",
        "Place of birth",
        "Authority",
    ];
    lines_of_text(&mut press, (45.0, 16.0), 8.0, &labels, chance);
    let left = 5.4 + chance.between(-1.0, 1.5);
    print_zone(&mut press, Format::Td3, (left, 81.0), 6.35, font, chance);
    press.finish(&Font::named("arimo-bold"))
}

/// The back of a card with three lines (TD1).
#[must_use]
pub fn card(font: &Font, chance: &mut Chance) -> Sheet {
    let mut press = Press::new(Paper::Card, (85.6, 53.98), 15.0, chance);
    lines_of_text(
        &mut press,
        (8.0, 6.0),
        7.0,
        &["Place of birth", "Authority", "Remarks"],
        chance,
    );
    print_zone(
        &mut press,
        Format::Td1,
        (4.6, 49.0),
        4.23 + 0.9,
        font,
        chance,
    );
    press.finish(&Font::named("arimo-bold"))
}

/// A larger card with two lines (TD2), 105 by 74 mm.
#[must_use]
pub fn td2(font: &Font, chance: &mut Chance) -> Sheet {
    let mut press = Press::new(Paper::Card, (105.0, 74.0), 13.0, chance);
    press.portrait(portrait(6.0, 12.0, 25.0, 32.0), chance);
    lines_of_text(
        &mut press,
        (38.0, 12.0),
        8.0,
        &["Name", "Nationality", "Date of birth"],
        chance,
    );
    print_zone(&mut press, Format::Td2, (5.0, 67.5), 6.35, font, chance);
    press.finish(&Font::named("arimo-bold"))
}

/// The side of a Chinese resident identity card with portrait and number.
#[must_use]
pub fn resident_front(font: &Font, chance: &mut Chance) -> Sheet {
    let mut press = Press::new(Paper::Card, (85.6, 53.98), 15.0, chance);
    press.portrait(portrait(57.0, 8.0, 24.0, 30.0), chance);
    let han = Font::named("noto-sans-sc");
    let id = number(Kind::ResidentId, chance);
    let label = |at: (f32, f32)| Print {
        font: &han,
        at,
        height: 2.2,
        pitch: None,
        tone: 110.0,
    };
    let value = |at: (f32, f32)| Print {
        font: &han,
        at,
        height: 2.6,
        pitch: None,
        tone: 30.0,
    };
    for (y, word, text) in [
        (10.0, "姓名", "范例"),
        (17.0, "性别", "女"),
        (31.0, "住址", "乌托邦省范例市林海路"),
    ] {
        press.print(&label((5.5, y)), word);
        press.print(&value((17.0, y)), text);
    }
    press.print(&label((5.5, 24.0)), "出生");
    press.print(
        &value((17.0, 24.0)),
        &format!("{}年{}月{}日", &id[6..10], &id[10..12], &id[12..14]),
    );
    press.print(&label((5.5, 48.0)), "公民身份号码");
    let tone = chance.between(10.0, 60.0);
    // Eighteen places end well before the card does.
    let height = chance.between(2.4, 2.75);
    let print = Print {
        font,
        at: (30.5, 48.0),
        height,
        pitch: Some(height * 0.99),
        tone,
    };
    press.field("number", &print, &id);
    press.finish(&Font::named("arimo-bold"))
}

/// The other side of it: issuing office and validity.
#[must_use]
pub fn resident_back(chance: &mut Chance) -> Sheet {
    let mut press = Press::new(Paper::Card, (85.6, 53.98), 15.0, chance);
    let han = Font::named("noto-sans-sc");
    let print = |at: (f32, f32), height: f32| Print {
        font: &han,
        at,
        height,
        pitch: None,
        tone: 40.0,
    };
    press.print(&print((28.0, 13.0), 4.0), "中华人民共和国");
    press.print(&print((28.0, 23.0), 5.0), "居民身份证");
    press.print(&print((18.0, 42.0), 2.2), "签发机关");
    press.field("issuer", &print((34.0, 42.0), 2.2), "乌托邦市公安范例");
    press.print(&print((18.0, 48.5), 2.2), "有效期限");
    let from = 2016 + chance.below(10);
    press.field(
        "validity",
        &print((34.0, 48.5), 2.2),
        &format!("{from}0501{}0501", from + 20),
    );
    press.finish(&Font::named("arimo-bold"))
}

/// A card as Singapore's residents and pass holders have them: the number at the top right.
#[must_use]
pub fn singapore(font: &Font, chance: &mut Chance) -> Sheet {
    let mut press = Press::new(Paper::Card, (85.6, 53.98), 15.0, chance);
    press.portrait(portrait(6.0, 14.0, 23.0, 30.0), chance);
    lines_of_text(
        &mut press,
        (33.0, 16.0),
        8.5,
        &["Name", "Race", "Date of birth", "Country of birth"],
        chance,
    );
    let sans = Font::named("arimo-bold");
    let title = Print {
        font: &sans,
        at: (6.0, 8.0),
        height: 2.3,
        pitch: None,
        tone: 60.0,
    };
    press.print(&title, "REPUBLIC OF UTOPIA");
    let height = chance.between(2.3, 3.2);
    let print = Print {
        font,
        at: (54.0, 8.5),
        height,
        pitch: None,
        tone: chance.between(10.0, 60.0),
    };
    let id = number(Kind::Nric, chance);
    press.field("number", &print, &id);
    press.finish(&sans)
}
