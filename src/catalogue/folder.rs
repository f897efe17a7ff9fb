use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use domain::{Product, Supplier};

use crate::diagnostic::{Diagnostic, Problem, Severity};
use crate::dictionary::Dictionary;
use crate::report::Report;
use crate::{read_products, read_suppliers};

/// What a folder of suppliers' files holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Catalogue {
    /// In the order of their rows.
    pub suppliers: Vec<Supplier>,
    /// By supplier, then in the order of their rows.
    pub products: Vec<Product>,
    pub diagnostics: Vec<Diagnostic>,
}

impl Catalogue {
    /// How many diagnostics are so severe.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.diagnostics
            .iter()
            .filter(|diagnostic| diagnostic.severity() == severity)
            .count()
    }
}

/// Reads a whole folder, given as names and bytes: `suppliers.csv`, and for each supplier `<code>.csv`; either may be an
/// XLSX. Other kinds of file, and hidden ones, are nobody's catalogue and are passed over.
#[must_use]
pub fn read_folder<'a>(
    files: impl IntoIterator<Item = (&'a str, &'a [u8])>,
    dictionary: &Dictionary,
    is_picture: &dyn Fn(&str) -> bool,
) -> Catalogue {
    let mut catalogue = Catalogue::default();
    let mut tables: BTreeMap<String, (&str, &[u8])> = BTreeMap::new();
    for (name, bytes) in files {
        let Some(stem) = stem(name) else {
            continue;
        };
        match tables.entry(stem) {
            Entry::Vacant(place) => {
                place.insert((name, bytes));
            }
            Entry::Occupied(_) => catalogue.report(name, Problem::RepeatedFile),
        }
    }
    let Some((name, bytes)) = tables.remove("suppliers") else {
        catalogue.report("suppliers.csv", Problem::NoSuppliers);
        return catalogue;
    };
    let (suppliers, diagnostics) = read_suppliers(name, bytes);
    catalogue.diagnostics.extend(diagnostics);
    for supplier in &suppliers {
        let Some((name, bytes)) = tables.remove(supplier.code.as_str()) else {
            catalogue.report(
                &format!("{}.csv", supplier.code),
                Problem::SupplierWithoutFile,
            );
            continue;
        };
        let (products, diagnostics) =
            read_products(name, bytes, &supplier.code, dictionary, is_picture);
        catalogue.products.extend(products);
        catalogue.diagnostics.extend(diagnostics);
    }
    catalogue.suppliers = suppliers;
    for (name, _) in tables.into_values() {
        catalogue.report(name, Problem::FileOfNoSupplier);
    }
    catalogue
}

impl Catalogue {
    fn report(&mut self, file: &str, problem: Problem) {
        let mut report = Report::new(file);
        report.file(problem);
        self.diagnostics.extend(report.into_diagnostics());
    }
}

/// The lower-case name without `.csv` or `.xlsx`, if that is how it ends. `~$…` is what Excel leaves beside an open file.
fn stem(name: &str) -> Option<String> {
    let name = name.rsplit(['/', '\\']).next()?.to_ascii_lowercase();
    let stem = name
        .strip_suffix(".csv")
        .or_else(|| name.strip_suffix(".xlsx"))?;
    (!stem.starts_with(['.', '~'])).then(|| stem.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{PRODUCT, SUPPLIER, cells, csv, header};

    #[test]
    fn a_folder_is_suppliers_and_their_files() {
        let suppliers = csv(&[
            header(&SUPPLIER),
            cells(&SUPPLIER, &[]),
            cells(&SUPPLIER, &[("code", "quiet"), ("uen", "197401143C")]),
        ]);
        let products = csv(&[
            header(&PRODUCT),
            cells(&PRODUCT, &[]),
            cells(&PRODUCT, &[("sku", "")]),
        ]);
        let files: [(&str, &[u8]); 7] = [
            ("lion-bolts.csv", &products),
            ("nobody.csv", &products),
            ("README.md", b"# Files"),
            (".hidden.csv", &products),
            ("~$lion-bolts.xlsx", &products),
            ("folder/Suppliers.CSV", &suppliers),
            ("suppliers.xlsx", &suppliers),
        ];
        let catalogue = read_folder(files, &Dictionary::standard(), &|_| true);
        assert_eq!(
            (catalogue.suppliers.len(), catalogue.products.len()),
            (2, 1)
        );
        assert_eq!(catalogue.products[0].supplier.as_str(), "lion-bolts");
        let found: Vec<_> = catalogue
            .diagnostics
            .iter()
            .map(|found| (&*found.file, &found.problem))
            .collect();
        let expected = [
            ("suppliers.xlsx", &Problem::RepeatedFile),
            ("lion-bolts.csv", &Problem::Blank),
            ("quiet.csv", &Problem::SupplierWithoutFile),
            ("nobody.csv", &Problem::FileOfNoSupplier),
        ];
        assert_eq!(found, expected);
        assert_eq!(
            (
                catalogue.count(Severity::Error),
                catalogue.count(Severity::Warning)
            ),
            (3, 1)
        );
    }

    #[test]
    fn a_folder_without_suppliers_is_empty() {
        let catalogue = read_folder([("a.csv", &b"sku"[..])], &Dictionary::standard(), &|_| true);
        assert_eq!(catalogue.products, []);
        assert_eq!(catalogue.diagnostics[0].problem, Problem::NoSuppliers);
    }
}
