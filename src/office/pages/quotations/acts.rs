//! What either side may do now: answer, counter, accept, decline, withdraw.

use std::collections::BTreeSet;
use std::sync::Arc;

use api_types::address::Language;
use api_types::catalogue::{Detail, Front};
use api_types::order::Rate;
use app::components::after_paint;
use app::state::use_toast;
use browser::{clock, document, field, format};
use domain::{Date, Id};
use leptos::prelude::*;
use markup::view;
use workflow::office::quotation::{Bid, Conditions, Side, Wanted, prefill, total_of};
use workflow::office::request::Sheet;

use super::desk::{Desk, today};
use super::form::{BidDesk, fields};
use crate::components::{changed, clicked, live, memo, spawn};
use crate::locales::words;
use crate::matcher::use_matcher;
use crate::pages::deal::send::{self, Deed};
use crate::pages::deal::{rate, say};

/// A quotation is valid for so many days, unless the supplier says otherwise.
const DAYS: i32 = 30;

/// What is open below the buttons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Open {
    Nothing,
    Form,
    Decline,
}

pub(super) fn acts(desk: Desk) -> AnyView {
    let all = words(desk.language);
    let words = &all.quotation;
    let acts = memo(move || desk.acts());
    let opened = RwSignal::new(Open::Nothing);
    let toast = use_toast();
    let buttons = move || {
        let acts = acts.get();
        if opened.get() != Open::Nothing {
            return ().into_any();
        }
        let open = move |what: Open| {
            move || {
                opened.set(what);
                request_animation_frame(|| document::focus("#deal-form"));
            }
        };
        let form = match (acts.quote, acts.revise, acts.counter) {
            (true, ..) => Some(words.answer),
            (_, true, _) => Some(words.revise),
            (.., true) => Some(words.counter),
            _ => None,
        };
        let primary = if acts.accept {
            "button"
        } else {
            "button primary"
        };
        let form = form.map(|label| {
            view! { <button class=primary type="button" on:click=clicked(open(Open::Form))>{label}</button> }
        });
        let accept = acts.accept.then(|| accept(desk));
        let decline = acts.decline.then(|| {
            view! { <button class="button" type="button" on:click=clicked(open(Open::Decline))>{words.decline}</button> }
        });
        let withdraw = acts.withdraw.then(|| {
            let act = move || {
                desk.act(&Deed::Withdraw {
                    reason: String::new(),
                });
                toast.show(words.withdrawn);
            };
            twice(words.withdraw, words.withdraw_sure.to_owned(), act)
        });
        view! { <p class="actions">{accept}{form}{decline}{withdraw}</p> }
    };
    let below = move || match opened.get() {
        Open::Nothing => ().into_any(),
        Open::Form => form(desk, move || opened.set(Open::Nothing)),
        Open::Decline => decline(desk, move || opened.set(Open::Nothing)),
    };
    view! { {live(buttons)}{live(below)} }
}

/// A button that asks once more before it is done.
fn twice(label: &'static str, sure: String, act: impl Fn() + 'static) -> AnyView {
    let is_sure = RwSignal::new(false);
    let text = move || match is_sure.get() {
        true => sure.clone(),
        false => label.to_owned(),
    };
    let press = move || match is_sure.get_untracked() {
        true => act(),
        false => is_sure.set(true),
    };
    view! { <button class="button" type="button" on:click=clicked(press)>{live(text)}</button> }
}

fn accept(desk: Desk) -> AnyView {
    let words = &words(desk.language).quotation;
    let toast = use_toast();
    let deal = untrack(|| desk.deal());
    let Some(last) = deal.last() else {
        return ().into_any();
    };
    let total = total_of(&last.bid).minor_units();
    let total = format::amount(desk.language, total, &last.bid.currency);
    let number = last.number;
    let matcher = use_matcher();
    let act = move || {
        let rate = matcher.front().as_deref().map(shown_rate);
        desk.act(&Deed::Accept {
            version: number,
            rate,
        });
        toast.show(words.accepted);
    };
    let is_sure = RwSignal::new(false);
    let sure = (words.accept_sure)(&total);
    let text = move || match is_sure.get() {
        true => sure.clone(),
        false => words.accept.to_owned(),
    };
    let press = move || match is_sure.get_untracked() {
        true => act(),
        false => is_sure.set(true),
    };
    view! { <button class="button primary" type="button" on:click=clicked(press)>{live(text)}</button> }
}

fn decline(desk: Desk, close: impl Fn() + Copy + 'static) -> AnyView {
    let words = &words(desk.language).quotation;
    let toast = use_toast();
    let reason = RwSignal::new(words.reasons[0].0.to_owned());
    let choose = move |event: leptos::ev::Event| reason.set(field::of(&event).value);
    let options: Vec<AnyView> = words
        .reasons
        .iter()
        .map(|(code, label)| view! { <option value=*code>{*label}</option> })
        .collect();
    let send = move || {
        desk.act(&Deed::Decline {
            reason: reason.get_untracked(),
        });
        close();
        toast.show(words.declined);
    };
    view! {
        <div class="stack deal-form">
            <h2 id="deal-form" tabindex="-1">{words.decline}</h2>
            <p class="note">{words.decline_lead}</p>
            <div class="field"><label for="deal-reason">{words.reason}</label><div class="control"><select id="deal-reason" on:change=changed(choose)>{options}</select></div></div>
            <p class="actions">
                <button class="button primary" type="button" on:click=clicked(send)>{words.decline}</button>
                <button class="button" type="button" on:click=clicked(close)>{words.cancel}</button>
            </p>
        </div>
    }
}

/// The next version: what was typed before, or what stands there, or what the catalogue says.
fn form(desk: Desk, close: impl Fn() + Copy + 'static) -> AnyView {
    let words = &words(desk.language).quotation;
    let toast = use_toast();
    let sheet = desk.sheet();
    let deal = untrack(|| desk.deal());
    let typed = untrack(|| send::typed(desk.outbox, (desk.company, desk.quotation)));
    let begun = typed.or_else(|| deal.last().map(|last| next_of(&last.bid)));
    let is_first = begun.is_none();
    let bid = begun.unwrap_or_else(|| blank(desk.language, &sheet));
    let (outbox, whose) = (desk.outbox, (desk.company, desk.quotation));
    let bid_desk = BidDesk {
        language: desk.language,
        bid: RwSignal::new(bid),
        faults: RwSignal::new(BTreeSet::new()),
        keep: StoredValue::new(Arc::new(move |bid: &Bid| {
            send::type_bid(outbox, whose, bid)
        })),
    };
    if is_first && desk.side == Side::Supplier {
        fill(bid_desk, sheet.clone(), deal.code.clone());
    }
    let total = move || {
        bid_desk
            .bid
            .with(|bid| format::amount(desk.language, total_of(bid).minor_units(), &bid.currency))
    };
    let send = move || {
        let Some(today) = today() else { return };
        let bid = bid_desk.bid.get_untracked();
        let faults = bid.faults(today);
        let is_good = faults.is_empty();
        bid_desk.faults.set(faults);
        if is_good {
            desk.offer(&bid);
            close();
            toast.show(words.sent);
        } else {
            request_animation_frame(|| {
                document::focus_first(&["main [aria-invalid=true]", "main .bad"]);
            });
        }
    };
    let (title, lead, label) = match (desk.side, deal.versions.is_empty()) {
        (Side::Supplier, true) => (words.answer, words.answer_lead, words.send),
        (Side::Supplier, false) => (words.revise, words.revise_lead, words.send),
        (Side::Buyer, _) => (words.counter, words.counter_lead, words.send_counter),
    };
    // Fifty lines stand between the tap and its frame otherwise.
    let fields = after_paint(move || fields(bid_desk, &sheet));
    view! {
        <div class="stack deal-form">
            <h2 id="deal-form" tabindex="-1">{title}</h2>
            <p class="note">{lead}</p>
            {fields}
            <p class="deal-total" role="status">{words.total}" "<b>{live(total)}</b></p>
            <p class="actions">
                <button class="button primary" type="button" on:click=clicked(send)>{label}</button>
                <button class="button" type="button" on:click=clicked(close)>{words.cancel}</button>
            </p>
        </div>
    }
}

/// The rate that sums are compared at, to be kept with the order.
fn shown_rate(front: &Front) -> Rate {
    let rate = &front.rate;
    Rate {
        date: rate.date.clone(),
        cny_per_sgd_millionths: rate.cny_per_sgd_millionths.unsigned_abs(),
        sgd_per_usd_millionths: rate.sgd_per_usd_millionths.unsigned_abs(),
    }
}

/// Where the seller's duties end, as far as the request says it: at home, or where the goods go.
fn named_place(language: Language, sheet: &Sheet) -> String {
    match sheet.incoterm.as_str() {
        "" => String::new(),
        "EXW" | "FCA" | "FAS" | "FOB" => say::port(language, "SGSIN"),
        _ => say::port(language, &sheet.destination),
    }
}

/// What the buyer says of the whole.
fn conditions<'a>(sheet: &'a Sheet, place: &'a str) -> Conditions<'a> {
    Conditions {
        currency: &sheet.currency,
        incoterm: &sheet.incoterm,
        place,
        payment: "",
    }
}

fn valid_until() -> Option<Date> {
    Date::from_days_since_epoch(clock::today() + DAYS)
}

/// The next version begins as the one before stands; what it was said with is not said again.
fn next_of(bid: &Bid) -> Bid {
    Bid {
        note: String::new(),
        ..bid.clone()
    }
}

fn blank(language: Language, sheet: &Sheet) -> Bid {
    let place = named_place(language, sheet);
    let conditions = conditions(sheet, &place);
    prefill(&wanted(sheet, &[]), &conditions, None, valid_until())
}

fn wanted<'a>(sheet: &'a Sheet, details: &'a [(Id, Detail)]) -> Vec<Wanted<'a>> {
    let lines = sheet.filled().filter_map(|(_, line)| {
        let id = line.id?;
        let detail = details.iter().find(|(have, _)| *have == id);
        Some(Wanted {
            line: id,
            quantity: &line.quantity,
            product: detail.map(|(_, detail)| detail),
        })
    });
    lines.collect()
}

/// Fills in prices from the supplier's own products, once the catalogue has said them, unless somebody has begun to type.
fn fill(bid_desk: BidDesk, sheet: Sheet, code: String) {
    let matcher = use_matcher();
    let before = bid_desk.bid.get_untracked();
    spawn(async move {
        let mut details = Vec::new();
        for (_, line) in sheet.filled() {
            let is_own = line
                .supplier()
                .is_some_and(|of| code.is_empty() || of == code);
            let Some(id) = line.id.filter(|_| is_own) else {
                continue;
            };
            if let Some(detail) = matcher.product(&line.product).await {
                details.push((id, detail));
            }
        }
        let is_untouched = bid_desk.bid.try_with_untracked(|bid| *bid == before);
        if is_untouched != Some(true) || details.is_empty() {
            return;
        }
        let front = matcher.front();
        let rate = front.as_deref().and_then(rate);
        let place = named_place(bid_desk.language, &sheet);
        let bid = prefill(
            &wanted(&sheet, &details),
            &conditions(&sheet, &place),
            rate.as_ref(),
            valid_until(),
        );
        bid_desk.bid.set(bid);
    });
}
