use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Card, Sample, Text};

/// A run of products with all that their pages show.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Shard {
    /// What the attribute keys used here are called, with the UN/ECE Rec 20 code of their unit if they have one.
    pub labels: BTreeMap<String, (Text, Option<String>)>,
    /// In the order of their ids.
    pub products: Vec<Detail>,
}

/// The folder of photographs that suppliers publish, relative to the root of the site.
pub const PHOTOS: &str = "photos/";

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Detail {
    pub id: String,
    pub sku: String,
    pub gtin: Option<String>,
    pub name: Text,
    pub description: Text,
    /// Slug.
    pub category: String,
    /// Code.
    pub supplier: String,
    /// UN/ECE Rec 20 or 21 code of what is counted, priced and weighed.
    pub unit: String,
    /// ISO 4217.
    pub currency: String,
    /// Quantity from, and price of one unit in ten-thousandths of the currency unit. Ascending quantities; the first is
    /// the MOQ.
    pub price_breaks: Vec<(u32, i64)>,
    pub moq: u32,
    pub order_multiple: u32,
    pub stock: u32,
    pub lead_time_days: u16,
    /// ISO 3166-1 alpha-2.
    pub origin: String,
    /// Harmonized System 2022, six digits.
    pub hs_code: String,
    /// Grams of one unit, packed.
    pub gross_weight_g: f64,
    pub carton: Carton,
    pub sample: Sample,
    pub certificates: Vec<Certificate>,
    pub attributes: Vec<Attribute>,
    pub similar: Vec<Similar>,
    /// Addresses of photographs below [`PHOTOS`], in the order in which they are shown.
    pub photos: Vec<String>,
    /// ISO 8601.
    pub listed_on: String,
}

/// How a supplier packs for shipping.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Carton {
    /// Units in a carton.
    pub quantity: u32,
    /// Outside length, width, height.
    pub size_mm: [u32; 3],
    /// Gross.
    pub weight_g: u32,
}

/// What a third party says of the product.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Certificate {
    pub kind: String,
    pub number: String,
    pub issuer: String,
    /// ISO 8601, the last day on which it counts.
    pub valid_until: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Attribute {
    /// Its name and unit are in [`Shard::labels`].
    pub key: String,
    pub value: Value,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Value {
    /// In the unit of the key.
    Number(f64),
    /// The same in every language: `M8`, `67-63-0`, `EN 388`.
    Code(String),
    Text(Text),
}

/// Another product a buyer would look at next.
pub type Similar = Card;
