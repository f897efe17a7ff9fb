use domain::{Product, Value};
use drawing::{Dimensions, Drawing, Shape};

use crate::goods::{Goods, Item};
use crate::parts::PublishError;

/// One SVG that holds a symbol for each product, named by its id.
pub fn drawings(goods: &Goods, items: &[Item]) -> Result<String, PublishError> {
    let mut svg = String::from(r#"<svg xmlns="http://www.w3.org/2000/svg">"#);
    for item in items {
        let slug = picture(goods, item);
        let drawing = drawn(slug, item.product).ok_or_else(|| PublishError::Picture {
            product: item.id.to_owned(),
            picture: slug.to_owned(),
        })?;
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

/// A product in this shape, if there is one.
pub fn drawn(picture: &str, product: &Product) -> Option<Drawing> {
    let shape: Shape = picture.parse().ok()?;
    Some(drawing::draw(shape, &dimensions(product)))
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
