//! The hub's codes as sentences, with what to do next.

use api_types::address::Language;
use api_types::problem::{Code, FieldCode};
use browser::api::Refused;

use crate::locales::words;

/// What went wrong, and what to do about it.
pub fn refused_sentence(language: Language, refused: &Refused) -> String {
    let words = &words(language).problem;
    let (code, retry_after) = match refused {
        Refused::Offline => return words.offline.to_owned(),
        Refused::NoHub => return words.no_hub.to_owned(),
        Refused::Broken => return words.broken.to_owned(),
        Refused::Problem {
            code, retry_after, ..
        } => (*code, *retry_after),
    };
    let sentence = match code {
        Code::NotFound => words.not_found,
        Code::SignInRequired => words.sign_in_required,
        Code::SignInFailed => words.sign_in_failed,
        Code::SecondFactorRequired => words.second_factor_required,
        Code::SecondFactorNeeded => words.second_factor_needed,
        Code::SecondPersonNeeded => words.second_person_needed,
        Code::NotNow => words.not_now,
        Code::Forbidden => words.forbidden,
        Code::CrossSite => words.cross_site,
        Code::TooManyAttempts => return (words.too_many_attempts)(retry_after.unwrap_or(60)),
        Code::PasskeyRefused => words.passkey_refused,
        Code::Changed => words.changed,
        Code::Exists => words.exists,
        Code::LastAdministrator => words.last_administrator,
        Code::TooMany => words.too_many,
        Code::InvalidBody => words.invalid,
        Code::NotInDemonstration => words.not_here,
        Code::BodyTooLarge => words.too_large,
        Code::Busy => words.busy,
        Code::StorageFull => words.full,
        Code::Internal => words.internal,
        // Codes that a page of ours does not bring about, and those of a newer hub.
        _ => words.broken,
    };
    sentence.to_owned()
}

/// What is wrong with a field, and how it is put right.
pub fn fault_sentence(language: Language, pointer: &str, code: FieldCode) -> String {
    let words = &words(language).fault;
    let sentence = match (pointer, code) {
        ("/registration/number", FieldCode::Check) => words.number_check,
        ("/registration/number", FieldCode::Missing) => words.number_missing,
        ("/registration/number", _) => words.number_form,
        ("/email", _) => words.email,
        ("/password" | "/next", FieldCode::TooShort) => words.password_short,
        ("/password" | "/next", FieldCode::Guessable) => words.password_guessable,
        ("/name/en" | "/name/zh" | "/name", FieldCode::Missing) => words.name_missing,
        ("/code", FieldCode::Missing | FieldCode::Form | FieldCode::Type) => words.code,
        (_, FieldCode::Missing) => words.missing,
        (_, FieldCode::TooLong) => words.too_long,
        (_, FieldCode::TooShort) => words.too_short,
        _ => words.form,
    };
    sentence.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_a_sentence_that_says_what_next() {
        for language in Language::ALL {
            for code in [
                Code::SignInFailed,
                Code::Forbidden,
                Code::Changed,
                Code::LastAdministrator,
                Code::StorageFull,
                Code::TooManyAttempts,
            ] {
                let refused = Refused::Problem {
                    code,
                    errors: Vec::new(),
                    retry_after: Some(30),
                };
                let sentence = refused_sentence(language, &refused);
                let end = if language == Language::English {
                    '.'
                } else {
                    '。'
                };
                // What is the matter, then what to do.
                assert!(sentence.matches(end).count() >= 2, "{code:?}: {sentence}");
            }
        }
    }

    #[test]
    fn a_field_is_told_what_is_wrong_with_it() {
        let english = |pointer, code| fault_sentence(Language::English, pointer, code);
        let number = "/registration/number";
        assert_ne!(
            english(number, FieldCode::Check),
            english(number, FieldCode::Form)
        );
        assert_ne!(
            english("/password", FieldCode::Guessable),
            english("/password", FieldCode::TooShort)
        );
    }
}
