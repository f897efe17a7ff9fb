use domain::{
    AttributeKind, ParseCasNumberError, ParseCertificateError, ParseDateError, ParseGtinError,
    ParseHsCodeError, ParseSizeError, ParseValueError, ParseWeightError, PriceLadderError, Sample,
    Text, Value,
};

use crate::diagnostic::Problem;
use crate::sample::{PRODUCT, cells, csv, found, header, read};

/// Reads one product with a change, and expects this of the changed cell.
#[track_caller]
fn check(column: &str, value: &str, is_kept: bool, problems: &[Problem]) {
    let (products, diagnostics) = read(&csv(&[
        header(&PRODUCT),
        cells(&PRODUCT, &[(column, value)]),
    ]));
    assert_eq!(products.len() == 1, is_kept, "{column} {value:?}");
    let have: Vec<_> = diagnostics
        .iter()
        .map(|found| found.problem.clone())
        .collect();
    assert_eq!(have, problems, "{column} {value:?}");
    let is_there =
        |found: &crate::Diagnostic| found.row == Some(2) && found.column.as_deref() == Some(column);
    assert!(diagnostics.iter().all(is_there), "{column} {value:?}");
}

#[test]
fn a_product_is_read_whole() {
    let (products, diagnostics) = read(&csv(&[header(&PRODUCT), cells(&PRODUCT, &[])]));
    let [product] = products.as_slice() else {
        panic!("{diagnostics:?}")
    };
    assert_eq!(diagnostics, []);
    assert_eq!(product.id().as_str(), "lion-bolts.hb-m8x40");
    assert_eq!(
        product.name,
        Text::new("Hex bolt, M8 × 40", "六角螺栓 M8 × 40")
    );
    assert_eq!(product.prices.to_string(), "100:0.42;500:0.36");
    assert_eq!(
        (product.order_rule.moq(), product.order_rule.multiple()),
        (100, 50)
    );
    assert_eq!(
        (product.stock, product.lead_time_days, product.sample),
        (12_000, 3, Sample::Free)
    );
    assert_eq!(
        (product.hs_code.digits().as_str(), product.origin.code()),
        ("731815", "CN")
    );
    assert_eq!(
        (
            product.gross_weight.grams(),
            product.carton.size.millimetres()
        ),
        (20.0, [400, 300, 250])
    );
    assert_eq!(
        product.certificates[0].valid_until.to_string(),
        "2027-03-31"
    );
    assert_eq!(product.attribute("length"), Some(&Value::Number(40.0)));
    assert_eq!(
        product.attribute("material"),
        Some(&Value::Text(Text::new("Steel", "钢")))
    );
    assert_eq!(
        product.picture.as_ref().map(domain::Slug::as_str),
        Some("hex-bolt")
    );
}

#[test]
fn every_cell_is_checked() {
    let whole = |least, most| [Problem::NotWholeNumber { least, most }];
    check("sku", "a b", false, &[Problem::Sku]);
    check("gtin", "", true, &[]);
    check(
        "gtin",
        "2000000000009",
        false,
        &[Problem::Gtin(ParseGtinError::CheckDigit)],
    );
    check("category", "hex-boltz", false, &[Problem::UnknownCategory]);
    check("name_en", "", false, &[Problem::Blank]);
    check("name_en", &"x".repeat(120), true, &[]);
    check(
        "name_en",
        &"x".repeat(121),
        false,
        &[Problem::CellTooLong { most: 120 }],
    );
    check("name_zh", "Hex bolt", true, &[Problem::NotChinese]);
    check("description_zh", &"螺".repeat(2000), true, &[]);
    check(
        "description_zh",
        &"螺".repeat(2001),
        false,
        &[Problem::CellTooLong { most: 2000 }],
    );
    check("description_en", "", true, &[Problem::LeftBlank]);
    check("unit", "PCS", false, &[Problem::Unit]);
    check("unit", "MMT", false, &[Problem::Unit]);
    check(
        "price_breaks",
        "100:0.42;90:0.36",
        false,
        &[Problem::PriceLadder(PriceLadderError::QuantityNotRising(2))],
    );
    check(
        "currency",
        "EUR",
        false,
        &[Problem::NotOneOf(&["SGD", "CNY", "USD"])],
    );
    check("moq", "0", false, &whole(1, u32::MAX));
    check(
        "moq",
        "150",
        false,
        &[Problem::MoqNotFirstBreak { first: 100 }],
    );
    check("stock", "+1", false, &whole(0, u32::MAX));
    check("stock", "1e3", false, &whole(0, u32::MAX));
    check("lead_time_days", "366", false, &whole(0, 365));
    check("origin", "UK", false, &[Problem::Country]);
    check(
        "hs_code",
        "77.1815",
        false,
        &[Problem::HsCode(ParseHsCodeError::Form)],
    );
    check(
        "hs_code",
        "771815",
        false,
        &[Problem::HsCode(ParseHsCodeError::NoSuchChapter)],
    );
    check(
        "gross_weight_kg",
        "0",
        false,
        &[Problem::Weight(ParseWeightError::Zero)],
    );
    check("carton_quantity", "0", false, &whole(1, u32::MAX));
    check(
        "carton_size_cm",
        "40x30",
        false,
        &[Problem::Size(ParseSizeError::Form)],
    );
    check("sample", "Paid", true, &[]);
    check(
        "sample",
        "yes",
        false,
        &[Problem::NotOneOf(&["free", "paid", "no"])],
    );
    check("picture", "", true, &[]);
    check("picture", "hex-balt", true, &[Problem::UnknownPicture]);
    check("listed_on", "2025/1/31", true, &[]);
    check(
        "listed_on",
        "31/01/2025",
        false,
        &[Problem::Date(ParseDateError::Form)],
    );
}

#[test]
fn a_moq_is_a_multiple() {
    let (products, diagnostics) = read(&csv(&[
        header(&PRODUCT),
        cells(&PRODUCT, &[("order_multiple", "30")]),
    ]));
    assert_eq!(products, []);
    assert_eq!(
        found(&diagnostics),
        [(
            Some(2),
            Some("moq"),
            "100",
            &Problem::MoqNotMultiple { multiple: 30 }
        )]
    );
}

#[test]
fn a_carton_is_not_lighter_than_its_content() {
    let least_kg = "10.000".to_owned();
    check("carton_weight_kg", "9", true, &[]);
    check(
        "carton_weight_kg",
        "8.9",
        true,
        &[Problem::CartonTooLight { least_kg }],
    );
}

#[test]
fn certificates_are_checked_one_by_one() {
    let good = "CE|1|X|2027-01-01";
    check("certificates", "", true, &[]);
    check("certificates", &format!("{good}; {good};"), true, &[]);
    let date = ParseCertificateError::Date(ParseDateError::NoSuchDay);
    check(
        "certificates",
        &format!("{good};CE|1|X|2027-02-29;CE"),
        false,
        &[
            Problem::Certificate(date),
            Problem::Certificate(ParseCertificateError::Form),
        ],
    );
    check("certificates", "CE|1|X|2025-01-31", true, &[]);
    check(
        "certificates",
        "CE|1|X|2025-01-30",
        true,
        &[Problem::CertificateEndsBeforeListing],
    );
}

#[test]
fn attributes_are_checked_one_by_one() {
    let value = |kind, error| Problem::AttributeValue { kind, error };
    check("attributes", "", true, &[]);
    check("attributes", "thread", false, &[Problem::AttributeForm]);
    check(
        "attributes",
        "lenght=40;thread=M8",
        true,
        &[Problem::UnknownAttribute],
    );
    check(
        "attributes",
        "length=40;length=50",
        false,
        &[Problem::RepeatedAttribute],
    );
    check(
        "attributes",
        "length=40mm",
        false,
        &[value(AttributeKind::Number, ParseValueError::NotNumber)],
    );
    check(
        "attributes",
        "thread=a|b",
        false,
        &[value(AttributeKind::Code, ParseValueError::NotCode)],
    );
    check(
        "attributes",
        "material=Steel;thread=",
        false,
        &[
            value(AttributeKind::Text, ParseValueError::NotText),
            value(AttributeKind::Code, ParseValueError::Blank),
        ],
    );
    check("attributes", "cas_number=67-63-0;un_number=1219", true, &[]);
    check(
        "attributes",
        "cas_number=67-63-1",
        false,
        &[Problem::CasNumber(ParseCasNumberError::CheckDigit)],
    );
    check("attributes", "un_number=121", false, &[Problem::UnNumber]);
}

#[test]
fn a_dangerous_good_is_named_in_one_way() {
    let change = [("attributes", "un_number=UN1219")];
    let (products, _) = read(&csv(&[header(&PRODUCT), cells(&PRODUCT, &change)]));
    assert_eq!(
        products[0].attribute("un_number"),
        Some(&Value::Code("UN 1219".to_owned()))
    );
}

#[test]
fn all_problems_of_a_row_are_told_at_once() {
    let changes = [
        ("gtin", "1"),
        ("name_zh", ""),
        ("moq", "x"),
        ("listed_on", "soon"),
    ];
    let (products, diagnostics) = read(&csv(&[header(&PRODUCT), cells(&PRODUCT, &changes)]));
    assert_eq!(products, []);
    let columns: Vec<_> = found(&diagnostics)
        .into_iter()
        .map(|found| (found.1.unwrap_or(""), found.2))
        .collect();
    assert_eq!(
        columns,
        [
            ("gtin", "1"),
            ("name_zh", ""),
            ("moq", "x"),
            ("listed_on", "soon")
        ]
    );
}

#[test]
fn a_sku_is_taken_once_by_a_row_that_is_kept() {
    let row = |sku: &str, stock: &str| cells(&PRODUCT, &[("sku", sku), ("stock", stock)]);
    let rows = [
        header(&PRODUCT),
        row("a", "wrong"),
        row("a", "1"),
        row("A", "2"),
        row("b", "3"),
    ];
    let (products, diagnostics) = read(&csv(&rows));
    assert_eq!(
        products
            .iter()
            .map(|product| product.stock)
            .collect::<Vec<_>>(),
        [1, 3]
    );
    assert_eq!(
        found(&diagnostics)[1],
        (Some(4), Some("sku"), "A", &Problem::RepeatedSku { row: 3 })
    );
}
