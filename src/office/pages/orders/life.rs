//! What has happened: shipments, claims, the whole history.

use api_types::address::Language;
use api_types::order::{Claim, Order, Shipment, Step, Taken};
use browser::format;
use leptos::prelude::*;
use markup::view;

use super::{goods, say as own, sum};
use crate::locales::words;
use crate::pages::deal::say;

pub fn shipments(language: Language, order: &Order) -> AnyView {
    let words = &words(language).order;
    if order.shipments.is_empty() {
        return view! { <p class="note">{words.no_shipment}</p> };
    }
    let rows = order
        .shipments
        .iter()
        .map(|one| shipment(language, order, one));
    let rows: Vec<AnyView> = rows.collect();
    let short = order
        .is_short
        .then(|| view! { <p class="note">{words.short}</p> });
    view! { <ol class="order-rows">{rows}</ol>{short} }
}

fn shipment(language: Language, order: &Order, found: &Shipment) -> AnyView {
    let words = &words(language).order;
    let sent = &found.sent;
    let what = sent.lines.iter().filter_map(|part| {
        let line = order
            .agreed
            .lines
            .iter()
            .find(|line| line.line == part.line)?;
        let quantity = say::counted(language, &part.quantity, &line.unit);
        let name = goods::name(language, line);
        Some(view! { <li><span><bdi>{name}</bdi></span><b>{quantity}</b></li> })
    });
    let what: Vec<AnyView> = what.collect();
    let how = match &found.arrival {
        Some(arrival) => (words.arrived_on)(&format::date(language, &arrival.on)),
        None => words.on_the_way.to_owned(),
    };
    let left = (words.shipped_on)(&format::date(language, &sent.on));
    let carried = [&sent.carrier, &sent.tracking];
    let carried = carried.into_iter().filter(|text| !text.is_empty()).cloned();
    let carried = carried.collect::<Vec<_>>().join(" · ");
    let notes = [
        Some(&sent.note),
        found.arrival.as_ref().map(|one| &one.note),
    ];
    let notes = notes.into_iter().flatten().filter(|note| !note.is_empty());
    let notes = notes.map(|note| view! { <p class="note"><bdi>{note.clone()}</bdi></p> });
    let notes: Vec<AnyView> = notes.collect();
    view! {
        <li>
            <h3>{(words.shipment)(&found.number.to_string())}</h3>
            <p class="facts">{left}" · "{how}</p>
            <p><bdi>{carried}</bdi></p>
            <ul class="deal-asked">{what}</ul>
            {notes}
        </li>
    }
}

pub fn claims(language: Language, order: &Order) -> AnyView {
    let rows = order
        .claims
        .iter()
        .map(|claim| one_claim(language, order, claim));
    let rows: Vec<AnyView> = rows.collect();
    view! { <ol class="order-rows">{rows}</ol> }
}

fn one_claim(language: Language, order: &Order, claim: &Claim) -> AnyView {
    let words = &words(language).order;
    let money = |amount: &Option<String>| {
        let amount = amount.as_ref();
        amount.map(|amount| format!(" · {}", sum(language, amount, &order.agreed.currency)))
    };
    let wanted = own::remedy(language, Some(claim.form.wanted));
    let answer = claim.answer.as_ref().map(|answer| {
        let offered = own::remedy(language, answer.remedy);
        view! { <p>{words.offered}": "<b>{offered}{money(&answer.amount)}</b></p><p class="note"><bdi>{answer.words.clone()}</bdi></p> }
    });
    let about = claim.form.lines.iter().filter_map(|part| {
        let mut lines = order.agreed.lines.iter();
        let line = lines.find(|line| line.line == part.line)?;
        let name = goods::name(language, line);
        let quantity = say::counted(language, &part.quantity, &line.unit);
        Some(view! { <li><bdi>{name}</bdi>": "{quantity}</li> })
    });
    let about: Vec<AnyView> = about.collect();
    view! {
        <li>
            <h3>{(words.claim)(&claim.number.to_string())}": "{own::reason(language, claim.form.reason)}" "{own::claim_state(language, claim.state)}</h3>
            <ul class="deal-asked">{about}</ul>
            <p><bdi>{claim.form.words.clone()}</bdi></p>
            <p>{words.wanted}": "<b>{wanted}{money(&claim.form.amount)}</b></p>
            {answer}
        </li>
    }
}

/// The newest first.
pub fn timeline(language: Language, order: &Order) -> AnyView {
    let words = &words(language).order;
    let who = |taken: &Taken| {
        if taken.by == order.side {
            words.you
        } else {
            words.them
        }
    };
    let rows = order.timeline.iter().rev().map(|taken| {
        let said = match &taken.step {
            Step::Cancel(form) => form.reason.clone(),
            Step::Review(review) => review.words.clone(),
            _ => String::new(),
        };
        let said = (!said.is_empty()).then(|| view! { <small><bdi>{said}</bdi></small> });
        view! {
            <li><b>{own::done(language, &taken.step)}</b><small>{who(taken)}" · "{format::moment(language, taken.at)}</small>{said}</li>
        }
    });
    let rows: Vec<AnyView> = rows.collect();
    view! {
        <ol class="order-time">{rows}<li><b>{words.placed}</b><small>{format::moment(language, order.placed_at)}</small></li></ol>
    }
}
