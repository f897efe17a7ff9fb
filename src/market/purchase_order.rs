use domain::{Agreed, Date, DocumentNumber, Id, OrderLife, Payee, Rate, Side, Step, Text};

use crate::{Moment, Registration, Version};

/// Steps of one order.
pub const MAX_STEPS: usize = 1000;

/// A purchase order, under its quotation's id. Both companies have the same; nobody else has any of it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct PurchaseOrder {
    pub request: Id,
    /// The buyer's number.
    pub number: DocumentNumber,
    /// The supplier's, since it was confirmed.
    pub proforma: Option<DocumentNumber>,
    pub buyer: Party,
    pub supplier: Party,
    /// The supplier's, in the catalogue.
    pub code: String,
    /// The number of the offer that was accepted.
    pub offer: u32,
    pub agreed: Agreed,
    /// That the buyer was shown when the offer was taken.
    pub rate: Option<Rate>,
    /// Where to pay to: the last counts. Empty as long as the supplier has given none.
    pub payees: Vec<PayeeSince>,
    pub life: OrderLife,
    /// How it came about; never edited.
    pub timeline: Vec<Taken>,
    pub placed_at: Moment,
    /// Of the newest change.
    pub at: Moment,
    pub version: Version,
}

/// A company as it stood when the order was placed.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Party {
    pub company: Id,
    pub name: Text,
    pub registration: Registration,
}

#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct PayeeSince {
    pub payee: Payee,
    pub since: Moment,
}

/// A step that was taken.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Taken {
    pub by: Side,
    /// The account.
    pub author: Id,
    pub at: Moment,
    pub step: Step,
}

impl PurchaseOrder {
    /// On which side of it a company is.
    #[must_use]
    pub fn side(&self, company: Id) -> Side {
        if self.buyer.company == company {
            Side::Buyer
        } else {
            Side::Supplier
        }
    }

    /// The companies that have it.
    pub fn parties(&self) -> impl Iterator<Item = Id> + use<> {
        [self.buyer.company, self.supplier.company].into_iter()
    }

    /// Whether the last of it left on the day that was agreed or before; nothing as long as it has not.
    #[must_use]
    pub fn was_on_time(&self) -> Option<bool> {
        let agreed = self.agreed.ready_on(self.placed_on())?;
        let left = self.life.shipped_on(&self.agreed)?;
        Some(left <= agreed)
    }

    /// In UTC.
    #[must_use]
    pub fn placed_on(&self) -> Date {
        self.placed_at.day()
    }
}
