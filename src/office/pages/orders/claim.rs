//! What a buyer finds wrong, and what the supplier offers.

use api_types::order::{AgreedLine, ClaimAnswer, ClaimForm, Step, StepKind};
use browser::{document, field};
use domain::Amount;
use leptos::prelude::*;
use markup::view;

use super::desk::Desk;
use super::parts::{self, Parts, Told};
use super::say::{REASONS, REMEDIES};
use super::steps;
use crate::components::{changed, live};
use crate::locales::words;
use crate::pages::deal::say;

pub(super) fn form(desk: Desk, close: impl Fn() + Copy + 'static) -> AnyView {
    let words = &words(desk.language).order;
    let reason = RwSignal::new(REASONS[0].1.to_owned());
    let wanted = RwSignal::new(REMEDIES[0].1.to_owned());
    let (amount, said) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let is_missing = RwSignal::new(false);
    let fault = move || is_missing.get().then_some(words.fault_words);
    let reasons = REASONS.iter().zip(words.claim_reasons);
    let reasons = reasons.map(|((_, code), label)| (*code, label)).collect();
    let remedies = REMEDIES.iter().zip(words.remedies);
    let remedies = remedies.map(|((_, code), label)| (*code, label)).collect();
    let order = untrack(|| desk.order());
    let currency = order.agreed.currency;
    let lines: Vec<&AgreedLine> = order.agreed.lines.iter().collect();
    let told = |line: &AgreedLine, name: &str| Told {
        label: (words.quantity_claimed)(name),
        hint: (words.quantity_of)(&say::counted(desk.language, &line.quantity, &line.unit)),
        first: String::new(),
        fault: words.fault_claimed,
    };
    let (parts, rows) = Parts::open(desk.language, &lines, |line| &line.quantity, told);
    let fields = view! {
        <p class="note">{words.claim_hint}</p>
        {choice("order-claim", words.claim_reason, reason, reasons)}
        <details class="claim-lines"><summary>{words.claim_lines}</summary><div class="stack">{rows}</div></details>
        {choice("order-wanted", words.wanted, wanted, remedies)}
        {money("order-amount", (words.amount)(&currency), amount)}
        {long("order-words", words.words, said, live(fault).into_any())}
    };
    let send = move || {
        let words = said.get_untracked();
        is_missing.set(words.trim().is_empty());
        let find = |code: &str| REASONS.iter().find(|(_, have)| *have == code);
        let (Some((reason, _)), Some(wanted)) = (
            reason.with_untracked(|code| find(code)),
            wanted.with_untracked(|code| remedy(code)),
        ) else {
            return;
        };
        if words.trim().is_empty() {
            request_animation_frame(|| document::focus("#order-words"));
            return;
        }
        if is_no_sum(amount) {
            return;
        }
        let Some(lines) = parts.read(false) else {
            parts::to_fault();
            return;
        };
        desk.take(&Step::Claim(ClaimForm {
            reason: *reason,
            lines,
            wanted,
            amount: typed_amount(amount),
            words,
        }));
        close();
    };
    steps::frame(desk.language, StepKind::Claim, fields, send, close)
}

pub(super) fn answer(desk: Desk, number: u32, close: impl Fn() + Copy + 'static) -> AnyView {
    let words = &words(desk.language).order;
    let offered = RwSignal::new(REMEDIES[0].1.to_owned());
    let (amount, said) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let remedies = REMEDIES.iter().zip(words.remedies);
    let mut remedies: Vec<_> = remedies.map(|((_, code), label)| (*code, label)).collect();
    remedies.push(("", words.no_remedy));
    let currency = untrack(|| desk.order()).agreed.currency;
    let fields = view! {
        <p class="note">{(words.claim)(&number.to_string())}</p>
        {choice("order-offered", words.offered, offered, remedies)}
        {money("order-amount", (words.amount)(&currency), amount)}
        {long("order-words", words.words, said, ().into_any())}
    };
    let send = move || {
        if is_no_sum(amount) {
            return;
        }
        desk.take(&Step::AnswerClaim(ClaimAnswer {
            claim: number.into(),
            remedy: offered.with_untracked(|code| remedy(code)),
            amount: typed_amount(amount),
            words: said.get_untracked(),
        }));
        close();
    };
    steps::frame(desk.language, StepKind::AnswerClaim, fields, send, close)
}

fn remedy(code: &str) -> Option<api_types::order::Remedy> {
    let found = REMEDIES.iter().find(|(_, have)| *have == code);
    found.map(|(remedy, _)| *remedy)
}

/// Whether something was typed that is no sum; the keyboard goes there then.
fn is_no_sum(amount: RwSignal<String>) -> bool {
    let typed = amount.get_untracked();
    let is_wrong = !typed.trim().is_empty() && typed.trim().parse::<Amount>().is_err();
    if is_wrong {
        request_animation_frame(|| document::focus("#order-amount"));
    }
    is_wrong
}

/// Nothing where nothing was typed, or no sum.
fn typed_amount(amount: RwSignal<String>) -> Option<String> {
    let amount: Option<Amount> = amount.with_untracked(|text| text.trim().parse().ok());
    amount.map(|amount| amount.to_string())
}

fn choice(
    id: &'static str,
    label: &'static str,
    value: RwSignal<String>,
    options: Vec<(&'static str, &'static str)>,
) -> AnyView {
    let options = options.into_iter();
    let options = options.map(|(code, label)| view! { <option value=code>{label}</option> });
    let options: Vec<AnyView> = options.collect();
    let choose = move |event: leptos::ev::Event| value.set(field::of(&event).value);
    view! { <div class="field"><label for=id>{label}</label><div class="control"><select id=id on:change=changed(choose)>{options}</select></div></div> }
}

/// Letters that belong to no sum are not taken.
fn money(id: &'static str, label: String, value: RwSignal<String>) -> AnyView {
    let typed = move |event: leptos::ev::Event| value.set(field::of(&event).value);
    let is_wrong = move || {
        value.with(|text| !text.trim().is_empty() && text.trim().parse::<Amount>().is_err())
    };
    let invalid = move || is_wrong().then_some("true");
    view! { <div class="field"><label for=id>{label}</label><div class="control"><input id=id type="text" inputmode="decimal" placeholder="0.00" aria-invalid=live(invalid) on:input=changed(typed)/></div></div> }
}

pub(super) fn long(
    id: &'static str,
    label: &'static str,
    value: RwSignal<String>,
    fault: AnyView,
) -> AnyView {
    let typed = move |event: leptos::ev::Event| value.set(field::of(&event).value);
    view! { <div class="field"><label for=id>{label}</label><div class="control"><textarea id=id rows="3" maxlength="2000" on:input=changed(typed)></textarea></div><p class="note bad">{fault}</p></div> }
}
