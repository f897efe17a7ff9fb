use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{
    Attribute, Carton, Certificate, Country, Currency, Date, Gtin, HsCode, OrderRule, PriceLadder,
    Sku, Slug, SupplierCode, Text, Unit, Weight,
};

/// Something a supplier sells by the unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Product {
    pub supplier: SupplierCode,
    pub sku: Sku,
    pub gtin: Option<Gtin>,
    pub category: Slug,
    pub name: Text,
    pub description: Text,
    /// What is counted, priced and weighed.
    pub unit: Unit,
    pub currency: Currency,
    /// Its first break is the MOQ.
    pub prices: PriceLadder,
    pub order_rule: OrderRule,
    pub stock: u32,
    /// From order to dispatch, 0 to 365.
    pub lead_time_days: u16,
    pub origin: Country,
    pub hs_code: HsCode,
    /// Of one unit, packed.
    pub gross_weight: Weight,
    pub carton: Carton,
    pub sample: Sample,
    pub certificates: Vec<Certificate>,
    pub attributes: Vec<Attribute>,
    /// The shape to draw; the category's where there is none.
    pub picture: Option<Slug>,
    /// Names of photographs, below the hub's own `photos/`; in the order in which they are shown.
    pub photos: Vec<String>,
    pub listed_on: Date,
}

/// What a product is called on the hub: `<supplier code>.<sku>`, lower case.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProductId(String);

/// Whether a buyer may try the product first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sample {
    #[default]
    No,
    Paid,
    Free,
}

impl ProductId {
    /// Two SKUs of a supplier that differ only in case have the same id.
    #[must_use]
    pub fn new(supplier: &SupplierCode, sku: &Sku) -> Self {
        Self(format!("{supplier}.{}", sku.as_str().to_ascii_lowercase()))
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Product {
    #[must_use]
    pub fn id(&self) -> ProductId {
        ProductId::new(&self.supplier, &self.sku)
    }

    /// The value of an attribute, if the product has it.
    #[must_use]
    pub fn attribute(&self, key: &str) -> Option<&crate::Value> {
        self.attributes
            .iter()
            .find(|attribute| attribute.key == key)
            .map(|attribute| &attribute.value)
    }
}

impl fmt::Display for ProductId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_lower_case() {
        let supplier: SupplierCode = "lion-bolts".parse().unwrap();
        let sku: Sku = "HB-M8x40".parse().unwrap();
        assert_eq!(
            ProductId::new(&supplier, &sku).as_str(),
            "lion-bolts.hb-m8x40"
        );
    }
}
