//! The demonstration catalogue is what a visitor sees first: it holds to the template without a single error.

use std::fs;
use std::path::Path;

use catalogue::{Catalogue, Dictionary, Language, Problem, Severity, read_folder};

fn demonstration() -> Catalogue {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("demonstration");
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("the demonstration folder") {
        let path = entry.expect("an entry").path();
        let name = path
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        files.push((name, fs::read(&path).expect("a readable file")));
    }
    files.sort();
    let files = files
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
    read_folder(files, &Dictionary::standard(), &|_| true)
}

#[test]
fn the_demonstration_catalogue_is_large_and_without_error() {
    let catalogue = demonstration();
    // That a certificate has ended is there to be seen; anything else remarked on is a slip.
    let slips: Vec<String> = catalogue
        .diagnostics
        .iter()
        .filter(|found| {
            found.severity() == Severity::Error
                || found.problem != Problem::CertificateEndsBeforeListing
        })
        .map(|found| found.sentence(Language::English))
        .collect();
    assert!(
        slips.is_empty(),
        "{} slips:\n{}",
        slips.len(),
        slips[..slips.len().min(30)].join("\n")
    );
    assert!(
        50 <= catalogue.suppliers.len(),
        "{} suppliers",
        catalogue.suppliers.len()
    );
    assert!(
        2_000 <= catalogue.products.len(),
        "{} products",
        catalogue.products.len()
    );
}

#[test]
fn nothing_in_the_demonstration_can_be_taken_for_real() {
    for supplier in demonstration().suppliers {
        assert!(supplier.demonstration, "{}", supplier.code);
        assert!(
            supplier.legal_name.ends_with("(Demonstration) Pte Ltd"),
            "{}",
            supplier.legal_name
        );
        // No company is registered in a year that has not come.
        assert!(
            supplier.uen.as_str().starts_with("2099"),
            "{}",
            supplier.uen
        );
        for certificate in &supplier.certificates {
            assert!(
                certificate.number.starts_with("DEMO-"),
                "{} {}",
                supplier.code,
                certificate.number
            );
        }
    }
    for product in demonstration().products {
        let is_restricted = product
            .gtin
            .as_ref()
            .is_none_or(domain::Gtin::is_restricted);
        assert!(is_restricted, "{}", product.id());
        for certificate in &product.certificates {
            assert!(
                certificate.number.starts_with("DEMO-"),
                "{} {}",
                product.id(),
                certificate.number
            );
        }
    }
}
