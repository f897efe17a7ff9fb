use serde::{Deserialize, Serialize};

use super::{EngineParts, Text};

/// The first thing a client fetches: what home and the menus show, and the names of all other parts.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Front {
    /// Changes whenever anything in the catalogue changes: the hash of all part names.
    pub version: String,
    /// ISO 8601 date of publication; certificates and "new" are judged against the reader's own clock, not this.
    pub published_on: String,
    /// How many products there are in all.
    pub products: u32,
    /// The rate that totals are shown at.
    pub rate: Rate,
    pub departments: Vec<Department>,
    /// All suppliers, the best checked and most experienced first. [`super::List`] refers to them by index.
    pub suppliers: Vec<SupplierCard>,
    /// The newest products, newest first.
    pub newest: Vec<Card>,
    /// File name of the [`super::List`].
    pub list: String,
    /// File name of [`super::Suppliers`].
    pub supplier_details: String,
    /// File name of a drawings file that holds just the symbols of [`Front::newest`].
    pub newest_drawings: String,
    /// File name of a drawings file that holds just the symbols of all [`Category::example`]s.
    pub example_drawings: String,
    /// In the order of their first ids.
    pub shards: Vec<ShardRef>,
    /// What search and matching read.
    pub engine: EngineParts,
}

impl Front {
    /// The shard that holds a product if the catalogue has it at all.
    #[must_use]
    pub fn shard_of(&self, id: &str) -> Option<&ShardRef> {
        let after = self
            .shards
            .partition_point(|shard| shard.first.as_str() <= id);
        after.checked_sub(1).map(|at| &self.shards[at])
    }
}

/// A dated exchange rate for showing a price in the other currency. Not an offer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Rate {
    /// ISO 8601.
    pub date: String,
    /// Millionths of a CNY for one SGD: `5_310_000` is 5.31.
    pub cny_per_sgd_millionths: i64,
    /// Millionths of an SGD for one USD.
    pub sgd_per_usd_millionths: i64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Department {
    /// Part of the address: `/en/departments/<slug>`.
    pub slug: String,
    pub name: Text,
    /// What is in it, one line.
    pub summary: Text,
    /// How many products.
    pub products: u32,
    pub categories: Vec<Category>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Category {
    /// Unique over all departments. Part of the address: `/en/categories/<slug>`.
    pub slug: String,
    pub name: Text,
    pub products: u32,
    /// File name of its drawings.
    pub drawings: String,
    /// The product whose drawing stands for the category.
    pub example: String,
}

/// A supplier where only a line is shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SupplierCard {
    pub code: String,
    pub name: Text,
    /// What they sell, one line.
    pub summary: Text,
    pub products: u32,
    /// Invented to demonstrate the hub.
    pub demonstration: bool,
    /// Verification level, 0 to 3: visitor, contact confirmed, company verified, company and signatory verified.
    pub verification: u8,
    /// Orders delivered on time, per cent, over [`SupplierCard::orders`].
    pub on_time_percent: u8,
    /// Sample size of the record.
    pub orders: u32,
    /// Median time to answer a request, in hours.
    pub response_hours: u16,
}

/// A product where only a card is shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Card {
    pub id: String,
    pub name: Text,
    pub category: String,
    /// Lowest unit price (last price break), ten-thousandths of the currency unit.
    pub price: i64,
    /// ISO 4217.
    pub currency: String,
    /// UN/ECE Rec 20 or 21 code.
    pub unit: String,
    pub moq: u32,
    /// Index into [`Front::suppliers`].
    pub supplier: u16,
}

/// Where a run of products lies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShardRef {
    /// The smallest product id in it.
    pub first: String,
    /// File name of the [`super::Shard`].
    pub file: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_product_is_looked_for_in_the_shard_that_could_hold_it() {
        let shard = |first: &str| ShardRef {
            first: first.into(),
            file: format!("{first}.json"),
        };
        let front = Front {
            shards: vec![shard("b"), shard("f")],
            ..Front::default()
        };
        let file = |id| front.shard_of(id).map(|shard| shard.file.as_str());
        assert_eq!(file("a"), None);
        assert_eq!(file("b"), Some("b.json"));
        assert_eq!(file("e"), Some("b.json"));
        assert_eq!(file("f"), Some("f.json"));
        assert_eq!(file("z"), Some("f.json"));
    }
}
