//! What others did, as the page of notices lists it: where each leads, who did it, and whether it is new.

use std::collections::BTreeMap;

use api_types::change::Noun;
use api_types::company::Name;
use api_types::message::{NoticeKind, Notices};
use api_types::quotation::{Quotation, Side};
use domain::Id;

use super::OfficePlace;

/// One notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub number: u64,
    pub kind: NoticeKind,
    /// Whose deed it is; missing where it is a colleague's.
    pub other: Option<Other>,
    /// What was asked for, where it is about a negotiation.
    pub request: Option<Id>,
    pub place: OfficePlace,
    /// Milliseconds since 1970.
    pub at: u64,
    /// Nobody of the company had seen it before.
    pub is_new: bool,
}

/// The other company of a negotiation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Other {
    /// Empty where nobody of a supplier's has joined the hub.
    pub name: Name,
    /// Of a supplier in the catalogue.
    pub code: String,
}

/// The rows of a company's notices, the newest first, with the negotiations that they are about.
#[must_use]
pub fn rows(company: Id, notices: &Notices, quotations: &[Quotation]) -> Vec<Row> {
    let quotations: BTreeMap<Id, &Quotation> = quotations.iter().map(|one| (one.id, one)).collect();
    let newest = notices.items.first().map_or(0, |notice| notice.number);
    let read = newest.saturating_sub(notices.unread);
    let rows = notices.items.iter().map(|notice| {
        // An order and an approval have the id of their quotation.
        let quotation = quotations.get(&notice.id);
        let place = match notice.noun {
            Noun::Settings => OfficePlace::Settings(company),
            Noun::Order => OfficePlace::Order {
                company,
                order: notice.id,
            },
            Noun::Approval if notice.kind == NoticeKind::ToApprove => {
                OfficePlace::Approvals(company)
            }
            Noun::Approval | Noun::Quotation | Noun::Message => OfficePlace::Quotation {
                company,
                quotation: notice.id,
            },
            _ => OfficePlace::Home,
        };
        let is_of_colleague = matches!(notice.noun, Noun::Settings | Noun::Approval);
        let other = quotation.filter(|_| !is_of_colleague);
        let other = other.map(|one| Other {
            name: match one.side {
                Side::Buyer => one.supplier.clone(),
                Side::Supplier => one.buyer.clone(),
            },
            code: one.code.clone(),
        });
        Row {
            number: notice.number,
            kind: notice.kind,
            other,
            request: quotation.map(|one| one.request),
            place,
            at: notice.at,
            is_new: read < notice.number,
        }
    });
    rows.collect()
}

#[cfg(test)]
mod tests {
    use api_types::message::Notice;
    use api_types::quotation::QuotationState;

    use super::*;

    fn id(time: u64) -> Id {
        Id::new(time, [7; 10])
    }

    fn quotation() -> Quotation {
        let name = |en: &str| Name {
            en: en.to_owned(),
            zh: String::new(),
        };
        Quotation {
            id: id(2),
            version: 1,
            request: id(3),
            side: Side::Buyer,
            buyer: name("Qianhai"),
            supplier: name("Tuas Bolt"),
            code: "tuas-bolt".to_owned(),
            is_reached: true,
            state: QuotationState::Quoted,
            reason: String::new(),
            accepted: None,
            answer_by: "2026-12-01".to_owned(),
            offers: Vec::new(),
            asked_at: 1,
            at: 1,
        }
    }

    fn notices(unread: u64, kinds: &[(NoticeKind, Noun)]) -> Notices {
        let numbers = (1..=kinds.len() as u64).rev();
        let items = kinds
            .iter()
            .zip(numbers)
            .map(|(&(kind, noun), number)| Notice {
                number,
                kind,
                noun,
                id: id(2),
                at: number,
            });
        Notices {
            items: items.collect(),
            unread,
        }
    }

    #[test]
    fn each_leads_to_what_it_is_about_and_names_who_did_it() {
        let notices = notices(
            2,
            &[
                (NoticeKind::Shipped, Noun::Order),
                (NoticeKind::ToApprove, Noun::Approval),
                (NoticeKind::Quoted, Noun::Quotation),
                (NoticeKind::PayeeProposed, Noun::Settings),
            ],
        );
        let rows = rows(id(1), &notices, &[quotation()]);
        let company = id(1);
        let places: Vec<OfficePlace> = rows.iter().map(|row| row.place).collect();
        let expected = [
            OfficePlace::Order {
                company,
                order: id(2),
            },
            OfficePlace::Approvals(company),
            OfficePlace::Quotation {
                company,
                quotation: id(2),
            },
            OfficePlace::Settings(company),
        ];
        assert_eq!(places, expected);
        let named = rows.iter().map(|row| row.other.as_ref());
        let named: Vec<&str> = named
            .map(|other| other.map_or("", |other| other.name.en.as_str()))
            .collect();
        assert_eq!(named, ["Tuas Bolt", "", "Tuas Bolt", ""]);
        let new: Vec<bool> = rows.iter().map(|row| row.is_new).collect();
        assert_eq!(new, [true, true, false, false]);
    }

    #[test]
    fn a_negotiation_that_is_not_known_is_still_led_to() {
        let notices = notices(9, &[(NoticeKind::Asked, Noun::Quotation)]);
        let rows = rows(id(1), &notices, &[]);
        assert_eq!(rows.len(), 1);
        assert!(rows[0].is_new);
        assert_eq!((rows[0].request, &rows[0].other), (None, &None));
    }
}
