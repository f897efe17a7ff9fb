//! What a buyer and a supplier offer each other: the same page for either, from its own side.

mod acts;
mod desk;
mod form;
mod thread;
mod versions;

use api_types::address::Language;
use app::components::skeleton_rows;
use app::state::describe;
use browser::api::{FileOf, Refused};
use domain::Id;
use leptos::prelude::*;
use markup::view;
use workflow::office::OfficePlace;
use workflow::office::quotation::{Side, Standing, Talk};

use crate::components::{clicked, icon, live, memo, spawn};
use crate::locales::words;
use crate::matcher::use_matcher;
use crate::pages::deal::{asked_lines, facts, load, seller, state, title_of};
use crate::pages::name_in;
use crate::sentence::refused_sentence;
use crate::sync::reason;
use desk::{Desk, today};

pub fn quotation(language: Language, company: Id, quotation: Id) -> AnyView {
    let found: RwSignal<Option<Result<Talk, Refused>>> = RwSignal::new(None);
    spawn(async move {
        let answer = load::talk(company, quotation).await;
        found.try_set(Some(answer));
    });
    let menu = words(language).requests.menu;
    let body = move || match found.get() {
        None => {
            view! { <div class="page wide dealing"><h1 tabindex="-1">{menu}</h1>{skeleton_rows()}</div> }
        }
        Some(Err(refused)) => view! {
            <div class="page wide dealing"><h1 tabindex="-1">{menu}</h1><p class="said">{refused_sentence(language, &refused)}</p></div>
        },
        Some(Ok(talk)) => page(language, (company, quotation), talk),
    };
    live(body).into_any()
}

fn page(language: Language, whose: (Id, Id), talk: Talk) -> AnyView {
    let side = talk.deal.side;
    let all = words(language);
    let words = &all.quotation;
    let title = (words.title)(&title_of(language, &talk.sheet));
    describe(language, &title, "");
    let (sheet, request) = (talk.sheet.clone(), talk.deal.request);
    let matcher = use_matcher();
    let other = {
        let deal = talk.deal.clone();
        move || match side {
            Side::Buyer => {
                let front = matcher.front();
                (words.of_supplier)(&seller(language, front.as_deref(), &deal))
            }
            Side::Supplier => (words.of_buyer)(name_in(language, &deal.buyer)),
        }
    };
    let kept = (side == Side::Buyer && !talk.deal.is_reached)
        .then(|| view! { <p class="note">{words.kept_for_them}</p> });
    if side == Side::Buyer {
        matcher.wake();
    }
    let back = match side {
        Side::Buyer => OfficePlace::Request {
            company: whose.0,
            request,
        },
        Side::Supplier => OfficePlace::Requests(whose.0),
    };
    let back_name = match side {
        Side::Buyer => all.requests.buyer_title,
        Side::Supplier => all.requests.supplier_title,
    };
    let files = match side {
        Side::Buyer => FileOf::Company,
        Side::Supplier => FileOf::Request(request),
    };
    let desk = Desk::open(language, whose, talk);
    let deal = memo(move || desk.deal());
    let badge = move || state::of_deal(language, desk.standing(), side);
    let next = move || {
        let turn = today().and_then(|today| deal.with(|deal| deal.turn(today)));
        match turn {
            Some(Side::Buyer) => words.next_buyer,
            Some(Side::Supplier) => words.next_supplier,
            None => words.nobody_next,
        }
    };
    let why = move || {
        let code = deal.with(|deal| deal.reason.clone());
        let known = words.reasons.iter().find(|(have, _)| *have == code);
        let line = known.map_or(code.clone(), |(_, line)| (*line).to_owned());
        (!line.is_empty())
            .then(|| view! { <p class="note">{words.reason}" · "<bdi>{line}</bdi></p> })
    };
    let has_versions = memo(move || deal.with(|deal| !deal.versions.is_empty()));
    let versions = {
        let sheet = sheet.clone();
        move || {
            has_versions
                .get()
                .then(|| versions::versions(language, deal, &sheet, side))
        }
    };
    view! {
        <div class="page wide dealing">
            <p class="deal-back"><a href=back.address(language)>{back_name}</a></p>
            <div class="deal-head"><div><h1 tabindex="-1"><bdi>{title}</bdi></h1><p class="lead">{live(other)}</p>{kept}</div>{live(badge)}</div>
            {refused(desk)}
            <div class="deal-columns">
                <div class="stack">
                    <section class="panel stack">
                        <p class="deal-next" role="status"><b>{live(next)}</b>{waiting(desk)}</p>
                        {live(why)}
                        {live(move || agreed(desk))}
                        {live(versions)}
                        {acts::acts(desk)}
                    </section>
                    {thread::thread(desk)}
                </div>
                <section class="panel stack" aria-labelledby="deal-asked">
                    <h2 id="deal-asked">{words.request}</h2>
                    {asked_lines(language, (whose.0, files), &sheet)}
                    {facts(language, &sheet)}
                </section>
            </div>
        </div>
    }
}

/// Where it goes on once it is accepted, or that one's own company is still to approve it.
fn agreed(desk: Desk) -> AnyView {
    let all = words(desk.language);
    let company = desk.company;
    if desk.standing() == Standing::Accepted && !desk.is_waiting() {
        let order = OfficePlace::Order {
            company,
            order: desk.quotation,
        };
        return view! { <p class="actions"><a class="button primary" href=order.address(desk.language)>{all.order.see_order}</a></p> };
    }
    if desk.waits_for_approval() {
        let place = OfficePlace::Approvals(company);
        return view! { <p class="note">{all.approvals.waits}" "<a href=place.address(desk.language)>{all.approvals.title}</a></p> };
    }
    ().into_any()
}

fn waiting(desk: Desk) -> AnyView {
    let words = &words(desk.language).quotation;
    let line = move || {
        desk.is_waiting()
            .then(|| view! { " "<small class="warn">{words.unsent}</small> })
    };
    live(line).into_any()
}

/// Why the hub did not take what was sent, and a way to let go of it.
fn refused(desk: Desk) -> AnyView {
    let all = words(desk.language);
    let body = move || {
        desk.refused().map(|(name, code)| {
            let discard = move || desk.outbox.discard(&name);
            view! {
                <div class="said" role="alert">{icon("circle-alert")}<span>{reason(desk.language, &code)}</span>
                    <button class="button small" type="button" on:click=clicked(discard)>{all.outbox.discard}</button></div>
            }
        })
    };
    live(body).into_any()
}
