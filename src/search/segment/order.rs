//! Similar documents side by side, so that gaps between the documents of a term are small.
//!
//! Recursive graph bisection (Dhulipala and others, "Compressing Graphs and Indexes with Recursive Graph Bisection",
//! KDD 2016): documents are halved again and again, and at each halving those change sides that most shorten the
//! logarithms of the gaps.

use super::log2::log2;

/// Rounds of exchange at each halving.
const ROUNDS: usize = 4;
/// Runs of so many documents are not halved further: no shorter gaps were measured below.
const LEAF: usize = 48;
/// Logarithms up to here come from a table, which covers all but the few most common terms.
const TABLE: usize = 4096;

/// Orders the documents `0..docs.len()`; each is the terms (below `terms`) that matter for the order.
pub fn similar_first(docs: &[&[u32]], terms: usize) -> Vec<u32> {
    let mut order: Vec<u32> = (0..docs.len() as u32).collect();
    let mut bisection = Bisection {
        docs,
        degrees: vec![[0; 2]; terms],
        gains: vec![[0.0; 2]; terms],
        logs: (0..TABLE).map(|n| log2(n as f32 + 1.0)).collect(),
        left: Vec::new(),
        right: Vec::new(),
    };
    bisection.halve(&mut order);
    order
}

struct Bisection<'d> {
    docs: &'d [&'d [u32]],
    /// For each term in how many documents of the left and right half it stands; 0 between halvings.
    degrees: Vec<[u32; 2]>,
    /// What a document gains by this term when it goes to the other side, from the left and from the right.
    gains: Vec<[f32; 2]>,
    logs: Vec<f32>,
    left: Vec<(f32, u32)>,
    right: Vec<(f32, u32)>,
}

impl Bisection<'_> {
    fn halve(&mut self, order: &mut [u32]) {
        if order.len() <= LEAF {
            return;
        }
        let middle = order.len() / 2;
        for _ in 0..ROUNDS {
            let moved = self.exchange(order, middle);
            // A last few documents changing sides are not worth another pass over all.
            if moved * 64 < order.len() {
                break;
            }
        }
        let (left, right) = order.split_at_mut(middle);
        self.halve(left);
        self.halve(right);
    }

    /// One round: the documents that gain most from changing sides do so in pairs. Tells how many pairs.
    fn exchange(&mut self, order: &mut [u32], middle: usize) -> usize {
        let sizes = [middle as f32, (order.len() - middle) as f32].map(log2);
        for (at, doc) in order.iter().enumerate() {
            for &term in self.docs[*doc as usize] {
                self.degrees[term as usize][usize::from(at >= middle)] += 1;
            }
        }
        self.left.clear();
        self.right.clear();
        for (at, &doc) in order.iter().enumerate() {
            let side = usize::from(at >= middle);
            let mut gain = 0.0;
            for &term in self.docs[doc as usize] {
                let degrees = self.degrees[term as usize];
                // Gains are worked out once a term and round, at the first document that has it.
                if self.gains[term as usize][side] == 0.0 {
                    self.gains[term as usize][side] = self.gain(degrees, side, sizes);
                }
                gain += self.gains[term as usize][side];
            }
            if side == 0 {
                &mut self.left
            } else {
                &mut self.right
            }
            .push((gain, doc));
        }
        for doc in order.iter() {
            for &term in self.docs[*doc as usize] {
                self.degrees[term as usize] = [0; 2];
                self.gains[term as usize] = [0.0; 2];
            }
        }
        let best_first = |a: &(f32, u32), b: &(f32, u32)| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1));
        self.left.sort_unstable_by(best_first);
        self.right.sort_unstable_by(best_first);
        let mut moved = 0;
        for (a, b) in self.left.iter_mut().zip(&mut self.right) {
            if a.0 + b.0 <= 0.0 {
                break;
            }
            std::mem::swap(&mut a.1, &mut b.1);
            moved += 1;
        }
        for (into, (_, doc)) in order.iter_mut().zip(self.left.iter().chain(&self.right)) {
            *into = *doc;
        }
        moved
    }

    /// What the gaps of a term get shorter by, in bits, when one document with it leaves `side`.
    fn gain(&self, degrees: [u32; 2], side: usize, sizes: [f32; 2]) -> f32 {
        let cost = |degrees: [u32; 2]| {
            let part = |i: usize| degrees[i] as f32 * (sizes[i] - self.log(degrees[i]));
            part(0) + part(1)
        };
        let mut after = degrees;
        after[side] -= 1;
        after[1 - side] += 1;
        cost(degrees) - cost(after)
    }

    /// Log2 of `n + 1`.
    fn log(&self, n: u32) -> f32 {
        self.logs
            .get(n as usize)
            .copied()
            .unwrap_or_else(|| log2(n as f32 + 1.0))
    }
}

#[cfg(test)]
mod tests {
    use super::similar_first;

    #[test]
    fn documents_of_two_kinds_are_parted() {
        // Even documents share terms 0 to 9, odd ones 10 to 19.
        let docs: Vec<Vec<u32>> = (0..400u32)
            .map(|d| {
                (0..6)
                    .map(|i| (d * 7 + i * (d / 2 + 1)) % 10 + 10 * (d % 2))
                    .collect()
            })
            .collect();
        let docs: Vec<&[u32]> = docs.iter().map(Vec::as_slice).collect();
        let order = similar_first(&docs, 20);
        let mut seen = order.clone();
        seen.sort_unstable();
        assert!(seen.iter().copied().eq(0..400), "each document once");
        let changes = order
            .windows(2)
            .filter(|pair| pair[0] % 2 != pair[1] % 2)
            .count();
        assert!(changes < 40, "{changes} changes of kind instead of 399");
    }
}
