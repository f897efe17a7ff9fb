//! One row whose cells are given by the names of their columns, as a supplier keeps it between two files.

use std::borrow::Cow;
use std::collections::BTreeMap;

use domain::Supplier;

use crate::column::{Column, Header, Source};
use crate::diagnostic::Diagnostic;
use crate::products::{self, Checked, ProductColumn, Rules};
use crate::report::Report;
use crate::row::Row;
use crate::suppliers::{self, SupplierColumn};
use crate::table::{self, Line};

/// What is written in each column of the template, by its name; a column that is not there is blank, and a name that
/// the template does not have means nothing.
pub type Cells = BTreeMap<String, String>;

/// What diagnostics call the file that there is none of.
const FILE: &str = "";
const ROW: u32 = 1;

/// Reads a product as from a file's row. Whether another row has its number is for whoever has the other rows.
#[must_use]
pub fn product_of(cells: &Cells, rules: &Rules<'_>) -> Checked {
    let (product, diagnostics) = read(cells, ProductColumn::COLUMNS, |row| {
        products::product(row, rules.supplier, rules.dictionary, rules.is_picture)
    });
    Checked {
        product,
        diagnostics,
    }
}

/// Reads a supplier as from a row of the file of suppliers.
#[must_use]
pub fn supplier_of(cells: &Cells) -> (Option<Supplier>, Vec<Diagnostic>) {
    read(cells, SupplierColumn::COLUMNS, suppliers::supplier)
}

fn read<T>(
    cells: &Cells,
    template: &'static [Column],
    take: impl FnOnce(&mut Row<'_>) -> Option<T>,
) -> (Option<T>, Vec<Diagnostic>) {
    let mut report = Report::new(FILE);
    let sources = (0..template.len()).map(Source::Place).collect();
    let header = Header::new(ROW, template.len(), sources, template, &mut report)
        .expect("every column of the template has a place");
    let cells: Vec<Cow<'_, str>> = template
        .iter()
        .map(|column| Cow::Borrowed(cells.get(column.name).map_or("", String::as_str)))
        .collect();
    let line = Line {
        number: ROW,
        cells: &cells,
        is_broken: false,
    };
    let found = match table::problem(&line, &header) {
        Some((place, problem)) => {
            table::tell(&line, place, problem, &header, &mut report);
            None
        }
        None => take(&mut Row::new(ROW, &cells, &header, &mut report)),
    };
    (found, report.into_diagnostics())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::diagnostic::Problem;
    use crate::sample::{DICTIONARY, PRODUCT, SUPPLIER, cells, csv, header, read};

    fn named<const N: usize>(row: &[(&str, &str); N], changes: &[(&str, &str)]) -> Cells {
        let own = |(name, text): &(&str, &str)| ((*name).to_owned(), (*text).to_owned());
        row.iter().chain(changes).map(own).collect()
    }

    fn checked(cells: &Cells) -> Checked {
        let supplier = "lion-bolts".parse().unwrap();
        let rules = Rules {
            supplier: &supplier,
            dictionary: &DICTIONARY,
            is_picture: &|slug| slug == "hex-bolt",
        };
        product_of(cells, &rules)
    }

    #[test]
    fn a_row_that_is_whole_is_read() {
        let found = checked(&named(&PRODUCT, &[("remark", "ours")]));
        assert_eq!(found.diagnostics, []);
        assert_eq!(found.product.unwrap().sku.as_str(), "HB-M8x40");
        let (supplier, diagnostics) = supplier_of(&named(&SUPPLIER, &[]));
        assert_eq!(diagnostics, []);
        assert_eq!(supplier.unwrap().code.as_str(), "lion-bolts");
    }

    #[test]
    fn every_fault_is_named_by_its_column_and_code() {
        let changes = [("hs_code", "x"), ("moq", ""), ("description_zh", "")];
        let found = checked(&named(&PRODUCT, &changes));
        assert_eq!(found.product, None);
        let codes: Vec<_> = found
            .diagnostics
            .iter()
            .map(|found| (found.column.as_deref().unwrap(), found.problem.code()))
            .collect();
        let expected = [
            ("description_zh", "left_blank"),
            ("moq", "blank"),
            ("hs_code", "hs_code"),
        ];
        assert_eq!(codes, expected);
        let (none, diagnostics) = supplier_of(&Cells::new());
        assert!(none.is_none());
        assert!(diagnostics.iter().all(|found| found.column.is_some()));
    }

    #[test]
    fn a_cell_that_no_file_may_have_is_refused() {
        let found = checked(&named(&PRODUCT, &[("sku", "a\0b")]));
        assert_eq!(found.product, None);
        assert_eq!(found.diagnostics[0].problem, Problem::NotUtf8);
        assert_eq!(found.diagnostics[0].column.as_deref(), Some("sku"));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        /// There is one reader: what a cell says in a file it says here.
        #[test]
        fn a_row_means_the_same_as_in_a_file(at in 0..PRODUCT.len(), text in "[ -~\\p{Han};:=|×]{0,40}") {
            let column = PRODUCT[at].0;
            let found = checked(&named(&PRODUCT, &[(column, &text)]));
            let file = csv(&[header(&PRODUCT), cells(&PRODUCT, &[(column, &text)])]);
            let (products, diagnostics) = read(&file);
            prop_assert_eq!(found.product.as_ref(), products.first());
            let problems = |all: &[Diagnostic]| -> Vec<_> {
                all.iter().map(|one| (one.column.clone(), one.value.clone(), one.problem.clone())).collect()
            };
            prop_assert_eq!(problems(&found.diagnostics), problems(&diagnostics));
        }
    }
}
