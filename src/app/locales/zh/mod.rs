//! Simplified Chinese, as a trader in Shenzhen writes it.

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
