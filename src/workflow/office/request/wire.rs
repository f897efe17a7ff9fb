//! A request as it is sent, and as it comes back.

use std::collections::BTreeMap;

use api_types::company::Words;
use api_types::quotation::Quotation;
use api_types::request::{Ask, Request, RequestForm, RequestLine, RequestState, RequestTerms};
use domain::Id;

use super::sent::{Phase, Sent};
use super::sheet::{Line, Sheet};

impl Sheet {
    /// What is sent. `fresh`: an id for the quotation of each supplier who is asked, and for a line that has none.
    #[must_use]
    pub fn form(&self, mut fresh: impl FnMut() -> Id) -> RequestForm {
        let some = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let lines = self.filled().map(|(_, line)| RequestLine {
            id: line.id.unwrap_or_else(&mut fresh),
            product: line.product.clone(),
            words: Words {
                en: line.en.clone(),
                zh: line.zh.clone(),
            },
            quantity: line.quantity.clone(),
            unit: line.unit.clone(),
            target: some(&line.target),
            attachments: line.attachments.clone(),
        });
        let terms = RequestTerms {
            lines: lines.collect(),
            currency: self.currency.clone(),
            destination: some(&self.destination),
            incoterm: some(&self.incoterm),
            needed_by: some(&self.needed_by),
            certificates: self.certificates.clone(),
            valid_until: self.valid_until.clone(),
            note: self.note.clone(),
        };
        let asked = self.asked.iter().map(|code| Ask {
            quotation: fresh(),
            code: code.clone(),
        });
        RequestForm {
            asked: asked.collect(),
            terms,
        }
    }

    /// As a page shows what was sent.
    #[must_use]
    pub fn of(request: &Request) -> Self {
        let terms = &request.terms;
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let lines = terms.lines.iter().map(|line| Line {
            id: Some(line.id),
            product: line.product.clone(),
            en: line.words.en.clone(),
            zh: line.words.zh.clone(),
            quantity: line.quantity.clone(),
            unit: line.unit.clone(),
            target: text(&line.target),
            attachments: line.attachments.clone(),
        });
        Self {
            lines: lines.collect(),
            destination: text(&terms.destination),
            incoterm: text(&terms.incoterm),
            needed_by: text(&terms.needed_by),
            certificates: terms.certificates.clone(),
            currency: terms.currency.clone(),
            valid_until: terms.valid_until.clone(),
            note: terms.note.clone(),
            asked: request.asked.iter().map(|one| one.code.clone()).collect(),
            pasted: String::new(),
        }
    }
}

impl Sent {
    /// `answered`: how many quotations there are of it.
    #[must_use]
    pub fn of(request: &Request, answered: u32) -> Self {
        Self {
            id: request.id,
            version: request.version,
            sheet: Sheet::of(request),
            phase: match request.state {
                RequestState::Sent => Phase::Open,
                RequestState::Closed => Phase::Closed,
                RequestState::Awarded => Phase::Awarded,
            },
            at: request.sent_at,
            asked: u32::try_from(request.asked.len()).unwrap_or(u32::MAX),
            answered,
        }
    }
}

/// Of how many suppliers there is an offer, by request.
#[must_use]
pub fn answered(quotations: &[Quotation]) -> BTreeMap<Id, u32> {
    let mut answered = BTreeMap::new();
    for quotation in quotations.iter().filter(|one| !one.offers.is_empty()) {
        *answered.entry(quotation.request).or_default() += 1;
    }
    answered
}

#[cfg(test)]
mod tests {
    use api_types::company::Name;
    use domain::Media;

    use super::*;
    use crate::office::attached::attached;

    #[test]
    fn what_is_sent_comes_back_as_it_was_typed() {
        let id = |number: u64| Id::new(number, [7; 10]);
        let sheet = Sheet {
            lines: vec![
                Line {
                    id: Some(id(1)),
                    product: "tuasbolt.M8".to_owned(),
                    en: "Hex bolt".to_owned(),
                    zh: "螺栓".to_owned(),
                    quantity: "2.5".to_owned(),
                    unit: "KGM".to_owned(),
                    target: "0.40".to_owned(),
                    attachments: vec![attached(id(2), "图纸.pdf", Media::Pdf, 12)],
                },
                Line::default(),
            ],
            destination: "CNSZX".to_owned(),
            incoterm: "CIF".to_owned(),
            certificates: vec!["CE".to_owned()],
            currency: "CNY".to_owned(),
            valid_until: "2026-12-07".to_owned(),
            note: "Soon".to_owned(),
            asked: vec!["tuasbolt".to_owned(), "jurong".to_owned()],
            ..Sheet::default()
        };
        let mut next = 10;
        let form = sheet.form(|| {
            next += 1;
            id(next)
        });
        assert_eq!(form.terms.lines.len(), 1, "a blank line is nothing");
        assert_eq!(form.terms.needed_by, None);
        assert_ne!(form.asked[0].quotation, form.asked[1].quotation);
        let asked = form.asked.iter().map(|ask| api_types::request::Asked {
            quotation: ask.quotation,
            code: ask.code.clone(),
            is_reached: true,
        });
        let request = Request {
            id: id(9),
            version: 1,
            is_own: true,
            buyer: Name::default(),
            terms: form.terms.clone(),
            state: RequestState::Sent,
            reason: String::new(),
            awarded: None,
            asked: asked.collect(),
            sent_at: 5,
        };
        let mut expected = sheet;
        expected.lines.pop();
        let sent = Sent::of(&request, 1);
        assert_eq!(sent.sheet, expected);
        assert_eq!((sent.phase, sent.asked, sent.answered), (Phase::Open, 2, 1));
    }
}
