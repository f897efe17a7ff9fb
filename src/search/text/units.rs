//! Units of measure, each as so many of the one unit that stands for its kind.
//!
//! Factors: the international yard and pound (1959), US liquid measures, SI prefixes; exact where they are defined.

use std::sync::OnceLock;

/// What a unit is in terms of the canonical one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Unit {
    /// The canonical unit, as terms write it.
    pub symbol: &'static str,
    pub factor: f64,
    /// Of another system of measures, so that goods in round metric sizes are named by it.
    pub imperial: bool,
}

const fn metric(symbol: &'static str, factor: f64) -> Unit {
    Unit {
        symbol,
        factor,
        imperial: false,
    }
}

const fn imperial(symbol: &'static str, factor: f64) -> Unit {
    Unit {
        symbol,
        factor,
        imperial: true,
    }
}

/// Folded names, and what they mean.
const UNITS: [(&str, Unit); 111] = [
    ("nm", metric("mm", 1e-6)),
    (
        "μm um micron microns micrometer micrometers mic",
        metric("mm", 1e-3),
    ),
    ("mil mils thou", imperial("mm", 0.0254)),
    (
        "mm millimeter millimeters millimetre millimetres",
        metric("mm", 1.0),
    ),
    (
        "cm cms centimeter centimeters centimetre centimetres",
        metric("mm", 10.0),
    ),
    ("dm", metric("mm", 100.0)),
    ("m mtr mtrs meter meters metre metres", metric("mm", 1000.0)),
    ("km kilometer kilometers", metric("mm", 1e6)),
    ("in inch inches \"", imperial("mm", 25.4)),
    ("ft foot feet '", imperial("mm", 304.8)),
    ("yd yds yard yards", imperial("mm", 914.4)),
    ("mile miles", imperial("mm", 1_609_344.0)),
    ("mm2 sqmm", metric("mm2", 1.0)),
    ("cm2 sqcm", metric("mm2", 100.0)),
    ("m2 sqm", metric("mm2", 1e6)),
    ("in2 sqin", imperial("mm2", 645.16)),
    ("ft2 sqft", imperial("mm2", 92_903.04)),
    (
        "ml mls milliliter milliliters millilitre millilitres cc cm3",
        metric("ml", 1.0),
    ),
    ("cl", metric("ml", 10.0)),
    ("dl", metric("ml", 100.0)),
    ("μl ul", metric("ml", 1e-3)),
    (
        "l lt ltr ltrs liter liters litre litres dm3",
        metric("ml", 1000.0),
    ),
    ("m3 cbm", metric("ml", 1e6)),
    ("gal gals gallon gallons", imperial("ml", 3_785.411_784)),
    ("qt qts quart quarts", imperial("ml", 946.352_946)),
    ("pt pint pints", imperial("ml", 473.176_473)),
    ("floz", imperial("ml", 29.573_529_562_5)),
    ("cuft ft3", imperial("ml", 28_316.846_592)),
    ("cuin in3", imperial("ml", 16.387_064)),
    ("μg ug mcg", metric("g", 1e-6)),
    ("mg milligram milligrams", metric("g", 1e-3)),
    ("g gm gms gram grams gramme grammes", metric("g", 1.0)),
    ("kg kgs kilo kilos kilogram kilograms", metric("g", 1000.0)),
    ("t ton tons tonne tonnes", metric("g", 1e6)),
    ("lb lbs pound pounds", imperial("g", 453.592_37)),
    ("oz ounce ounces", imperial("g", 28.349_523_125)),
    ("gsm", metric("gsm", 1.0)),
    ("v volt volts vac vdc", metric("v", 1.0)),
    ("mv", metric("v", 1e-3)),
    ("kv kilovolt kilovolts", metric("v", 1000.0)),
    ("a amp amps ampere amperes", metric("a", 1.0)),
    ("ma milliamp milliamps", metric("a", 1e-3)),
    ("μa ua", metric("a", 1e-6)),
    ("ka", metric("a", 1000.0)),
    ("mah", metric("mah", 1.0)),
    ("ah", metric("mah", 1000.0)),
    ("w watt watts", metric("w", 1.0)),
    ("mw", metric("w", 1e-3)),
    ("kw kilowatt kilowatts", metric("w", 1000.0)),
    ("hp horsepower", imperial("w", 745.699_872)),
    ("va", metric("va", 1.0)),
    ("kva", metric("va", 1000.0)),
    ("wh", metric("wh", 1.0)),
    ("kwh", metric("wh", 1000.0)),
    ("btu btus", metric("btu", 1.0)),
    ("j joule joules", metric("j", 1.0)),
    ("kj", metric("j", 1000.0)),
    ("kcal", metric("j", 4184.0)),
    ("hz hertz", metric("hz", 1.0)),
    ("khz", metric("hz", 1000.0)),
    ("mhz", metric("hz", 1e6)),
    ("ghz", metric("hz", 1e9)),
    ("rpm", metric("rpm", 1.0)),
    ("pa", metric("kpa", 1e-3)),
    ("kpa", metric("kpa", 1.0)),
    ("mpa", metric("kpa", 1000.0)),
    ("bar bars", metric("kpa", 100.0)),
    ("mbar", metric("kpa", 0.1)),
    ("psi", imperial("kpa", 6.894_757_293)),
    ("n newton newtons", metric("n", 1.0)),
    ("kn", metric("n", 1000.0)),
    ("kgf", metric("n", 9.806_65)),
    ("lbf", imperial("n", 4.448_221_615)),
    ("° deg degree degrees", metric("deg", 1.0)),
    ("°c celsius", metric("c", 1.0)),
    ("°f fahrenheit", metric("f", 1.0)),
    ("k kelvin", metric("k", 1.0)),
    ("lm lumen lumens", metric("lm", 1.0)),
    ("lx lux", metric("lx", 1.0)),
    ("cd mcd", metric("cd", 1.0)),
    ("db dba decibel decibels", metric("db", 1.0)),
    ("ω ohm ohms", metric("ohm", 1.0)),
    ("kω kohm", metric("ohm", 1000.0)),
    ("mω", metric("ohm", 1e-3)),
    ("pf", metric("uf", 1e-6)),
    ("nf", metric("uf", 1e-3)),
    ("μf uf", metric("uf", 1.0)),
    ("ms", metric("s", 1e-3)),
    ("sec secs second seconds", metric("s", 1.0)),
    ("min mins minute minutes", metric("s", 60.0)),
    ("h hr hrs hour hours", metric("s", 3600.0)),
    ("day days", metric("s", 86_400.0)),
    ("week weeks", metric("s", 604_800.0)),
    ("month months", metric("mo", 1.0)),
    ("year years yr yrs", metric("mo", 12.0)),
    ("kb", metric("mb", 1e-3)),
    ("mb", metric("mb", 1.0)),
    ("gb gig gigs gigabyte", metric("mb", 1000.0)),
    ("tb terabyte", metric("mb", 1e6)),
    ("mbps", metric("mbps", 1.0)),
    ("gbps", metric("mbps", 1000.0)),
    ("mp megapixel megapixels", metric("mp", 1.0)),
    ("mph", metric("mph", 1.0)),
    ("lpm", metric("lpm", 1.0)),
    ("gpm", imperial("lpm", 3.785_411_784)),
    ("cfm", metric("cfm", 1.0)),
    ("ga gauge awg", metric("ga", 1.0)),
    ("tpi", metric("tpi", 1.0)),
    ("cst", metric("cst", 1.0)),
    ("% percent pct", metric("%", 1.0)),
    ("ppm", metric("ppm", 1.0)),
];

/// Names that mean something else when they begin with a capital.
const CAPITAL: [(&str, Unit); 4] = [
    ("nm", metric("nm", 1.0)),
    ("mv", metric("v", 1e6)),
    ("mw", metric("w", 1e6)),
    ("mω", metric("ohm", 1e6)),
];

/// The names of [`UNITS`] in order, each with its row; made on first use, in microseconds.
static NAMES: OnceLock<Vec<(&str, u8)>> = OnceLock::new();

fn names() -> Vec<(&'static str, u8)> {
    let mut names: Vec<(&str, u8)> = Vec::with_capacity(256);
    for (row, (all, _)) in (0..).zip(&UNITS) {
        for name in all.split(' ') {
            // few enough for an insertion; a sort would be more code than the rest of this file
            let at = names.partition_point(|(known, _)| *known < name);
            names.insert(at, (name, row));
        }
    }
    names
}

/// The unit of a folded name; `capital` tells whether its first letter was one (`MW` is not `mW`).
pub fn unit(name: &str, capital: bool) -> Option<Unit> {
    if capital && let Some((_, unit)) = CAPITAL.iter().find(|(known, _)| *known == name) {
        return Some(*unit);
    }
    let names = NAMES.get_or_init(names);
    let at = names
        .binary_search_by(|(known, _)| (*known).cmp(name))
        .ok()?;
    UNITS.get(usize::from(names[at].1)).map(|(_, unit)| *unit)
}

/// The other reading of a unit that has two: an ounce of liquid, the square of a cable and of a floor.
pub fn other_reading(name: &str) -> Option<Unit> {
    Some(match name {
        "oz" | "ounce" | "ounces" => imperial("ml", 29.573_529_562_5),
        "平方" => metric("mm2", 1e6),
        _ => return None,
    })
}

/// Chinese units, longer names before those that they begin with.
const HAN: [(&str, Unit); 74] = [
    ("平方毫米", metric("mm2", 1.0)),
    ("平方厘米", metric("mm2", 100.0)),
    ("平方米", metric("mm2", 1e6)),
    ("平方", metric("mm2", 1.0)),
    ("平米", metric("mm2", 1e6)),
    ("立方厘米", metric("ml", 1.0)),
    ("立方米", metric("ml", 1e6)),
    ("毫安时", metric("mah", 1.0)),
    ("毫安", metric("a", 1e-3)),
    ("毫米", metric("mm", 1.0)),
    ("毫升", metric("ml", 1.0)),
    ("毫克", metric("g", 1e-3)),
    ("毫伏", metric("v", 1e-3)),
    ("毫秒", metric("s", 1e-3)),
    ("微米", metric("mm", 1e-3)),
    ("微升", metric("ml", 1e-3)),
    ("微克", metric("g", 1e-6)),
    ("微法", metric("uf", 1.0)),
    ("纳米", metric("mm", 1e-6)),
    ("厘米", metric("mm", 10.0)),
    ("分米", metric("mm", 100.0)),
    ("分钟", metric("s", 60.0)),
    ("分贝", metric("db", 1.0)),
    ("公分", metric("mm", 10.0)),
    ("公斤", metric("g", 1000.0)),
    ("公升", metric("ml", 1000.0)),
    ("公里", metric("mm", 1e6)),
    ("公尺", metric("mm", 1000.0)),
    ("千米", metric("mm", 1e6)),
    ("千克", metric("g", 1000.0)),
    ("千伏", metric("v", 1000.0)),
    ("千瓦时", metric("wh", 1000.0)),
    ("千瓦", metric("w", 1000.0)),
    ("千牛", metric("n", 1000.0)),
    ("千帕", metric("kpa", 1.0)),
    ("千欧", metric("ohm", 1000.0)),
    ("千赫", metric("hz", 1000.0)),
    ("兆帕", metric("kpa", 1000.0)),
    ("兆瓦", metric("w", 1e6)),
    ("兆欧", metric("ohm", 1e6)),
    ("兆赫", metric("hz", 1e6)),
    ("英寸", imperial("mm", 25.4)),
    ("英尺", imperial("mm", 304.8)),
    ("加仑", imperial("ml", 3_785.411_784)),
    ("盎司", imperial("g", 28.349_523_125)),
    ("伏特", metric("v", 1.0)),
    ("瓦特", metric("w", 1.0)),
    ("安培", metric("a", 1.0)),
    ("安时", metric("mah", 1000.0)),
    ("欧姆", metric("ohm", 1.0)),
    ("赫兹", metric("hz", 1.0)),
    ("流明", metric("lm", 1.0)),
    ("牛米", metric("nm", 1.0)),
    ("牛顿", metric("n", 1.0)),
    ("摄氏度", metric("c", 1.0)),
    ("小时", metric("s", 3600.0)),
    ("个月", metric("mo", 1.0)),
    ("转/分", metric("rpm", 1.0)),
    ("升/分", metric("lpm", 1.0)),
    ("米", metric("mm", 1000.0)),
    ("寸", imperial("mm", 25.4)),
    ("升", metric("ml", 1000.0)),
    ("克", metric("g", 1.0)),
    ("斤", metric("g", 500.0)),
    ("吨", metric("g", 1e6)),
    ("磅", imperial("g", 453.592_37)),
    ("伏", metric("v", 1.0)),
    ("瓦", metric("w", 1.0)),
    ("安", metric("a", 1.0)),
    ("度", metric("deg", 1.0)),
    ("欧", metric("ohm", 1.0)),
    ("秒", metric("s", 1.0)),
    ("天", metric("s", 86_400.0)),
    ("巴", metric("kpa", 100.0)),
];

/// Words that begin like a unit of one character and are none: carat, upgrade, beige, corrugated, safety.
const HAN_WORDS: [&str; 24] = [
    "克拉", "克力", "升级", "升降", "升压", "米色", "米白", "米兰", "米粉", "米黄", "瓦楞", "瓦斯",
    "安全", "安装", "安瓿", "欧标", "欧式", "欧盟", "天然", "天线", "度假", "秒表", "巴氏", "巴士",
];

/// What the names in [`HAN`] begin with; most runs behind a number begin otherwise.
const HAN_FIRST: &str = "平立毫微纳厘分公千兆英加盎伏瓦安欧赫流牛摄小个转升米寸克斤吨磅度秒天巴";

/// The unit that a Han run begins with, and its name.
pub fn han_unit(run: &str) -> Option<(&'static str, Unit)> {
    if !run
        .chars()
        .next()
        .is_some_and(|first| HAN_FIRST.contains(first))
    {
        return None;
    }
    if HAN_WORDS.iter().any(|word| run.starts_with(word)) {
        return None;
    }
    HAN.iter()
        .find(|(name, _)| run.starts_with(name))
        .map(|&(name, unit)| (name, unit))
}

/// Appends the term of a quantity: four significant digits, so that equal quantities are equal terms whichever unit
/// they were converted from. `digits` fewer than that for the round metric size that goods are named by.
pub fn write_quantity(value: f64, symbol: &str, digits: u8, out: &mut String) {
    out.push('=');
    let (mantissa, exponent) = significant(value, digits);
    if exponent >= 0 {
        super::number::write_decimal(mantissa * 10u64.pow(exponent.min(12) as u32), 0, out);
    } else {
        let (mut mantissa, mut scale) = (mantissa, -exponent);
        while scale > 0 && mantissa.is_multiple_of(10) {
            mantissa /= 10;
            scale -= 1;
        }
        super::number::write_decimal(mantissa, scale.min(18) as u8, out);
    }
    out.push_str(symbol);
}

/// `value` as a whole number of `digits` digits times a power of ten. Only the four rules of arithmetic, and a hair
/// above, so that a half is rounded up on every way to it.
fn significant(value: f64, digits: u8) -> (u64, i32) {
    if value <= 0.0 || !value.is_finite() {
        return (0, 0);
    }
    let (low, high) = if digits < 4 {
        (100.0, 1000.0)
    } else {
        (1000.0, 10_000.0)
    };
    let mut value = value * (1.0 + 1e-12);
    let mut exponent = 0;
    while value >= high && exponent < 24 {
        value /= 10.0;
        exponent += 1;
    }
    while value < low && exponent > -18 {
        value *= 10.0;
        exponent -= 1;
    }
    ((value + 0.5) as u64, exponent)
}
