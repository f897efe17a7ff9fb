//! Goods leave the supplier: how much of each line, with whom, and under which number.

use api_types::order::{Dispatch, PartLine, Step, StepKind};
use browser::{clock, document, field};
use domain::{Date, Id, Quantity};
use leptos::prelude::*;
use markup::view;

use super::desk::Desk;
use super::{goods, steps};
use crate::components::{changed, live};
use crate::locales::words;
use crate::pages::deal::say;

pub(super) fn form(desk: Desk, close: impl Fn() + Copy + 'static) -> AnyView {
    let language = desk.language;
    let words = &words(language).order;
    let order = untrack(|| desk.order());
    let left = order.agreed.lines.iter().filter(|line| line.left != "0");
    let parts: Vec<(Id, String, RwSignal<String>)> = left
        .clone()
        .map(|line| {
            (
                line.line,
                line.left.clone(),
                RwSignal::new(line.left.clone()),
            )
        })
        .collect();
    let wrong: RwSignal<Vec<Id>> = RwSignal::new(Vec::new());
    let rows = left.zip(&parts).enumerate().map(|(at, (line, (id, _, value)))| {
        let (id, value) = (*id, *value);
        let field_id = format!("order-part-{at}");
        let name = goods::name(language, line);
        let label = (words.quantity_now)(&name);
        let still = (words.left)(&say::counted(language, &line.left, &line.unit));
        let typed = move |event: leptos::ev::Event| value.set(field::of(&event).value);
        let is_wrong = move || wrong.with(|wrong| wrong.contains(&id));
        let invalid = move || is_wrong().then_some("true");
        let fault = move || is_wrong().then_some(words.fault_quantity);
        view! {
            <div class="field"><label for=field_id.clone()><bdi>{label}</bdi></label>
                <div class="control"><input id=field_id type="text" inputmode="decimal" value=line.left.clone() aria-invalid=live(invalid) on:input=changed(typed)/></div>
                <p class="note">{still}" "<span class="bad">{live(fault)}</span></p></div>
        }
    });
    let rows: Vec<AnyView> = rows.collect();
    let today = Date::from_days_since_epoch(clock::today());
    let today = today.map_or_else(String::new, |day| day.to_string());
    let texts = [(); 3].map(|()| RwSignal::new(String::new()));
    let [carrier, tracking, note] = texts;
    let day = RwSignal::new(today.clone());
    let bad_day = RwSignal::new(false);
    let line = |id: &'static str, label: &'static str, value: RwSignal<String>| {
        let typed = move |event: leptos::ev::Event| value.set(field::of(&event).value);
        view! { <div class="field"><label for=id>{label}</label><div class="control"><input id=id type="text" maxlength="120" on:input=changed(typed)/></div></div> }
    };
    let chosen = move |event: leptos::ev::Event| day.set(field::of(&event).value);
    let day_fault = move || bad_day.get().then_some(words.fault_day);
    let day_invalid = move || bad_day.get().then_some("true");
    let fields = view! {
        {rows}
        {line("order-carrier", words.carrier, carrier)}
        {line("order-tracking", words.tracking, tracking)}
        <div class="field"><label for="order-day">{words.day}</label><div class="control"><input id="order-day" type="date" value=today aria-invalid=live(day_invalid) on:input=changed(chosen)/></div><p class="note bad">{live(day_fault)}</p></div>
        {line("order-note", words.note, note)}
    };
    let send = move || {
        let mut faults = Vec::new();
        let mut lines = Vec::new();
        for (id, left, value) in &parts {
            let typed = value.get_untracked().trim().to_owned();
            // Nothing of it in this shipment.
            if typed.is_empty() || typed == "0" {
                continue;
            }
            let most: Option<Quantity> = left.parse().ok();
            match typed.parse::<Quantity>() {
                Ok(quantity) if Some(quantity) <= most => lines.push(PartLine {
                    line: *id,
                    quantity: quantity.to_string(),
                }),
                _ => faults.push(*id),
            }
        }
        if lines.is_empty() && faults.is_empty() {
            faults.extend(parts.first().map(|(id, ..)| *id));
        }
        let latest = Date::from_days_since_epoch(clock::today() + 1);
        let on: Option<Date> = day.get_untracked().parse().ok();
        let is_bad = on.is_none() || on > latest;
        bad_day.set(is_bad);
        let is_good = faults.is_empty() && !is_bad;
        wrong.set(faults);
        if !is_good {
            request_animation_frame(|| {
                document::focus_first(&["main [aria-invalid=true]"]);
            });
            return;
        }
        desk.take(&Step::Ship(Dispatch {
            lines,
            carrier: carrier.get_untracked(),
            tracking: tracking.get_untracked(),
            on: day.get_untracked(),
            note: note.get_untracked(),
        }));
        close();
    };
    steps::frame(language, StepKind::Ship, fields, send, close)
}
