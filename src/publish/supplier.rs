use api_types::catalogue::{Supplier, SupplierCard};
use domain::Country;

use crate::detail::certificate;
use crate::goods::{Goods, Item, wire};

/// A supplier where only a line is shown.
pub fn supplier_card(supplier: &domain::Supplier, products: usize) -> SupplierCard {
    SupplierCard {
        code: supplier.code.as_str().to_owned(),
        name: wire(&supplier.name),
        summary: wire(&supplier.summary),
        products: u32::try_from(products).unwrap_or(u32::MAX),
        demonstration: supplier.demonstration,
        verification: supplier.verification.into(),
        on_time_percent: supplier.on_time_percent,
        orders: supplier.orders,
        response_hours: supplier.response_hours,
    }
}

/// All that the page of a supplier shows. `items` are their products.
pub fn supplier(goods: &Goods, supplier: &domain::Supplier, items: &[Item]) -> Supplier {
    let count = |slug: &str| {
        let sold = |item: &&Item| goods.category(item).department.as_str() == slug;
        items.iter().filter(sold).count()
    };
    let mut departments: Vec<(usize, &str)> = goods
        .dictionary
        .departments()
        .iter()
        .map(|department| department.slug.as_str())
        .map(|slug| (count(slug), slug))
        .filter(|(products, _)| 0 < *products)
        .collect();
    // Stable: departments with as many products stay in the order they are shown.
    departments.sort_by_key(|(products, _)| std::cmp::Reverse(*products));
    Supplier {
        code: supplier.code.as_str().to_owned(),
        uen: supplier.uen.as_str().to_owned(),
        legal_name: supplier.legal_name.clone(),
        about: wire(&supplier.about),
        address: supplier.address.clone(),
        founded: supplier.founded,
        employees: supplier.employees,
        export_markets: codes(&supplier.export_markets),
        payment_terms: wire(&supplier.payment_terms),
        certificates: supplier.certificates.iter().map(certificate).collect(),
        departments: departments
            .into_iter()
            .map(|(_, slug)| slug.to_owned())
            .collect(),
    }
}

fn codes(countries: &[Country]) -> Vec<String> {
    countries
        .iter()
        .map(|country| country.code().to_owned())
        .collect()
}
