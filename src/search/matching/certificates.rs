//! Which of the certificates asked for a product or its supplier has on a day.

use super::offers::{Offers, Product, Record};

/// The kinds asked for, each with the indices that it has in the file: `ISO9001` asks for `ISO 9001` too.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    kinds: Vec<(String, Vec<u32>)>,
    /// The day on which they must be valid.
    day: i32,
}

/// What came of one kind, best last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    Missing,
    /// There, but run out by the day: it never counts.
    Expired,
    Valid,
}

impl Asked {
    /// Kinds asked for twice count once.
    #[must_use]
    pub fn new(kinds: &[String], offers: &Offers, day: i32) -> Self {
        let mut asked: Vec<(String, Vec<u32>)> = Vec::new();
        for kind in kinds {
            let plain = folded(kind);
            if plain.is_empty() || asked.iter().any(|(other, _)| folded(other) == plain) {
                continue;
            }
            let known = (0..).zip(offers.kinds());
            let indices = known
                .filter(|(_, name)| folded(name) == plain)
                .map(|(index, _)| index);
            asked.push((kind.clone(), indices.collect()));
        }
        Self { kinds: asked, day }
    }

    #[must_use]
    pub fn len(&self) -> usize {
        self.kinds.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.kinds.is_empty()
    }

    /// How many are valid: of the product itself, or of the company that sells it.
    #[must_use]
    pub fn count_valid(&self, product: &Product, record: Option<&Record>) -> u16 {
        let valid = (0..self.len())
            .filter(|kind| self.standing(*kind, product, record) == Standing::Valid)
            .count();
        u16::try_from(valid).unwrap_or(u16::MAX)
    }

    /// The kinds with what came of them.
    pub fn standings<'a>(
        &'a self,
        product: &'a Product,
        record: Option<&'a Record>,
    ) -> impl Iterator<Item = (&'a str, Standing)> {
        (0..).zip(&self.kinds).map(move |(at, (kind, _))| {
            let standing = self.standing(at, product, record);
            (kind.as_str(), standing)
        })
    }

    fn standing(&self, kind: usize, product: &Product, record: Option<&Record>) -> Standing {
        let Some((_, indices)) = self.kinds.get(kind) else {
            return Standing::Missing;
        };
        let companies = record.into_iter().flat_map(Record::certificates);
        let found = product.certificates().chain(companies);
        let standings = found
            .filter(|(index, _)| indices.contains(index))
            .map(|(_, last_day)| match self.day <= last_day {
                true => Standing::Valid,
                false => Standing::Expired,
            });
        standings.max().unwrap_or(Standing::Missing)
    }
}

/// Without spaces, signs and case, which people write as they like.
pub fn folded(kind: &str) -> String {
    let letters = kind.chars().filter(|letter| letter.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::testing::{Goods, Maker, market};

    #[test]
    fn only_what_is_valid_on_the_day_counts() {
        let goods = Goods {
            certificates: vec![("CE", 100), ("RoHS", 50), ("RoHS", 120)],
            ..Goods::default()
        };
        let maker = Maker {
            certificates: vec![("ISO 9001", 200)],
            ..Maker::default()
        };
        let offers = market(&[maker], &[goods]);
        let (product, record) = (offers.product(0).unwrap(), offers.supplier(0).unwrap());
        let check = |day: i32, kinds: &[&str], expected: &[Standing]| {
            let kinds: Vec<String> = kinds.iter().map(ToString::to_string).collect();
            let asked = Asked::new(&kinds, &offers, day);
            let standings: Vec<Standing> = asked
                .standings(&product, Some(&record))
                .map(|(_, standing)| standing)
                .collect();
            assert_eq!(standings, expected, "{day} {kinds:?}");
            let valid = expected.iter().filter(|one| **one == Standing::Valid);
            let counted = asked.count_valid(&product, Some(&record));
            assert_eq!(usize::from(counted), valid.count());
        };
        check(100, &["CE"], &[Standing::Valid]);
        check(101, &["ce"], &[Standing::Expired]);
        check(60, &["RoHS", "UL"], &[Standing::Valid, Standing::Missing]);
        check(60, &["iso9001", "ISO 9001", ""], &[Standing::Valid]);
        check(60, &[], &[]);
    }
}
