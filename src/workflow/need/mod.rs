//! A buyer's need as it stands in the address: what the buyer chose, and what was read out of the words.

mod read;
#[cfg(test)]
mod tests;

use domain::{Date, Price};
use search::ask::{Need, Weights};

pub use read::{Clue, complete};

/// What the need page shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Asked {
    /// As the buyer filled it in.
    pub need: Need,
    /// What was read out of the words and is not what the buyer meant.
    pub dismissed: Vec<Clue>,
    /// Suppliers are shown, not products.
    pub by_supplier: bool,
}

impl Asked {
    /// Reads the query of an address. What makes no sense there is left out, never an error.
    #[must_use]
    pub fn from_query(get: impl Fn(&str) -> Option<String>) -> Self {
        let get: &dyn Fn(&str) -> String = &|key| get(key).unwrap_or_default();
        let some = |key: &str| Some(get(key)).filter(|value| !value.is_empty());
        let usual = Weights::default();
        let weight = |key, usual| {
            some(key)
                .and_then(|value| value.parse().ok())
                .map_or(usual, most)
        };
        Asked {
            need: Need {
                text: get("need"),
                quantity: quantity(&get("quantity")),
                target_price: price(&get("price")),
                needed_by: day(&get("by")),
                destination: some("to"),
                certificates: list(&get("certificate")).map(str::to_owned).collect(),
                incoterm: some("incoterm"),
                sample: some("sample").is_some(),
                weights: Weights {
                    price: weight("cheap", usual.price),
                    speed: weight("fast", usual.speed),
                    reliability: weight("sure", usual.reliability),
                },
            },
            dismissed: list(&get("not")).filter_map(Clue::from_key).collect(),
            by_supplier: get("show") == "suppliers",
        }
    }

    /// The query that reads back as this; what is left open is left out.
    #[must_use]
    pub fn to_query(&self) -> Vec<(&'static str, String)> {
        let need = &self.need;
        let mut query = Vec::new();
        let mut add = |key, value: Option<String>| {
            if let Some(value) = value.filter(|value| !value.is_empty()) {
                query.push((key, value));
            }
        };
        add("need", Some(need.text.clone()));
        add(
            "quantity",
            need.quantity.map(|quantity| quantity.to_string()),
        );
        add("price", need.target_price.map(written_price));
        add("by", need.needed_by.and_then(written_day));
        add("to", need.destination.clone());
        add("certificate", Some(need.certificates.join(",")));
        add("incoterm", need.incoterm.clone());
        add("sample", need.sample.then(|| "1".to_owned()));
        let usual = Weights::default();
        let weight = |now: u8, usual: u8| (now != usual).then(|| now.to_string());
        add("cheap", weight(need.weights.price, usual.price));
        add("fast", weight(need.weights.speed, usual.speed));
        add("sure", weight(need.weights.reliability, usual.reliability));
        let dismissed: Vec<&str> = self.dismissed.iter().map(|clue| clue.key()).collect();
        add("not", Some(dismissed.join(",")));
        add("show", self.by_supplier.then(|| "suppliers".to_owned()));
        query
    }

    /// Takes what a field of the form holds now; a field is named by its key in the address.
    pub fn set(&mut self, field: &str, value: &str) {
        if field == "certificate" {
            // Each choice adds one.
            if !value.is_empty() && !self.need.certificates.iter().any(|have| have == value) {
                self.need.certificates.push(value.to_owned());
            }
            return;
        }
        let query = self.to_query();
        *self = Asked::from_query(|key| {
            let have = || query.iter().find(|(name, _)| *name == key);
            match key == field {
                true => Some(value.to_owned()),
                false => have().map(|(_, value)| value.clone()),
            }
        });
        if self.is_empty() {
            self.dismissed.clear();
        }
    }

    /// Whether there is anything to look for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.need.text.trim().is_empty()
    }
}

/// Reads how many are wanted; none where that is no number above 0.
#[must_use]
pub fn quantity(written: &str) -> Option<u32> {
    written.trim().parse().ok().filter(|&quantity| 0 < quantity)
}

/// Reads a price for one unit into ten-thousandths of an SGD.
#[must_use]
pub fn price(written: &str) -> Option<i64> {
    let price: Price = written.trim().parse().ok()?;
    Some(price.ten_thousandths()).filter(|&price| 0 < price)
}

/// The way back from [`price`]: no more decimals than it needs.
#[must_use]
pub fn written_price(ten_thousandths: i64) -> String {
    Price::from_ten_thousandths(ten_thousandths).to_string()
}

/// Reads a day, ISO 8601, into days since 1970-01-01.
#[must_use]
pub fn day(written: &str) -> Option<i32> {
    written.parse::<Date>().ok().map(Date::days_since_epoch)
}

/// The way back from [`day`].
#[must_use]
pub fn written_day(days: i32) -> Option<String> {
    Date::from_days_since_epoch(days).map(|date| date.to_string())
}

fn list(written: &str) -> impl Iterator<Item = &str> {
    written.split(',').filter(|part| !part.is_empty())
}

fn most(weight: u8) -> u8 {
    weight.min(100)
}
