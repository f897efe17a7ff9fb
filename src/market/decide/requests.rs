use std::collections::BTreeSet;

use domain::{Date, Id, QuotationState, RequestState, RequestTerms};

use super::{attachments, quotations::Post, same};
use crate::{
    Ask, Asked, Decision, Fault, LONGEST_VALID, LetterKind, MAX_ASKED, MAX_LINES, Noun, Order,
    Present, Quotation, Refusal, Request, Version, Why, Write, words,
};

pub(super) fn send(
    order: &Order,
    id: Id,
    (terms, asks): (&RequestTerms, &[Ask]),
    present: &Present,
) -> Result<Decision, Refusal> {
    let company = present.company.as_ref().ok_or(Refusal::NotFound)?;
    if let Some(request) = &present.request {
        return Err(Refusal::Exists {
            version: request.version,
        });
    }
    let mut terms = terms.clone();
    let mut faults = Vec::new();
    check(&mut faults, &mut terms, order.at.day());
    for (at, line) in terms.lines.iter_mut().enumerate() {
        let spot = format!("/terms/lines/{at}");
        line.attachments = attachments::check(&mut faults, &spot, &line.attachments, present);
    }
    check_asks(&mut faults, order, asks, present);
    if !faults.is_empty() {
        return Err(Refusal::Invalid(faults));
    }
    let asked = asks.iter().map(|ask| Asked {
        quotation: ask.quotation,
        code: ask.code.clone(),
        supplier: present.codes.get(&ask.code).copied(),
    });
    let request = Request {
        buyer: order.company,
        buyer_name: company.form.name.clone(),
        terms,
        state: RequestState::Sent,
        asked: asked.collect(),
        sent_at: order.at,
        version: 1,
    };
    let mut post = Post::new(order);
    post.request(id, &request);
    for asked in &request.asked {
        let name = asked
            .supplier
            .and_then(|supplier| present.companies.get(&supplier))
            .map(|supplier| supplier.form.name.clone());
        let quotation = Quotation {
            request: id,
            buyer: order.company,
            buyer_name: request.buyer_name.clone(),
            supplier: asked.supplier,
            supplier_name: name.unwrap_or_default(),
            code: asked.code.clone(),
            state: QuotationState::Asked,
            answer_by: request.terms.valid_until,
            offers: Vec::new(),
            asked_at: order.at,
            at: order.at,
            version: 1,
        };
        match asked.supplier {
            Some(supplier) => post.copy(supplier, id, &request),
            None => post.write(Write::Wait(asked.code.clone(), asked.quotation)),
        }
        post.quotation(asked.quotation, &quotation, Some(LetterKind::Asked));
    }
    Ok(post.decision)
}

pub(super) fn close(
    order: &Order,
    id: Id,
    (reason, known): (&str, Version),
    present: &Present,
) -> Result<Decision, Refusal> {
    let request = own(order, present)?;
    same(known, request.version)?;
    let reason = words::kept("/reason", reason)?;
    let state = request.state.close(reason).map_err(|_| Refusal::NotNow)?;
    let mut post = Post::new(order);
    post.request(id, &request.moved(state));
    post.lose(None, present);
    Ok(post.decision)
}

/// The request, as its buyer has it.
pub(super) fn own<'a>(order: &Order, present: &'a Present) -> Result<&'a Request, Refusal> {
    let request = present.request.as_ref().ok_or(Refusal::NotFound)?;
    if request.buyer == order.company {
        Ok(request)
    } else {
        Err(Refusal::NotFound)
    }
}

impl Request {
    pub(super) fn moved(&self, state: RequestState) -> Self {
        Self {
            state,
            version: self.version + 1,
            ..self.clone()
        }
    }
}

/// Whether a day on which something ends is one that may be named.
pub(super) fn is_end(day: Date, today: Date) -> bool {
    let (day, today) = (day.days_since_epoch(), today.days_since_epoch());
    (today..=today + LONGEST_VALID).contains(&day)
}

fn check(faults: &mut Vec<Fault>, terms: &mut RequestTerms, today: Date) {
    let mut check = |is_wrong: bool, pointer: String, why| {
        if is_wrong {
            faults.push(Fault::new(pointer, why));
        }
    };
    let lines = terms.lines.len();
    check(lines == 0, "/terms/lines".into(), Why::TooShort);
    check(MAX_LINES < lines, "/terms/lines".into(), Why::TooLong);
    let mut ids = BTreeSet::new();
    for (at, line) in terms.lines.iter_mut().enumerate() {
        let spot = |part: &str| format!("/terms/lines/{at}/{part}");
        check(!ids.insert(line.id), spot("id"), Why::Taken);
        check(100 < line.product.len(), spot("product"), Why::TooLong);
        for (part, text) in [
            ("words/en", &mut line.words.en),
            ("words/zh", &mut line.words.zh),
        ] {
            check(words::is_long(text), spot(part), Why::TooLong);
            *text = words::clean(text, true);
        }
        line.product = words::clean(&line.product, false);
        let is_blank = line.words.en.is_empty() && line.words.zh.is_empty();
        let is_nothing = line.product.is_empty() && is_blank;
        check(is_nothing, spot("words"), Why::Missing);
    }
    let certificates = terms.certificates.len();
    check(
        20 < certificates,
        "/terms/certificates".into(),
        Why::TooLong,
    );
    for (at, text) in terms.certificates.iter_mut().enumerate() {
        let is_long = 60 < text.chars().count();
        check(is_long, format!("/terms/certificates/{at}"), Why::TooLong);
        *text = words::clean(text, false);
    }
    check(
        words::is_long(&terms.note),
        "/terms/note".into(),
        Why::TooLong,
    );
    terms.note = words::clean(&terms.note, true);
    let is_late = terms.needed_by.is_some_and(|day| day < today);
    check(is_late, "/terms/needed_by".into(), Why::Check);
    let is_end = is_end(terms.valid_until, today);
    check(!is_end, "/terms/valid_until".into(), Why::Check);
}

fn check_asks(faults: &mut Vec<Fault>, order: &Order, asks: &[Ask], present: &Present) {
    if asks.is_empty() || MAX_ASKED < asks.len() {
        let why = if asks.is_empty() {
            Why::TooShort
        } else {
            Why::TooLong
        };
        faults.push(Fault::new("/asked", why));
    }
    let (mut ids, mut codes) = (present.taken.clone(), BTreeSet::new());
    for (at, ask) in asks.iter().enumerate() {
        if !ids.insert(ask.quotation) {
            let spot = format!("/asked/{at}/quotation");
            faults.push(Fault::new(spot, Why::Taken));
        }
        // Nobody asks twice, or oneself.
        let is_own = present.codes.get(&ask.code) == Some(&order.company);
        if is_own || !codes.insert(&ask.code) {
            let spot = format!("/asked/{at}/code");
            faults.push(Fault::new(spot, Why::Check));
        }
    }
}

/// What a supplier finds who was asked before anybody of it had joined.
pub(super) fn deliver(order: &Order, present: &Present) -> Decision {
    let mut post = Post::new(order);
    let Some(company) = &present.company else {
        return post.decision;
    };
    let mut taken = present.taken.clone();
    for waiting in &present.waiting {
        let mut quotation = waiting.quotation.clone();
        if quotation.state.is_settled() {
            let code = quotation.code.clone();
            post.write(Write::Waited(code, quotation.buyer, waiting.id));
            continue;
        }
        let is_own = quotation.buyer == order.company;
        // Ids are made by buyers: of two with one id the first counts.
        let is_free = taken.insert(waiting.id) && taken.insert(quotation.request);
        if is_own || !is_free {
            continue;
        }
        let code = quotation.code.clone();
        post.write(Write::Waited(code, quotation.buyer, waiting.id));
        quotation.supplier = Some(order.company);
        quotation.supplier_name = company.form.name.clone();
        quotation.version += 1;
        let mut request = waiting.request.clone();
        let copy = Request {
            state: RequestState::Sent,
            version: 1,
            ..request.clone()
        };
        post.copy(order.company, quotation.request, &copy);
        // The buyer's own says since whom it has reached.
        for asked in &mut request.asked {
            if asked.quotation == waiting.id {
                asked.supplier = Some(order.company);
            }
        }
        request.version += 1;
        let (buyer, id) = (quotation.buyer, quotation.request);
        post.tell(buyer, Noun::Request, id, request.version);
        post.write(Write::Request(buyer, id, request));
        post.quotation(waiting.id, &quotation, None);
        // Their own doing has brought it to them.
        post.letter(
            order.company,
            LetterKind::Asked,
            Noun::Quotation,
            waiting.id,
        );
    }
    post.decision
}
