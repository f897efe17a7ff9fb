use api_types::{
    company::{Registration, Scheme},
    order as body,
};
use domain::{
    Agreed, AgreedLine, Arrival, Cancellation, Claim, ClaimAnswer, ClaimState, Date, Due, Id,
    OrderState, Quantity, Rate, Shipment, Side, StepKind,
};
use market::{Party, PayeeSince, PurchaseOrder, Registration as Registered, Taken};

use super::{
    name,
    quotation::side,
    settings::payee,
    step::{answer, dispatch, form, kind, review, step},
};
use crate::words;

/// As one of its two companies is shown it.
#[must_use]
pub fn order(company: Id, id: Id, found: PurchaseOrder) -> body::Order {
    let own = found.side(company);
    let placed_on = found.placed_on();
    let life = &found.life;
    let may = StepKind::ALL.into_iter();
    let may = may
        .filter(|kind| life.may(own, *kind, &found.agreed))
        .map(kind);
    let may = may.collect();
    let due = life.due(&found.agreed, placed_on).map(due);
    let cancellation = match &life.state {
        OrderState::Cancelled { by, reason } => Some((*by, reason)),
        _ => life
            .cancellation
            .as_ref()
            .map(|asked: &Cancellation| (asked.by, &asked.reason)),
    };
    let cancellation = cancellation.map(|(by, reason)| body::Cancellation {
        by: side(by),
        reason: reason.clone(),
    });
    let agreed = agreed(&found, found.rate);
    let life = found.life;
    body::Order {
        id,
        version: found.version,
        request: found.request,
        side: side(own),
        number: found.number.to_string(),
        proforma: found.proforma.map(|number| number.to_string()),
        buyer: party(found.buyer),
        supplier: party(found.supplier),
        code: found.code,
        offer: found.offer,
        agreed,
        payees: found.payees.into_iter().map(payee_since).collect(),
        state: state(&life.state),
        cancellation,
        is_short: life.is_short,
        shipments: (1..).zip(life.shipments).map(shipment).collect(),
        claims: (1..).zip(life.claims).map(claim).collect(),
        review: life.review.as_ref().map(review),
        due,
        may,
        timeline: found
            .timeline
            .into_iter()
            .map(|one| taken(own, one))
            .collect(),
        placed_at: found.placed_at.0,
        at: found.at.0,
    }
}

fn state(state: &OrderState) -> body::OrderState {
    match state {
        OrderState::Placed => body::OrderState::Placed,
        OrderState::Confirmed => body::OrderState::Confirmed,
        OrderState::InProduction => body::OrderState::InProduction,
        OrderState::Shipping => body::OrderState::Shipping,
        OrderState::Received => body::OrderState::Received,
        OrderState::Completed => body::OrderState::Completed,
        OrderState::Cancelled { .. } => body::OrderState::Cancelled,
    }
}

fn party(found: Party) -> body::Party {
    let scheme = match found.registration {
        Registered::Uen(_) => Scheme::Uen,
        Registered::Uscc(_) => Scheme::Uscc,
    };
    body::Party {
        name: name(&found.name),
        registration: Registration {
            scheme,
            number: found.registration.number().to_owned(),
        },
    }
}

fn agreed(order: &PurchaseOrder, shown: Option<Rate>) -> body::Agreed {
    let found: &Agreed = &order.agreed;
    let line = |line: &AgreedLine| {
        let left = order.life.left(line.line, found);
        let left =
            Quantity::try_from(left).map_or_else(|_| "0".to_owned(), |left| left.to_string());
        body::AgreedLine {
            line: line.line,
            product: line.product.clone(),
            words: words::words(line.words.clone()),
            alternative: line.alternative.clone(),
            note: line.note.clone(),
            quantity: line.quantity.to_string(),
            unit: line.unit.to_string(),
            price: line.price.to_string(),
            amount: line.amount().to_string(),
            lead_time_days: line.lead_time_days.into(),
            left,
        }
    };
    body::Agreed {
        lines: found.lines.iter().map(line).collect(),
        currency: found.currency.to_string(),
        total: found.total().to_string(),
        incoterm: found.incoterm.map(|term| term.to_string()),
        place: found.place.clone(),
        destination: found.destination.map(|place| place.to_string()),
        needed_by: found.needed_by.map(|day: Date| day.to_string()),
        payment: found.payment.clone(),
        certificates: found.certificates.clone(),
        asked: found.asked.clone(),
        note: found.note.clone(),
        rate: shown.map(rate),
    }
}

fn rate(found: Rate) -> body::Rate {
    body::Rate {
        date: found.date().to_string(),
        cny_per_sgd_millionths: found.cny_per_sgd_millionths().cast_unsigned(),
        sgd_per_usd_millionths: found.sgd_per_usd_millionths().cast_unsigned(),
    }
}

fn payee_since(found: PayeeSince) -> body::PayeeSince {
    body::PayeeSince {
        payee: payee(&found.payee),
        since: found.since.0,
    }
}

fn shipment((number, found): (u32, Shipment)) -> body::Shipment {
    let arrival = found.arrival.map(|arrival: Arrival| body::Arrival {
        on: arrival.on.to_string(),
        note: arrival.note,
    });
    body::Shipment {
        number,
        sent: dispatch(&found.sent),
        arrival,
    }
}

fn claim((number, found): (u32, Claim)) -> body::Claim {
    let (state, answered): (_, Option<&ClaimAnswer>) = match &found.state {
        ClaimState::Open => (body::ClaimState::Open, None),
        ClaimState::Answered(given) => (body::ClaimState::Answered, Some(given)),
        ClaimState::Settled(given) => (body::ClaimState::Settled, Some(given)),
        ClaimState::Withdrawn => (body::ClaimState::Withdrawn, None),
    };
    body::Claim {
        number,
        form: form(&found.form),
        state,
        answer: answered.map(|given| answer(number, given)),
    }
}

fn due(found: Due) -> body::Due {
    body::Due {
        from: side(found.from),
        step: kind(found.step),
        by: found.by.map(|day| day.to_string()),
    }
}

fn taken(own: Side, found: Taken) -> body::Taken {
    body::Taken {
        by: side(found.by),
        author: (found.by == own).then_some(found.author),
        at: found.at.0,
        step: step(&found.step),
    }
}
