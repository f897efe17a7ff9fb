//! Numbers with units have one form; sizes are found however they are written.

use super::*;

#[test]
fn equal_quantities_are_equal_terms() {
    let same: [(&str, &[&str]); 31] = [
        (
            "=10mm",
            &[
                "10 mm",
                "10mm",
                "1 cm",
                "1cm",
                "0.01 m",
                "10毫米",
                "1厘米",
                "１０ｍｍ",
                "10 millimetres",
                "㎜ 10㎜",
            ],
        ),
        (
            "=12.7mm",
            &[
                "½ in",
                "1/2 in",
                "1/2\"",
                "½″",
                "0.5 inch",
                "12.7 mm",
                "12,7 mm",
                "1/2-inch",
                "1/2英寸",
                ".5 in",
                "½寸",
            ],
        ),
        (
            "=38.1mm",
            &[
                "1-1/2 in",
                "1 1/2\"",
                "1½ in.",
                "1.5 inches",
                "38.1mm",
                "3.81 cm",
            ],
        ),
        (
            "=500ml",
            &[
                "500ml",
                "0.5 L",
                "0,5 l",
                "500 毫升",
                "0.5升",
                "500 cc",
                "½ liter",
                "500 mL",
            ],
        ),
        (
            "=2500g",
            &[
                "2.5 kg",
                "2500 g",
                "2500克",
                "2.5公斤",
                "2.5千克",
                "5斤",
                "2,500 g",
                "2,5 kg",
            ],
        ),
        ("=5.5mm", &["5,5 mm", "5.5 mm", "5.50mm", "0.55 cm"]),
        ("=1000mm", &["1,000 mm", "1 m", "1米", "100 cm", "1 metre"]),
        ("=220v", &["220V", "220 V", "220 volts", "220伏", "0.22 kV"]),
        ("=1000v", &["1 kV", "1000 V", "1千伏"]),
        (
            "=1500w",
            &["1.5 kW", "1500 W", "1500瓦", "1.5千瓦", "1500 watt"],
        ),
        ("=0.5a", &["500 mA", "0.5 A", "500毫安", "0.5 amp"]),
        ("=50hz", &["50Hz", "50 Hz", "50赫兹", "0.05 kHz"]),
        (
            "=1000kpa",
            &["10 bar", "1 MPa", "1000 kPa", "10巴", "1兆帕"],
        ),
        ("=689.5kpa", &["100 psi", "689.5 kPa"]),
        ("=60c", &["60 °C", "60℃", "60°c", "60摄氏度", "60 ° C"]),
        ("=-20c", &["-20 °C", "−20℃", "-20~60 °C"]),
        (
            "=1.5mm2",
            &[
                "1.5 mm²",
                "1.5mm2",
                "1.5㎟",
                "1.5平方毫米",
                "1.5 sq. mm",
                "1,5 mm²",
                "1.5平方",
            ],
        ),
        ("=3785ml", &["1 gal", "1 gallon", "1加仑", "3.785 L"]),
        ("=454g", &["1 lb", "1 pound", "16 oz", "454 g", "1磅"]),
        ("=355ml", &["12 fl oz", "12 fl. oz.", "12 oz", "355 ml"]),
        ("=2000mah", &["2000 mAh", "2 Ah", "2000毫安时"]),
        ("=500000mb", &["500 GB", "500gb", "0.5 TB"]),
        (
            "=0.045mm",
            &["45 μm", "45µm", "45 micron", "45微米", "0.045 mm"],
        ),
        ("=10nm", &["10 N·m", "10 Nm", "10牛米"]),
        ("=5000n", &["5 kN", "5000 N", "5千牛"]),
        ("=1500rpm", &["1500 rpm", "1500 r/min", "1500转/分"]),
        ("=80gsm", &["80 g/m²", "80gsm", "80 g/m2"]),
        ("=24mo", &["24 months", "2 years", "24个月"]),
        ("=99.9%", &["99.9%", "99.9 %", "99.9 percent", "99,9 %"]),
        ("=4700ohm", &["4.7 kΩ", "4.7kΩ", "4700 Ω", "4700 ohm"]),
        ("=100uf", &["100 µF", "100uF", "100微法"]),
    ];
    for (term, forms) in same {
        for form in forms {
            meet(forms[0], form, term);
        }
    }
}

#[test]
fn capitals_tell_mega_from_milli() {
    assert_eq!(terms("5 MW", Kind::Quantity), ["=5000000w"]);
    assert_eq!(terms("5 mW", Kind::Quantity), ["=0.005w"]);
    assert_eq!(terms("10 nm", Kind::Quantity), ["=0.00001mm"]);
}

#[test]
fn a_quantity_is_found_by_its_number_too() {
    for text in ["10 mm", "10mm", "10毫米"] {
        assert_eq!(terms(text, Kind::Piece), ["10"], "{text}");
    }
    assert_eq!(terms("5 gallon", Kind::Piece), ["gallon", "5"]);
}

#[test]
fn numbers_have_one_form() {
    let cases = [
        ("5,5", "5.5"),
        ("5.50", "5.5"),
        ("1,000", "1000"),
        ("1,234,567.80", "1234567.8"),
        ("0.50", "0.5"),
        ("1/2", "0.5"),
        ("2 ¾", "2.75"),
        ("２５", "25"),
        ("012", "012"),
    ];
    for (text, term) in cases {
        let tokens = analyze(text, Side::Query, None);
        assert_eq!(
            tokens.first().map(|token| token.term.as_str()),
            Some(term),
            "{text}"
        );
        assert_eq!(tokens.len(), 1, "{tokens:?}");
    }
}

#[test]
fn lists_are_not_numbers() {
    assert_eq!(terms("sizes 8,10,12", Kind::Number), ["8", "10", "12"]);
    assert_eq!(terms("8，10", Kind::Number), ["8", "10"]);
    assert_eq!(terms("24/7", Kind::Number), ["24", "7"]);
}

#[test]
fn words_are_not_units() {
    lacks("3 in 1 tool", Kind::Quantity);
    lacks("3-in-1", Kind::Quantity);
    lacks("10 M8 bolts", Kind::Quantity);
    lacks("3克拉", Kind::Quantity);
    lacks("2安全帽", Kind::Quantity);
    lacks("4 w/ lid", Kind::Quantity);
    lacks("90's style", Kind::Quantity);
}

#[test]
fn sizes_are_one_code_however_written() {
    for form in [
        "M8x40",
        "M8×40",
        "M8*40",
        "M8 x 40",
        "M8 × 40",
        "m8X40",
        "Ｍ８×４０",
        "M8✕40",
        "M8 * 40 mm",
    ] {
        meet("M8x40", form, "m8x40");
        meet("M8x40", form, "m8");
        meet("M8x40", form, "=40mm");
    }
    for form in [
        "18x18",
        "18 x 18",
        "18×18",
        "18 in. x 18 in.",
        "18\" x 18\"",
        "18inx18in",
        "18 by 18",
    ] {
        meet("18x18", form, "18x18");
    }
    for form in [
        "40x30x25 cm",
        "40 × 30 × 25 cm",
        "400x300x250 mm",
        "40cm x 30cm x 25cm",
    ] {
        for term in ["=400mm", "=300mm", "=250mm"] {
            meet("40x30x25 cm", form, term);
        }
    }
    meet("63.5x20", "63,5 × 20", "63.5x20");
    meet("3x2.5mm2", "3 × 2.5 mm²", "=2.5mm2");
    assert_eq!(
        terms("3x2.5mm2", Kind::Quantity),
        ["=2.5mm2"],
        "the cores of a cable are no cross-section"
    );
}

#[test]
fn ranges_have_both_ends() {
    for form in [
        "5-10 mm",
        "5–10 mm",
        "5~10mm",
        "5 ~ 10 mm",
        "5 mm-10 mm",
        "5～10毫米",
    ] {
        meet("5-10 mm", form, "=5mm");
        meet("5-10 mm", form, "=10mm");
    }
    meet("450/750 V", "750 V", "=750v");
    meet("450/750 V", "450V", "=450v");
}

#[test]
fn a_span_is_the_number_with_its_unit() {
    let text = "rod Ø10 mm, 2½″ long, 5升桶";
    let spans: Vec<&str> = analyze(text, Side::Name, None)
        .iter()
        .filter(|token| token.kind == Kind::Quantity)
        .map(|token| &text[token.start as usize..token.end as usize])
        .collect();
    assert_eq!(spans, ["10 mm", "2½″", "5升"]);
}
