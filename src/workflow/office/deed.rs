//! The key of what a person did.

use domain::Id;

/// Gives the same press of a button the same key until the hub has answered it: whether an answer was lost on the way or
/// the request was, sending it again has one effect. What was changed in between is another deed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Deeds {
    open: Option<(String, Id)>,
}

impl Deeds {
    /// `what`: everything that is sent; `fresh`: a key for the case that it is new.
    pub fn key(&mut self, what: &str, fresh: Id) -> Id {
        match &self.open {
            Some((open, key)) if open == what => *key,
            _ => {
                self.open = Some((what.to_owned(), fresh));
                fresh
            }
        }
    }

    /// The hub has decided.
    pub fn answered(&mut self) {
        self.open = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lost_answer_keeps_the_key_and_a_change_does_not() {
        let [one, two, three] = [1, 2, 3].map(|time| Id::new(time, [0; 10]));
        let mut deeds = Deeds::default();
        assert_eq!(deeds.key("save A", one), one);
        assert_eq!(deeds.key("save A", two), one, "the answer was lost");
        assert_eq!(deeds.key("save B", two), two, "another deed");
        deeds.answered();
        assert_eq!(
            deeds.key("save B", three),
            three,
            "decided, then done again"
        );
    }
}
