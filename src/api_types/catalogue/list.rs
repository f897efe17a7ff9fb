use serde::{Deserialize, Serialize};

use super::{Card, Text};

/// Every product in columns: row `i` is the `i`-th value of each. Columns parse and filter several times faster than
/// rows, and repeat no field names.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct List {
    /// Product ids, `<supplier code>.<sku>`, lower case, ascending; the ids of the addresses.
    pub id: Vec<String>,
    /// The supplier's part numbers as written.
    pub sku: Vec<String>,
    pub name_en: Vec<String>,
    pub name_zh: Vec<String>,
    /// Category slugs; [`List::category`] points here.
    pub categories: Vec<String>,
    pub category: Vec<u16>,
    /// Index into `Front::suppliers`.
    pub supplier: Vec<u16>,
    /// ISO 3166-1 alpha-2 codes; [`List::origin`] points here.
    pub origins: Vec<String>,
    pub origin: Vec<u16>,
    /// ISO 4217 codes; [`List::currency`] points here.
    pub currencies: Vec<String>,
    pub currency: Vec<u16>,
    /// UN/ECE Rec 20 and 21 codes; [`List::unit`] points here.
    pub units: Vec<String>,
    pub unit: Vec<u16>,
    /// Price of one unit at the MOQ, ten-thousandths of the currency unit.
    pub price: Vec<i64>,
    /// Price of one unit at the last price break, ten-thousandths of the currency unit.
    pub lowest_price: Vec<i64>,
    pub moq: Vec<u32>,
    pub stock: Vec<u32>,
    pub lead_time_days: Vec<u16>,
    pub sample: Vec<Sample>,
    /// Kinds of certificate, such as `ISO 9001`; [`List::certificates`] points here.
    pub certificate_kinds: Vec<String>,
    /// For each product its certificates: index of the kind and the last valid day, as days since 1970-01-01.
    pub certificates: Vec<Vec<(u16, i32)>>,
    /// Days since 1970-01-01.
    pub listed_on: Vec<i32>,
}

impl List {
    /// How many products.
    #[must_use]
    pub fn len(&self) -> usize {
        self.id.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.id.is_empty()
    }

    /// A row as a card. `row` is below [`List::len`].
    #[must_use]
    pub fn card(&self, row: usize) -> Card {
        Card {
            id: self.id[row].clone(),
            name: Text {
                en: self.name_en[row].clone(),
                zh: self.name_zh[row].clone(),
            },
            category: self.categories[usize::from(self.category[row])].clone(),
            price: self.lowest_price[row],
            currency: self.currencies[usize::from(self.currency[row])].clone(),
            unit: self.units[usize::from(self.unit[row])].clone(),
            moq: self.moq[row],
            supplier: self.supplier[row],
        }
    }

    /// The row of a product.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<usize> {
        self.id.binary_search_by(|have| have.as_str().cmp(id)).ok()
    }
}

/// Whether a buyer may try the product first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sample {
    #[default]
    #[serde(rename = "n")]
    None,
    #[serde(rename = "p")]
    Paid,
    #[serde(rename = "f")]
    Free,
}
