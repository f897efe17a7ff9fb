//! What was agreed: goods, terms, where to pay.

use api_types::address::{Language, Place};
use api_types::order::{Agreed, AgreedLine, Order, PayeeSince};
use api_types::settings::Payee;
use browser::format;
use leptos::prelude::*;
use markup::view;

use super::sum;
use crate::components::icon;
use crate::locales::words;
use crate::pages::deal::say;

/// What a line is called, in the reader's language or else as it was written.
pub fn name(language: Language, line: &AgreedLine) -> String {
    if !line.alternative.is_empty() {
        return line.alternative.clone();
    }
    let names = match language {
        Language::English => [&line.words.en, &line.words.zh],
        Language::Chinese => [&line.words.zh, &line.words.en],
    };
    let name = names.into_iter().find(|name| !name.trim().is_empty());
    name.unwrap_or(&line.product).trim().to_owned()
}

pub fn lines(language: Language, agreed: &Agreed) -> AnyView {
    let words = &words(language).order;
    let rows = agreed.lines.iter().map(|line| {
        let name = name(language, line);
        let name = match line.product.as_str() {
            "" => view! { <bdi>{name}</bdi> },
            product => {
                let address = Place::Product(product).address(language);
                view! { <a href=address rel="external"><bdi>{name}</bdi></a> }
            }
        };
        let quantity = say::counted(language, &line.quantity, &line.unit);
        let price = format!("{quantity} × {} {}", agreed.currency, line.price);
        let left = (line.left != "0" && line.left != line.quantity).then(|| {
            let left = (words.left)(&say::counted(language, &line.left, &line.unit));
            view! { <small class="warn">{left}</small> }
        });
        let lead = (words.lead_time)(&line.lead_time_days.to_string());
        let note = (!line.note.is_empty()).then(|| view! { <small><bdi>{line.note.clone()}</bdi></small> });
        view! {
            <li><span>{name}<small>{price}" · "{lead}</small>{note}{left}</span><b>{sum(language, &line.amount, &agreed.currency)}</b></li>
        }
    });
    let rows: Vec<AnyView> = rows.collect();
    view! {
        <ol class="deal-asked">{rows}</ol>
        <p class="deal-total">{words.total}" "<b>{sum(language, &agreed.total, &agreed.currency)}</b></p>
    }
}

/// Name and value; what is empty is left out.
pub fn facts(rows: impl IntoIterator<Item = (&'static str, String)>) -> AnyView {
    let rows = rows.into_iter().filter(|(_, value)| !value.is_empty());
    let rows = rows.map(|(name, value)| {
        view! { <div><dt>{name}</dt><dd><bdi>{value}</bdi></dd></div> }
    });
    let rows: Vec<AnyView> = rows.collect();
    view! { <dl class="facts deal-facts">{rows}</dl> }
}

pub fn terms(language: Language, agreed: &Agreed) -> Vec<(&'static str, String)> {
    let all = words(language);
    let (compose, words) = (&all.compose, &all.order);
    let port = |code: &String| say::port(language, code);
    let rate = agreed.rate.as_ref().map(|rate| {
        let millionths = |number: u64| {
            let text = format!("{}.{:06}", number / 1_000_000, number % 1_000_000);
            text.trim_end_matches('0').trim_end_matches('.').to_owned()
        };
        let rates = format!(
            "1 SGD = {} CNY, 1 USD = {} SGD",
            millionths(rate.cny_per_sgd_millionths),
            millionths(rate.sgd_per_usd_millionths)
        );
        (words.rate)(&rates, &format::date(language, &rate.date))
    });
    let incoterm = agreed.incoterm.as_ref();
    vec![
        (
            compose.incoterm,
            incoterm.map_or_else(String::new, |code| say::incoterm(language, code)),
        ),
        (words.place, agreed.place.clone()),
        (
            compose.destination,
            agreed.destination.as_ref().map_or_else(String::new, port),
        ),
        (
            compose.needed_by,
            agreed
                .needed_by
                .as_ref()
                .map_or_else(String::new, |day| format::date(language, day)),
        ),
        (words.payment, agreed.payment.clone()),
        (compose.certificates, agreed.certificates.join(" · ")),
        (words.rate_name, rate.unwrap_or_default()),
        (compose.note, agreed.asked.clone()),
        (words.note, agreed.note.clone()),
    ]
}

pub fn account(language: Language, payee: &Payee) -> Vec<(&'static str, String)> {
    let words = &words(language).order;
    vec![
        (words.holder, payee.holder.clone()),
        (words.bank, payee.bank.clone()),
        (words.bic, payee.bic.clone()),
        (words.account, payee.account.clone()),
    ]
}

/// Where to pay. Where the account has changed, the old one stands beside the new, in red.
pub fn payee(language: Language, order: &Order) -> AnyView {
    let words = &words(language).order;
    let Some(PayeeSince { payee, since }) = order.payees.last() else {
        return view! { <p class="note">{words.no_payee}</p> };
    };
    let before = order.payees.iter().rev().nth(1);
    let Some(before) = before else {
        return facts(account(language, payee));
    };
    let changed = (words.payee_changed)(&format::moment(language, *since));
    view! {
        <div class="order-fraud">
            <p><b>{icon("circle-alert")}{changed}</b></p>
            <h3>{words.payee_now}</h3>
            {facts(account(language, payee))}
            <h3>{words.payee_before}</h3>
            {facts(account(language, &before.payee))}
        </div>
    }
}
