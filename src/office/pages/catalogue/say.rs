use api_types::address::Language;
use api_types::problem::{Code, FieldError};
use workflow::office::catalogue::Refusal;

use crate::locales::words;
use crate::sentence::fault_sentence;

/// What a person calls a column.
pub(super) fn column(language: Language, name: &str) -> &str {
    let columns = words(language).catalogue.columns;
    find(columns, name).unwrap_or(name)
}

/// How a column is written.
pub(super) fn hint(language: Language, name: &str) -> &'static str {
    find(words(language).catalogue.hints, name).unwrap_or_default()
}

/// What is wrong with a cell, and how it is put right.
pub(super) fn fault(language: Language, error: &FieldError) -> String {
    let words = &words(language).catalogue;
    let detail = error.detail.clone().unwrap_or_else(|| name(&error.code));
    match find(words.faults, &detail) {
        Some(sentence) => sentence.to_owned(),
        None if error.detail.is_some() => words.fault.to_owned(),
        None => fault_sentence(language, &error.pointer, error.code),
    }
}

/// Why a row was not published or withdrawn: each cell that is wrong, or the one reason.
pub(super) fn refusal(language: Language, refusal: &Refusal) -> Vec<(String, String)> {
    let words = &words(language).catalogue;
    if refusal.code == Code::InvalidBody && !refusal.errors.is_empty() {
        let errors = refusal.errors.iter().map(|error| {
            let name = error.pointer.strip_prefix("/cells/");
            let name = name.map_or(String::new(), |name| column(language, name).to_owned());
            (name, fault(language, error))
        });
        return errors.collect();
    }
    let sentence = find(words.refusals, &name(&refusal.code)).unwrap_or(words.refusal);
    vec![(String::new(), sentence.to_owned())]
}

/// A code as it is sent.
fn name(code: &impl serde::Serialize) -> String {
    let value = serde_json::to_value(code).unwrap_or_default();
    value.as_str().unwrap_or_default().to_owned()
}

fn find(list: &'static [(&'static str, &'static str)], name: &str) -> Option<&'static str> {
    let found = list.iter().find(|(have, _)| *have == name);
    found.map(|(_, text)| *text)
}

#[cfg(test)]
mod tests {
    use workflow::office::catalogue::{Column, PAGE, PRODUCT};

    use super::*;

    #[test]
    fn every_column_is_called_something_in_both_languages() {
        for language in Language::ALL {
            let columns = PRODUCT
                .iter()
                .chain(&PAGE)
                .flat_map(|(_, columns)| columns.iter());
            for column in columns {
                let names = match *column {
                    Column::One { name, .. } => vec![name],
                    Column::Both { en, zh, .. } => vec![en, zh],
                };
                for name in names {
                    assert_ne!(super::column(language, name), name, "{}", language.code());
                }
            }
        }
    }

    #[test]
    fn both_languages_word_the_same_codes() {
        let names = |list: &[(&'static str, &str)]| -> Vec<&'static str> {
            list.iter().map(|(name, _)| *name).collect()
        };
        let [english, chinese] = Language::ALL.map(|language| {
            let words = &words(language).catalogue;
            [words.columns, words.hints, words.faults, words.refusals].map(names)
        });
        assert_eq!(english, chinese);
    }
}
