//! How many are wanted, and not what a box holds or how long a bolt is.

use std::ops::Range;

use super::tokens::{Kind, Words};

/// Pieces of the text, and how many.
pub type Found = (Range<usize>, u32);

const CUES: [&str; 29] = [
    "x",
    "×",
    "order quantity",
    "quantity of",
    "quantity",
    "qty",
    "we need",
    "i need",
    "need",
    "order of",
    "order",
    "buy",
    "purchase",
    "about",
    "around",
    "数量为",
    "数量是",
    "数量约",
    "数量",
    "需要",
    "需",
    "要",
    "采购",
    "订购",
    "求购",
    "购买",
    "大约",
    "约",
    "共",
];
/// Says itself that it counts.
const SURE: [&str; 5] = ["order quantity", "quantity of", "quantity", "qty", "数量"];
const UNITS: [&str; 56] = [
    "pcs",
    "pc",
    "pieces",
    "piece",
    "units",
    "unit",
    "nos",
    "ea",
    "sets",
    "set",
    "pairs",
    "pair",
    "prs",
    "boxes",
    "box",
    "bottles",
    "bottle",
    "rolls",
    "roll",
    "cartons",
    "carton",
    "ctns",
    "ctn",
    "packs",
    "pack",
    "packets",
    "drums",
    "drum",
    "bags",
    "bag",
    "reams",
    "ream",
    "tubes",
    "cans",
    "jars",
    "cartridges",
    "cylinders",
    "pails",
    "pallets",
    "sheets",
    "lengths",
    "个",
    "只",
    "件",
    "套",
    "双",
    "箱",
    "瓶",
    "卷",
    "桶",
    "包",
    "袋",
    "支",
    "把",
    "台",
    "条",
];
const MORE_UNITS: [&str; 15] = [
    "根", "张", "片", "块", "盒", "罐", "颗", "粒", "付", "副", "对", "枚", "顶", "樽", "令",
];
const DOZENS: [&str; 4] = ["dozens", "dozen", "doz", "打"];
/// After a number of units: it is what a larger unit holds.
const HOLDS: [&str; 16] = [
    "per", "/", "in a", "a box", "a pack", "装", "一箱", "一盒", "一包", "每箱", "每盒", "每包",
    "in one", "each box", "-", "入",
];

/// Whether this is a unit that things are counted in.
#[must_use]
pub fn is_unit(word: &str) -> bool {
    let word = word.trim().trim_end_matches('.');
    let all = UNITS.iter().chain(&MORE_UNITS).chain(&DOZENS);
    all.into_iter().any(|unit| unit.eq_ignore_ascii_case(word))
}

impl Words<'_> {
    #[must_use]
    pub fn quantity(&self) -> Option<Found> {
        (0..self.tokens.len())
            .find_map(|at| self.counted(at))
            .or_else(|| (0..self.tokens.len()).find_map(|at| self.told(at)))
            .or_else(|| self.leading())
    }

    /// `2000 pcs`, `两千个`, `5 dozen`, `500 x M8 bolts`.
    pub(super) fn counted(&self, at: usize) -> Option<Found> {
        let (count, next) = self.count(at)?;
        if self.is_inside_a_word(at) {
            return None;
        }
        let (count, end) = self.unit(count, next)?;
        if self.after_any(end, &HOLDS).is_some() {
            return None;
        }
        // The unit may have more to say: `2000 pcs of`.
        let end = self.after_any(end, &["of", "的"]).unwrap_or(end);
        let start = self.cue(at).unwrap_or(at);
        Some((start..end, count))
    }

    pub(super) fn unit(&self, count: u32, next: usize) -> Option<(u32, usize)> {
        let dozens = || Some((count.checked_mul(12)?, self.after_any(next, &DOZENS)?));
        let plain = || {
            self.after_any(next, &UNITS)
                .or_else(|| self.after_any(next, &MORE_UNITS))
        };
        dozens()
            .or_else(|| Some((count, plain()?)))
            .or_else(|| self.times(count, next))
    }

    /// `500 x bolts`, but not `8 x 40`.
    fn times(&self, count: u32, next: usize) -> Option<(u32, usize)> {
        let end = self.after_any(next, &["x", "×", "*"])?;
        let is_word = self.kind(end) == Some(Kind::Word) || self.kind(end) == Some(Kind::Han);
        (is_word && self.number(end).is_none() && !self.is_joined(next)).then_some((count, end))
    }

    /// `qty: 2000`, `数量两千`.
    pub(super) fn told(&self, at: usize) -> Option<Found> {
        let (count, next) = self.count(at)?;
        let colon = matches!(self.word(at.wrapping_sub(1)), ":" | "=" | "为" | "是");
        let start = self.before_any(at - usize::from(colon), &SURE)?;
        Some((start..next, count))
    }

    /// `2000 hex bolts`: at the beginning, too many for a size, and no unit of measure after it.
    fn leading(&self) -> Option<Found> {
        const MEASURES: [&str; 42] = [
            "mm", "cm", "m", "km", "inch", "in", "inches", "ft", "feet", "ml", "l", "litre",
            "liter", "litres", "liters", "g", "gram", "grams", "gsm", "kg", "kgs", "ton", "tons",
            "mg", "v", "volt", "volts", "w", "watt", "watts", "a", "amp", "amps", "hz", "lm",
            "lumen", "k", "grit", "micron", "ply", "way", "core",
        ];
        let start = (0..self.tokens.len()).find(|at| self.number(*at).is_some())?;
        let (count, next) = self.count(start)?;
        let begins = start == 0 || self.cue(start) == Some(0);
        let is_word = self.kind(next) == Some(Kind::Word) && !MEASURES.contains(&self.word(next));
        let is_han = self.kind(start) != Some(Kind::Han) && self.kind(next) == Some(Kind::Han);
        let is_apart = is_word && !self.is_joined(next - 1);
        let enough = 50 <= count && !(2_010..2_100).contains(&count) || self.cue(start).is_some();
        // With a unit it was looked at before, and found to be something else.
        let counted = self.unit(count, next).is_some();
        let wanted = begins
            && !counted
            && enough
            && (is_apart || is_han)
            && !self.is_measure_in_chinese(next);
        wanted.then(|| (self.cue(start).unwrap_or(start)..next, count))
    }

    fn is_measure_in_chinese(&self, at: usize) -> bool {
        const MEASURES: [&str; 20] = [
            "毫米", "厘米", "公分", "米", "英寸", "寸", "毫升", "升", "克", "公斤", "千克", "吨",
            "伏", "瓦", "安", "目", "层", "芯", "号", "度",
        ];
        self.after_any(at, &MEASURES).is_some()
    }

    fn cue(&self, at: usize) -> Option<usize> {
        let colon = matches!(self.word(at.wrapping_sub(1)), ":" | "=");
        self.before_any(at - usize::from(colon), &CUES)
    }

    /// `box of 100 pcs`, `46-piece`, `M8x40 pcs` and `每箱 50 个` say what a thing is.
    fn is_inside_a_word(&self, at: usize) -> bool {
        const HOLDERS: [&str; 19] = [
            "box of",
            "boxes of",
            "pack of",
            "packs of",
            "packet of",
            "carton of",
            "cartons of",
            "bag of",
            "bags of",
            "roll of",
            "set of",
            "case of",
            "/",
            "-",
            "每箱",
            "每盒",
            "每包",
            "一箱",
            "一盒",
        ];
        let times = matches!(self.word(at.wrapping_sub(1)), "x" | "×" | "*");
        let sized = times
            && 1 < at
            && self.tokens[at - 2]
                .word
                .contains(|one: char| one.is_ascii_digit());
        sized || self.before_any(at, &HOLDERS).is_some()
    }
}
