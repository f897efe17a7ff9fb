use domain::Date;

use super::{layout::Format, read::inspect};
use crate::repair::{Candidate, Limits, Repaired, Unrepaired, settle};

/// The zone that was read, or the one close to it that its check digits point to.
///
/// Only characters that the recognizer itself offered are used: nothing is invented. If the picture did not pass the gate
/// for blur (`is_sharp`), nothing is repaired or accepted. A zone is returned only when every other one that is right in
/// itself is less likely by a margin; that holds too for characters that check digits cannot tell apart, such as `0` and
/// `A`.
///
/// `places` are those of all lines, each with its candidates in any order.
///
/// # Errors
/// See [`Unrepaired`].
pub fn repair(
    format: Format,
    places: &[Vec<Candidate>],
    is_sharp: bool,
    limits: Limits,
    today: Date,
) -> Result<Repaired, Unrepaired> {
    if places.len() != format.lines() * format.width() {
        return Err(Unrepaired::Size);
    }
    let fits = |zone: &[u8], _| inspect(format, zone, today).is_ok();
    settle(places, is_sharp, limits, |at| format.allowed(at), fits)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::mrz::tests::today;

    const ZONE: &[u8] =
        b"P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408122F1204159ZE184226B<<<<<10";

    fn sure(letter: u8) -> Vec<Candidate> {
        vec![Candidate {
            letter,
            log_probability: -0.01,
        }]
    }

    fn between(likelier: u8, other: u8) -> Vec<Candidate> {
        [(likelier, -0.4), (other, -1.1)]
            .map(|(letter, log_probability)| Candidate {
                letter,
                log_probability,
            })
            .to_vec()
    }

    fn read() -> Vec<Vec<Candidate>> {
        ZONE.iter().map(|letter| sure(*letter)).collect()
    }

    #[track_caller]
    fn check(places: &[Vec<Candidate>], expected: Result<&[usize], Unrepaired>) {
        let found = repair(Format::Td3, places, true, Limits::default(), today());
        if let Ok(repaired) = &found {
            assert_eq!(&repaired.zone[..], ZONE);
        }
        assert_eq!(
            found.map(|repaired| repaired.changed),
            expected.map(<[usize]>::to_vec)
        );
    }

    #[test]
    fn what_is_right_is_left_alone() {
        check(&read(), Ok(&[]));
    }

    #[test]
    fn check_digits_choose_among_what_was_seen() {
        let mut places = read();
        places[58] = between(b'9', b'4');
        check(&places, Ok(&[58]));
        places[47] = between(b'6', b'8');
        check(&places, Ok(&[47, 58]));
        places[66] = between(b'7', b'2');
        check(&places, Err(Unrepaired::Wrong));
    }

    #[test]
    fn grammar_decides_before_check_digits() {
        let mut places = read();
        places[57] = between(b'T', b'7');
        places[7] = between(b'1', b'I');
        check(&places, Ok(&[]));
        places[57] = sure(b'T');
        check(&places, Err(Unrepaired::Unsure { at: 57 }));
    }

    #[test]
    fn nothing_is_invented() {
        let mut places = read();
        places[58] = sure(b'9');
        check(&places, Err(Unrepaired::Wrong));
        places[58] = Vec::new();
        check(&places, Err(Unrepaired::Unsure { at: 58 }));
        places[58] = vec![Candidate {
            letter: b'4',
            log_probability: -1.0,
        }];
        check(&places, Err(Unrepaired::Unsure { at: 58 }));
        places[58] = vec![Candidate {
            letter: b'4',
            log_probability: f32::NAN,
        }];
        check(&places, Err(Unrepaired::Unsure { at: 58 }));
    }

    #[test]
    fn what_check_digits_cannot_tell_apart_is_refused_unless_seen_clearly() {
        let mut places = read();
        // 8 and I are worth the same.
        places[45] = between(b'8', b'I');
        check(&places, Err(Unrepaired::Ambiguous));
        places[45][1].log_probability = -3.0;
        check(&places, Ok(&[]));
    }

    #[test]
    fn nothing_is_repaired_or_accepted_on_a_blurred_picture() {
        let found = repair(Format::Td3, &read(), false, Limits::default(), today());
        assert_eq!(found, Err(Unrepaired::Blurred));
        let found = repair(Format::Td1, &read(), true, Limits::default(), today());
        assert_eq!(found, Err(Unrepaired::Size));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

        #[test]
        fn any_reading_is_right_or_refused(
            places in proptest::collection::vec(
                proptest::collection::vec((any::<u8>(), -9.0f32..0.1), 0..4), 72..=72),
        ) {
            let seen = |at: usize| if places[at].is_empty() { sure(ZONE[at]) } else {
                places[at].iter().map(|(letter, log_probability)| {
                    Candidate { letter: *letter, log_probability: *log_probability }
                }).collect()
            };
            let places: Vec<Vec<Candidate>> = (0..72).map(seen).collect();
            if let Ok(repaired) = repair(Format::Td2, &places, true, Limits::default(), today()) {
                prop_assert_eq!(inspect(Format::Td2, &repaired.zone, today()), Ok(()));
            }
        }
    }
}
