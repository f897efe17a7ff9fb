use api_types::catalogue::Text;
use domain::{Product, Value};
use publish::Preview;
use workflow::intake::ask::{Line, Shown};

use crate::desk::{House, number};

/// A product as a line of a list.
pub fn line(house: &House, product: &Product, row: usize, number_in_file: u32) -> Line {
    Line {
        row: number(row),
        number: number_in_file,
        sku: product.sku.as_str().to_owned(),
        name: text(&product.name),
        category: category(house, product),
        price: product.prices.last().price.ten_thousandths(),
        currency: product.currency.code().to_owned(),
        unit: product.unit.code().to_owned(),
        moq: product.order_rule.moq(),
    }
}

/// A product as the buyer sees it.
pub fn shown(house: &House, product: &Product, number_in_file: u32) -> Shown {
    let Preview { detail, drawing } = publish::preview(&house.dictionary, product);
    let attributes = product.attributes.iter().map(|attribute| {
        let entry = house.dictionary.attribute(&attribute.key);
        let name = entry.map_or_else(
            || Text {
                en: attribute.key.clone(),
                zh: attribute.key.clone(),
            },
            |entry| text(&entry.name),
        );
        let unit = match attribute.value {
            Value::Number(_) => entry.and_then(|entry| entry.unit?.symbol()),
            Value::Code(_) | Value::Text(_) => None,
        };
        (name, unit.map(str::to_owned))
    });
    Shown {
        number: number_in_file,
        detail,
        category: category(house, product),
        attributes: attributes.collect(),
        drawing: drawing.map(|drawing| {
            format!(
                r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="{}">{}</svg>"#,
                drawing.view_box, drawing.shape
            )
        }),
    }
}

fn category(house: &House, product: &Product) -> Text {
    let slug = product.category.as_str();
    let category = house.dictionary.category(slug);
    category.map_or_else(Text::default, |category| text(&category.name))
}

fn text(text: &domain::Text) -> Text {
    Text {
        en: text.en.clone(),
        zh: text.zh.clone(),
    }
}
