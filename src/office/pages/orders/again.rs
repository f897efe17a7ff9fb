//! The same once more: a request to the same supplier, in one step.

use api_types::order::Order;
use api_types::quotation::Side;
use app::state::use_toast;
use browser::{chance, clock};
use domain::Date;
use leptos::prelude::*;
use markup::view;
use workflow::office::OfficePlace;
use workflow::office::request::{Line, Sheet};

use super::desk::Desk;
use crate::components::{clicked, live};
use crate::frame::use_go;
use crate::locales::words;
use crate::outbox::use_outbox;
use crate::pages::deal::send;

/// The supplier may answer for so many days.
const DAYS: i32 = 14;

pub(super) fn again(desk: Desk, order: &Order) -> AnyView {
    if order.side != Side::Buyer || !desk.may_write {
        return ().into_any();
    }
    let words = &words(desk.language).order;
    let (outbox, toast, go) = (use_outbox(), use_toast(), use_go(desk.language));
    let (sheet, request) = (sheet(order), chance::id());
    let is_sure = RwSignal::new(false);
    let text = move || match is_sure.get() {
        true => words.again_sure,
        false => words.again,
    };
    let press = move || {
        if !is_sure.get_untracked() {
            is_sure.set(true);
            return;
        }
        let company = desk.company;
        send::request(outbox, (company, request), &sheet);
        toast.show(words.again_sent);
        go(OfficePlace::Request { company, request });
    };
    view! { <button class="button small" type="button" on:click=clicked(press)>{live(text)}</button> }
}

/// What was agreed, as what is asked for; the price paid is what it may cost.
fn sheet(order: &Order) -> Sheet {
    let agreed = &order.agreed;
    let line = |line: &api_types::order::AgreedLine| Line {
        id: Some(chance::id()),
        // What was bought instead is asked for as it was said: the product asked for first is another.
        product: match line.alternative.is_empty() {
            true => line.product.clone(),
            false => String::new(),
        },
        en: match line.alternative.is_empty() {
            true => line.words.en.clone(),
            false => line.alternative.clone(),
        },
        zh: match line.alternative.is_empty() {
            true => line.words.zh.clone(),
            false => String::new(),
        },
        quantity: line.quantity.clone(),
        unit: line.unit.clone(),
        target: line.price.clone(),
        ..Line::default()
    };
    let until = Date::from_days_since_epoch(clock::today() + DAYS);
    Sheet {
        lines: agreed.lines.iter().map(line).collect(),
        destination: agreed.destination.clone().unwrap_or_default(),
        incoterm: agreed.incoterm.clone().unwrap_or_default(),
        needed_by: String::new(),
        certificates: agreed.certificates.clone(),
        currency: agreed.currency.clone(),
        valid_until: until.map_or_else(String::new, |day| day.to_string()),
        note: agreed.asked.clone(),
        asked: vec![order.code.clone()],
        pasted: String::new(),
    }
}
