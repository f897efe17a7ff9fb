//! Offers that wait for somebody who may bind the company to so much.

use api_types::address::Language;
use api_types::approval::{Approval, ApprovalState, DecisionForm};
use api_types::member::Role;
use app::components::skeleton_rows;
use app::state::{describe, use_toast};
use browser::api::{self, Refused};
use browser::{field, format};
use domain::Id;
use leptos::prelude::*;
use markup::view;
use workflow::office::OfficePlace;
use workflow::outbox::page::State;

use super::sum;
use crate::components::{changed, clicked, icon, live, spawn};
use crate::locales::words;
use crate::outbox::use_outbox;
use crate::pages::deal::own::EVERY;
use crate::pages::deal::send::{self, Form};
use crate::pages::deal::{repeat, state::badge};
use crate::pages::name_in;
use crate::sentence::refused_sentence;
use crate::session::use_session;
use crate::sync::reason;

pub fn approvals(language: Language, company: Id) -> AnyView {
    let words = &words(language).approvals;
    describe(language, words.title, words.lead);
    let found: RwSignal<Option<Result<Vec<Approval>, Refused>>> = RwSignal::new(None);
    let fetch = move || {
        spawn(async move {
            let answer = api::approvals(company).await.map(|mut all| {
                all.sort_by_key(|one| {
                    (
                        one.state != ApprovalState::Waiting,
                        std::cmp::Reverse(one.at),
                    )
                });
                all
            });
            if found.try_with_untracked(|have| have.as_ref() != Some(&answer)) == Some(true) {
                found.set(Some(answer));
            }
        });
    };
    fetch();
    repeat(EVERY, fetch);
    let role = use_session().membership(company).map(|one| one.role);
    let may_decide = role == Some(Role::Administrator);
    let body = move || match found.get() {
        None => skeleton_rows(),
        Some(Err(refused)) => {
            view! { <p class="said">{refused_sentence(language, &refused)}</p> }
        }
        Some(Ok(all)) if all.is_empty() => {
            view! { <div class="goods-none"><p>{words.none}</p></div> }
        }
        Some(Ok(all)) => {
            let rows = all
                .iter()
                .map(|one| card(language, company, one, may_decide));
            let rows: Vec<AnyView> = rows.collect();
            view! { <ul class="deal-cards">{rows}</ul> }
        }
    };
    let note = (!may_decide).then(|| view! { <p class="note">{words.for_administrators}</p> });
    view! {
        <div class="page wide dealing">
            <h1 tabindex="-1">{words.title}</h1><p class="lead">{words.lead}</p>{note}
            {live(body)}
        </div>
    }
}

fn card(language: Language, company: Id, found: &Approval, may_decide: bool) -> AnyView {
    let words = &words(language).approvals;
    let (tone, word) = match found.state {
        ApprovalState::Waiting => ("now", words.states[0]),
        ApprovalState::Approved => ("good", words.states[1]),
        ApprovalState::Refused => ("warn", words.states[2]),
    };
    let total = sum(language, &found.total, &found.currency);
    let asked = (words.asked_by)(&format::moment(language, found.asked_at));
    let place = match found.state {
        ApprovalState::Approved => OfficePlace::Order {
            company,
            order: found.id,
        },
        _ => OfficePlace::Quotation {
            company,
            quotation: found.id,
        },
    };
    let label = match found.state {
        ApprovalState::Approved => crate::locales::words(language).order.see_order,
        _ => words.quotation,
    };
    let name = name_in(language, &found.supplier).to_owned();
    let why = (!found.reason.is_empty())
        .then(|| view! { <p class="note"><bdi>{found.reason.clone()}</bdi></p> });
    let decide = (may_decide && found.state == ApprovalState::Waiting)
        .then(|| decide(language, (company, found.id), found.version, &total));
    view! {
        <li class="deal-card">
            <h2><bdi>{name}</bdi>" · "{total}</h2>
            {badge(tone, word)}
            <p class="facts">{asked}" · "<a href=place.address(language)>{label}</a></p>
            {why}{decide}
        </li>
    }
}

fn decide(language: Language, whose: (Id, Id), known: u64, total: &str) -> AnyView {
    let all = words(language);
    let words = &all.approvals;
    let (outbox, toast) = (use_outbox(), use_toast());
    let reason_typed = RwSignal::new(String::new());
    let (is_sure, is_refusing) = (RwSignal::new(false), RwSignal::new(false));
    // Once: what is sent is not undone by pressing the other.
    let is_sent = RwSignal::new(false);
    let send = move |is_approved: bool| {
        is_sent.set(true);
        let reason = reason_typed.get_untracked();
        let form = DecisionForm {
            is_approved,
            reason,
        };
        send::decision(outbox, whose, known, &form);
        toast.show(all.order.sent);
    };
    let sure = (words.approve_sure)(total);
    let approve = move || match is_sure.get() {
        true => sure.clone(),
        false => words.approve.to_owned(),
    };
    let press = move || match is_sure.get_untracked() {
        true => send(true),
        false => is_sure.set(true),
    };
    let refuse = move || match is_refusing.get_untracked() {
        true => send(false),
        false => is_refusing.set(true),
    };
    let typed = move |event: leptos::ev::Event| reason_typed.set(field::of(&event).value);
    let id = format!("reason-{}", whose.1);
    let why = move || {
        is_refusing.get().then(|| {
            view! { <div class="field"><label for=id.clone()>{words.reason}</label><div class="control"><textarea id=id.clone() rows="2" maxlength="2000" on:input=changed(typed)></textarea></div></div> }
        })
    };
    let state = move || send::unsent_decision(outbox, whose).map(|(_, state)| state);
    let is_open = move || !is_sent.get() || matches!(state(), Some(State::Refused { .. }));
    let body = move || match state() {
        Some(State::Refused { code }) => {
            let forget = move || send::forget(outbox, Form::Decision, whose);
            view! {
                <div class="said" role="alert">{icon("circle-alert")}<span>{reason(language, &code)}</span>
                    <button class="button small" type="button" on:click=clicked(forget)>{all.outbox.discard}</button></div>
            }
        }
        Some(_) => view! { <p class="warn">{all.quotation.unsent}</p> },
        None => ().into_any(),
    };
    let approve = StoredValue::new(approve);
    let buttons = move || {
        is_open().then(|| {
            let label = move || approve.with_value(|label| label());
            view! {
                <p class="actions">
                    <button class="button primary" type="button" on:click=clicked(press)>{live(label)}</button>
                    <button class="button" type="button" on:click=clicked(refuse)>{words.refuse}</button>
                </p>
            }
        })
    };
    view! {
        {live(body)}
        {live(why)}
        {live(buttons)}
    }
}
