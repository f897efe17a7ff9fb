//! A company's orders.

use api_types::address::Language;
use api_types::company::CompanyKind;
use api_types::order::{Order, OrderState};
use api_types::quotation::Side;
use app::components::skeleton_rows;
use app::state::describe;
use browser::api::{self, Refused};
use browser::format;
use domain::Id;
use leptos::prelude::*;
use markup::view;
use workflow::office::OfficePlace;
use workflow::office::needs::is_due;

use super::{load, say};
use crate::components::{clicked, live, spawn};
use crate::locales::words;
use crate::pages::deal::own::EVERY;
use crate::pages::deal::repeat;
use crate::pages::name_in;
use crate::sentence::refused_sentence;

type Found = Option<Result<(CompanyKind, Vec<Order>), Refused>>;

pub fn orders(language: Language, company: Id) -> AnyView {
    let words = &words(language).order;
    let found: RwSignal<Found> = RwSignal::new(None);
    let ask = move || {
        spawn(async move {
            let answer = fetch(company).await;
            // What is shown stays while there is no answer.
            let is_news = found.try_with_untracked(|have| match (have, &answer) {
                (Some(Ok(_)), Err(_)) => false,
                (have, answer) => have.as_ref() != Some(answer),
            });
            if is_news == Some(true) {
                found.set(Some(answer));
            }
        });
    };
    ask();
    repeat(EVERY, ask);
    let kind = RwSignal::new(0);
    let body = move || match found.get() {
        None => {
            view! { <h1 tabindex="-1">{words.menu}</h1>{skeleton_rows()} }
        }
        Some(Err(refused)) => view! {
            <h1 tabindex="-1">{words.menu}</h1><p class="said">{refused_sentence(language, &refused)}</p>
        },
        Some(Ok((side, orders))) => {
            let (title, lead) = match side {
                CompanyKind::Buyer => (words.bought, words.bought_lead),
                CompanyKind::Supplier => (words.sold, words.sold_lead),
            };
            describe(language, title, lead);
            view! {
                <h1 tabindex="-1">{title}</h1><p class="lead">{lead}</p>
                {rows(language, company, orders, kind)}
            }
        }
    };
    view! { <div class="page wide dealing">{live(body)}</div> }
}

async fn fetch(company: Id) -> Result<(CompanyKind, Vec<Order>), Refused> {
    let side = api::company(company).await?.kind;
    let mut orders = load::orders(company).await?;
    orders.sort_by_key(|order| (!is_due(order), std::cmp::Reverse(order.at)));
    Ok((side, orders))
}

/// All, what needs one's own side, what runs, what is over.
fn is_of(order: &Order, kind: usize) -> bool {
    let is_over = matches!(order.state, OrderState::Completed | OrderState::Cancelled);
    match kind {
        1 => is_due(order),
        2 => !is_over,
        3 => is_over,
        _ => true,
    }
}

fn rows(language: Language, company: Id, orders: Vec<Order>, kind: RwSignal<usize>) -> AnyView {
    let words = &words(language).order;
    if orders.is_empty() {
        return view! { <div class="goods-none"><p>{words.none}</p></div> };
    }
    let counts: Vec<usize> = (0..words.filters.len())
        .map(|kind| orders.iter().filter(|order| is_of(order, kind)).count())
        .collect();
    let filters = words.filters.into_iter().zip(counts).enumerate();
    let filters = filters.map(|(at, (name, count))| {
        let pressed = move || if kind.get() == at { "true" } else { "false" };
        let label = format!("{name} {count}");
        view! { <button class="button small" type="button" aria-pressed=live(pressed) on:click=clicked(move || kind.set(at))>{label}</button> }
    });
    let filters: Vec<AnyView> = filters.collect();
    let list = move || {
        let cards = orders.iter().filter(|order| is_of(order, kind.get()));
        let cards: Vec<AnyView> = cards.map(|order| card(language, company, order)).collect();
        if cards.is_empty() {
            return view! { <p class="note">{words.none_such}</p> };
        }
        view! { <ul class="deal-cards">{cards}</ul> }
    };
    view! {
        <div class="order-filters" role="group" aria-label=words.filter>{filters}</div>
        {live(list)}
    }
}

fn card(language: Language, company: Id, order: &Order) -> AnyView {
    let words = &words(language).order;
    let place = OfficePlace::Order {
        company,
        order: order.id,
    };
    let other = match order.side {
        Side::Buyer => &order.supplier,
        Side::Supplier => &order.buyer,
    };
    let other = name_in(language, &other.name).to_owned();
    let total = super::sum(language, &order.agreed.total, &order.agreed.currency);
    let first = order.agreed.lines.first();
    let first = first.map(|line| super::goods::name(language, line));
    let next = order.due.as_ref().map(|due| match due.from == order.side {
        true => say::your_turn(language, due.step).to_owned(),
        false => (words.their_turn)(&other, say::act(language, due.step)),
    });
    view! {
        <li class="deal-card">
            <h2><a href=place.address(language)>{order.number.clone()}" · "<bdi>{other}</bdi></a></h2>
            {say::state(language, order.state, is_due(order))}
            <p class="facts">{total}" · "<bdi>{first}</bdi>" · "{format::moment(language, order.placed_at)}</p>
            {next.map(|next| view! { <p class="note">{next}</p> })}
        </li>
    }
}
