//! One version of a quotation as it is typed: a supplier's answer, or a buyer's counter-offer.

use std::collections::BTreeSet;

use domain::{Amount, Currency, Date, Id, Price, Quantity};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Bid {
    pub lines: Vec<BidLine>,
    /// ISO 4217.
    pub currency: String,
    /// Incoterms 2020, three letters.
    pub incoterm: String,
    /// Where the Incoterm's duties end: `Shenzhen`.
    pub place: String,
    pub payment: String,
    /// ISO 8601.
    pub valid_until: String,
    pub note: String,
}

/// What is offered for a line of the request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BidLine {
    /// The line of the request.
    pub line: Id,
    /// Left out where it is not: a quotation may be about some of the lines.
    pub is_offered: bool,
    pub price: String,
    pub quantity: String,
    pub days: String,
    /// What is offered instead, in words; blank where it is what was asked for.
    pub alternative: String,
    pub note: String,
}

/// A part of a line that is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BidPart {
    Price,
    Quantity,
    Days,
    Alternative,
    Note,
}

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BidSpot {
    /// Nothing is offered.
    Lines,
    Line(Id, BidPart),
    Place,
    ValidUntil,
}

/// A quotation is valid for so many days at most.
const LONGEST: i32 = 366;
/// The longest time that a supplier may take, days.
const SLOWEST: u16 = 730;

impl BidPart {
    #[must_use]
    pub fn of(self, line: &BidLine) -> &str {
        match self {
            Self::Price => &line.price,
            Self::Quantity => &line.quantity,
            Self::Days => &line.days,
            Self::Alternative => &line.alternative,
            Self::Note => &line.note,
        }
    }

    pub fn set(self, line: &mut BidLine, text: &str) {
        let place = match self {
            Self::Price => &mut line.price,
            Self::Quantity => &mut line.quantity,
            Self::Days => &mut line.days,
            Self::Alternative => &mut line.alternative,
            Self::Note => &mut line.note,
        };
        match self {
            Self::Alternative | Self::Note => text.clone_into(place),
            _ => text.trim().clone_into(place),
        }
    }
}

impl Bid {
    /// None where it is not one: kept by another release.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    /// # Panics
    /// Never: texts and lists of them are JSON.
    #[must_use]
    pub fn text(&self) -> String {
        serde_json::to_string(self).expect("texts and lists are JSON")
    }

    #[must_use]
    pub fn line(&self, id: Id) -> Option<&BidLine> {
        self.lines.iter().find(|line| line.line == id)
    }

    pub fn offered(&self) -> impl Iterator<Item = &BidLine> {
        self.lines.iter().filter(|line| line.is_offered)
    }

    #[must_use]
    pub fn currency(&self) -> Option<Currency> {
        self.currency.parse().ok()
    }

    /// Fields that cannot be sent as they are.
    #[must_use]
    pub fn faults(&self, today: Date) -> BTreeSet<BidSpot> {
        let mut faults = BTreeSet::new();
        let mut check = |is_wrong: bool, spot| {
            if is_wrong {
                faults.insert(spot);
            }
        };
        check(self.offered().next().is_none(), BidSpot::Lines);
        for line in self.offered() {
            let spot = |part| BidSpot::Line(line.line, part);
            check(!is_positive(&line.price), spot(BidPart::Price));
            let is_quantity = line.quantity.parse::<Quantity>().is_ok();
            check(!is_quantity, spot(BidPart::Quantity));
            let days = line.days.parse::<u16>().ok();
            check(days.is_none_or(|days| SLOWEST < days), spot(BidPart::Days));
        }
        let has_place = self.incoterm.is_empty() || !self.place.trim().is_empty();
        check(!has_place, BidSpot::Place);
        let today = today.days_since_epoch();
        let until = self.valid_until.parse().ok().map(Date::days_since_epoch);
        let is_valid = until.is_some_and(|day| (today..=today + LONGEST).contains(&day));
        check(!is_valid, BidSpot::ValidUntil);
        faults
    }
}

fn is_positive(text: &str) -> bool {
    text.parse::<Price>()
        .is_ok_and(|number| Price::default() < number)
}

/// What a line comes to: its price times its quantity, rounded once, half up. None where either is no number.
#[must_use]
pub fn amount_of(line: &BidLine) -> Option<Amount> {
    let price: Price = line.price.parse().ok()?;
    let quantity: Quantity = line.quantity.parse().ok()?;
    Some(price * quantity)
}

/// What all offered lines come to.
#[must_use]
pub fn total_of(bid: &Bid) -> Amount {
    bid.offered().filter_map(amount_of).sum()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub(in super::super) fn id(number: u64) -> Id {
        Id::new(number, [7; 10])
    }

    pub(in super::super) fn bid() -> Bid {
        let line = |number, price: &str| BidLine {
            line: id(number),
            is_offered: true,
            price: price.to_owned(),
            quantity: "5000".to_owned(),
            days: "14".to_owned(),
            alternative: String::new(),
            note: String::new(),
        };
        Bid {
            lines: vec![line(1, "0.42"), line(2, "1.10")],
            currency: "SGD".to_owned(),
            incoterm: "CIF".to_owned(),
            place: "Shenzhen".to_owned(),
            payment: "30 days".to_owned(),
            valid_until: "2026-12-07".to_owned(),
            note: String::new(),
        }
    }

    fn check(change: impl FnOnce(&mut Bid), expected: &[BidSpot]) {
        let mut bid = bid();
        change(&mut bid);
        let faults = bid.faults("2026-11-23".parse().unwrap());
        assert_eq!(faults.into_iter().collect::<Vec<_>>(), expected);
    }

    #[test]
    fn what_is_wrong_is_named_where_it_stands() {
        let line = |part| BidSpot::Line(id(1), part);
        check(|_| {}, &[]);
        check(|bid| bid.lines[0].is_offered = false, &[]);
        check(
            |bid| bid.lines[0].price = "0".to_owned(),
            &[line(BidPart::Price)],
        );
        check(
            |bid| bid.lines[0].quantity.clear(),
            &[line(BidPart::Quantity)],
        );
        check(
            |bid| bid.lines[0].days = "soon".to_owned(),
            &[line(BidPart::Days)],
        );
        check(
            |bid| bid.lines[0].days = "900".to_owned(),
            &[line(BidPart::Days)],
        );
        check(|bid| bid.place.clear(), &[BidSpot::Place]);
        check(
            |bid| bid.valid_until = "2026-11-22".to_owned(),
            &[BidSpot::ValidUntil],
        );
        let none = |bid: &mut Bid| {
            for line in &mut bid.lines {
                line.is_offered = false;
                line.price.clear();
            }
        };
        check(none, &[BidSpot::Lines]);
    }

    #[test]
    fn lines_are_rounded_once_and_added() {
        let mut bid = bid();
        assert_eq!(total_of(&bid), Amount::from_minor_units(210_000 + 550_000));
        bid.lines[0].price = "0.3350".to_owned();
        bid.lines[0].quantity = "3".to_owned();
        bid.lines[1].is_offered = false;
        assert_eq!(total_of(&bid), Amount::from_minor_units(101));
        bid.lines[0].quantity = "2.5".to_owned();
        assert_eq!(amount_of(&bid.lines[0]), Some(Amount::from_minor_units(84)));
        bid.lines[0].quantity = "many".to_owned();
        assert_eq!(amount_of(&bid.lines[0]), None);
    }

    #[test]
    fn what_was_typed_is_read_again() {
        assert_eq!(Bid::read(&bid().text()), Some(bid()));
        assert_eq!(Bid::read("{\"lines\":7}"), None);
    }
}
