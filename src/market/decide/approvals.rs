use domain::{Id, Rate};

use super::{
    quotations::{Post, last_bid, take},
    same,
};
use crate::{
    Approval, ApprovalState, Decision, LetterKind, Noun, Order, Present, Quotation, Refusal,
    Version, Write, words,
};

/// Nothing happens but that one's own company is asked.
pub(super) fn ask(
    order: &Order,
    id: Id,
    (quotation, rate): (&Quotation, Option<Rate>),
    present: &Present,
) -> Result<Decision, Refusal> {
    let bid = last_bid(quotation)?;
    let before = present.approval.as_ref();
    if before.is_some_and(|before| before.state == ApprovalState::Waiting) {
        return Err(Refusal::NotNow);
    }
    let approval = Approval {
        request: quotation.request,
        supplier_name: quotation.supplier_name.clone(),
        offer: u32::try_from(quotation.offers.len()).map_err(|_| Refusal::TooMany)?,
        currency: bid.currency,
        total: bid.total(),
        rate,
        state: ApprovalState::Waiting,
        asked_by: order.by,
        asked_at: order.at,
        at: order.at,
        version: before.map_or(0, |before| before.version) + 1,
    };
    let mut post = Post::new(order);
    // What was sent is about the quotation, which stays as it is.
    post.tell(order.company, Noun::Quotation, id, quotation.version);
    post.approval(id, approval);
    post.letter(order.company, LetterKind::ToApprove, Noun::Approval, id);
    Ok(post.decision)
}

pub(super) fn decide(
    order: &Order,
    id: Id,
    (is_approved, reason, known): (bool, &str, Version),
    present: &Present,
) -> Result<Decision, Refusal> {
    let found = present.approval.as_ref().ok_or(Refusal::NotFound)?;
    same(known, found.version)?;
    let reason = words::kept("/reason", reason)?;
    if found.state != ApprovalState::Waiting {
        return Err(Refusal::NotNow);
    }
    let mut post = Post::new(order);
    let by = order.by;
    if is_approved {
        let quotation = present.quotation.as_ref().ok_or(Refusal::NotFound)?;
        post.decide(id, found, ApprovalState::Approved { by });
        take(
            &mut post,
            order,
            id,
            (quotation, found.offer, found.rate),
            present,
        )?;
    } else {
        post.decide(id, found, ApprovalState::Refused { by, reason });
        let kind = LetterKind::ApprovalRefused;
        post.letter(order.company, kind, Noun::Approval, id);
    }
    Ok(post.decision)
}

impl Post<'_> {
    fn approval(&mut self, id: Id, approval: Approval) {
        self.tell(self.company(), Noun::Approval, id, approval.version);
        self.write(Write::Approval(id, approval));
    }

    pub(super) fn decide(&mut self, id: Id, found: &Approval, state: ApprovalState) {
        let at = self.at();
        let approval = Approval {
            state,
            at,
            version: found.version + 1,
            ..found.clone()
        };
        self.approval(id, approval);
    }
}
