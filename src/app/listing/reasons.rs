//! Why a product stands where it stands, in words.

use api_types::address::Language;
use leptos::prelude::*;
use search::ask::{Form, Found, Points, Reason};

use super::Context;
use crate::locales::words;
use crate::widgets::{Line, why};

/// Nothing where the engine has not told: before it answers, and far down the list.
pub(super) fn reasons(context: &Context, row: usize) -> AnyView {
    let found = context.found();
    let hits = found.as_ref().map(|reply| reply.answer.hits.as_slice());
    let mut hits = hits.unwrap_or_default().iter();
    let told = hits.any(|hit| hit.row as usize == row && !hit.parts.is_empty());
    if !told {
        return ().into_any();
    }
    let language = context.language;
    let lines = move || {
        let answer = found.as_ref().map(|reply| &reply.answer);
        let hit = answer.and_then(|found| {
            let mut hits = found.hits.iter();
            hits.find(|hit| hit.row as usize == row)
                .map(|hit| (found, hit))
        });
        let Some((found, hit)) = hit else {
            return Vec::new();
        };
        let most = hit.parts.iter().map(|part| part.points.abs()).max();
        let most = most.unwrap_or_default();
        let line = |part: &Points| Line {
            text: say(language, found, &part.reason),
            points: part.points,
            most,
        };
        hit.parts.iter().map(line).collect()
    };
    let row = u32::try_from(row).unwrap_or(u32::MAX);
    why(language, row, context.opened, lines)
}

fn say(language: Language, found: &Found, reason: &Reason) -> String {
    let words = &words(language).search;
    match reason {
        Reason::Word { word, field, form } => {
            let typed = found.words.get(usize::from(*word));
            let typed = typed.map(|word| word.text.as_str()).unwrap_or_default();
            let (kind, other) = match form {
                Form::Same => (None, ""),
                Form::Begun(other) => (Some(0), other.as_str()),
                Form::Spelling(other) => (Some(1), other.as_str()),
                Form::Pinyin(other) => (Some(2), other.as_str()),
                Form::Translation(other) => (Some(3), other.as_str()),
                Form::Related(other) => (Some(4), other.as_str()),
            };
            let place = words.fields[*field as usize];
            match kind {
                None => format!("“{typed}” · {place}"),
                Some(kind) => format!("“{typed}” → “{other}” ({}) · {place}", words.forms[kind]),
            }
        }
        Reason::Phrase => words.phrase.to_owned(),
        Reason::HeadNoun => words.head_noun.to_owned(),
        Reason::Coverage => words.coverage.to_owned(),
        Reason::Category => words.category.to_owned(),
        Reason::Model => words.model.to_owned(),
    }
}
