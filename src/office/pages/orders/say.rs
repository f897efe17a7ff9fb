//! Codes of an order in words.

use api_types::address::Language;
use api_types::order::{ClaimReason, ClaimState, OrderState, Remedy, Step, StepKind};
use leptos::prelude::*;

use crate::locales::words;
use crate::pages::deal::state::badge;

pub const STEPS: [StepKind; 14] = [
    StepKind::Confirm,
    StepKind::Produce,
    StepKind::Ship,
    StepKind::Receive,
    StepKind::Complete,
    StepKind::Cancel,
    StepKind::AgreeToCancel,
    StepKind::KeepOrder,
    StepKind::Claim,
    StepKind::AnswerClaim,
    StepKind::SettleClaim,
    StepKind::WithdrawClaim,
    StepKind::RenewPayee,
    StepKind::Review,
];

fn at(kind: StepKind) -> usize {
    STEPS.iter().position(|have| *have == kind).unwrap_or(0)
}

/// What is pressed.
pub fn act(language: Language, kind: StepKind) -> &'static str {
    words(language).order.acts[at(kind)]
}

/// What has happened.
pub fn done(language: Language, step: &Step) -> &'static str {
    words(language).order.done[at(kind(step))]
}

pub fn your_turn(language: Language, kind: StepKind) -> &'static str {
    words(language).order.your_turn[at(kind)]
}

pub fn kind(step: &Step) -> StepKind {
    match step {
        Step::Confirm => StepKind::Confirm,
        Step::Produce => StepKind::Produce,
        Step::Ship(_) => StepKind::Ship,
        Step::Receive(_) => StepKind::Receive,
        Step::Complete => StepKind::Complete,
        Step::Cancel(_) => StepKind::Cancel,
        Step::AgreeToCancel => StepKind::AgreeToCancel,
        Step::KeepOrder => StepKind::KeepOrder,
        Step::Claim(_) => StepKind::Claim,
        Step::AnswerClaim(_) => StepKind::AnswerClaim,
        Step::SettleClaim(_) => StepKind::SettleClaim,
        Step::WithdrawClaim(_) => StepKind::WithdrawClaim,
        Step::RenewPayee => StepKind::RenewPayee,
        Step::Review(_) => StepKind::Review,
    }
}

/// How it stands, with a color: what one's own side is waited for stands out.
pub fn state(language: Language, state: OrderState, is_due: bool) -> AnyView {
    let words = words(language).order.states;
    let (tone, word) = match state {
        OrderState::Placed => ("", words[0]),
        OrderState::Confirmed => ("", words[1]),
        OrderState::InProduction => ("", words[2]),
        OrderState::Shipping => ("", words[3]),
        OrderState::Received => ("", words[4]),
        OrderState::Completed => ("good", words[5]),
        OrderState::Cancelled => ("warn", words[6]),
    };
    badge(
        if is_due && tone.is_empty() {
            "now"
        } else {
            tone
        },
        word,
    )
}

pub const REASONS: [(ClaimReason, &str); 7] = [
    (ClaimReason::Short, "short"),
    (ClaimReason::Damaged, "damaged"),
    (ClaimReason::Defective, "defective"),
    (ClaimReason::Wrong, "wrong"),
    (ClaimReason::Late, "late"),
    (ClaimReason::Documents, "documents"),
    (ClaimReason::Other, "other"),
];

pub const REMEDIES: [(Remedy, &str); 5] = [
    (Remedy::Replace, "replace"),
    (Remedy::Repair, "repair"),
    (Remedy::Refund, "refund"),
    (Remedy::PriceReduction, "price_reduction"),
    (Remedy::Other, "other"),
];

pub fn reason(language: Language, reason: ClaimReason) -> &'static str {
    let at = REASONS.iter().position(|(have, _)| *have == reason);
    words(language).order.claim_reasons[at.unwrap_or(0)]
}

pub fn remedy(language: Language, remedy: Option<Remedy>) -> &'static str {
    let words = &words(language).order;
    match remedy {
        None => words.no_remedy,
        Some(remedy) => {
            let at = REMEDIES.iter().position(|(have, _)| *have == remedy);
            words.remedies[at.unwrap_or(0)]
        }
    }
}

pub fn claim_state(language: Language, state: ClaimState) -> AnyView {
    let words = words(language).order.claim_states;
    match state {
        ClaimState::Open => badge("now", words[0]),
        ClaimState::Answered => badge("now", words[1]),
        ClaimState::Settled => badge("good", words[2]),
        ClaimState::Withdrawn => badge("", words[3]),
    }
}
