use api_types::catalogue::List;

use crate::detail::sample;
use crate::goods::Item;

/// Every product in columns. `items` in the order of their ids.
pub fn list(items: &[Item]) -> List {
    let mut list = List::default();
    for item in items {
        let product = item.product;
        list.id.push(item.id.to_owned());
        list.sku.push(product.sku.as_str().to_owned());
        list.name_en.push(product.name.en.clone());
        list.name_zh.push(product.name.zh.clone());
        let category = product.category.as_str();
        list.category.push(index(&mut list.categories, category));
        list.supplier.push(item.supplier);
        let origin = product.origin.code();
        list.origin.push(index(&mut list.origins, origin));
        let currency = product.currency.code();
        list.currency.push(index(&mut list.currencies, currency));
        list.unit.push(index(&mut list.units, product.unit.code()));
        list.price
            .push(product.prices.first().price.ten_thousandths());
        list.lowest_price
            .push(product.prices.last().price.ten_thousandths());
        list.moq.push(product.order_rule.moq());
        list.stock.push(product.stock);
        list.lead_time_days.push(product.lead_time_days);
        list.sample.push(sample(product.sample));
        let kinds = &mut list.certificate_kinds;
        let certificates = product.certificates.iter().map(|certificate| {
            let last_day = certificate.valid_until.days_since_epoch();
            (index(kinds, &certificate.kind), last_day)
        });
        list.certificates.push(certificates.collect());
        list.listed_on.push(product.listed_on.days_since_epoch());
    }
    list
}

/// Where `value` stands in `values`; put there if it is new. The columns have dozens of different values: a walk beats a map.
fn index(values: &mut Vec<String>, value: &str) -> u16 {
    let at = values.iter().position(|have| have == value);
    let at = at.unwrap_or_else(|| {
        values.push(value.to_owned());
        values.len() - 1
    });
    u16::try_from(at).expect("fewer than 65,536 categories, countries, currencies, units and kinds")
}
