use domain::Date;

use super::{Kind, Verdict, assess};
use crate::repair::{Candidate, Limits, Repaired, Unrepaired, settle};

const DIGITS: &[u8] = b"0123456789";
const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const ALL: &[u8] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const USCC: &[u8] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

impl Kind {
    /// The characters that may stand at `at` of a number of this length: the positional grammar; nothing where no number
    /// of this kind has a place.
    #[must_use]
    pub fn allowed(self, at: usize, length: usize) -> &'static [u8] {
        match (self, length, at) {
            (Self::Nric, 9, 0) => b"STFGM",
            (Self::Nric, 9, 8) | (Self::Uen, 9, 8) | (Self::Uen, 10, 9) => LETTERS,
            (Self::Nric, 9, 1..8) | (Self::Uen, 9, 0..8) => DIGITS,
            // A local company's year, or the letter of an entity of another kind.
            (Self::Uen, 10, 0) => b"0123456789RST",
            (Self::Uen, 10, 3..5) => ALL,
            (Self::Uen, 10, 1..9) => DIGITS,
            (Self::ResidentId, 18, 17) => b"0123456789X",
            (Self::ResidentId, 18, 0..17) | (Self::Uscc, 18, 2..8) => DIGITS,
            (Self::Uscc, 18, 0..18) => USCC,
            _ => b"",
        }
    }
}

/// The number that was read, or the one close to it that its check digit points to; as [`mrz::repair`](crate::mrz::repair).
///
/// A number that gives rise to a remark is accepted as it was read, and never made by a change.
///
/// # Errors
/// See [`Unrepaired`].
pub fn repair(
    kind: Kind,
    places: &[Vec<Candidate>],
    is_sharp: bool,
    limits: Limits,
    today: Date,
) -> Result<Repaired, Unrepaired> {
    let length = places.len();
    if kind.allowed(0, length).is_empty() {
        return Err(Unrepaired::Size);
    }
    let fits = |text: &[u8], changes: usize| match str::from_utf8(text)
        .map(|text| assess(kind, text, today))
    {
        Ok(Verdict::Stands(remarks)) => changes == 0 || remarks.is_empty(),
        _ => false,
    };
    settle(
        places,
        is_sharp,
        limits,
        |at| kind.allowed(at, length),
        fits,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> Date {
        Date::new(2026, 11, 22).unwrap()
    }

    fn sure(text: &str) -> Vec<Vec<Candidate>> {
        text.bytes()
            .map(|letter| {
                vec![Candidate {
                    letter,
                    log_probability: -0.01,
                }]
            })
            .collect()
    }

    fn between(likelier: u8, other: u8) -> Vec<Candidate> {
        [(likelier, -0.4), (other, -1.1)]
            .map(|(letter, log_probability)| Candidate {
                letter,
                log_probability,
            })
            .to_vec()
    }

    #[track_caller]
    fn check(
        kind: Kind,
        places: &[Vec<Candidate>],
        expected: Result<(&str, &[usize]), Unrepaired>,
    ) {
        let found = repair(kind, places, true, Limits::default(), today());
        let found = found.map(|found| {
            (
                String::from_utf8(found.zone.to_vec()).unwrap(),
                found.changed,
            )
        });
        assert_eq!(
            found,
            expected.map(|(text, changed)| (text.to_owned(), changed.to_vec()))
        );
    }

    #[test]
    fn numbers_of_every_kind_are_left_alone_when_right() {
        for (kind, text) in [
            (Kind::Nric, "M1234567K"),
            (Kind::ResidentId, "11010519491231002X"),
            (Kind::Uscc, "91350100M000100Y43"),
            (Kind::Uen, "00192200M"),
            (Kind::Uen, "202630832C"),
            (Kind::Uen, "T26LL0240A"),
        ] {
            check(kind, &sure(text), Ok((text, &[])));
            check(kind, &sure("12"), Err(Unrepaired::Size));
            let blurred = repair(kind, &sure(text), false, Limits::default(), today());
            assert_eq!(blurred, Err(Unrepaired::Blurred));
        }
    }

    #[test]
    fn grammar_and_check_digit_choose_among_what_was_seen() {
        let mut places = sure("91350100M000100Y43");
        places[3] = between(b'S', b'5');
        check(Kind::Uscc, &places, Ok(("91350100M000100Y43", &[])));
        places[8] = between(b'N', b'M');
        check(Kind::Uscc, &places, Ok(("91350100M000100Y43", &[8])));
        places[8] = sure("N").remove(0);
        check(Kind::Uscc, &places, Err(Unrepaired::Wrong));
    }

    #[test]
    fn a_change_never_leads_to_a_remark() {
        // A year to come, read surely, is for a person to look at; but not made by a check letter.
        let mut places = sure("209900001K");
        check(Kind::Uen, &places, Ok(("209900001K", &[])));
        places[9] = between(b'Z', b'K');
        check(Kind::Uen, &places, Err(Unrepaired::Wrong));
    }
}
