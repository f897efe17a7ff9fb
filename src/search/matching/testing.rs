//! Goods and makers for tests, with plain defaults to differ from.

use super::offers::{Offer, Offers, SupplierRecord, Writer};
use crate::ask::SampleTerms;

#[derive(Clone, Debug)]
pub struct Goods {
    pub supplier: u16,
    pub price_breaks: Vec<(u32, i64)>,
    pub moq: u32,
    pub stock: u32,
    pub lead_time_days: u16,
    pub weight: u64,
    pub certificates: Vec<(&'static str, i32)>,
    pub sample: SampleTerms,
}

impl Default for Goods {
    fn default() -> Self {
        Self {
            supplier: 0,
            price_breaks: vec![(100, 4_200), (500, 3_600)],
            moq: 100,
            stock: 1_000,
            lead_time_days: 5,
            weight: 20_000,
            certificates: Vec::new(),
            sample: SampleTerms::No,
        }
    }
}

impl Goods {
    pub fn offer(&self) -> Offer<'_> {
        Offer {
            supplier: self.supplier,
            price_breaks: &self.price_breaks,
            unit: "C62",
            moq: self.moq,
            order_multiple: 50,
            stock: self.stock,
            lead_time_days: self.lead_time_days,
            origin: "CN",
            gross_weight_milligrams: self.weight,
            certificates: &self.certificates,
            sample: self.sample,
        }
    }
}

#[derive(Clone, Debug)]
pub struct Maker {
    pub verification: u8,
    pub on_time_percent: u8,
    pub orders: u32,
    pub response_hours: u16,
    pub disputes: u32,
    pub markets: Vec<&'static str>,
    pub certificates: Vec<(&'static str, i32)>,
}

impl Default for Maker {
    fn default() -> Self {
        Self {
            verification: 2,
            on_time_percent: 92,
            orders: 100,
            response_hours: 6,
            disputes: 1,
            markets: vec!["MY"],
            certificates: Vec::new(),
        }
    }
}

impl Maker {
    pub fn record(&self) -> SupplierRecord<'_> {
        SupplierRecord {
            country: "SG",
            verification: self.verification,
            on_time_percent: self.on_time_percent,
            orders: self.orders,
            response_hours: self.response_hours,
            requests: self.orders,
            disputes: self.disputes,
            disputes_of: self.orders,
            founded: 2001,
            export_markets: &self.markets,
            certificates: &self.certificates,
        }
    }
}

pub fn market(makers: &[Maker], goods: &[Goods]) -> Offers {
    let mut writer = Writer::new();
    for maker in makers {
        writer.supplier(&maker.record());
    }
    for one in goods {
        writer.offer(&one.offer());
    }
    Offers::open(writer.finish()).unwrap()
}
