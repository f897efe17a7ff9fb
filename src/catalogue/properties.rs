//! What holds for any bytes at all.

use proptest::collection::vec;
use proptest::prelude::*;

use crate::sample::{DICTIONARY, PRODUCT, Stored, cells, csv, header, read, workbook};
use crate::{read_folder, read_suppliers};

fn good_row(at: usize) -> Vec<String> {
    cells(&PRODUCT, &[("sku", &format!("good-{at}"))])
}

fn good_workbook() -> Vec<u8> {
    let rows = [header(&PRODUCT), good_row(1), good_row(2)];
    let shared = |row: &Vec<String>| {
        row.iter()
            .map(|cell| Stored::Shared(cell.clone()))
            .collect()
    };
    workbook(&(1..).zip(rows.iter().map(shared)).collect::<Vec<_>>())
}

/// Text as a program that went wrong might leave it in a CSV file.
fn garbage() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        vec(any::<u8>(), 0..60),
        "[a-z0-9,\";:| 螺栓\\r]{0,60}".prop_map(String::into_bytes),
        ",{0,30}\"?[a-z]{0,5}\"?,{0,30}".prop_map(String::into_bytes),
    ]
}

proptest! {
    #[test]
    fn no_bytes_make_a_reader_panic(bytes in vec(any::<u8>(), 0..2_000)) {
        let _ = read(&bytes);
        let _ = read_suppliers("suppliers.csv", &bytes);
    }

    #[test]
    fn no_text_under_a_header_makes_a_reader_panic(text in "[\\PC\n\r\",;:=|]{0,600}") {
        let mut bytes = csv(&[header(&PRODUCT)]);
        bytes.extend(text.as_bytes());
        let (products, diagnostics) = read(&bytes);
        prop_assert!(!products.is_empty() || !diagnostics.is_empty() || text.trim().is_empty() || !text.contains(char::is_alphanumeric));
    }

    #[test]
    fn no_cell_makes_a_reader_panic(
        at in 0..PRODUCT.len(),
        text in prop_oneof!["\\PC{0,80}", "[0-9.;:|=x-]{0,40}", "[0-9]{1,40}"],
    ) {
        let (column, good) = PRODUCT[at];
        let (products, diagnostics) = read(&csv(&[header(&PRODUCT), cells(&PRODUCT, &[(column, &text)])]));
        prop_assert!(products.len() == 1 || diagnostics.iter().any(crate::Diagnostic::is_error), "{good} became {text}");
    }

    #[test]
    fn no_damage_to_a_workbook_makes_a_reader_panic(
        damage in vec((any::<prop::sample::Index>(), any::<u8>()), 1..20),
        cut in proptest::option::of(any::<prop::sample::Index>()),
    ) {
        let mut bytes = good_workbook();
        for (at, byte) in damage {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        let _ = read(&bytes);
    }

    #[test]
    fn no_sheet_makes_a_reader_panic(
        sheet in vec(
            prop_oneof![
                Just("<row r=\"".to_owned()), Just("<row>".to_owned()), Just("</row>".to_owned()),
                Just("<c r=\"".to_owned()), Just("\">".to_owned()), Just("</c>".to_owned()),
                Just("\" t=\"s\">".to_owned()), Just("\" s=\"1\">".to_owned()),
                Just("<v>".to_owned()), Just("</v>".to_owned()), Just("<is><t>".to_owned()),
                "[A-Z]{0,8}[0-9]{1,12}", "-?[0-9.e]{1,12}", "&[a-z#0-9]{0,6};", "\\PC{0,8}",
            ],
            0..60,
        ),
    ) {
        let _ = read(&crate::sample::workbook_of_sheet("", &sheet.concat()));
    }

    #[test]
    fn garbage_between_good_rows_loses_none_of_them(
        garbage in vec((any::<prop::sample::Index>(), garbage()), 0..12),
        quote_all: bool,
    ) {
        let count = 8;
        let line = |row: Vec<String>| match quote_all {
            true => row.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect::<Vec<_>>().join(",").into_bytes(),
            false => csv(&[row]).trim_ascii_end().to_vec(),
        };
        let mut lines: Vec<Vec<u8>> = (0..count).map(|at| line(good_row(at))).collect();
        for (at, bytes) in garbage {
            let bytes: Vec<u8> = bytes.into_iter().filter(|byte| *byte != 0).collect();
            lines.insert(at.index(lines.len() + 1), bytes);
        }
        lines.insert(0, line(header(&PRODUCT)));
        let (products, _) = read(&lines.join(&b"\r\n"[..]));
        let skus: Vec<String> = products.iter().map(|product| product.sku.to_string()).collect();
        for at in 0..count {
            prop_assert!(skus.contains(&format!("good-{at}")), "good-{at} is lost");
        }
    }

    #[test]
    fn no_folder_makes_a_reader_panic(files in vec(("\\PC{0,12}(\\.csv|\\.xlsx)?", vec(any::<u8>(), 0..200)), 0..5)) {
        let files = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
        let _ = read_folder(files, &DICTIONARY, &|_| true);
    }
}

#[test]
fn a_sound_workbook_is_read() {
    let (products, diagnostics) = read(&good_workbook());
    assert_eq!((products.len(), diagnostics), (2, Vec::new()));
}
