//! Quotations side by side: unlike things made alike, and what is best of each kind.
//!
//! Every price stands in one currency, at the dated rate, beside what was written. A total is compared only among those who
//! quote every line; of the others it says how many lines it is about.

mod csv;
mod landed;
mod offer;
mod terms;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use domain::{Amount, Currency, Date, Id, Price, Rate};

pub use csv::{Heads, csv};
pub use landed::{Costs, Landed, landed};
pub use offer::offer;
pub use terms::{Borne, borne};

/// What a supplier offers: one version of a quotation.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    pub quotation: Id,
    pub currency: Currency,
    /// By line of the request; what is left out is not quoted.
    pub lines: BTreeMap<Id, OfferLine>,
    /// Incoterms 2020, three letters; may be empty.
    pub incoterm: String,
    pub valid_until: Option<Date>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct OfferLine {
    /// For one unit, in the offer's currency.
    pub price: Price,
    /// Of the whole line, in the offer's currency.
    pub amount: Amount,
    pub lead_time_days: Option<u16>,
    /// Something else than was asked for.
    pub is_alternative: bool,
    /// As many as were asked for, or more.
    pub is_whole: bool,
}

/// What one supplier offers for one line, beside the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// In the common currency.
    pub price: Price,
    pub amount: Amount,
    pub is_cheapest: bool,
    pub is_fastest: bool,
}

/// A line of the request; a cell for each offer, in their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub line: Id,
    pub cells: Vec<Option<Cell>>,
}

/// An offer as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Total {
    /// In the offer's own currency.
    pub own: Amount,
    /// In the common one.
    pub common: Amount,
    pub lines: usize,
    /// Every line, in the quantity asked for.
    pub is_complete: bool,
    /// The longest of its lines; none where a line says nothing.
    pub days: Option<u16>,
    pub is_cheapest: bool,
    pub is_fastest: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    pub currency: Currency,
    /// The day of the rate, where any price was converted.
    pub rate_of: Option<Date>,
    pub rows: Vec<Row>,
    pub totals: Vec<Total>,
}

/// Puts offers beside each other. `lines`: those of the request, in its order. Without a rate only offers in the common
/// currency can be compared: the others have no cells.
#[must_use]
pub fn compare(lines: &[Id], offers: &[Offer], currency: Currency, rate: Option<&Rate>) -> Table {
    let can_convert = |offer: &Offer| offer.currency == currency || rate.is_some();
    let price = |offer: &Offer, price: Price| match rate {
        Some(rate) => rate.convert_price(price, offer.currency, currency),
        None => price,
    };
    let amount = |offer: &Offer, amount: Amount| match rate {
        Some(rate) => rate.convert(amount, offer.currency, currency),
        None => amount,
    };
    let rows = lines.iter().map(|line| {
        let cells = offers.iter().map(|offer| {
            let own = offer.lines.get(line).filter(|_| can_convert(offer))?;
            Some(Cell {
                price: price(offer, own.price),
                amount: amount(offer, own.amount),
                is_cheapest: false,
                is_fastest: false,
            })
        });
        let mut cells: Vec<Option<Cell>> = cells.collect();
        // An alternative is not the same thing, and part of the quantity is not the same deal.
        let counts = |at: usize| {
            let own = offers[at].lines.get(line);
            own.is_some_and(|own| !own.is_alternative && own.is_whole)
        };
        let days = |at: usize| offers[at].lines.get(line)?.lead_time_days;
        let cheapest = lowest(cells.iter().enumerate().map(|(at, cell)| {
            let cell = cell.filter(|_| counts(at))?;
            Some(cell.price)
        }));
        let fastest = lowest((0..offers.len()).map(|at| days(at).filter(|_| counts(at))));
        for (at, cell) in cells.iter_mut().enumerate() {
            if let Some(cell) = cell.as_mut().filter(|_| counts(at)) {
                cell.is_cheapest = Some(cell.price) == cheapest;
                cell.is_fastest = days(at).is_some() && days(at) == fastest;
            }
        }
        Row { line: *line, cells }
    });
    let rows: Vec<Row> = rows.collect();
    let totals = offers.iter().map(|offer| {
        let quoted = || lines.iter().filter_map(|line| offer.lines.get(line));
        let own: Amount = quoted().map(|line| line.amount).sum();
        let days: Option<Vec<u16>> = quoted().map(|line| line.lead_time_days).collect();
        let is_whole = quoted().all(|line| line.is_whole && !line.is_alternative);
        Total {
            own,
            common: amount(offer, own),
            lines: quoted().count(),
            is_complete: quoted().count() == lines.len() && is_whole && can_convert(offer),
            days: days.and_then(|days| days.into_iter().max()),
            is_cheapest: false,
            is_fastest: false,
        }
    });
    let mut totals: Vec<Total> = totals.collect();
    let complete = |total: &Total| total.is_complete;
    let cheapest = lowest(
        totals
            .iter()
            .map(|one| Some(one.common).filter(|_| complete(one))),
    );
    let fastest = lowest(totals.iter().map(|one| one.days.filter(|_| complete(one))));
    for total in totals.iter_mut().filter(|total| total.is_complete) {
        total.is_cheapest = Some(total.common) == cheapest;
        total.is_fastest = total.days.is_some() && total.days == fastest;
    }
    let is_converted = offers.iter().any(|offer| offer.currency != currency);
    Table {
        currency,
        rate_of: rate.filter(|_| is_converted).map(Rate::date),
        rows,
        totals,
    }
}

/// The lowest of at least two: alone, nothing is the best.
fn lowest<T: Ord>(values: impl Iterator<Item = Option<T>>) -> Option<T> {
    let values: Vec<T> = values.flatten().collect();
    match values.len() {
        0 | 1 => None,
        _ => values.into_iter().min(),
    }
}
