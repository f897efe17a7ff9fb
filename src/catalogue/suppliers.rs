use std::collections::BTreeMap;

use domain::{Country, Supplier, SupplierCode, Verification};

use crate::column::template;
use crate::diagnostic::{Diagnostic, Problem};
use crate::report::Report;
use crate::row::Row;
use crate::{certificates, limits, table};

template!(SupplierColumn {
    Code "code" Filled,
    Uen "uen" Filled,
    NameEn "name_en" Filled,
    NameZh "name_zh" Filled,
    LegalName "legal_name" Filled,
    SummaryEn "summary_en" Filled,
    SummaryZh "summary_zh" Filled,
    AboutEn "about_en" Optional,
    AboutZh "about_zh" Optional,
    Address "address" Filled,
    Founded "founded" Filled,
    Employees "employees" Filled,
    Verification "verification" Filled,
    ResponseHours "response_hours" Filled,
    OnTimePercent "on_time_percent" Filled,
    Orders "orders" Filled,
    ExportMarkets "export_markets" Optional,
    PaymentTermsEn "payment_terms_en" Filled,
    PaymentTermsZh "payment_terms_zh" Filled,
    Certificates "certificates" Optional,
    Demonstration "demonstration" Filled,
});

use SupplierColumn as Of;

/// Reads a file of suppliers, CSV or XLSX.
///
/// `file` is what diagnostics call it. Suppliers are in the order of their rows; rows with an error are left out.
#[must_use]
pub fn read_suppliers(file: &str, bytes: &[u8]) -> (Vec<Supplier>, Vec<Diagnostic>) {
    let mut report = Report::new(file);
    let mut suppliers = Vec::new();
    let mut rows: BTreeMap<SupplierCode, u32> = BTreeMap::new();
    table::read(
        bytes,
        SupplierColumn::COLUMNS,
        &mut report,
        &mut |mut row| {
            let Some(supplier) = supplier(&mut row) else {
                return;
            };
            if let Some(first) = rows.get(&supplier.code) {
                row.refuse(Of::Code, Problem::RepeatedSupplier { row: *first });
                return;
            }
            rows.insert(supplier.code.clone(), row.number);
            suppliers.push(supplier);
        },
    );
    (suppliers, report.into_diagnostics())
}

/// Every cell is read before the first `?`, so that every problem of the row is reported at once.
pub(crate) fn supplier(row: &mut Row<'_>) -> Option<Supplier> {
    let long = limits::DESCRIPTION_CHARACTERS;
    let code = row.parse(Of::Code, |_| Problem::SupplierCode);
    let uen = row.parse(Of::Uen, Problem::Uen);
    let name = row.name(Of::NameEn, Of::NameZh);
    let legal_name = row.words(Of::LegalName, limits::NAME_CHARACTERS);
    let summary = row.text(Of::SummaryEn, Of::SummaryZh, long);
    let about = row.text(Of::AboutEn, Of::AboutZh, long);
    let address = row.words(Of::Address, long);
    let founded = row.whole(Of::Founded, 1000, 9999);
    let employees = row.whole(Of::Employees, 0, u32::MAX);
    let verification = row.whole(Of::Verification, 0, 3);
    let response_hours = row.whole(Of::ResponseHours, 0, u32::from(u16::MAX));
    let on_time_percent = row.whole(Of::OnTimePercent, 0, 100);
    let orders = row.whole(Of::Orders, 0, u32::MAX);
    let export_markets = countries(row);
    let payment_terms = row.text(Of::PaymentTermsEn, Of::PaymentTermsZh, long);
    let certificates = certificates::read(row, Of::Certificates);
    let demonstration = row.one_of(Of::Demonstration, &["yes", "no"], &[true, false]);
    if row.is_wrong() {
        return None;
    }
    Some(Supplier {
        code: code?,
        uen: uen?,
        name: name?,
        legal_name: legal_name?,
        summary: summary?,
        about: about?,
        address: address?,
        founded: u16::try_from(founded?).ok()?,
        employees: employees?,
        verification: Verification::try_from(u8::try_from(verification?).ok()?).ok()?,
        response_hours: u16::try_from(response_hours?).ok()?,
        on_time_percent: u8::try_from(on_time_percent?).ok()?,
        orders: orders?,
        export_markets,
        payment_terms: payment_terms?,
        certificates,
        demonstration: demonstration?,
    })
}

fn countries(row: &mut Row<'_>) -> Vec<Country> {
    let mut countries = Vec::new();
    for part in row.parts(Of::ExportMarkets) {
        match part.parse() {
            Ok(country) => countries.push(country),
            Err(_) => row.refuse_part(Of::ExportMarkets, part, Problem::Country),
        }
    }
    countries
}

#[cfg(test)]
mod tests {
    use domain::{ParseCertificateError, ParseUenError};

    use super::*;
    use crate::sample::{SUPPLIER, cells, csv, found, header};

    /// Reads one supplier with a change, and expects this of the changed cell.
    #[track_caller]
    fn check(column: &str, value: &str, is_kept: bool, problems: &[Problem]) {
        let bytes = csv(&[header(&SUPPLIER), cells(&SUPPLIER, &[(column, value)])]);
        let (suppliers, diagnostics) = read_suppliers("suppliers.csv", &bytes);
        assert_eq!(suppliers.len() == 1, is_kept, "{column} {value:?}");
        let have: Vec<_> = diagnostics
            .iter()
            .map(|found| found.problem.clone())
            .collect();
        assert_eq!(have, problems, "{column} {value:?}");
        assert!(
            diagnostics
                .iter()
                .all(|found| found.row == Some(2) && found.column.as_deref() == Some(column))
        );
    }

    #[test]
    fn every_cell_is_checked() {
        let whole = |least, most| [Problem::NotWholeNumber { least, most }];
        check("uen", "202630832C", true, &[]);
        check(
            "uen",
            "202630832D",
            false,
            &[Problem::Uen(ParseUenError::CheckLetter)],
        );
        check("code", "Lion Bolts", false, &[Problem::SupplierCode]);
        check("code", "", false, &[Problem::Blank]);
        check("name_zh", "Lion", true, &[Problem::NotChinese]);
        check("about_zh", "", true, &[Problem::LeftBlank]);
        check("verification", "4", false, &whole(0, 3));
        check("on_time_percent", "97%", false, &whole(0, 100));
        check("founded", "99", false, &whole(1000, 9999));
        check("employees", "-1", false, &whole(0, u32::MAX));
        check("orders", "4294967296", false, &whole(0, u32::MAX));
        check("export_markets", "", true, &[]);
        check(
            "export_markets",
            "MY;UK;XX",
            false,
            &[Problem::Country, Problem::Country],
        );
        check(
            "certificates",
            "CE|1",
            false,
            &[Problem::Certificate(ParseCertificateError::Form)],
        );
        check("demonstration", "YES", true, &[]);
        check(
            "demonstration",
            "maybe",
            false,
            &[Problem::NotOneOf(&["yes", "no"])],
        );
    }

    #[test]
    fn a_supplier_is_read_whole() {
        let bytes = csv(&[header(&SUPPLIER), cells(&SUPPLIER, &[])]);
        let (suppliers, diagnostics) = read_suppliers("suppliers.csv", &bytes);
        let [supplier] = suppliers.as_slice() else {
            panic!("{diagnostics:?}")
        };
        assert_eq!(supplier.code.as_str(), "lion-bolts");
        assert_eq!(supplier.name, domain::Text::new("Lion Bolts", "狮城紧固件"));
        assert_eq!(supplier.verification, Verification::CompanyVerified);
        assert_eq!(
            (
                supplier.response_hours,
                supplier.on_time_percent,
                supplier.orders
            ),
            (4, 97, 120)
        );
        assert_eq!(
            supplier
                .export_markets
                .iter()
                .map(Country::code)
                .collect::<Vec<_>>(),
            ["MY", "ID"]
        );
        assert!(supplier.demonstration);
    }

    #[test]
    fn a_code_is_taken_once() {
        let row = cells(&SUPPLIER, &[]);
        let bytes = csv(&[header(&SUPPLIER), row.clone(), row]);
        let (suppliers, diagnostics) = read_suppliers("suppliers.csv", &bytes);
        assert_eq!(suppliers.len(), 1);
        let expected = Problem::RepeatedSupplier { row: 2 };
        assert_eq!(
            found(&diagnostics),
            [(Some(3), Some("code"), "lion-bolts", &expected)]
        );
    }
}
