//! A small market for the tests: three departments, six categories, five suppliers, six hundred products.

use std::sync::OnceLock;

use api_types::catalogue::Rate;
use catalogue::Dictionary;
use catalogue::dictionary::DictionaryFiles;
use domain::{
    Attribute, Carton, Certificate, Currency, Date, Moq, OrderMultiple, OrderRule, Price,
    PriceBreak, PriceLadder, Product, Sample, Supplier, Text, Value, Verification,
};

use crate::{Goods, Parts, publish};

pub struct Market {
    pub dictionary: Dictionary,
    pub products: Vec<Product>,
    pub suppliers: Vec<Supplier>,
    pub published_on: Date,
    pub rate: Rate,
}

const DEPARTMENTS: &str = "slug,name_en,name_zh,summary_en,summary_zh
metal,Metal,金属,All of metal,全部金属制品
paper,Paper,纸品,All of paper,全部纸制品
empty,Empty,空的,Nothing yet,暂无产品
";
const CATEGORIES: &str = "slug,department,name_en,name_zh,picture
bolts,metal,Bolts & screws,螺栓与螺钉,hex-bolt
nuts,metal,Nuts,螺母,hex-nut
washers,metal,Washers,垫圈,flat-washer
cartons,paper,Cartons,纸箱,carton
reams,paper,Reams,令纸,paper-ream
nothing,empty,Nothing,无,carton
";
const ATTRIBUTES: &str = "key,name_en,name_zh,kind,unit
thread,Thread,螺纹,code,
length,Length,长度,number,MMT
finish,Finish,表面处理,text,
";

/// The market published, once for all tests that only look.
pub fn parts() -> &'static Parts {
    static PARTS: OnceLock<Parts> = OnceLock::new();
    PARTS.get_or_init(|| publish(&Market::new().goods()).unwrap())
}

impl Market {
    pub fn new() -> Self {
        Self {
            dictionary: Dictionary::read(DictionaryFiles {
                departments: DEPARTMENTS.as_bytes(),
                categories: CATEGORIES.as_bytes(),
                attributes: ATTRIBUTES.as_bytes(),
            })
            .unwrap(),
            products: (0..600).map(product).collect(),
            suppliers: (0..5).rev().map(supplier).collect(),
            published_on: date("2026-11-22"),
            rate: Rate {
                date: "2026-11-20".into(),
                cny_per_sgd_millionths: 5_400_000,
                sgd_per_usd_millionths: 1_300_000,
            },
        }
    }

    pub fn goods(&self) -> Goods<'_> {
        Goods {
            dictionary: &self.dictionary,
            products: &self.products,
            suppliers: &self.suppliers,
            published_on: self.published_on,
            rate: &self.rate,
        }
    }
}

fn supplier(number: usize) -> Supplier {
    Supplier {
        code: code(number).parse().unwrap(),
        uen: "209900001K".parse().unwrap(),
        name: text(&code(number)),
        legal_name: "Somebody (Demonstration) Pte Ltd".into(),
        summary: text("this and that"),
        about: text("a long story"),
        address: "1 Example Road, Singapore".into(),
        founded: 2001,
        employees: 12,
        verification: Verification::CompanyVerified,
        response_hours: 4,
        on_time_percent: 97,
        orders: 120,
        export_markets: vec!["CN".parse().unwrap()],
        payment_terms: text("30 days"),
        certificates: Vec::new(),
        demonstration: true,
    }
}

/// Every hundredth number is the same part from the next supplier; sizes rise within a hundred.
fn product(number: usize) -> Product {
    let size = number % 100;
    let category = ["bolts", "nuts", "washers", "cartons", "reams"][size / 20];
    let from = |from: u32, price: i64| PriceBreak {
        from,
        price: Price::from_ten_thousandths(price),
    };
    Product {
        supplier: code(number / 100 % 5).parse().unwrap(),
        sku: format!("{category}-M{size:03}-{}", number / 500)
            .parse()
            .unwrap(),
        gtin: None,
        category: category.parse().unwrap(),
        name: text(&format!("{category} {size}")),
        description: text(&format!("A thing of size {size}, number {number}.")),
        unit: "C62".parse().unwrap(),
        currency: Currency::Sgd,
        prices: PriceLadder::new(vec![from(100, 4200), from(500, 3600 - size as i64)]).unwrap(),
        order_rule: OrderRule::new(
            Moq::try_from(100).unwrap(),
            OrderMultiple::try_from(50).unwrap(),
        )
        .unwrap(),
        stock: 5,
        lead_time_days: 7,
        origin: "SG".parse().unwrap(),
        hs_code: "731815".parse().unwrap(),
        gross_weight: domain::Weight::from_milligrams(1000 + 100 * size as u64).unwrap(),
        carton: Carton {
            quantity: 500,
            size: "40x30x25".parse().unwrap(),
            weight: domain::Weight::from_milligrams(12_345_678).unwrap(),
        },
        sample: Sample::Paid,
        certificates: vec![Certificate {
            kind: "ISO 9001".into(),
            number: "DEMO-1".into(),
            issuer: "Nobody".into(),
            valid_until: date("2027-01-31"),
        }],
        attributes: vec![
            attribute("thread", Value::Code(format!("M{size}"))),
            attribute("length", Value::Number(size as f64)),
            attribute("finish", Value::Text(text("zinc"))),
        ],
        picture: None,
        photos: Vec::new(),
        listed_on: Date::from_days_since_epoch(20_000 + (number % 37) as i32).unwrap(),
    }
}

fn attribute(key: &str, value: Value) -> Attribute {
    Attribute {
        key: key.into(),
        value,
    }
}

fn code(number: usize) -> String {
    ["ant", "bee", "cat", "dog", "eel"][number].to_owned()
}

pub fn text(en: &str) -> Text {
    Text::new(en, format!("{en}（中文）"))
}

fn date(text: &str) -> Date {
    text.parse().unwrap()
}
