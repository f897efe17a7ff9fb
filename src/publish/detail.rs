use api_types::catalogue as wire_types;
use api_types::catalogue::{Attribute, Card, Carton, Certificate, Detail, Value};

use domain::Product;

use crate::goods::wire;

/// All that the page of a product shows.
pub fn detail(id: &str, product: &Product, similar: Vec<Card>) -> Detail {
    let breaks = product.prices.breaks().iter();
    Detail {
        id: id.to_owned(),
        sku: product.sku.as_str().to_owned(),
        gtin: product.gtin.as_ref().map(|gtin| gtin.as_str().to_owned()),
        name: wire(&product.name),
        description: wire(&product.description),
        category: product.category.as_str().to_owned(),
        supplier: product.supplier.as_str().to_owned(),
        unit: product.unit.code().to_owned(),
        currency: product.currency.code().to_owned(),
        price_breaks: breaks
            .map(|step| (step.from, step.price.ten_thousandths()))
            .collect(),
        moq: product.order_rule.moq(),
        order_multiple: product.order_rule.multiple(),
        stock: product.stock,
        lead_time_days: product.lead_time_days,
        origin: product.origin.code().to_owned(),
        hs_code: product.hs_code.digits(),
        gross_weight_g: product.gross_weight.grams(),
        carton: Carton {
            quantity: product.carton.quantity,
            size_mm: product.carton.size.millimetres(),
            weight_g: whole_grams(product.carton.weight),
        },
        sample: sample(product.sample),
        certificates: product.certificates.iter().map(certificate).collect(),
        attributes: product.attributes.iter().map(attribute).collect(),
        similar,
        photos: product.photos.clone(),
        listed_on: product.listed_on.to_string(),
    }
}

pub fn certificate(certificate: &domain::Certificate) -> Certificate {
    Certificate {
        kind: certificate.kind.clone(),
        number: certificate.number.clone(),
        issuer: certificate.issuer.clone(),
        valid_until: certificate.valid_until.to_string(),
    }
}

pub fn sample(sample: domain::Sample) -> wire_types::Sample {
    match sample {
        domain::Sample::No => wire_types::Sample::None,
        domain::Sample::Paid => wire_types::Sample::Paid,
        domain::Sample::Free => wire_types::Sample::Free,
    }
}

fn attribute(attribute: &domain::Attribute) -> Attribute {
    Attribute {
        key: attribute.key.clone(),
        value: match &attribute.value {
            domain::Value::Number(number) => Value::Number(*number),
            domain::Value::Code(code) => Value::Code(code.clone()),
            domain::Value::Text(text) => Value::Text(wire(text)),
        },
    }
}

/// Half up. A carton of four thousand tonnes stays four thousand tonnes.
fn whole_grams(weight: domain::Weight) -> u32 {
    u32::try_from((weight.milligrams() + 500) / 1000).unwrap_or(u32::MAX)
}
