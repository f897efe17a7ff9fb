use api_types::request::{self as body, RequestForm};
use domain::{Id, RequestLine, RequestState, RequestTerms, SupplierCode, Text, Unit};
use market::{Ask, Asked, Command, Fault, MAX_LINES, Refusal, Request, Why};

use super::{
    attachment::{attachments, attachments_in},
    name, read, read_some,
};
use crate::words;

/// What is sent to whom.
///
/// # Errors
/// All fields that are not of their form; the market judges the rest.
pub fn request_in(request: Id, form: RequestForm) -> Result<Command, Refusal> {
    let mut faults = Vec::new();
    if MAX_LINES < form.terms.lines.len() {
        faults.push(Fault::new("/terms/lines", Why::TooLong));
    }
    let terms = terms_in(&mut faults, form.terms);
    let mut asked = Vec::new();
    for (at, ask) in form.asked.into_iter().enumerate() {
        let place = format!("/asked/{at}/code");
        let code: Option<SupplierCode> = read(&mut faults, &place, &ask.code);
        asked.extend(code.map(|code| Ask {
            quotation: ask.quotation,
            code: code.to_string(),
        }));
    }
    match terms {
        Some(terms) if faults.is_empty() => Ok(Command::SendRequest {
            request,
            terms: Box::new(terms),
            asked,
        }),
        _ => Err(Refusal::Invalid(faults)),
    }
}

fn terms_in(faults: &mut Vec<Fault>, form: body::RequestTerms) -> Option<RequestTerms> {
    let lines = form.lines.into_iter().enumerate();
    let lines: Vec<_> = lines
        .filter_map(|(at, line)| line_in(faults, at, line))
        .collect();
    let currency = read(faults, "/terms/currency", &form.currency);
    let destination = read_some(faults, "/terms/destination", form.destination.as_ref());
    let incoterm = read_some(faults, "/terms/incoterm", form.incoterm.as_ref());
    let needed_by = read_some(faults, "/terms/needed_by", form.needed_by.as_ref());
    let valid_until = read(faults, "/terms/valid_until", &form.valid_until);
    Some(RequestTerms {
        lines,
        currency: currency?,
        destination,
        incoterm,
        needed_by,
        certificates: form.certificates,
        valid_until: valid_until?,
        note: form.note,
    })
}

fn line_in(faults: &mut Vec<Fault>, at: usize, line: body::RequestLine) -> Option<RequestLine> {
    let place = |part: &str| format!("/terms/lines/{at}/{part}");
    let quantity = read(faults, &place("quantity"), &line.quantity);
    let unit: Option<Unit> = read(faults, &place("unit"), &line.unit);
    if unit.is_some_and(|unit| !unit.is_sold_by()) {
        faults.push(Fault::new(place("unit"), Why::Check));
    }
    let target = read_some(faults, &place("target"), line.target.as_ref());
    let spot = format!("/terms/lines/{at}");
    let attachments = attachments_in(faults, &spot, line.attachments);
    Some(RequestLine {
        id: line.id,
        product: line.product,
        words: Text::new(line.words.en, line.words.zh),
        quantity: quantity?,
        unit: unit?,
        target,
        attachments,
    })
}

/// As one of its companies is shown it.
#[must_use]
pub fn request(company: Id, id: Id, found: Request) -> body::Request {
    let (state, reason, awarded) = match found.state {
        RequestState::Sent => (body::RequestState::Sent, String::new(), None),
        RequestState::Closed { reason } => (body::RequestState::Closed, reason, None),
        RequestState::Awarded { quotation } => {
            (body::RequestState::Awarded, String::new(), Some(quotation))
        }
    };
    let asked = |asked: Asked| body::Asked {
        quotation: asked.quotation,
        code: asked.code,
        is_reached: asked.supplier.is_some(),
    };
    body::Request {
        id,
        version: found.version,
        is_own: found.buyer == company,
        buyer: name(&found.buyer_name),
        terms: terms(found.terms),
        state,
        reason,
        awarded,
        asked: found.asked.into_iter().map(asked).collect(),
        sent_at: found.sent_at.0,
    }
}

fn terms(found: RequestTerms) -> body::RequestTerms {
    let line = |line: RequestLine| body::RequestLine {
        id: line.id,
        product: line.product,
        words: words::words(line.words),
        quantity: line.quantity.to_string(),
        unit: line.unit.to_string(),
        target: line.target.map(|price| price.to_string()),
        attachments: attachments(line.attachments),
    };
    body::RequestTerms {
        lines: found.lines.into_iter().map(line).collect(),
        currency: found.currency.to_string(),
        destination: found.destination.map(|place| place.to_string()),
        incoterm: found.incoterm.map(|term| term.to_string()),
        needed_by: found.needed_by.map(|day| day.to_string()),
        certificates: found.certificates,
        valid_until: found.valid_until.to_string(),
        note: found.note,
    }
}
