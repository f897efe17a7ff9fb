//! What UN/ECE Recommendations 20 and 21 count and measure in, as a buyer reads it.

use api_types::address::Language;

/// Code, English, Chinese. Packages of Recommendation 21 carry an X before their code.
const COUNTED: &[(&str, &str, &str)] = &[
    ("C62", "pc", "个"),
    ("PR", "pair", "双"),
    ("SET", "set", "套"),
    ("MTR", "m", "米"),
    ("KGM", "kg", "千克"),
    ("LTR", "L", "升"),
    ("DZN", "dozen", "打"),
    ("RM", "ream", "令"),
    ("XAE", "aerosol can", "罐"),
    ("XBG", "bag", "袋"),
    ("XBO", "bottle", "瓶"),
    ("XBX", "box", "盒"),
    ("XCQ", "cartridge", "支"),
    ("XCT", "carton", "箱"),
    ("XCX", "can", "罐"),
    ("XCY", "cylinder", "瓶"),
    ("XDR", "drum", "桶"),
    ("XJC", "jerrycan", "桶"),
    ("XJR", "jar", "罐"),
    ("XPA", "packet", "包"),
    ("XPK", "pack", "包"),
    ("XPL", "pail", "桶"),
    ("XPX", "pallet", "托"),
    ("XRL", "reel", "卷"),
    ("XRO", "roll", "卷"),
    ("XSA", "sack", "袋"),
    ("XTI", "tin", "罐"),
    ("XTU", "tube", "支"),
    ("XTY", "tray", "盘"),
];

/// Code and the symbol of both languages.
const SYMBOLS: &[(&str, &str)] = &[
    ("23", "g/cm³"),
    ("2N", "dB"),
    ("4H", "µm"),
    ("AMH", "Ah"),
    ("AMP", "A"),
    ("B22", "kA"),
    ("B47", "kN"),
    ("CEL", "°C"),
    ("CMT", "cm"),
    ("DD", "°"),
    ("GM", "g/m²"),
    ("GRM", "g"),
    ("KEL", "K"),
    ("KGM", "kg"),
    ("LTR", "L"),
    ("LUM", "lm"),
    ("MLT", "mL"),
    ("MMK", "mm²"),
    ("MMT", "mm"),
    ("MTR", "m"),
    ("NEW", "N"),
    ("NU", "N·m"),
    ("P1", "%"),
    ("RPM", "r/min"),
    ("VLT", "V"),
    ("WTT", "W"),
];

/// What is counted and priced: `pc`, `盒`. A code that is not known is shown as it is.
#[must_use]
pub fn unit(language: Language, code: &str) -> &str {
    let known = COUNTED.iter().find(|(known, _, _)| *known == code);
    match (known, language) {
        (Some((_, english, _)), Language::English) => english,
        (Some((_, _, chinese)), Language::Chinese) => chinese,
        (None, _) => symbol(language, code),
    }
}

/// What is measured: `mm`, `kg`.
#[must_use]
pub fn symbol(language: Language, code: &str) -> &str {
    match (
        SYMBOLS.iter().find(|(known, _)| *known == code),
        code,
        language,
    ) {
        (_, "MON", Language::English) => "months",
        (_, "MON", Language::Chinese) => "个月",
        (Some((_, symbol)), _, _) => symbol,
        (None, _, _) => code,
    }
}
