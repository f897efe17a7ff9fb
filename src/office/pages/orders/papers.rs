//! A purchase order and a proforma invoice, as both sides print and file them: every label in both languages.

use api_types::address::Language;
use api_types::order::{AgreedLine, Order, Party, Step};
use app::components::skeleton_rows;
use app::state::describe;
use browser::api::{self, Refused};
use browser::{document, format};
use domain::Id;
use leptos::prelude::*;
use markup::view;
use workflow::office::OfficePlace;

use super::{goods, sum};
use crate::components::{clicked, icon, live, spawn};
use crate::locales::words;
use crate::pages::deal::say;
use crate::sentence::refused_sentence;

pub fn papers(language: Language, company: Id, order: Id) -> AnyView {
    let all = &words(language).order;
    describe(language, all.papers, "");
    let found: RwSignal<Option<Result<Order, Refused>>> = RwSignal::new(None);
    spawn(async move {
        let answer = api::order(company, order).await;
        found.try_set(Some(answer));
    });
    let back = OfficePlace::Order { company, order };
    let body = move || match found.get() {
        None => skeleton_rows(),
        Some(Err(refused)) => {
            view! { <p class="said">{refused_sentence(language, &refused)}</p> }
        }
        Some(Ok(order)) => {
            let proforma = order.proforma.is_some().then(|| paper(&order, true));
            view! { {paper(&order, false)}{proforma} }
        }
    };
    view! {
        <div class="page wide dealing papers">
            <p class="deal-back"><a href=back.address(language)>{all.see_order}</a></p>
            <div class="deal-head"><h1 tabindex="-1">{all.papers}</h1><button class="button" type="button" on:click=clicked(document::print)>{all.print}</button></div>
            {live(body)}
        </div>
    }
}

/// The same word in both languages.
fn both(word: impl Fn(Language) -> &'static str) -> String {
    format!("{} {}", word(Language::Chinese), word(Language::English))
}

fn paper(order: &Order, is_proforma: bool) -> AnyView {
    let title = both(|language| {
        let words = &words(language).order;
        if is_proforma {
            words.proforma
        } else {
            words.purchase_order
        }
    });
    let number = match (&order.proforma, is_proforma) {
        (Some(number), true) => number.clone(),
        _ => order.number.clone(),
    };
    let confirmed = order.timeline.iter().find(|one| one.step == Step::Confirm);
    let day = match confirmed.filter(|_| is_proforma) {
        Some(confirmed) => day(confirmed.at),
        None => day(order.placed_at),
    };
    let currency = &order.agreed.currency;
    let line = |(at, line): (usize, &AgreedLine)| {
        let names =
            [Language::Chinese, Language::English].map(|language| goods::name(language, line));
        let second =
            (names[0] != names[1]).then(|| view! { <small><bdi>{names[1].clone()}</bdi></small> });
        let unit = [Language::Chinese, Language::English]
            .map(|language| say::unit(language, &line.unit))
            .join(" ");
        view! {
            <tr><td>{(at + 1).to_string()}</td><td><bdi>{names[0].clone()}</bdi>{second}</td><td class="paper-number">{line.quantity.clone()}" "{unit}</td><td class="paper-number">{line.price.clone()}</td><td class="paper-number">{line.amount.clone()}</td></tr>
        }
    };
    let lines: Vec<AnyView> = order.agreed.lines.iter().enumerate().map(line).collect();
    let heads = [
        both(|language| words(language).order.goods),
        both(|language| words(language).compare.quantity),
        format!(
            "{} {currency}",
            both(|language| words(language).compare.unit_price)
        ),
        format!(
            "{} {currency}",
            both(|language| words(language).compare.amount)
        ),
    ];
    let heads = heads
        .into_iter()
        .map(|head| view! { <th scope="col">{head}</th> });
    let heads: Vec<AnyView> = heads.collect();
    let terms = goods::terms(Language::Chinese, &order.agreed).into_iter();
    let terms = terms.zip(goods::terms(Language::English, &order.agreed));
    let terms = terms.filter(|((_, value), _)| !value.is_empty());
    let terms = terms.map(|((zh, value), (en, other))| {
        let second = (value != other).then(|| view! { <small>{other}</small> });
        view! { <div><dt>{zh}" "{en}</dt><dd><bdi>{value}</bdi>{second}</dd></div> }
    });
    let terms: Vec<AnyView> = terms.collect();
    // Whoever pays from the paper alone must see it there too.
    let changed = order.payees.last().filter(|_| 1 < order.payees.len());
    let changed = changed.map(|since| {
        let lines = [Language::Chinese, Language::English].map(|language| {
            let words = &words(language).order;
            let moment = format::moment(language, since.since);
            let line = (words.payee_changed)(&moment);
            view! { <span><b>{line}</b>" "{words.payee_advice}</span> }
        });
        view! { <p class="order-warned">{icon("circle-alert")}<span class="stack">{lines.into_iter().collect::<Vec<AnyView>>()}</span></p> }
    });
    let nowhere = order.payees.is_empty().then(|| {
        let line = both(|language| words(language).order.no_payee);
        view! { <p><b>{line}</b></p> }
    });
    let payee = order.payees.last().filter(|_| is_proforma).map(|since| {
        let rows = goods::account(Language::Chinese, &since.payee).into_iter();
        let rows = rows.zip(goods::account(Language::English, &since.payee));
        let rows = rows.map(|((zh, value), (en, _))| {
            view! { <div><dt>{zh}" "{en}</dt><dd><bdi>{value}</bdi></dd></div> }
        });
        let rows: Vec<AnyView> = rows.collect();
        let title = both(|language| words(language).order.payee);
        view! { <h3>{title}</h3>{changed}<dl class="facts deal-facts">{rows}</dl> }
    });
    let payee = payee.or(nowhere.filter(|_| is_proforma));
    let total = sum(Language::English, &order.agreed.total, currency);
    view! {
        <article class="paper panel">
            <header><h2>{title.clone()}</h2><p><b>{number}</b><br/>{day}</p></header>
            <div class="paper-parties">
                {party(|language| words(language).order.buyer, &order.buyer)}
                {party(|language| words(language).order.seller, &order.supplier)}
            </div>
            <div class="paper-table" role="region" tabindex="0" aria-label=title><table><thead><tr><th scope="col">"#"</th>{heads}</tr></thead><tbody>{lines}</tbody>
                <tfoot><tr><th colspan="4" scope="row">{both(|language| words(language).order.total)}</th><td class="paper-number"><b>{total}</b></td></tr></tfoot></table></div>
            <dl class="facts deal-facts">{terms}</dl>
            {payee}
        </article>
    }
}

fn party(role: impl Fn(Language) -> &'static str, party: &Party) -> AnyView {
    let names = [&party.name.zh, &party.name.en];
    let names = names.into_iter().filter(|name| !name.is_empty());
    let names = names.map(|name| view! { <p><bdi>{name.clone()}</bdi></p> });
    let names: Vec<AnyView> = names.collect();
    let scheme = match party.registration.scheme {
        api_types::company::Scheme::Uen => "UEN",
        api_types::company::Scheme::Uscc => "USCC",
    };
    view! {
        <section><h3>{both(role)}</h3>{names}<p><small>{scheme}" "{party.registration.number.clone()}</small></p></section>
    }
}

/// ISO 8601, which both languages read.
fn day(milliseconds: u64) -> String {
    let days = i32::try_from(milliseconds / 86_400_000).ok();
    let day = days.and_then(domain::Date::from_days_since_epoch);
    day.map_or_else(String::new, |day| day.to_string())
}
