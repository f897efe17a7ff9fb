use crate::order;

/// How many products a choice would show, beside those already chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// What goes into the address: a slug, a code, a country, a kind of certificate.
    pub key: String,
    pub products: u32,
    pub chosen: bool,
}

/// The choices a list offers, most products first. A choice of one facet is counted with all the other facets applied
/// and its own left out, so that a reader sees what adding it would bring.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    pub departments: Vec<Count>,
    pub categories: Vec<Count>,
    pub suppliers: Vec<Count>,
    pub origins: Vec<Count>,
    pub certificates: Vec<Count>,
    pub in_stock: u32,
    pub sample: u32,
}

/// Counts by index while the list is walked.
pub(super) struct Tally {
    counts: Vec<u32>,
}

impl Tally {
    pub fn new(size: usize) -> Self {
        Tally {
            counts: vec![0; size],
        }
    }

    pub fn add(&mut self, at: usize) {
        self.counts[at] += 1;
    }

    /// Choices that would show something, and those already made even where they would not.
    pub fn finish(self, keys: &[String], chosen: &[String]) -> Vec<Count> {
        let mut rows: Vec<usize> = (0..keys.len())
            .filter(|&at| self.counts[at] > 0 || chosen.contains(&keys[at]))
            .collect();
        order::by_number(&mut rows, &|at| -i64::from(self.counts[at]));
        rows.into_iter()
            .map(|at| Count {
                key: keys[at].clone(),
                products: self.counts[at],
                chosen: chosen.contains(&keys[at]),
            })
            .collect()
    }
}
