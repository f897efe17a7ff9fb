//! Certificates of what a supplier shows that end soon or have ended.

use api_types::address::Language;
use api_types::reminder::Reminder;
use browser::{api, format};
use domain::Id;
use leptos::prelude::*;
use markup::view;
use workflow::office::OfficePlace;

use crate::components::{icon, live, spawn};
use crate::locales::words;
use crate::sentence::refused_sentence;

pub fn reminders(language: Language, company: Id) -> AnyView {
    let words = &words(language).catalogue;
    let found = RwSignal::new(None);
    spawn(async move {
        let answer = api::reminders(company).await;
        found.try_set(Some(answer));
    });
    let body = move || match found.get() {
        None => ().into_any(),
        Some(Err(refused)) => view! { <p class="said">{refused_sentence(language, &refused)}</p> },
        Some(Ok(reminders)) if reminders.is_empty() => {
            view! { <p class="calm">{icon("badge-check")}<span>{words.no_reminders}</span></p> }
        }
        Some(Ok(reminders)) => {
            let rows = together(reminders)
                .into_iter()
                .map(|(reminder, count)| row(language, company, &reminder, count));
            let rows: Vec<AnyView> = rows.collect();
            view! { <ul class="links goods-reminders">{rows}</ul> }
        }
    };
    let address = OfficePlace::Catalogue(company).address(language);
    view! {
        <section class="panel stack" id="certificates">
            <h2>{words.certificates}</h2>
            {live(body)}
            <p><a href=address>{words.menu}</a></p>
        </section>
    }
}

/// The same certificate of several products is renewed once.
fn together(reminders: Vec<Reminder>) -> Vec<(Reminder, u32)> {
    let mut found: Vec<(Reminder, u32)> = Vec::new();
    for reminder in reminders {
        let same = found.iter_mut().find(|(other, _)| {
            let name = |one: &Reminder| (one.kind.clone(), one.number.clone(), one.days);
            name(other) == name(&reminder)
        });
        match same {
            Some((_, count)) => *count += 1,
            None => found.push((reminder, 1)),
        }
    }
    found
}

fn row(language: Language, company: Id, reminder: &Reminder, count: u32) -> AnyView {
    let words = &words(language).catalogue;
    let day = format::date(language, &reminder.valid_until);
    let (tone, said) = match reminder.days {
        ..0 => ("bad", words.certificate_ended),
        0.. => ("warn", words.certificate_soon),
    };
    let whose = match reminder.listing == company {
        true => words.of_company.to_owned(),
        false => (words.of_products)(count),
    };
    let name = format!("{} {}", reminder.kind, reminder.number);
    view! {
        <li><b><bdi>{name}</bdi></b>" "<span class=tone>{said(&day)}</span><small>{whose}" · "<bdi>{reminder.issuer.clone()}</bdi></small></li>
    }
}
