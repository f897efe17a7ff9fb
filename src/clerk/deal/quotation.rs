use api_types::{order::Rate as Rated, quotation as body};
use domain::{Bid, BidLine, Id, QuotationState, Rate, Side};
use market::{Command, Fault, MAX_LINES, Proposal, Quotation, Refusal, Version, Why};

use super::{name, read, read_some};

/// One offer.
///
/// # Errors
/// All fields that are not of their form; the market judges the rest.
pub fn bid_in(form: body::Bid) -> Result<Bid, Refusal> {
    let mut faults = Vec::new();
    if MAX_LINES < form.lines.len() {
        faults.push(Fault::new("/lines", Why::TooLong));
    }
    let mut lines = Vec::new();
    for (at, line) in form.lines.into_iter().enumerate() {
        lines.extend(line_in(&mut faults, at, line));
    }
    let currency = read(&mut faults, "/currency", &form.currency);
    let incoterm = read_some(&mut faults, "/incoterm", form.incoterm.as_ref());
    let valid_until = read(&mut faults, "/valid_until", &form.valid_until);
    match (currency, valid_until) {
        (Some(currency), Some(valid_until)) if faults.is_empty() => Ok(Bid {
            lines,
            currency,
            incoterm,
            place: form.place,
            payment: form.payment,
            valid_until,
            note: form.note,
        }),
        _ => Err(Refusal::Invalid(faults)),
    }
}

fn line_in(faults: &mut Vec<Fault>, at: usize, line: body::BidLine) -> Option<BidLine> {
    let place = |part: &str| format!("/lines/{at}/{part}");
    let price = read(faults, &place("price"), &line.price);
    let quantity = read(faults, &place("quantity"), &line.quantity);
    let days = u16::try_from(line.lead_time_days);
    if days.is_err() {
        faults.push(Fault::new(place("lead_time_days"), Why::Check));
    }
    Some(BidLine {
        line: line.line,
        price: price?,
        quantity: quantity?,
        lead_time_days: days.ok()?,
        product: line.product,
        alternative: line.alternative,
        note: line.note,
    })
}

/// What takes an offer.
///
/// # Errors
/// No offer has such a number, or it is no rate.
pub fn accepted_in(
    quotation: Id,
    form: body::AcceptanceForm,
    known: Version,
) -> Result<Command, Refusal> {
    let mut faults = Vec::new();
    let offer = u32::try_from(form.offer).unwrap_or_default();
    if offer == 0 {
        faults.push(Fault::new("/offer", Why::Check));
    }
    let rate = form.rate.and_then(|rate| rate_in(&mut faults, &rate));
    if !faults.is_empty() {
        return Err(Refusal::Invalid(faults));
    }
    Ok(Command::AcceptOffer {
        quotation,
        offer,
        rate,
        known,
    })
}

fn rate_in(faults: &mut Vec<Fault>, form: &Rated) -> Option<Rate> {
    let date = read(faults, "/rate/date", &form.date)?;
    let millionths = |number: u64| i64::try_from(number).unwrap_or_default();
    let (cny, usd) = (form.cny_per_sgd_millionths, form.sgd_per_usd_millionths);
    let rate = Rate::new(date, millionths(cny), millionths(usd)).ok();
    if rate.is_none() {
        faults.push(Fault::new("/rate", Why::Check));
    }
    rate
}

/// As one of its two companies is shown it.
#[must_use]
pub fn quotation(company: Id, id: Id, found: Quotation) -> body::Quotation {
    let side = found.side(company);
    let (state, reason, accepted) = match found.state {
        QuotationState::Asked => (body::QuotationState::Asked, String::new(), None),
        QuotationState::Quoted => (body::QuotationState::Quoted, String::new(), None),
        QuotationState::Countered => (body::QuotationState::Countered, String::new(), None),
        QuotationState::Declined { reason } => (body::QuotationState::Declined, reason, None),
        QuotationState::Withdrawn { reason } => (body::QuotationState::Withdrawn, reason, None),
        QuotationState::Accepted { offer } => {
            let none = String::new();
            (body::QuotationState::Accepted, none, Some(offer))
        }
        QuotationState::Lost => (body::QuotationState::Lost, String::new(), None),
    };
    let offers = (1..).zip(found.offers);
    body::Quotation {
        id,
        version: found.version,
        request: found.request,
        side: self::side(side),
        buyer: name(&found.buyer_name),
        supplier: name(&found.supplier_name),
        code: found.code,
        is_reached: found.supplier.is_some(),
        state,
        reason,
        accepted,
        answer_by: found.answer_by.to_string(),
        offers: offers.map(|(number, one)| offer(number, one)).collect(),
        asked_at: found.asked_at.0,
        at: found.at.0,
    }
}

pub(super) fn side(side: Side) -> body::Side {
    match side {
        Side::Buyer => body::Side::Buyer,
        Side::Supplier => body::Side::Supplier,
    }
}

fn offer(number: u32, found: Proposal) -> body::Offer {
    let total = found.bid.total().to_string();
    body::Offer {
        number,
        by: side(found.by),
        at: found.at.0,
        bid: bid(found.bid),
        total,
    }
}

fn bid(found: Bid) -> body::Bid {
    let line = |line: BidLine| body::BidLine {
        line: line.line,
        price: line.price.to_string(),
        quantity: line.quantity.to_string(),
        lead_time_days: line.lead_time_days.into(),
        product: line.product,
        alternative: line.alternative,
        note: line.note,
    };
    body::Bid {
        lines: found.lines.into_iter().map(line).collect(),
        currency: found.currency.to_string(),
        incoterm: found.incoterm.map(|term| term.to_string()),
        place: found.place,
        payment: found.payment,
        valid_until: found.valid_until.to_string(),
        note: found.note,
    }
}
