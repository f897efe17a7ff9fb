//! What each rule detects, tried out: every single wrong character and every swap of neighbors, over 10,000 numbers a form.
//!
//! The sets of slips that pass are published in `README.md`; here they are written as predicates, and whatever is refused
//! or passes must be exactly what they say.

use domain::Date;

use super::*;

const NUMBERS: usize = 10_000;
const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const DIGITS: &[u8] = b"0123456789";
const CHARACTERS: &[u8] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const USCC_ALPHABET: &[u8] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
const UEN_ALPHABET: &[u8] = b"ABCDEFGHJKLMNPQRSTUVWX0123456789";

/// Small, seeded, and the same everywhere.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end as u64).unwrap()
    }

    fn one_of(&mut self, letters: &[u8]) -> u8 {
        letters[self.below(letters.len())]
    }

    fn some_of(&mut self, count: usize, letters: &[u8]) -> Vec<u8> {
        (0..count).map(|_| self.one_of(letters)).collect()
    }
}

/// How many slips that keep the form were made, and how many of them passed.
#[derive(Debug, Default, PartialEq, Eq)]
struct Tally {
    substitutions: usize,
    passed_substitutions: usize,
    swaps: usize,
    passed_swaps: usize,
}

type Passes = fn(Kind, &[u8]) -> bool;
type Blind = fn(&[u8], &[u8]) -> bool;

fn passes(kind: Kind, text: &[u8]) -> bool {
    let today = Date::new(2026, 11, 22).unwrap();
    let text = str::from_utf8(text).unwrap();
    matches!(assess(kind, text, today), Verdict::Stands(_))
}

/// Completes what `body` makes with its check character, makes every slip there is, and holds each to `blind`.
fn try_all(
    kind: Kind,
    passes: Passes,
    body: impl Fn(&mut Dice) -> Vec<u8>,
    fits: fn(&[u8]) -> bool,
    blind: Blind,
) -> Tally {
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    let mut tally = Tally::default();
    for _ in 0..NUMBERS {
        let mut right = body(&mut dice);
        right.push(0);
        let last = right.len() - 1;
        let check = CHARACTERS.iter().find(|check| {
            right[last] = **check;
            passes(kind, &right)
        });
        right[last] = *check.expect("every body has a check character");
        for at in 0..right.len() {
            for other in CHARACTERS.iter().filter(|other| **other != right[at]) {
                let mut wrong = right.clone();
                wrong[at] = *other;
                let passed = passes(kind, &wrong);
                let is_form = fits(&wrong);
                assert_eq!(
                    passed,
                    is_form && blind(&right, &wrong),
                    "{}",
                    String::from_utf8_lossy(&wrong)
                );
                tally.substitutions += usize::from(is_form);
                tally.passed_substitutions += usize::from(passed);
            }
            if at < last && right[at] != right[at + 1] {
                let mut wrong = right.clone();
                wrong.swap(at, at + 1);
                let passed = passes(kind, &wrong);
                let is_form = fits(&wrong);
                assert_eq!(
                    passed,
                    is_form && blind(&right, &wrong),
                    "{}",
                    String::from_utf8_lossy(&wrong)
                );
                tally.swaps += usize::from(is_form);
                tally.passed_swaps += usize::from(passed);
            }
        }
    }
    tally
}

fn all_of(text: &[u8], letters: &[u8]) -> bool {
    text.iter().all(|byte| letters.contains(byte))
}

fn never(_: &[u8], _: &[u8]) -> bool {
    false
}

#[track_caller]
fn nothing_passes(tally: &Tally) {
    assert!(
        NUMBERS * 80 < tally.substitutions && NUMBERS * 5 < tally.swaps,
        "{tally:?}"
    );
    assert_eq!((tally.passed_substitutions, tally.passed_swaps), (0, 0));
}

#[test]
fn nric_detects_every_slip_in_all_series() {
    let body = |dice: &mut Dice| {
        let mut body = vec![dice.one_of(b"STFGM")];
        body.extend(dice.some_of(7, DIGITS));
        body
    };
    let fits = |text: &[u8]| {
        all_of(&text[..1], b"STFGM") && all_of(&text[1..8], DIGITS) && all_of(&text[8..], LETTERS)
    };
    nothing_passes(&try_all(Kind::Nric, passes, body, fits, never));
}

#[test]
fn resident_id_detects_every_slip() {
    let body = |dice: &mut Dice| {
        let province = ["11", "31", "44", "51", "65", "81"][dice.below(6)];
        let year = 1930 + dice.below(90);
        let text = format!(
            "{province}0105{year}{:02}{:02}",
            1 + dice.below(12),
            1 + dice.below(28)
        );
        let mut body = text.into_bytes();
        body.extend(dice.some_of(3, DIGITS));
        body
    };
    let fits = |text: &[u8]| all_of(&text[..17], DIGITS) && all_of(&text[17..], b"0123456789X");
    nothing_passes(&try_all(Kind::ResidentId, passes, body, fits, never));
}

#[test]
fn uscc_detects_every_slip() {
    let body = |dice: &mut Dice| {
        let mut body = dice.some_of(2, USCC_ALPHABET);
        body.extend(dice.some_of(6, DIGITS));
        body.extend(dice.some_of(9, USCC_ALPHABET));
        body
    };
    let fits = |text: &[u8]| all_of(text, USCC_ALPHABET) && all_of(&text[2..8], DIGITS);
    nothing_passes(&try_all(Kind::Uscc, passes, body, fits, never));
}

#[test]
fn uen_of_businesses_and_companies_detects_every_slip() {
    for digits in [8, 9] {
        let body = |dice: &mut Dice| dice.some_of(digits, DIGITS);
        let fits = |text: &[u8]| {
            let (last, body) = text.split_last().unwrap();
            all_of(body, DIGITS) && LETTERS.contains(last)
        };
        nothing_passes(&try_all(Kind::Uen, passes, body, fits, never));
    }
}

/// `TyyPQnnnn` with any entity type that the form allows, or with one of these.
fn other_uen(dice: &mut Dice, types: &[&str]) -> Vec<u8> {
    let mut body = vec![dice.one_of(b"RS")];
    body.extend(dice.some_of(2, DIGITS));
    match types {
        [] => {
            body.push(dice.one_of(&UEN_ALPHABET[..22]));
            body.push(dice.one_of(UEN_ALPHABET));
        }
        known => body.extend(known[dice.below(known.len())].bytes()),
    }
    body.extend(dice.some_of(4, DIGITS));
    body
}

fn fits_other_uen(text: &[u8]) -> bool {
    all_of(&text[..1], b"RST")
        && all_of(&text[1..3], DIGITS)
        && all_of(&text[3..4], &UEN_ALPHABET[..22])
        && all_of(&text[4..5], UEN_ALPHABET)
        && all_of(&text[5..9], DIGITS)
        && LETTERS.contains(&text[9])
}

/// Letters of the entity type that lie 11 apart in the alphabet, which the digits continue, cannot be told apart; nor can
/// the order of two such letters; nor the order of the first two digits of the number, which have the same weight.
fn blind_other_uen(right: &[u8], wrong: &[u8]) -> bool {
    let group = |byte: u8| {
        UEN_ALPHABET
            .iter()
            .position(|letter| *letter == byte)
            .unwrap()
            % 11
    };
    let differ: Vec<usize> = (0..10).filter(|at| right[*at] != wrong[*at]).collect();
    match differ[..] {
        [at @ (3 | 4)] => group(right[at]) == group(wrong[at]),
        [3, 4] => group(right[3]) == group(right[4]),
        [5, 6] => true,
        _ => false,
    }
}

/// Shares of slips that are noticed, in hundredths of a percent rounded down, as the table in `README.md` has them.
#[track_caller]
fn check_shares(tally: &Tally, substitutions: usize, swaps: usize) {
    let share = |passed, of| (of - passed) * 10_000 / of;
    let found = (
        share(tally.passed_substitutions, tally.substitutions),
        share(tally.passed_swaps, tally.swaps),
    );
    assert_eq!(found, (substitutions, swaps));
}

#[test]
fn uen_of_others_detects_all_but_what_is_published() {
    let body = |dice: &mut Dice| other_uen(dice, &[]);
    let tally = try_all(Kind::Uen, passes, body, fits_other_uen, blind_other_uen);
    check_shares(&tally, 9779, 7947);
}

#[test]
fn the_list_of_entity_types_notices_more() {
    let is_clean = |kind, text: &[u8]| {
        let text = str::from_utf8(text).unwrap();
        assess(kind, text, Date::new(2026, 11, 22).unwrap()) == Verdict::Stands(Vec::new())
    };
    let body = |dice: &mut Dice| {
        other_uen(
            dice,
            &["LL", "LP", "FC", "PF", "VC", "CC", "SS", "GA", "TU", "MC"],
        )
    };
    let blind = |right: &[u8], wrong: &[u8]| {
        let uen: Option<Uen> = str::from_utf8(wrong).unwrap().parse().ok();
        blind_other_uen(right, wrong) && uen.is_some_and(|uen| uen.has_known_entity_type())
    };
    let tally = try_all(Kind::Uen, is_clean, body, fits_other_uen, blind);
    check_shares(&tally, 9969, 7903);
}
