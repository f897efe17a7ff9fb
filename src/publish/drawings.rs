use domain::{Product, Value};
use drawing::{Dimensions, Shape};

use crate::goods::{Goods, Item};
use crate::parts::PublishError;

/// One SVG that holds a symbol for each product, named by its id.
pub fn drawings(goods: &Goods, items: &[Item]) -> Result<String, PublishError> {
    let mut svg = String::from(r#"<svg xmlns="http://www.w3.org/2000/svg">"#);
    for item in items {
        let slug = picture(goods, item);
        let shape: Shape = slug.parse().map_err(|_| PublishError::Picture {
            product: item.id.to_owned(),
            picture: slug.to_owned(),
        })?;
        let drawing = drawing::draw(shape, &dimensions(item.product));
        svg.push_str(&drawing::symbol(item.id, &drawing));
    }
    svg.push_str("</svg>");
    Ok(svg)
}

/// The shape of a product: its own, else its category's.
pub fn picture<'a>(goods: &Goods<'a>, item: &Item<'a>) -> &'a str {
    let own = item.product.picture.as_ref().map(|slug| slug.as_str());
    own.unwrap_or(goods.category(item).picture.as_str())
}

fn dimensions(product: &Product) -> Dimensions {
    let mut dimensions = Dimensions::default();
    for attribute in &product.attributes {
        dimensions = match &attribute.value {
            Value::Number(number) => dimensions.with_number(&attribute.key, *number),
            Value::Code(code) => dimensions.with_code(&attribute.key, code),
            Value::Text(_) => dimensions,
        };
    }
    dimensions
}
