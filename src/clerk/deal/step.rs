//! Steps of an order: bodies into values, and back.

use api_types::order as body;
use domain::{
    Amount, ClaimAnswer, ClaimForm, ClaimReason, Dispatch, Remedy, Review, ShippedLine, Stars,
    Step, StepKind,
};
use market::{Fault, MAX_LINES, Refusal, Why};

use super::read;

/// What somebody does with an order.
///
/// # Errors
/// All fields that are not of their form; the market judges the rest.
pub fn step_in(form: body::StepForm) -> Result<Step, Refusal> {
    let mut faults = Vec::new();
    let step = match form.step {
        body::Step::Confirm => Some(Step::Confirm),
        body::Step::Produce => Some(Step::Produce),
        body::Step::Ship(form) => dispatch_in(&mut faults, form).map(Step::Ship),
        body::Step::Receive(form) => {
            let shipment = number(&mut faults, "/step/receive/shipment", form.shipment);
            let note = form.note;
            shipment.map(|shipment| Step::Receive { shipment, note })
        }
        body::Step::Complete => Some(Step::Complete),
        body::Step::Cancel(form) => Some(Step::Cancel {
            reason: form.reason,
        }),
        body::Step::AgreeToCancel => Some(Step::AgreeToCancel),
        body::Step::KeepOrder => Some(Step::KeepOrder),
        body::Step::Claim(form) => claim_in(&mut faults, form).map(Step::Claim),
        body::Step::AnswerClaim(form) => {
            let claim = number(&mut faults, "/step/answer_claim/claim", form.claim);
            let amount = amount_in(
                &mut faults,
                "/step/answer_claim/amount",
                form.amount.as_ref(),
            );
            let answer = ClaimAnswer {
                remedy: form.remedy.map(remedy_in),
                amount,
                words: form.words,
            };
            claim.map(|claim| Step::AnswerClaim { claim, answer })
        }
        body::Step::SettleClaim(form) => {
            let claim = number(&mut faults, "/step/settle_claim/claim", form.claim);
            claim.map(|claim| Step::SettleClaim { claim })
        }
        body::Step::WithdrawClaim(form) => {
            let claim = number(&mut faults, "/step/withdraw_claim/claim", form.claim);
            claim.map(|claim| Step::WithdrawClaim { claim })
        }
        body::Step::RenewPayee => Some(Step::RenewPayee),
        body::Step::Review(form) => review_in(&mut faults, form).map(Step::Review),
    };
    step.filter(|_| faults.is_empty())
        .ok_or(Refusal::Invalid(faults))
}

fn number(faults: &mut Vec<Fault>, pointer: &'static str, number: u64) -> Option<u32> {
    let read = u32::try_from(number).ok();
    if read.is_none() {
        faults.push(Fault::new(pointer, Why::Check));
    }
    read
}

/// Nothing where nothing is said, or what is said is no amount.
pub(super) fn amount_in(
    faults: &mut Vec<Fault>,
    pointer: &'static str,
    text: Option<&String>,
) -> Option<Amount> {
    text.and_then(|text| read(faults, pointer, text))
}

fn lines_in(faults: &mut Vec<Fault>, spot: &str, lines: Vec<body::PartLine>) -> Vec<ShippedLine> {
    if MAX_LINES < lines.len() {
        faults.push(Fault::new(format!("{spot}/lines"), Why::TooLong));
    }
    let mut all = Vec::new();
    for (at, one) in lines.into_iter().enumerate() {
        let pointer = format!("{spot}/lines/{at}/quantity");
        let quantity = read(faults, &pointer, &one.quantity);
        let line = one.line;
        all.extend(quantity.map(|quantity| ShippedLine { line, quantity }));
    }
    all
}

fn dispatch_in(faults: &mut Vec<Fault>, form: body::Dispatch) -> Option<Dispatch> {
    let lines = lines_in(faults, "/step/ship", form.lines);
    Some(Dispatch {
        lines,
        carrier: form.carrier,
        tracking: form.tracking,
        on: read(faults, "/step/ship/on", &form.on)?,
        note: form.note,
    })
}

fn claim_in(faults: &mut Vec<Fault>, form: body::ClaimForm) -> Option<ClaimForm> {
    let lines = lines_in(faults, "/step/claim", form.lines);
    let amount = amount_in(faults, "/step/claim/amount", form.amount.as_ref());
    Some(ClaimForm {
        reason: reason_in(form.reason),
        lines,
        wanted: remedy_in(form.wanted),
        amount,
        words: form.words,
    })
}

fn review_in(faults: &mut Vec<Fault>, form: body::Review) -> Option<Review> {
    let mut stars = |pointer: &'static str, count: u64| {
        let count = u8::try_from(count).ok();
        let read = count.and_then(|count| Stars::try_from(count).ok());
        if read.is_none() {
            faults.push(Fault::new(pointer, Why::Check));
        }
        read
    };
    let goods = stars("/step/review/goods", form.goods);
    let delivery = stars("/step/review/delivery", form.delivery);
    let service = stars("/step/review/service", form.service);
    Some(Review {
        goods: goods?,
        delivery: delivery?,
        service: service?,
        words: form.words,
    })
}

pub(super) fn step(found: &Step) -> body::Step {
    let claim = |number: u32| body::ClaimNumber {
        claim: number.into(),
    };
    match found {
        Step::Confirm => body::Step::Confirm,
        Step::Produce => body::Step::Produce,
        Step::Ship(sent) => body::Step::Ship(dispatch(sent)),
        Step::Receive { shipment, note } => body::Step::Receive(body::ReceiveForm {
            shipment: (*shipment).into(),
            note: note.clone(),
        }),
        Step::Complete => body::Step::Complete,
        Step::Cancel { reason } => body::Step::Cancel(body::CancelForm {
            reason: reason.clone(),
        }),
        Step::AgreeToCancel => body::Step::AgreeToCancel,
        Step::KeepOrder => body::Step::KeepOrder,
        Step::Claim(said) => body::Step::Claim(form(said)),
        Step::AnswerClaim {
            claim,
            answer: given,
        } => body::Step::AnswerClaim(answer(*claim, given)),
        Step::SettleClaim { claim: number } => body::Step::SettleClaim(claim(*number)),
        Step::WithdrawClaim { claim: number } => body::Step::WithdrawClaim(claim(*number)),
        Step::RenewPayee => body::Step::RenewPayee,
        Step::Review(given) => body::Step::Review(review(given)),
    }
}

pub(super) fn kind(kind: StepKind) -> body::StepKind {
    match kind {
        StepKind::Confirm => body::StepKind::Confirm,
        StepKind::Produce => body::StepKind::Produce,
        StepKind::Ship => body::StepKind::Ship,
        StepKind::Receive => body::StepKind::Receive,
        StepKind::Complete => body::StepKind::Complete,
        StepKind::Cancel => body::StepKind::Cancel,
        StepKind::AgreeToCancel => body::StepKind::AgreeToCancel,
        StepKind::KeepOrder => body::StepKind::KeepOrder,
        StepKind::Claim => body::StepKind::Claim,
        StepKind::AnswerClaim => body::StepKind::AnswerClaim,
        StepKind::SettleClaim => body::StepKind::SettleClaim,
        StepKind::WithdrawClaim => body::StepKind::WithdrawClaim,
        StepKind::RenewPayee => body::StepKind::RenewPayee,
        StepKind::Review => body::StepKind::Review,
    }
}

fn part(line: &ShippedLine) -> body::PartLine {
    body::PartLine {
        line: line.line,
        quantity: line.quantity.to_string(),
    }
}

pub(super) fn dispatch(found: &Dispatch) -> body::Dispatch {
    body::Dispatch {
        lines: found.lines.iter().map(part).collect(),
        carrier: found.carrier.clone(),
        tracking: found.tracking.clone(),
        on: found.on.to_string(),
        note: found.note.clone(),
    }
}

pub(super) fn form(found: &ClaimForm) -> body::ClaimForm {
    body::ClaimForm {
        reason: reason(found.reason),
        lines: found.lines.iter().map(part).collect(),
        wanted: remedy(found.wanted),
        amount: found.amount.map(|amount| amount.to_string()),
        words: found.words.clone(),
    }
}

pub(super) fn answer(claim: u32, found: &ClaimAnswer) -> body::ClaimAnswer {
    body::ClaimAnswer {
        claim: claim.into(),
        remedy: found.remedy.map(remedy),
        amount: found.amount.map(|amount| amount.to_string()),
        words: found.words.clone(),
    }
}

pub(super) fn review(found: &Review) -> body::Review {
    let stars = |stars: Stars| u64::from(u8::from(stars));
    body::Review {
        goods: stars(found.goods),
        delivery: stars(found.delivery),
        service: stars(found.service),
        words: found.words.clone(),
    }
}

/// Two enums of the same names, both ways.
macro_rules! same {
    ($out:ident, $back:ident, $name:ident, [$($kind:ident),+]) => {
        fn $out(found: $name) -> body::$name {
            match found {
                $($name::$kind => body::$name::$kind),+
            }
        }

        fn $back(given: body::$name) -> $name {
            match given {
                $(body::$name::$kind => $name::$kind),+
            }
        }
    };
}

same!(
    reason,
    reason_in,
    ClaimReason,
    [Short, Damaged, Defective, Wrong, Late, Documents, Other]
);
same!(
    remedy,
    remedy_in,
    Remedy,
    [Replace, Repair, Refund, PriceReduction, Other]
);
