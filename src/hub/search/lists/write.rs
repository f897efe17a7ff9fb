//! Known items written down as lines of a list, the same every time.

use super::Case;

/// The number of the first line that asks for something: a heading stands before it.
pub const FIRST_LINE: u32 = 2;

/// Numbers from a seed, evenly spread enough for writing lists: SplitMix64 (Steele, Lea and Flood, 2014).
struct Spread(u64);

impl Spread {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let bound = u64::try_from(bound.max(1)).expect("an index has at most 64 bits");
        usize::try_from((mixed ^ (mixed >> 31)) % bound).expect("below an index")
    }
}

/// Mixes kinds, so that every list has all of them.
pub fn shuffle(cases: &mut [Case]) {
    let mut spread = Spread(1);
    for at in (1..cases.len()).rev() {
        cases.swap(at, spread.below(at + 1));
    }
}

/// A list, and what each of its lines asks for.
pub fn list(cases: &[Case], number: u64) -> (String, Vec<(Case, u32)>) {
    const QUANTITIES: [u32; 12] = [1, 2, 5, 12, 24, 50, 100, 144, 250, 500, 1_200, 25_000];
    let mut spread = Spread(number + 2);
    // Every other list comes out of a spreadsheet.
    let is_table = number.is_multiple_of(2);
    let mut text = String::from(if is_table {
        "No.\tItem\tQty\tUnit\n"
    } else {
        "Item, qty\n"
    });
    let mut asked = Vec::with_capacity(cases.len());
    for (case, at) in cases.iter().zip(1..) {
        let quantity = QUANTITIES[spread.below(QUANTITIES.len())];
        let is_chinese = case
            .query
            .chars()
            .any(|one| matches!(one, '\u{3400}'..='\u{9fff}'));
        let line = if is_table {
            let unit = if is_chinese { "个" } else { "pcs" };
            format!("{at}\t{}\t{quantity}\t{unit}", case.query)
        } else {
            plain(&case.query, quantity, is_chinese, spread.below(6))
        };
        text.push_str(&line);
        text.push('\n');
        asked.push((case.clone(), quantity));
    }
    (text, asked)
}

fn plain(what: &str, quantity: u32, is_chinese: bool, way: usize) -> String {
    match (way, is_chinese) {
        (0, false) => format!("{what} - {quantity} pcs"),
        (1, false) => format!("{quantity} pcs {what}"),
        (2, false) => format!("{what}, {quantity} pcs"),
        (3, false) => format!("- {what} qty {quantity}"),
        (4, false) => format!("{what}, qty: {quantity}"),
        (_, false) => format!("{quantity} x {what}"),
        (0, true) => format!("{what} {quantity}个"),
        (1, true) => format!("{what}，{quantity}件"),
        (2, true) => format!("{quantity}个 {what}"),
        (3, true) => format!("{what} 数量{quantity}"),
        (4, true) => format!("{what}（数量：{quantity}）"),
        (_, true) => format!("采购 {what}，{quantity} 只"),
    }
}
