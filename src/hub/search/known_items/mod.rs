//! Known items: products that are there, asked for the way buyers ask, and whether they come among the first three.
//!
//! Every case is made from the demonstration catalogue by rule, the same every time, and carries all products that are
//! right answers: those that have everything the query says (several suppliers sell an M8 × 40 of ISO 4017, and any of
//! these is right). A query that describes fewer things than it should would have more right answers, so that no case
//! gets easier by chance; each kind of case says in its own file what its right answers are.

mod chinese;
mod codes;
mod report;
mod shelf;
mod sizes;
mod units;
mod words;

pub use report::{print_report, totals};

use std::collections::BTreeSet;

use domain::Product;

use shelf::Shelf;

/// How deep a buyer looks for a thing that they know is there.
pub const FIRST: usize = 3;

/// How a product is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    PartNumber,
    PartNumberSpelled,
    Gtin,
    Cas,
    StandardAndSize,
    NameAndSize,
    ChineseNameAndSize,
    OtherUnit,
    FullWidth,
    Pinyin,
    Initials,
    Traditional,
    Typo,
    PluralOrSingular,
    EnglishName,
    ChineseName,
}

impl Kind {
    pub const ALL: [Self; 16] = [
        Self::PartNumber,
        Self::PartNumberSpelled,
        Self::Gtin,
        Self::Cas,
        Self::StandardAndSize,
        Self::NameAndSize,
        Self::ChineseNameAndSize,
        Self::OtherUnit,
        Self::FullWidth,
        Self::Pinyin,
        Self::Initials,
        Self::Traditional,
        Self::Typo,
        Self::PluralOrSingular,
        Self::EnglishName,
        Self::ChineseName,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::PartNumber => "part number",
            Self::PartNumberSpelled => "part number, other case and marks",
            Self::Gtin => "GTIN",
            Self::Cas => "CAS number",
            Self::StandardAndSize => "standard and size",
            Self::NameAndSize => "English name and size",
            Self::ChineseNameAndSize => "Chinese name and size",
            Self::OtherUnit => "quantity in another unit",
            Self::FullWidth => "full-width forms",
            Self::Pinyin => "pinyin",
            Self::Initials => "initials of pinyin",
            Self::Traditional => "Traditional Chinese",
            Self::Typo => "one typing mistake",
            Self::PluralOrSingular => "plural for singular, or the reverse",
            Self::EnglishName => "whole English name",
            Self::ChineseName => "whole Chinese name",
        }
    }
}

/// Something asked for, and the products that are right answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    pub kind: Kind,
    pub query: String,
    /// Rows in the published list; never empty.
    pub answers: BTreeSet<u32>,
}

/// All cases of a catalogue, kind by kind; the same query is asked once a kind.
pub fn generate(products: &[Product]) -> Vec<Case> {
    let shelf = Shelf::new(products);
    let mut cases = codes::cases(&shelf);
    cases.extend(sizes::cases(&shelf));
    cases.extend(units::cases(&shelf));
    cases.extend(chinese::cases(&shelf));
    cases.extend(words::cases(&shelf));
    cases.retain(|case| !case.answers.is_empty());
    let mut asked = BTreeSet::new();
    cases.retain(|case| asked.insert((case.kind, case.query.clone())));
    cases
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{build::catalogue, workspace::Workspace};

    /// Enough that one case in a hundred is a number of cases.
    const FEWEST: usize = 2_000;

    #[test]
    fn what_is_there_is_found_however_it_is_asked_for() {
        let workspace = Workspace::find().unwrap();
        let products = catalogue::read(&workspace).unwrap().products;
        let cases = generate(&products);
        assert!(FEWEST <= cases.len(), "{} cases", cases.len());
        for kind in Kind::ALL {
            let count = cases.iter().filter(|case| case.kind == kind).count();
            assert!(60 <= count, "{count} cases of {}", kind.name());
        }
        let (found, all) = totals(&workspace).unwrap();
        assert_eq!(all, cases.len());
        assert!(
            all * 99 <= found * 100,
            "{found} of {all} come among the first {FIRST}: `cargo hub search known --out FILE` tells the others"
        );
        let mut reversed = products.clone();
        reversed.reverse();
        assert_eq!(generate(&reversed), cases);
    }
}
