//! English, as a Singapore distributor writes it.

mod browsing;
mod product;
mod search;
mod site;

use super::{Site, Words};

pub static SITE: Site = site::SITE;

pub static WORDS: Words = Words {
    site: site::SITE,
    home: site::HOME,
    list: browsing::LIST,
    search: search::SEARCH,
    need: search::NEED,
    product: product::PRODUCT,
    quantity: product::QUANTITY,
    supplier: browsing::SUPPLIER,
    compare: browsing::COMPARE,
    saved: browsing::SAVED,
    about: site::ABOUT,
    trouble: site::TROUBLE,
};

/// One product, two products.
fn counted(count: u32, shown: &str, one: &str, many: &str) -> String {
    format!("{shown} {}", if count == 1 { one } else { many })
}
