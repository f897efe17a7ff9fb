//! How a supplier has done with what it was asked: how soon it answers, and how often it wins, with how many cases that
//! rests on.

use api_types::quotation::{Quotation, QuotationState, Side};

const HOUR: u64 = 3_600_000;

/// Where the spans of answers end, in milliseconds; the last is open.
const SPANS: [u64; 3] = [4 * HOUR, 24 * HOUR, 72 * HOUR];

/// Of all requests that a company was asked as a supplier.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Record {
    pub asked: u32,
    /// First offers within four hours, a day, three days, and later.
    pub answered: [u32; 4],
    /// Milliseconds from the request to the first offer; nothing where none was made.
    pub median: Option<u64>,
    /// The buyer accepted.
    pub won: u32,
    /// The buyer chose somebody else.
    pub lost: u32,
    /// Offered, and not decided yet.
    pub open: u32,
}

impl Record {
    #[must_use]
    pub fn of(quotations: &[Quotation]) -> Self {
        let mut record = Self::default();
        let mut waits = Vec::new();
        for quotation in quotations {
            if quotation.side != Side::Supplier {
                continue;
            }
            record.asked += 1;
            let mut offers = quotation.offers.iter();
            let Some(first) = offers.find(|offer| offer.by == Side::Supplier) else {
                continue;
            };
            let wait = first.at.saturating_sub(quotation.asked_at);
            waits.push(wait);
            let span = SPANS.iter().position(|&end| wait <= end);
            record.answered[span.unwrap_or(SPANS.len())] += 1;
            match quotation.state {
                QuotationState::Accepted => record.won += 1,
                QuotationState::Lost => record.lost += 1,
                // What the supplier ended itself is neither.
                QuotationState::Withdrawn | QuotationState::Declined => (),
                QuotationState::Asked | QuotationState::Quoted | QuotationState::Countered => {
                    record.open += 1;
                }
            }
        }
        waits.sort_unstable();
        record.median = waits.get(waits.len() / 2).copied();
        record
    }

    /// How many were answered at all.
    #[must_use]
    pub fn answers(&self) -> u32 {
        self.answered.iter().sum()
    }

    /// Of those that were decided, in percent; nothing where none was.
    #[must_use]
    pub fn win_rate(&self) -> Option<u8> {
        let decided = self.won + self.lost;
        let percent = (100 * self.won + decided / 2).checked_div(decided)?;
        u8::try_from(percent).ok()
    }
}

#[cfg(test)]
mod tests {
    use api_types::company::Name;
    use api_types::quotation::{Bid, Offer};
    use domain::Id;

    use super::*;

    fn name() -> Name {
        Name {
            en: String::new(),
            zh: String::new(),
        }
    }

    fn quotation(side: Side, state: QuotationState, hours: Option<u64>) -> Quotation {
        let bid = Bid {
            lines: Vec::new(),
            currency: "SGD".to_owned(),
            incoterm: None,
            place: String::new(),
            payment: String::new(),
            valid_until: "2026-12-01".to_owned(),
            note: String::new(),
        };
        let offer = |hours: u64| Offer {
            number: 1,
            by: Side::Supplier,
            at: 1_000 + hours * HOUR,
            bid,
            total: "1.00".to_owned(),
        };
        Quotation {
            id: Id::new(1, [0; 10]),
            version: 1,
            request: Id::new(2, [0; 10]),
            side,
            buyer: name(),
            supplier: name(),
            code: String::new(),
            is_reached: true,
            state,
            reason: String::new(),
            accepted: None,
            answer_by: "2026-12-01".to_owned(),
            offers: hours.map(offer).into_iter().collect(),
            asked_at: 1_000,
            at: 1_000,
        }
    }

    #[test]
    fn answers_are_counted_by_how_soon_they_came_and_what_came_of_them() {
        let record = Record::of(&[
            quotation(Side::Supplier, QuotationState::Accepted, Some(1)),
            quotation(Side::Supplier, QuotationState::Lost, Some(4)),
            quotation(Side::Supplier, QuotationState::Lost, Some(30)),
            quotation(Side::Supplier, QuotationState::Quoted, Some(100)),
            quotation(Side::Supplier, QuotationState::Withdrawn, Some(5)),
            quotation(Side::Supplier, QuotationState::Declined, None),
            quotation(Side::Supplier, QuotationState::Asked, None),
            quotation(Side::Buyer, QuotationState::Accepted, Some(1)),
        ]);
        assert_eq!((record.asked, record.answers()), (7, 5));
        assert_eq!(record.answered, [2, 1, 1, 1]);
        assert_eq!(record.median, Some(5 * HOUR));
        assert_eq!((record.won, record.lost, record.open), (1, 2, 1));
        assert_eq!(record.win_rate(), Some(33));
    }

    #[test]
    fn nothing_is_said_of_nothing() {
        let record = Record::of(&[quotation(Side::Supplier, QuotationState::Asked, None)]);
        assert_eq!((record.median, record.win_rate()), (None, None));
    }
}
