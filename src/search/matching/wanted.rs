//! A need, read once for all products.

use super::certificates::Asked;
use super::distance::{Country, Distance, has_preference};
use super::offers::{Offers, Product, Record};
use super::reliability::{Means, Trust};
use super::terms::Terms;
use super::tuning::{Most, Tuning};
use crate::ask::{Need, SampleTerms};

#[derive(Clone, Debug)]
pub struct Wanted {
    pub quantity: Option<u32>,
    /// Ten-thousandths of an SGD for one unit.
    pub target: Option<u64>,
    /// Until the goods are needed; negative where that day is past.
    pub days_left: Option<i64>,
    pub destination: Option<Country>,
    /// How much of logistics hangs on whether the supplier sells to the destination, thousandths: the more of the way
    /// is theirs to arrange, the more.
    pub reach: i64,
    pub asked: Asked,
    pub sample: bool,
    pub most: Most,
    pub means: Means,
    pub tuning: Tuning,
}

/// What is the same for all products of a supplier.
#[derive(Clone, Copy, Debug)]
pub struct Seller<'a> {
    pub record: Option<Record<'a>>,
    pub trust: Trust,
    pub distance: Option<Distance>,
    pub sells_there: bool,
}

/// A product with all that the points are computed from.
#[derive(Clone, Copy, Debug)]
pub struct Candidate {
    pub row: u32,
    pub supplier: u16,
    /// Of the text search, above zero.
    pub relevance: i32,
    pub unit: u32,
    pub terms: Terms,
    pub lead_time: u16,
    pub transit: u16,
    /// Days beyond what is needed.
    pub late: u16,
    pub stock: u32,
    pub valid_certificates: u16,
    pub sample: SampleTerms,
    pub weight_grams: u64,
    /// Ten-thousandths of an SGD.
    pub freight: u64,
    pub preference: bool,
}

impl Wanted {
    #[must_use]
    pub fn new(need: &Need, offers: &Offers, today: i32, tuning: Tuning) -> Self {
        // Whatever is needed earlier than today is needed today.
        let day = need.needed_by.unwrap_or(today).max(today);
        let left = |needed_by: i32| i64::from(needed_by) - i64::from(today);
        let target = need
            .target_price
            .and_then(|price| u64::try_from(price).ok());
        Self {
            quantity: need.quantity.filter(|quantity| 0 < *quantity),
            target: target.filter(|price| 0 < *price),
            days_left: need.needed_by.map(left),
            destination: need.destination.as_deref().and_then(country),
            reach: need.incoterm.as_deref().map_or(300, reach),
            asked: Asked::new(&need.certificates, offers, day),
            sample: need.sample,
            most: tuning.most.weighed(need.weights),
            means: Means::of(offers),
            tuning,
        }
    }

    #[must_use]
    pub fn seller<'a>(&self, offers: &'a Offers, index: u16) -> Seller<'a> {
        let Some(record) = offers.supplier(index) else {
            return Seller::stranger(Trust::unknown(&self.means));
        };
        let to = self.destination;
        let sells_there = |to: Country| {
            record.country() == to || record.export_markets().any(|market| market == to)
        };
        Seller {
            record: Some(record),
            trust: Trust::of(&record, &self.means),
            distance: to.map(|to| Distance::between(record.country(), to)),
            sells_there: to.is_some_and(sells_there),
        }
    }

    #[must_use]
    pub fn candidate(
        &self,
        row: u32,
        relevance: i32,
        product: &Product,
        seller: &Seller,
    ) -> Candidate {
        let terms = Terms::of(product, self.quantity);
        let lead_time = product.lead_time_days();
        let transit = seller.distance.map_or(0, Distance::transit_days);
        let arrival = i64::from(lead_time) + i64::from(transit);
        let late = self.days_left.map_or(0, |left| (arrival - left).max(0));
        let milligrams = product.gross_weight_milligrams();
        let weight_grams = milligrams.saturating_mul(terms.quantity.into()) / 1_000;
        let rate = seller.distance.map_or(0, Distance::freight_per_kilogram);
        let preference = |to: Country| has_preference(product.origin(), to);
        Candidate {
            row,
            supplier: product.supplier(),
            relevance,
            unit: product.unit(),
            terms,
            lead_time,
            transit,
            late: u16::try_from(late).unwrap_or(u16::MAX),
            stock: product.stock(),
            valid_certificates: self.asked.count_valid(product, seller.record.as_ref()),
            sample: product.sample(),
            weight_grams,
            freight: weight_grams.saturating_mul(rate) / 1_000,
            preference: self.destination.is_some_and(preference),
        }
    }
}

impl Seller<'_> {
    /// Of whom there is no record.
    #[must_use]
    pub fn stranger(trust: Trust) -> Self {
        Seller {
            record: None,
            trust,
            distance: None,
            sells_there: false,
        }
    }
}

fn country(code: &str) -> Option<Country> {
    code.to_ascii_uppercase().as_bytes().try_into().ok()
}

/// Incoterms 2020: who brings the goods where. Under the rules of group D the supplier brings them to the destination,
/// under C they pay the carriage, under E and F the buyer takes over at the supplier's side.
fn reach(incoterm: &str) -> i64 {
    match incoterm
        .bytes()
        .next()
        .map(|letter| letter.to_ascii_uppercase())
    {
        Some(b'D') => 600,
        Some(b'C') => 400,
        Some(b'E' | b'F') => 200,
        _ => 300,
    }
}
