//! Goods leave the supplier: how much of each line, with whom, and under which number.

use api_types::order::{AgreedLine, Dispatch, Step, StepKind};
use browser::{clock, field};
use domain::Date;
use leptos::prelude::*;
use markup::view;

use super::desk::Desk;
use super::parts::{self, Parts, Told};
use super::steps;
use crate::components::{changed, live};
use crate::locales::words;
use crate::pages::deal::say;

pub(super) fn form(desk: Desk, close: impl Fn() + Copy + 'static) -> AnyView {
    let language = desk.language;
    let words = &words(language).order;
    let order = untrack(|| desk.order());
    let left = order.agreed.lines.iter().filter(|line| line.left != "0");
    let left: Vec<&AgreedLine> = left.collect();
    let told = |line: &AgreedLine, name: &str| Told {
        label: (words.quantity_now)(name),
        hint: (words.left)(&say::counted(language, &line.left, &line.unit)),
        first: line.left.clone(),
        fault: words.fault_quantity,
    };
    let (parts, rows) = Parts::open(language, &left, |line| &line.left, told);
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
        let lines = parts.read(true);
        let latest = Date::from_days_since_epoch(clock::today() + 1);
        let on: Option<Date> = day.get_untracked().parse().ok();
        let is_bad = on.is_none() || on > latest;
        bad_day.set(is_bad);
        let Some(lines) = lines.filter(|_| !is_bad) else {
            parts::to_fault();
            return;
        };
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
