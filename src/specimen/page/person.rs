//! Persons and companies of nobody, with numbers that are right in themselves.

use domain::Date;
use ekyc::{
    mrz::{BirthDate, Fields, Format, MrzSex, write},
    numbers::{Kind, Verdict, assess},
};

use crate::Chance;

/// The day on which all specimens are looked at.
#[must_use]
pub fn today() -> Date {
    Date::new(2026, 11, 22).expect("a day of the calendar")
}

const SYLLABLES: [&str; 24] = [
    "AN", "BER", "CO", "DEL", "ER", "FI", "GUS", "HA", "IK", "JO", "KAS", "LIN", "MA", "NOR", "OS",
    "PE", "QUI", "RO", "SU", "TA", "VEX", "WIL", "YU", "ZO",
];

/// A name made of syllables, so that every letter occurs and nobody has it but by chance.
pub fn name(chance: &mut Chance) -> String {
    (0..2 + chance.below(3))
        .map(|_| *chance.pick(&SYLLABLES))
        .collect()
}

/// Date of a year from `from` on, as (year, month, day).
fn day(chance: &mut Chance, from: u16, years: usize) -> (u16, u8, u8) {
    let year = from + chance.below(years) as u16;
    (year, 1 + chance.below(12) as u8, 1 + chance.below(28) as u8)
}

fn pattern(chance: &mut Chance, pattern: &str) -> String {
    let letters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let digits = b"0123456789";
    let one = |kind: char| match kind {
        'A' => char::from(*chance.pick(letters)),
        '9' => char::from(*chance.pick(digits)),
        'x' => char::from(*chance.pick(b"0123456789ABCDEFGHJKLMNPQRTUWXY")),
        other => other,
    };
    pattern.chars().map(one).collect()
}

/// The lines of a machine readable zone of a citizen of Utopia.
pub fn zone(format: Format, chance: &mut Chance) -> Vec<String> {
    let number = *chance.pick(&[
        "A99999999",
        "AA9999999",
        "999999999",
        "A99A99A99",
        "A9999999",
    ]);
    let (number, kind) = (
        pattern(chance, number),
        match format {
            Format::Td3 => "P",
            Format::Td1 | Format::Td2 => "I",
            Format::MrvA | Format::MrvB => "V",
        },
    );
    let born = day(chance, 1940, 66);
    let end = day(chance, 2027, 9);
    let (primary, first, second) = (name(chance), name(chance), name(chance));
    let secondary = if chance.happens(0.5) {
        format!("{first} {second}")
    } else {
        first
    };
    let optional = if format == Format::Td3 && chance.happens(0.4) {
        pattern(chance, "A999999A")
    } else {
        String::new()
    };
    let fields = Fields {
        kind,
        issuer: "UTO",
        nationality: "UTO",
        number: &number,
        primary: &primary,
        secondary: &secondary,
        born: BirthDate {
            year: Some(born.0),
            month: Some(born.1),
            day: Some(born.2),
        },
        sex: *chance.pick(&[MrzSex::Female, MrzSex::Male, MrzSex::Unspecified]),
        expires: Date::new(end.0, end.1, end.2).expect("no month is shorter than 28 days"),
        optional: &optional,
        more: "",
    };
    write(format, &fields).expect("specimens fit their fields")
}

/// A number of a kind whose check is right.
pub fn number(kind: Kind, chance: &mut Chance) -> String {
    let born = day(chance, 1950, 56);
    loop {
        let start = match kind {
            Kind::ResidentId => {
                let region = *chance.pick(&["11", "31", "44", "33", "51", "62"]);
                let start = pattern(chance, &format!("{region}0199"));
                format!(
                    "{start}{:04}{:02}{:02}{}",
                    born.0,
                    born.1,
                    born.2,
                    pattern(chance, "999")
                )
            }
            Kind::Uscc => pattern(chance, "91999999xxxxxxxxx"),
            Kind::Nric => {
                let series = *chance.pick(&["S", "T", "F", "G", "M"]);
                format!("{series}{}", pattern(chance, "9999999"))
            }
            Kind::Uen if chance.happens(0.3) => pattern(chance, "99999999"),
            Kind::Uen => format!("{}{}", 1970 + chance.below(56), pattern(chance, "99999")),
        };
        let ends = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".chars();
        let stands = |text: &String| matches!(assess(kind, text, today()), Verdict::Stands(_));
        if let Some(number) = ends.map(|end| format!("{start}{end}")).find(stands) {
            return number;
        }
    }
}
