//! A market: suppliers whose true ways only show in their records, and what they sell.

use super::dice::Dice;
use crate::ask::SampleTerms;
use crate::matching::offers::{Offer, Offers, SupplierRecord, Writer};

pub const TODAY: i32 = 20_000;
const SUPPLIERS: u64 = 60;

/// What things are.
pub const HEADS: [&str; 12] = [
    "hex bolt",
    "lock nut",
    "flat washer",
    "cable tie",
    "ball bearing",
    "safety glove",
    "hose clamp",
    "paint brush",
    "cutting disc",
    "padlock",
    "sealing tape",
    "drill bit",
];
/// What they are like: each kind of property with its values, a value with another word for it.
pub const PROPERTIES: [[(&str, &str); 6]; 5] = [
    [
        ("M4", "4mm"),
        ("M5", "5mm"),
        ("M6", "6mm"),
        ("M8", "8mm"),
        ("M10", "10mm"),
        ("M12", "12mm"),
    ],
    [
        ("stainless", "inox"),
        ("galvanized", "zinc"),
        ("brass", "copper alloy"),
        ("nylon", "polyamide"),
        ("carbon", "plain"),
        ("titanium", "ti"),
    ],
    [
        ("black", "dark"),
        ("blue", "azure"),
        ("red", "crimson"),
        ("natural", "bare"),
        ("white", "pale"),
        ("yellow", "amber"),
    ],
    [
        ("heavy duty", "reinforced"),
        ("standard", "regular"),
        ("marine", "seawater"),
        ("food grade", "hygienic"),
        ("light", "economy"),
        ("premium", "select"),
    ],
    [
        ("short", "compact"),
        ("long", "extended"),
        ("medium", "mid"),
        ("extra", "xl"),
        ("slim", "narrow"),
        ("wide", "broad"),
    ],
];
pub const KINDS: [&str; 4] = ["CE", "RoHS", "ISO 9001", "UL"];
const ORIGINS: [&str; 6] = ["CN", "MY", "TW", "DE", "JP", "SG"];
pub const DESTINATIONS: [&str; 8] = ["SG", "MY", "ID", "VN", "CN", "AU", "AE", "DE"];

#[derive(Clone, Debug)]
pub struct Scene {
    pub suppliers: Vec<Supplier>,
    pub goods: Vec<Goods>,
    /// How much longer or shorter the way to each destination really takes than anybody thinks.
    pub way: Vec<f64>,
}

#[derive(Clone, Debug)]
pub struct Supplier {
    /// True share of orders on time, and of orders without a dispute.
    pub on_time: f64,
    pub content: f64,
    /// True days of delay beyond the lead time promised.
    pub delay: f64,
    pub markets: Vec<&'static str>,
    pub verification: u8,
    pub on_time_percent: u8,
    pub orders: u32,
    pub response_hours: u16,
    pub disputes: u32,
    level: f64,
    certificates: Vec<(&'static str, i32)>,
}

#[derive(Clone, Debug)]
pub struct Goods {
    pub head: usize,
    pub properties: [usize; 5],
    pub supplier: u16,
    pub price_breaks: Vec<(u32, i64)>,
    pub moq: u32,
    pub multiple: u32,
    pub stock: u32,
    pub lead_time_days: u16,
    pub weight_milligrams: u64,
    pub certificates: Vec<(&'static str, i32)>,
    pub sample: SampleTerms,
    pub text: String,
    origin: &'static str,
}

impl Scene {
    #[must_use]
    pub fn new(dice: &mut Dice, products: usize) -> Self {
        let suppliers: Vec<Supplier> = (0..SUPPLIERS).map(|_| supplier(dice)).collect();
        // What such a thing weighs in grams, and what a kilogram of it costs, by head, before its properties.
        let base = |_: &&str| Base {
            grams: dice.skewed(2.0, 1_500.0),
            per_kilogram: dice.skewed(40_000.0, 1_000_000.0),
        };
        let bases: Vec<Base> = HEADS.iter().map(base).collect();
        let goods = (0..products)
            .map(|_| goods(dice, &suppliers, &bases))
            .collect();
        let way = DESTINATIONS.iter().map(|_| dice.around_one(0.6)).collect();
        Self {
            suppliers,
            goods,
            way,
        }
    }

    /// # Panics
    /// Never: what the writer wrote can be opened.
    #[must_use]
    pub fn offers(&self) -> Offers {
        let mut writer = Writer::new();
        for one in &self.suppliers {
            writer.supplier(&SupplierRecord {
                country: "SG",
                verification: one.verification,
                on_time_percent: one.on_time_percent,
                orders: one.orders,
                response_hours: one.response_hours,
                requests: one.orders,
                disputes: one.disputes,
                disputes_of: one.orders,
                founded: 2_000,
                export_markets: &one.markets,
                certificates: &one.certificates,
            });
        }
        for one in &self.goods {
            writer.offer(&Offer {
                supplier: one.supplier,
                price_breaks: &one.price_breaks,
                unit: "C62",
                moq: one.moq,
                order_multiple: one.multiple,
                stock: one.stock,
                lead_time_days: one.lead_time_days,
                origin: one.origin,
                gross_weight_milligrams: one.weight_milligrams,
                certificates: &one.certificates,
                sample: one.sample,
            });
        }
        Offers::open(writer.finish()).expect("what was written just now is whole")
    }

    /// Whether a certificate of the product or its supplier is valid on a day.
    #[must_use]
    pub fn is_certified(&self, goods: &Goods, kind: &str, day: i32) -> bool {
        let supplier = &self.suppliers[usize::from(goods.supplier)];
        let mut all = goods.certificates.iter().chain(&supplier.certificates);
        all.any(|(have, until)| *have == kind && day <= *until)
    }
}

/// A kind of goods.
#[derive(Clone, Copy, Debug)]
struct Base {
    grams: f64,
    /// Ten-thousandths of an SGD.
    per_kilogram: f64,
}

fn supplier(dice: &mut Dice) -> Supplier {
    // One thing behind all: how well they work. It shows in everything, nowhere alone.
    let quality = dice.unit();
    let on_time = (0.62 + 0.36 * quality * dice.around_one(0.25)).min(0.995);
    let content = 1.0 - (0.002 + 0.10 * (1.0 - quality) * dice.unit());
    let orders = dice.skewed(0.0, 600.0) as u32;
    let count = |dice: &mut Dice, chance: f64| -> u32 {
        (0..orders).filter(|_| dice.unit() < chance).count() as u32
    };
    let kept = count(dice, on_time);
    let disputes = count(dice, 1.0 - content);
    let verification = (quality * dice.around_one(0.8) * 4.0).clamp(0.0, 3.0) as u8;
    let markets = DESTINATIONS
        .iter()
        .copied()
        .filter(|_| dice.chance(45))
        .collect();
    let until = TODAY + dice.between(-200.0, 900.0) as i32;
    let certificates = if dice.chance(60) {
        vec![("ISO 9001", until)]
    } else {
        Vec::new()
    };
    Supplier {
        on_time,
        content,
        delay: dice.between(0.0, 9.0) * (1.0 - on_time) * 3.0,
        markets,
        verification,
        // Without an order nobody has a record; directories show a hundred then.
        on_time_percent: (kept * 100).checked_div(orders).unwrap_or(100) as u8,
        orders,
        response_hours: (dice.skewed(1.0, 40.0) * (1.6 - quality)) as u16,
        disputes,
        // Who works well asks for a little more.
        level: dice.around_one(0.45) * (0.9 + 0.2 * quality),
        certificates,
    }
}

fn goods(dice: &mut Dice, suppliers: &[Supplier], bases: &[Base]) -> Goods {
    let head = dice.below(HEADS.len() as u64) as usize;
    let properties = [0; 5].map(|_: usize| dice.below(6) as usize);
    let supplier = dice.below(suppliers.len() as u64) as u16;
    let level = suppliers[usize::from(supplier)].level;
    let Base {
        grams,
        per_kilogram,
    } = bases[head];
    let grams = grams * (1.0 + 0.25 * properties[0] as f64) * dice.around_one(0.2);
    let price =
        grams / 1_000.0 * per_kilogram * quality(&properties) * level * dice.around_one(0.35);
    let moq = 10 * (1 + dice.skewed(0.0, 60.0) as u32);
    let mut price_breaks = vec![(moq, price.max(2.0) as i64)];
    let (mut from, mut at) = (moq, price);
    for _ in 0..dice.below(4) {
        from *= 2 + dice.below(4) as u32;
        at *= dice.between(0.86, 0.99);
        price_breaks.push((from, at.max(1.0) as i64));
    }
    let mut certificates = Vec::new();
    for kind in KINDS {
        if dice.chance(40) {
            certificates.push((kind, TODAY + dice.between(-150.0, 900.0) as i32));
        }
    }
    let samples = [SampleTerms::No, SampleTerms::Paid, SampleTerms::Free];
    Goods {
        head,
        properties,
        supplier,
        price_breaks,
        moq,
        multiple: if dice.chance(50) { moq } else { moq / 10 * 5 },
        stock: if dice.chance(30) {
            0
        } else {
            dice.skewed(0.0, 20_000.0) as u32
        },
        lead_time_days: dice.skewed(1.0, 60.0) as u16,
        weight_milligrams: (grams * 1_000.0) as u64,
        certificates,
        sample: dice.pick(&samples),
        text: text(dice, head, &properties),
        origin: dice.pick(&ORIGINS),
    }
}

/// Better and longer costs more; a color does not.
fn quality(properties: &[usize; 5]) -> f64 {
    let [_, material, _, grade, length] = *properties;
    let step = |value: usize, by: f64| 1.0 + by * value as f64;
    step(material, 0.12) * step(grade, 0.06) * step(length, 0.05)
}

/// What a supplier writes: mostly everything, mostly in the usual words.
fn text(dice: &mut Dice, head: usize, properties: &[usize; 5]) -> String {
    let mut words = vec![HEADS[head]];
    for (values, value) in PROPERTIES.iter().zip(properties) {
        let (usual, other) = values[*value];
        if dice.chance(92) {
            words.push(if dice.chance(85) { usual } else { other });
        }
    }
    words.join(" ")
}
