//! A company's number while it is typed.

use api_types::company::Scheme;
use domain::{ParseUenError, ParseUsccError, Uen, Uscc};

/// What can be said of what stands in the box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    Empty,
    /// It may become one: so many characters are there.
    Begun(usize),
    /// None of the forms that such a number has.
    Form,
    /// The check letter or digit does not belong to the rest.
    Check,
    Right,
}

/// As it is sent: without the spaces that people group it by, in capitals.
#[must_use]
pub fn tidied(text: &str) -> String {
    text.chars()
        .filter(|character| !character.is_whitespace())
        .map(|character| character.to_ascii_uppercase())
        .collect()
}

#[must_use]
pub fn look(scheme: Scheme, text: &str) -> Look {
    let text = tidied(text);
    if text.is_empty() {
        return Look::Empty;
    }
    match scheme {
        Scheme::Uen => match text.parse::<Uen>() {
            Ok(_) => Look::Right,
            Err(ParseUenError::CheckLetter) => Look::Check,
            Err(ParseUenError::Form) if may_become_uen(&text) => Look::Begun(text.len()),
            Err(ParseUenError::Form) => Look::Form,
        },
        Scheme::Uscc => match text.parse::<Uscc>() {
            Ok(_) => Look::Right,
            Err(ParseUsccError::CheckCharacter) => Look::Check,
            Err(ParseUsccError::Form) if is_plain(&text) && text.len() < 18 => {
                Look::Begun(text.len())
            }
            Err(ParseUsccError::Form) => Look::Form,
        },
    }
}

/// Nine digits may still get the letter of a company; a shorter text may get anything.
fn may_become_uen(text: &str) -> bool {
    let is_nine_digits = text.len() == 9 && text.bytes().all(|byte| byte.is_ascii_digit());
    // `T26LL0240` and its like have ten characters too.
    let is_other = text.len() == 9 && text.starts_with(['R', 'S', 'T']);
    is_plain(text) && (text.len() < 9 || is_nine_digits || is_other)
}

fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_not_called_wrong_while_it_is_typed() {
        for whole in ["202630832C", "00192200M", "T26LL0240A"] {
            for end in 1..whole.len() {
                assert_eq!(
                    look(Scheme::Uen, &whole[..end]),
                    Look::Begun(end),
                    "{whole}"
                );
            }
            assert_eq!(look(Scheme::Uen, whole), Look::Right);
        }
        let whole = "91350100M000100Y43";
        for end in 1..18 {
            assert_eq!(look(Scheme::Uscc, &whole[..end]), Look::Begun(end));
        }
        assert_eq!(look(Scheme::Uscc, whole), Look::Right);
    }

    #[test]
    fn a_slip_is_named() {
        let check = |scheme, text, expected| assert_eq!(look(scheme, text), expected, "{text}");
        check(Scheme::Uen, "", Look::Empty);
        check(Scheme::Uen, "202630832D", Look::Check);
        check(Scheme::Uen, "2026308321C", Look::Form);
        check(Scheme::Uen, "2026-3083", Look::Form);
        check(Scheme::Uen, "2026 3083 2c", Look::Right);
        check(Scheme::Uscc, "91350100M000100Y44", Look::Check);
        check(Scheme::Uscc, "91350100M000100Y431", Look::Form);
        check(Scheme::Uscc, "9135 0100 M000 100Y 43", Look::Right);
    }
}
