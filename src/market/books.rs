use domain::{Date, DocumentKind, DocumentNumber};

/// How far a company has numbered its documents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Books {
    pub year: u16,
    pub orders: u32,
    pub proformas: u32,
}

impl Books {
    /// The next number of a kind, from 1 each year, and the books that have it.
    #[must_use]
    pub fn next(self, kind: DocumentKind, today: Date) -> (DocumentNumber, Self) {
        // A clock that goes back a little on New Year's Eve does not give a number twice.
        let mut books = if self.year < today.year() {
            Self {
                year: today.year(),
                ..Self::default()
            }
        } else {
            self
        };
        let serial = match kind {
            DocumentKind::PurchaseOrder => &mut books.orders,
            DocumentKind::ProformaInvoice => &mut books.proformas,
        };
        *serial += 1;
        let number = DocumentNumber {
            kind,
            year: books.year,
            serial: *serial,
        };
        (number, books)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_begin_anew_each_year_and_none_is_given_twice() {
        let mut books = Books::default();
        let mut next = |kind, day: &str| {
            let (number, after) = books.next(kind, day.parse().unwrap());
            books = after;
            number.to_string()
        };
        use DocumentKind::{ProformaInvoice, PurchaseOrder};
        assert_eq!(next(PurchaseOrder, "2026-12-31"), "PO-2026-0001");
        assert_eq!(next(PurchaseOrder, "2026-12-31"), "PO-2026-0002");
        assert_eq!(next(ProformaInvoice, "2026-12-31"), "PI-2026-0001");
        assert_eq!(next(PurchaseOrder, "2027-01-01"), "PO-2027-0001");
        assert_eq!(next(PurchaseOrder, "2026-12-31"), "PO-2027-0002");
        assert_eq!(next(ProformaInvoice, "2027-01-01"), "PI-2027-0001");
    }
}
