use api_types::catalogue::Card;

use crate::goods::{Item, wire};

/// A product where only a card is shown.
pub fn card(item: &Item) -> Card {
    let product = item.product;
    Card {
        id: item.id.to_owned(),
        name: wire(&product.name),
        category: product.category.as_str().to_owned(),
        price: product.prices.last().price.ten_thousandths(),
        currency: product.currency.code().to_owned(),
        unit: product.unit.code().to_owned(),
        moq: product.order_rule.moq(),
        supplier: item.supplier,
    }
}
