use catalogue::Dictionary;
use domain::{Product, Text};
use search::lexicon::Lexicon;
use search::segment::Writer;
use search::text::HanWords;

use crate::documents;

/// Products while they come in, and then the segment in which they are found: of a department of the published
/// catalogue, or of a supplier's own file before anybody has published it.
pub struct Shelf<'a>(Writer<'a>);

impl<'a> Shelf<'a> {
    /// Without a lexicon, Chinese is cut into neighboring characters.
    #[must_use]
    pub fn new(lexicon: Option<&'a Lexicon>) -> Self {
        Shelf(Writer::new(lexicon.map(|lexicon| lexicon as &dyn HanWords)))
    }

    /// Adds a product by its id; `row` is the number by which it will be told. One of a category that the dictionary
    /// does not have is passed over.
    pub fn add(
        &mut self,
        dictionary: &Dictionary,
        (id, product): (&str, &Product),
        supplier: &Text,
        row: usize,
    ) {
        if let Some(category) = dictionary.category(product.category.as_str()) {
            let indexed = documents::product(dictionary, category, (id, product), supplier, row);
            self.0.add(&indexed.document());
        }
    }

    /// The bytes of the segment: the same for the same products, in whatever order they came.
    #[must_use]
    pub fn finish(self) -> Vec<u8> {
        self.0.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{Market, parts};

    #[test]
    fn a_shelf_in_any_order_is_the_published_segment() {
        let market = Market::new();
        let parts = parts();
        let bytes = |name: &str| {
            let mut files = parts.files.iter();
            &files.find(|file| file.name == name).unwrap().bytes
        };
        let lexicon = Lexicon::open(bytes(&parts.front.engine.lexicon.file).clone()).unwrap();
        let mut shelf = Shelf::new(Some(&lexicon));
        for product in market.products.iter().rev() {
            let category = market
                .dictionary
                .category(product.category.as_str())
                .unwrap();
            if category.department.as_str() != parts.front.departments[0].slug {
                continue;
            }
            let id = product.id();
            let of_id = |detail: &&api_types::catalogue::Detail| detail.id == id.as_str();
            let row = parts
                .products
                .iter()
                .position(|detail| of_id(&detail))
                .unwrap();
            let supplier = market
                .suppliers
                .iter()
                .find(|have| have.code == product.supplier);
            let supplier = &supplier.unwrap().name;
            shelf.add(&market.dictionary, (id.as_str(), product), supplier, row);
        }
        assert!(shelf.finish() == *bytes(&parts.front.engine.departments[0].file));
    }
}
