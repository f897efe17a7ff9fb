//! A request that is sent: what was asked, how each supplier stands, and what they offer side by side.

use api_types::address::Language;
use api_types::draft::DraftKind;
use app::state::{describe, use_toast};
use browser::api::FileOf;
use browser::{chance, clock, field};
use domain::{Date, Id};
use leptos::prelude::*;
use markup::view;
use workflow::office::OfficePlace;
use workflow::office::quotation::{Deal, Side};
use workflow::office::request::{Phase, Sent, Sheet};

use super::compare::side_by_side;
use super::list::of_phase;
use crate::components::{changed, clicked, live, memo};
use crate::drafts::use_drafts;
use crate::frame::use_go;
use crate::locales::words;
use crate::matcher::use_matcher;
use crate::outbox::use_outbox;
use crate::pages::deal::{asked_lines, facts, say, seller, send, state, title_of};

/// What the page shows of it; `deals` as far as the hub has any.
#[derive(Clone, Copy)]
pub(super) struct Page {
    pub language: Language,
    pub company: Id,
    pub request: Id,
    pub may_write: bool,
    pub sent: Memo<Sent>,
    pub deals: Memo<Vec<Deal>>,
}

pub(super) fn sent(page: Page) -> AnyView {
    let language = page.language;
    let words = &words(language).sent;
    let sheet = untrack(|| page.sent.get()).sheet;
    let title = title_of(language, &sheet);
    describe(language, &title, "");
    let phase = memo(move || page.sent.with(|sent| sent.phase));
    let waiting = move || {
        (phase.get() == Phase::Waiting).then(|| view! { <p class="note">{words.waiting}</p> })
    };
    let has_deals = memo(move || page.deals.with(|deals| !deals.is_empty()));
    let compared = {
        let sheet = sheet.clone();
        move || {
            has_deals
                .get()
                .then(|| side_by_side(language, page.company, &sheet, page.deals))
        }
    };
    let back = OfficePlace::Requests(page.company).address(language);
    let back_name = crate::locales::words(language).requests.buyer_title;
    view! {
        <div class="page wide dealing">
            <p class="deal-back"><a href=back>{back_name}</a></p>
            <div class="deal-head"><h1 tabindex="-1"><bdi>{title}</bdi></h1>{live(move || of_phase(language, phase.get()))}</div>
            {live(waiting)}
            {live(compared)}
            <div class="deal-columns">
                <section class="panel stack" aria-labelledby="deal-what">
                    <h2 id="deal-what">{words.what}</h2>
                    {asked_lines(language, (page.company, FileOf::Company), &sheet)}
                    {facts(language, &sheet)}
                    {again(page, &sheet)}
                </section>
                <section class="panel stack" aria-labelledby="deal-suppliers">
                    <h2 id="deal-suppliers">{words.who}</h2>
                    {suppliers(page, &sheet)}
                    {close(page, phase)}
                </section>
            </div>
        </div>
    }
}

/// Everybody who is asked, and how it stands with each.
fn suppliers(page: Page, sheet: &Sheet) -> AnyView {
    let language = page.language;
    let asked = sheet.asked.clone();
    let matcher = use_matcher();
    matcher.wake();
    let list = move || {
        let deals = page.deals.get();
        if deals.is_empty() {
            let rows = asked.iter().map(|code| {
                let name = say::supplier(language, matcher.front().as_deref(), code);
                view! { <li><bdi>{name}</bdi></li> }
            });
            return rows.collect::<Vec<AnyView>>();
        }
        let today = Date::from_days_since_epoch(clock::today());
        let rows = deals.iter().map(|deal| {
            let place = OfficePlace::Quotation {
                company: page.company,
                quotation: deal.id,
            };
            let standing = today.map_or(deal.stored, |today| deal.standing(today));
            let name = seller(language, matcher.front().as_deref(), deal);
            let kept = (!deal.is_reached).then(|| {
                let line = crate::locales::words(language).quotation.kept_for_them;
                view! { <small>{line}</small> }
            });
            view! {
                <li><a href=place.address(language)><bdi>{name}</bdi></a>{state::of_deal(language, standing, Side::Buyer)}{kept}</li>
            }
        });
        rows.collect()
    };
    view! { <ul class="deal-suppliers">{live(list)}</ul> }
}

/// The same once more, as a draft that can be changed.
fn again(page: Page, sheet: &Sheet) -> AnyView {
    if !page.may_write {
        return ().into_any();
    }
    let words = &words(page.language).sent;
    let (drafts, go) = (use_drafts(), use_go(page.language));
    let sheet = sheet.clone();
    let act = move || {
        let mut sheet = sheet.clone();
        for line in &mut sheet.lines {
            line.id = Some(chance::id());
        }
        let today = clock::today();
        let day = |text: &str| text.parse::<Date>().ok().map(Date::days_since_epoch);
        if day(&sheet.needed_by).is_some_and(|day| day < today) {
            sheet.needed_by.clear();
        }
        let until = Date::from_days_since_epoch(today + super::ask::DAYS);
        sheet.valid_until = until.map_or_else(String::new, |day| day.to_string());
        let request = chance::id();
        let kind = DraftKind::SourcingRequest;
        drafts.typed(page.company, request, kind, &sheet.content());
        go(OfficePlace::Request {
            company: page.company,
            request,
        });
    };
    view! { <p class="actions"><button class="button" type="button" on:click=clicked(act)>{words.again}</button></p> }
}

fn close(page: Page, phase: Memo<Phase>) -> AnyView {
    let words = &words(page.language).sent;
    let (toast, outbox) = (use_toast(), use_outbox());
    let is_open = RwSignal::new(false);
    let reason = RwSignal::new(words.reasons[0].0.to_owned());
    let choose = move |event: leptos::ev::Event| reason.set(field::of(&event).value);
    let act = move || {
        let whose = (page.company, page.request);
        let known = page.sent.with_untracked(|sent| sent.version);
        send::close(outbox, whose, known, &reason.get_untracked());
        toast.show(words.closed);
    };
    let body = move || {
        let can = page.may_write && matches!(phase.get(), Phase::Open | Phase::Expired);
        match (can, is_open.get()) {
            (false, _) => ().into_any(),
            (true, false) => {
                let open = move || is_open.set(true);
                view! { <p class="actions"><button class="button" type="button" on:click=clicked(open)>{words.close}</button></p> }
            }
            (true, true) => {
                let options: Vec<AnyView> = words
                    .reasons
                    .iter()
                    .map(|(code, label)| view! { <option value=*code>{*label}</option> })
                    .collect();
                let all = crate::locales::words(page.language);
                view! {
                    <div class="stack">
                        <p class="note">{words.close_lead}</p>
                        <div class="field"><label for="close-reason">{all.quotation.reason}</label><div class="control"><select id="close-reason" on:change=changed(choose)>{options}</select></div></div>
                        <p class="actions"><button class="button bad" type="button" on:click=clicked(act)>{words.close_sure}</button></p>
                    </div>
                }
            }
        }
    };
    live(body).into_any()
}
