//! What follows from an agreement: an order's page for either side, its documents, and what waits for approval.

mod again;
mod approvals;
mod claim;
mod desk;
mod goods;
mod life;
mod list;
pub mod load;
mod papers;
mod parts;
mod review;
pub mod say;
mod ship;
mod steps;

use api_types::address::Language;
use api_types::order::Order;
use api_types::quotation::Side;
use api_types::settings::Payee;
use app::components::skeleton_rows;
use app::state::describe;
use browser::api::{self, Refused};
use browser::format;
use domain::{Amount, Id};
use leptos::prelude::*;
use markup::view;
use workflow::office::OfficePlace;
use workflow::office::needs::is_due;

use crate::components::{clicked, icon, live, spawn};
use crate::locales::words;
use crate::sentence::refused_sentence;
use crate::sync::reason;
use desk::Desk;

pub use approvals::approvals;
pub use list::orders;
pub use papers::papers;

/// An account to pay to.
pub fn account(language: Language, payee: &Payee) -> AnyView {
    goods::facts(goods::account(language, payee))
}

/// A sum as the hub says it, as the language writes it.
fn sum(language: Language, amount: &str, currency: &str) -> String {
    match amount.parse::<Amount>() {
        Ok(amount) => format::amount(language, amount.minor_units(), currency),
        Err(_) => format!("{currency} {amount}"),
    }
}

pub fn order(language: Language, company: Id, order: Id) -> AnyView {
    let found: RwSignal<Option<Result<Order, Refused>>> = RwSignal::new(None);
    spawn(async move {
        let answer = api::order(company, order).await;
        found.try_set(Some(answer));
    });
    let menu = words(language).order.menu;
    let body = move || match found.get() {
        None => {
            view! { <div class="page wide dealing"><h1 tabindex="-1">{menu}</h1>{skeleton_rows()}</div> }
        }
        Some(Err(refused)) => view! {
            <div class="page wide dealing"><h1 tabindex="-1">{menu}</h1><p class="said">{refused_sentence(language, &refused)}</p></div>
        },
        Some(Ok(order)) => page(language, company, order),
    };
    live(body).into_any()
}

fn page(language: Language, company: Id, order: Order) -> AnyView {
    let all = words(language);
    let words = &all.order;
    let title = (words.title)(&order.number);
    describe(language, &title, "");
    let desk = Desk::open(language, company, order.clone());
    let other = desk.other();
    let other = match order.side {
        Side::Buyer => (words.from_seller)(&other),
        Side::Supplier => (words.from_buyer)(&other),
    };
    let proforma = move || {
        let number = desk.order().proforma?;
        Some(format!(" · {} {number}", words.proforma))
    };
    let back = match order.side {
        Side::Buyer => words.bought,
        Side::Supplier => words.sold,
    };
    let badge = move || {
        let order = desk.order();
        say::state(language, order.state, is_due(&order))
    };
    let claims = move || {
        let order = desk.order();
        (!order.claims.is_empty()).then(|| {
            view! { <section class="panel stack"><h2>{words.claims}</h2>{life::claims(language, &order)}</section> }
        })
    };
    let quotation = OfficePlace::Quotation {
        company,
        quotation: order.id,
    };
    let papers = OfficePlace::Papers {
        company,
        order: order.id,
    };
    view! {
        <div class="page wide dealing">
            <p class="deal-back"><a href=OfficePlace::Orders(company).address(language)>{back}</a></p>
            <div class="deal-head"><div><h1 tabindex="-1">{title}</h1><p class="lead"><bdi>{other}</bdi>{live(proforma)}</p></div>{live(badge)}</div>
            {refused(desk)}
            {live(move || warned(desk))}
            <div class="deal-columns">
                <div class="stack">
                    <section class="panel stack">
                        <p class="deal-next" role="status">{live(move || next(desk))}</p>
                        {live(move || cancellation(desk))}
                        {steps::steps(desk)}
                    </section>
                    {live(claims)}
                    <section class="panel stack"><h2>{words.shipments}</h2>{live(move || life::shipments(language, &desk.order()))}</section>
                    <section class="panel stack"><h2>{words.timeline}</h2>{live(move || life::timeline(language, &desk.order()))}</section>
                </div>
                <div class="stack">
                    <section class="panel stack" aria-labelledby="order-goods">
                        <h2 id="order-goods">{words.goods}</h2>
                        {live(move || goods::lines(language, &desk.order().agreed))}
                        <h2>{words.terms}</h2>
                        {goods::facts(goods::terms(language, &order.agreed))}
                        <p class="actions">
                            <a class="button small" href=papers.address(language)>{words.papers}</a>
                            <a class="button small" href=quotation.address(language)>{words.quotation}</a>
                            {again::again(desk, &order)}
                        </p>
                    </section>
                    <section class="panel stack"><h2>{words.payee}</h2>{live(move || goods::payee(language, &desk.order()))}</section>
                </div>
            </div>
        </div>
    }
}

/// A buyer is told before anything else that the account has changed.
fn warned(desk: Desk) -> AnyView {
    let words = &words(desk.language).order;
    let order = desk.order();
    let changed = order.payees.last().filter(|_| 1 < order.payees.len());
    let Some(changed) = changed.filter(|_| order.side == Side::Buyer) else {
        return ().into_any();
    };
    let line = (words.payee_changed)(&format::moment(desk.language, changed.since));
    view! { <p class="order-warned" role="alert">{icon("circle-alert")}<span><b>{line}</b>" "{words.payee_advice}</span></p> }
}

/// What comes next and from whom, or what is on its way.
fn next(desk: Desk) -> AnyView {
    let language = desk.language;
    let words = &words(language).order;
    if let Some(step) = desk.unsent() {
        let line = (words.waiting)(say::act(language, say::kind(&step)));
        return view! { <b class="warn">{line}</b> };
    }
    let order = desk.order();
    let Some(due) = order.due else {
        return view! { <b>{words.nothing_due}</b> };
    };
    let line = match due.from == order.side {
        true => say::your_turn(language, due.step).to_owned(),
        false => (words.their_turn)(&desk.other(), say::act(language, due.step)),
    };
    let by = due.by.map(|day| {
        let line = (words.by_day)(&format::date(language, &day));
        view! { " "<small>{line}</small> }
    });
    view! { <b>{line}</b>{by} }
}

/// Who wants to end it, or has, and why.
fn cancellation(desk: Desk) -> AnyView {
    let words = &words(desk.language).order;
    let order = desk.order();
    let Some(found) = order.cancellation else {
        return ().into_any();
    };
    let is_over = order.state == api_types::order::OrderState::Cancelled;
    let line = match (is_over, found.by == order.side) {
        (false, _) => words.asked_to_cancel,
        (true, true) => words.cancelled_by_you,
        (true, false) => words.cancelled_by_them,
    };
    let why = (!found.reason.is_empty()).then(|| view! { ": "<bdi>{found.reason}</bdi> });
    view! { <p class="note">{line}{why}</p> }
}

/// Why the hub did not take what was sent, and a way to let go of it.
fn refused(desk: Desk) -> AnyView {
    let all = words(desk.language);
    let body = move || {
        desk.refused().map(|code| {
            view! {
                <div class="said" role="alert">{icon("circle-alert")}<span>{reason(desk.language, &code)}</span>
                    <button class="button small" type="button" on:click=clicked(move || desk.forget())>{all.outbox.discard}</button></div>
            }
        })
    };
    live(body).into_any()
}
