use std::collections::{BTreeMap, BTreeSet};

use api_types::catalogue::{DIMENSIONS_SUFFIX, FRONT_PATH, Front, List, Shard, Suppliers, decode};

use crate::fixture::{Market, parts};
use crate::shards::{MOST_BYTES, gzip_size};
use crate::{Parts, PublishError, name_hash, publish};

fn files(parts: &Parts) -> BTreeMap<&str, &[u8]> {
    parts
        .files
        .iter()
        .map(|file| (file.name.as_str(), file.bytes.as_slice()))
        .collect()
}

#[test]
fn the_same_goods_in_any_order_give_the_same_bytes() {
    let mut market = Market::new();
    let one = publish(&market.goods()).unwrap();
    market.products.reverse();
    market.suppliers.reverse();
    assert!(one == publish(&market.goods()).unwrap());
}

#[test]
fn any_change_changes_the_version() {
    let mut market = Market::new();
    let before = publish(&market.goods()).unwrap().front.version;
    market.products[7].stock += 1;
    assert_ne!(before, publish(&market.goods()).unwrap().front.version);
}

#[test]
fn every_file_is_named_by_its_bytes_and_named_by_the_front() {
    let parts = parts();
    let files = files(parts);
    assert_eq!(parts.files.len(), files.len());
    assert!(FRONT_PATH.ends_with(&parts.files[0].name));
    let front: Front = decode(files["front.bin"]).unwrap();
    assert_eq!(front, parts.front);

    let mut named: BTreeSet<&str> = BTreeSet::from([
        "front.bin",
        &front.list,
        &front.supplier_details,
        &front.newest_drawings,
        &front.example_drawings,
    ]);
    named.extend(front.shards.iter().map(|shard| shard.file.as_str()));
    let engine = &front.engine;
    named.extend([&engine.places, &engine.lexicon, &engine.offers].map(|part| part.file.as_str()));
    named.extend(engine.departments.iter().map(|part| part.file.as_str()));
    let categories = front.departments.iter().flat_map(|d| &d.categories);
    named.extend(categories.map(|category| category.drawings.as_str()));
    assert_eq!(named, files.keys().copied().collect());
    for (name, bytes) in files {
        assert!(name == "front.bin" || name.contains(&name_hash(bytes)));
    }
}

#[test]
fn every_product_is_in_the_shard_that_the_front_names_for_it() {
    let parts = parts();
    let files = files(parts);
    assert_eq!(parts.front.products, 600);
    assert!(2 < parts.front.shards.len());
    let mut found = 0;
    for reference in &parts.front.shards {
        let shard: Shard = decode(files[reference.file.as_str()]).unwrap();
        assert_eq!(shard.products[0].id, reference.first);
        for detail in &shard.products {
            assert_eq!(parts.front.shard_of(&detail.id), Some(reference));
            assert_eq!(detail, &parts.products[found]);
            found += 1;
            for attribute in &detail.attributes {
                assert!(shard.labels.contains_key(&attribute.key));
            }
        }
    }
    assert_eq!(found, parts.products.len());
}

#[test]
fn shards_are_light_and_not_needlessly_many() {
    let parts = parts();
    let files = files(parts);
    let sizes: Vec<usize> = parts
        .front
        .shards
        .iter()
        .map(|shard| gzip_size(files[shard.file.as_str()]))
        .collect();
    assert!(sizes.iter().all(|size| *size <= MOST_BYTES), "{sizes:?}");
    let total: usize = sizes.iter().sum();
    assert!(sizes.len() <= 2 + 2 * total / MOST_BYTES, "{sizes:?}");
}

#[test]
fn families_are_cut_only_where_they_must_be() {
    let parts = parts();
    let firsts: BTreeSet<&str> = parts
        .front
        .shards
        .iter()
        .map(|s| s.first.as_str())
        .collect();
    for pair in parts.products.windows(2) {
        if firsts.contains(pair[1].id.as_str()) {
            assert_ne!(
                (&pair[0].category, &pair[0].supplier),
                (&pair[1].category, &pair[1].supplier)
            );
        }
    }
}

#[test]
fn the_list_is_sorted_and_its_columns_are_equally_long() {
    let parts = parts();
    let list: List = decode(files(parts)[parts.front.list.as_str()]).unwrap();
    assert!(list.id.is_sorted());
    let lengths = [
        list.sku.len(),
        list.name_en.len(),
        list.name_zh.len(),
        list.category.len(),
        list.supplier.len(),
        list.origin.len(),
        list.currency.len(),
        list.unit.len(),
        list.price.len(),
        list.lowest_price.len(),
        list.moq.len(),
        list.stock.len(),
        list.lead_time_days.len(),
        list.sample.len(),
        list.certificates.len(),
        list.listed_on.len(),
    ];
    assert!(lengths.iter().all(|length| *length == list.len()));
    for detail in &parts.products {
        let row = list.find(&detail.id).unwrap();
        assert_eq!(list.sku[row], detail.sku);
        assert_eq!(list.price[row], detail.price_breaks[0].1);
        let supplier = &parts.front.suppliers[usize::from(list.supplier[row])];
        assert_eq!(supplier.code, detail.supplier);
        let category = usize::from(list.category[row]);
        assert_eq!(list.categories[category], detail.category);
    }
}

#[test]
fn every_product_has_its_drawing_in_its_category_and_the_newest_have_theirs() {
    let parts = parts();
    let files = files(parts);
    let text = |name: &str| std::str::from_utf8(files[name]).unwrap();
    let has = |svg: &str, id: &str| svg.contains(&format!("id=\"{id}\""));
    for category in parts.front.departments.iter().flat_map(|d| &d.categories) {
        let svg = text(&category.drawings);
        assert!(has(svg, &category.example));
        assert!(has(text(&parts.front.example_drawings), &category.example));
        let of = |detail: &&api_types::catalogue::Detail| detail.category == category.slug;
        let products: Vec<_> = parts.products.iter().filter(of).collect();
        assert_eq!(products.len(), category.products as usize);
        for detail in products {
            assert!(has(svg, &detail.id));
            // Not every shape has dimensions to show; a bolt's thread and length are.
            let dimensions = format!("{}{DIMENSIONS_SUFFIX}", detail.id);
            assert!(detail.category != "bolts" || has(svg, &dimensions));
        }
    }
    for card in &parts.front.newest {
        assert!(has(text(&parts.front.newest_drawings), &card.id));
    }
}

#[test]
fn what_has_no_products_is_not_shown() {
    let front = &parts().front;
    let slugs: Vec<&str> = front.departments.iter().map(|d| d.slug.as_str()).collect();
    assert_eq!(slugs, ["metal", "paper"]);
}

#[test]
fn similar_products_are_the_same_part_of_others_first() {
    let parts = parts();
    let detail = parts.products.iter().find(|p| p.id == "bee.bolts-m007-0");
    let similar = &detail.unwrap().similar;
    assert_eq!(similar.len(), 6);
    assert!(similar[..5].iter().all(|card| card.id.contains("-m007-")));
    let supplier = |at: usize| similar[at].supplier;
    assert!((0..4).all(|at| supplier(at) != 1));
    for detail in &parts.products {
        assert!(detail.similar.iter().all(|card| card.id != detail.id));
        assert!(detail.similar.iter().all(|c| c.category == detail.category));
    }
}

#[test]
fn new_products_are_newest_first_and_of_every_category() {
    let parts = parts();
    let newest = &parts.front.newest;
    assert_eq!(newest.len(), 12);
    let categories: BTreeSet<&str> = newest.iter().map(|card| card.category.as_str()).collect();
    assert_eq!(categories.len(), 5);
    let listed = |id: &str| {
        let found = parts.products.iter().find(|p| p.id == id);
        found.unwrap().listed_on.clone()
    };
    let dates: Vec<String> = newest.iter().map(|card| listed(&card.id)).collect();
    assert!(dates.is_sorted_by(|a, b| a >= b));
}

#[test]
fn suppliers_stand_in_the_order_of_their_codes_with_their_departments() {
    let parts = parts();
    let name = parts.front.supplier_details.as_str();
    let suppliers: Suppliers = decode(files(parts)[name]).unwrap();
    assert_eq!(suppliers.suppliers, parts.suppliers);
    let codes: Vec<&str> = parts.suppliers.iter().map(|s| s.code.as_str()).collect();
    assert_eq!(codes, ["ant", "bee", "cat", "dog", "eel"]);
    assert_eq!(parts.suppliers[0].departments, ["metal", "paper"]);
    assert_eq!(parts.front.suppliers[0].products, 200);
}

#[test]
fn goods_that_do_not_fit_each_other_are_refused() {
    let mut market = Market::new();
    market.products[3].category = "unheard-of".parse().unwrap();
    let refused = publish(&market.goods());
    assert!(matches!(refused, Err(PublishError::Category { .. })));

    let mut market = Market::new();
    market.suppliers.pop();
    let refused = publish(&market.goods());
    assert!(matches!(refused, Err(PublishError::Supplier { .. })));

    let mut market = Market::new();
    market.products[0] = market.products[1].clone();
    let refused = publish(&market.goods());
    assert!(matches!(refused, Err(PublishError::Twice { .. })));
}
