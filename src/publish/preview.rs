use api_types::catalogue::Detail;
use catalogue::Dictionary;
use domain::Product;
use drawing::Drawing;

use crate::detail::detail;
use crate::drawings::drawn;

/// A product as a buyer will see it.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// Without products like it: they are not known before it is published.
    pub detail: Detail,
    /// Nothing where its category is not in the dictionary.
    pub drawing: Option<Drawing>,
}

/// Shows a product that nobody has published yet.
#[must_use]
pub fn preview(dictionary: &Dictionary, product: &Product) -> Preview {
    let usual = dictionary
        .category(product.category.as_str())
        .map(|category| &category.picture);
    let picture = product.picture.as_ref().or(usual);
    Preview {
        detail: detail(product.id().as_str(), product, Vec::new()),
        drawing: picture.and_then(|picture| drawn(picture.as_str(), product)),
    }
}

/// Whether there is a drawing of this name.
#[must_use]
pub fn is_picture(slug: &str) -> bool {
    slug.parse::<drawing::Shape>().is_ok()
}
