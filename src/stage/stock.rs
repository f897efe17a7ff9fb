//! What the suppliers of the demonstration have written and published when a visitor comes: some of the goods that the
//! demonstration's catalogue shows of them, one that is not published yet, and one that is not right yet.

use clerk::day;
use domain::Id;
use market::{Command, DraftKind, Moment};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::Stage;

/// As `catalogue/demonstration` has them, which a test holds.
const STOCK: &str = include_str!("stock.json");

#[derive(Deserialize)]
struct Stock {
    page: Map<String, Value>,
    certificates: Vec<String>,
    /// The last but one is not published, the last is not right.
    products: Vec<Map<String, Value>>,
}

/// What the last product of each should not have: more at least than its first price asks for.
const WRONG: (&str, &str) = ("moq", "7");

impl Stage {
    /// Has these companies write and publish, each by one of its people, in the order of the file from this place on.
    pub(crate) fn stock(
        &mut self,
        from: usize,
        suppliers: &[(Id, Id)],
        at: Moment,
        fresh: &mut impl FnMut() -> Id,
    ) {
        let stock: Vec<Stock> = serde_json::from_str(STOCK).expect("a test has read this file");
        for (stock, &(company, by)) in stock.into_iter().skip(from).zip(suppliers) {
            let page = json!({ "cells": stock.page, "certificates": stock.certificates });
            self.write(company, by, at, (company, DraftKind::Profile), page);
            self.exhibit(company, by, at, company);
            let shown = stock.products.len().saturating_sub(2);
            let last = stock.products.len().saturating_sub(1);
            for (place, mut cells) in stock.products.into_iter().enumerate() {
                if place == last {
                    cells.insert(WRONG.0.to_owned(), json!(WRONG.1));
                }
                let product = fresh();
                let content = json!({ "cells": cells, "photos": [] });
                self.write(company, by, at, (product, DraftKind::Product), content);
                if place < shown {
                    self.exhibit(company, by, at, product);
                }
            }
        }
    }

    fn write(
        &mut self,
        company: Id,
        by: Id,
        at: Moment,
        (draft, kind): (Id, DraftKind),
        content: Value,
    ) {
        let command = Command::PutDraft {
            draft,
            kind,
            content: content.to_string(),
            known: None,
        };
        self.order(company, by, at, command);
    }

    fn exhibit(&mut self, company: Id, by: Id, at: Moment, listing: Id) {
        let offers = self.offers(company, &[(listing, 1)], day::of(at));
        for offer in offers {
            let command = Command::PutListing { offer, known: None };
            self.order(company, by, at, command);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_supplier_begins_with_is_of_the_demonstrations_catalogue() {
        let files = [
            include_str!("../catalogue/demonstration/tuasbolt.csv"),
            include_str!("../catalogue/demonstration/kopi-junction.csv"),
            include_str!("../catalogue/demonstration/merfix.csv"),
            include_str!("../catalogue/demonstration/sinhuphuat.csv"),
        ];
        let suppliers = include_str!("../catalogue/demonstration/suppliers.csv");
        // Quotes within a cell are doubled in CSV.
        let stands = |file: &str, value: &Value| {
            let text = value.as_str().unwrap().replace('"', "\"\"");
            assert!(file.contains(&text), "{text}");
        };
        let stock: Vec<Stock> = serde_json::from_str(STOCK).unwrap();
        assert_eq!(stock.len(), files.len());
        for (stock, file) in stock.into_iter().zip(files) {
            stock
                .page
                .values()
                .for_each(|value| stands(suppliers, value));
            assert!(suppliers.contains(&stock.certificates.join(";")));
            for product in stock.products {
                product.values().for_each(|value| stands(file, value));
            }
        }
    }
}
