//! Which queries of a set are for tuning and which are only ever measured.

/// How the queries of a set are counted and split.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// A query with fewer judgments says more about chance than about an order.
    pub fewest_judgments: usize,
    /// Query ids with this remainder are for validation.
    every: u64,
    remainder: u64,
}

/// Where many documents were judged for each query, half of the queries stay unseen.
const HALF: Rule = Rule {
    fewest_judgments: 1,
    every: 2,
    remainder: 1,
};
/// Thousands of queries with few judgments each: a fifth is enough to measure by.
const FIFTH: Rule = Rule {
    fewest_judgments: 5,
    every: 5,
    remainder: 0,
};

impl Rule {
    /// The rule of the set of this name.
    #[must_use]
    pub fn of(set: &str) -> Self {
        if set == "hd" { FIFTH } else { HALF }
    }

    /// Whether tuning must not look at it. An id that is no number is for validation.
    #[must_use]
    pub fn is_validation(self, id: &str) -> bool {
        id.parse::<u64>()
            .map_or(true, |id| id % self.every == self.remainder)
    }

    #[must_use]
    pub fn train<'a>(self, ids: &[&'a str]) -> Vec<&'a str> {
        let ids = ids.iter().copied();
        ids.filter(|id| !self.is_validation(id)).collect()
    }

    #[must_use]
    pub fn validation<'a>(self, ids: &[&'a str]) -> Vec<&'a str> {
        let ids = ids.iter().copied();
        ids.filter(|id| self.is_validation(id)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_query_is_in_one_part() {
        let ids = ["0", "1", "2", "5", "7", "10", "x"];
        assert_eq!(Rule::of("cf").train(&ids), ["0", "2", "10"]);
        assert_eq!(Rule::of("cf").validation(&ids), ["1", "5", "7", "x"]);
        assert_eq!(Rule::of("hd").train(&ids), ["1", "2", "7"]);
        assert_eq!(Rule::of("hd").validation(&ids), ["0", "5", "10", "x"]);
    }
}
