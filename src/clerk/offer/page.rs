use catalogue::{Diagnostic, supplier_of};
use market::{Fault, Offered, Registration, Why};

use super::{Bench, Content, Kept, expires_on, fault::fault};

/// What a supplier cannot say of itself: the hub knows it, or does not know it yet.
const KNOWN_TO_THE_HUB: [(&str, &str); 5] = [
    ("verification", "0"),
    ("response_hours", "0"),
    ("on_time_percent", "0"),
    ("orders", "0"),
    ("demonstration", "no"),
];

pub(super) fn check(bench: &Bench<'_>, content: Content) -> Result<Offered, Vec<Fault>> {
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

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use domain::Text;
    use market::{Company, CompanyForm, CompanyKind, DraftKind, Moment};
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn company() -> Company {
        let form = CompanyForm::check(
            CompanyKind::Supplier,
            ("uen", "202630832C"),
            Text::new("Tuas Bolt", "大士螺栓"),
            Text::default(),
        );
        Company {
            form: form.unwrap(),
            version: 1,
            created_at: Moment(0),
            updated_at: Moment(0),
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        /// How far a supplier was verified, and how it has done, is the hub's to say.
        #[test]
        fn no_page_claims_what_the_hub_alone_can_say(
            claims in prop::collection::btree_map(
                "verification|Verification| verification|response_hours|on_time_percent|orders|demonstration|uen|UEN",
                "[0-9]{0,3}|yes|no|199912345A", 0..8),
        ) {
            let company = company();
            let bench = Bench {
                company: &company,
                reserved: Vec::new(),
                photos: HashMap::new(),
                today: "2026-11-23".parse().unwrap(),
            };
            let mut cells = json!({
                "code": "tuas-bolt", "name_en": "Tuas Bolt", "name_zh": "大士螺栓", "legal_name": "Tuas Bolt Pte Ltd",
                "summary_en": "Bolts", "summary_zh": "螺栓", "address": "1 Tuas Road, Singapore", "founded": "1999",
                "employees": "20", "payment_terms_en": "30 days", "payment_terms_zh": "三十天",
            });
            for (column, claim) in claims {
                cells[column] = json!(claim);
            }
            let content = Content::read(&json!({ "cells": cells }).to_string());
            let offered = bench.check(DraftKind::Profile, content).unwrap();
            let kept = Kept::read(&offered.content).unwrap();
            let (supplier, _) = supplier_of(&kept.cells);
            let supplier = supplier.unwrap();
            prop_assert_eq!(supplier.verification, domain::Verification::default());
            prop_assert!(!supplier.demonstration);
            prop_assert_eq!(kept.cells["uen"].as_str(), "202630832C");
            for (column, value) in KNOWN_TO_THE_HUB {
                prop_assert_eq!(kept.cells[column].as_str(), value);
            }
        }
    }
}
