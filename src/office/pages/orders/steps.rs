//! What either side may do now: what is due stands out, the rest is folded.

use std::time::Duration;

use api_types::address::Language;
use api_types::order::{CancelForm, ClaimNumber, ClaimState, Order, ReceiveForm, Step, StepKind};
use browser::document;
use leptos::prelude::*;
use markup::view;

use super::desk::Desk;
use super::{claim, review, say, ship};
use crate::components::{changed, clicked, live, memo};
use crate::locales::words;

/// A step that is taken by pressing a button, or a form that is opened by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Open {
    Ship,
    Cancel,
    Claim,
    /// The claim of this number.
    Answer(u32),
    Review,
    /// The shipment of this number has come.
    Receive(u64),
}

pub(super) fn steps(desk: Desk) -> AnyView {
    let words = &words(desk.language).order;
    let opened: RwSignal<Option<Open>> = RwSignal::new(None);
    let may = memo(move || (desk.may(), desk.order()));
    let body = move || {
        // Whatever happens meanwhile, what is being typed stays: the hub says if it cannot be done any more.
        if let Some(open) = opened.get() {
            return form(desk, open, move || opened.set(None));
        }
        let (may, order) = may.get();
        if may.is_empty() {
            return ().into_any();
        }
        let due = order.due.as_ref().filter(|due| due.from == order.side);
        let due = due.map(|due| due.step);
        let (first, rest): (Vec<StepKind>, Vec<StepKind>) =
            may.into_iter().partition(|kind| is_first(*kind, due));
        let first: Vec<AnyView> = first
            .into_iter()
            .flat_map(|kind| buttons(desk, &order, kind, Some(kind) == due, opened))
            .collect();
        let rest: Vec<AnyView> = rest
            .into_iter()
            .flat_map(|kind| buttons(desk, &order, kind, false, opened))
            .collect();
        let rest = match (first.is_empty(), rest.is_empty()) {
            (_, true) => ().into_any(),
            (true, _) => view! { <p class="actions">{rest}</p> },
            (false, _) => view! {
                <details class="order-more"><summary>{words.more}</summary><p class="actions">{rest}</p></details>
            },
        };
        view! { <p class="actions">{first}</p>{rest} }
    };
    live(body).into_any()
}

/// Whether a step stands out: what is due, and where something is asked, also the other way.
fn is_first(kind: StepKind, due: Option<StepKind>) -> bool {
    Some(kind) == due || (kind, due) == (StepKind::KeepOrder, Some(StepKind::AgreeToCancel))
}

/// One button a step; of shipments and claims one each.
fn buttons(
    desk: Desk,
    order: &Order,
    kind: StepKind,
    is_primary: bool,
    opened: RwSignal<Option<Open>>,
) -> Vec<AnyView> {
    let language = desk.language;
    let label = say::act(language, kind);
    let opens = |open: Open, label: String| {
        let class = class(is_primary);
        let act = move || {
            opened.set(Some(open));
            request_animation_frame(|| document::focus("#order-form"));
        };
        view! { <button class=class type="button" on:click=clicked(act)>{label}</button> }
    };
    let takes = |step: Step, label: String| twice(desk, step, label, is_primary);
    let numbered =
        |number: u32, of: fn(&str) -> String| format!("{label}: {}", of(&number.to_string()));
    let words = &words(language).order;
    let claims = |is_meant: fn(ClaimState) -> bool| {
        let claims = order
            .claims
            .iter()
            .filter(move |claim| is_meant(claim.state));
        claims.map(|claim| claim.number)
    };
    let is_open = |state| matches!(state, ClaimState::Open | ClaimState::Answered);
    match kind {
        StepKind::Confirm => vec![takes(Step::Confirm, label.to_owned())],
        StepKind::Produce => vec![takes(Step::Produce, label.to_owned())],
        StepKind::Complete => vec![takes(Step::Complete, label.to_owned())],
        StepKind::AgreeToCancel => vec![takes(Step::AgreeToCancel, label.to_owned())],
        StepKind::KeepOrder => vec![takes(Step::KeepOrder, label.to_owned())],
        StepKind::RenewPayee => vec![takes(Step::RenewPayee, label.to_owned())],
        StepKind::Ship => vec![opens(Open::Ship, label.to_owned())],
        StepKind::Cancel => vec![opens(Open::Cancel, label.to_owned())],
        StepKind::Claim => vec![opens(Open::Claim, label.to_owned())],
        StepKind::Review => vec![opens(Open::Review, label.to_owned())],
        StepKind::Receive => {
            let coming = order.shipments.iter().filter(|one| one.arrival.is_none());
            let coming = coming.map(|one| {
                let open = Open::Receive(one.number.into());
                opens(open, numbered(one.number, words.shipment))
            });
            coming.collect()
        }
        StepKind::AnswerClaim => claims(is_open)
            .map(|number| opens(Open::Answer(number), numbered(number, words.claim)))
            .collect(),
        StepKind::SettleClaim => claims(|state| state == ClaimState::Answered)
            .map(|number| {
                let claim = number.into();
                let step = Step::SettleClaim(ClaimNumber { claim });
                takes(step, numbered(number, words.claim))
            })
            .collect(),
        StepKind::WithdrawClaim => claims(is_open)
            .map(|number| {
                let claim = number.into();
                let step = Step::WithdrawClaim(ClaimNumber { claim });
                takes(step, numbered(number, words.claim))
            })
            .collect(),
    }
}

fn class(is_primary: bool) -> &'static str {
    if is_primary {
        "button primary"
    } else {
        "button"
    }
}

/// How long a second press counts as an answer to the question.
const SURE: Duration = Duration::from_secs(6);

/// What binds is asked once more. Who does not answer has thought better of it.
fn twice(desk: Desk, step: Step, label: String, is_primary: bool) -> AnyView {
    let words = &words(desk.language).order;
    let is_sure = RwSignal::new(false);
    let sure = (words.sure)(&label);
    let text = move || match is_sure.get() {
        true => sure.clone(),
        false => label.clone(),
    };
    let press = move || match is_sure.get_untracked() {
        true => desk.take(&step),
        false => {
            is_sure.set(true);
            let calm = move || {
                is_sure.try_set(false);
            };
            set_timeout(calm, SURE);
        }
    };
    view! { <button class=class(is_primary) type="button" on:click=clicked(press)>{live(text)}</button> }
}

fn form(desk: Desk, open: Open, close: impl Fn() + Copy + 'static) -> AnyView {
    match open {
        Open::Ship => ship::form(desk, close),
        Open::Cancel => cancel(desk, close),
        Open::Claim => claim::form(desk, close),
        Open::Answer(number) => claim::answer(desk, number, close),
        Open::Review => review::form(desk, close),
        Open::Receive(shipment) => receive(desk, shipment, close),
    }
}

/// The frame of every form: its title, what is in it, and two buttons.
pub(super) fn frame(
    language: Language,
    kind: StepKind,
    fields: AnyView,
    send: impl FnMut() + 'static,
    close: impl Fn() + 'static,
) -> AnyView {
    let label = say::act(language, kind);
    let cancel = words(language).order.cancel;
    let mut send = send;
    let submit = move |event: leptos::ev::Event| {
        event.prevent_default();
        send();
    };
    view! {
        <form class="stack deal-form" novalidate="" on:submit=changed(submit)>
            <h2 id="order-form" tabindex="-1">{label}</h2>
            {fields}
            <p class="actions">
                <button class="button primary" type="submit">{label}</button>
                <button class="button" type="button" on:click=clicked(close)>{cancel}</button>
            </p>
        </form>
    }
}

fn cancel(desk: Desk, close: impl Fn() + Copy + 'static) -> AnyView {
    let words = &words(desk.language).order;
    let reason = RwSignal::new(String::new());
    let send = move || {
        let reason = reason.get_untracked();
        desk.take(&Step::Cancel(CancelForm { reason }));
        close();
    };
    let fields = claim::long(
        "order-reason",
        words.reason,
        reason,
        live(|| None::<String>).into_any(),
    );
    frame(desk.language, StepKind::Cancel, fields, send, close)
}

/// What was found amiss at once is told with the receipt; a claim is made by itself.
fn receive(desk: Desk, shipment: u64, close: impl Fn() + Copy + 'static) -> AnyView {
    let words = &words(desk.language).order;
    let note = RwSignal::new(String::new());
    let send = move || {
        let note = note.get_untracked();
        desk.take(&Step::Receive(ReceiveForm { shipment, note }));
        close();
    };
    let told = claim::long("order-note", words.note, note, ().into_any());
    let fields = view! { <p class="note">{(words.shipment)(&shipment.to_string())}</p>{told} };
    frame(desk.language, StepKind::Receive, fields, send, close)
}
