//! A made-up catalogue of any size, the same on every machine: no data of anybody, but words as unevenly frequent as in
//! real ones, categories with words of their own, sizes, materials, brands, and a part number of its own for each.

use search::document::{Document, Field, Kind};

/// Splitmix64 (Steele, Lea and Flood 2014): chance that is the same every time.
pub struct Chance(pub u64);

impl Chance {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }

    /// Below `n`, the n-th as likely as one over n: Zipf's law, as words are.
    fn zipf(&mut self, n: usize) -> usize {
        let share = (self.next() >> 11) as f64 / (1u64 << 53) as f64;
        ((n as f64 + 1.0).powf(share) - 1.0) as usize
    }
}

const STARTS: [&str; 20] = [
    "b", "br", "c", "cl", "d", "f", "fl", "g", "gr", "k", "l", "m", "n", "p", "pl", "r", "s", "st",
    "t", "v",
];
const MIDDLES: [&str; 10] = ["a", "e", "i", "o", "u", "ea", "oo", "ai", "ou", "io"];
const ENDS: [&str; 14] = [
    "ck", "d", "l", "m", "n", "nd", "p", "r", "rt", "st", "t", "x", "lt", "mp",
];

/// The word of a number: different numbers below 7,840,000 have different words.
fn word(number: usize) -> String {
    let start = STARTS[number % 20];
    let middle = MIDDLES[number / 20 % 10];
    let end = ENDS[number / 200 % 14];
    let more = number / 2800;
    if more == 0 {
        format!("{start}{middle}{end}")
    } else {
        format!("{start}{middle}{end}{}", word(more - 1))
    }
}

const MATERIALS: [&str; 12] = [
    "stainless steel",
    "steel",
    "galvanized steel",
    "brass",
    "nylon",
    "rubber",
    "aluminium",
    "copper",
    "PVC",
    "cotton",
    "polyethylene",
    "cast iron",
];
const COLORS: [&str; 8] = [
    "black", "white", "blue", "red", "yellow", "green", "clear", "grey",
];
const WORDS: usize = 60_000;
const BRANDS: usize = 3000;
const KINDS: usize = 2500;

/// One product.
pub struct Good {
    pub name: String,
    pub code: String,
    pub category: String,
    pub attributes: String,
    pub key: String,
}

impl Good {
    /// Product `row` of `all`; products of a kind are neighbors, and there are more of some kinds than of others.
    pub fn new(row: u32, all: u32) -> Good {
        let mut chance = Chance(u64::from(row) << 20 ^ 0x5eed);
        let place = f64::from(row) / f64::from(all);
        let kind = (place * place * KINDS as f64) as usize;
        let mut kind_chance = Chance(kind as u64 ^ 0xca7e);
        // A kind is called by one or two words; some of these are shared by many kinds.
        let noun = word(500 + kind_chance.zipf(4000));
        let before = word(5000 + kind_chance.zipf(3000));
        let own: Vec<usize> = (0..30).map(|_| kind_chance.zipf(WORDS)).collect();
        let brand = word(9000 + chance.zipf(BRANDS));
        let material = MATERIALS[chance.zipf(MATERIALS.len())];
        let mut name = format!("{brand} {material} {before} {noun}");
        for _ in 0..1 + chance.below(4) {
            let about = if chance.below(3) == 0 {
                chance.zipf(WORDS)
            } else {
                own[chance.zipf(30)]
            };
            name += " ";
            name += &word(12_000 + about);
        }
        let size = match chance.below(3) {
            0 => format!("M{}x{}", 3 + chance.zipf(20), 5 * (1 + chance.zipf(30))),
            1 => format!("{} mm", 1 + chance.zipf(500)),
            _ => format!("{} ml", 10 * (1 + chance.zipf(200))),
        };
        name = format!("{name} {size}");
        let color = COLORS[chance.zipf(COLORS.len())];
        let letters = word(chance.below(2800)).to_uppercase();
        Good {
            code: format!("{letters}-{:06}", chance.below(1_000_000)),
            category: format!("{before} {noun}"),
            attributes: format!(
                "{material} {color} {size} {}",
                word(12_000 + own[chance.below(30)])
            ),
            key: format!("s{}.{row}", chance.below(2000)),
            name,
        }
    }

    pub fn document(&self, row: u32) -> Document<'_> {
        let mut fields = [""; Field::ALL.len()];
        fields[Field::NameEn as usize] = &self.name;
        fields[Field::Codes as usize] = &self.code;
        fields[Field::Category as usize] = &self.category;
        fields[Field::Attributes as usize] = &self.attributes;
        Document {
            kind: Kind::Product,
            row,
            key: &self.key,
            fields,
        }
    }
}

/// What a buyer of such goods may type: words of one product, its part number or size, sometimes words of two.
pub fn query(number: u64, all: u32) -> String {
    let mut chance = Chance(number ^ 0x9e_e2);
    let good = |chance: &mut Chance| Good::new(chance.below(all as usize) as u32, all);
    let one = good(&mut chance);
    let words: Vec<&str> = one.name.split(' ').collect();
    let pick = |chance: &mut Chance| words[chance.below(words.len())].to_owned();
    match chance.below(10) {
        0 => one.code.clone(),
        1 => one.category.clone(),
        2 => format!("{} {}", one.category, words[0]),
        3 => one.attributes.clone(),
        4 => pick(&mut chance),
        5 | 6 => format!("{} {}", pick(&mut chance), one.category),
        7 => format!(
            "{} {} {}",
            pick(&mut chance),
            pick(&mut chance),
            pick(&mut chance)
        ),
        8 => format!("{} {}", COLORS[chance.below(8)], one.category),
        // Words that have little to do with each other are the hardest: nothing has them all.
        _ => format!(
            "{} {}",
            pick(&mut chance),
            good(&mut chance).name.split(' ').next_back().unwrap_or("")
        ),
    }
}
