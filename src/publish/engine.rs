use api_types::catalogue::{EngineParts, Front};
use domain::{Certificate, Country, Currency, Rate, Sample};
use search::ask::SampleTerms;
use search::lexicon::{Lexicon, build};
use search::matching::offers;
use search::segment;

use crate::documents::{self, Indexed};
use crate::goods::{Goods, Item, Places};
use crate::hash::name_hash;
use crate::memo::{Key, Memo};
use crate::parts::{Files, PublishError};

/// Every supplier is a company of Singapore (they are known by their UEN) and dispatches from there.
const COUNTRY: &str = "SG";

/// Makes what search and matching read. `items` in the order of the published list, `front` with its departments.
pub fn parts(
    goods: &Goods,
    places: &Places,
    items: &[Item],
    front: &Front,
    (files, memo): (&mut Files, &mut Memo),
) -> Result<EngineParts, PublishError> {
    let names: Vec<(&str, &str)> = items
        .iter()
        .map(|item| (item.product.name.en.as_str(), item.product.name.zh.as_str()))
        .collect();
    let key = names.iter().fold(Key::new("lexicon"), |key, (en, zh)| {
        key.text(en.as_bytes()).text(zh.as_bytes())
    });
    let lexicon = memo.take(key, || build::for_catalogue(&names));
    let lexicon_hash = name_hash(&lexicon);
    let lexicon_file = files.bytes("lexicon", lexicon.clone());
    let han = Lexicon::open(lexicon).expect("what was written just now can be read");
    let mut segment = |documents: Vec<Indexed>| {
        let key = Key::new("segment").text(lexicon_hash.as_bytes());
        let key = documents.iter().fold(key, |key, one| one.note(key));
        memo.take(key, || {
            let mut writer = segment::Writer::new(Some(&han));
            for document in &documents {
                writer.add(&document.document());
            }
            writer.finish()
        })
    };
    let dictionary = goods.dictionary;

    let is_shown = |slug: &str| {
        let mut categories = front.departments.iter().flat_map(|d| &d.categories);
        categories.any(|category| category.slug == slug)
    };
    let categories = (goods.dictionary.categories().iter().enumerate())
        .filter(|(_, category)| is_shown(category.slug.as_str()))
        .map(|(at, category)| documents::category(dictionary, category, at));
    let suppliers = (places.suppliers.iter().enumerate())
        .map(|(at, supplier)| documents::supplier(supplier, at));
    let places_file = files.bytes("segment", segment(categories.chain(suppliers).collect()));

    let mut departments = Vec::new();
    for department in &front.departments {
        let mut documents = Vec::new();
        for (row, item) in items.iter().enumerate() {
            let category = goods.category(item);
            if category.department.as_str() == department.slug {
                let supplier = &places.suppliers[usize::from(item.supplier)].name;
                let product = (item.id, item.product);
                documents.push(documents::product(
                    dictionary, category, product, supplier, row,
                ));
            }
        }
        departments.push(files.bytes("segment", segment(documents)));
    }
    Ok(EngineParts {
        places: places_file,
        departments,
        lexicon: lexicon_file,
        offers: files.bytes("offers", offers(goods, places, items)?),
    })
}

/// Prices, terms and records, prices in SGD.
fn offers(goods: &Goods, places: &Places, items: &[Item]) -> Result<Vec<u8>, PublishError> {
    let rate = Rate::new(
        goods.published_on,
        goods.rate.cny_per_sgd_millionths,
        goods.rate.sgd_per_usd_millionths,
    )
    .map_err(|_| PublishError::Rate)?;
    let mut writer = offers::Writer::new();
    for supplier in &places.suppliers {
        let markets: Vec<&str> = supplier.export_markets.iter().map(Country::code).collect();
        writer.supplier(&offers::SupplierRecord {
            country: COUNTRY,
            verification: supplier.verification.into(),
            on_time_percent: supplier.on_time_percent,
            orders: supplier.orders,
            response_hours: supplier.response_hours,
            // Requests are not counted yet; each order was one.
            requests: supplier.orders,
            disputes: 0,
            disputes_of: 0,
            founded: supplier.founded,
            export_markets: &markets,
            certificates: &certificates(&supplier.certificates),
        });
    }
    for item in items {
        let product = item.product;
        let price = |price| {
            let price = rate.convert_price(price, product.currency, Currency::Sgd);
            // The smallest price there is, where the rate would round it away.
            price.ten_thousandths().max(1)
        };
        let breaks = product.prices.breaks().iter();
        let price_breaks: Vec<(u32, i64)> =
            breaks.map(|step| (step.from, price(step.price))).collect();
        writer.offer(&offers::Offer {
            supplier: item.supplier,
            price_breaks: &price_breaks,
            unit: product.unit.code(),
            moq: product.order_rule.moq(),
            order_multiple: product.order_rule.multiple(),
            stock: product.stock,
            lead_time_days: product.lead_time_days,
            origin: product.origin.code(),
            gross_weight_milligrams: product.gross_weight.milligrams(),
            certificates: &certificates(&product.certificates),
            sample: match product.sample {
                Sample::No => SampleTerms::No,
                Sample::Paid => SampleTerms::Paid,
                Sample::Free => SampleTerms::Free,
            },
        });
    }
    Ok(writer.finish())
}

fn certificates(certificates: &[Certificate]) -> Vec<(&str, i32)> {
    let certificates = certificates.iter();
    certificates
        .map(|have| (have.kind.as_str(), have.valid_until.days_since_epoch()))
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use api_types::catalogue::{List, decode};
    use search::document::Kind;
    use search::matching::offers::Offers;
    use search::segment::{Index, Segment};

    use crate::fixture;

    /// The bytes of a part of the published market.
    fn bytes(file: &str) -> Vec<u8> {
        let mut files = fixture::parts().files.iter();
        let file = files.find(|have| have.name == file);
        file.expect("the front names files that are there")
            .bytes
            .clone()
    }

    fn index(file: &str) -> Index {
        let mut index = Index::new();
        index.push(Segment::open(bytes(file)).unwrap());
        index
    }

    #[test]
    fn every_product_is_in_the_segment_of_its_department_by_its_row() {
        let front = &fixture::parts().front;
        let list: List = decode(&bytes(&front.list)).unwrap();
        let mut found = BTreeMap::new();
        assert_eq!(front.departments.len(), front.engine.departments.len());
        for (department, part) in front.departments.iter().zip(&front.engine.departments) {
            let index = index(&part.file);
            assert_eq!(index.documents(), department.products);
            for document in 0..index.documents() {
                assert_eq!(index.kind(document), Kind::Product);
                found.insert(index.row(document), department.slug.as_str());
            }
        }
        assert_eq!(found.len(), list.len());
        for (row, department) in found {
            let category = &list.categories[usize::from(list.category[row as usize])];
            let of = |have: &&api_types::catalogue::Department| have.slug == department;
            let department = front.departments.iter().find(of).unwrap();
            assert!(department.categories.iter().any(|c| &c.slug == category));
        }
    }

    #[test]
    fn places_are_what_has_a_page() {
        let front = &fixture::parts().front;
        let index = index(&front.engine.places.file);
        let keys: Vec<(Kind, String)> = (0..index.documents())
            .map(|document| (index.kind(document), index.key(document).to_owned()))
            .collect();
        let count = |kind| keys.iter().filter(|(have, _)| *have == kind).count();
        assert_eq!((count(Kind::Category), count(Kind::Supplier)), (5, 5));
        assert!(!keys.iter().any(|(_, key)| key == "nothing"));
    }

    #[test]
    fn offers_stand_in_the_order_of_the_list_and_sizes_are_told() {
        let parts = fixture::parts();
        let engine = &parts.front.engine;
        let offers = Offers::open(bytes(&engine.offers.file)).unwrap();
        assert_eq!(offers.rows(), parts.front.products);
        let named = [&engine.places, &engine.lexicon, &engine.offers];
        for part in engine.departments.iter().chain(named) {
            assert_eq!(bytes(&part.file).len(), part.bytes as usize);
        }
    }
}
