use std::sync::LazyLock;

use catalogue::{Diagnostic, Dictionary, Rules, product_of};
use domain::SupplierCode;
use market::{Fault, MAX_PHOTOS, Offered, Photo, Why};

use super::{Bench, Content, Kept, expires_on, fault::fault};

/// What every product is checked against.
pub static DICTIONARY: LazyLock<Dictionary> = LazyLock::new(Dictionary::standard);

/// While it is checked it is nobody's: whose it is stands in the supplier's page.
static NOBODY: LazyLock<SupplierCode> =
    LazyLock::new(|| "nobody".parse().expect("the form of a supplier's code"));

pub(super) fn check(bench: &Bench<'_>, content: Content) -> Result<Offered, Vec<Fault>> {
    let mut cells = content.cells;
    // Whoever publishes from the console lists it today, unless they say otherwise.
    let listed_on = cells.entry("listed_on".to_owned()).or_default();
    if listed_on.trim().is_empty() {
        *listed_on = bench.today.to_string();
    }
    let rules = Rules {
        supplier: &NOBODY,
        dictionary: &DICTIONARY,
        is_picture: &is_picture,
    };
    let checked = product_of(&cells, &rules);
    let errors = checked
        .diagnostics
        .iter()
        .filter(|found| Diagnostic::is_error(found));
    let mut faults: Vec<_> = errors.map(fault).collect();
    let (mut photos, mut names) = (Vec::new(), Vec::new());
    if MAX_PHOTOS < content.photos.len() {
        faults.push(Fault::new("/photos", Why::TooLong));
    }
    for (at, blob) in content.photos.iter().enumerate() {
        match bench.photos.get(blob) {
            Some((digest, media)) => {
                names.push(format!("{}.{}", hexadecimal(digest), media.extension()));
                photos.push(Photo {
                    blob: *blob,
                    digest: *digest,
                });
            }
            None => faults.push(Fault::new(format!("/photos/{at}"), Why::Missing)),
        }
    }
    match checked.product {
        Some(product) if faults.is_empty() => Ok(Offered {
            key: product.sku.as_str().to_ascii_lowercase(),
            expires_on: expires_on(&product.certificates),
            content: Kept {
                cells,
                photos: names,
            }
            .text(),
            photos,
        }),
        _ => Err(faults),
    }
}

/// Whether there is a drawing of this name.
#[must_use]
pub fn is_picture(slug: &str) -> bool {
    slug.parse::<drawing::Shape>().is_ok()
}

/// As a photograph is called by the SHA-256 of its bytes.
#[must_use]
pub fn hexadecimal(digest: &[u8; 32]) -> String {
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}
