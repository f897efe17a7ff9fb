//! Quotations as they are sent, and as they come back.

use api_types::message::Messages;
use api_types::quotation::{self as sent, Quotation, QuotationState};

use super::bid::{Bid, BidLine};
use super::deal::{Deal, Side, Standing, Version};
use super::talk::Message;
use crate::office::request::Sheet;

impl Bid {
    /// What is sent. None where a field holds what cannot be: see [`Bid::faults`].
    #[must_use]
    pub fn form(&self) -> Option<sent::Bid> {
        let lines = self.offered().map(|line| {
            Some(sent::BidLine {
                line: line.line,
                price: line.price.clone(),
                quantity: line.quantity.clone(),
                lead_time_days: line.days.parse().ok()?,
                product: String::new(),
                alternative: line.alternative.clone(),
                note: line.note.clone(),
            })
        });
        Some(sent::Bid {
            lines: lines.collect::<Option<_>>()?,
            currency: self.currency.clone(),
            incoterm: Some(self.incoterm.clone()).filter(|term| !term.is_empty()),
            place: self.place.clone(),
            payment: self.payment.clone(),
            valid_until: self.valid_until.clone(),
            note: self.note.clone(),
        })
    }

    /// As a page shows it: with all lines that were asked for, those too that are not offered.
    #[must_use]
    pub fn of(bid: &sent::Bid, sheet: &Sheet) -> Self {
        let asked = sheet
            .filled()
            .filter_map(|(_, line)| line.id.map(|id| (id, line)));
        let lines = asked.map(|(id, asked)| {
            let own = bid.lines.iter().find(|line| line.line == id);
            match own {
                Some(own) => BidLine {
                    line: id,
                    is_offered: true,
                    price: own.price.clone(),
                    quantity: own.quantity.clone(),
                    days: own.lead_time_days.to_string(),
                    alternative: own.alternative.clone(),
                    note: own.note.clone(),
                },
                None => BidLine {
                    line: id,
                    is_offered: false,
                    price: String::new(),
                    quantity: asked.quantity.clone(),
                    days: String::new(),
                    alternative: String::new(),
                    note: String::new(),
                },
            }
        });
        Self {
            lines: lines.collect(),
            currency: bid.currency.clone(),
            incoterm: bid.incoterm.clone().unwrap_or_default(),
            place: bid.place.clone(),
            payment: bid.payment.clone(),
            valid_until: bid.valid_until.clone(),
            note: bid.note.clone(),
        }
    }
}

fn side(side: sent::Side) -> Side {
    match side {
        sent::Side::Buyer => Side::Buyer,
        sent::Side::Supplier => Side::Supplier,
    }
}

impl Deal {
    #[must_use]
    pub fn of(quotation: &Quotation, sheet: &Sheet) -> Self {
        let versions = quotation.offers.iter().map(|offer| Version {
            number: offer.number,
            by: side(offer.by),
            at: Some(offer.at),
            bid: Bid::of(&offer.bid, sheet),
        });
        Self {
            id: quotation.id,
            version: quotation.version,
            request: quotation.request,
            side: side(quotation.side),
            code: quotation.code.clone(),
            is_reached: quotation.is_reached,
            supplier: quotation.supplier.clone(),
            buyer: quotation.buyer.clone(),
            stored: match quotation.state {
                QuotationState::Asked => Standing::Asked,
                QuotationState::Quoted => Standing::Quoted,
                QuotationState::Countered => Standing::Countered,
                QuotationState::Declined => Standing::Declined,
                QuotationState::Withdrawn => Standing::Withdrawn,
                QuotationState::Accepted => Standing::Accepted,
                QuotationState::Lost => Standing::Lost,
            },
            request_until: quotation.answer_by.parse().ok(),
            reason: quotation.reason.clone(),
            versions: versions.collect(),
        }
    }
}

/// A thread as it is read from one side.
#[must_use]
pub fn messages(thread: &Messages, own: Side) -> Vec<Message> {
    let messages = thread.items.iter().map(|one| Message {
        number: one.number,
        by: side(one.by),
        words: one.words.clone(),
        attachments: one.attachments.clone(),
        at: Some(one.at),
        is_read: side(one.by) == own && one.number <= thread.read_by_other,
    });
    messages.collect()
}

#[cfg(test)]
mod tests {
    use super::super::bid::tests::{bid, id};
    use super::*;
    use crate::office::request::Line;

    #[test]
    fn an_offer_comes_back_with_the_lines_that_it_leaves_out() {
        let mut bid = bid();
        bid.lines[1].is_offered = false;
        let lines = [1, 2].map(|number| Line {
            id: Some(id(number)),
            en: "Bolt".to_owned(),
            quantity: "5000".to_owned(),
            ..Line::default()
        });
        let sheet = Sheet {
            lines: lines.to_vec(),
            ..Sheet::default()
        };
        let form = bid.form().unwrap();
        assert_eq!(form.lines.len(), 1);
        let back = Bid::of(&form, &sheet);
        assert_eq!(back.lines[0], bid.lines[0]);
        assert!(!back.lines[1].is_offered);
        assert_eq!(back.lines[1].quantity, "5000");
        assert_eq!(super::super::diff(&bid, &back), []);
        bid.lines[0].days = "soon".to_owned();
        assert_eq!(bid.form(), None);
    }
}
