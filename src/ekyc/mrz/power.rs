//! What check digits, grammar and calendar detect together: every wrong character and every swap of neighbors in the lines
//! that check digits cover, over as many passports and cards as asked for. `README.md` publishes what passes.

use domain::Date;

use super::{
    date, digit,
    tests::{passport, today},
    *,
};

const CHARACTERS: &[u8] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<";
/// Zones of each format that are tried out when nobody asks for more.
const FEW: u32 = 500;
/// How many to try out instead: `HUB_EKYC_ZONES=10000 cargo test -p ekyc power -- --nocapture`.
const ZONES: &str = "HUB_EKYC_ZONES";

/// Small, seeded, and the same everywhere.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end
    }

    fn text(&mut self, length: u64) -> String {
        let alphabet = &CHARACTERS[..36];
        (0..length)
            .map(|_| char::from(alphabet[usize::try_from(self.below(36)).unwrap()]))
            .collect()
    }

    fn date(&mut self, from: i32, days: u64) -> Date {
        Date::from_days_since_epoch(from + i32::try_from(self.below(days)).unwrap()).unwrap()
    }
}

fn zone(dice: &mut Dice, format: Format) -> Vec<u8> {
    let (number, optional) = (dice.text(9), dice.text(7));
    let fields = Fields {
        kind: if format == Format::Td3 { "P" } else { "ID" },
        number: &number,
        born: dice.date(0, 18_000).into(),
        expires: dice.date(20_000, 3_650),
        optional: &optional,
        ..passport()
    };
    write(format, &fields).unwrap().concat().into_bytes()
}

/// Whether two characters are worth the same to every check digit.
fn is_same_class(left: u8, right: u8) -> bool {
    value(left).unwrap() % 10 == value(right).unwrap() % 10
}

/// Whether neighbors can change places unnoticed by a check digit: weights 7, 3, 1 differ by 4, 2 and 6, so that their
/// values must differ by 5 or not at all (modulo 10); not at all if the left one is a field's check digit and the right
/// one belongs to something else.
fn is_blind_swap(format: Format, at: usize, left: u8, right: u8) -> bool {
    let layout = format.layout();
    if [
        Some(layout.number_check),
        Some(layout.expiry.1),
        layout.optional_check,
    ]
    .contains(&Some(at))
    {
        return is_same_class(left, right);
    }
    value(left).unwrap() % 5 == value(right).unwrap() % 5
}

/// Whether characters stand where they may and dates are in the calendar: what check digits have no part in.
fn is_plausible(format: Format, text: &[u8]) -> bool {
    let layout = format.layout();
    text.iter().enumerate().all(|(at, byte)| format.allowed(at).contains(byte))
        // A filler here makes it a long number, whose check digit is right one time in ten.
        && (text[layout.number_check] != b'<' || is_right_long_number(format, text))
        && layout.optional_check.is_none_or(|at| text[at] != b'<')
        && date::birth(&text[layout.birth.0..layout.birth.1], today()).is_some()
        && date::expiry(&text[layout.expiry.0..layout.expiry.1], today()).is_some()
}

fn is_right_long_number(format: Format, text: &[u8]) -> bool {
    let number = digit::number(format.layout(), text);
    number.is_some_and(|number| digit::first_wrong(format.layout(), text, &number).is_none())
}

/// Slips made, those that the check digits alone let pass, and those that pass grammar and calendar as well.
#[derive(Default)]
struct Tally {
    made: usize,
    blind_to_digits: usize,
    passed: usize,
}

impl Tally {
    fn add(&mut self, format: Format, wrong: &[u8], is_blind: bool) {
        let passed = inspect(format, wrong, today()).is_ok();
        let expected = is_blind && is_plausible(format, wrong);
        assert_eq!(passed, expected, "{}", String::from_utf8_lossy(wrong));
        self.made += 1;
        self.blind_to_digits += usize::from(is_blind);
        self.passed += usize::from(passed);
    }

    /// What check digits notice, and what is noticed in all; in hundredths of a percent, rounded down.
    fn shares(&self) -> (usize, usize) {
        let share = |missed| (self.made - missed) * 10_000 / self.made;
        (share(self.blind_to_digits), share(self.passed))
    }
}

/// All slips at the places that a check digit covers, in one zone after another.
#[track_caller]
fn check(format: Format, covered: &[usize], expected: [(usize, usize); 2]) {
    let zones: Option<u32> = std::env::var(ZONES)
        .ok()
        .map(|zones| zones.parse().unwrap());
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    let (mut substitutions, mut swaps) = (Tally::default(), Tally::default());
    for _ in 0..zones.unwrap_or(FEW) {
        let mut text = zone(&mut dice, format);
        assert_eq!(inspect(format, &text, today()), Ok(()));
        for (index, &at) in covered.iter().enumerate() {
            let right = text[at];
            for other in CHARACTERS.iter().filter(|other| **other != right) {
                text[at] = *other;
                let is_digits = right.is_ascii_digit() && other.is_ascii_digit();
                let is_blind = is_same_class(right, *other);
                assert!(
                    !(is_digits && is_blind),
                    "a digit for a digit is always noticed"
                );
                substitutions.add(format, &text, is_blind);
            }
            text[at] = right;
            let next = at + 1;
            if covered.get(index + 1) == Some(&next) && text[at] != text[next] {
                let (left, right) = (text[at], text[next]);
                text.swap(at, next);
                swaps.add(format, &text, is_blind_swap(format, at, left, right));
                text.swap(at, next);
            }
        }
    }
    let found = [substitutions.shares(), swaps.shares()];
    println!("{format:?}: substitutions, swaps noticed, in hundredths of a percent: {found:?}");
    if zones.is_none() {
        assert_eq!(found, expected);
    }
}

#[test]
fn a_passport_lets_pass_only_what_is_published() {
    // Number, birth date, expiry and optional data with their digits, and the composite digit.
    let covered: Vec<usize> = (44..54).chain(57..64).chain(65..88).collect();
    check(Format::Td3, &covered, [(9151, 9497), (8604, 9007)]);
}

#[test]
fn a_card_lets_pass_only_what_is_published() {
    let covered: Vec<usize> = (5..37).chain(38..45).chain(48..60).collect();
    check(Format::Td1, &covered, [(9088, 9344), (8552, 9010)]);
}

#[test]
fn places_that_are_worth_the_same_are_those_of_the_table() {
    let table = [
        "<0AKU", "1BLV", "2CMW", "3DNX", "4EOY", "5FPZ", "6GQ", "7HR", "8IS", "9JT",
    ];
    for (class, letters) in table.iter().enumerate() {
        for byte in letters.bytes() {
            assert_eq!(value(byte).unwrap() as usize % 10, class);
        }
    }
    assert_eq!(table.concat().len(), CHARACTERS.len());
}
