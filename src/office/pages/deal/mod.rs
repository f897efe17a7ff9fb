//! What the pages from need to order share: codes in words, states, one line of a request.

pub mod files;
pub mod load;
pub mod own;
pub mod say;
pub mod send;
pub mod state;
mod wire;

use std::time::Duration;

use api_types::address::Language;
use api_types::catalogue::Front;
use browser::api::FileOf;
use browser::format;
use domain::{Id, Rate};
use leptos::prelude::*;
use markup::view;
use workflow::office::quotation::Deal;
use workflow::office::request::{Line, Sheet};

use crate::locales::words;
use crate::pages::name_in;

/// The dated rate that prices are compared at.
pub fn rate(front: &Front) -> Option<Rate> {
    let rate = &front.rate;
    Rate::new(
        rate.date.parse().ok()?,
        rate.cny_per_sgd_millionths,
        rate.sgd_per_usd_millionths,
    )
    .ok()
}

/// Does something again and again while the page is there.
pub fn repeat(every: Duration, act: impl Fn() + 'static) {
    if let Ok(handle) = set_interval_with_handle(act, every) {
        on_cleanup(move || handle.clear());
    }
}

/// What the supplier of a negotiation is called: as the company, or else as in the catalogue.
pub fn seller(language: Language, front: Option<&Front>, deal: &Deal) -> String {
    match name_in(language, &deal.supplier) {
        "" => say::supplier(language, front, &deal.code),
        name => name.to_owned(),
    }
}

/// What a line is called, in the reader's language or else as it was written.
pub fn name_of(language: Language, line: &Line) -> String {
    let names = match language {
        Language::English => [&line.en, &line.zh],
        Language::Chinese => [&line.zh, &line.en],
    };
    let name = names.into_iter().find(|name| !name.trim().is_empty());
    name.unwrap_or(&line.product).trim().to_owned()
}

/// What a request is called: its first line, and how many more there are.
pub fn title_of(language: Language, sheet: &Sheet) -> String {
    let words = &words(language).requests;
    let mut lines = sheet.filled().map(|(_, line)| line);
    let Some(first) = lines.next() else {
        return words.untitled.to_owned();
    };
    let name = name_of(language, first);
    let more = u32::try_from(lines.count()).unwrap_or(u32::MAX);
    match more {
        0 => name,
        more => {
            let gap = match language {
                Language::English => " ",
                Language::Chinese => "",
            };
            let more = (words.more_lines)(more, &format::count(language, more));
            format!("{name}{gap}{more}")
        }
    }
}

/// The conditions of a request, name and value; what was left open is left out.
pub fn facts(language: Language, sheet: &Sheet) -> AnyView {
    let words = &words(language).compose;
    let day = |day: &str| match day {
        "" => String::new(),
        day => format::date(language, day),
    };
    let place = match sheet.destination.as_str() {
        "" => String::new(),
        code => {
            let name = say::port(language, code);
            if name == code {
                name
            } else {
                format!("{name} · {code}")
            }
        }
    };
    let incoterm = match sheet.incoterm.as_str() {
        "" => String::new(),
        code => say::incoterm(language, code),
    };
    let rows = [
        (words.destination, place),
        (words.incoterm, incoterm),
        (words.needed_by, day(&sheet.needed_by)),
        (words.valid_until, day(&sheet.valid_until)),
        (words.currency, sheet.currency.clone()),
        (words.certificates, sheet.certificates.join(" · ")),
        (words.note, sheet.note.clone()),
    ];
    let rows = rows.into_iter().filter(|(_, value)| !value.is_empty());
    let rows = rows.map(|(name, value)| {
        view! { <div><dt>{name}</dt><dd><bdi>{value}</bdi></dd></div> }
    });
    let rows: Vec<AnyView> = rows.collect();
    view! { <dl class="facts deal-facts">{rows}</dl> }
}

/// The lines of a request, to read; `whose`: who reads them, and by what their files are found.
pub fn asked_lines(language: Language, whose: (Id, FileOf), sheet: &Sheet) -> AnyView {
    let words = &words(language).compose;
    let rows = sheet.filled().map(|(_, line)| {
        let quantity = say::counted(language, &line.quantity, &line.unit);
        let target = (!line.target.is_empty()).then(|| {
            let target = format!("{} {}", (words.target)(&sheet.currency), line.target);
            view! { <small>{target}</small> }
        });
        let name = match line.product.as_str() {
            "" => view! { <bdi>{name_of(language, line)}</bdi> },
            product => {
                let address = api_types::address::Place::Product(product).address(language);
                view! { <a href=address rel="external"><bdi>{name_of(language, line)}</bdi></a> }
            }
        };
        let files = files::shown(language, whose, &line.attachments);
        view! { <li><span>{name}{target}</span><b>{quantity}</b>{files}</li> }
    });
    let rows: Vec<AnyView> = rows.collect();
    view! { <ol class="deal-asked">{rows}</ol> }
}
