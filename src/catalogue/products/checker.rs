use domain::Product;

use super::{ProductColumn, Rules, Seen, new_product};
use crate::column::{Header, Source};
use crate::diagnostic::Diagnostic;
use crate::report::Report;
use crate::row::Row;
use crate::sheet::Sheet;
use crate::table;

/// Checks the rows of a sheet one at a time, so that whoever waits can be told how far it is, and can stop.
pub struct Checker {
    header: Header,
    seen: Seen,
}

/// What a row turned out to be.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked {
    pub product: Option<Product>,
    /// Where there is no product, at least one of them is an error.
    pub diagnostics: Vec<Diagnostic>,
}

impl Checker {
    /// `sources` are those of the template's columns, in their order.
    ///
    /// # Errors
    ///
    /// The columns that must not be missing, and are.
    pub fn new(sheet: &Sheet, sources: Vec<Source>) -> Result<Self, Vec<Diagnostic>> {
        let mut report = Report::new(&sheet.file);
        let header = Header::new(
            sheet.header_number(),
            sheet.names().len(),
            sources,
            ProductColumn::COLUMNS,
            &mut report,
        );
        let Some(header) = header else {
            let mut diagnostics = report.into_diagnostics();
            diagnostics.retain(Diagnostic::is_error);
            return Err(diagnostics);
        };
        Ok(Self {
            header,
            seen: Seen::new(),
        })
    }

    /// Checks a row, counted from 0 under the header. The first time rows come in their order, so that of two products
    /// with the same number the first is kept; after that any row may be looked at again.
    pub fn check(&mut self, sheet: &Sheet, row: usize, rules: &Rules<'_>) -> Checked {
        let mut report = Report::new(&sheet.file);
        let mut cells = Vec::new();
        let mut product = None;
        if let Some(line) = sheet.line(row, &mut cells) {
            match table::problem(&line, &self.header) {
                Some((column, problem)) => {
                    table::tell(&line, column, problem, &self.header, &mut report);
                }
                None => {
                    let mut cells = Row::new(line.number, line.cells, &self.header, &mut report);
                    product = new_product(&mut cells, row, rules, &mut self.seen);
                }
            }
        }
        Checked {
            product,
            diagnostics: report.into_diagnostics(),
        }
    }

    /// What a row has under the columns of the template, in their order.
    #[must_use]
    pub fn cells(&self, sheet: &Sheet, row: usize) -> Vec<String> {
        let mut cells = Vec::new();
        let line = sheet.line(row, &mut cells);
        let cells = line.map_or(&[][..], |line| line.cells);
        let columns = 0..self.header.template.len();
        columns
            .map(|column| self.header.cell(cells, column).to_owned())
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::columns;
    use crate::diagnostic::Problem;
    use crate::sample::{DICTIONARY, PRODUCT, cells, csv, header, read};

    /// Every row of a file, as the checker sees it under the columns that were guessed.
    fn checked(bytes: &[u8]) -> (Sheet, Vec<Checked>) {
        let supplier = "lion-bolts".parse().unwrap();
        let rules = Rules {
            supplier: &supplier,
            dictionary: &DICTIONARY,
            is_picture: &|slug| slug == "hex-bolt",
        };
        let sheet = Sheet::read("lion-bolts.csv", bytes, &mut |_| {});
        let sources = columns::guess(&sheet.names(), &[]);
        let checked = match Checker::new(&sheet, sources) {
            Ok(mut checker) => {
                let rows = 0..sheet.len();
                let first: Vec<_> = rows.map(|row| checker.check(&sheet, row, &rules)).collect();
                for (row, first) in first.iter().enumerate().rev() {
                    assert!(&checker.check(&sheet, row, &rules) == first);
                }
                first
            }
            Err(_) => Vec::new(),
        };
        (sheet, checked)
    }

    #[test]
    fn of_two_products_with_one_number_the_first_is_kept() {
        let rows = [header(&PRODUCT), cells(&PRODUCT, &[]), cells(&PRODUCT, &[])];
        let (_, checked) = checked(&csv(&rows));
        assert!(checked[0].product.is_some());
        assert!(checked[1].product.is_none());
        let problem = &checked[1].diagnostics[0].problem;
        assert_eq!(*problem, Problem::RepeatedSku { row: 2 });
    }

    #[test]
    fn a_value_may_be_meant_for_every_row() {
        let rows = [header(&PRODUCT), cells(&PRODUCT, &[("currency", "")])];
        let sheet = Sheet::read("bolts.csv", &csv(&rows), &mut |_| {});
        let mut sources = columns::guess(&sheet.names(), &[]);
        sources[ProductColumn::Currency as usize] = Source::Always("CNY".into());
        let supplier = "lion-bolts".parse().unwrap();
        let rules = Rules {
            supplier: &supplier,
            dictionary: &DICTIONARY,
            is_picture: &|_| true,
        };
        let mut checker = Checker::new(&sheet, sources).ok().unwrap();
        let product = checker.check(&sheet, 0, &rules).product.unwrap();
        assert_eq!(product.currency, domain::Currency::Cny);
    }

    #[test]
    fn missing_columns_are_named() {
        let sheet = Sheet::read("bolts.csv", b"sku,name_en\nA,B\n", &mut |_| {});
        let sources = columns::guess(&sheet.names(), &[]);
        let missing = Checker::new(&sheet, sources).err().unwrap();
        assert!(
            missing
                .iter()
                .all(|one| one.problem == Problem::MissingColumn)
        );
        assert_eq!(missing[0].column.as_deref(), Some("category"));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn every_row_of_any_text_is_taken_or_named(text in "[\\PC\n\r\",;:=|]{0,400}") {
            let mut bytes = csv(&[header(&PRODUCT), cells(&PRODUCT, &[])]);
            bytes.extend(text.as_bytes());
            let (sheet, checked) = checked(&bytes);
            prop_assert_eq!(checked.len(), sheet.len());
            for (row, checked) in checked.iter().enumerate() {
                prop_assert!(checked.product.is_some() != checked.diagnostics.iter().any(Diagnostic::is_error));
                prop_assert!(checked.diagnostics.iter().all(|found| found.row == sheet.number(row)));
            }
            // As the whole file is read at once, for the import.
            let (products, diagnostics) = read(&bytes);
            let same: Vec<_> = checked.iter().filter_map(|row| row.product.clone()).collect();
            prop_assert_eq!(products, same);
            let same: Vec<_> = checked.into_iter().flat_map(|row| row.diagnostics).collect();
            let of_rows: Vec<_> = diagnostics.into_iter().skip(sheet.diagnostics().len()).collect();
            prop_assert_eq!(of_rows, same);
        }

        #[test]
        fn no_bytes_make_a_sheet_panic(bytes in proptest::collection::vec(any::<u8>(), 0..2_000)) {
            let _ = checked(&bytes);
        }
    }
}
