use domain::{Certificate, Date};

use crate::diagnostic::Problem;
use crate::row::Row;

/// Reads a cell of certificates, joined with `;`. A wrong one is reported and not returned.
pub(crate) fn read(row: &mut Row<'_>, column: impl Into<usize>) -> Vec<Certificate> {
    let column = column.into();
    let mut certificates = Vec::new();
    for part in row.parts(column) {
        match part.parse() {
            Ok(certificate) => certificates.push(certificate),
            Err(error) => row.refuse_part(column, part, Problem::Certificate(error)),
        }
    }
    certificates
}

/// Remarks on certificates that had ended before their product was listed.
pub(crate) fn check_dates(
    row: &mut Row<'_>,
    column: impl Into<usize>,
    certificates: &[Certificate],
    listed_on: Option<Date>,
) {
    let column = column.into();
    for certificate in certificates {
        if listed_on.is_some_and(|day| !certificate.is_valid_on(day)) {
            let value = format!("{} {}", certificate.kind, certificate.valid_until);
            row.refuse_part(column, &value, Problem::CertificateEndsBeforeListing);
        }
    }
}
