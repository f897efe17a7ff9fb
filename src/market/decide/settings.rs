use domain::Payee;

use super::{quotations::Post, same};
use crate::{
    ConfirmedPayee, Decision, Fault, LetterKind, Limits, Noun, Order, PAYEE_WAITS, Present,
    ProposedPayee, Refusal, Settings, Version, Why, Write, words,
};

pub(super) fn set_limits(
    order: &Order,
    (limits, known): (Limits, Version),
    present: &Present,
) -> Result<Decision, Refusal> {
    let next = Settings {
        limits,
        ..at_hand(order, known, present)?
    };
    Ok(put(order, next, None))
}

/// What was proposed before and does not count yet is forgotten.
pub(super) fn propose_payee(
    order: &Order,
    (payee, known): (&Payee, Version),
    present: &Present,
) -> Result<Decision, Refusal> {
    let mut next = at_hand(order, known, present)?;
    let mut payee = payee.clone();
    let mut faults = Vec::new();
    for (pointer, text) in [("/holder", &mut payee.holder), ("/bank", &mut payee.bank)] {
        words::check(&mut faults, pointer, text, words::NAME);
        *text = words::clean(text, false);
        if text.is_empty() {
            faults.push(Fault::new(pointer, Why::Missing));
        }
    }
    if next.payee.as_ref() == Some(&payee) {
        faults.push(Fault::new("/account", Why::Taken));
    }
    if !faults.is_empty() {
        return Err(Refusal::Invalid(faults));
    }
    next.proposed = Some(ProposedPayee {
        payee,
        by: order.by,
        at: order.at,
        confirmed: None,
    });
    Ok(put(order, next, Some(LetterKind::PayeeProposed)))
}

/// By somebody else than whoever proposed it: one stolen password is not enough to send a buyer's money elsewhere.
pub(super) fn confirm_payee(
    order: &Order,
    known: Version,
    present: &Present,
) -> Result<Decision, Refusal> {
    let mut next = at_hand(order, known, present)?;
    // Where nothing is replaced there is nothing to notice.
    let waits = if next.payee.is_some() { PAYEE_WAITS } else { 0 };
    let proposed = next.proposed.as_mut().ok_or(Refusal::NotNow)?;
    if proposed.confirmed.is_some() {
        return Err(Refusal::NotNow);
    }
    if proposed.by == order.by {
        return Err(Refusal::SecondPersonNeeded);
    }
    proposed.confirmed = Some(ConfirmedPayee {
        by: order.by,
        from: order.at.after(waits),
    });
    Ok(put(order, next, Some(LetterKind::PayeeConfirmed)))
}

/// Also what is confirmed and waits: whoever notices a fraud stops it by this.
pub(super) fn drop_payee(
    order: &Order,
    known: Version,
    present: &Present,
) -> Result<Decision, Refusal> {
    let mut next = at_hand(order, known, present)?;
    next.proposed.take().ok_or(Refusal::NotNow)?;
    Ok(put(order, next, None))
}

fn at_hand(order: &Order, known: Version, present: &Present) -> Result<Settings, Refusal> {
    same(known, present.settings.version)?;
    Ok(present.settings.settled(order.at))
}

fn put(order: &Order, mut next: Settings, kind: Option<LetterKind>) -> Decision {
    next.version += 1;
    let mut post = Post::new(order);
    post.tell(order.company, Noun::Settings, order.company, next.version);
    if let Some(kind) = kind {
        post.letter(order.company, kind, Noun::Settings, order.company);
    }
    post.write(Write::Settings(next));
    post.decision
}
