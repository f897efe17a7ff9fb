//! How it stands with something, in a word with a color.

use api_types::address::Language;
use leptos::prelude::*;
use markup::view;
use workflow::office::quotation::{Side, Standing};

use crate::locales::words;

pub fn badge(tone: &'static str, word: &'static str) -> AnyView {
    view! { <span class="deal-state" data-tone=tone>{word}</span> }
}

/// Seen from one side: what is to be done there stands out.
pub fn of_deal(language: Language, standing: Standing, side: Side) -> AnyView {
    let words = &words(language).quotation.state;
    let (tone, word) = match (standing, side) {
        (Standing::Asked, Side::Supplier) => ("now", words.to_answer),
        (Standing::Asked, Side::Buyer) => ("", words.asked),
        (Standing::Quoted, Side::Buyer) => ("now", words.quoted),
        (Standing::Quoted, Side::Supplier) => ("", words.quoted),
        (Standing::Countered, Side::Supplier) => ("now", words.countered),
        (Standing::Countered, Side::Buyer) => ("", words.countered),
        (Standing::Declined, _) => ("warn", words.declined),
        (Standing::Withdrawn, _) => ("warn", words.withdrawn),
        (Standing::Accepted, _) => ("good", words.accepted),
        (Standing::Lost, _) => ("", words.lost),
        (Standing::Expired, _) => ("", words.expired),
    };
    badge(tone, word)
}
