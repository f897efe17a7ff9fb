use std::collections::BTreeSet;

use domain::{Bid, Date, Deed, Id, Price, Rate, Side};

use super::{
    approvals, orders,
    requests::{is_end, own},
    same,
};
use crate::{
    ApprovalState, Decision, Fault, Letter, LetterKind, MAX_OFFERS, Moment, Notice, Noun, Order,
    Present, Proposal, Quotation, Refusal, Request, SLOWEST, Version, Why, Write, words,
};

pub(super) fn offer(
    order: &Order,
    id: Id,
    (bid, known): (&Bid, Version),
    present: &Present,
) -> Result<Decision, Refusal> {
    let (quotation, side) = at_hand(order, known, present)?;
    let today = order.at.day();
    let kind = match side {
        Side::Buyer => LetterKind::Countered,
        Side::Supplier => LetterKind::Quoted,
    };
    let mut next = quotation.moved(order, side, Deed::Offer)?;
    // A supplier may renew an offer that has run out; a first answer comes in time.
    if quotation.has_expired(today) && (side == Side::Buyer || quotation.offers.is_empty()) {
        return Err(Refusal::Expired);
    }
    let request = present.request.as_ref().ok_or(Refusal::NotFound)?;
    let mut bid = bid.clone();
    let faults = check(&mut bid, request, today);
    if !faults.is_empty() {
        return Err(Refusal::Invalid(faults));
    }
    if next.offers.len() >= MAX_OFFERS {
        return Err(Refusal::TooMany);
    }
    next.offers.push(Proposal {
        by: side,
        at: order.at,
        bid,
    });
    let mut post = Post::new(order);
    post.quotation(id, &next, Some(kind));
    Ok(post.decision)
}

pub(super) fn decline(
    order: &Order,
    id: Id,
    (reason, known): (&str, Version),
    present: &Present,
) -> Result<Decision, Refusal> {
    let (quotation, side) = at_hand(order, known, present)?;
    let reason = words::kept("/reason", reason)?;
    let next = quotation.moved(order, side, Deed::Decline { reason })?;
    let mut post = Post::new(order);
    post.quotation(id, &next, Some(LetterKind::Declined));
    Ok(post.decision)
}

pub(super) fn withdraw(
    order: &Order,
    id: Id,
    (reason, known): (&str, Version),
    present: &Present,
) -> Result<Decision, Refusal> {
    let (quotation, side) = at_hand(order, known, present)?;
    let reason = words::kept("/reason", reason)?;
    let next = quotation.moved(order, side, Deed::Withdraw { reason })?;
    let mut post = Post::new(order);
    post.quotation(id, &next, Some(LetterKind::Withdrawn));
    Ok(post.decision)
}

/// By whoever may order so much; by others their own company is asked.
pub(super) fn accept(
    order: &Order,
    id: Id,
    (offer, rate, known): (u32, Option<Rate>, Version),
    present: &Present,
) -> Result<Decision, Refusal> {
    let (quotation, _) = at_hand(order, known, present)?;
    let mut post = Post::new(order);
    take(&mut post, order, id, (quotation, offer, rate), present)?;
    let bid = last_bid(quotation)?;
    let role = present.role.ok_or(Refusal::Forbidden)?;
    if !present
        .settings
        .limits
        .allow(role, bid.total(), bid.currency)
    {
        return approvals::ask(order, id, (quotation, rate), present);
    }
    if let Some(approval) = &present.approval
        && approval.state == ApprovalState::Waiting
    {
        let by = order.by;
        post.decide(id, approval, ApprovalState::Approved { by });
    }
    Ok(post.decision)
}

/// The offer is taken, the request awarded, all other quotations of it are lost, and it is ordered, in one.
pub(super) fn take(
    post: &mut Post<'_>,
    order: &Order,
    id: Id,
    (quotation, offer, rate): (&Quotation, u32, Option<Rate>),
    present: &Present,
) -> Result<(), Refusal> {
    let side = quotation.side(order.company);
    let next = quotation.moved(order, side, Deed::Accept { offer })?;
    let is_last = usize::try_from(offer) == Ok(quotation.offers.len());
    if !is_last {
        return Err(Refusal::Invalid(vec![Fault::new("/offer", Why::Check)]));
    }
    if quotation.has_expired(order.at.day()) {
        return Err(Refusal::Expired);
    }
    let request = own(order, present)?;
    let state = request.state.award(id).map_err(|_| Refusal::NotNow)?;
    // What both sides see next is the order: nobody is told twice.
    post.quotation(id, &next, None);
    post.request(quotation.request, &request.moved(state));
    post.lose(Some(id), present);
    orders::place(post, order, id, (&next, request, rate), present)
}

/// What is on the table.
pub(super) fn last_bid(quotation: &Quotation) -> Result<&Bid, Refusal> {
    let last = quotation.offers.last().ok_or(Refusal::NotNow)?;
    Ok(&last.bid)
}

/// The quotation at the version that its asker has seen, and on which side they are.
fn at_hand<'a>(
    order: &Order,
    known: Version,
    present: &'a Present,
) -> Result<(&'a Quotation, Side), Refusal> {
    let quotation = present.quotation.as_ref().ok_or(Refusal::NotFound)?;
    same(known, quotation.version)?;
    Ok((quotation, quotation.side(order.company)))
}

impl Quotation {
    fn moved(&self, order: &Order, side: Side, deed: Deed) -> Result<Self, Refusal> {
        Ok(Self {
            state: self.state.after(side, deed).map_err(|_| Refusal::NotNow)?,
            at: order.at,
            version: self.version + 1,
            ..self.clone()
        })
    }
}

fn check(bid: &mut Bid, request: &Request, today: Date) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut check = |is_wrong: bool, pointer: String, why| {
        if is_wrong {
            faults.push(Fault::new(pointer, why));
        }
    };
    check(bid.lines.is_empty(), "/lines".into(), Why::TooShort);
    let mut seen = BTreeSet::new();
    for (at, line) in bid.lines.iter_mut().enumerate() {
        let spot = |part: &str| format!("/lines/{at}/{part}");
        let is_asked = request.terms.line(line.line).is_some();
        check(!is_asked, spot("line"), Why::Check);
        check(!seen.insert(line.line), spot("line"), Why::Taken);
        let is_price = Price::default() < line.price && line.price <= Price::HIGHEST;
        check(!is_price, spot("price"), Why::Check);
        let is_slow = SLOWEST < line.lead_time_days;
        check(is_slow, spot("lead_time_days"), Why::Check);
        check(100 < line.product.len(), spot("product"), Why::TooLong);
        line.product = words::clean(&line.product, false);
        for (part, text) in [
            ("alternative", &mut line.alternative),
            ("note", &mut line.note),
        ] {
            check(words::is_long(text), spot(part), Why::TooLong);
            *text = words::clean(text, true);
        }
    }
    for (part, text, lines) in [
        ("/place", &mut bid.place, false),
        ("/payment", &mut bid.payment, false),
        ("/note", &mut bid.note, true),
    ] {
        check(words::is_long(text), part.into(), Why::TooLong);
        *text = words::clean(text, lines);
    }
    let is_end = is_end(bid.valid_until, today);
    check(!is_end, "/valid_until".into(), Why::Check);
    faults
}

/// A decision in the making: what goes to which company.
pub(super) struct Post<'a> {
    order: &'a Order,
    pub(super) decision: Decision,
}

impl<'a> Post<'a> {
    pub(super) fn new(order: &'a Order) -> Self {
        let decision = Decision {
            writes: Vec::new(),
            notices: Vec::new(),
        };
        Self { order, decision }
    }

    /// Whose order it is.
    pub(super) fn company(&self) -> Id {
        self.order.company
    }

    pub(super) fn at(&self) -> Moment {
        self.order.at
    }

    pub(super) fn write(&mut self, write: Write) {
        self.decision.writes.push(write);
    }

    /// Feeds: one's own, or another's.
    pub(super) fn tell(&mut self, company: Id, noun: Noun, id: Id, version: Version) {
        let notice = Notice {
            noun,
            id,
            version,
            is_gone: false,
        };
        if company == self.order.company {
            self.decision.notices.push(notice);
        } else {
            self.write(Write::Tell(company, notice));
        }
    }

    pub(super) fn letter(&mut self, company: Id, kind: LetterKind, noun: Noun, id: Id) {
        let at = self.order.at;
        let letter = Letter { kind, noun, id, at };
        self.write(Write::Letter(company, letter));
    }

    /// The buyer's own.
    pub(super) fn request(&mut self, id: Id, request: &Request) {
        self.write(Write::Request(self.order.company, id, request.clone()));
        self.tell(self.order.company, Noun::Request, id, request.version);
    }

    /// A supplier's: nobody else who was asked is in it.
    pub(super) fn copy(&mut self, supplier: Id, id: Id, request: &Request) {
        let copy = Request {
            asked: Vec::new(),
            ..request.clone()
        };
        self.tell(supplier, Noun::Request, id, copy.version);
        self.write(Write::Request(supplier, id, copy));
    }

    /// To both; the other side is written to, if it is more than to be known by its feed.
    pub(super) fn quotation(&mut self, id: Id, quotation: &Quotation, kind: Option<LetterKind>) {
        for company in quotation.parties() {
            self.write(Write::Quotation(company, id, quotation.clone()));
            self.tell(company, Noun::Quotation, id, quotation.version);
            if let Some(kind) = kind.filter(|_| company != self.order.company) {
                self.letter(company, kind, Noun::Quotation, id);
            }
        }
    }

    /// All quotations of the request but one are lost, as far as they are open.
    pub(super) fn lose(&mut self, but: Option<Id>, present: &Present) {
        for (id, quotation) in &present.rivals {
            if but == Some(*id) {
                continue;
            }
            // What is settled stays as it is.
            if let Ok(lost) = quotation.moved(self.order, Side::Buyer, Deed::Lose) {
                self.quotation(*id, &lost, Some(LetterKind::Lost));
            }
        }
    }
}
