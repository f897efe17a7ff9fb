use domain::{
    Agreed, ClaimAnswer, ClaimForm, Dispatch, DocumentKind, Id, OrderLife, OrderState, Rate, Step,
    StepError,
};

use super::{quotations::Post, same};
use crate::{
    Decision, Fault, LetterKind, MAX_STEPS, Noun, Order, Party, PayeeSince, Present, PurchaseOrder,
    Quotation, Record, Refusal, Request, Taken, Version, Why, Write, words,
};

/// Longest name of a carrier or number of a shipment, in characters.
const TRACKING: usize = 120;

/// The order that follows from an accepted offer: written with the acceptance, so that there is never one without the
/// other.
pub(super) fn place(
    post: &mut Post<'_>,
    order: &Order,
    id: Id,
    (quotation, request, rate): (&Quotation, &Request, Option<Rate>),
    present: &Present,
) -> Result<(), Refusal> {
    let last = quotation.offers.last().ok_or(Refusal::NotNow)?;
    let supplier = quotation.supplier.ok_or(Refusal::NotNow)?;
    let party = |company: Id| -> Result<Party, Refusal> {
        let found = present.companies.get(&company).ok_or(Refusal::NotFound)?;
        Ok(Party {
            company,
            name: found.form.name.clone(),
            registration: found.form.registration.clone(),
        })
    };
    let (number, books) = present
        .books
        .next(DocumentKind::PurchaseOrder, order.at.day());
    let payee = present.supplier_settings.payee(order.at).cloned();
    let payees = payee.map(|payee| PayeeSince {
        payee,
        since: order.at,
    });
    let placed = PurchaseOrder {
        request: quotation.request,
        number,
        proforma: None,
        buyer: party(quotation.buyer)?,
        supplier: party(supplier)?,
        code: quotation.code.clone(),
        offer: u32::try_from(quotation.offers.len()).map_err(|_| Refusal::TooMany)?,
        agreed: Agreed::of(&request.terms, &last.bid),
        rate,
        payees: payees.into_iter().collect(),
        life: OrderLife::default(),
        timeline: Vec::new(),
        placed_at: order.at,
        at: order.at,
        version: 1,
    };
    post.write(Write::Books(books));
    post.order(id, &placed, LetterKind::Ordered);
    Ok(())
}

pub(super) fn step(
    order: &Order,
    id: Id,
    (step, known): (&Step, Version),
    present: &Present,
) -> Result<Decision, Refusal> {
    let found = present.order.as_ref().ok_or(Refusal::NotFound)?;
    same(known, found.version)?;
    let side = found.side(order.company);
    let mut step = step.clone();
    let faults = check(&mut step, order);
    if !faults.is_empty() {
        return Err(Refusal::Invalid(faults));
    }
    if found.timeline.len() >= MAX_STEPS {
        return Err(Refusal::TooMany);
    }
    let mut post = Post::new(order);
    let mut next = found.clone();
    next.life = found
        .life
        .after(side, step.clone(), &found.agreed, order.at.day())
        .map_err(|why| refusal(why, &step))?;
    match &step {
        Step::Confirm => {
            let kind = DocumentKind::ProformaInvoice;
            let (number, books) = present.books.next(kind, order.at.day());
            next.proforma = Some(number);
            post.write(Write::Books(books));
        }
        Step::RenewPayee => next.renew_payee(order, present)?,
        Step::Complete | Step::Review(_) => {
            let record = present.record.with(&next, &step);
            post.write(Write::Record(next.supplier.company, record));
        }
        _ => (),
    }
    let kind = letter(&step, &next.life.state);
    next.timeline.push(Taken {
        by: side,
        author: order.by,
        at: order.at,
        step,
    });
    next.at = order.at;
    next.version += 1;
    post.order(id, &next, kind);
    Ok(post.decision)
}

impl PurchaseOrder {
    fn renew_payee(&mut self, order: &Order, present: &Present) -> Result<(), Refusal> {
        let payee = present.settings.payee(order.at).ok_or(Refusal::NotNow)?;
        if self.payees.last().is_some_and(|last| last.payee == *payee) {
            return Err(Refusal::NotNow);
        }
        self.payees.push(PayeeSince {
            payee: payee.clone(),
            since: order.at,
        });
        Ok(())
    }
}

impl Record {
    /// The same with what an order adds to it by this step.
    fn with(mut self, order: &PurchaseOrder, step: &Step) -> Self {
        match step {
            Step::Complete => {
                self.completed += 1;
                // What both agreed not to ship was not late.
                self.on_time += u32::from(order.was_on_time().unwrap_or(order.life.is_short));
            }
            Step::Review(review) => {
                self.reviews += 1;
                self.goods += u32::from(u8::from(review.goods));
                self.delivery += u32::from(u8::from(review.delivery));
                self.service += u32::from(u8::from(review.service));
            }
            _ => (),
        }
        self
    }
}

impl Post<'_> {
    /// To both; the other side is written to.
    fn order(&mut self, id: Id, placed: &PurchaseOrder, kind: LetterKind) {
        for company in placed.parties() {
            self.write(Write::Order(company, id, Box::new(placed.clone())));
            self.tell(company, Noun::Order, id, placed.version);
            if company != self.company() {
                self.letter(company, kind, Noun::Order, id);
            }
        }
    }
}

fn letter(step: &Step, state: &OrderState) -> LetterKind {
    match (step, state) {
        (Step::Confirm, _) => LetterKind::Confirmed,
        (Step::Produce, _) => LetterKind::InProduction,
        (Step::Ship(_), _) => LetterKind::Shipped,
        (Step::Receive { .. }, _) => LetterKind::Received,
        (Step::Complete, _) => LetterKind::Completed,
        (Step::Cancel { .. }, OrderState::Cancelled { .. }) | (Step::AgreeToCancel, _) => {
            LetterKind::Cancelled
        }
        (Step::Cancel { .. }, _) => LetterKind::CancellationAsked,
        (Step::KeepOrder, _) => LetterKind::Kept,
        (Step::Claim(_), _) => LetterKind::Claimed,
        (Step::AnswerClaim { .. }, _) => LetterKind::ClaimAnswered,
        (Step::SettleClaim { .. }, _) => LetterKind::ClaimSettled,
        (Step::WithdrawClaim { .. }, _) => LetterKind::ClaimWithdrawn,
        (Step::RenewPayee, _) => LetterKind::PayeeChanged,
        (Step::Review(_), _) => LetterKind::Reviewed,
    }
}

/// Where in the body a step's goods and numbers stand.
fn spot(step: &Step) -> &'static str {
    match step {
        Step::Ship(_) => "/step/ship",
        Step::Receive { .. } => "/step/receive/shipment",
        Step::Claim(_) => "/step/claim",
        Step::AnswerClaim { .. } => "/step/answer_claim/claim",
        Step::SettleClaim { .. } => "/step/settle_claim/claim",
        Step::WithdrawClaim { .. } => "/step/withdraw_claim/claim",
        _ => "/step",
    }
}

fn refusal(why: StepError, step: &Step) -> Refusal {
    let spot = spot(step);
    match why {
        StepError::NotNow => Refusal::NotNow,
        StepError::TooMany => Refusal::TooMany,
        StepError::NoSuch => Refusal::Invalid(vec![Fault::new(spot, Why::Check)]),
        StepError::Nothing => {
            let pointer = format!("{spot}/lines");
            Refusal::Invalid(vec![Fault::new(pointer, Why::TooShort)])
        }
        StepError::Line(at) => {
            let pointer = format!("{spot}/lines/{at}/quantity");
            Refusal::Invalid(vec![Fault::new(pointer, Why::Check)])
        }
    }
}

/// Cleans the words of a step.
fn check(step: &mut Step, order: &Order) -> Vec<Fault> {
    let mut faults = Vec::new();
    let text = |faults: &mut Vec<Fault>, pointer: &'static str, text: &mut String| {
        if words::is_long(text) {
            faults.push(Fault::new(pointer, Why::TooLong));
        }
        *text = words::clean(text, true);
    };
    match step {
        Step::Ship(Dispatch {
            carrier,
            tracking,
            on,
            note,
            ..
        }) => {
            for (pointer, one) in [
                ("/step/ship/carrier", carrier),
                ("/step/ship/tracking", tracking),
            ] {
                words::check(&mut faults, pointer, one, TRACKING);
                *one = words::clean(one, false);
            }
            text(&mut faults, "/step/ship/note", note);
            // East of here it is tomorrow already.
            if order.at.day().days_since_epoch() + 1 < on.days_since_epoch() {
                faults.push(Fault::new("/step/ship/on", Why::Check));
            }
        }
        Step::Receive { note, .. } => text(&mut faults, "/step/receive/note", note),
        Step::Cancel { reason } => text(&mut faults, "/step/cancel/reason", reason),
        Step::Claim(ClaimForm { words: said, .. }) => {
            text(&mut faults, "/step/claim/words", said);
            if said.is_empty() {
                faults.push(Fault::new("/step/claim/words", Why::Missing));
            }
        }
        Step::AnswerClaim {
            answer: ClaimAnswer { words: said, .. },
            ..
        } => text(&mut faults, "/step/answer_claim/words", said),
        Step::Review(review) => text(&mut faults, "/step/review/words", &mut review.words),
        Step::Confirm
        | Step::Produce
        | Step::Complete
        | Step::AgreeToCancel
        | Step::KeepOrder
        | Step::SettleClaim { .. }
        | Step::WithdrawClaim { .. }
        | Step::RenewPayee => (),
    }
    faults
}
