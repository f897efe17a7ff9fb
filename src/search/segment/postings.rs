//! What one term is found in, unpacked for a tight loop.

use super::counts::Counts;

/// The postings of one term: three columns of equal length, documents rising.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Postings {
    /// Number of the document in the whole [`super::Index`].
    pub docs: Vec<u32>,
    pub counts: Vec<Counts>,
    /// Where the term stands in the names: bit p of the low half for word position p of the English name, bit p of the
    /// high half for position p of the Chinese one. Positions from 31 on share the last bit.
    ///
    /// Two terms stand beside each other in this order where `first << 1 & second` has a bit (mask bit 32 out).
    pub places: Vec<u64>,
}

impl Postings {
    pub fn clear(&mut self) {
        self.docs.clear();
        self.counts.clear();
        self.places.clear();
    }

    pub fn len(&self) -> usize {
        self.docs.len()
    }

    pub fn is_empty(&self) -> bool {
        self.docs.is_empty()
    }
}
