//! Rows of a file on their way into a supplier's drafts: each finds its product by its number.

use std::collections::{BTreeMap, BTreeSet};

use api_types::draft::{ProductRow, ProductsForm};
use domain::Id;
use serde_json::{Map, Value};

use super::{Book, Product};

/// Rows of a request, and bytes of their contents: with what is around them a request has 64 KiB at most, a quarter of
/// what a hub takes, so that each is on its way soon.
const MOST_ROWS: usize = 200;
const MOST_BYTES: usize = 48 * 1024;
/// Of a row beside its content: id, version, names and braces.
const AROUND: usize = 80;

/// What became of the rows so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Rows looked at.
    pub rows: u32,
    pub added: u32,
    pub changed: u32,
    /// The draft says the same already.
    pub same: u32,
    /// Left alone: something of it is written on this device and not sent, or the file has it twice.
    pub left: u32,
}

/// A number's product.
#[derive(Clone, Debug, PartialEq)]
struct Known {
    id: Id,
    product: Product,
}

/// A file's rows, taken into account one after the other.
#[derive(Clone, Debug, PartialEq)]
pub struct Import {
    known: BTreeMap<String, Known>,
    seen: BTreeSet<String>,
    tally: Tally,
    waiting: Vec<ProductRow>,
    bytes: usize,
}

impl Import {
    /// Into the catalogue as the hub has it. Of two products with one number the older is meant.
    #[must_use]
    pub fn new(book: &Book) -> Self {
        let mut known = BTreeMap::new();
        for (id, product) in book.products() {
            let product = product.clone();
            let number = key(product.cell("sku"));
            known.entry(number).or_insert(Known { id, product });
        }
        Self {
            known,
            seen: BTreeSet::new(),
            tally: Tally::default(),
            waiting: Vec::new(),
            bytes: 0,
        }
    }

    #[must_use]
    pub fn tally(&self) -> Tally {
        self.tally
    }

    /// A row's cells by column. Returns a request where there is enough for one. `fresh` is the id of a new product.
    pub fn take(&mut self, cells: &[(&str, &str)], fresh: Id) -> Option<ProductsForm> {
        let written = cells.iter().filter(|(_, text)| !text.trim().is_empty());
        let written: Map<String, Value> = written
            .map(|(column, text)| ((*column).to_owned(), Value::from(text.trim())))
            .collect();
        let number = written.get("sku").and_then(Value::as_str);
        let number = key(number.unwrap_or_default());
        self.tally.rows += 1;
        if !self.seen.insert(number.clone()) {
            self.tally.left += 1;
            return None;
        }
        let row = match self.known.get(&number) {
            Some(known) if known.product.is_unsent => {
                self.tally.left += 1;
                return None;
            }
            Some(known) => {
                // What the file knows nothing of, such as photographs, stays.
                let mut content = known.product.content.clone();
                content.insert("cells".to_owned(), Value::Object(written));
                if content == known.product.content {
                    self.tally.same += 1;
                    return None;
                }
                self.tally.changed += 1;
                ProductRow {
                    id: known.id,
                    known: known.product.draft,
                    content,
                }
            }
            None => {
                self.tally.added += 1;
                let mut content = Map::new();
                content.insert("cells".to_owned(), Value::Object(written));
                ProductRow {
                    id: fresh,
                    known: None,
                    content,
                }
            }
        };
        self.push(row)
    }

    /// What is left for a last request.
    pub fn rest(&mut self) -> Option<ProductsForm> {
        self.bytes = 0;
        let products = std::mem::take(&mut self.waiting);
        (!products.is_empty()).then_some(ProductsForm { products })
    }

    fn push(&mut self, row: ProductRow) -> Option<ProductsForm> {
        let content = serde_json::to_string(&row.content).map_or(0, |text| text.len());
        let bytes = content + AROUND;
        let is_full = MOST_ROWS <= self.waiting.len() || MOST_BYTES < self.bytes + bytes;
        let full = is_full.then(|| self.rest()).flatten();
        self.waiting.push(row);
        self.bytes += bytes;
        full
    }
}

/// Numbers that differ only in case are one: they would have one address.
fn key(sku: &str) -> String {
    sku.trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use api_types::draft::{Draft, DraftKind};
    use proptest::prelude::*;

    use super::*;

    fn company() -> Id {
        Id::new(1, [1; 10])
    }

    fn id(number: u64) -> Id {
        Id::new(number, [7; 10])
    }

    fn book() -> Book {
        let mut book = Book::new(company());
        let content = r#"{"cells":{"sku":"M8","moq":"10"},"photos":["x"]}"#;
        book.take_drafts(vec![Draft {
            id: id(8),
            kind: DraftKind::Product,
            content: serde_json::from_str(content).unwrap(),
            version: 3,
            updated_at: 0,
        }]);
        book
    }

    #[test]
    fn a_row_finds_its_product_by_its_number_and_leaves_its_photographs() {
        let mut import = Import::new(&book());
        let same = [("sku", "M8"), ("moq", " 10 "), ("gtin", "")];
        assert_eq!(import.take(&same, id(90)), None);
        let mut import = Import::new(&book());
        assert_eq!(import.take(&[("sku", "m8"), ("moq", "20")], id(91)), None);
        assert_eq!(import.take(&[("sku", "M10")], id(92)), None);
        assert_eq!(import.take(&[("sku", "m10")], id(93)), None);
        let rows = import.rest().unwrap().products;
        let told = Tally {
            rows: 3,
            added: 1,
            changed: 1,
            left: 1,
            ..Tally::default()
        };
        assert_eq!(import.tally(), told);
        assert_eq!((rows[0].id, rows[0].known), (id(8), Some(3)));
        assert_eq!(rows[0].content["photos"][0], "x");
        assert_eq!(rows[0].content["cells"]["moq"], "20");
        assert_eq!((rows[1].id, rows[1].known), (id(92), None));
        assert_eq!(import.rest(), None);
    }

    #[test]
    fn what_is_being_written_here_is_left_alone() {
        let mut book = book();
        let content = book.get(id(8)).unwrap().with("moq", "30");
        book.write(id(8), content);
        let mut import = Import::new(&book);
        assert_eq!(import.take(&[("sku", "M8"), ("moq", "20")], id(90)), None);
        assert_eq!((import.tally().left, import.rest()), (1, None));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn every_row_is_in_one_request_that_is_not_too_long(lengths in prop::collection::vec(0_usize..20_000, 1..300)) {
            let mut import = Import::new(&Book::new(company()));
            let mut sent = Vec::new();
            for (at, length) in (0_u64..).zip(&lengths) {
                let (sku, about) = (format!("N{at}"), "螺".repeat(length / 3));
                let cells = [("sku", sku.as_str()), ("description_zh", about.as_str())];
                sent.extend(import.take(&cells, id(at)));
            }
            sent.extend(import.rest());
            let ids: Vec<Id> = sent.iter().flat_map(|form| &form.products).map(|row| row.id).collect();
            let expected: Vec<Id> = (0..lengths.len() as u64).map(id).collect();
            prop_assert_eq!(ids, expected);
            for form in &sent {
                prop_assert!(form.products.len() <= MOST_ROWS);
                prop_assert!(serde_json::to_string(form).unwrap().len() <= 64 * 1024);
            }
        }
    }
}
