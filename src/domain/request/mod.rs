//! A sourcing request: what a buyer asks suppliers to price.

mod state;

pub use state::{RequestState, Settled};

use serde::{Deserialize, Serialize};

use crate::{Attachment, Currency, Date, Id, Incoterm, Locode, Price, Quantity, Text, Unit};

/// What suppliers are asked for; it never changes once it is sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestTerms {
    pub lines: Vec<RequestLine>,
    /// In which target prices are meant, and answers wanted.
    pub currency: Currency,
    pub destination: Option<Locode>,
    pub incoterm: Option<Incoterm>,
    pub needed_by: Option<Date>,
    /// As buyers write them: `CE`, `EN 10204 3.1`.
    pub certificates: Vec<String>,
    /// The last day on which suppliers may answer.
    pub valid_until: Date,
    pub note: String,
}

/// One kind of goods.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestLine {
    /// By which quotations name it.
    pub id: Id,
    /// A product of the catalogue, as its id is written there; empty for what is said in words alone.
    pub product: String,
    /// As the buyer wrote it, in one language or both.
    pub words: Text,
    pub quantity: Quantity,
    pub unit: Unit,
    /// What one unit may cost.
    pub target: Option<Price>,
    /// Pictures and drawings of the buyer's. What was sent before there were any has none.
    #[serde(default)]
    pub attachments: Vec<Attachment>,
}

impl RequestTerms {
    /// Whether suppliers may not answer any more.
    #[must_use]
    pub fn has_expired(&self, today: Date) -> bool {
        self.valid_until < today
    }

    #[must_use]
    pub fn line(&self, id: Id) -> Option<&RequestLine> {
        self.lines.iter().find(|line| line.id == id)
    }
}
