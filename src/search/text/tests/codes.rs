//! Standards and part numbers are kept whole and findable by their pieces.

use super::*;

#[test]
fn wholes_are_one_code_however_written() {
    let same: [(&str, &[&str]); 23] = [
        (
            "iso4017",
            &[
                "ISO4017",
                "ISO 4017",
                "iso-4017",
                "ＩＳＯ ４０１７",
                "ISO 4017:2014",
                "DIN EN ISO 4017",
                "EN ISO 4017-1",
            ],
        ),
        ("din933", &["DIN 933", "DIN933", "din-933"]),
        ("din4762", &["DIN EN ISO 4762", "DIN 4762"]),
        ("gb5782", &["GB/T 5782", "GB 5782", "GB5782"]),
        (
            "gbt5782",
            &["GB/T 5782", "GBT5782", "GB/T5782", "gb/t-5782"],
        ),
        ("en388", &["EN 388:2016", "EN388", "EN 388", "EN 388 4X43D"]),
        ("en3882016", &["EN 388:2016", "EN388:2016"]),
        ("iso20345", &["EN ISO 20345", "ISO20345", "ISO 20345:2011"]),
        ("iec602273", &["IEC 60227-3", "IEC60227-3"]),
        (
            "62042rs",
            &["6204-2RS", "62042RS", "6204 - 2rs 62042rs", "6204_2RS"],
        ),
        ("n95", &["N95", "n95", "N-95", "N 95"]),
        ("a480", &["A4-80", "A480", "a4-80"]),
        ("304316l", &["304/316L", "304316L"]),
        ("316l", &["304/316L", "316L"]),
        ("ip67", &["IP67", "IP 67", "ip-67"]),
        ("wd40", &["WD-40", "WD40", "WD 40"]),
        ("z871", &["ANSI Z87.1", "Z87.1"]),
        ("f593", &["ASTM F593", "F593"]),
        ("astmf593", &["ASTM F593", "ASTM-F593"]),
        ("731815", &["7318.15", "731815", "HS 7318.15"]),
        ("2653148500017", &["GTIN 2653148500017", "2653148500017"]),
        ("36000291452", &["036000291452", "0036000291452"]),
        ("hs1788z6x16", &["HS17-88Z-6X16", "hs1788z6x16"]),
    ];
    for (term, forms) in same {
        for form in forms {
            meet(forms[0], form, term);
        }
    }
}

#[test]
fn pieces_are_findable() {
    meet("6204-2RS", "6204", "6204");
    meet("6204-2RS", "bearing 2RS", "2rs");
    meet("ISO4017", "4017", "4017");
    meet("UN1219", "1219", "1219");
    meet("UN 1219", "UN1219", "un1219");
    meet("iPhone5s", "iphone", "iphon");
    meet("EN 388:2016", "388", "388");
    meet("H07V-R", "H07V", "h07v");
}

#[test]
fn cas_numbers_stay_whole() {
    for text in ["CAS 67-63-0", "67-63-0", "2-propanol (67-63-0)"] {
        meet(text, "67-63-0", "67-63-0");
        meet(text, "67-63-0", "67630");
        let tokens = analyze(text, Side::Name, None);
        assert!(tokens.iter().all(|token| token.term != "63"), "{tokens:?}");
    }
    // a wrong check digit is no CAS number
    assert!(!terms("67-63-1", Kind::Code).contains(&"67-63-1".to_owned()));
    // the number in a name of a substance belongs to the name
    meet("2-propanol", "2 propanol", "propanol");
}

#[test]
fn a_whole_covers_its_pieces() {
    let tokens = analyze("bolt ISO 4017 zinc", Side::Name, None);
    let places: Vec<_> = tokens
        .iter()
        .map(|token| (token.term.as_str(), token.position, token.width))
        .collect();
    assert_eq!(
        places,
        [
            ("bolt", 0, 1),
            ("iso", 1, 1),
            ("4017", 2, 1),
            ("iso4017", 1, 2),
            ("zinc", 3, 1)
        ]
    );
}

#[test]
fn part_numbers_are_found_with_other_marks() {
    for sku in [
        "HS17-88Z-6X16",
        "TC-H07VR-1.5RD",
        "BS.SP190",
        "VB-CT200-4.8NT",
        "625-OPEN",
        "24-410",
        "8X40",
        "20L",
    ] {
        let whole: String = sku
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .collect::<String>()
            .to_lowercase();
        let terms = |text: &str, side| -> Vec<String> {
            analyze(text, side, None)
                .into_iter()
                .map(|token| token.term)
                .collect()
        };
        assert!(
            terms(sku, Side::Codes).contains(&whole),
            "{sku}: {:?}",
            terms(sku, Side::Codes)
        );
        for mark in [" ", "", " - ", "-", "_", " / "] {
            // a word of four letters after a space is a word
            if sku == "625-OPEN" && mark.contains(' ') {
                continue;
            }
            let typed = sku.replace(['-', '.', '_'], mark);
            assert!(
                terms(&typed, Side::Query).contains(&whole),
                "{typed}: {:?}",
                terms(&typed, Side::Query)
            );
        }
    }
}

#[test]
fn words_do_not_head_codes() {
    lacks("pack of 25", Kind::Code);
    lacks("size 8", Kind::Code);
    lacks("batteries x 4", Kind::Code);
    assert_eq!(
        analyze("age 5", Side::Body, None).len(),
        2,
        "in running text only capitals head codes"
    );
}

#[test]
fn codes_and_numbers_are_no_words() {
    for text in [
        "ISO4017",
        "6204-2RS",
        "N95",
        "10 mm",
        "67-63-0",
        "7318.15",
        "2653148500017",
        "M8x40",
    ] {
        for token in analyze(text, Side::Query, None) {
            let is_word = matches!(token.kind, Kind::Word | Kind::Compound);
            assert!(
                !is_word || !token.term.contains(|c: char| c.is_ascii_digit()),
                "{token:?}"
            );
        }
    }
}
