use std::cmp::Reverse;
use std::collections::HashMap;

use api_types::catalogue::Rate;
use catalogue::Dictionary;
use catalogue::dictionary::Category;
use domain::{Date, Product, Supplier, Text};

/// All that is to be published.
#[derive(Clone, Copy, Debug)]
pub struct Goods<'a> {
    /// Departments, categories and attributes, in the order they are shown.
    pub dictionary: &'a Dictionary,
    /// In any order.
    pub products: &'a [Product],
    /// In any order.
    pub suppliers: &'a [Supplier],
    pub published_on: Date,
    /// Dated, for showing totals in the other currency. Not an offer.
    pub rate: &'a Rate,
}

/// Where the slugs and codes of [`Goods`] are, so that nothing searches twice.
pub(crate) struct Places<'a> {
    pub categories: HashMap<&'a str, usize>,
    /// Suppliers, the best checked first, then the most experienced.
    pub suppliers: Vec<&'a Supplier>,
    supplier_at: HashMap<&'a str, u16>,
}

impl<'a> Places<'a> {
    pub fn new(goods: &Goods<'a>) -> Self {
        let mut suppliers: Vec<_> = goods.suppliers.iter().collect();
        // The order in which buyers are shown them.
        suppliers.sort_by_key(|supplier| {
            let rank = Reverse((supplier.verification, supplier.orders));
            (rank, supplier.code.as_str())
        });
        let supplier_at = (0..).zip(&suppliers);
        Self {
            categories: (goods.dictionary.categories().iter().enumerate())
                .map(|(at, category)| (category.slug.as_str(), at))
                .collect(),
            supplier_at: supplier_at
                .map(|(at, supplier)| (supplier.code.as_str(), at))
                .collect(),
            suppliers,
        }
    }

    /// Index into `Front::suppliers`.
    pub fn supplier(&self, code: &str) -> Option<u16> {
        self.supplier_at.get(code).copied()
    }
}

impl<'a> Goods<'a> {
    pub(crate) fn category(&self, item: &Item) -> &'a Category {
        &self.dictionary.categories()[item.category]
    }
}

/// A product with what is looked up again and again.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Item<'a> {
    pub id: &'a str,
    pub product: &'a Product,
    /// Index into the dictionary's categories.
    pub category: usize,
    /// Index into `Front::suppliers`.
    pub supplier: u16,
}

/// The words as they go on the wire.
pub(crate) fn wire(text: &Text) -> api_types::catalogue::Text {
    api_types::catalogue::Text {
        en: text.en.clone(),
        zh: text.zh.clone(),
    }
}
