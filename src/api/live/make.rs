use std::collections::{BTreeMap, HashMap, HashSet};

use bytes::Bytes;
use catalogue::{Rules, product_of, supplier_of};
use clerk::offer::{DICTIONARY, Kept, is_picture};
use domain::{Certificate, Id, Product, Supplier};
use market::{DraftKind, Record};
use store::catalogue::Shown;

use super::{Base, Goods, LiveError};

/// Kinds of certificates that a catalogue can tell apart. Others than the first are left out: nobody needs so many,
/// and whoever makes up more does not keep everybody else's goods from being published.
const MOST_KINDS: usize = 60_000;
/// Suppliers that a catalogue can tell apart.
const MOST_SUPPLIERS: usize = 60_000;

/// What need not be done again the next time.
#[derive(Default)]
pub(super) struct Memo {
    goods: Option<Goods>,
    parts: publish::Memo,
}

/// The parts of the catalogue of the base and these listings. Blocks.
pub(super) fn parts(
    base: &Base,
    (shown, records): (&[Shown], &BTreeMap<Id, Record>),
    memo: &mut Memo,
) -> Result<Vec<(String, Bytes)>, LiveError> {
    if memo.goods.is_none() {
        memo.goods = Some((base.read)().map_err(LiveError::Base)?);
    }
    let base = memo.goods.as_ref().expect("read just now");
    let mut suppliers = base.suppliers.clone();
    let mut products = base.products.clone();
    let mut pages = pages(base, shown);
    for (company, record) in records {
        if let Some(page) = pages.get_mut(company) {
            (page.orders, page.on_time_percent) = (record.completed, percent(record));
        }
    }
    for listing in shown {
        if let (DraftKind::Product, Some(page)) = (listing.kind, pages.get(&listing.company)) {
            products.extend(product(page, &listing.content));
        }
    }
    suppliers.extend(pages.into_values());
    // What has no order of its own has one of ours, so that the same goods give the same bytes.
    suppliers.sort_by(|a, b| a.code.as_str().cmp(b.code.as_str()));
    bound_kinds(&mut suppliers, &mut products);
    let goods = publish::Goods {
        dictionary: &DICTIONARY,
        products: &products,
        suppliers: &suppliers,
        published_on: base.published_on,
        rate: &base.rate,
    };
    let parts = publish::publish_again(&goods, &mut memo.parts)?;
    let files = parts.files.into_iter();
    Ok(files.map(|file| (file.name, file.bytes.into())).collect())
}

/// Of completed orders, how many were on time: rounded down, so that nobody is better than they are.
fn percent(record: &Record) -> u8 {
    let share = (u64::from(record.on_time) * 100).checked_div(record.completed.into());
    share
        .and_then(|share| u8::try_from(share).ok())
        .unwrap_or(0)
}

/// The suppliers among the listings, by their companies. A code of the base's stays the base's.
fn pages(base: &Goods, shown: &[Shown]) -> HashMap<Id, Supplier> {
    let mut taken: HashSet<_> = base.suppliers.iter().map(|one| one.code.clone()).collect();
    let mut pages = HashMap::new();
    for listing in shown.iter().filter(|one| one.kind == DraftKind::Profile) {
        let kept = Kept::read(&listing.content);
        // What this release would not take any more is left out, as a row of a file is.
        let supplier = kept.and_then(|kept| supplier_of(&kept.cells).0);
        if let Some(supplier) = supplier
            && base.suppliers.len() + pages.len() < MOST_SUPPLIERS
            && taken.insert(supplier.code.clone())
        {
            pages.insert(listing.company, supplier);
        }
    }
    pages
}

fn product(page: &Supplier, content: &str) -> Option<Product> {
    let kept = Kept::read(content)?;
    let rules = Rules {
        supplier: &page.code,
        dictionary: &DICTIONARY,
        is_picture: &is_picture,
    };
    let product = product_of(&kept.cells, &rules).product?;
    Some(Product {
        photos: kept.photos,
        ..product
    })
}

fn bound_kinds(suppliers: &mut [Supplier], products: &mut [Product]) {
    let mut kinds = HashSet::new();
    let mut bound = |certificates: &mut Vec<Certificate>| {
        certificates.retain(|certificate| {
            kinds.contains(&certificate.kind)
                || (kinds.len() < MOST_KINDS && kinds.insert(certificate.kind.clone()))
        });
    };
    suppliers
        .iter_mut()
        .for_each(|one| bound(&mut one.certificates));
    products
        .iter_mut()
        .for_each(|one| bound(&mut one.certificates));
}
