//! Every word of the office in both languages: a word that is missing in one of them does not compile.

mod catalogue;
mod demonstration;
mod en;
mod files;
mod intake;
mod notice;
mod order;
mod outbox;
mod paste;
mod quotation;
mod request;
mod words;
mod zh;

use api_types::address::Language;

pub use words::Words;

/// The words of a language.
pub fn words(language: Language) -> &'static Words {
    match language {
        Language::English => &en::WORDS,
        Language::Chinese => &zh::WORDS,
    }
}
