use serde::{Deserialize, Serialize};

use crate::{
    Amount, Bid, Currency, Date, Id, Incoterm, Locode, Price, Quantity, RequestTerms, Text, Unit,
};

/// All that both sides have agreed on. It never changes: what a catalogue or a company says later is nothing to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreed {
    pub lines: Vec<AgreedLine>,
    pub currency: Currency,
    pub incoterm: Option<Incoterm>,
    /// Where the Incoterm's duties end.
    pub place: String,
    pub destination: Option<Locode>,
    pub needed_by: Option<Date>,
    pub payment: String,
    pub certificates: Vec<String>,
    /// The buyer's words, of the request.
    pub asked: String,
    /// The supplier's, of the offer.
    pub note: String,
}

/// What is bought on a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgreedLine {
    /// The line of the request.
    pub line: Id,
    /// In the catalogue; may be empty.
    pub product: String,
    /// As the buyer asked for it.
    pub words: Text,
    /// What the supplier offered instead; empty where it is what was asked for.
    pub alternative: String,
    pub note: String,
    pub quantity: Quantity,
    pub unit: Unit,
    /// For one unit.
    pub price: Price,
    pub lead_time_days: u16,
}

impl AgreedLine {
    /// Rounded once, half up.
    #[must_use]
    pub fn amount(&self) -> Amount {
        self.price * self.quantity
    }
}

impl Agreed {
    /// What an offer comes to on top of its request. Lines that the request does not have are left out.
    #[must_use]
    pub fn of(request: &RequestTerms, bid: &Bid) -> Self {
        let lines = bid.lines.iter().filter_map(|offered| {
            let asked = request.line(offered.line)?;
            let product = match &offered.product[..] {
                "" => asked.product.clone(),
                other => other.to_owned(),
            };
            Some(AgreedLine {
                line: offered.line,
                product,
                words: asked.words.clone(),
                alternative: offered.alternative.clone(),
                note: offered.note.clone(),
                quantity: offered.quantity,
                unit: asked.unit,
                price: offered.price,
                lead_time_days: offered.lead_time_days,
            })
        });
        Self {
            lines: lines.collect(),
            currency: bid.currency,
            incoterm: bid.incoterm,
            place: bid.place.clone(),
            destination: request.destination,
            needed_by: request.needed_by,
            payment: bid.payment.clone(),
            certificates: request.certificates.clone(),
            asked: request.note.clone(),
            note: bid.note.clone(),
        }
    }

    /// The sum of its lines, each rounded by itself, as an invoice has them.
    #[must_use]
    pub fn total(&self) -> Amount {
        self.lines.iter().map(AgreedLine::amount).sum()
    }

    /// How long the slowest line takes, from order to readiness for shipment.
    #[must_use]
    pub fn lead_time_days(&self) -> u16 {
        let days = self.lines.iter().map(|line| line.lead_time_days);
        days.max().unwrap_or_default()
    }

    /// What is bought of a line; nothing of a line that is not there.
    #[must_use]
    pub fn quantity(&self, line: Id) -> Option<Quantity> {
        let found = self.lines.iter().find(|one| one.line == line);
        found.map(|found| found.quantity)
    }
}
