use std::cmp::Reverse;

use domain::{Product, Value};

use crate::goods::Item;

/// Fits a row of cards on a desktop and two on a phone.
const MOST: usize = 6;
/// What decides whether one part can stand in for another: what it must fit and what it is made to.
const DECISIVE: [&str; 12] = [
    "thread",
    "standard",
    "size",
    "length",
    "diameter",
    "inner_diameter",
    "outer_diameter",
    "width",
    "capacity",
    "volume_ml",
    "cas_number",
    "grade",
];
/// A part that fits is worth more than one of the same colour.
const DECISIVE_WEIGHT: u32 = 4;
/// Between equal parts a buyer wants another supplier's offer, not the neighbour in the same file; but a part of another
/// size from somebody else is of no use, so less than one decisive attribute.
const OTHER_SUPPLIER_WEIGHT: u32 = 3;

/// The products a buyer would look at next, best first: `shelf` is the item's category.
pub fn similar<'a>(item: &Item, shelf: &[Item<'a>]) -> Vec<Item<'a>> {
    // Between equals the one nearest in weight, which is what is left of size when the attributes do not tell; then ids.
    let rank = |other: &Item<'a>| {
        let score = agreement(item.product, other.product)
            + OTHER_SUPPLIER_WEIGHT * u32::from(other.supplier != item.supplier);
        (Reverse(score), weight_apart(item, other), other.id)
    };
    let mut ranked: Vec<_> = shelf
        .iter()
        .filter(|other| other.id != item.id)
        .map(|other| (rank(other), *other))
        .collect();
    ranked.sort_unstable_by_key(|(rank, _)| *rank);
    ranked.truncate(MOST);
    ranked.into_iter().map(|(_, other)| other).collect()
}

fn agreement(one: &Product, other: &Product) -> u32 {
    let agrees = |key: &str, value: &Value| {
        // Suppliers write attributes in nearly the same order, but need not.
        other.attribute(key).is_some_and(|have| have == value)
    };
    one.attributes
        .iter()
        .filter(|attribute| agrees(&attribute.key, &attribute.value))
        .map(|attribute| {
            if DECISIVE.contains(&attribute.key.as_str()) {
                DECISIVE_WEIGHT
            } else {
                1
            }
        })
        .sum()
}

/// How far apart in weight, in thousandths of the lighter one.
fn weight_apart(one: &Item, other: &Item) -> u64 {
    let (a, b) = (
        one.product.gross_weight.milligrams(),
        other.product.gross_weight.milligrams(),
    );
    a.abs_diff(b).saturating_mul(1000) / a.min(b).max(1)
}
