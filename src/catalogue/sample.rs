//! Files as suppliers send them, for tests.

use std::io::{Cursor, Write};
use std::sync::LazyLock;

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::{Diagnostic, Dictionary, Problem, read_products};

/// The columns of products, and one that is as it should be.
pub(crate) const PRODUCT: [(&str, &str); 25] = [
    ("sku", "HB-M8x40"),
    ("gtin", "2000000000008"),
    ("category", "hex-bolts"),
    ("name_en", "Hex bolt, M8 × 40"),
    ("name_zh", "六角螺栓 M8 × 40"),
    ("description_en", "Zinc plated, \"full\" thread."),
    ("description_zh", "镀锌，全螺纹。"),
    ("unit", "C62"),
    ("price_breaks", "100:0.42;500:0.36"),
    ("currency", "SGD"),
    ("moq", "100"),
    ("order_multiple", "50"),
    ("stock", "12000"),
    ("lead_time_days", "3"),
    ("origin", "CN"),
    ("hs_code", "7318.15"),
    ("gross_weight_kg", "0.02"),
    ("carton_quantity", "500"),
    ("carton_size_cm", "40x30x25"),
    ("carton_weight_kg", "10.5"),
    (
        "certificates",
        "ISO 9001|DEMO-1|Straits Assurance (demo)|2027-03-31",
    ),
    ("sample", "free"),
    ("attributes", "thread=M8;length=40;material=Steel|钢"),
    ("picture", "hex-bolt"),
    ("listed_on", "2025-01-31"),
];

pub(crate) const SUPPLIER: [(&str, &str); 21] = [
    ("code", "lion-bolts"),
    ("uen", "202630832C"),
    ("name_en", "Lion Bolts"),
    ("name_zh", "狮城紧固件"),
    ("legal_name", "Lion Bolts (Demonstration) Pte Ltd"),
    ("summary_en", "Bolts and nuts"),
    ("summary_zh", "螺栓与螺母"),
    ("about_en", "Since 1999."),
    ("about_zh", "始于 1999 年。"),
    ("address", "1 Jurong Port Road, Singapore"),
    ("founded", "1999"),
    ("employees", "20"),
    ("verification", "2"),
    ("response_hours", "4"),
    ("on_time_percent", "97"),
    ("orders", "120"),
    ("export_markets", "MY;ID"),
    ("payment_terms_en", "30 days"),
    ("payment_terms_zh", "三十天"),
    ("certificates", ""),
    ("demonstration", "yes"),
];

/// The cells of a row, some of them with something else in them.
pub(crate) fn cells<const N: usize>(
    row: &[(&'static str, &str); N],
    changes: &[(&str, &str)],
) -> Vec<String> {
    let changed = |name: &str| changes.iter().find(|change| change.0 == name);
    for (name, _) in changes {
        assert!(row.iter().any(|cell| cell.0 == *name), "no column {name}");
    }
    row.iter()
        .map(|(name, value)| changed(name).map_or(*value, |change| change.1).to_owned())
        .collect()
}

pub(crate) fn header<const N: usize>(row: &[(&str, &str); N]) -> Vec<String> {
    row.iter().map(|(name, _)| (*name).to_owned()).collect()
}

/// Rows as CSV, every cell in quotes if need be.
pub(crate) fn csv(rows: &[Vec<String>]) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        writer.write_record(row).unwrap();
    }
    writer.into_inner().unwrap()
}

pub(crate) static DICTIONARY: LazyLock<Dictionary> = LazyLock::new(Dictionary::standard);

/// Reads products of `lion-bolts`; the only picture is `hex-bolt`.
pub(crate) fn read(bytes: &[u8]) -> (Vec<domain::Product>, Vec<Diagnostic>) {
    let supplier = "lion-bolts".parse().unwrap();
    read_products("lion-bolts.csv", bytes, &supplier, &DICTIONARY, &|slug| {
        slug == "hex-bolt"
    })
}

/// Where and what, without the name of the file.
pub(crate) fn found(
    diagnostics: &[Diagnostic],
) -> Vec<(Option<u32>, Option<&str>, &str, &Problem)> {
    diagnostics
        .iter()
        .map(|found| {
            (
                found.row,
                found.column.as_deref(),
                found.value.as_str(),
                &found.problem,
            )
        })
        .collect()
}

/// How the cell of a workbook is stored.
#[derive(Clone)]
pub(crate) enum Stored {
    Shared(String),
    Inline(String),
    Number(f64),
    /// Days since 1899-12-30, shown as a date.
    Date(u32),
}

/// A workbook with one sheet, as little of it as a reader needs.
pub(crate) fn workbook(rows: &[(u32, Vec<Stored>)]) -> Vec<u8> {
    let mut strings = String::new();
    let mut shared = 0;
    let mut sheet = String::new();
    for (number, cells) in rows {
        sheet.push_str(&format!("<row r=\"{number}\">"));
        for (at, cell) in cells.iter().enumerate() {
            let column = char::from(b'A' + u8::try_from(at).unwrap());
            sheet.push_str(&match cell {
                Stored::Shared(text) => {
                    strings.push_str(&format!("<si><t>{}</t></si>", escape(text)));
                    shared += 1;
                    format!(
                        "<c r=\"{column}{number}\" t=\"s\"><v>{}</v></c>",
                        shared - 1
                    )
                }
                Stored::Inline(text) => {
                    format!(
                        "<c r=\"{column}{number}\" t=\"inlineStr\"><is><t>{}</t></is></c>",
                        escape(text)
                    )
                }
                Stored::Number(value) => format!("<c r=\"{column}{number}\"><v>{value}</v></c>"),
                Stored::Date(days) => {
                    format!("<c r=\"{column}{number}\" s=\"1\"><v>{days}</v></c>")
                }
            });
        }
        sheet.push_str("</row>");
    }
    workbook_of_sheet(&strings, &sheet)
}

/// A workbook of these shared strings and rows, as they are.
pub(crate) fn workbook_of_sheet(strings: &str, sheet: &str) -> Vec<u8> {
    let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"";
    zip(&[
        (
            "_rels/.rels",
            format!(
                "<Relationships {package}><Relationship Id=\"r1\" Type=\"{relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships {package}><Relationship Id=\"r1\" Type=\"{relations}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook {main} xmlns:r=\"{relations}\"><sheets><sheet name=\"Products\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/styles.xml",
            format!(
                "<styleSheet {main}><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
            ),
        ),
        (
            "xl/sharedStrings.xml",
            format!("<sst {main}>{strings}</sst>"),
        ),
        (
            "xl/worksheets/sheet1.xml",
            format!("<worksheet {main}><sheetData>{sheet}</sheetData></worksheet>"),
        ),
    ])
}

pub(crate) fn zip(files: &[(&str, String)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        archive
            .start_file(*name, SimpleFileOptions::default())
            .unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
