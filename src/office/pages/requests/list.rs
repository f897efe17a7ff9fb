//! A company's requests: what a buyer has asked, or what a supplier was asked.

use api_types::address::Language;
use api_types::company::{Company, CompanyKind};
use api_types::member::Role;
use app::components::skeleton_rows;
use app::state::describe;
use browser::api::{self, Refused};
use browser::format;
use domain::Id;
use leptos::prelude::*;
use markup::view;
use workflow::office::OfficePlace;
use workflow::office::request::{Phase, Sent};

use super::inbox;
use crate::components::{icon, live, memo, spawn};
use crate::locales::words;
use crate::outbox::use_outbox;
use crate::pages::deal::own::Own;
use crate::pages::deal::{send, state, title_of};
use crate::sentence::refused_sentence;
use crate::session::use_session;

pub fn requests(language: Language, company: Id) -> AnyView {
    let words = &words(language).requests;
    let outbox = use_outbox();
    let found: RwSignal<Option<Result<Company, Refused>>> = RwSignal::new(None);
    spawn(async move {
        let answer = api::company(company).await;
        found.try_set(Some(answer));
    });
    let body = move || match found.get() {
        None => {
            view! { <div class="page wide dealing"><h1 tabindex="-1">{words.menu}</h1>{skeleton_rows()}</div> }
        }
        // Whoever has written requests here is a buyer, whether the hub can be asked or not.
        Some(Err(_)) if !untrack(|| send::requests_of(outbox, company)).is_empty() => {
            of_buyer(language, company)
        }
        Some(Err(refused)) => view! {
            <div class="page wide dealing"><h1 tabindex="-1">{words.menu}</h1><p class="said">{refused_sentence(language, &refused)}</p></div>
        },
        Some(Ok(company)) if company.kind == CompanyKind::Supplier => {
            inbox::inbox(language, &company)
        }
        Some(Ok(_)) => of_buyer(language, company),
    };
    live(body).into_any()
}

fn of_buyer(language: Language, company: Id) -> AnyView {
    let words = &words(language).requests;
    describe(language, words.buyer_title, words.buyer_lead);
    let own = Own::open(company);
    let membership = use_session().membership(company);
    let may_write = membership.is_some_and(|one| one.role != Role::Viewer);
    let new = may_write.then(|| {
        let address = OfficePlace::Ask.address(language);
        view! { <a class="button primary" href=address>{icon("plus")}<span>{words.new}</span></a> }
    });
    let rows = memo(move || own.rows());
    let body = move || {
        let rows = rows.get();
        if rows.is_empty() && own.is_loaded() {
            return view! { <div class="goods-none"><p>{words.none}</p></div> };
        }
        if rows.is_empty() {
            return skeleton_rows();
        }
        let names = [words.drafts, words.sent, words.over];
        let groups = names.into_iter().enumerate().map(|(at, name)| {
            let of = rows.iter().filter(|row| row.phase.group() == at);
            let cards: Vec<AnyView> = of.map(|row| card(language, company, row)).collect();
            (!cards.is_empty()).then(|| {
                view! { <section><h2>{name}</h2><ul class="deal-cards">{cards}</ul></section> }
            })
        });
        let groups: Vec<AnyView> = groups.flatten().collect();
        view! { <div class="stack">{groups}</div> }
    };
    let said = move || own.said(language);
    view! {
        <div class="page wide dealing">
            <div class="deal-head"><div><h1 tabindex="-1">{words.buyer_title}</h1><p class="lead">{words.buyer_lead}</p></div>{new}</div>
            <p class="said-line" role="status">{live(said)}</p>
            {live(body)}
        </div>
    }
}

fn card(language: Language, company: Id, row: &Sent) -> AnyView {
    let words = &words(language).requests;
    let count = |number: u32| format::count(language, number);
    let place = OfficePlace::Request {
        company,
        request: row.id,
    };
    let lines = u32::try_from(row.sheet.filled().count()).unwrap_or(u32::MAX);
    let day = |day: &str| format::date(language, day);
    let mut facts = vec![(words.lines)(lines, &count(lines))];
    if 0 < row.asked {
        facts.push((words.asked)(row.asked, &count(row.asked)));
    }
    if matches!(row.phase, Phase::Open | Phase::Awarded | Phase::Expired) {
        facts.push((words.answered)(row.answered, &count(row.answered)));
    }
    if !row.sheet.needed_by.is_empty() {
        facts.push((words.needed_by)(&day(&row.sheet.needed_by)));
    }
    if !row.sheet.valid_until.is_empty() && row.phase.group() < 2 {
        facts.push((words.valid_until)(&day(&row.sheet.valid_until)));
    }
    view! {
        <li class="deal-card">
            <h3><a href=place.address(language)><bdi>{title_of(language, &row.sheet)}</bdi></a></h3>
            {of_phase(language, row.phase)}
            <p class="facts">{facts.join(" · ")}</p>
        </li>
    }
}

pub(super) fn of_phase(language: Language, phase: Phase) -> AnyView {
    let words = &words(language).requests.state;
    let (tone, word) = match phase {
        Phase::Refused => ("bad", words.refused),
        Phase::Waiting => ("warn", words.waiting),
        Phase::Draft => ("", words.draft),
        Phase::Open => ("now", words.open),
        Phase::Awarded => ("good", words.awarded),
        Phase::Expired => ("", words.expired),
        Phase::Closed => ("", words.closed),
    };
    state::badge(tone, word)
}
