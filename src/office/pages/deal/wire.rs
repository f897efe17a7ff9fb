//! What is asked of the hub, as the outbox keeps it.

use api_types::approval::DecisionForm;
use api_types::message::MessageForm;
use api_types::order::{Step, StepForm};
use api_types::quotation::AcceptanceForm;
use api_types::request::ReasonForm;
use browser::chance;
use serde::Serialize;
use workflow::office::quotation::Bid;
use workflow::office::request::Sheet;
use workflow::outbox::{Method, Request};

use super::send::{Deed, Said, Whose};

pub fn request((company, request): Whose, sheet: &Sheet) -> Request {
    let path = format!("v1/companies/{company}/requests/{request}");
    ask(Method::Put, path, &sheet.form(chance::id), None)
}

pub fn closing((company, request): Whose, known: u64, reason: &str) -> Request {
    let path = format!("v1/companies/{company}/requests/{request}/closure");
    ask(Method::Post, path, &because(reason), Some(known))
}

/// None where the form holds what cannot be sent.
pub fn version(whose: Whose, known: u64, bid: &Bid) -> Option<Request> {
    let path = below(whose, "offers");
    Some(ask(Method::Post, path, &bid.form()?, Some(known)))
}

pub fn deed(whose: Whose, known: u64, deed: &Deed) -> Request {
    let known = Some(known);
    match deed {
        Deed::Decline { reason } => ask(
            Method::Post,
            below(whose, "decline"),
            &because(reason),
            known,
        ),
        Deed::Withdraw { reason } => {
            let path = below(whose, "withdrawal");
            ask(Method::Post, path, &because(reason), known)
        }
        Deed::Accept { version, rate } => {
            let form = AcceptanceForm {
                offer: (*version).into(),
                rate: rate.clone(),
            };
            ask(Method::Post, below(whose, "acceptance"), &form, known)
        }
    }
}

pub fn message(whose: Whose, said: &Said) -> Request {
    let form = MessageForm {
        words: said.words.clone(),
        attachments: said.attachments.clone(),
    };
    ask(Method::Post, below(whose, "messages"), &form, None)
}

pub fn step((company, order): Whose, known: u64, step: &Step) -> Request {
    let path = format!("v1/companies/{company}/orders/{order}/steps");
    let form = StepForm { step: step.clone() };
    ask(Method::Post, path, &form, Some(known))
}

pub fn decision((company, approval): Whose, known: u64, form: &DecisionForm) -> Request {
    let path = format!("v1/companies/{company}/approvals/{approval}/decision");
    ask(Method::Post, path, form, Some(known))
}

/// A draft is gone, unless somebody has changed it meanwhile.
pub fn drop_draft((company, draft): Whose, known: u64) -> Request {
    Request {
        method: Method::Delete,
        path: format!("v1/companies/{company}/drafts/{draft}"),
        body: String::new(),
        known: Some(known),
    }
}

fn below((company, quotation): Whose, what: &str) -> String {
    format!("v1/companies/{company}/quotations/{quotation}/{what}")
}

fn because(reason: &str) -> ReasonForm {
    ReasonForm {
        reason: reason.to_owned(),
    }
}

fn ask(method: Method, path: String, body: &impl Serialize, known: Option<u64>) -> Request {
    Request {
        method,
        path,
        body: serde_json::to_string(body).expect("texts, numbers and lists of them are JSON"),
        known,
    }
}
