use api_types::catalogue::{Front, decode};
use catalogue::{Diagnostic, supplier_of};
use market::{Fault, Offered, Registration, Why};
use store::catalogue::Accepted;

use super::{Bench, Content, Kept, expires_on, fault};
use crate::{problem::Error, routes::Api};

/// What a supplier cannot say of itself: the hub knows it, or does not know it yet.
const KNOWN_TO_THE_HUB: [(&str, &str); 5] = [
    ("verification", "0"),
    ("response_hours", "0"),
    ("on_time_percent", "0"),
    ("orders", "0"),
    ("demonstration", "no"),
];

pub(super) fn check(bench: &Bench, content: Content) -> Result<Offered, Vec<Fault>> {
    let mut cells = content.cells;
    for (column, value) in KNOWN_TO_THE_HUB {
        cells.insert(column.to_owned(), value.to_owned());
    }
    if let Registration::Uen(uen) = &bench.company.form.registration {
        cells.insert("uen".to_owned(), uen.as_str().to_owned());
    }
    if let Some(certificates) = content.certificates {
        cells.insert("certificates".to_owned(), certificates.join(";"));
    }
    let (supplier, diagnostics) = supplier_of(&cells);
    let errors = diagnostics
        .iter()
        .filter(|found| Diagnostic::is_error(found));
    let mut faults: Vec<_> = errors.map(fault).collect();
    if let Some(supplier) = &supplier
        && bench
            .reserved
            .iter()
            .any(|code| code == supplier.code.as_str())
    {
        faults.push(Fault::new("/cells/code", Why::Taken));
    }
    if !content.photos.is_empty() {
        faults.push(Fault::new("/photos", Why::TooLong));
    }
    match supplier {
        Some(supplier) if faults.is_empty() => Ok(Offered {
            key: supplier.code.as_str().to_owned(),
            expires_on: expires_on(&supplier.certificates),
            content: Kept {
                cells,
                photos: Vec::new(),
            }
            .text(),
            photos: Vec::new(),
        }),
        _ => Err(faults),
    }
}

impl Api {
    /// Codes of suppliers that are published and no company of the hub.
    pub(super) async fn reserved(&self) -> Result<Vec<String>, Error> {
        let part = self.store.catalogue().front(Accepted::default()).await?;
        let front: Option<Front> = part.and_then(|part| decode(&part.bytes).ok());
        let suppliers = front.map_or_else(Vec::new, |front| front.suppliers);
        let invented = suppliers
            .into_iter()
            .filter(|supplier| supplier.demonstration);
        Ok(invented.map(|supplier| supplier.code).collect())
    }
}
