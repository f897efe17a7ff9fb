//! A supplier's file of products: row in, checked product out.

mod attributes;
mod checker;

use std::collections::BTreeMap;

use domain::{
    Carton, Currency, Moq, OrderMultiple, OrderRule, PriceLadder, Product, ProductId, Sample, Slug,
    SupplierCode, Unit, Weight,
};

use crate::column::template;
use crate::diagnostic::{Diagnostic, Problem};
use crate::dictionary::Dictionary;
use crate::report::Report;
use crate::row::Row;
use crate::{certificates, limits, table};

template!(ProductColumn {
    Sku "sku" Filled,
    Gtin "gtin" Optional,
    Category "category" Filled,
    NameEn "name_en" Filled,
    NameZh "name_zh" Filled,
    DescriptionEn "description_en" Optional,
    DescriptionZh "description_zh" Optional,
    Unit "unit" Filled,
    PriceBreaks "price_breaks" Filled,
    Currency "currency" Filled,
    Moq "moq" Filled,
    OrderMultiple "order_multiple" Filled,
    Stock "stock" Filled,
    LeadTimeDays "lead_time_days" Filled,
    Origin "origin" Filled,
    HsCode "hs_code" Filled,
    GrossWeightKg "gross_weight_kg" Filled,
    CartonQuantity "carton_quantity" Filled,
    CartonSizeCm "carton_size_cm" Filled,
    CartonWeightKg "carton_weight_kg" Filled,
    Certificates "certificates" Optional,
    Sample "sample" Filled,
    Attributes "attributes" Optional,
    Picture "picture" Optional,
    ListedOn "listed_on" Filled,
});

use ProductColumn as Of;

pub use checker::{Checked, Checker};

/// What products are judged by.
#[derive(Clone, Copy)]
pub struct Rules<'a> {
    /// Whose products they are.
    pub supplier: &'a SupplierCode,
    pub dictionary: &'a Dictionary,
    /// Whether there is a shape of that slug.
    pub is_picture: &'a dyn Fn(&str) -> bool,
}

/// The row in which a product was first seen, by its id: its place among all, and its number as the file has it, which
/// a forged workbook may give twice.
type Seen = BTreeMap<ProductId, (usize, u32)>;

/// Reads a supplier's file of products, CSV or XLSX.
///
/// `file` is what diagnostics call it; `is_picture` says whether there is a shape of that slug.
/// Products are in the order of their rows; rows with an error are left out.
#[must_use]
pub fn read_products(
    file: &str,
    bytes: &[u8],
    supplier: &SupplierCode,
    dictionary: &Dictionary,
    is_picture: &dyn Fn(&str) -> bool,
) -> (Vec<Product>, Vec<Diagnostic>) {
    let mut report = Report::new(file);
    let mut products = Vec::new();
    let mut seen = Seen::new();
    let mut place = 0;
    let rules = Rules {
        supplier,
        dictionary,
        is_picture,
    };
    table::read(
        bytes,
        ProductColumn::COLUMNS,
        &mut report,
        &mut |mut row| {
            products.extend(new_product(&mut row, place, &rules, &mut seen));
            place += 1;
        },
    );
    (products, report.into_diagnostics())
}

/// A product that no row above this one has; `place` is the row's among all.
fn new_product(
    row: &mut Row<'_>,
    place: usize,
    rules: &Rules<'_>,
    seen: &mut Seen,
) -> Option<Product> {
    let product = product(row, rules.supplier, rules.dictionary, rules.is_picture)?;
    let number = row.number;
    let (first, number) = *seen.entry(product.id()).or_insert((place, number));
    if first != place {
        row.refuse(Of::Sku, Problem::RepeatedSku { row: number });
        return None;
    }
    Some(product)
}

/// Every cell is read before the first `?`, so that every problem of the row is reported at once.
pub(crate) fn product(
    row: &mut Row<'_>,
    supplier: &SupplierCode,
    dictionary: &Dictionary,
    is_picture: &dyn Fn(&str) -> bool,
) -> Option<Product> {
    let sku = row.parse(Of::Sku, |_| Problem::Sku);
    let gtin = row.parse(Of::Gtin, Problem::Gtin);
    let category = category(row, dictionary);
    let name = row.name(Of::NameEn, Of::NameZh);
    let description = row.text(
        Of::DescriptionEn,
        Of::DescriptionZh,
        limits::DESCRIPTION_CHARACTERS,
    );
    let unit = unit(row);
    let prices = row.parse(Of::PriceBreaks, Problem::PriceLadder);
    let currency = row.one_of(Of::Currency, &["SGD", "CNY", "USD"], &Currency::ALL);
    let order_rule = order_rule(row, prices.as_ref());
    let stock = row.whole(Of::Stock, 0, u32::MAX);
    let lead_time_days = row.whole(Of::LeadTimeDays, 0, 365);
    let origin = row.parse(Of::Origin, |_| Problem::Country);
    let hs_code = row.parse(Of::HsCode, Problem::HsCode);
    let gross_weight = row.parse(Of::GrossWeightKg, Problem::Weight);
    let carton = carton(row, gross_weight);
    let sample = row.one_of(
        Of::Sample,
        &["free", "paid", "no"],
        &[Sample::Free, Sample::Paid, Sample::No],
    );
    let attributes = attributes::read(row, Of::Attributes, dictionary);
    let picture = picture(row, is_picture);
    let listed_on = row.date(Of::ListedOn);
    let certificates = certificates::read(row, Of::Certificates);
    certificates::check_dates(row, Of::Certificates, &certificates, listed_on);
    if row.is_wrong() {
        return None;
    }
    Some(Product {
        supplier: supplier.clone(),
        sku: sku?,
        gtin,
        category: category?,
        name: name?,
        description: description?,
        unit: unit?,
        currency: currency?,
        prices: prices?,
        order_rule: order_rule?,
        stock: stock?,
        lead_time_days: u16::try_from(lead_time_days?).ok()?,
        origin: origin?,
        hs_code: hs_code?,
        gross_weight: gross_weight?,
        carton: carton?,
        sample: sample?,
        certificates,
        attributes,
        picture,
        photos: Vec::new(),
        listed_on: listed_on?,
    })
}

fn category(row: &mut Row<'_>, dictionary: &Dictionary) -> Option<Slug> {
    let category = dictionary.category(row.filled(Of::Category)?);
    if category.is_none() {
        row.refuse(Of::Category, Problem::UnknownCategory);
    }
    category.map(|category| category.slug.clone())
}

fn unit(row: &mut Row<'_>) -> Option<Unit> {
    let unit: Unit = row.parse(Of::Unit, |_| Problem::Unit)?;
    if !unit.is_sold_by() {
        row.refuse(Of::Unit, Problem::Unit);
        return None;
    }
    Some(unit)
}

fn order_rule(row: &mut Row<'_>, prices: Option<&PriceLadder>) -> Option<OrderRule> {
    let moq = row.whole(Of::Moq, 1, u32::MAX);
    let multiple = row.whole(Of::OrderMultiple, 1, u32::MAX);
    let (moq, multiple) = (moq?, multiple?);
    if let Some(first) = prices
        .map(|prices| prices.first().from)
        .filter(|first| *first != moq)
    {
        row.refuse(Of::Moq, Problem::MoqNotFirstBreak { first });
    }
    let rule = OrderRule::new(
        Moq::try_from(moq).ok()?,
        OrderMultiple::try_from(multiple).ok()?,
    );
    if rule.is_err() {
        row.refuse(Of::Moq, Problem::MoqNotMultiple { multiple });
    }
    rule.ok()
}

fn carton(row: &mut Row<'_>, unit: Option<Weight>) -> Option<Carton> {
    let quantity = row.whole(Of::CartonQuantity, 1, u32::MAX);
    let size = row.parse(Of::CartonSizeCm, Problem::Size);
    let weight = row.parse(Of::CartonWeightKg, Problem::Weight);
    let carton = Carton {
        quantity: quantity?,
        size: size?,
        weight: weight?,
    };
    if let Some(unit) = unit.filter(|unit| !carton.can_hold(*unit)) {
        let content = u128::from(unit.milligrams()) * u128::from(carton.quantity);
        let least_kg = format!("{}.{:03}", content / 1_000_000, content / 1_000 % 1_000);
        row.refuse(Of::CartonWeightKg, Problem::CartonTooLight { least_kg });
    }
    Some(carton)
}

fn picture(row: &mut Row<'_>, is_picture: &dyn Fn(&str) -> bool) -> Option<Slug> {
    let text = row.filled(Of::Picture)?;
    let picture = text.parse().ok().filter(|_| is_picture(text));
    if picture.is_none() {
        row.refuse(Of::Picture, Problem::UnknownPicture);
    }
    picture
}

#[cfg(test)]
mod tests;
